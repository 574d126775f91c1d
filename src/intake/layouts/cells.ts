import { MOST_LETTERS } from '../../record/bounds';
import { isDay } from '../../record/day';
import { isNone } from '../../record/values';
import { isZone } from '../../record/zone';
import { parseTime, readDate } from '../../time/grammar/parse';
import { printWritten } from '../../time/grammar/print';
import type { DateOrder, NotUnderstood } from '../../time/grammar/refusal';
import { resolveReading } from '../../time/grammar/resolve';
import type { WallStamp } from '../../time/grammar/written';
import { statementsOf } from '../../time/grammar/written';
import { readZone } from '../../time/grammar/zone-words';
import { instantsOf } from '../../time/grammar/zones';
import type { Drafts, ImportContext } from '../drafts';
import { columnName, linesSaid, type Table, type TableRow } from '../formats/table';
import { AskedOnce } from './asked-once';
import { ByName } from './by-name';
import { BadCell, cellId, plainClock, said, TimeCell, written, zerosLost } from './cell';
import { type EpochUnit, epochOf, epochText } from './epoch';
import { datesAbove, withDittos } from './from-above';
import { severalZones } from './heading-zone';
import type { Mapping } from './layout';

const DAY = 86_400_000;

/** What every layout shares in reading one table: cells by field, days and times, refusals by line. */
export class Reader {
  readonly named: ByName;
  /** Dates already read: a log writes the same few again and again. */
  private readonly dates = new Map<string, string>();
  private readonly doubts = new Map<string, number[]>();
  private readonly dayless: number[] = [];
  /** Whether a person has mended cells of this table; the answers then stand in their place. */
  readonly mended: boolean;
  private readonly dateOrder: DateOrder;
  private readonly zones = new Map<string, string>();
  /** The day and zone read last, and whether every time of day exists on it. */
  private last = { date: '', zone: '', whole: false };
  private readonly units = new Map<string, EpochUnit | null>();
  private readonly zeroed = new Map<string, boolean>();
  /** Columns that a layout used without a field for them. */
  readonly joined = new Set<number>();
  /** The rows, with ditto marks read, and the dates that hold from above, by line. */
  readonly rows: readonly TableRow[];
  private readonly above: ReadonlyMap<number, string>;
  /** Whether am and pm stand in a column of their own. */
  private readonly halves: boolean;
  private readonly once: AskedOnce;

  constructor(
    readonly table: Table,
    readonly mapping: Mapping,
    readonly context: ImportContext,
    readonly drafts: Drafts,
  ) {
    const order = mapping.answers['date-order'];
    this.dateOrder = order === 'mdy' || order === 'dmy' ? order : mapping.dateOrder;
    this.mended = Object.keys(mapping.answers).some((id) => id.startsWith('cell '));
    this.halves = this.has('ampm');
    this.rows = withDittos(table, mapping, drafts.notices);
    this.above = datesAbove(table, this.rows, mapping, drafts);
    this.once = new AskedOnce(table, mapping, context);
    this.named = new ByName(table, mapping, context, drafts);
  }

  has(field: string): boolean {
    return field in this.mapping.columns;
  }

  /** What a person wrote in place of a cell; undefined where nobody did. */
  answer(row: TableRow, field: string): string | undefined {
    return this.mended ? this.mapping.answers[cellId(row.line, field)] : undefined;
  }

  /** What stands in a field's cell, as it is written. */
  cell(row: TableRow, field: string): string {
    if (this.mended) {
      const answer = this.answer(row, field);
      if (answer !== undefined) return answer;
    }
    return written(row, this.mapping.columns[field]);
  }

  /** What a field's cell says: nothing, where it says `N/A`, `none` or a dash. */
  value(row: TableRow, field: string): string {
    return said(this.cell(row, field));
  }

  /** `cell` of one field for row after row; a field without a column costs nothing. */
  cells(field: string): (row: TableRow) => string {
    if (this.mended) return (row) => this.cell(row, field);
    const at = this.mapping.columns[field];
    return at === undefined ? () => '' : (row) => written(row, at);
  }

  /** `value` of one field for row after row; a field without a column costs nothing. */
  values(field: string): (row: TableRow) => string {
    if (this.mended) return (row) => this.value(row, field);
    const at = this.mapping.columns[field];
    return at === undefined ? () => '' : (row) => said(written(row, at));
  }

  /** A time cell with what the column “AM/PM” says beside it. */
  clockText(row: TableRow, field: string): string {
    let text = this.value(row, field);
    if (text === '' || (!this.halves && plainClock(text) >= 0)) return text;
    text = this.told(text, row, field);
    if (/^-?\d{9,17}(\.0+)?$/.test(text)) {
      const unit = this.unitOf(field);
      if (unit) text = epochText(text, unit);
    }
    if (text.includes('.0') && this.zeros(field)) text = text.replace(ZEROS, '$1');
    if (text === '' || !this.halves || /[ap]\.?m?\.?$/i.test(text)) return text;
    const half = /^([ap])\.?m?\.?$/i.exec(this.value(row, 'ampm'))?.[1];
    return half ? `${text} ${half.toLowerCase()}m` : text;
  }

