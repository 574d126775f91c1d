import type { CaseRecord } from '../record/record';
import { placesById } from '../record/rows';
import type { Solved } from '../time/solver/solve';
import type { Stop } from './stops';

/** How long after the seizure of its stop each row is, by its number (events, then custody): bounds that the network proves. */
export interface SinceSeizure {
  /** The place of that seizure among the record's events, or -1 where the row has none within `FAR`. */
  readonly zero: Int32Array;
  /** ms, both reached, infinite where the record sets no bound. */
  readonly min: Float64Array;
  readonly max: Float64Array;
}

/** Nobody counts from a seizure over more than this, ms. */
export const FAR = 7_200_000;

/**
 * Bounds from the seizure of its own stop to the first moment of every row. What is no act of a stop (cameras, custody) counts
 * from the last seizure that the record proves to have begun by then, or from the first. Never by where anything is drawn.
 */
export function sinceSeizures(record: CaseRecord, solved: Solved, stops: readonly Stop[]): SinceSeizure {
  const rows = record.events.length + record.custody.length;
  const since = {
    zero: new Int32Array(rows).fill(-1),
    min: new Float64Array(rows).fill(Number.NaN),
    max: new Float64Array(rows).fill(Number.NaN),
  };
  const places = placesById(record.events);
  const zeros = stops.flatMap((s) => (s.begins ? (places.get(s.begins.id) ?? []) : []));
  if (zeros.length === 0) return since;
  const own = new Int32Array(rows).fill(-1);
  stops.forEach((s) => {
    const zero = s.begins && places.get(s.begins.id);
    if (zero !== null && zero !== undefined) for (const i of s.places) own[i] = zero;
  });
  const { min, max } = solved.positions;
  const begun = (zero: number, row: number): boolean => (max[2 * zero] as number) <= (min[2 * row] as number);
  for (let row = 0; row < rows; row++) {
    const zero =
      (own[row] as number) >= 0
        ? (own[row] as number)
        : (zeros.findLast((z) => begun(z, row)) ?? (zeros[0] as number));
    // Windows that are far apart are so whatever else ties them: the network is not asked.
    if ((min[2 * row] as number) - (max[2 * zero] as number) >= FAR) continue;
    if ((min[2 * zero] as number) - (max[2 * row] as number) >= FAR) continue;
    const b = solved.startsApart(zero, row);
    if (
      b.min >= FAR ||
      b.max <= -FAR ||
      (b.min === Number.NEGATIVE_INFINITY && b.max === Number.POSITIVE_INFINITY)
    )
      continue;
    since.zero[row] = zero;
    since.min[row] = b.min;
    since.max[row] = b.max;
  }
  return since;
}

/** The same for some of the rows, by their new numbers; none from a seizure that is not among them. @param place new numbers by old */
export function sinceAmong(
  { zero, min, max }: SinceSeizure,
  rows: readonly number[],
  place: ReadonlyMap<number, number>,
): SinceSeizure {
  return {
    zero: Int32Array.from(rows, (i) => place.get(zero[i] as number) ?? -1),
    min: Float64Array.from(rows, (i) => min[i] as number),
    max: Float64Array.from(rows, (i) => max[i] as number),
  };
}
