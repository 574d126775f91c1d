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
  from && s.starts.some((m) => solved.least(from, m) < 0) ? { ...s, starts: [...s.starts, from] } : s;

/** The same, counted up to these moments where they may come before its end. */
export function clipEnd(solved: Solved, s: Stretch, until: readonly MomentRef[]): Stretch {
  const early = until.filter((u) => s.ends.length === 0 || s.ends.some((m) => solved.least(m, u) < 0));
  return early.length === 0 ? s : { ...s, ends: [...s.ends, ...early] };
}

const OPEN_LENGTH: Bounds = { min: 0, max: Number.POSITIVE_INFINITY };
const NONE: Bounds = { min: 0, max: 0 };

/** Least of end - start over all pairs, ms: exact where it is one pair, sound at both ends where there are several. */
function between(solved: Solved, starts: readonly MomentRef[], ends: readonly MomentRef[]): Bounds {
  const max = mostBetween(solved, starts, ends);
  if (max === 0) return NONE;
  let min = max;
  for (const a of starts) for (const b of ends) min = Math.min(min, solved.least(a, b));
  return { min: Math.max(0, min), max };
}

/** The upper end of the same. */
function mostBetween(solved: Solved, starts: readonly MomentRef[], ends: readonly MomentRef[]): number {
  let max = Number.POSITIVE_INFINITY;
  for (const a of starts) {
    for (const b of ends) {
      max = Math.min(max, solved.most(a, b));
      if (max <= 0) return 0;
    }
  }
  return max;
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

/** A row that may run beside a stretch, and when. */
interface Beside {
  readonly o: EventRow;
  readonly task: Stretch;
}

export interface Uncovered {
  readonly bounds: Bounds;
  /** Rows that may run beside it. */
  readonly beside: readonly EventRow[];
  /** Those of them that were compared with it one by one. */
  readonly compared: readonly Beside[];
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
  if (length.max === 0) return { bounds: length, beside: [], compared: [] };
  const [lo, hi] = wholeTime(solved, s);
  const fills = surelyFills(solved, s);
  const near = others
    .touching(lo, hi, fills ? ALL + 1 : PAIRED + 1 + self.size)
    .filter((o) => !self.has(o.id));
  if (near.length > PAIRED) {
    const min = fills && near.length <= ALL ? Math.min(leftOf(solved, fills, near), length.min) : 0;
    return { bounds: { min, max: length.max }, beside: near.slice(0, PAIRED), compared: [] };
  }
  const beside: Beside[] = [];
  let [min, max] = [length.min, length.max];
  for (const o of near) {
    const task = stretchOf(solved, o, next);
    const overlap = overlapOf(solved, s, task);
    if (overlap.max <= 0) continue;
    beside.push({ o, task });
    min -= overlap.max;
  }
  if (beside.length === 0) return { bounds: length, beside: [], compared: [] };
  beside.reverse();
  const closed: Stretch[] = [];
  for (const { task } of beside) {
    if (!task.closed) continue;
    closed.push(task);
    max = Math.min(max, mostBefore(solved, s, task) + mostAfter(solved, s, task));
  }
  const [only] = beside;
  if (beside.length === 1 && only && s.closed) min = Math.max(min, leastBeside(solved, s, only.task));
  if (closed.length > 1) max = Math.min(max, besideChain(solved, s, closed));
  return {
    bounds: { min: Math.max(0, Math.min(min, max)), max },
    beside: beside.map((x) => x.o),
    compared: beside,
  };
}

/** What the uncovered time of a stretch rests on: worked out for what is shown alone. */
export function restsUncovered(solved: Solved, s: Stretch, { compared }: Uncovered): Reason[] {
  return distinct([
    ...restsOn(solved, s),
    ...(compared.some((x) => x.task.assumed) ? [ONE_AT_A_TIME] : []),
    ...compared.slice(0, 6).flatMap(({ o, task }) => restsBeside(solved, s, o, task)),
  ]);
}

function restsBeside(solved: Solved, s: Stretch, o: EventRow, task: Stretch): Reason[] {
  const from = s.starts[0] as MomentRef;
  const to = s.ends[0];
  return reasonsFor(solved, [
    [from, startOf(o)],
    ...(task.closed && to ? [[task.ends[0] as MomentRef, to] as const] : []),
  ]);
}

/** The time for which both run, ms. */
function overlapOf(solved: Solved, s: Stretch, task: Stretch): Bounds {
  if (surelyApart(solved, task.starts, s.ends) || surelyApart(solved, s.starts, task.ends)) return NONE;
  const ends = [...s.ends, ...task.ends];
  if (ends.length === 0) return OPEN_LENGTH;
  const b = between(solved, [...s.starts, ...task.starts], ends);
  return s.closed && task.closed ? b : { min: 0, max: b.max };
}

/** Whether some end surely comes no later than some start. */
const surelyApart = (solved: Solved, starts: readonly MomentRef[], ends: readonly MomentRef[]): boolean =>
  starts.some((a) => ends.some((b) => solved.most(a, b) <= 0));

/** What of a stretch lies before a task begins, at most. */
const mostBefore = (solved: Solved, s: Stretch, task: Stretch): number =>
  mostBetween(solved, s.starts, [...s.ends, ...task.starts]);

/** What of a stretch lies after a task has ended, at most. */
const mostAfter = (solved: Solved, s: Stretch, task: Stretch): number =>
  mostBetween(solved, [...s.starts, ...task.ends], s.ends);

/** What of a stretch surely lies before and after a task. */
const leastBeside = (solved: Solved, s: Stretch, task: Stretch): number =>
  between(solved, s.starts, [...s.ends, ...task.starts]).min +
  (task.closed && s.ends.length > 0 ? between(solved, [...s.starts, ...task.ends], s.ends).min : 0);

/** The most beside a row of tasks in their order: before the first, between each two, and after the last. */
function besideChain(solved: Solved, s: Stretch, tasks: readonly Stretch[]): number {
  const [first, last] = [tasks[0], tasks.at(-1)];
  if (!first || !last) return Number.POSITIVE_INFINITY;
  let most = mostBefore(solved, s, first) + mostAfter(solved, s, last);
  for (let i = 1; i < tasks.length; i++)
    most += mostBetween(
      solved,
      [...s.starts, ...(tasks[i - 1] as Stretch).ends],
      [...s.ends, ...(tasks[i] as Stretch).starts],
    );
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

/** The instants that a stretch surely fills; null where there are none. */
function surelyFills(solved: Solved, s: Stretch): [number, number] | null {
  if (!s.closed) return null;
  let from = Number.NEGATIVE_INFINITY;
  let to = Number.POSITIVE_INFINITY;
  for (const m of s.starts) from = Math.max(from, solved.window(m).max);
  for (const m of s.ends) to = Math.min(to, solved.window(m).min);
  return to > from && Number.isFinite(to - from) ? [from, to] : null;
}

/** The least that is left of a stretch by whole times alone: what it surely fills, less all that the others may. */
function leftOf(solved: Solved, [from, to]: readonly [number, number], others: readonly EventRow[]): number {
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
  return left + Math.max(0, to - at);
}

/** Reasons, told apart by their keys. */
export const addReasons = (to: Map<string, Reason>, reasons: readonly Reason[]): void => {
  for (const r of reasons) to.set(reasonKey(r), r);
};
