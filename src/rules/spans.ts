import type { EventRow, MomentRef } from '../record/event';
import type { Bounds } from '../time/duration';
import { type Reason, reasonKey } from '../time/solver/reason';
import type { Solved } from '../time/solver/solve';
import { endOf, reasonsFor, startOf } from './rule';

/** That an officer does one thing at a time: an act with no end in the record ends when the same officer's next one begins. */
const ONE_AT_A_TIME: Reason & { kind: 'assumption' } = {
  kind: 'assumption',
  row: 'one-at-a-time',
  says: 'an officer’s act with no end in the record ends when the same officer’s next act begins',
};

/** Length of a span, in ms: at least 0, open above where the record states no end and no later act of the same officer closes it. */
export function lengthOf(
  solved: Solved,
  span: EventRow,
  acts: readonly EventRow[],
): { bounds: Bounds; restsOn: Reason[] } {
  if (!solved.openEnd(span.id)) {
    const b = solved.bounds(startOf(span), endOf(span));
    return {
      bounds: { min: Math.max(0, b.min), max: Math.max(0, b.max) },
      restsOn: reasonsFor(solved, [[startOf(span), endOf(span)]]),
    };
  }
  const next = nextBySame(solved, span, acts);
  if (!next) return { bounds: { min: 0, max: Number.POSITIVE_INFINITY }, restsOn: [] };
  const max = Math.max(0, solved.bounds(startOf(span), startOf(next)).max);
  return {
    bounds: { min: 0, max },
    restsOn: [ONE_AT_A_TIME, ...reasonsFor(solved, [[startOf(span), startOf(next)]])],
  };
}

/** The same officer's first act that certainly does not begin before this one. */
export function nextBySame(solved: Solved, span: EventRow, acts: readonly EventRow[]): EventRow | null {
  for (let i = acts.indexOf(span) + 1; i < acts.length; i++) {
    const e = acts[i] as EventRow;
    if (e.actor !== '' && e.actor === span.actor && solved.bounds(startOf(span), startOf(e)).min >= 0)
      return e;
  }
  return null;
}

/**
 * How long two spans run beside each other, in ms. The overlap is the least of four differences, so its lower bound is
 * exact and its upper bound sound.
 */
function overlap(
  solved: Solved,
  a: EventRow,
  b: EventRow,
  acts: readonly EventRow[],
): { bounds: Bounds; assumed: boolean } {
  const open = (e: EventRow): boolean => solved.openEnd(e.id);
  if (open(b) && b.actor !== '' && b.actor === a.actor && solved.bounds(startOf(b), startOf(a)).min >= 0) {
    return { bounds: { min: 0, max: 0 }, assumed: true };
  }
  const differences: Bounds[] = [];
  if (!open(a)) differences.push(solved.bounds(startOf(a), endOf(a)), solved.bounds(startOf(b), endOf(a)));
  if (!open(b)) differences.push(solved.bounds(startOf(b), endOf(b)), solved.bounds(startOf(a), endOf(b)));
  if (open(a) && open(b)) differences.push(lengthOf(solved, a, acts).bounds);
  const min = open(a) || open(b) ? 0 : Math.min(...differences.map((d) => d.min));
  const max = Math.min(...differences.map((d) => d.max));
  return { bounds: { min: Math.max(0, min), max: Math.max(0, max) }, assumed: false };
}

/**
 * Time of one span beside which none of the others runs, in ms: sound at both ends. Below, its length less every
 * possible overlap, or what surely lies before and after the one task beside it; above, what may lie before and after
 * any one of them.
 */
export function uncovered(
  solved: Solved,
  span: EventRow,
  others: readonly EventRow[],
  acts: readonly EventRow[],
): { bounds: Bounds; restsOn: Reason[] } {
  const length = lengthOf(solved, span, acts);
  const rests = new Map(length.restsOn.map((r) => [reasonKey(r), r]));
  const beside = others
    .filter((o) => o.id !== span.id)
    .map((o) => ({ o, overlap: overlap(solved, span, o, acts) }));
  if (beside.some((b) => b.overlap.assumed)) rests.set(reasonKey(ONE_AT_A_TIME), ONE_AT_A_TIME);
  const touching = beside.filter((b) => b.overlap.bounds.max > 0);
  let min = touching.reduce((left, b) => left - b.overlap.bounds.max, length.bounds.min);
  let max = length.bounds.max;
  for (const { o } of touching) {
    const before = solved.bounds(startOf(span), startOf(o));
    const open = solved.openEnd(o.id) || solved.openEnd(span.id);
    const after = open ? { min: 0, max: Number.POSITIVE_INFINITY } : solved.bounds(endOf(o), endOf(span));
    max = Math.min(max, Math.max(0, before.max) + Math.max(0, after.max));
    if (touching.length === 1)
      min = Math.max(
        min,
        Math.max(0, Math.min(length.bounds.min, before.min)) +
          Math.max(0, Math.min(length.bounds.min, after.min)),
      );
    for (const r of reasonsFor(
      solved,
      open
        ? [[startOf(span), startOf(o)]]
        : [
            [startOf(span), startOf(o)],
            [endOf(o), endOf(span)],
          ],
    ))
      rests.set(reasonKey(r), r);
  }
  return {
    bounds: { min: Math.max(0, Math.min(min, max)), max: Math.max(0, max) },
    restsOn: [...rests.values()],
  };
}

/** The most of the time between two moments, in ms, beside which no one of these spans surely runs. */
export function mostUncovered(
  solved: Solved,
  from: MomentRef,
  to: MomentRef,
  others: readonly EventRow[],
): number {
  let most = Math.max(0, solved.bounds(from, to).max);
  for (const o of others) {
    if (solved.openEnd(o.id)) continue;
    most = Math.min(
      most,
      Math.max(0, solved.bounds(from, startOf(o)).max) + Math.max(0, solved.bounds(endOf(o), to).max),
    );
  }
  return most;
}
