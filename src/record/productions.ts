import * as v from 'valibot';
import { IdSchema, TextSchema } from './case';

/** A day as it was written: `2026-03-14`, `March 2026`, `2026-03-14 or 2026-03-15`; `time/days.ts` reads it. */
export const DaysSchema = v.pipe(v.string(), v.maxLength(300));

/** A row may name the paper it stands in, and the page; empty where it names none. */
export const PAPER_FIELDS = {
  paper: v.optional(v.pipe(v.string(), v.maxLength(80)), ''),
  page: v.optional(v.pipe(v.string(), v.maxLength(80)), ''),
} as const;

/** One handing-over of discovery. Papers belong to it by its name, or by the archive they came in. */
export const ProductionSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** What it is called: `first production`. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  /** The day on which it came. */
  day: DaysSchema,
  /** The archive it came in, by its name; empty for none. */
  packet: v.pipe(v.string(), v.maxLength(1000)),
  /** How it came, and what its letter says was handed over. */
  letter: TextSchema,
  batesFrom: v.pipe(v.string(), v.maxLength(80)),
  batesTo: v.pipe(v.string(), v.maxLength(80)),
  ...PAPER_FIELDS,
});
export type Production = v.InferOutput<typeof ProductionSchema>;

/** An order that protects papers of the case: shown on the screen, and stamped on what leaves. */
export const ProtectiveOrderSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  entered: DaysSchema,
  /** What it covers. */
  covers: TextSchema,
  /** Who may see it. */
  who: TextSchema,
  until: DaysSchema,
  destroyBy: DaysSchema,
  /** The words on what leaves; empty for none. */
  stamp: v.pipe(v.string(), v.maxLength(200)),
  ...PAPER_FIELDS,
});
export type ProtectiveOrder = v.InferOutput<typeof ProtectiveOrderSchema>;
