import type { Rolldown } from 'vite';
import { build, type Plugin, type PluginOption } from 'vite';

/** What is loaded together, by the end of the module that begins it: of each the files that it needs at once, and no more. */
const ON_THE_WAY: readonly (readonly [name: string, begins: RegExp])[] = [
  // The page up to Cases; a case, with the timeline; the projected window, which never loads a case.
  ['cases', /\/(app\/(main|App)|places\/cases\/CasesPlace)\.tsx$/],
  ['timeline', /\/(app\/CaseShell|places\/timeline\/TimelinePlace)\.tsx$/],
  ['projected', /\/places\/hearing\/Projected\.tsx$/],
  ['analysis', /\/workers\/analysis-worker\.ts$/],
  ['workers', /\/workers\/(?!analysis-)[\w-]+-worker\.ts$/],
];
/** Of these, what is loaded together lies together; what only other places and dialogs need stays in files of its own. */
const LOADED_FIRST = /cases|timeline|analysis/;

/** Of each module by whom it is needed, of the names above; a module that is not in it goes where the bundler puts it. */
export type NeededBy = ReadonlyMap<string, readonly string[]>;

/** @param chunks what the bundler makes by itself: a file for each set of modules that the same entries need */
export function neededBy(chunks: readonly Rolldown.OutputChunk[]): NeededBy {
  const byName = new Map(chunks.map((c) => [c.fileName, c]));
  const needs = new Map<Rolldown.OutputChunk, string[]>();
  for (const [name, begins] of ON_THE_WAY) {
    const found = chunks.filter((c) => begins.test(c.facadeModuleId ?? ''));
    if (found.length === 0) throw new Error(`nothing of the app is ${name}`);
    const seen = new Set(found);
    for (const chunk of seen)
      for (const needed of chunk.imports) {
        const other = byName.get(needed);
        if (other) seen.add(other);
      }
    for (const chunk of seen) needs.set(chunk, [...(needs.get(chunk) ?? []), name]);
  }
  return new Map(
    [...needs]
      .filter(([, names]) => names.some((name) => LOADED_FIRST.test(name)))
      .flatMap(([chunk, names]) => chunk.moduleIds.map((id) => [id, names] as const)),
  );
}

/**
 * Few files on the way to Cases and to the timeline: a bundler makes one for every set of modules that the same entries need,
 * 190 for a first case, and each costs the machine that serves and the one that reads more than its bytes (opening a sample
 * took 2.1 s of processor time, 1.4 s with 37). What is loaded is the same. Only the bundler knows which modules are left
 * after what is not used is gone, so it is asked once, without more; then it builds.
 * @param plugins what the app needs to be bundled at all, without what is put beside it
 */
export function fewFiles(plugins: PluginOption[]): Plugin {
  let needed: NeededBy = new Map();
  return {
    name: 'few-files',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              // A file takes what its modules need along, unless another has it: what more ask for is given out first.
              groups: ON_THE_WAY.map((_, i) => ({
                priority: i + 1,
                name: (id: string) => {
                  const names = needed.get(id);
                  return names?.length === i + 1 ? names.join('-') : null;
                },
              })),
            },
          },
        },
      },
    }),
    async buildStart() {
      const asked = await build({
        configFile: false,
        plugins,
        logLevel: 'silent',
        build: { write: false, minify: false, rolldownOptions: { external: /^virtual:/ } },
      });
      const { output } = asked as Rolldown.RolldownOutput;
      needed = neededBy(output.filter((o) => o.type === 'chunk'));
    },
  };
}