  /** A cell with what a person said once of its table. @throws BadCell until they do */
  private told(text: string, row: TableRow, field: string): string {
    const told = this.once.told(text, row, field);
    if (told === null) return text;
    if ('why' in told) throw new BadCell(field, told.why);
    return told.text;
  }

  /** Whether the decimals of a column are all zero: a database printed them, and nobody measured a thousandth. */
  private zeros(field: string): boolean {
    let all = this.zeroed.get(field);
    if (all === undefined) {
      const at = this.mapping.columns[field] ?? -1;
      all = this.table.rows.every((r) => !FRACTION.test(r.cells[at] ?? '') || ZEROS.test(r.cells[at] ?? ''));
      this.zeroed.set(field, all);
    }
    return all;
  }

  /** Whether a column of a log holds counts since 1970; asked once a column. */
  private unitOf(field: string): EpochUnit | null {
    let unit = this.units.get(field);
    if (unit === undefined) {
      const at = this.mapping.columns[field] ?? -1;
      const values = this.table.rows.slice(0, 500).map((r) => r.cells[at] ?? '');
      unit = epochOf(
        this.heading(field),
        values.filter((v) => !isNone(v)),
      );
      this.units.set(field, unit);
      if (unit)
        this.drafts.notices.push(
          `${this.heading(field)}: the figures are counts since 1970 in UTC, and are read as such.`,
        );
    }
    return unit;
  }

  /** The heading of a field's column; empty where it has none. */
  heading(field: string): string {
    const at = this.mapping.columns[field];
    return at === undefined ? '' : columnName(this.table, at);
  }

  /** Notes what a person should look at on this row; rows of one saying are told together. */
  doubt(row: TableRow, says: string): void {
    const lines = this.doubts.get(says);
    if (lines) lines.push(row.line);
    else this.doubts.set(says, [row.line]);
  }

  /** Writes what was noted into the notices, and names each column of which nothing was made. */
  finish(): void {
    const { table, mapping, drafts } = this;
    this.once.finish(drafts);
    for (const [says, lines] of this.doubts) drafts.notices.push(`Line ${linesSaid(lines)}: ${says}.`);
    if (this.dayless.length > 0)
      drafts.notices.push(
        `No day is written on line ${linesSaid(this.dayless)}: ${mapping.date}${mapping.date === table.day ? ', which stands above the header or in the name of the file,' : ''} is taken.`,
      );
    const used = new Set([...Object.values(mapping.columns), ...this.joined]);
    if (mapping.zone === '' && mapping.moments.length === 0)
      drafts.notices.push(...severalZones([...used].map((i) => columnName(table, i))));
    for (const m of mapping.moments) used.add(m.date).add(m.time);
    const width = Math.max(table.header.length, table.rows[0]?.cells.length ?? 0);
    for (let column = 0; column < width; column++) {
      if (used.has(column)) continue;
      const example = table.rows.find((r) => (r.cells[column] ?? '') !== '')?.cells[column];
      if (example === undefined) continue;
      const name = columnName(table, column);
      const short = example.length > 60 ? `${example.slice(0, 60)}…` : example;
      drafts.unused.push({ column, name, example: short });
      drafts.notices.push(
        `Column “${name}” is left out (for example “${short}”): say what it means if it matters.`,
      );
    }
  }

  /**
   * Runs each row; a bad cell refuses the line and leaves the rest. So does a line with more letters than an entry can hold: the
   * case would refuse the whole table for it.
   */
  each(work: (row: TableRow) => void): void {
    const read = [...new Set([...Object.values(this.mapping.columns), ...this.joined])];
    for (const row of this.rows) {
      try {
        if (
          row.cells.length < this.table.header.length &&
          row.cells.length === 1 &&
          this.table.header.length > 2
        ) {
          throw new BadCell('', `this row has one cell where the header has ${this.table.header.length}`);
        }
        let letters = 0;
        for (let i = 0; i < read.length; i++) letters += row.cells[read[i] as number]?.length ?? 0;
        if (letters > MOST_LETTERS) throw tooMany(letters);
        work(row);
      } catch (error) {
        if (!(error instanceof BadCell)) throw error;
        this.refuseCell(row, error);
      }
    }
  }

  /** Refuses a line for one of its cells, and asks what it means where it can mean several things. */
  refuseCell(row: TableRow, error: BadCell): void {
    this.refuse(row, error.field, error.message);
    if (error.asks.length === 0 || this.drafts.asks.length >= MOST_ASKS) return;
    this.drafts.asks.push({
      id: cellId(row.line, error.field),
      lines: [row.line],
      says: error.message,
      choices: error.asks.map((c) => ({ value: c.text, says: c.says })),
      taken: '',
    });
  }

  refuse(row: TableRow, field: string, why: string): void {
    const at = this.mapping.columns[field];
    const column = at !== undefined ? columnName(this.table, at) : field;
    this.drafts.refused.push({ file: this.table.file, line: row.line, column, why });
  }

