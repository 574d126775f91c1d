import * as v from 'valibot';
import { CountSchema, InstantSchema } from './bounds';
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
