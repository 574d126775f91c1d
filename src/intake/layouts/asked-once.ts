import { readDate, withYear } from '../../time/grammar/date';
import { type SerialSystem, serialDecimals, serialText } from '../../time/grammar/serial';
import type { Ask, Drafts, ImportContext } from '../drafts';
import { linesSaid, type Table, type TableRow } from '../formats/table';
import type { Mapping } from './layout';
import { daysIn } from './title-days';

const YEAR = 'year';
const COUNTS = 'day-numbers';

/** A cell as it reads with what a person said of its table; or why it cannot be read until they do. */
type Told = { readonly text: string } | { readonly why: string };

/**
 * What no cell of a table says and only a person can: the year of days such as `14-Mar`, and whether `45365.602` counts days as
 * spreadsheets do. Each is asked once for the table.
 */
export class AskedOnce {
  private readonly yearless = new Map<number, string>();
  private readonly counted = new Map<number, string>();
  private readonly decimals = new Map<string, number>();
  /** The year that is told for the table; looked for at the first day that lacks one. */
  private year: string | null = null;
  private full: readonly string[] | null = null;

  constructor(
    private readonly table: Pick<Table, 'rows' | 'day' | 'year'>,
    private readonly mapping: Mapping,
    private readonly context: Pick<ImportContext, 'years'>,
  ) {}

  /** What a cell that the grammar does not take is read as; null where neither is what it lacks. */
  told(text: string, row: TableRow, field: string): Told | null {
    const { answers } = this.mapping;
    if (serialDecimals(text) !== null) {
      const system = answers[COUNTS] ?? '';
      const decimals = this.decimalsOf(field);
      if (decimals === null || serialText(text, '1900', decimals) === null) return null;
      this.counted.set(row.line, text);
      const read = isSystem(system) ? serialText(text, system, decimals) : null;
      if (read !== null) return { text: read };
      return {
        why: `“${text}” may count days, as spreadsheets do: say so in the app, or write the day and the time`,
      };
    }
    if (!MAY_LACK_A_YEAR.test(text)) return null;
    const year = yearFor(text, this.yearTold());
    if (year === null) return null;
    this.yearless.set(row.line, text);
    const read = year === '' ? null : withYear(text, year);
    return read === null
      ? { why: `“${text}” has no year: say which in the app, or write it in full, such as 2024-03-14` }
      : { text: read };
  }

  /** The most decimals that counts of a column have; null where `0.30` may as well be a time. */
  private decimalsOf(field: string): number | null {
    let most = this.decimals.get(field);
    if (most === undefined) {
      let dated = false;
      most = -1;
      const at = this.mapping.columns[field] ?? -1;
      for (const { cells } of this.table.rows) {
        const cell = (cells[at] ?? '').trim();
        const n = serialDecimals(cell);
        if (n === null) continue;
        most = Math.max(most, n);
        dated ||= /^\d{5}/.test(cell);
      }
      if (!dated && most < 3) most = -1;
      this.decimals.set(field, most);
    }
    return most < 0 ? null : most;
  }

  /** Puts the questions to the person, and says what was taken. */
  finish(drafts: Pick<Drafts, 'asks' | 'notices'>): void {
    if (this.counted.size > 0) this.askCounts(drafts);
    if (this.yearless.size > 0) this.askYear(drafts);
  }

  private askCounts(drafts: Pick<Drafts, 'asks' | 'notices'>): void {
    const [lines, example] = [[...this.counted.keys()], [...this.counted.values()][0] as string];
    const taken = this.mapping.answers[COUNTS] ?? '';
    const means = (system: SerialSystem): string => serialText(example, system) ?? 'no day';
    drafts.asks.unshift({
      id: COUNTS,
      lines,
      says: `Figures such as ${example} may count days, as spreadsheets do: do they?`,
      choices: [
        { value: '1900', says: `Yes, as most programs count: ${example} is ${means('1900')}` },
        ...(means('1904') === means('1900')
          ? []
          : [{ value: '1904', says: `Yes, as old Excel for Mac counts: ${means('1904')}` }]),
        { value: 'no', says: 'No: leave these rows out' },
      ],
      taken,
    });
    if (isSystem(taken))
      drafts.notices.push(
        `Figures on line ${linesSaid(lines)} are read as counts of days: ${example} is ${means(taken)}.`,
      );
  }

