type Int = (below: number) => number;
const UNITS = [60_000, 60_000, 1000, 100] as const;

/** A time as a log in UTC writes it, cut to its unit, and all that it may stand for: ms, both ends reached. */
export interface Told {
  readonly text: string;
  readonly date: string;
  readonly from: number;
  readonly until: number;
}

/** An instant (ms) as a clock in UTC is read that shows it exactly: to the minute, the second or the tenth. */
export function told(t: number, int: Int): Told {
  const unit = UNITS[int(UNITS.length)] as number;
  const from = Math.floor(t / unit) * unit;
  const iso = new Date(from).toISOString();
  const text = unit >= 60_000 ? iso.slice(11, 16) : unit >= 1000 ? iso.slice(11, 19) : iso.slice(11, 21);
  return { text, date: iso.slice(0, 10), from, until: from + unit - 1 };
}
