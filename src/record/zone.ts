/** No zone's name has more letters. */
const LONGEST = 80;
/** The zones furthest from Greenwich, minutes. */
const [WEST, EAST] = [-12 * 60, 14 * 60];

/**
 * Where people say these words. As the name of a zone they mean the place's own time, in summer too: `EST` and `MST` would
 * else be fixed offsets, `EDT` unknown, and `AST` Alaska.
 */
const HOMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['ET', 'EST', 'EDT'].map((w) => [w, 'America/New_York'])),
  ...Object.fromEntries(['CT', 'CST', 'CDT'].map((w) => [w, 'America/Chicago'])),
  ...Object.fromEntries(['MT', 'MST', 'MDT'].map((w) => [w, 'America/Denver'])),
  ...Object.fromEntries(['PT', 'PST', 'PDT'].map((w) => [w, 'America/Los_Angeles'])),
  ...Object.fromEntries(['AKT', 'AKST', 'AKDT'].map((w) => [w, 'America/Anchorage'])),
  HST: 'Pacific/Honolulu',
  AST: 'America/Puerto_Rico',
  CHST: 'Pacific/Guam',
};

/** The zone that people mean by `EST` or `ET`; null for a word that is none of these. */
export const homeOf = (word: string): string | null => HOMES[word.toUpperCase()] ?? null;

/** Fixed offsets and the names of UTC, in minutes east of Greenwich; null for a name that needs the zone table. */
export function fixedOffset(zone: string): number | null {
  if (/^(z|utc|gmt|etc\/utc)$/i.test(zone)) return 0;
  const m = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (!m) return null;
  const minutes = (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3] ?? 0));
  return Number(m[3] ?? 0) < 60 && minutes >= WEST && minutes <= EAST ? minutes : null;
}

/** Whether a zone is an offset that never changes: `UTC`, `-05:00`. */
export const isFixed = (zone: string): boolean => fixedOffset(zone) !== null;

/** Whether the name is a zone this browser knows: IANA, `UTC` or a fixed offset. */
export function isZone(zone: string): boolean {
  if (zone.length > LONGEST) return false;
  let known = valid.get(zone);
  if (known === undefined) {
    known = fixedOffset(zone) !== null || homeOf(zone) !== null || isNamed(zone);
    valid.set(zone, known);
  }
  return known;
}

function isNamed(zone: string): boolean {
  try {
    return zone !== '' && new Intl.DateTimeFormat('en-US', { timeZone: zone }).format() !== '';
  } catch {
    return false;
  }
}

/** Asking the browser for a zone costs a fifth of a millisecond: once a name is enough. */
const valid = new Map<string, boolean>();
