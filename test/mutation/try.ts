import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { Fate, Mutant, Said, Switches } from './mutants';
import { FIRST, put, TESTS, WITHIN } from './tests';

/**
 * Tries mutants, one after the other, in one process that keeps its modules: `tsx try.ts mutants.json heavy|light files ...`. Started
 * by `run.ts` in the copy that it made, and again after a mutant that never came back.
 */
const [list, heavy, ...files] = process.argv.slice(2) as [string, string, ...string[]];
const say = (said: Said): void => void process.send?.(said);

// A mutant is tried by the thousand: a property may take this long with each, in ms, and draws the same each time.
fc.configureGlobal({ ...fc.readConfigureGlobal(), interruptAfterTimeLimit: 80, seed: 20261127 });

/** A test that takes longer than this, in ms, comes after all others. */
const HEAVY = 600;
/** An endless loop has passed its mutant so many times as often as the code did that is right, and these. */
const TIMES = 100;
const MORE = 20_000;

const space = globalThis as typeof globalThis & {
  __stryker__?: Switches;
  __keep__?: (map: Map<unknown, unknown> | WeakMap<object, unknown>) => unknown;
};
space.__stryker__ ??= {};
const switches = space.__stryker__;

/** What modules keep between calls, from the same words to the same answer: an answer of one mutant is no answer of the next. */
const kept: { clear: () => void }[] = [];
space.__keep__ = (map) => {
  const mine = map instanceof Map ? map : new Weak();
  kept.push(mine);
  return mine;
};
const forget = (): void => {
  for (const map of kept) map.clear();
};

/** A `WeakMap` that can be emptied. */
class Weak {
  private map = new WeakMap<object, unknown>();
  get = (key: object): unknown => this.map.get(key);
  has = (key: object): boolean => this.map.has(key);
  set = (key: object, value: unknown): this => {
    this.map.set(key, value);
    return this;
  };
  clear = (): void => {
    this.map = new WeakMap();
  };
}

for (const file of files) {
  WITHIN[0] = basename(file);
  await import(pathToFileURL(file).href);
}
for (const first of FIRST) await first();

/** How long each test takes where nothing is mutated, and how often it passes each mutant. */
interface Known {
  readonly ms: readonly number[];
  readonly static: Readonly<Record<string, number>>;
  readonly hits: readonly Readonly<Record<string, number>>[];
}

const known: Known = existsSync(`${list}.known`)
  ? (JSON.parse(readFileSync(`${list}.known`, 'utf8')) as Known)
  : await runAll();

async function runAll(): Promise<Known> {
  const ms: number[] = [];
  let broken = false;
  for (const [i, test] of TESTS.entries()) {
    switches.currentTestId = String(i);
    // Each test passes what it would pass alone.
    forget();
    const { failed, ms: took } = await put(test);
    if (failed !== '') {
      say({ broken: `${test.name}: ${failed}` });
      broken = true;
    }
    ms.push(took);
  }
  if (broken) process.exit(1);
  switches.currentTestId = undefined;
  const seen = switches.mutantCoverage ?? { static: {}, perTest: {} };
  const made = { ms, static: seen.static, hits: TESTS.map((_, i) => seen.perTest[String(i)] ?? {}) };
  writeFileSync(`${list}.known`, JSON.stringify(made));
  say({ tests: TESTS.length, ms: ms.reduce((a, b) => a + b, 0) });
  return made;
}

/** How many mutants of a file each test has killed: who killed the last ones is likely to kill the next. */
const kills = new Map<string, number>();

async function fateOf(m: Mutant): Promise<{ fate: Fate; by: string }> {
  const key = (i: number): string => `${m.file} ${i}`;
  const worth = (i: number): number => ((kills.get(key(i)) ?? 0) + 1) / ((known.ms[i] ?? 0) + 2);
  const covering = [...TESTS.keys()].filter(
    (i) => known.hits[i]?.[m.id] !== undefined && (heavy === 'heavy' || (known.ms[i] ?? 0) < HEAVY),
  );
  if (covering.length === 0) return { fate: m.id in known.static ? 'static' : 'uncovered', by: '' };
  covering.sort((a, b) => worth(b) - worth(a));
  switches.activeMutant = m.id;
  forget();
  try {
    for (const i of covering) {
      switches.hitCount = 0;
      switches.hitLimit = TIMES * (known.hits[i]?.[m.id] ?? 0) + MORE;
      const test = TESTS[i] as (typeof TESTS)[number];
      const { failed } = await put(test);
      if (switches.hitCount > switches.hitLimit) return { fate: 'timeout', by: test.name };
      if (failed === '') continue;
      kills.set(key(i), (kills.get(key(i)) ?? 0) + 1);
      return { fate: 'killed', by: test.name };
    }
    return { fate: 'survived', by: '' };
  } finally {
    switches.activeMutant = undefined;
    switches.hitCount = undefined;
    switches.hitLimit = undefined;
  }
}

for (const m of JSON.parse(readFileSync(list, 'utf8')) as readonly Mutant[]) {
  const from = performance.now();
  const { fate, by } = await fateOf(m);
  say({ id: m.id, fate, by, ms: performance.now() - from });
}
forget();
// What one mutant leaves behind must not kill the next: all tests pass still.
for (const [i, test] of TESTS.entries()) {
  if ((known.ms[i] ?? 0) > HEAVY) continue;
  const { failed } = await put(test);
  if (failed !== '') say({ broken: `after all mutants, ${test.name}: ${failed}` });
}
process.exit(0);
