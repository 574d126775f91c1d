import { driftOver, NEAR } from './drift';

/**
 * A clock, or a recording's counter, as its readings run along it. Its offset is not one number: at each reading that the
 * network must know (a sync point, an entry that a relation touches) it has a knot, the offset there, as a variable;
 * neighbouring knots differ by no more than the clock may drift on the way. A line without a rate (the reference
 * clock) has one offset, `clockVariable`, and no knots.
 */
export class ClockLine {
  /** Offsets as variables, by the reading (ms) at which they hold. */
  readonly knots = new Map<number, number>();
  private readings: Float64Array = new Float64Array(0);
  private offsets: Int32Array = new Int32Array(0);
  private stretches: Int32Array = new Int32Array(0);
  private earliest = Number.POSITIVE_INFINITY;
  private latest = Number.NEGATIVE_INFINITY;
  /** Numbers of the reasons: what holds near at hand, and what is assumed beyond; set when the line is laid. */
  near = -1;
  far = -1;
  /** Whether what is assumed beyond is switched off, or widened. */
  isLoose = false;

  constructor(
    /** The variable that stands for the whole clock: the range of its offset, or a counter's first frame. */
    readonly clockVariable: number,
    /** The clock's id, the id and ` zone`, or `counter` and a source. */
    readonly row: string,
    readonly label: string,
    /** Parts in a million. */
    public rate: number,
    /** Whether `clockVariable` is the offset at reading 0 (a counter), not at any reading (a wall clock's range). */
    readonly counter: boolean,
  ) {
    if (counter) this.knots.set(0, clockVariable);
  }

  /** Takes note of a reading, ms. */
  touch(lo: number, hi: number): void {
    if (Number.isFinite(lo)) this.note(lo);
    if (Number.isFinite(hi)) this.note(hi);
    if (this.counter) this.note(0);
  }

  private note(p: number): void {
    if (p < this.earliest) this.earliest = p;
    if (p > this.latest) this.latest = p;
  }

  /** Takes note of the readings of another line of the same clock, as that one of these. */
  reachAs(other: ClockLine): void {
    other.touch(this.earliest, this.latest);
    this.touch(other.earliest, other.latest);
  }

  /** Whether any two of its readings are farther apart than near. */
  get reachesFar(): boolean {
    return this.latest - this.earliest > NEAR;
  }

  /** The readings that have a knot, in order; `settle` must have been called. */
  get order(): Float64Array {
    return this.readings;
  }

  /** The variables of their offsets, in the same order. */
  get variables(): Int32Array {
    return this.offsets;
  }

  /** No knot is added any more. */
  settle(): void {
    this.readings = Float64Array.from(this.knots.keys()).sort();
    this.offsets = Int32Array.from(this.readings, (p) => this.knots.get(p) as number);
    let [stretch, from] = [0, this.readings[0] ?? 0];
    this.stretches = Int32Array.from(this.readings, (p) => {
      if (p - from > NEAR) [stretch, from] = [stretch + 1, p];
      return stretch;
    });
  }

  /** Whether two knots that follow on one another, by their places in `order`, are of one stretch: all within an hour of its first. */
  isOneStretch(before: number, k: number): boolean {
    return this.stretches[before] === this.stretches[k];
  }

  /** The stretch to which a reading belongs; -1 where it is near none, or near two of which nobody says where the one ends. */
  private stretchOf(p: number): number {
    const { readings, stretches } = this;
    const k = this.from(p);
    const [left, right] = [stretches[k - 1] ?? -1, stretches[k] ?? -1];
    if (left === right || readings[k] === p) return right;
    const nearLeft = p - (readings[k - 1] ?? Number.NaN) <= NEAR;
    const nearRight = (readings[k] ?? Number.NaN) - p <= NEAR;
    return nearLeft === nearRight ? -1 : nearLeft ? left : right;
  }

  /**
   * Whether two readings cannot be held against one another once nothing is assumed beyond an hour: each is near knots of
   * another stretch, or one is a knot and the other may be of the stretch behind it as well.
   */
  isParted(p: number, q: number): boolean {
    const [a, b] = [this.stretchOf(p), this.stretchOf(q)];
    return a !== b && ((a >= 0 && b >= 0) || this.knots.has(p) || this.knots.has(q));
  }

  /** The place in `order` of the first reading that is not before p. */
  private from(p: number): number {
    const { readings } = this;
    let [lo, hi] = [0, readings.length];
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if ((readings[mid] as number) < p) lo = mid + 1;
      else hi = mid;
    }
    return lo;
  }

  /** The place in `order` of the first of the readings around one, at most two: what is known elsewhere on the line comes by way of them. */
  firstAround(p: number): number {
    const k = this.from(p);
    return k > 0 && this.readings[k] !== p ? k - 1 : k;
  }

  /** The place of the last of them; before the first where there is none. */
  lastAround(p: number): number {
    return Math.min(this.from(p), this.readings.length - 1);
  }

  /** What it may wander between two readings, ms, by its rate alone. */
  wander(p: number, q: number): number {
    return driftOver(p - q, this.rate);
  }

  /** The number of the reason for that. */
  why(p: number, q: number): number {
    return Math.abs(p - q) <= NEAR ? this.near : this.far;
  }
}
