import * as v from 'valibot';
import { AmountSchema, CountSchema, OrderSchema, StatedZoneSchema } from './bounds';
import { IdSchema, TextSchema } from './case';
import { DateSchema } from './day';
import { PassageSchema } from './passage';

const units = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** n of N like units tested, k of them negative, and the weights that go with them, in g. */
export const SamplingSchema = v.pipe(
  v.object({
    /** N: units seized that look alike. */
    units,
    tested: units,
    negative: units,
    /** Net weight of the units that tested positive, and the uncertainty of that weighing; null where the report gives none. */
    netTested: v.nullable(AmountSchema),
    plusMinus: v.nullable(AmountSchema),
    /** Net weight that the State claims for all of it. */
    netClaimed: v.nullable(AmountSchema),
    /** Standard deviation between the weights of single units; absent where the report gives neither it nor those weights. */
    spread: v.optional(AmountSchema),
  }),
  v.check(
    (s) => s.tested <= s.units && s.negative <= s.tested,
    'no more units are tested than there are, and no more negative than tested',
  ),
);
export type Sampling = v.InferOutput<typeof SamplingSchema>;

/** Numbers within words are compared as numbers: item 2 comes before item 11. */
const order = new Intl.Collator('en', { numeric: true });

/** The order in which items stand wherever they are listed or drawn: by their numbers, `2` before `2A` before `11`. */
export const byNumber = (a: Pick<Item, 'number'>, b: Pick<Item, 'number'>): number =>
  order.compare(a.number, b.number);

/** A thing in evidence. */
export const ItemSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** `1`, `2A`: the number on the form. */
  number: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  description: TextSchema,
  /** What the laboratory tested of it; null where nothing is known of that. */
  sampling: v.optional(v.nullable(SamplingSchema), null),
});
export type Item = v.InferOutput<typeof ItemSchema>;

/** A measured amount as written on the form. `plusMinus` is the scale's stated uncertainty; null where none is stated. */
export const QuantitySchema = v.object({
  of: v.picklist(['gross', 'net', 'count'] as const),
  value: AmountSchema,
  unit: v.pipe(v.string(), v.maxLength(20)),
  plusMinus: v.nullable(AmountSchema),
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
  zone: StatedZoneSchema,
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
  /** How the seal was found, where the form says. */
  sealState: v.optional(v.picklist(['', 'intact', 'broken'] as const), ''),
  /** Hash of a digital item as this entry gives it. */
  hash: v.optional(TextSchema, ''),
  /** Photographs by reference: `IMG_0411-0416`. */
  photo: v.optional(TextSchema, ''),
  quantities: v.array(QuantitySchema),
  note: TextSchema,
  sourceId: IdSchema,
  page: TextSchema,
  line: v.nullable(CountSchema),
  order: OrderSchema,
  /** Where in a paper of the case it stands. */
  passage: v.optional(PassageSchema),
});
export type CustodyEntry = v.InferOutput<typeof CustodyEntrySchema>;
