import type { EventRow, MomentRef } from '../record/event';
import type { Bounds } from '../time/duration';
import type { Reason } from '../time/solver/reason';
import type { Resting, Solved } from '../time/solver/solve';
import { endOf, startOf } from './rule';
import { ByTime } from './sweep';

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
  from && s.starts.some((m) => !solved.surely(from, m)) ? { ...s, starts: [...s.starts, from] } : s;

/** The same, counted up to these moments where they may come before its end. */
export function clipEnd(solved: Solved, s: Stretch, until: readonly MomentRef[]): Stretch {
  const early = until.filter((u) => s.ends.length === 0 || s.ends.some((m) => !solved.surely(m, u)));
  return early.length === 0 ? s : { ...s, ends: [...s.ends, ...early] };
}

/** Least of end - start over all pairs, ms: exact where it is one pair, sound at both ends where there are several. */
function between(solved: Solved, starts: readonly MomentRef[], ends: readonly MomentRef[]): Bounds {
  const max = mostBetween(solved, starts, ends);
  let min = max;
  for (const a of starts) for (const b of ends) min = Math.min(min, solved.least(a, b));
  return { min: Math.max(0, min), max };
}

/** The upper end of the same. */
function mostBetween(solved: Solved, starts: readonly MomentRef[], ends: readonly MomentRef[]): number {
  let max = Number.POSITIVE_INFINITY;
  for (const a of starts) for (const b of ends) max = Math.min(max, solved.most(a, b));
  return Math.max(0, max);
}

/** Length of a stretch, ms: at least 0, open above where it has no end. */
export function lengthOf(solved: Solved, s: Stretch): Bounds {
  const b = between(solved, s.starts, s.ends);
  return s.closed ? b : { min: 0, max: b.max };
}

/** What the length of a stretch rests on. */
function restsOn(s: Stretch): Resting[] {
  const pairs = s.starts.slice(0, 3).flatMap((a) => s.ends.slice(0, 3).map((b) => [a, b] as const));
  return [...(s.assumed ? [ONE_AT_A_TIME] : []), ...pairs];
}

/** So many rows beside one stretch are looked at pair by pair; where there are more, only whole times are. */
const PAIRED = 24;
const ALL = 4000;

/** A row that may run beside a stretch, when, and how long it is at most, ms: worked out once for all stretches. */
export interface Task {
  readonly e: EventRow;
  readonly stretch: Stretch;
  readonly most: number;
  /** That it is one is told by the words of an entry of another kind: it may run beside, and never surely does. */
  readonly told: boolean;
}

/**
 * Rows as tasks, by the time over which they may run. @param next the same officer's next act, by which one without an end is over
 * @param told entries of other kinds whose words may tell of one
 */
export function tasksByTime(
  solved: Solved,
  rows: readonly EventRow[],
  next: (e: EventRow) => EventRow | null,
  told: readonly EventRow[] = [],
): ByTime<Task> {
  const task = (e: EventRow, stretch: Stretch, isTold: boolean): Task => ({
    e,
    stretch,
    most: mostBetween(solved, stretch.starts, stretch.ends),
    told: isTold,
  });
  const tasks = [
    ...rows.map((e) => task(e, stretchOf(solved, e, next), false)),
    ...told.map((e) => task(e, toldStretch(solved, e, next), true)),
  ];
  return new ByTime(
    solved,
    tasks,
    (t) => t.stretch.starts[0] as MomentRef,
    (t) => t.stretch.ends[0] ?? null,
  );
}

/** How long what words tell may run: as long as its entry; without an end to the same officer's next act. */
function toldStretch(solved: Solved, e: EventRow, next: (e: EventRow) => EventRow | null): Stretch {
  if (e.end !== '' && !solved.openEnd(e.id)) return { ...stretchOf(solved, e, next), closed: false };
  const after = next(e);
  const ends = after ? [startOf(after)] : [];
  return { starts: [startOf(e)], ends, closed: false, assumed: after !== null };
}

export interface Uncovered {
  readonly bounds: Bounds;
  /** Rows that may run beside it. */
  readonly beside: readonly EventRow[];
  /** Those of them that were compared with it one by one. */
  readonly compared: readonly Task[];
}

/**
 * Time of a stretch beside which none of these rows runs, ms: sound at both ends. Below: its length less every possible
 * overlap, or what surely lies before and after the one row beside it. Above: what may lie before, between and after them.
 */
