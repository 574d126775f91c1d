import { defineConfig } from 'vitest/config';

/** The tests that mutants of `rules/` and `time/` are put to: those in Node, each property for a sixth of a second. */
export default defineConfig({
  test: {
    include: ['test/rules/**/*.test.ts', 'test/time/**/*.test.ts', 'test/importers/**/*.test.ts'],
    setupFiles: ['test/mutation/setup.ts'],
    testTimeout: 60_000,
  },
});
