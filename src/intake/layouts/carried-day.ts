import type { TableRow } from '../formats/table';
import { linesSaid } from '../formats/table';
import { BadCell, type TimeCell } from './cell';
import type { Reader } from './cells';
import { nextDay } from './order';

const HOUR = 3_600_000;
/** A rise of more than this between two rows is no later hour of the day: the table may run backwards. */
const HALF_DAY = 12 * HOUR;
/** After a row that states its day, a fall of this much is a night, one of this much or less a row out of its order. */
const [NIGHT, LATE] = [18 * HOUR, 6 * HOUR];

/**
 * The day that stands with a time (`3/14/24 2:27 PM`) holds for the rows below it that state none (`2:29 PM`), as people write
 * it once. Only where no column, title or line of its own gives a day; and it is said.
 */
export class CarriedDay {
  private day = '';
  private last: { readonly ms: number; readonly dated: boolean } | null = null;
  private readonly held = new Map<string, { readonly from: string; readonly lines: number[] }>();

  constructor(private readonly reader: Reader) {}

  /** The time of a row for which nothing else gives a day. @throws BadCell */
  time(row: TableRow, text: string, zone: string): TimeCell {
    const own = this.attempt(text, zone);
    if (own && own.date !== '') {
      this.hold(own.date, `The day that stands with the time on line ${row.line} (${own.date})`);
      this.last = stampOf(own, true);
    }
    if (own) return own;
    const cell = this.at(text, zone);
    const now = stampOf(cell, false);
    const by = this.last && now ? now.ms - this.last.ms : 0;
    if (by > HALF_DAY || (this.last?.dated && by < -LATE && by > -NIGHT))
      throw new BadCell(
        'start',
        'this time has no day, and it is not clear that it is the day of the row before it: write its date before it',
      );
    // What falls between two rows without a day of their own, the reader of their order finds.
    if (this.last?.dated && by <= -NIGHT) {
      const next = nextDay(this.day);
      this.hold(next, `Midnight was passed after line ${row.line - 1}: ${next}`);
    }
    this.held.get(this.day)?.lines.push(row.line);
    this.last = now ?? this.last;
    return this.at(text, zone);
  }

  private hold(day: string, from: string): void {
    this.day = day;
    if (!this.held.has(day)) this.held.set(day, { from, lines: [] });
  }

  private at(text: string, zone: string): TimeCell {
    return this.reader.time(text, this.day, zone, 'start') as TimeCell;
  }

  private attempt(text: string, zone: string): TimeCell | null {
    try {
      return this.reader.time(text, '', zone, 'start');
    } catch (error) {
      if (error instanceof BadCell) return null;
      throw error;
    }
  }

  /** What is to be said of it. */
  notices(): string[] {
    return [...this.held.values()].flatMap(({ from, lines }) =>
      lines.length === 0
        ? []
        : [`${from} holds for the rows below it that state none: line ${linesSaid(lines)}.`],
    );
  }
}

const stampOf = ({ written: w }: TimeCell, dated: boolean): { ms: number; dated: boolean } | null =>
  w.form === 'reading' && w.from.clock === 'wall' ? { ms: w.from.ms, dated } : null;
