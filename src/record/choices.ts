import * as v from 'valibot';

/** The circuits whose published opinions bind in federal court. */
export const CIRCUITS = [
  'ca1',
  'ca2',
  'ca3',
  'ca4',
  'ca5',
  'ca6',
  'ca7',
  'ca8',
  'ca9',
  'ca10',
  'ca11',
  'cadc',
] as const;
export type Circuit = (typeof CIRCUITS)[number];

/** The states by their codes, with the District and Puerto Rico: `ID` is Idaho. */
export const STATE_NAMES: ReadonlyMap<string, string> = new Map(
  (
    'AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, ' +
    'DE Delaware, DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, ' +
    'IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, ' +
    'MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, ' +
    'NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, ' +
    'NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania, ' +
    'PR Puerto Rico, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, ' +
    'UT Utah, VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming'
  )
    .split(', ')
    .map((s) => [s.slice(0, 2), s.slice(3)]),
);

/**
 * What the attorney chooses about a case, each with the values it may have; the first is what holds until she does.
 * `doctrine.md` says what each changes.
 */
export const CHOICES = {
  forum: ['', 'federal', 'state'],
  circuit: ['', ...CIRCUITS],
  hearing: ['', 'suppression', 'trial'],
  accused: ['', 'driver', 'passenger', 'owner', 'neither'],
  offenceOfArrest: ['', 'traffic', 'warrant', 'drugs', 'weapon', 'other'],
  drugWarrant: ['', 'yes', 'no'],
  warrantHours: ['', 'daytime', 'any'],
  dogTrainedOn: ['', 'marijuana too', 'not'],
  travel: ['', 'mission', 'detour', 'open'],
  history: ['', 'mission', 'detour', 'open'],
  passenger: ['', 'mission', 'detour', 'open'],
  observations: ['contest', 'listed'],
} as const;

const one = <const T extends readonly [string, ...string[]]>(values: T) =>
  v.optional(v.picklist(values), values[0]);

export const ChoicesSchema = v.object({
  forum: one(CHOICES.forum),
  circuit: one(CHOICES.circuit),
  /** `ID`; empty until it is chosen. */
  state: v.optional(v.picklist(['', ...STATE_NAMES.keys()]), ''),
  hearing: one(CHOICES.hearing),
  accused: one(CHOICES.accused),
  offenceOfArrest: one(CHOICES.offenceOfArrest),
  drugWarrant: one(CHOICES.drugWarrant),
  warrantHours: one(CHOICES.warrantHours),
  dogTrainedOn: one(CHOICES.dogTrainedOn),
  travel: one(CHOICES.travel),
  history: one(CHOICES.history),
  passenger: one(CHOICES.passenger),
  observations: one(CHOICES.observations),
});
export type Choices = v.InferOutput<typeof ChoicesSchema>;

/** Nothing chosen yet. */
export const NO_CHOICES: Choices = v.parse(ChoicesSchema, {});

/** An authority that the attorney read herself and added to her case. */
export const OwnAuthoritySchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  cite: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  short: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  /** `us`, a circuit, or a state as `st-XX`. */
  court: v.pipe(v.string(), v.regex(/^(us|ca([1-9]|1[01]|dc)|st-[A-Z]{2})$/)),
  /** Trial courts and unpublished opinions bind nobody. */
  lowered: v.picklist(['', 'appellate', 'trial', 'unpublished', 'statute', 'rule']),
  side: v.picklist(['for', 'against', 'both']),
  holding: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)),
  /** Ids of the rules beside which it is shown. */
  rules: v.array(v.string()),
  /** The day on which she read it, `2026-11-26`. */
  read: v.pipe(v.string(), v.isoDate()),
});