  private askYear(drafts: Pick<Drafts, 'asks' | 'notices'>): void {
    const [lines, texts] = [[...this.yearless.keys()], [...this.yearless.values()]];
    const taken = this.yearTold();
    const two = ofTwoYears(texts);
    const ask: Ask = {
      id: YEAR,
      lines,
      says: `No year is written in days such as ${texts[0]}: which year is it?`,
      choices: this.years().flatMap((y) =>
        two
          ? [{ value: `${y}/${y + 1}`, says: `${y}, and ${y + 1} from January on` }]
          : [{ value: `${y}`, says: `${y}` }],
      ),
      taken,
    };
    drafts.asks.unshift(ask);
    if (taken !== '')
      drafts.notices.push(
        `Days without a year are taken as of ${taken.replace('/', ' and ')}${this.whereTold()}.`,
      );
  }

  /**
   * The year of the days that lack one: what a person answered, else the one that the title or the file's name states, or that
   * of the day which is given for rows without one. Empty where these differ, and where one year cannot be that of all days.
   */
  private yearTold(): string {
    const answer = this.mapping.answers[YEAR];
    if (answer !== undefined) return answer;
    if (this.year === null) {
      const stated = this.stated();
      const days = [...this.yearlessCells(), ...this.written().map((d) => d.slice(5))];
      this.year = stated.length === 1 && !ofTwoYears(days) ? (stated[0] as string) : '';
    }
    return this.year;
  }

  /** The years that the table, its own days that are written in full, and the day given for it state. */
  private stated(): string[] {
    const { table, mapping } = this;
    const own = this.written().map((d) => d.slice(0, 4));
    return [...new Set([table.year, table.day.slice(0, 4), ...own, mapping.date.slice(0, 4)])].filter(
      (y) => y !== '',
    );
  }

  /** The days that stand in full in the columns of the day and of times; of those in two orders, both. */
  private written(): readonly string[] {
    this.full ??= this.cells().flatMap((cell) => daysIn(DATED.exec(cell)?.[0] ?? ''));
    return this.full;
  }

  private whereTold(): string {
    if (this.mapping.answers[YEAR] !== undefined) return '';
    if (this.table.year !== '') return ', which stands above the header or in the name of the file';
    return this.written().length > 0
      ? ', the year of its other days'
      : ', the year of the day that is given for rows without one';
  }

  /** What stands in the columns that mean something and begins with a day without its year. */
  private yearlessCells(): string[] {
    return this.cells().filter((cell) => MAY_LACK_A_YEAR.test(cell) && withYear(cell, '2024') !== null);
  }

  private cells(): string[] {
    const { columns, moments } = this.mapping;
    const used = new Set([...Object.values(columns), ...moments.flatMap((m) => [m.date, m.time])]);
    return this.table.rows.flatMap(({ cells }) => [...used].map((at) => cells[at] ?? ''));
  }

  /** The years it may be: those of the table's title and of the case, or else this one and the five before it. */
  private years(): readonly number[] {
    const known = [...new Set([...this.stated().map(Number), ...this.context.years])];
    if (known.length > 0) return known.slice(0, 8);
    const now = new Date().getFullYear();
    return [0, 1, 2, 3, 4, 5].map((n) => now - n);
  }
}

/** What a cell begins with that may be a day in full, behind its weekday. */
const DATED = /^\W*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]*\s+)?[\w/.-]+(?:[ ,-]+\w+,? \d{4})?/i;

/** A figure before a slash, or the letters of a month: all else is told at a glance. */
const MAY_LACK_A_YEAR = /\d\/\d|[a-z]{3}/i;

const isSystem = (answer: string): answer is SerialSystem => answer === '1900' || answer === '1904';

/** Whether days without a year are of December and of January, and so of two years. */
function ofTwoYears(texts: readonly string[]): boolean {
  const months = new Set(texts.map((t) => monthOf(t)));
  return months.has(12) && months.has(1);
}

/** The month of a day without a year, as far as it can be told; `03-15` is one of March. */
function monthOf(text: string): number {
  if (/^\d\d-\d\d$/.test(text)) return Number(text.slice(0, 2));
  const read = readDate(withYear(text, '2024') ?? '', 'mdy');
  return read.ok ? Number(read.date.slice(5, 7)) : 0;
}

/** The year that an answer gives a text, empty where nobody answered; null where the text lacks none. */
function yearFor(text: string, answer: string): string | null {
  if (withYear(text, '2024') === null) return null;
  const [first = '', second] = answer.split('/');
  return second !== undefined && monthOf(text) < 7 ? second : first;
}
