import * as v from 'valibot';
import { IdSchema, TextSchema } from './case';
import { DaysSchema, PAPER_FIELDS } from './productions';

/** What the client does and did, privileged throughout. */
export const CLIENT_KINDS = [
  'intake',
  'session',
  'screen',
  'lapse',
  'work',
  'school',
  'housing',
  'letter',
  'life',
  'other',
] as const;

/** What came of it; empty where nothing is said. `planned` lies ahead, or nobody said whether it was kept. */
export const OUTCOMES = [
  '',
  'planned',
  'kept',
  'missed',
  'excused',
  'negative',
  'positive',
  'pending',
] as const;

/** One entry of the client's days, months and years. It leaves only where it is marked, and then only by its public fields. */
export const ClientEntrySchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  kind: v.picklist(CLIENT_KINDS),
  day: DaysSchema,
  /** Its last day, where it lasts; empty for one day. */
  until: DaysSchema,
  /** What it is, in the words that the packet bears where it is marked. */
  what: TextSchema,
  /** Clinic, employer, school: with whom. */
  who: TextSchema,
  outcome: v.picklist(OUTCOMES),
  /** Of a screen: its kind, and the laboratory. */
  screen: TextSchema,
  laboratory: TextSchema,
  /** The document that shows it, in words; empty where none does. A paper of the case is named by `paper`. */
  document: TextSchema,
  ...PAPER_FIELDS,
  /** Of whom its document was asked for, and when. */
  askedOf: TextSchema,
  askedOn: DaysSchema,
  /** It may stand in the packet. */
  marked: v.boolean(),
  /** By what the calendar it came from knows it. */
  uid: v.pipe(v.string(), v.maxLength(400)),
  note: TextSchema,
});
export type ClientEntry = v.InferOutput<typeof ClientEntrySchema>;

/** Whether a document shows it: undocumented is never counted as done. */
export const isDocumented = (e: Pick<ClientEntry, 'document' | 'paper'>): boolean =>
  e.document.trim() !== '' || e.paper !== '';
