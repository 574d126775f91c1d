import fc from 'fast-check';

/**
 * How often the runs of a property must have reached their assertion: n where every run was made; nothing where properties
 * are interrupted after a moment, as they are for each mutant (`test/mutation/try.ts`).
 */
export const inAllRuns = (n: number): number =>
  fc.readConfigureGlobal().interruptAfterTimeLimit === undefined ? n : -1;
