import type * as v from 'valibot';
import { BenchmarkSchema } from './benchmark';
import { CaseSchema } from './case';
import { ClientEntrySchema } from './client';
import { ClockSchema } from './clock';
import { CueSchema } from './cue';
import { CustodyEntrySchema, ItemSchema } from './custody';
import { PaperSchema } from './discovery';
import { DayClockSchema, DocketDateSchema, ExclusionSchema, OfferSchema } from './docket';
import { EventSchema, RelationSchema, SyncPointSchema } from './event';
import { DemandSchema, ExhibitPlanSchema } from './paper';
import { ProductionSchema, ProtectiveOrderSchema } from './productions';
import { SourceSchema } from './source';
import {
  ClaimNoteSchema,
  DisclosurePlanSchema,
  NoteSchema,
  TheorySchema,
  WatchedSchema,
} from './work-product';

/** What one table says of itself; database, case file, merge, lock and history take their lists from here. */
interface TableEntry {
  /** The door that every row passes, from a file or from a form. */
  readonly schema: v.GenericSchema;
  /** The case itself, facts (what the solver and the rules see), the attorney's own, or papers meant to be handed over. */
  readonly group: 'case' | 'fact' | 'work' | 'paper';
  /** The version of the case file that first holds it: older files lack it, and are whole without. */
  readonly since: number;
  /** One row of it in a sentence: `an entry`. */
  readonly one: string;
  /** By what a row is called: the first of these fields that says something. */
  readonly called: readonly string[];
  /** Fields that hold the id of a row (`passage.paper`: within a field), and the tables in which that row may be. */
  readonly points?: Readonly<Record<string, readonly string[]>>;
  /** Fields that no two rows of a case have alike (letter case and spaces aside): a row that may be there is found by them. */
  readonly key?: readonly string[];
  /** Fields by which two rows without a common past may be one and the same thing; of some tables it is the row's own matter. */
  readonly alike?: readonly string[] | ((row: Row) => readonly string[]);
  /** Fields that are objects of independent fields: `policies.drift` is edited by itself. */
  readonly parts?: readonly string[];
  /** Lists without an order: what is put in and what is taken out is edited, not the list. */
  readonly sets?: readonly string[];
}

const reading = { clockId: ['clocks'], sourceId: ['sources'] } as const;
const moments = ['events', 'custody'] as const;
const paper = { paper: ['papers'] } as const;
const passage = { 'passage.paper': ['papers'] } as const;

