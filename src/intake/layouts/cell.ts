import { isNone } from '../../record/values';
import { parseTime } from '../../time/grammar/parse';
import type { Choice } from '../../time/grammar/refusal';
import type { Written } from '../../time/grammar/written';
import type { TableRow } from '../formats/table';

/** A cell that cannot be taken: which field, and why. It is thrown by the thousand, so it takes no stack with it. */
export class BadCell {
  constructor(
    readonly field: string,
    readonly message: string,
    /** What the cell can mean, where only a person can say. */
    readonly asks: readonly Choice[] = [],
  ) {}
}

/** A time cell that was understood. `text` is as written, with an ambiguous date put in the app's own form. */
export class TimeCell {
  /** ms since midnight of a reading on a wall clock that names neither its own day nor a zone; null for all others. */
  readonly bare: number | null;
  private readonly known: Written | null;

  /** @param is what it was understood as; of a plain time of day its ms alone, and the rest is read when it is asked for */
  constructor(
    readonly text: string,
    readonly date: string,
    is: Written | number,
  ) {
    this.known = typeof is === 'number' ? null : is;
    this.bare = typeof is === 'number' ? is : bareClock(is);
  }

  get written(): Written {
    if (this.known) return this.known;
    const read = parseTime(this.text);
    if (!read.ok) throw new Error(`“${this.text}” is no plain time`);
    return read.written;
  }

  /** Whether nothing but a time of day stands there: no range, no day, no word. */
  get plain(): boolean {
    return this.known === null;
  }
}

function bareClock(w: Written): number | null {
  const stamp = w.form === 'reading' ? w.from : w.form === 'open' ? w.stamp : null;
  return stamp?.clock === 'wall' && stamp.date === null && stamp.zone === null ? stamp.ms : null;
}

/** ms since midnight of `14:27` and `14:27:05`; -1 for every other text, which the grammar then reads. */
export function plainClock(text: string): number {
  const { length } = text;
  if ((length !== 5 && length !== 8) || text.charCodeAt(2) !== COLON) return -1;
  const [h, m] = [pairAt(text, 0), pairAt(text, 3)];
  const s = length === 5 ? 0 : text.charCodeAt(5) === COLON ? pairAt(text, 6) : 60;
  return h < 24 && m < 60 && s < 60 ? ((h * 60 + m) * 60 + s) * 1000 : -1;
}
const COLON = 58;

/** Two figures as a number; 99 where they are none. */
function pairAt(text: string, at: number): number {
  const [a, b] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return a >= 0 && a <= 9 && b >= 0 && b <= 9 ? a * 10 + b : 99;
}

/** A cell of a column as it is written, without its blanks. */
export function written(row: TableRow, at: number | undefined): string {
  const text = at === undefined ? undefined : row.cells[at];
  if (text === undefined || text === '') return '';
  return text.charCodeAt(0) > 32 && text.charCodeAt(text.length - 1) > 32 ? text : text.trim();
}

/** What a cell says: nothing, where it says `N/A`, `none` or a dash. */
export const said = (text: string): string => (text !== '' && text.length < 20 && isNone(text) ? '' : text);

/** Under which id the answer about one cell goes into the mapping. */
export const cellId = (line: number, field: string): string => `cell ${line} ${field}`;

/** A spreadsheet makes 6 of 0006: what a lone figure may have been. */
export function zerosLost(text: string): Choice[] {
  const n = /^\d{1,2}$/.test(text) ? Number(text) : 60;
  const two = String(n).padStart(2, '0');
  return [
    ...(n <= 59 ? [{ text: `00:${two}`, says: `00:${two}, its zeros lost` }] : []),
    ...(n <= 23 ? [{ text: `${two}:00`, says: `${two}:00, the hour` }] : []),
  ];
}
