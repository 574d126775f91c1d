import { type Analysis, analyze } from '../../src/analysis/analyze';
import type { CaseRecord } from '../../src/record/record';

/** The analysis of a table test's record. */
export const judged = (r: CaseRecord): Analysis => analyze(r);
