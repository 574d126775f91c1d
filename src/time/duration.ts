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

/** ms of the finest unit `printLengthOf` shows for a length: what rounding may take away. */
function shownUnit(ms: number): number {
  const s = Math.floor(Math.abs(ms) / 1000);
  return s < 3600 ? 1000 : s < 48 * 3600 ? 60_000 : 3_600_000;
}

/** `at least 4 min 12 s`; rounded down, so that it is never too much. `more than` where the bound is just past the unit. */
export function printAtLeast(min: number): string {
  if (!Number.isFinite(min)) return 'no lower bound';
  const unit = shownUnit(min);
  const floor = Math.floor(min / unit) * unit;
  return `${min - floor === 1 ? 'more than' : 'at least'} ${printLengthOf(floor)}`;
}

/** `less than 6 min 03 s`, or `at most` where the end itself is allowed; rounded up, so that it is never too little. */
export function printAtMost(max: number): string {
  if (!Number.isFinite(max)) return 'no upper bound in the record';
  const unit = shownUnit(max + 1);
  const exact = max % unit === 0;
  return exact
    ? `at most ${printLengthOf(max)}`
    : `less than ${printLengthOf((Math.floor(max / unit) + 1) * unit)}`;
}

/** Neither end says anything: an order, and no more. */
export const saysNothing = (b: Bounds): boolean => b.min === 0 && !Number.isFinite(b.max);

/** Both ends, always: `at least 4 min 12 s, at most 6 min 03 s`. */
export function printBounds(b: Bounds): string {
  if (saysNothing(b)) return 'for how long, the record does not say';
  return `${printAtLeast(b.min)}, ${printAtMost(b.max)}`;
}

/** `4:12`, `1:04:12`: hours only where there are any. */
export function shortLength(ms: number): string {
  const s = Math.floor(Math.abs(ms) / 1000);
  const h = Math.floor(s / 3600);
  const body =
    h > 0 ? `${h}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
  return ms < 0 ? `−${body}` : body;
}
