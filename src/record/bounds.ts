import * as v from 'valibot';
import { isZone } from './zone';

/** About thirty years, ms: no length of a record is longer, and no clock is further off. */
export const LONGEST = 1e12;
/** How far an instant may be from 1970, ms: 1653 to 2286. */
const FURTHEST = 1e13;
/** More frames, lines or units than any recording, table or seizure has. */
const MOST = 1e9;

/** Letters of a text that a person may write, and of a name. */
export const MOST_LETTERS = 20_000;
export const MOST_OF_NAME = 300;

const integer = v.pipe(v.number(), v.integer('it is no whole number'));
const tooLong = 'a length of more than thirty years is beyond reason';

/** A length or a distance, ms, either way. */
export const SpanSchema = v.pipe(integer, v.minValue(-LONGEST, tooLong), v.maxValue(LONGEST, tooLong));
/** A length, or the counter of a recording, ms. */
export const LengthSchema = v.pipe(
  integer,
  v.minValue(0, 'a length is not less than nothing'),
  v.maxValue(LONGEST, tooLong),
);

const noTime = 'a time before 1653 or after 2286 is beyond reason';
/** An instant, ms since 1970 UTC. */
export const InstantSchema = v.pipe(v.number(), v.minValue(-FURTHEST, noTime), v.maxValue(FURTHEST, noTime));

/** A number of things: frames, lines, rows, units. */
export const CountSchema = v.pipe(
  integer,
  v.minValue(0, 'a number of things is not less than nothing'),
  v.maxValue(MOST, 'a number of more than a thousand million is beyond reason'),
);
/** The size of a file, bytes. */
export const BytesSchema = v.pipe(
  integer,
  v.minValue(0, 'a size is not less than nothing'),
  v.maxValue(1e15, 'a file of more than a million gigabytes is beyond reason'),
);
/** A place in an order; between two places there is another. */
export const OrderSchema = v.pipe(
  v.number(),
  v.minValue(-FURTHEST, 'a place so far before all others is beyond reason'),
  v.maxValue(FURTHEST, 'a place so far behind all others is beyond reason'),
);
/** A weight in g, or an amount in the unit beside it. */
export const AmountSchema = v.pipe(
  v.number(),
  v.minValue(0, 'an amount is not less than nothing'),
  v.maxValue(MOST, 'an amount of more than a thousand million is beyond reason'),
);

const noZone = ({ input }: { readonly input: string }): string =>
  `“${input.slice(0, 80)}” is no zone this app knows: write America/Chicago, UTC or -05:00`;

/** A zone that this browser can reckon with. */
export const ZoneSchema = v.pipe(v.string(), v.check(isZone, noZone));
/** A zone, or empty where the source states none. */
export const StatedZoneSchema = v.pipe(
  v.string(),
  v.check((zone) => zone === '' || isZone(zone), noZone),
);