  /** The day of a cell; where it states none, that of a line above, or the one given for the table. */
  date(text: string, row: TableRow, field: string): string {
    if (text === '') {
      if (row.day !== undefined) return row.day;
      const above = field === 'date' ? this.above.get(row.line) : undefined;
      if (above !== undefined) return this.date(above, row, field);
      if (this.mapping.date !== '') this.dayless.push(row.line);
      return this.mapping.date;
    }
    const known = this.dates.get(text);
    if (known !== undefined) return known;
    const bare = text.replace(/[t\s]+00:00(:00(\.0+)?)?z?$/i, '');
    const told = this.told(bare, row, field);
    const read = readDate(told.slice(0, isDay(told.slice(0, 10)) ? 10 : undefined), this.dateOrder);
    if (!read.ok) throw this.notUnderstood(told, field, read);
    if (/^1(899-12-(29|3[01])|900-01-0[01])$/.test(read.date))
      throw new BadCell(field, `${read.date} stands for “missing” in this kind of file: it is no date`);
    this.dates.set(text, read.date);
    return read.date;
  }

  zone(text: string, field: string): string {
    const written = text === '' ? this.mapping.zone : text;
    if (written === '') return '';
    const known = this.zones.get(written);
    if (known !== undefined) return known;
    const read = readZone(written);
    // What is kept in two ways is that of the case, where the case keeps one of them.
    const own = read.ok ? read.zone : read.asks.find((a) => a.text === this.context.zone)?.text;
    if (own === undefined) throw new BadCell(field, read.ok ? '' : read.why);
    this.zones.set(written, own);
    return own;
  }

  /** A time in the grammar of `time.md`, checked to exist in its zone and to have a day. Empty text gives null. */
  time(text: string, date: string, zone: string, field: string): TimeCell | null {
    if (text === '') return null;
    const bare = plainClock(text);
    if (bare >= 0 && this.isWhole(date, zone)) return new TimeCell(text, date, bare);
    const parsed = parseTime(text, this.dateOrder, { day: date, zone });
    if (!parsed.ok) throw this.notUnderstood(text, field, parsed);
    const w = parsed.written;
    if (w.form === 'reading' && w.to === null && w.from.clock === 'wall' && this.holdsAll(w.from, date, zone))
      return new TimeCell(text, date, w);
    let stored = text;
    let day = date;
    for (const s of statementsOf(w)) {
      if (s.form !== 'reading' && s.form !== 'open') continue;
      const stamp = s.form === 'reading' ? s.from : s.stamp;
      if (s.form === 'reading' && s.to === null && stamp.clock === 'wall' && this.holdsAll(stamp, date, zone))
        continue;
      if (stamp.clock === 'wall' && stamp.date !== null) {
        if (stored === text && this.dateOrder !== null && !parseTime(text).ok) stored = printWritten(w);
        day = stamp.date;
      }
      const resolved = resolveReading(s, { date, zone: zone || this.context.zone || 'UTC', approximate: 0 });
      if (!resolved.ok) throw new BadCell(field, resolved.why);
    }
    return new TimeCell(stored, day, w);
  }

  private holdsAll(stamp: WallStamp, date: string, zone: string): boolean {
    return stamp.date === null && stamp.zone === null && stamp.ms < DAY && this.isWhole(date, zone);
  }

  /** Whether every time of day exists on a day: all but two nights a year, found once a day. */
  private isWhole(date: string, zone: string): boolean {
    const { last } = this;
    if (last.date === date && last.zone === zone) return last.whole;
    const own = zone || this.context.zone || 'UTC';
    const start = isDay(date) && isZone(own) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
    const [a, b] = Number.isNaN(start) ? [[], []] : [instantsOf(start, own), instantsOf(start + DAY, own)];
    const whole = a.length === 1 && b.length === 1 && (b[0] as number) - (a[0] as number) === DAY;
    this.last = { date, zone, whole };
    return whole;
  }

  /** Why a cell is not taken, with what it can mean; the order of dates is asked once for the table. */
  private notUnderstood(text: string, field: string, read: NotUnderstood): BadCell {
    const { asks } = this.drafts;
    if (this.dateOrder === null && BOTH_ORDERS.test(text) && read.asks.length > 0) {
      if (!asks.some((a) => a.id === 'date-order'))
        asks.unshift({
          id: 'date-order',
          lines: [],
          says: `Dates such as ${text} can be read in two orders: which comes first?`,
          choices: [
            { value: 'mdy', says: 'the month' },
            { value: 'dmy', says: 'the day' },
          ],
          taken: '',
        });
      return new BadCell(field, read.why);
    }
    return new BadCell(field, read.why, read.asks.length > 0 ? read.asks : zerosLost(text));
  }
}

const tooMany = (letters: number): BadCell =>
  new BadCell('', `this row holds ${letters} letters: an entry can hold ${MOST_LETTERS}`);

const FRACTION = /:\d\d[.,]\d/;
const ZEROS = /(:\d\d)[.,]0{2,9}(?!\d)/;
const BOTH_ORDERS =
  /^\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]*\s+)?(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-]\d{2,4}\b/i;
/** Questions about single cells beyond this many are left to the list of what was refused. */
const MOST_ASKS = 200;
