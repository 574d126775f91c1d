import { type ChildProcess, fork } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { random } from '../bench/synthetic';
import type { Fate, Mutant, Said } from './mutants';

/**
 * `npm run mutate [-- PATHS] [--sample=N] [--seed=N] [--tests=NAMES] [--light] [--json=FILE]`: how many small faults, one at a time, the tests
 * of rules and times find. All mutants are laid into one copy of the code, behind switches, and tried in one process that
 * keeps its modules; each is put to the tests that pass it until one fails. `--light` leaves out the tests that take over
 * half a second; `--tests=custody,chain` puts mutants to those files alone. Prints what survived, and the score: killed and timed out, of all that some test reaches or none.
 */
const args = process.argv.slice(2);
const option = (name: string): string | undefined =>
  args.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3);
const asked = args.filter((a) => !a.startsWith('--'));
const MUTATED = ['src/rules/', 'src/stops/', 'src/time/'];
/** What every mutant is put to, and what one in `src/time` is put to besides: who reads tables, who draws in order, who answers from windows. */
const TESTED = ['test/rules/', 'test/time/'];
const OF_TIME = [
  'test/analysis/',
  'test/drawing/known-by-order',
  'test/drawing/order',
  'test/drawing/untied',
  'test/intake/',
];
/** So long, in ms, a mutant may take before its process is ended: it is in a loop that does not pass it. */
const PATIENCE = 120_000;

const under = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => folder + name)
    .sort();

const only = option('tests')?.split(',');
const ofTime = asked.length === 0 || asked.some((a) => a.startsWith('src/time'));
/** The files of tests that mutants are put to. */
const asking = under('test/').filter(
  (p) =>
    p.endsWith('.test.ts') &&
    [...TESTED, ...(ofTime ? OF_TIME : [])].some((t) => p.startsWith(t)) &&
    (!only || only.some((o) => p.includes(o))),
);

/** What a module keeps between calls is forgotten between mutants: `try.ts` has the other end. */
const keeping = (code: string): string =>
  code.replace(
    /^((?:export )?const \w+ = )(new (?:Weak)?Map(?:<.*>)?\(\));$/gm,
    '$1globalThis.__keep__($2);',
  );

/** A copy of the house with a switch at every mutant, and the tests beside it. */
async function layOut(house: string): Promise<Mutant[]> {
  mkdirSync(join(house, 'test'), { recursive: true });
  cpSync('src', join(house, 'src'), { recursive: true });
  for (const name of readdirSync('test')) {
    const [from, to] = [join('test', name), join(house, 'test', name)];
    if (name === 'fixtures') symlinkSync(resolve(from), to);
    else cpSync(from, to, { recursive: true });
  }
  for (const name of ['node_modules', 'public', 'package.json', 'tsconfig.json'])
    symlinkSync(resolve(name), join(house, name));

  for (const path of under('src/').filter((p) => p.endsWith('.ts')))
    writeFileSync(join(house, path), keeping(readFileSync(path, 'utf8')));
  for (const path of asking)
    writeFileSync(
      join(house, path),
      readFileSync(path, 'utf8').replace(/from 'vitest'/, `from '${join(house, 'test/mutation/tests.ts')}'`),
    );

  const files = MUTATED.flatMap(under)
    .filter((p) => p.endsWith('.ts') && !p.startsWith('src/rules/law/'))
    .filter((p) => asked.length === 0 || asked.some((a) => p.startsWith(a)))
    .map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, isDebugEnabled: () => false };
  const made = await new Instrumenter(quiet as never).instrument(files, {
    plugins: null,
    excludedMutations: ['StringLiteral'],
    ignorers: [],
  });
  for (const { name, content } of made.files) writeFileSync(join(house, name), keeping(content));
  // Words are not mutated: what a sentence says is not held letter by letter.
  const real = made.mutants.filter((m) => m.status !== 'Ignored');
  return real.map((m) => ({
    id: m.id,
    file: m.fileName,
    line: m.location.start.line + 1,
    what: m.mutatorName,
    by: m.replacement,
  }));
}

