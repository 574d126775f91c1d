import * as v from 'valibot';
import { IdSchema, TextSchema } from './case';
import { DateSchema } from './event';

/** A thing in evidence. */
export const ItemSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** `1`, `2A`: the number on the form. */
  number: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  description: TextSchema,
});
export type Item = v.InferOutput<typeof ItemSchema>;

/** A measured amount as written on the form. `plusMinus` is the scale's stated uncertainty; null where none is stated. */
export const QuantitySchema = v.object({
  of: v.picklist(['gross', 'net', 'count'] as const),
  value: v.pipe(v.number(), v.minValue(0), v.finite()),
  unit: v.pipe(v.string(), v.maxLength(20)),
  plusMinus: v.nullable(v.pipe(v.number(), v.minValue(0), v.finite())),
});
export type Quantity = v.InferOutput<typeof QuantitySchema>;

/**
 * One line of a custody form: a hand-over with its two ends. Either end may be missing on the paper, and then
 * it is empty here too: the rules speak of that.
 */
export const CustodyEntrySchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  logId: TextSchema,
  ref: TextSchema,
  itemId: IdSchema,
  clockId: IdSchema,
  zone: TextSchema,
  releasedBy: TextSchema,
  releasedDate: DateSchema,
  releasedAt: TextSchema,
  receivedBy: TextSchema,
  receivedDate: DateSchema,
  receivedAt: TextSchema,
  /** Whether each side signed; null where the form has no place for it. */
  releasedSigned: v.nullable(v.boolean()),
  receivedSigned: v.nullable(v.boolean()),
  /** Null where the form has no such column; empty where it has one and nobody wrote in it. */
  purpose: v.nullable(TextSchema),
  place: TextSchema,
  seal: TextSchema,
  quantities: v.array(QuantitySchema),
  note: TextSchema,
  sourceId: IdSchema,
  page: TextSchema,
  line: v.nullable(v.pipe(v.number(), v.integer())),
  order: v.number(),
});
export type CustodyEntry = v.InferOutput<typeof CustodyEntrySchema>;
