import * as v from 'valibot';
import { CountSchema, InstantSchema } from './bounds';
import { IdSchema, TextSchema } from './case';
import { DateSchema } from './day';

/**
 * Papers: what the attorney means to hand over. They name record facts and findings to be shown, and hold no notes of the
 * attorney's own.
 */
export const STICKER_COLOURS = ['blue', 'yellow', 'white'] as const;
export const SHEETS = ['letter', 'legal', 'tabloid'] as const;
/** What the exhibit is offered as: a summary (Fed. R. Evid. 1006), an illustrative aid (107), or not yet decided. */
export const USES = ['', 'summary', 'aid'] as const;

const ms = v.nullable(v.pipe(InstantSchema, v.integer()));

/**
 * One picture of a hearing: the one-minute view, the whole sheet, the stop, a finding, an entry, or a moment of footage (`at`: ms of its
 * counter). A clip ends at `to`, at the frame shown then, or plays on.
 */
const StepSchema = v.object({
  show: v.picklist(['minute', 'whole', 'stop', 'finding', 'entry', 'footage'] as const),
  id: TextSchema,
  at: ms,
  to: v.optional(ms),
  /** The entry that the clip is of; absent for a stretch chosen by hand. */
  row: v.optional(TextSchema),
  /** It begins again at its end; it fills the wall; what is said in it stands below it. */
  loops: v.optional(v.boolean()),
  fills: v.optional(v.boolean()),
  captions: v.optional(v.boolean()),
});
export type HearingStep = v.InferOutput<typeof StepSchema>;

/** What was last handed over, line by line: entries and findings as they read then. */
const ExportedSchema = v.object({
  at: InstantSchema,
  facts: v.record(v.string(), TextSchema),
  findings: v.record(v.string(), TextSchema),
  /** The entry of the history that it was drawn from, where that was printed on it. */
  head: v.optional(v.object({ seq: CountSchema, hash: TextSchema })),
});

/** How a record is cited: `Ex. 3 (Ortiz BWC) at ...`, `Ex. 3 at ...`, or the first with its Bates range. */
export const CITE_STYLES = ['full', 'exhibit', 'bates'] as const;

/** One sentence of a statement of facts. `was`: what the record gave when it was written; where that has changed, the drafter is told. */
const SentenceSchema = v.object({
  /** The entry it states; empty for a heading. */
  row: TextSchema,
  text: TextSchema,
  was: TextSchema,
});
export type Sentence = v.InferOutput<typeof SentenceSchema>;

export const ExhibitPlanSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  caption: v.object({ court: TextSchema, parties: TextSchema, number: TextSchema }),
  sticker: v.object({ says: TextSchema, mark: TextSchema, colour: v.picklist(STICKER_COLOURS) }),
  /** Bates number of its own first page; empty for none. */
  bates: TextSchema,
  cites: v.picklist(CITE_STYLES),
  use: v.picklist(USES),
  /** Where and when the originals may be examined: what Rule 1006 asks for. */
  examine: TextSchema,
  /** Key of the stop; empty for every stop. */
  stop: TextSchema,
  /** The stretch shown, ms; null where open. */
  from: ms,
  to: ms,
  /** Items shown; null for all of them. */
  items: v.nullable(v.array(IdSchema)),
  /** Lanes not drawn, by their ids. */
  hidden: v.array(v.string()),
  /** Findings shown, by their keys. */
  findings: v.array(v.string()),
  /** Those of them that stand in it although the plan holds or dismisses them: each taken in by name. */
  despite: v.optional(v.array(v.string())),
  /** Law against us that binds and that the drafter takes into the argument, by its ids; all other law against us stays out. */
  meets: v.optional(v.array(v.string())),
  /** The sentences of the statement of facts, in her order and words; absent until she changes one. */
  sentences: v.optional(v.array(SentenceSchema)),
  /** Signature block and certificate of service, as the court wants them; absent for the usual ones. */
  signature: v.optional(TextSchema),
  certificate: v.optional(TextSchema),
  /** Clock of the ruler; empty for the wall clock of the case's zone. */
  clock: TextSchema,
  sheet: v.picklist(SHEETS),
  steps: v.array(StepSchema),
  /** Whether its index names the entry of the history that it was drawn from, with its hash. */
  head: v.optional(v.boolean(), false),
  exported: v.nullable(ExportedSchema),
});
export type ExhibitPlan = v.InferOutput<typeof ExhibitPlanSchema>;

export const DEMAND_STATES = ['draft', 'sent', 'answered', 'refused', 'received'] as const;

/** One thing asked of the other side, and what came of it. */
export const DemandSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** What shows that it exists: key of the finding, contradiction or clock it came from; empty where a person asked. */
  about: TextSchema,
  asks: TextSchema,
  why: TextSchema,
  /** Where the record speaks of it: a cite. */
  mentioned: TextSchema,
  state: v.picklist(DEMAND_STATES),
  sent: DateSchema,
  due: DateSchema,
  /** In the letter although the finding it came from is on hold or dismissed: taken in by name. */
  despite: v.optional(v.boolean()),
  /** The answer as given: `no such record exists` is one. */
  answer: TextSchema,
  /** The day of the answer, and that on which the thing came. */
  answered: v.optional(DateSchema, ''),
  received: v.optional(DateSchema, ''),
  /** The paper of the case that it came as; empty where it is none. */
  receivedAs: v.optional(v.pipe(v.string(), v.maxLength(80)), ''),
  /** The letter or motion by which it was asked for. */
  by: v.optional(TextSchema, ''),
  /** It is asked for as a matter of course. */
  usual: v.optional(v.boolean(), false),
});
export type Demand = v.InferOutput<typeof DemandSchema>;

/** A demand as it is begun, with what is known of it. */
export const newDemand = (over: Partial<Demand> & Pick<Demand, 'id' | 'caseId' | 'asks'>): Demand => ({
  about: '',
  why: '',
  mentioned: '',
  state: 'draft',
  sent: '',
  due: '',
  answer: '',
  answered: '',
  received: '',
  receivedAs: '',
  by: '',
  usual: false,
  ...over,
});
