import * as v from 'valibot';
import { MOST_OF_NAME, SpanSchema, StatedZoneSchema } from './bounds';
import { IdSchema, TextSchema } from './case';

/** What stamped the times. `media` is the counter of one recording: 0:00 is where the file begins. */
export const CLOCK_KINDS = [
  'dispatch',
  'camera',
  'keypad',
  'laboratory',
  'machine',
  'person',
  'media',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export const ClockSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_OF_NAME)),
  kind: v.picklist(CLOCK_KINDS),
  /** IANA name, `UTC` or a fixed offset such as `-05:00`; empty where the source does not state it. */
  zone: StatedZoneSchema,
  /** The one clock whose offset is 0 by definition. */
  reference: v.boolean(),
  /** True time = reading + offset, offset within [min, max] in ms; null where nothing ties the clock down. */
  offset: v.nullable(
    v.pipe(
      v.object({ min: SpanSchema, max: SpanSchema, why: TextSchema }),
      v.check((o) => o.min <= o.max, 'the offset range ends before it begins'),
    ),
  ),
});
export type Clock = v.InferOutput<typeof ClockSchema>;

/** What kind of clock a name suggests. A suggestion only: the mapping screen shows it and it can be changed. */
export function guessClockKind(name: string): ClockKind {
  const n = name.toLowerCase();
  if (/\b(dispatch|cad|911|police|radio)\b/.test(n)) return 'dispatch';
  if (/cam\b|camera|bwc|video|dvr|dash|axon/.test(n)) return 'camera';
  if (/keypad|locker|evidence room|door|badge/.test(n)) return 'keypad';
  if (/\blab|laborator|crime lab/.test(n)) return 'laboratory';
  if (/report|officer|watch|form|hand|deputy|trooper|testimony/.test(n)) return 'person';
  return 'machine';
}
