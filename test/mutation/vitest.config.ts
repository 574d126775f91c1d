import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What kills most in the least time comes first: a killed mutant is put to no further test. */
const FIRST = [
  'rules/stop',
  'rules/search',
  'rules/custody',
  'rules/chain',
  'time/grammar',
  'time/zones',
  'time/solve',
  'time/clocks',
  'rules/edges',
  'time/asked',
  'time/rows',
  'time/revise',
  'time/core',
  'rules/made-up',
];

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = (f: TestSpecification): number => {
      const at = FIRST.findIndex((name) => f.moduleId.includes(`/test/${name}`));
      return at < 0 ? FIRST.length : at;
    };
    return [...files].sort((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

/** The tests that mutants of `rules/` and `time/` are put to: those in Node, each property for a moment only. */
export default defineConfig({
  test: {
    include: ['test/rules/**/*.test.ts', 'test/time/**/*.test.ts', 'test/intake/**/*.test.ts'],
    setupFiles: ['test/mutation/setup.ts'],
    sequence: { sequencer: QuickFirst },
    // One worker that keeps its modules: loading them anew for each file would take longer than the tests.
    isolate: false,
    testTimeout: 60_000,
  },
});
