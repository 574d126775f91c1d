/** Bounds on a duration: ms, both ends reached, infinite where the record sets no bound. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** A length in the courts' words: `4 min 12 s`, `3 h 38 min`, `2 d 4 h`. Seconds are rounded down. */
export function printLengthOf(ms: number): string {
  const s = Math.floor(Math.abs(ms) / 1000);
  const sign = ms < 0 ? '−' : '';
  if (s < 60) return `${sign}${s} s`;
  const m = Math.floor(s / 60);
  if (m < 60) return `${sign}${m} min ${two(s % 60)} s`;
  const h = Math.floor(m / 60);
  if (h < 48) return `${sign}${h} h ${two(m % 60)} min`;
  return `${sign}${Math.floor(h / 24)} d ${h % 24} h`;
}

/** The same without seconds or minutes that are none: what a case allows is `5 min`, and not `5 min 00 s`. */
export const roundLength = (ms: number): string =>
  printLengthOf(ms)
    .replace(/ min 00 s$/, ' min')
    .replace(/ h 00 min$/, ' h');

/** A length rounded up to the unit that it is shown in, for what may be as long as that: never too little. */
export function printUpTo(ms: number): string {
  const unit = shownUnit(ms);
  return printLengthOf(Math.ceil(ms / unit) * unit);
}

/** ms of the finest unit `printLengthOf` shows for a length: what rounding may take away. */
function shownUnit(ms: number): number {
  const s = Math.floor(Math.abs(ms) / 1000);
  return s < 3600 ? 1000 : s < 48 * 3600 ? 60_000 : 3_600_000;
}

/**
 * A bound within a ms of a whole second, but of no whole minute, comes of times that were written to the second: 14:18:58 to
 * 14:25:10 is anything from 6 min 11.001 s to 6 min 12.999 s. It is counted as lawyers count, from second to second as
 * written: 6 min 12 s. What is shown then lies less than a second from the bound, which `SECONDS` says once wherever such
 * lengths stand; every other length never says more than its bound. Whole minutes are not counted so: 14:18 to 14:25 proves
 * no more than "more than 6 min".
 */
export const SECONDS =
  'Times written to the second are counted as written; each stands for the whole of its second.';

/** The second counted as written that a bound comes of, ms; null where it comes of none. @param past 1 for a least, -1 for a most */
function counted(ms: number, past: 1 | -1): number | null {
  if (!Number.isFinite(ms) || Math.abs(ms) >= 3_600_000) return null;
  const second = ms - past;
  return second >= 0 && second % 1000 === 0 && second % 60_000 !== 0 ? second + past * 1000 : null;
}

/** `at least 4 min 12 s`; rounded down, so that it is never too much. `more than` where the bound is just past a whole minute. */
export function printAtLeast(min: number): string {
  if (!Number.isFinite(min)) return 'no lower bound';
  const whole = counted(min, 1);
  if (whole !== null) return `at least ${printLengthOf(whole)}`;
  const unit = shownUnit(min);
  const floor = Math.floor(min / unit) * unit;
  return `${min - floor === 1 ? 'more than' : 'at least'} ${printLengthOf(floor)}`;
}

/** By how much entries miss one another: `at least 4 min 12 s`, and in ms where it is less than a second. */
export const printMiss = (by: number): string =>
  by < 1000 ? `at least ${Math.floor(by)} ms` : printAtLeast(by);

/** `less than 6 min 03 s`, or `at most` where the end itself is allowed; rounded up, so that it is never too little. */
export function printAtMost(max: number): string {
  if (!Number.isFinite(max)) return 'no upper bound in the record';
  const whole = counted(max, -1);
  if (whole !== null) return `at most ${printLengthOf(whole)}`;
  const unit = shownUnit(max + 1);
  const exact = max % unit === 0;
  return exact
    ? `at most ${printLengthOf(max)}`
    : `less than ${printLengthOf((Math.floor(max / unit) + 1) * unit)}`;
}

/** Neither end says anything: an order, and no more. */
export const saysNothing = (b: Bounds): boolean => b.min <= 0 && !Number.isFinite(b.max);

/**
 * Both ends, always: `at least 4 min 12 s, at most 6 min 03 s`. Where the least says nothing, `up to 23 min`; where it need
 * not have been at all, `up to 23 min, or none`; where both ends are shown as one second as written, that alone. Never a negative time.
 */
export function printBounds(b: Bounds): string {
  if (saysNothing(b)) return 'for how long, the record does not say';
  if (b.max <= 0) return 'no time at all';
  if (b.min < 1000) return `up to ${short(b.max)}${b.min < 0 ? ', or none' : ''}`;
  const [least, most] = [printAtLeast(b.min), printAtMost(b.max)];
  const length = least.replace(/^at least /, '');
  if (counted(b.min, 1) !== null && most.replace(/at most |less than /, '') === length) return length;
  return `${least}, ${most}`;
}

/** Whether both ends are said in one: `5 min 12 s`, `up to 2 min`. */
export const printsAsOne = (b: Bounds): boolean => b.min < 1000 || !printBounds(b).includes(', ');

/** By how much one moment is after another, where it may be before it: both ends, rounded outward. */
export function printApart({ min, max }: Bounds): string {
  if (min >= 0) return printAtLeast(min);
  if (max <= 0) return `${printAtLeast(-max)} before${Number.isFinite(min) ? `, ${printAtMost(-min)}` : ''}`;
  if (!Number.isFinite(min))
    return Number.isFinite(max) ? `${printAtMost(max)} after, or before it` : 'The record sets no bound.';
  return Number.isFinite(max)
    ? `from ${printUpTo(-min)} before to ${printUpTo(max)} after`
    : `${printAtMost(-min)} before, or after it`;
}

/** A most without its `at most` or `less than`: `23 min`, `2 min 51 s`. */
const short = (max: number): string =>
  printAtMost(max)
    .replace(/^(at most|less than) /, '')
    .replace(/ min 00 s$/, ' min')
    .replace(/ h 00 min$/, ' h');

/** `4:12`, `1:04:12`: hours only where there are any. */
export function shortLength(ms: number): string {
  const s = Math.floor(Math.abs(ms) / 1000);
  const h = Math.floor(s / 3600);
  const body =
    h > 0 ? `${h}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
  return ms < 0 ? `−${body}` : body;
}
