import type { Case } from './case';
import { CaseSchema } from './case';
import { type Clock, ClockSchema } from './clock';
import { type Cue, CueSchema } from './cue';
import { type CustodyEntry, CustodyEntrySchema, type Item, ItemSchema } from './custody';
import {
  type EventRow,
  EventSchema,
  type Relation,
  RelationSchema,
  type SyncPoint,
  SyncPointSchema,
} from './event';
import { type Demand, DemandSchema, type ExhibitPlan, ExhibitPlanSchema } from './paper';
import { type Source, SourceSchema } from './source';
import {
  type DisclosurePlan,
  DisclosurePlanSchema,
  type Note,
  NoteSchema,
  type Theory,
  TheorySchema,
} from './work-product';

/** The facts of one case, all of them: what the solver and the rules see. It has no place for work product. */
export interface CaseRecord {
  readonly case: Case;
  readonly clocks: readonly Clock[];
  readonly sources: readonly Source[];
  readonly events: readonly EventRow[];
  readonly relations: readonly Relation[];
  readonly syncPoints: readonly SyncPoint[];
  readonly items: readonly Item[];
  readonly custody: readonly CustodyEntry[];
  readonly cues: readonly Cue[];
}

/** The row type of each table of facts. */
export interface FactRows {
  clocks: Clock;
  sources: Source;
  events: EventRow;
  relations: Relation;
  syncPoints: SyncPoint;
  items: Item;
  custody: CustodyEntry;
  cues: Cue;
}

/** The row type of each table of the attorney's own. */
export interface WorkRows {
  notes: Note;
  theories: Theory;
  disclosures: DisclosurePlan;
}

/** The row type of each table of papers: what is meant to be handed over. */
export interface PaperRows {
  exhibits: ExhibitPlan;
  demands: Demand;
}

/** A schema for every table: the door that every row passes, from a file or from a form. */
export const ROW_SCHEMAS = {
  cases: CaseSchema,
  clocks: ClockSchema,
  sources: SourceSchema,
  events: EventSchema,
  relations: RelationSchema,
  syncPoints: SyncPointSchema,
  items: ItemSchema,
  custody: CustodyEntrySchema,
  cues: CueSchema,
  notes: NoteSchema,
  theories: TheorySchema,
  disclosures: DisclosurePlanSchema,
  exhibits: ExhibitPlanSchema,
  demands: DemandSchema,
} as const;

export const FACT_TABLES = [
  'clocks',
  'sources',
  'events',
  'relations',
  'syncPoints',
  'items',
  'custody',
  'cues',
] as const;
export const WORK_TABLES = ['notes', 'theories', 'disclosures'] as const;
export const PAPER_TABLES = ['exhibits', 'demands'] as const;

/** A record with a case and nothing in it yet. */
export function emptyRecord(of: Case): CaseRecord {
  return {
    case: of,
    clocks: [],
    sources: [],
    events: [],
    relations: [],
    syncPoints: [],
    items: [],
    custody: [],
    cues: [],
  };
}
