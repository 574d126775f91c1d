import * as v from 'valibot';
import { AmountSchema, InstantSchema, LengthSchema, MOST_LETTERS, ZoneSchema } from './bounds';
import { ChoicesSchema, NO_CHOICES, OwnAuthoritySchema } from './choices';

/** A row's own key: made once, never reused. */
export const IdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
export type Id = v.InferOutput<typeof IdSchema>;

/** Text a person may write; bounded so that a hostile file cannot fill the disk with one field. */
export const TextSchema = v.pipe(v.string(), v.maxLength(MOST_LETTERS));

const hour = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24));
/** A rate of drift, in parts in a million. */
const rate = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(100_000, 'a clock that is off by more than a tenth of the time is beyond reason'),
);

/** What the case has decided: every default that becomes an assumption can be changed here. All spans in ms. */
export const PoliciesSchema = v.object({
  /** A silence this long in a seizure is worth naming. */
  unaccounted: LengthSchema,
  /** What `about` means where no tolerance is written. */
  approximate: LengthSchema,
  /** How far a machine's clock may be off where nothing ties it down. */
  machineClock: LengthSchema,
  /** How far a person's watch may be off where nothing ties it down. */
  personClock: LengthSchema,
  /** A hand-over whose two ends lie no further apart than this is one act, not a gap. */
  handOver: LengthSchema,
  /** How far a clock may drift, in parts in a million, where two sync points show that it does. */
  drift: v.optional(rate, 250),
  /** How far a machine's clock, and a person's watch, may drift where nothing shows it, in parts in a million. */
  machineDrift: v.optional(rate, 100),
  personDrift: v.optional(rate, 250),
  /** From seizure to the first entry of the chain: later is worth naming. */
  lateBooking: v.optional(LengthSchema, 12 * 3_600_000),
  /** Days within which a warrant is to be executed, and the hours of the day in which it may be (Rule 41; states differ). */
  warrantDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)), 14),
  dayFrom: v.optional(hour, 6),
  dayUntil: v.optional(hour, 22),
  /** Whether somebody entered the hours of the day: until then a state's own are not known. */
  hoursEntered: v.optional(v.boolean(), false),
  /** Only the release after the mission's end is no finding where it comes within this. */
  routineRelease: v.optional(LengthSchema, 2 * 60_000),
  /** All is in hand, and the paper takes longer than this. */
  paperTime: v.optional(LengthSchema, 10 * 60_000),
  /** A stop over this is asked about for its length alone. */
  longStop: v.optional(LengthSchema, 60 * 60_000),
  /** Days from seizing a phone to asking for its warrant. */
  phoneDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)), 7),
  /** Limits that somebody chose as they stand by default: rules that turn on one ask for it first. */
  chosen: v.optional(v.array(v.pipe(v.string(), v.maxLength(40)))),
});

/** A threshold of weight: what is over it falls in this bracket. */
const BracketSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  over: AmountSchema,
});
export type Bracket = v.InferOutput<typeof BracketSchema>;

/** What the attorney has decided about entries that contradict one another. */
const TrustSchema = v.object({
  /** Kinds of source, most trusted first; empty for the default order. */
  order: v.array(v.string()),
  /** Rows that are never set aside, and rows that are set aside first. */
  pinned: v.array(IdSchema),
  impeached: v.array(IdSchema),
  /** Assumptions that are switched off, by their keys. */
  off: v.array(v.string()),
});
export type Trust = v.InferOutput<typeof TrustSchema>;

export const CaseSchema = v.object({
  id: IdSchema,
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  number: TextSchema,
  court: TextSchema,
  /** Made-up samples say so on every screen and page. */
  madeUp: v.boolean(),
  /** IANA name: the zone in which the ruler shows wall clock. */
  zone: ZoneSchema,
  /** What the attorney chose: whose law binds, and what the record does not say of the arrest, the warrant, the dog. */
  choices: v.optional(ChoicesSchema, NO_CHOICES),
  /** What she read herself and added. */
  law: v.optional(v.array(OwnAuthoritySchema), []),
  policies: PoliciesSchema,
  /** Who is believed where entries cannot all be true; absent in files of before it was known. */
  trust: v.optional(TrustSchema, { order: [], pinned: [], impeached: [], off: [] }),
  /** Quantity brackets of the charge, in g of net weight, lowest first; none until they are entered. */
  brackets: v.optional(v.array(BracketSchema), []),
  createdAt: InstantSchema,
  /** Set while the case lies in the bin; null otherwise. */
  deletedAt: v.nullable(InstantSchema),
});
export type Case = v.InferOutput<typeof CaseSchema>;
export type Policies = v.InferOutput<typeof PoliciesSchema>;

const MINUTE = 60_000;

/** The defaults of `time.md`: silence of 2 min, `about` 5 min, a machine 2 min, a person 5 min; 5 min for a hand-over; drift of 100 parts in a million for a machine, 250 for a person's watch and where sync points show it. */
export const DEFAULT_POLICIES: Policies = {
  unaccounted: 2 * MINUTE,
  approximate: 5 * MINUTE,
  machineClock: 2 * MINUTE,
  personClock: 5 * MINUTE,
  handOver: 5 * MINUTE,
  drift: 250,
  machineDrift: 100,
  personDrift: 250,
  lateBooking: 12 * 60 * MINUTE,
  warrantDays: 14,
  dayFrom: 6,
  dayUntil: 22,
  hoursEntered: false,
  routineRelease: 2 * MINUTE,
  paperTime: 10 * MINUTE,
  longStop: 60 * MINUTE,
  phoneDays: 7,
};

/** A new, empty case. */
export function newCase(id: Id, title: string, zone: string, createdAt: number): Case {
  return {
    id,
    title,
    number: '',
    court: '',
    madeUp: false,
    zone,
    choices: { ...NO_CHOICES },
    law: [],
    policies: { ...DEFAULT_POLICIES },
    trust: { order: [], pinned: [], impeached: [], off: [] },
    brackets: [],
    createdAt,
    deletedAt: null,
  };
}
