import type { EventRow, MomentRef } from '../record/event';
import type { Bounds } from '../time/duration';
import { type Reason, reasonKey } from '../time/solver/reason';
import type { Solved } from '../time/solver/solve';
import { distinct, endOf, reasonsFor, startOf } from './rule';
import type { ByTime } from './sweep';

/** That an officer does one thing at a time: an act with no end in the record ends when the same officer's next one begins. */
export const ONE_AT_A_TIME: Reason & { kind: 'assumption' } = {
  kind: 'assumption',
  row: 'one-at-a-time',
  says: 'an officer’s act with no end in the record ends when the same officer’s next act begins',
};

/**
 * A stretch of time that runs from the last of its starts to the first of its ends: a span, clipped by whatever may begin
 * later or end earlier. Each start and end that is added can only shorten it.
 */
export interface Stretch {
  readonly starts: readonly MomentRef[];
  readonly ends: readonly MomentRef[];
  /** Whether it surely lasts until the first of its ends; without a stated end it may end before. */
  readonly closed: boolean;
  /** Whether an end was taken from the same officer's next act. */
  readonly assumed: boolean;
}

/** A span of the record as a stretch. @param next the same officer's next act, by which one without an end is over */
export function stretchOf(solved: Solved, e: EventRow, next: (e: EventRow) => EventRow | null): Stretch {
  if (!solved.openEnd(e.id)) return { starts: [startOf(e)], ends: [endOf(e)], closed: true, assumed: false };
  const after = next(e);
  return {
    starts: [startOf(e)],
    ends: after ? [startOf(after)] : [],
    closed: false,
    assumed: after !== null,
  };
}

/** When a span is over: its stated end, else the same officer's next act; null where nothing says so. */
export function overBy(
  solved: Solved,
  next: (e: EventRow) => EventRow | null,
): (e: EventRow) => MomentRef | null {
  return (e) => {
    if (!solved.openEnd(e.id)) return endOf(e);
    const after = next(e);
    return after && startOf(after);
  };
}

/** The same, counted from a moment on (the seizure) where it may begin before it. */
export const clipStart = (solved: Solved, s: Stretch, from: MomentRef | null): Stretch =>
  from && s.starts.some((m) => solved.bounds(from, m).min < 0) ? { ...s, starts: [...s.starts, from] } : s;

/** The same, counted up to these moments where they may come before its end. */
export function clipEnd(solved: Solved, s: Stretch, until: readonly MomentRef[]): Stretch {
  const early = until.filter((u) => s.ends.length === 0 || s.ends.some((m) => solved.bounds(m, u).min < 0));
  return early.length === 0 ? s : { ...s, ends: [...s.ends, ...early] };
}

const OPEN_LENGTH: Bounds = { min: 0, max: Number.POSITIVE_INFINITY };

/** Least of end - start over all pairs, ms: exact where it is one pair, sound at both ends where there are several. */
function between(solved: Solved, starts: readonly MomentRef[], ends: readonly MomentRef[]): Bounds {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const a of starts) {
    for (const b of ends) {
      const d = solved.bounds(a, b);
      min = Math.min(min, d.min);
      max = Math.min(max, d.max);
    }
  }
  return { min: Math.max(0, min), max: Math.max(0, max) };
}

/** Length of a stretch, ms: at least 0, open above where it has no end. */
export function lengthOf(solved: Solved, s: Stretch): Bounds {
  if (s.ends.length === 0) return OPEN_LENGTH;
  const b = between(solved, s.starts, s.ends);
  return s.closed ? b : { min: 0, max: b.max };
}

/** What the length of a stretch rests on. */
function restsOn(solved: Solved, s: Stretch): Reason[] {
  const pairs = s.starts.slice(0, 3).flatMap((a) => s.ends.slice(0, 3).map((b) => [a, b] as const));
  return [...(s.assumed ? [ONE_AT_A_TIME] : []), ...reasonsFor(solved, pairs)];
}

/** So many rows beside one stretch are looked at pair by pair; where there are more, only whole times are. */
const PAIRED = 24;
const ALL = 4000;

interface Uncovered {
  readonly bounds: Bounds;
  readonly restsOn: readonly Reason[];
  /** Rows that may run beside it. */
  readonly beside: readonly EventRow[];
}

/**
 * Time of a stretch beside which none of these rows runs, ms: sound at both ends. Below: its length less every possible
 * overlap, or what surely lies before and after the one row beside it. Above: what may lie before, between and after them.
 */
