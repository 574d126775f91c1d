import type { CaseRecord } from '../record/record';
import { parseTime } from '../time/grammar/parse';
import { resolveReading } from '../time/grammar/resolve';
import type { Positions } from '../time/solver/positions';

/** The sheet as the papers have it: each entry where its own source says, on its own clock, as if none were off. */
export interface AsWritten {
  readonly positions: Positions;
  /** Rows that the record proves to lie elsewhere than they say. */
  readonly moved: ReadonlySet<string>;
}

interface Edge {
  readonly row: string;
  readonly text: string;
  readonly date: string;
  readonly zone: string;
}

/**
 * Every reading of a wall clock put where it was written, ms; what is written as an order, a length or a counter stays
 * where the record has it. A row has moved where no instant is both what it says and what the record allows.
 */
export function asWritten(record: CaseRecord, solved: Positions): AsWritten {
  const [min, max, at] = [solved.min.slice(), solved.max.slice(), solved.at.slice()];
  const moved = new Set<string>();
  edgesOf(record).forEach((edge, m) => {
    const said = edge && readingOf(edge, record.case.policies.approximate);
    if (!said) return;
    const [lo, hi] = [solved.min[m] as number, solved.max[m] as number];
    if (said.min > hi || said.max < lo) moved.add(edge.row);
    min[m] = said.min;
    max[m] = said.max;
    const middle = (said.min + said.max) / 2;
    at[m] = Number.isFinite(middle) ? middle : Number.isFinite(said.min) ? said.min : said.max;
  });
  return { positions: { ...solved, min, max, at }, moved };
}

/** Both ends of every row in the order of `Positions`: events (start, end), custody (released, received); null where nothing is written. */
function edgesOf(record: CaseRecord): (Edge | null)[] {
  const zones = new Map(record.clocks.map((c) => [c.id, c.zone]));
  const edge = (row: string, text: string, date: string, zone: string, clockId: string): Edge | null =>
    text === '' ? null : { row, text, date, zone: zone || zones.get(clockId) || record.case.zone };
  return [
    ...record.events.flatMap((e) => [
      edge(e.id, e.start, e.date, e.zone, e.clockId),
      edge(e.id, e.end, e.date, e.zone, e.clockId),
    ]),
    ...record.custody.flatMap((c) => [
      edge(c.id, c.releasedAt, c.releasedDate, c.zone, c.clockId),
      edge(c.id, c.receivedAt, c.receivedDate, c.zone, c.clockId),
    ]),
  ];
}

function readingOf(edge: Edge, approximate: number): { min: number; max: number } | null {
  const parsed = parseTime(edge.text);
  if (!parsed.ok || parsed.written.form !== 'reading' || parsed.written.from.clock === 'media') return null;
  const resolved = resolveReading(parsed.written, { date: edge.date, zone: edge.zone, approximate });
  return resolved.ok ? resolved.interval : null;
}
