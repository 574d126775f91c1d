import type { Bounds } from '../time/duration';

/** Stretches closer than this are one, ms: a frame skipped while playing is not unwatched. */
const CLOSE = 500;

/** Stretches of a counter as few as they may be, in order: what overlaps or all but touches is one. ms */
export function joined(stretches: readonly Bounds[]): Bounds[] {
  const out: { min: number; max: number }[] = [];
  for (const s of [...stretches].filter((x) => x.max > x.min).sort((a, b) => a.min - b.min)) {
    const last = out.at(-1);
    if (last && s.min <= last.max + CLOSE) last.max = Math.max(last.max, s.max);
    else out.push({ min: Math.round(s.min), max: Math.round(s.max) });
  }
  return out.map((s) => ({ min: Math.round(s.min), max: Math.round(s.max) }));
}

/** How long these stretches are together, ms; overlaps count once. */
export const watchedLength = (stretches: readonly Bounds[]): number =>
  joined(stretches).reduce((sum, s) => sum + s.max - s.min, 0);

/** Played faster than this nothing is said to have been watched. */
const FASTEST = 4;
/** Between two pictures of the screen no more than this goes by at the fastest rate, ms of the counter. */
const STEP = 1000;

/**
 * Follows a player and gathers what was played forwards, no faster than can be followed. Jumps, steps by frames and playing backwards
 * add nothing.
 */
export class Gatherer {
  private stretches: Bounds[] = [];
  private last: number | null = null;

  /** What is on screen now. @param ms of the counter @param rate of playing */
  see(ms: number, playing: boolean, rate: number): void {
    const before = this.last;
    this.last = playing && rate <= FASTEST ? ms : null;
    if (before === null || this.last === null || ms <= before || ms - before > STEP) return;
    const open = this.stretches.at(-1);
    if (open && open.max === before) this.stretches[this.stretches.length - 1] = { min: open.min, max: ms };
    else this.stretches.push({ min: before, max: ms });
  }

  /** What is gathered and not taken yet. */
  sofar(): Bounds[] {
    return joined(this.stretches);
  }

  /** What was gathered since this was last asked. */
  take(): Bounds[] {
    const all = joined(this.stretches);
    this.stretches = [];
    return all;
  }
}
