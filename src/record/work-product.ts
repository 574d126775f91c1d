import * as v from 'valibot';
import { CountSchema, InstantSchema, LengthSchema } from './bounds';
import { IdSchema, TextSchema } from './case';

/**
 * The attorney's own: in types and tables of its own, never a flag on a fact, so that nothing
 * that leaves by an exhibit has a field it could stand in.
 */
export const NoteSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** The row or finding it is about; empty for the case as a whole. */
  about: TextSchema,
  text: TextSchema,
  at: InstantSchema,
});
export type Note = v.InferOutput<typeof NoteSchema>;

export const TheorySchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  title: TextSchema,
  text: TextSchema,
  at: InstantSchema,
});

export const DISCLOSURE_PLANS = ['undecided', 'hold', 'letter', 'motion'] as const;

export const STRENGTHS = ['', 'strong', 'fair', 'weak'] as const;

/** What a claim is about: a time, an order or a length; what can be seen; or what neither time nor sight can test. */
export const MATTERS = ['time', 'sight', 'smell', 'nerves', 'law'] as const;
export type Matter = (typeof MATTERS)[number];

/** What the attorney makes of one claim of the ledger; the comment leaves in no paper. */
export const ClaimNoteSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** The entry or relation that is the claim. */
  about: TextSchema,
  comment: v.optional(TextSchema, ''),
  /** Empty for what its kind and its words suggest. */
  matter: v.optional(v.picklist(['', ...MATTERS] as const), ''),
  /** Left out of the table that is handed over. */
  out: v.optional(v.boolean(), false),
});
export type ClaimNote = v.InferOutput<typeof ClaimNoteSchema>;

/** What of a recording one person has watched in one browser: every browser has rows of its own, so that copies that come together keep all. */
export const WatchedSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** The recording, and who watched it in which browser: a name where one was given. */
  sourceId: IdSchema,
  who: TextSchema,
  browser: TextSchema,
  /** Stretches of its counter, ms, in order, apart from one another. */
  stretches: v.array(v.object({ min: LengthSchema, max: LengthSchema })),
});
export type Watched = v.InferOutput<typeof WatchedSchema>;

/** What the attorney thinks of a finding, and when it is to be shown to the other side. */
export const DisclosurePlanSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** The finding's key. */
  about: TextSchema,
  plan: v.picklist(DISCLOSURE_PLANS),
  /** The day by which: `2024-06-01`; empty where none is set. */
  by: TextSchema,
  strength: v.optional(v.picklist(STRENGTHS), ''),
  /** Why it is not to be pursued; empty where it is. */
  dismissed: v.optional(TextSchema, ''),
  /** Its place in the attorney's own order; 0 for none. */
  order: v.optional(CountSchema, 0),
});
export type DisclosurePlan = v.InferOutput<typeof DisclosurePlanSchema>;
