import type { MomentRef } from '../record/event';
import type { CaseRecord } from '../record/record';
import type { Bounds } from '../time/duration';
import { type Solved, solveRecord } from '../time/solver/solve';
import type { Steps } from '../time/steps';
import { type Proof, proofOf } from '../words/proof';
import { type Margin, margins } from './margins';

/** The time between any two moments of the record, with the proof of each end. */
export interface Measure {
  readonly bounds: Bounds;
  readonly proofs: readonly Proof[];
  /** Where it is certain which came first: how wrong each assumption may be before it no longer is. Null where it is not certain. */
  readonly margins: readonly Margin[] | null;
}

/** Measures t(to) - t(from), ms, in a solved record. */
export function* measureSteps(
  record: CaseRecord,
  solved: Solved,
  from: MomentRef,
  to: MomentRef,
): Steps<Measure> {
  const bounds = solved.bounds(from, to);
  const certain = bounds.min > 0 ? 'min' : bounds.max < 0 ? 'max' : null;
  return {
    bounds,
    proofs: (['min', 'max'] as const).flatMap((end) => proofOf(record, solved, from, to, end, bounds) ?? []),
    margins:
      certain &&
      (yield* margins(
        solved.proof(from, to, certain).map((p) => p.reason),
        function* (whatIf) {
          yield;
          const b = solveRecord(record, whatIf).bounds(from, to);
          return certain === 'min' ? b.min > 0 : b.max < 0;
        },
      )),
  };
}
