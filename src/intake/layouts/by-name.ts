import { MOST_OF_NAME } from '../../record/bounds';
import { type Clock, guessClockKind } from '../../record/clock';
import { guessSourceKind, type Source } from '../../record/source';
import type { Drafts, ImportContext } from '../drafts';
import type { Table, TableRow } from '../formats/table';
import { BadCell } from './cell';
import type { Mapping } from './layout';

/** The clocks and sources that a table names, each made once; those of the case are known from the start. */
export class ByName {
  /** By name in small letters. */
  readonly clocks = new Map<string, Clock>();
  /** The line that made each clock; none where the case has it. Apart from the clock, which is kept as it is here. */
  private readonly madeOn = new Map<string, number>();
  private readonly sources = new Map<string, Source>();
  /** Names in small letters: a log writes the same few again and again. */
  private readonly lowered = new Map<string, string>();

  constructor(
    private readonly table: Table,
    private readonly mapping: Mapping,
    private readonly context: ImportContext,
    private readonly drafts: Drafts,
  ) {
    for (const c of context.clocks) this.clocks.set(c.name.toLowerCase(), c);
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

  /** A name that the case can hold: that of the file, as far as it goes, where none is written. @throws BadCell */
  private fit(name: string, field: string): string {
    if (name.length > MOST_OF_NAME)
      throw new BadCell(
        field,
        `a name of ${name.length} letters is longer than the case can hold (${MOST_OF_NAME})`,
      );
    return name || this.table.file.slice(0, MOST_OF_NAME);
  }

  /** The clock of that name: one of the case, one made earlier from this file, or a new one. */
  clock(name: string, zone: string, row: TableRow): Clock {
    const wanted = this.fit(name || this.mapping.clock, 'clock');
    const key = this.lower(wanted);
    const known = this.clocks.get(key);
    if (known) {
      const line = this.madeOn.get(key);
      if (zone !== '' && known.zone !== '' && zone !== known.zone) {
        // Rows that name no clock and state two zones were read on two.
        if (name === '' && line !== undefined) return this.clock(`${wanted} (${zone})`, zone, row);
        const where = line === undefined ? 'the case already has it' : `line ${line} has it`;
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
    this.clocks.set(key, clock);
    this.madeOn.set(key, row.line);
    this.drafts.clocks.push(clock);
    return clock;
  }

  /** The source of that name, found or made as a clock is. */
  source(name: string, kind?: Source['kind'], more: Partial<Source> = {}): Source {
    const wanted = this.fit(name || this.mapping.source, 'source');
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
