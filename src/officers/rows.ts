import * as v from 'valibot';
import { MEASURES } from '../record/benchmark';
import { CountSchema, InstantSchema, LengthSchema } from '../record/bounds';
import { IdSchema, TextSchema } from '../record/case';

/**
 * What is kept of officers, across cases: the attorney's own, in tables beside every case. Nothing of it is in a case or an
 * exhibit until a person puts it there.
 */
const few = v.pipe(v.string(), v.maxLength(400));

export const OfficerSchema = v.object({
  id: IdSchema,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  /** How tables and papers write him otherwise: star, badge, `MARSH, D`. */
  also: v.pipe(v.array(few), v.maxLength(40)),
  agency: few,
  note: TextSchema,
  /** When anything of this officer was changed last, ms. */
  at: InstantSchema,
});
export type Officer = v.InferOutput<typeof OfficerSchema>;

const of = { officerId: IdSchema, id: IdSchema, at: InstantSchema } as const;

/** One report of the officer: its words by page and line, copied, so that they stay when its case goes. */
export const OfficerReportSchema = v.object({
  ...of,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  /** The day of the stop it is about, `2024-03-14`; empty where nobody said. */
  day: v.pipe(v.string(), v.maxLength(10)),
  /** The case and the paper it was taken from; empty for a file of its own. */
  caseId: v.pipe(v.string(), v.maxLength(80)),
  paperId: v.pipe(v.string(), v.maxLength(80)),
  pages: v.pipe(
    v.array(v.object({ number: CountSchema, lines: v.array(v.pipe(v.string(), v.maxLength(2000))) })),
    v.maxLength(2000),
  ),
});
export type OfficerReport = v.InferOutput<typeof OfficerReportSchema>;

/** What there is about an officer: sworn by him, found by a court or agency, disclosed by the other side, asked for. */
export const FACT_KINDS = ['sworn', 'found', 'disclosed', 'asked'] as const;

export const OfficerFactSchema = v.object({
  ...of,
  kind: v.picklist(FACT_KINDS),
  /** Who swore, found, disclosed or asked. */
  who: few,
  day: v.pipe(v.string(), v.maxLength(10)),
  says: v.pipe(v.string(), v.minLength(1), v.maxLength(20_000)),
  /** `State v. Roe, suppression hearing transcript`. */
  source: few,
  page: few,
});
export type OfficerFact = v.InferOutput<typeof OfficerFactSchema>;

/** A rate: so many of so many. */
const RateSchema = v.object({ what: few, n: CountSchema, of: CountSchema });

/** Stops as they were counted from a table: lengths and rates of a benchmark that is named, and what was left out. */
export const OfficerFigureSchema = v.object({
  ...of,
  /** The choice in a sentence, as every figure names it. */
  says: TextSchema,
  measures: v.picklist(MEASURES),
  lengths: v.pipe(
    v.array(v.object({ min: LengthSchema, max: LengthSchema, n: CountSchema })),
    v.maxLength(100_000),
  ),
  leftOut: v.pipe(v.array(v.object({ why: few, n: CountSchema })), v.maxLength(50)),
  rates: v.pipe(v.array(RateSchema), v.maxLength(20)),
  file: v.object({
    name: few,
    size: CountSchema,
    rows: CountSchema,
    sha256: v.pipe(v.string(), v.regex(/^([0-9a-f]{64})?$/)),
  }),
  made: v.pipe(v.string(), v.maxLength(10)),
});
export type OfficerFigure = v.InferOutput<typeof OfficerFigureSchema>;