export function uncovered(
  solved: Solved,
  s: Stretch,
  others: ByTime,
  next: (e: EventRow) => EventRow | null,
  self: ReadonlySet<string> = new Set(),
): Uncovered {
  const length = lengthOf(solved, s);
  const reasons = restsOn(solved, s);
  if (length.max === 0) return { bounds: length, restsOn: reasons, beside: [] };
  const [lo, hi] = wholeTime(solved, s);
  const near = others
    .touching(lo, hi, Number.isFinite(hi - lo) ? ALL + 1 : PAIRED + 1 + self.size)
    .filter((o) => !self.has(o.id));
  if (near.length > PAIRED)
    return { bounds: byWholeTimes(solved, s, near, length), restsOn: reasons, beside: near.slice(0, PAIRED) };
  const beside = near
    .map((o) => ({ o, task: stretchOf(solved, o, next) }))
    .map((x) => ({ ...x, overlap: overlap(solved, s, x.task) }))
    .filter((x) => x.overlap.max > 0)
    .reverse();
  if (beside.length === 0) return { bounds: length, restsOn: reasons, beside: [] };
  let min = beside.reduce((left, b) => left - b.overlap.max, length.min);
  let max = length.max;
  for (const { task } of beside) {
    const b = before(solved, s, task);
    const a = task.closed ? after(solved, s, task) : OPEN_LENGTH;
    if (task.closed) max = Math.min(max, b.max + a.max);
    if (beside.length === 1 && s.closed) min = Math.max(min, b.min + a.min);
  }
  max = Math.min(
    max,
    besideChain(
      solved,
      s,
      beside.flatMap((x) => (x.task.closed ? [x.task] : [])),
    ),
  );
  const assumed = beside.some((x) => x.task.assumed);
  return {
    bounds: { min: Math.max(0, Math.min(min, max)), max },
    restsOn: distinct([
      ...reasons,
      ...(assumed ? [ONE_AT_A_TIME] : []),
      ...beside.slice(0, 6).flatMap(({ o, task }) => restsBeside(solved, s, o, task)),
    ]),
    beside: beside.map((x) => x.o),
  };
}

function restsBeside(solved: Solved, s: Stretch, o: EventRow, task: Stretch): Reason[] {
  const from = s.starts[0] as MomentRef;
  const to = s.ends[0];
  return reasonsFor(solved, [
    [from, startOf(o)],
    ...(task.closed && to ? [[task.ends[0] as MomentRef, to] as const] : []),
  ]);
}

function overlap(solved: Solved, s: Stretch, task: Stretch): Bounds {
  const ends = [...s.ends, ...task.ends];
  if (ends.length === 0) return OPEN_LENGTH;
  const b = between(solved, [...s.starts, ...task.starts], ends);
  return s.closed && task.closed ? b : { min: 0, max: b.max };
}

/** What of a stretch lies before a task begins. */
const before = (solved: Solved, s: Stretch, task: Stretch): Bounds =>
  between(solved, s.starts, [...s.ends, ...task.starts]);

/** What of a stretch lies after a task has ended. */
function after(solved: Solved, s: Stretch, task: Stretch): Bounds {
  if (s.ends.length === 0) return OPEN_LENGTH;
  return between(solved, [...s.starts, ...task.ends], s.ends);
}

/** The most beside a row of tasks in their order: before the first, between each two, and after the last. */
function besideChain(solved: Solved, s: Stretch, tasks: readonly Stretch[]): number {
  const [first, last] = [tasks[0], tasks.at(-1)];
  if (!first || !last) return Number.POSITIVE_INFINITY;
  let most = before(solved, s, first).max + after(solved, s, last).max;
  for (let i = 1; i < tasks.length; i++)
    most += between(
      solved,
      [...s.starts, ...(tasks[i - 1] as Stretch).ends],
      [...s.ends, ...(tasks[i] as Stretch).starts],
    ).max;
  return most;
}

/** The instants between which a stretch may run. */
function wholeTime(solved: Solved, s: Stretch): [number, number] {
  let lo = Number.NEGATIVE_INFINITY;
  let hi = Number.POSITIVE_INFINITY;
  for (const m of s.starts) lo = Math.max(lo, solved.window(m).min);
  for (const m of s.ends) hi = Math.min(hi, solved.window(m).max);
  return [lo, hi];
}

/** The least that is left of a stretch by whole times alone: what it surely fills, less all that the others may. */
function byWholeTimes(solved: Solved, s: Stretch, others: readonly EventRow[], length: Bounds): Bounds {
  let from = Number.NEGATIVE_INFINITY;
  let to = Number.POSITIVE_INFINITY;
  for (const m of s.starts) from = Math.max(from, solved.window(m).max);
  for (const m of s.ends) to = Math.min(to, solved.window(m).min);
  if (others.length > ALL || !s.closed || !(to > from) || !Number.isFinite(to - from))
    return { min: 0, max: length.max };
  const taken = others
    .map((o): [number, number] => [
      solved.window(startOf(o)).min,
      solved.openEnd(o.id) ? Number.POSITIVE_INFINITY : solved.window(endOf(o)).max,
    ])
    .sort((a, b) => a[0] - b[0]);
  let [left, at] = [0, from];
  for (const [a, b] of taken) {
    left += Math.max(0, Math.min(a, to) - at);
    at = Math.max(at, b);
  }
  left += Math.max(0, to - at);
  return { min: Math.min(left, length.min), max: length.max };
}

/** Reasons, told apart by their keys. */
export const addReasons = (to: Map<string, Reason>, reasons: readonly Reason[]): void => {
  for (const r of reasons) to.set(reasonKey(r), r);
};
