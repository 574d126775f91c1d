import type { TableRow } from '../formats/table';
import { BadCell } from './cell';
import type { Reader } from './cells';
import { nextDay, passed, type TimedRow } from './order';

/** What the order of a camera's rows says of the day of one of them. */
export interface CameraDay {
  /** The day it stands on, where that is not the day as written. */
  readonly date: string | null;
  readonly refused: string | null;
}

/**
 * The recordings of one camera go forward: where a row begins earlier on one day than the row before it, midnight was
 * passed between them, as in a log of events. By line; rows that stand as written are in it not at all.
 */
export function cameraDays(reader: Reader, rows: readonly TableRow[]): ReadonlyMap<number, CameraDay> {
  const cameras = new Map<string, TimedRow[]>();
  for (const row of rows) {
    const timed = timedRow(reader, row);
    if (!timed) continue;
    const key = reader.value(row, 'camera').toLowerCase();
    const list = cameras.get(key);
    if (list) list.push(timed);
    else cameras.set(key, [timed]);
  }
  const days = new Map<number, CameraDay>();
  for (const list of cameras.values()) {
    if (list.length < 2) continue;
    const found = passed(list, reader.mapping.answers);
    reader.drafts.notices.push(...found.notices);
    reader.drafts.asks.push(...found.asks);
    for (const [timed, by] of found.later) {
      let { date } = timed;
      for (let i = 0; i < by; i++) date = nextDay(date);
      days.set(timed.line, { date, refused: null });
    }
    for (const timed of [...found.afternoon, ...found.morning])
      days.set(timed.line, { date: null, refused: 'am or pm is missing here: write it' });
    for (const [timed, why] of found.refused) days.set(timed.line, { date: null, refused: why });
  }
  return days;
}

/** A row with its start; null for one that the layout will refuse by itself. */
function timedRow(reader: Reader, row: TableRow): TimedRow | null {
  try {
    const zone = reader.zone(reader.value(row, 'zone'), 'zone');
    const written = reader.value(row, 'date');
    const date = reader.date(written, row, 'date');
    const time = reader.time(reader.clockText(row, 'start'), date, zone, 'start');
    return time && { line: row.line, date: time.date, dated: written !== '', time };
  } catch (error) {
    if (error instanceof BadCell) return null;
    throw error;
  }
}
