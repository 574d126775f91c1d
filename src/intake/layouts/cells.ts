import { type Clock, guessClockKind } from '../../record/clock';
import { guessSourceKind, type Source } from '../../record/source';
import { parseTime, readDate } from '../../time/grammar/parse';
import { printWritten } from '../../time/grammar/print';
import { resolveReading } from '../../time/grammar/resolve';
import type { Written } from '../../time/grammar/written';
import { isZone } from '../../time/grammar/zones';
import type { Drafts, ImportContext } from '../drafts';
import { columnName, type Table, type TableRow } from '../formats/table';
import type { Mapping } from './layout';

/** A cell that cannot be taken: which field, and why. */
export class BadCell extends Error {
  constructor(
    readonly field: string,
    why: string,
  ) {
    super(why);
  }
}

/** A time cell that was understood. `text` is as written, with an ambiguous date put in the app's own form. */
export interface TimeCell {
  readonly text: string;
  readonly date: string;
  readonly written: Written;
}

/** What every layout shares in reading one table: cells by field, clocks and sources by name, refusals by line. */
export class Reader {
  readonly clocks = new Map<string, Clock & { line: number }>();
  private readonly sources = new Map<string, Source>();
  /** Dates already read and names in small letters: a log writes the same few again and again. */
  private readonly dates = new Map<string, string>();
  private readonly lowered = new Map<string, string>();

  constructor(
    readonly table: Table,
    readonly mapping: Mapping,
    readonly context: ImportContext,
    readonly drafts: Drafts,
  ) {
    for (const c of context.clocks) this.clocks.set(c.name.toLowerCase(), { ...c, line: 0 });
    for (const s of context.sources) this.sources.set(s.name.toLowerCase(), s);
  }

  private lower(name: string): string {
    let known = this.lowered.get(name);
    if (known === undefined) {
      known = name.toLowerCase();
      this.lowered.set(name, known);
    }
    return known;
  }

  has(field: string): boolean {
    return field in this.mapping.columns;
  }

  cell(row: TableRow, field: string): string {
    const at = this.mapping.columns[field];
    return at === undefined ? '' : (row.cells[at] ?? '').trim();
  }

  /** Runs one row; a bad cell refuses the line and leaves the rest. */
  each(work: (row: TableRow) => void): void {
    for (const row of this.table.rows) {
      try {
        if (
          row.cells.length < this.table.header.length &&
          row.cells.length === 1 &&
          this.table.header.length > 2
        ) {
          throw new BadCell('', `this row has one cell where the header has ${this.table.header.length}`);
        }
        work(row);
      } catch (error) {
        if (!(error instanceof BadCell)) throw error;
        this.refuse(row, error.field, error.message);
      }
    }
  }

  refuse(row: TableRow, field: string, why: string): void {
    const at = this.mapping.columns[field];
    const column = at !== undefined ? columnName(this.table, at) : field;
    this.drafts.refused.push({ file: this.table.file, line: row.line, column, why });
  }

  date(text: string, field: string): string {
    if (text === '') return this.mapping.date;
    const known = this.dates.get(text);
    if (known !== undefined) return known;
    const bare = text.replace(/[t\s]+00:00(:00(\.0+)?)?z?$/i, '');
    const read = readDate(bare, this.mapping.dateOrder);
    if (!read.ok) throw new BadCell(field, read.why);
    if (/^1(899-12-3[01]|900-01-0[01])$/.test(read.date))
      throw new BadCell(field, `${read.date} stands for “missing” in this kind of file: it is no date`);
    this.dates.set(text, read.date);
    return read.date;
  }

  zone(text: string, field: string): string {
    const zone = text === '' ? this.mapping.zone : text;
    if (zone !== '' && !isZone(zone))
      throw new BadCell(field, `“${zone}” is no zone this app knows: write America/Chicago, UTC or -05:00`);
    return zone;
  }

  /** A time in the grammar of `time.md`, checked to exist in its zone and to have a day. Empty text gives null. */
  time(text: string, date: string, zone: string, field: string): TimeCell | null {
    if (text === '') return null;
    const parsed = parseTime(text, this.mapping.dateOrder);
    if (!parsed.ok) throw new BadCell(field, parsed.why);
    const w = parsed.written;
    let stored = text;
    let day = date;
    if (w.form === 'reading' || w.form === 'open') {
      const stamp = w.form === 'reading' ? w.from : w.stamp;
      if (stamp.clock === 'wall' && stamp.date !== null) {
        if (!parseTime(text).ok) stored = printWritten(w);
        day = stamp.date;
      }
      const resolved = resolveReading(w, { date, zone: zone || this.context.zone || 'UTC', approximate: 0 });
      if (!resolved.ok) throw new BadCell(field, resolved.why);
    }
    return { text: stored, date: day, written: w };
  }

  /** The clock of that name: one of the case, one made earlier from this file, or a new one. */
  clock(name: string, zone: string, row: TableRow): Clock {
    const wanted = name || this.mapping.clock || this.table.file;
    const key = this.lower(wanted);
    const known = this.clocks.get(key);
    if (known) {
      if (zone !== '' && known.zone !== '' && zone !== known.zone) {
        const where = known.line === 0 ? 'the case already has it' : `line ${known.line} has it`;
        throw new BadCell(
          'clock',
          `two clocks are called “${wanted}”: ${where} in ${known.zone}, this row in ${zone}. Give each clock its own name`,
        );
      }
      return known;
    }
    const { context } = this;
    const kind = guessClockKind(wanted);
    const first = ![...this.clocks.values()].some((c) => c.reference);
    const clock: Clock = {
      id: context.newId(),
      caseId: context.caseId,
      name: wanted,
      kind,
      zone,
      reference: first && kind === 'dispatch',
      offset: null,
    };
    this.clocks.set(key, { ...clock, line: row.line });
    this.drafts.clocks.push(clock);
    return clock;
  }

  source(name: string, kind?: Source['kind'], more: Partial<Source> = {}): Source {
    const wanted = name || this.mapping.source || this.table.file;
    const key = this.lower(wanted);
    const known = this.sources.get(key);
    if (known) return known;
    const { context } = this;
    const source: Source = {
      id: context.newId(),
      caseId: context.caseId,
      name: wanted,
      kind: kind ?? guessSourceKind(wanted),
      exhibit: '',
      batesFrom: '',
      batesTo: '',
      file: this.table.file,
      sha256: context.sha256,
      ...more,
    };
    this.sources.set(key, source);
    this.drafts.sources.push(source);
    return source;
  }
}
