import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../src/casefile/upgrades';
import { LANES } from '../src/drawing/lanes';
import { LEGEND } from '../src/drawing/scene/legend';
import { DOCUMENTS } from '../src/exhibits/documents';
import { LAYOUTS } from '../src/intake';
import { READERS } from '../src/intake/readers';
import { EVENT_KINDS, KINDS, kindNamed } from '../src/record/vocabulary';
import { RULES } from '../src/rules';
import { answersOf } from '../src/rules/law/answers';
import { AUTHORITIES } from '../src/rules/law/authorities';

/** The promises of `src/README.md`, "Adding one more touches one folder", counted: what is there is registered, and whole. */

const read = (path: string): string => readFileSync(path, 'utf8');

/** Texts of the TypeScript files of a folder and below, by path. */
const texts = (dir: string): [path: string, text: string][] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((e): [string, string][] => {
    const path = join(dir, e.name);
    if (e.isDirectory()) return texts(path);
    return /\.tsx?$/.test(e.name) ? [[path, read(path)]] : [];
  });

const twice = (list: readonly string[]): string[] => list.filter((x, i) => list.indexOf(x) !== i);
const ids = (dir: string, of: RegExp): string[] =>
  texts(dir).flatMap(([, text]) => (of.test(text) ? [/^ {2}id: '([^']+)'/m.exec(text)?.[1] ?? '?'] : []));

describe('one more touches one folder: every', () => {
  it('rule file is in the index once, with answers, an authority or a fact, a row in the README, and a test', () => {
    const rules = RULES.map((r) => r.id);
    expect(ids('src/rules', /^export const \w+: Rule = \{/m).sort()).toEqual([...rules].sort());
    expect(twice(rules)).toEqual([]);
    const readme = read('src/rules/README.md');
    const tests = texts('test/rules').map(([, text]) => text);
    for (const rule of RULES) {
      expect(readme, rule.id).toContain(`| \`${rule.id}\``);
      expect(answersOf(rule).noViolation, rule.id).not.toBe('');
      expect(
        tests.some((t) => t.includes(rule.id)),
        `a test of ${rule.id}`,
      ).toBe(true);
    }
  });

  it('rule says all of itself: its name stands in no other file but beside the law', () => {
    const words = new Set<string>(EVENT_KINDS);
    const names = RULES.map((r) => r.id).filter((id) => !words.has(id));
    const faults = texts('src').flatMap(([path, text]) =>
      names
        .filter((id) => text.includes(`'${id}'`) && !new RegExp(`^ {2}id: '${id}'`, 'm').test(text))
        .map((id) => `${path}: ${id}`),
    );
    expect(faults).toEqual([]);
  });

  it('rule that an authority names is there', () => {
    const named = Object.values(AUTHORITIES).flatMap((a) => a.rules);
    const lines = named.filter((n) => !RULES.some((r) => r.id === n));
    // Other words name a line of the README.
    const readme = read('src/rules/README.md');
    expect(lines.filter((n) => !readme.includes(n))).toEqual([]);
  });

  it('kind of event is found by its own word, and explained', () => {
    expect(EVENT_KINDS.filter((k) => kindNamed(k) !== k || kindNamed(KINDS[k].label) !== k)).toEqual([]);
    expect(EVENT_KINDS.filter((k) => KINDS[k].means.length < 10)).toEqual([]);
    // A kind of which a rule speaks stands where the rules are written.
    const readme = read('src/rules/README.md');
    const rules = texts('src/rules').map(([, text]) => text);
    const spoken = EVENT_KINDS.filter((k) => rules.some((text) => text.includes(`'${k}'`)));
    expect(spoken.length).toBeGreaterThan(40);
    expect(spoken.filter((k) => !readme.includes(k))).toEqual([]);
  });

  it('layout and reader is in its index once', () => {
    const layouts = LAYOUTS.map((l) => l.id);
    expect(ids('src/intake/layouts', /^export const \w+: Layout = \{/m).sort()).toEqual([...layouts].sort());
    const readers = READERS.map((r) => r.id);
    expect(ids('src/intake/readers', /^export const \w+: Reader = \{/m).sort()).toEqual([...readers].sort());
    expect(twice(readers)).toEqual([]);
  });

  it('lane kind is in the index once, with a line that says what is seen in it, and every mark is in the legend', () => {
    const lanes = LANES.map((l) => l.id);
    expect(ids('src/drawing/lanes/kinds', /^export const \w+: LaneKind = \{/m).sort()).toEqual(
      [...lanes].sort(),
    );
    expect(twice(lanes)).toEqual([]);
    expect(LANES.filter((l) => l.says === '').map((l) => l.id)).toEqual([]);
    expect(twice(LEGEND.map((e) => e.key))).toEqual([]);
    for (const { key, name, swatch } of LEGEND)
      expect([name === '', swatch(0, 0).length === 0], key).toEqual([false, false]);
  });

  it('place has its line, a key and a name of its own', () => {
    const list = read('src/app/places.ts');
    const readme = read('src/places/README.md');
    const places = texts('src/places').filter(([path]) => path.endsWith('index.ts'));
    const field = (text: string, name: string): string =>
      new RegExp(`^ {2}${name}: '([^']+)'`, 'm').exec(text)?.[1] ?? '';
    for (const [path] of places) expect(list).toContain(`from '../${path.slice(4, -'/index.ts'.length)}'`);
    for (const name of ['id', 'name', 'key', 'says'])
      expect(
        places.filter(([, text]) => field(text, name) === ''),
        name,
      ).toEqual([]);
    for (const name of ['id', 'name', 'key'])
      expect(twice(places.map(([, text]) => field(text, name)))).toEqual([]);
    const folders = readdirSync('src/places', { withFileTypes: true }).filter((e) => e.isDirectory());
    expect(folders.map((f) => f.name).filter((f) => !readme.includes(`\`${f}/\``))).toEqual([]);
  });

  it('document kind is in the index once, says what it is, and nothing else knows the list', () => {
    expect(twice(DOCUMENTS.map((d) => d.id))).toEqual([]);
    for (const { id, name, says, type, ending } of DOCUMENTS)
      expect([id, name, says, type, ending].filter((x) => x === '')).toEqual([]);
    const index = read('src/exhibits/documents/index.ts');
    const made = texts('src/exhibits/documents').flatMap(([path, text]) =>
      [
        ...text.matchAll(/^export const (\w+)(?:: DocumentKind<\w+>)? = (?:ofExhibit|inWordAndPdf\(|\{)/gm),
      ].map((m) => [path, m[1] as string] as const),
    );
    expect(made.length).toBeGreaterThanOrEqual(11);
    for (const [path, name] of made)
      expect(index, path).toMatch(new RegExp(`^ {2}(\\.\\.\\.)?${name},|, ${name}[,\\]]`, 'm'));
    const kinds = texts('src').filter(([path]) => !path.startsWith('src/exhibits/documents/'));
    const names = DOCUMENTS.filter((d) => d.id.includes('-')).map((d) => d.id);
    expect(names.filter((id) => kinds.some(([, text]) => text.includes(`'${id}'`)))).toEqual([]);
  });

  it('version of the case file has its row, its step in line, and, once there is a newer one, its fixture', () => {
    const readme = read('src/casefile/README.md');
    const fixtures = readdirSync('test/fixtures/casefile');
    const steps = read('src/casefile/upgrades/index.ts');
    for (let n = 1; n <= VERSION; n++) {
      expect(readme, `version ${n}`).toMatch(new RegExp(`^\\| ${n} `, 'm'));
      if (n < VERSION)
        expect(
          fixtures.some((f) => new RegExp(`(^|\\D)${n}\\D`).test(f)),
          `a fixture of version ${n}`,
        ).toBe(true);
    }
    for (const file of readdirSync('src/casefile/upgrades').filter((f) => f.startsWith('to-')))
      expect(steps).toContain(`'./${file.slice(0, -3)}'`);
  });
});
