import * as v from 'valibot';
import custody from './authorities/custody.json';
import evidence from './authorities/evidence.json';
import memory from './authorities/memory.json';
import search from './authorities/search.json';
import circuits from './authorities/stop-circuits.json';
import states from './authorities/stop-states.json';
import supreme from './authorities/stop-supreme.json';

const AuthoritySchema = v.object({
  cite: v.pipe(v.string(), v.minLength(1)),
  /** What running text calls it: `Royer`, never `Florida`. */
  short: v.pipe(v.string(), v.minLength(1)),
  /** `us`, a circuit, a state as `st-XX`; guidelines and military courts only persuade. */
  court: v.pipe(v.string(), v.regex(/^(us|ca([1-9]|1[01]|dc)|st-[A-Z]{2}|guideline|military)$/)),
  /** What lowers its standing: plurality, appellate, trial, unpublished, a district; or that it is a rule or statute. */
  lowered: v.string(),
  side: v.picklist(['for', 'against', 'both']),
  /** In our words. */
  holding: v.pipe(v.string(), v.minLength(10)),
  /** So much of the holding as stands on our paper, where the rest of it answers for the State; the screen shows it whole. */
  printed: v.optional(v.string()),
  /** Ids of the rules beside which it is shown; other words name a line of `doctrine.md`. */
  rules: v.array(v.string()),
  /** The day on which it was read in a stored copy; null from memory. */
  read: v.nullable(v.pipe(v.string(), v.isoDate())),
  how: v.picklist(['opening', 'restated', 'summary', 'memory']),
  where: v.string(),
  /** Whether the cite is whole; where it is not, it stands on no paper. */
  complete: v.boolean(),
});
export type Authority = v.InferOutput<typeof AuthoritySchema>;

const ROWS = { ...supreme, ...circuits, ...states, ...search, ...evidence, ...custody, ...memory };
export type AuthorityId = keyof typeof ROWS;

/** The authorities that were read, as data: `README.md` beside this file says how one more is added. @throws where a row is not what it should be */
export const AUTHORITIES = v.parse(v.record(v.string(), AuthoritySchema), ROWS) as Readonly<
  Record<AuthorityId, Authority>
>;

/** Printed with every statement of law. */
export const VERIFY = 'Stated as of November 26, 2026. Verify before filing; this is no legal advice.';
