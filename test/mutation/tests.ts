export { expect } from 'vitest';

/** One test as the runner sees it: a thing to call that throws where it fails. */
export interface Test {
  readonly name: string;
  readonly run: () => unknown;
}

type Body = (...args: never[]) => unknown;

/** The tests of all files that were loaded, in their order. */
export const TESTS: Test[] = [];
/** What the files ask to be done once before their tests. */
export const FIRST: (() => unknown)[] = [];
/** The file and the groups that the next test is of. */
export const WITHIN = [''];

/** What `vitest` gives, as far as the tests of rules and times use it: without its machinery, each mutant costs what its tests cost. */
const test = (name: string, body: Body): void => {
  TESTS.push({ name: [...WITHIN, name].join(' > '), run: body as () => unknown });
};
/** A row as the arguments of its body. */
const argsOf = (row: unknown): never[] => (Array.isArray(row) ? row : [row]) as never[];
const each =
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void => {
    for (const row of rows) test(name, () => body(...argsOf(row)));
  };
const none = Object.assign((): void => {}, { each: () => (): void => {} });
const real = Object.assign(test, { each });
export const it = Object.assign((name: string, body: Body): void => test(name, body), {
  each,
  skipIf: (skipped: boolean): typeof real | typeof none => (skipped ? none : real),
});

export const describe = Object.assign(
  (name: string, body: () => void): void => {
    WITHIN.push(name);
    body();
    WITHIN.pop();
  },
  {
    each:
      (rows: readonly unknown[]) =>
      (name: string, body: (...args: never[]) => void): void => {
        for (const row of rows) describe(name, () => body(...argsOf(row)));
      },
    skipIf: (skipped: boolean) => (skipped ? (): void => {} : describe),
  },
);

export const beforeAll = (first: () => unknown): void => {
  FIRST.push(first);
};

/** Runs a test: what it failed with, empty where it passed, and how long it took, in ms of work and not of waiting: a busy machine makes no test slow. */
export async function put({ run }: Test): Promise<{ failed: string; ms: number }> {
  const from = process.cpuUsage();
  let failed = '';
  try {
    await run();
  } catch (e) {
    failed = String(e) || 'thrown';
    // A busy machine may leave a property no time for a single run: nothing failed.
    if (failed.includes('Property interrupted after 0 tests')) failed = '';
  }
  const { user, system } = process.cpuUsage(from);
  return { failed, ms: (user + system) / 1000 };
}
