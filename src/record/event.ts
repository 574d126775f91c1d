import * as v from 'valibot';
import { CountSchema, OrderSchema, SpanSchema, StatedZoneSchema } from './bounds';
import { IdSchema, TextSchema } from './case';
import { DateSchema } from './day';
import { PassageSchema } from './passage';
import { EVENT_KINDS } from './vocabulary';

const kinds = EVENT_KINDS as [(typeof EVENT_KINDS)[number], ...(typeof EVENT_KINDS)[number][]];

/** Where an entry was marked on footage: the frame shown, that of its end (null for a moment), and the overlay as it was calibrated then. */
const FilmedSchema = v.object({
  frame: CountSchema,
  endFrame: v.nullable(CountSchema),
  overlay: TextSchema,
});
export type Filmed = v.InferOutput<typeof FilmedSchema>;

/**
 * One row of the record: something happened, as one source states it. `start` and `end` hold the text as
 * written, in the grammar of `time/`; what it stands for is worked out, never stored.
 */
export const EventSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** The log it came in with: `@ids` in that log mean rows of that log first. */
  logId: TextSchema,
  /** The row's id as people write it (`warning`): what `@warning` points at. */
  ref: TextSchema,
  kind: v.picklist(kinds),
  clockId: IdSchema,
  /** The zone of this row where it differs from its clock's; usually empty. */
  zone: StatedZoneSchema,
  date: DateSchema,
  start: TextSchema,
  end: TextSchema,
  actor: TextSchema,
  description: TextSchema,
  /** Number of the item of evidence it is about; empty for none. */
  item: v.optional(TextSchema, ''),
  sourceId: IdSchema,
  page: TextSchema,
  /** Line of the imported file; null where a person typed the row. */
  line: v.nullable(CountSchema),
  /** Place in its log: what "the row before it" means. */
  order: OrderSchema,
  /** Set where it was marked on footage; absent for what was typed or imported. */
  filmed: v.optional(FilmedSchema),
  /** Where in a paper of the case it stands; absent for what was typed from elsewhere. */
  passage: v.optional(PassageSchema),
  /** For a mark on footage (seen, not seen, cannot be seen from here): the entry of which it speaks; absent where nobody said. */
  about: v.optional(IdSchema),
  /** For such a mark: what the camera takes in there, in words: `from the chest, hands below the sill are out of view`. */
  view: v.optional(v.pipe(v.string(), v.maxLength(1000))),
});
export type EventRow = v.InferOutput<typeof EventSchema>;

/** The two ends of an event, and the two ends of a hand-over. */
export type Edge = 'start' | 'end' | 'released' | 'received';

/** One moment of the record: a row and which end of it. */
export interface MomentRef {
  readonly id: string;
  readonly edge: Edge;
}

/** A statement that orders or spaces two moments: min <= t(to) - t(from) <= max, in ms; null where open. */
export const RelationSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  fromId: IdSchema,
  fromEdge: v.picklist(['start', 'end', 'released', 'received'] as const),
  toId: IdSchema,
  toEdge: v.picklist(['start', 'end', 'released', 'received'] as const),
  min: v.nullable(SpanSchema),
  max: v.nullable(SpanSchema),
  /** The words of the record that say so. */
  says: TextSchema,
  sourceId: IdSchema,
  page: TextSchema,
  passage: v.optional(PassageSchema),
});
export type Relation = v.InferOutput<typeof RelationSchema>;

/** One physical moment read on two clocks. */
export const SyncPointSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  clockA: IdSchema,
  dateA: DateSchema,
  readingA: TextSchema,
  clockB: IdSchema,
  dateB: DateSchema,
  readingB: TextSchema,
  /** What was seen or heard on both: `radio call`, `door slam`. */
  what: TextSchema,
  /** Of two recordings: laid on one another by what both heard, or by what was seen. Sound outranks the eye. */
  by: v.optional(v.picklist(['sound', 'eye'])),
  sourceId: IdSchema,
  /** The recording whose counter the second reading counts, where that is another than `sourceId`. */
  sourceB: v.optional(IdSchema),
  page: TextSchema,
});
export type SyncPoint = v.InferOutput<typeof SyncPointSchema>;