const house = join(mkdtempSync(join(tmpdir(), 'stopline-mutants-')), 'house');
const all = await layOut(house);
const draw = random(Number(option('seed') ?? 1));
const some = Number(option('sample') ?? all.length);
const sample = all
  .map((m) => ({ m, at: draw() }))
  .sort((a, b) => a.at - b.at)
  .slice(0, some)
  .map(({ m }) => m)
  .sort((a, b) => Number(a.id) - Number(b.id));
const list = join(house, 'mutants.json');
const fates = new Map<string, { fate: Fate; by: string; ms: number }>();
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Tries those of whose fate nothing is known yet, in one process; a mutant that does not come back is timed out. */
function tryRest(): Promise<void> {
  const rest = sample.filter((m) => !fates.has(m.id));
  writeFileSync(list, JSON.stringify(rest));
  return new Promise((done, fail) => {
    const child: ChildProcess = fork(
      join(house, 'test/mutation/try.ts'),
      [list, args.includes('--light') ? 'light' : 'heavy', ...asking.map((t) => join(house, t))],
      { cwd: house, execArgv: ['--import', 'tsx', '--max-old-space-size=2500'] },
    );
    let begun = false;
    let at = 0;
    let watch = setTimeout(() => {}, 0);
    const patience = (): void => {
      clearTimeout(watch);
      watch = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    };
    child.on('message', (said: Said) => {
      patience();
      begun ||= !('broken' in said);
      if ('broken' in said) print(`BROKEN ${said.broken}`);
      else if ('tests' in said) print(`${said.tests} tests in ${Math.round(said.ms / 1000)} s`);
      else {
        fates.set(said.id, said);
        at++;
        const m = rest.find((r) => r.id === said.id) as Mutant;
        if (said.fate !== 'killed' && said.fate !== 'static')
          print(`${said.fate} ${m.file}:${m.line} ${m.what} -> ${m.by.replace(/\s+/g, ' ').slice(0, 90)}`);
      }
    });
    child.on('exit', (code) => {
      clearTimeout(watch);
      const stuck = rest[at];
      if (code === 0 || !stuck) return done();
      if (!begun) return fail(new Error('the tests do not pass where nothing is mutated'));
      fates.set(stuck.id, { fate: 'timeout', by: 'never came back', ms: PATIENCE });
      print(`timeout ${stuck.file}:${stuck.line} ${stuck.what}: never came back`);
      tryRest().then(done, fail);
    });
  });
}

const from = performance.now();
await tryRest();
rmSync(join(house, '..'), { recursive: true });
const count = (fate: Fate, of: readonly Mutant[] = sample): number =>
  of.filter((m) => fates.get(m.id)?.fate === fate).length;
const counted = (of: readonly Mutant[]): number => of.length - count('static', of);
const caught = (of: readonly Mutant[]): number => count('killed', of) + count('timeout', of);
const share = (of: readonly Mutant[]): string => ((100 * caught(of)) / Math.max(1, counted(of))).toFixed(1);
for (const file of new Set(sample.map((m) => m.file))) {
  const own = sample.filter((m) => m.file === file);
  print(`${share(own).padStart(5)} % of ${String(counted(own)).padStart(4)}  ${file}`);
}
print(
  `${share(sample)} % of ${counted(sample)} mutants: ${count('killed')} killed, ${count('timeout')} timed out, ` +
    `${count('survived')} survived, ${count('uncovered')} reached by no test; ${count('static')} that run only as files ` +
    `load are not counted. ${Math.round((performance.now() - from) / 1000)} s`,
);
const json = option('json');
if (json) writeFileSync(json, JSON.stringify(sample.map((m) => ({ ...m, ...fates.get(m.id) }))));
