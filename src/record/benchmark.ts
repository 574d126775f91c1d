import * as v from 'valibot';
import { CountSchema, LengthSchema } from './bounds';
import { IdSchema, TextSchema } from './case';

const few = v.pipe(v.string(), v.maxLength(400));

/** What the lengths of a benchmark measure: whole stops, or from the stop to its paper. */
export const MEASURES = ['stop', 'mission'] as const;

/**
 * The lengths of an officer's other stops, counted: no row of them is an entry of the case. It is put here from the place
 * Officers, by a person, and is then a fact with a source like any other.
 */
export const BenchmarkSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** The choice in a sentence, as every figure names it: `Marsh, district 4, warnings, 20:00 to 04:00, since 2022-01-01`. */
  says: TextSchema,
  officer: few,
  measures: v.picklist(MEASURES),
  /** Lengths as they were found and how many stops had each, shortest first: the least and the greatest that each can be, ms. */
  lengths: v.pipe(
    v.array(v.object({ min: LengthSchema, max: LengthSchema, n: CountSchema })),
    v.maxLength(100_000),
  ),
  /** Why stops of the benchmark are not among the lengths, and how many. */
  leftOut: v.pipe(v.array(v.object({ why: few, n: CountSchema })), v.maxLength(50)),
  /** The table that they were counted from. */
  sourceId: IdSchema,
  /** Rows of that table in all. */
  rows: CountSchema,
  /** The day on which it was counted, `2026-11-26`. */
  made: v.pipe(v.string(), v.maxLength(10)),
});
export type Benchmark = v.InferOutput<typeof BenchmarkSchema>;