export function uncovered(
  solved: Solved,
  s: Stretch,
  others: ByTime<Task>,
  self: ReadonlySet<string> = new Set(),
): Uncovered {
  const length = lengthOf(solved, s);
  if (length.max === 0) return { bounds: length, beside: [], compared: [] };
  const [lo, hi] = wholeTime(solved, s);
  const fills = surelyFills(solved, s);
  const near = others
    .touching(lo, hi, fills ? ALL + 1 : PAIRED + 1 + self.size)
    .filter((o) => o.told || !self.has(o.e.id));
  if (near.length > PAIRED) {
    const min = fills && near.length <= ALL ? Math.min(leftOf(solved, fills, near), length.min) : 0;
    return {
      bounds: { min, max: length.max },
      beside: near.slice(0, PAIRED).map((o) => o.e),
      compared: [],
    };
  }
  const compared: Task[] = [];
  let { min, max } = length;
  for (const o of near) {
    const overlap = mostOverlap(solved, s, o, length.max);
    if (overlap <= 0) continue;
    compared.push(o);
    min -= overlap;
  }
  compared.reverse();
  max = Math.min(max, mostLeft(solved, s, compared, length.max));
  const [only] = compared;
  if (compared.length === 1 && only && s.closed) min = Math.max(min, leastBeside(solved, s, only.stretch));
  return {
    bounds: { min: Math.max(0, Math.min(min, max)), max },
    beside: compared.map((x) => x.e),
    compared,
  };
}

/** What the uncovered time of a stretch rests on. */
export function restsUncovered(s: Stretch, { compared }: Uncovered): Resting[] {
  return [
    ...restsOn(s),
    ...(compared.some((x) => x.stretch.assumed) ? [ONE_AT_A_TIME] : []),
    ...compared.slice(0, 6).flatMap((task) => restsBeside(s, task)),
  ];
}

function restsBeside(s: Stretch, { stretch }: Task): Resting[] {
  const from = s.starts[0] as MomentRef;
  const to = s.ends[0];
  return [
    [from, stretch.starts[0] as MomentRef],
    ...(stretch.closed && to ? [[stretch.ends[0] as MomentRef, to] as const] : []),
  ];
}

/** The most that starts and ends leave, ms, where a length of `most` is known of others of them: 0 where any end surely comes first. */
function mostWithin(
  solved: Solved,
  starts: readonly MomentRef[],
  ends: readonly MomentRef[],
  most: number,
): number {
  return most <= 0 ? 0 : Math.min(most, mostBetween(solved, starts, ends));
}

/** The time for which both a stretch and a task run at most, ms. @param length that of the stretch at most */
function mostOverlap(solved: Solved, s: Stretch, { stretch, most }: Task, length: number): number {
  const own = mostWithin(solved, stretch.starts, s.ends, Math.min(length, most));
  return mostWithin(solved, s.starts, stretch.ends, own);
}

/** What of a stretch of this length at most (ms) may lie before, between and after these tasks, which come in their order: those without an end take nothing from it. */
function mostLeft(solved: Solved, s: Stretch, tasks: readonly Task[], length: number): number {
  let [most, chain, after] = [length, 0, 0];
  let last: Stretch | null = null;
  for (const { stretch } of tasks) {
    if (!stretch.closed) continue;
    const before = mostWithin(solved, s.starts, stretch.starts, length);
    if (last) chain += mostWithin(solved, last.ends, stretch.starts, Math.min(before, after));
    else chain = before;
    after = mostWithin(solved, stretch.ends, s.ends, length);
    most = Math.min(most, before + after);
    last = stretch;
  }
  return last ? Math.min(most, chain + after) : most;
}

/** What of a stretch surely lies before and after a task. */
const leastBeside = (solved: Solved, s: Stretch, task: Stretch): number =>
  between(solved, s.starts, [...s.ends, ...task.starts]).min +
  (task.closed ? between(solved, [...s.starts, ...task.ends], s.ends).min : 0);

/** The instants between which a stretch may run. */
function wholeTime(solved: Solved, s: Stretch): [number, number] {
  let lo = Number.NEGATIVE_INFINITY;
  let hi = Number.POSITIVE_INFINITY;
  for (const m of s.starts) lo = Math.max(lo, solved.earliest(m));
  for (const m of s.ends) hi = Math.min(hi, solved.latest(m));
  return [lo, hi];
}

/** The instants that a stretch surely fills; null where there are none. */
function surelyFills(solved: Solved, s: Stretch): [number, number] | null {
  if (!s.closed) return null;
  let from = Number.NEGATIVE_INFINITY;
  let to = Number.POSITIVE_INFINITY;
  for (const m of s.starts) from = Math.max(from, solved.latest(m));
  for (const m of s.ends) to = Math.min(to, solved.earliest(m));
  return to > from ? [from, to] : null;
}

/** The least that is left of a stretch by whole times alone: what it surely fills, less all that the others may. */
function leftOf(solved: Solved, [from, to]: readonly [number, number], others: readonly Task[]): number {
  const taken = others
    .map(({ stretch: { starts, ends, closed } }): [number, number] => [
      solved.earliest(starts[0] as MomentRef),
      closed ? solved.latest(ends[0] as MomentRef) : Number.POSITIVE_INFINITY,
    ])
    .sort((a, b) => a[0] - b[0]);
  let [left, at] = [0, from];
  for (const [a, b] of taken) {
    left += Math.max(0, Math.min(a, to) - at);
    at = Math.max(at, b);
  }
  return left + Math.max(0, to - at);
}