/** Every table of a case. One more is one entry here, with a schema beside it. */
export const TABLES = {
  cases: {
    schema: CaseSchema,
    group: 'case',
    since: 1,
    one: 'the case',
    called: ['title'],
    parts: ['policies', 'trust', 'choices'],
    sets: ['policies.chosen', 'trust.off', 'trust.pinned', 'trust.impeached'],
  },
  clocks: {
    schema: ClockSchema,
    group: 'fact',
    since: 1,
    one: 'a clock',
    called: ['name'],
    key: ['name'],
    alike: ['name'],
  },
  sources: {
    schema: SourceSchema,
    group: 'fact',
    since: 1,
    one: 'a source',
    points: { follows: ['sources'] },
    called: ['name'],
    key: ['name'],
    alike: ['name'],
  },
  events: {
    schema: EventSchema,
    group: 'fact',
    since: 1,
    one: 'an entry',
    called: ['description', 'ref'],
    points: { ...reading, ...passage, about: ['events', 'relations'] },
    alike: ['kind', 'date', 'start', 'end', 'actor', 'description'],
  },
  relations: {
    schema: RelationSchema,
    group: 'fact',
    since: 1,
    one: 'a relation',
    called: ['says'],
    points: { fromId: moments, toId: moments, sourceId: ['sources'], ...passage },
  },
  syncPoints: {
    schema: SyncPointSchema,
    group: 'fact',
    since: 1,
    one: 'a sync point',
    called: ['what'],
    points: { clockA: ['clocks'], clockB: ['clocks'], sourceId: ['sources'], sourceB: ['sources'] },
  },
  items: {
    schema: ItemSchema,
    group: 'fact',
    since: 1,
    one: 'an item',
    called: ['number'],
    key: ['number'],
    alike: ['number'],
  },
  custody: {
    schema: CustodyEntrySchema,
    group: 'fact',
    since: 1,
    one: 'a hand-over',
    called: ['ref'],
    points: { ...reading, itemId: ['items'], ...passage },
    alike: ['releasedBy', 'releasedDate', 'releasedAt', 'receivedBy', 'receivedDate', 'receivedAt'],
  },
  cues: {
    schema: CueSchema,
    group: 'fact',
    since: 2,
    one: 'a line of a transcript',
    called: ['text'],
    points: { sourceId: ['sources'] },
    alike: ['from', 'to', 'text'],
  },
  papers: {
    schema: PaperSchema,
    group: 'fact',
    since: 7,
    one: 'a paper',
    called: ['name'],
    key: ['sha256', 'name', 'packet'],
    // Read twice, it is one paper, whatever it came in; that it came again is of its packet alone.
    alike: (p) => (p['state'] === 'again' ? ['sha256', 'name', 'packet'] : ['sha256', 'name']),
    sets: ['refused'],
  },
  benchmarks: {
    schema: BenchmarkSchema,
    group: 'fact',
    since: 8,
    one: 'a benchmark of other stops',
    called: ['says'],
    points: { sourceId: ['sources'] },
  },
  notes: { schema: NoteSchema, group: 'work', since: 1, one: 'a note', called: ['text'] },
  theories: { schema: TheorySchema, group: 'work', since: 1, one: 'a theory', called: ['title', 'text'] },
  disclosures: {
    schema: DisclosurePlanSchema,
    group: 'work',
    since: 1,
    one: 'the plan for a finding',
    called: [],
    key: ['about'],
  },
  claimNotes: {
    schema: ClaimNoteSchema,
    group: 'work',
    since: 8,
    one: 'what is made of a claim',
    called: ['comment'],
    key: ['about'],
  },
  offers: {
    schema: OfferSchema,
    group: 'work',
    since: 8,
    one: 'an offer',
    called: ['name'],
    points: paper,
    alike: ['name', 'made'],
  },
  dates: {
    schema: DocketDateSchema,
    group: 'work',
    since: 8,
    one: 'a day of the docket',
    called: ['title'],
    points: paper,
    alike: ['kind', 'title', 'day'],
  },
  dayClocks: {
    schema: DayClockSchema,
    group: 'work',
    since: 8,
    one: 'a count of days',
    called: ['name'],
    points: paper,
    alike: ['name', 'starts'],
  },
  exclusions: {
    schema: ExclusionSchema,
    group: 'work',
    since: 8,
    one: 'an excluded stretch',
    called: ['reason', 'from'],
    points: { clock: ['dayClocks'], ...paper },
    alike: ['from', 'to', 'reason'],
  },
  clientEntries: {
    schema: ClientEntrySchema,
    group: 'work',
    since: 8,
    one: 'an entry of the client’s',
    called: ['what', 'kind'],
    points: paper,
    alike: ['kind', 'day', 'until', 'what', 'who'],
  },
  watched: {
    schema: WatchedSchema,
    group: 'work',
    since: 8,
    one: 'what was watched of a recording',
    called: ['who'],
    points: { sourceId: ['sources'] },
  },
  exhibits: {
    schema: ExhibitPlanSchema,
    group: 'paper',
    since: 3,
    one: 'an exhibit',
    called: ['title'],
    parts: ['caption', 'sticker'],
    sets: ['hidden', 'findings'],
  },
  demands: {
    schema: DemandSchema,
    group: 'paper',
    since: 3,
    one: 'a demand',
    called: ['asks'],
    points: { receivedAs: ['papers'] },
  },
  productions: {
    schema: ProductionSchema,
    group: 'paper',
    since: 8,
    one: 'a production',
    called: ['name'],
    points: paper,
    key: ['name'],
    alike: ['name'],
  },
  protectiveOrders: {
    schema: ProtectiveOrderSchema,
    group: 'paper',
    since: 8,
    one: 'a protective order',
    called: ['name'],
    points: paper,
    alike: ['name', 'entered'],
  },
} as const satisfies Readonly<Record<string, TableEntry>>;

export type TableName = keyof typeof TABLES;
/** The row of each table. */
export type Rows = { readonly [T in TableName]: v.InferOutput<(typeof TABLES)[T]['schema']> };
/** A row of any table. */
export type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

type Group = TableEntry['group'];
type Of<G extends Group> = {
  [T in TableName]: (typeof TABLES)[T]['group'] extends G ? T : never;
}[TableName];
export type FactTable = Of<'fact'>;
export type WorkTable = Of<'work'>;
export type PaperTable = Of<'paper'>;

/** Every table, the case first. */
export const TABLE_NAMES = Object.keys(TABLES) as [TableName, ...TableName[]];
const namesOf = <G extends Group>(group: G): readonly Of<G>[] =>
  TABLE_NAMES.filter((t) => TABLES[t].group === group) as Of<G>[];
export const FACT_TABLES = namesOf('fact');
export const WORK_TABLES = namesOf('work');
export const PAPER_TABLES = namesOf('paper');
/** Every table but that of the cases: what is keyed by case and id. */
export const ROW_TABLES = [...FACT_TABLES, ...WORK_TABLES, ...PAPER_TABLES] as const;

/** What a table says of itself, where its name is not known beforehand. */
export const entryOf = (table: TableName): TableEntry => TABLES[table];

/** The fields of a table that hold ids of rows, each with the tables in which that row may be. */
export const pointersOf = (table: TableName): [string, readonly TableName[]][] =>
  Object.entries(entryOf(table).points ?? {}) as [string, readonly TableName[]][];

/** What a row is called in a sentence, at most 120 characters; its id where nothing else says it. */
export function nameOf(table: TableName, row: Row): string {
  const said = entryOf(table)
    .called.map((f) => row[f])
    .find((x) => typeof x === 'string' && x !== '');
  return String(said ?? row.id).slice(0, 120);
}

/** One text of some fields of a row, letter case and spaces aside: rows that agree in it agree in these fields. */
export const readsAs = (row: Readonly<Record<string, unknown>>, fields: readonly string[]): string =>
  fields
    .map((f) =>
      String(row[f] ?? '')
        .trim()
        .toLowerCase(),
    )
    .join('|');
