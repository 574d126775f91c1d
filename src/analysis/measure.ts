import type { MomentRef } from '../record/event';
import type { CaseRecord } from '../record/record';
import type { Bounds } from '../time/duration';
import type { Solved } from '../time/solve';
import { type Proof, proofOf } from './proof';

/** The time between any two moments of the record, with the proof of each end. */
export interface Measure {
  readonly bounds: Bounds;
  readonly proofs: readonly Proof[];
}

/** Measures t(to) - t(from), ms, in a solved record. */
export function measure(record: CaseRecord, solved: Solved, from: MomentRef, to: MomentRef): Measure {
  const bounds = solved.bounds(from, to);
  return { bounds, proofs: (['min', 'max'] as const).flatMap((end) => proofOf(record, solved, from, to, end, bounds) ?? []) };
}
