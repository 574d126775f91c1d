import * as v from 'valibot';
import { CountSchema } from './bounds';
import { IdSchema, TextSchema } from './case';
import { DaysSchema, PAPER_FIELDS } from './productions';

/** The attorney's own: what is bargained, what binds when, and how the days are counted. Nothing of it stands in an exhibit. */
export const ANSWERS = ['', 'accepted', 'refused', 'countered', 'lapsed', 'withdrawn'] as const;

const hour = v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'an hour is written 14:30'));

/** An offer in its moving parts. Days are as they were written. */
export const OfferSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** What it is called: `first offer`. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  by: TextSchema,
  made: DaysSchema,
  /** The day on which the client was told of it. */
  told: DaysSchema,
  ends: DaysSchema,
  endsAt: hour,
  answer: v.picklist(ANSWERS),
  answered: DaysSchema,
  /** Count and statute. */
  count: TextSchema,
  /** The agreed facts, word by word. */
  facts: TextSchema,
  /** Range or minimum. */
  range: TextSchema,
  recommendation: TextSchema,
  conditions: TextSchema,
  note: TextSchema,
  ...PAPER_FIELDS,
});
export type Offer = v.InferOutput<typeof OfferSchema>;

export const DATE_KINDS = ['hearing', 'deadline', 'plea-cutoff', 'trial', 'other'] as const;
export const DATE_STATES = ['', 'met', 'missed', 'moved', 'vacated'] as const;

/** A day that binds: a hearing, a deadline, the plea cut-off. */
export const DocketDateSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  kind: v.picklist(DATE_KINDS),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  day: DaysSchema,
  hour,
  /** Court and room. */
  where: TextSchema,
  state: v.picklist(DATE_STATES),
  /** The day on which it was met. */
  met: DaysSchema,
  /** The words that may stand in a calendar elsewhere; empty, and the calendar names only its kind. */
  calendar: v.pipe(v.string(), v.maxLength(300)),
  /** By what the calendar it came from knows it; empty where it was typed here. */
  uid: v.pipe(v.string(), v.maxLength(400)),
  note: TextSchema,
  ...PAPER_FIELDS,
});
export type DocketDate = v.InferOutput<typeof DocketDateSchema>;

/** A count of days from a day that starts it, up to a limit, less what is excluded. */
export const DayClockSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  /** What starts it: `indictment filed`. */
  what: TextSchema,
  starts: DaysSchema,
  /** Whether the day that starts it is itself counted. */
  startCounts: v.boolean(),
  /** The day that stops it; empty while it runs. */
  stops: DaysSchema,
  limit: v.pipe(
    CountSchema,
    v.minValue(1),
    v.maxValue(20_000, 'a limit of more than fifty years is beyond reason'),
  ),
  authority: TextSchema,
  note: TextSchema,
  ...PAPER_FIELDS,
});
export type DayClock = v.InferOutput<typeof DayClockSchema>;

/** A stretch that a clock of days does not count. */
export const ExclusionSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** The clock it is of. */
  clock: IdSchema,
  from: DaysSchema,
  /** Its last day; empty while it goes on. */
  to: DaysSchema,
  /** Whether its first and its last day are excluded themselves. */
  firstCounts: v.boolean(),
  lastCounts: v.boolean(),
  reason: TextSchema,
  authority: TextSchema,
  ...PAPER_FIELDS,
});
export type Exclusion = v.InferOutput<typeof ExclusionSchema>;
