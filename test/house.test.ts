import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each folder of `src/` may import of ours, and whether it may touch React, Dexie or the DOM's libraries. */
const HOUSE: Readonly<
  Record<string, { readonly may: string; readonly screen?: true; readonly dexie?: true }>
> = {
  record: { may: '' },
  time: { may: 'record' },
  stops: { may: 'record time' },
  rules: { may: 'record time stops' },
  words: { may: 'record time stops rules' },
  analysis: { may: 'record time stops rules words' },
  papers: { may: 'record' },
  officers: { may: 'record time intake' },
  intake: { may: 'record time papers' },
  media: { may: 'record time' },
  casefile: { may: 'record papers' },
  share: { may: 'record casefile' },
  actions: { may: 'record time stops rules words analysis intake media officers' },
  store: { may: 'record papers casefile share actions officers', dexie: true },
  drawing: { may: 'record time stops rules words analysis' },
  exhibits: { may: 'record time stops rules words analysis papers officers drawing' },
  workers: {
    may: 'record time stops rules words analysis papers intake media officers casefile share store drawing exhibits actions',
  },
  ui: {
    may: 'record time stops rules words analysis papers intake media officers casefile share store drawing exhibits actions workers',
    screen: true,
    dexie: true,
  },
  places: {
    may: 'record time stops rules words analysis papers intake media officers casefile share store drawing exhibits actions workers ui',
    screen: true,
    dexie: true,
  },
  app: { may: '*', screen: true, dexie: true },
  cli: { may: '*' },
};

const SCREEN = /^(react|react-dom|@mantine|@tabler|wouter|@tanstack)(\/|$)/;
const DEXIE = /^dexie/;
const MOST_LINES = 350;

const files = (dir: string): string[] =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : [];
  });

const readmes = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? readmes(join(dir, e.name)) : e.name === 'README.md' ? [join(dir, e.name)] : [],
  );

/** Whether a folder holds a file of that name, in itself or in a folder of its own. */
const isFileBelow = (dir: string, name: string): boolean => files(dir).some((f) => f.endsWith(`/${name}`));

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((m) => m[1] ?? '');

/** Why a file of `src/` may not import this; null where it may. */
function fault(path: string, spec: string): string | null {
  const folder = path.split('/')[1] ?? '';
  const rule = HOUSE[folder];
  if (!rule) return folder.includes('.') ? null : `${folder}/ is not in the plan of the house`;
  if (!spec.startsWith('.')) {
    if (SCREEN.test(spec) && !rule.screen) return `${folder}/ runs in Node as it is: no ${spec}`;
    return DEXIE.test(spec) && !rule.dexie ? `${folder}/ knows no database: no ${spec}` : null;
  }
  const target = relative('.', resolve(dirname(path), spec)).split('/');
  if (spec.endsWith('/package.json')) return null;
  if (target[0] !== 'src') return `${spec} lies outside of src/`;
  const to = target[1] ?? '';
  if (to === folder) {
    const apart = folder === 'places' && target[2] !== path.split('/')[2];
    return apart ? `no place imports another: ${spec}` : null;
  }
  if (to.includes('.') || rule.may === '*') return null;
  return rule.may.split(' ').includes(to) ? null : `${folder}/ may not import ${to}/`;
}

describe('the house', () => {
  it('is imported in one direction', () => {
    const faults = files('src').flatMap((path) =>
      importsOf(readFileSync(path, 'utf8'))
        .flatMap((spec) => fault(path, spec) ?? [])
        .map((why) => `${path}: ${why}`),
    );
    expect(faults).toEqual([]);
  });

  it('follows the database in one way, whose faults take no screen away', () => {
    const direct = files('src').filter((path) =>
      importsOf(readFileSync(path, 'utf8')).includes('dexie-react-hooks'),
    );
    expect(direct).toEqual(['src/ui/use-kept.ts']);
  });

  it('has nothing at its top but what the README names', () => {
    const git = spawnSync('git', ['ls-files'], { encoding: 'utf8' });
    // A copy without its history tells nothing of what is kept.
    if (git.status !== 0) return;
    const top = new Set(git.stdout.split('\n').flatMap((f) => f.split('/')[0] || []));
    const allowed =
      'package.json package-lock.json tsconfig.json vite.config.ts index.html src test public README.md LICENSE CHANGELOG.md biome.json .ci .gitignore';
    expect([...top].filter((name) => !allowed.split(' ').includes(name))).toEqual([]);
  });
  it('has a README in every folder, which the map names and which says how to add one more', () => {
    const map = readFileSync('src/README.md', 'utf8');
    const faults = Object.keys(HOUSE).flatMap((folder) => {
      const path = `src/${folder}/README.md`;
      if (!existsSync(path)) return [`${path} is missing`];
      return [
        ...(map.includes(`(${folder}/README.md)`) ? [] : [`src/README.md does not name ${folder}/`]),
        ...(/to add|one more/i.test(readFileSync(path, 'utf8')) ? [] : [`${path}: how to add one more`]),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('has no README that names a file which is not there', () => {
    const faults = readmes('src').flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\]\(([^)#:]+\.md)\)|`((?:\.\.\/)*[\w./-]+\.tsx?)`/g)].flatMap(
        (m) => {
          const named = (m[1] ?? m[2]) as string;
          const from = [dirname(path), 'src', '.', join(dirname(path), '..')];
          const known = from.some((d) => existsSync(join(d, named))) || isFileBelow(dirname(path), named);
          return known ? [] : [`${path}: ${named}`];
        },
      ),
    );
    expect(faults).toEqual([]);
  });

  it('has no file of more than 350 lines: what holds two things is parted', () => {
    const long = files('src')
      .map((path) => ({ path, lines: readFileSync(path, 'utf8').trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > MOST_LINES)
      .map(({ path, lines }) => `${path}: ${lines}`);
    expect(long).toEqual([]);
  });

  it('has no class name that ui/base.css does not know: others are of a module beside their component', () => {
    const known = new Set(
      [...readFileSync('src/ui/base.css', 'utf8').matchAll(/\.([a-z][\w-]*)/g)].map((m) => m[1]),
    );
    const faults = files('src').flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/className="([^"]+)"/g)]
        .flatMap((m) => (m[1] as string).split(' '))
        .filter((name) => !known.has(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(faults).toEqual([]);
  });

  it('would tell of an import up, of a screen in the core, and of one place in another', () => {
    expect(fault('src/time/a.ts', '../rules/b')).toBe('time/ may not import rules/');
    expect(fault('src/rules/a.ts', 'react')).toBe('rules/ runs in Node as it is: no react');
    expect(fault('src/places/record/a.tsx', '../custody/b')).toBe('no place imports another: ../custody/b');
    expect(fault('src/rules/stop/a.ts', '../../time/b')).toBeNull();
  });
});
