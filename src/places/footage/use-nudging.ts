import { useRef } from 'react';
import type { EventRow } from '../../record/event';

/** A move that the record has not shown after so long was not taken, ms. */
const LONGEST = 2000;

/** The mark as it stands after the moves that were asked for, though the record is a few behind: keys come quicker than it follows. */
export interface Nudging {
  readonly standing: (row: EventRow) => EventRow;
  readonly moved: (row: EventRow) => void;
}

/** @param now milliseconds, to tell a move that was not taken */
export function nudgingOf(now: () => number): Nudging & { caughtUp: (rows: readonly EventRow[]) => void } {
  let ahead: { row: EventRow; since: number } | null = null;
  const same = (a: EventRow, b: EventRow): boolean => a.id === b.id && a.start === b.start && a.end === b.end;
  return {
    standing: (row) => (ahead && ahead.row.id === row.id && now() - ahead.since < LONGEST ? ahead.row : row),
    moved: (row) => {
      ahead = { row, since: now() };
    },
    caughtUp: (rows) => {
      const row = ahead?.row;
      if (row && rows.some((r) => same(r, row))) ahead = null;
    },
  };
}

/** Marks that are moved by keys, each press from where the one before left them. */
export function useNudging(rows: readonly EventRow[]): Nudging {
  const held = useRef<ReturnType<typeof nudgingOf> | null>(null);
  held.current ??= nudgingOf(() => performance.now());
  held.current.caughtUp(rows);
  return held.current;
}
