import { instantsOf, offsetAt, zoneName } from './zones';

/** An abbreviation of a zone: the offset it names (minutes east of Greenwich), the zone it is said in, and its partner in the other season. */
interface Abbreviation {
  readonly offset: number;
  readonly home: string;
  readonly other: string | null;
}

const pair = (standard: string, daylight: string, hours: number, home: string): [string, Abbreviation][] => [
  [standard, { offset: hours * 60, home, other: daylight }],
  [daylight, { offset: (hours + 1) * 60, home, other: standard }],
];

const ABBREVIATIONS: ReadonlyMap<string, Abbreviation> = new Map([
  ...pair('EST', 'EDT', -5, 'America/New_York'),
  ...pair('CST', 'CDT', -6, 'America/Chicago'),
  ...pair('MST', 'MDT', -7, 'America/Denver'),
  ...pair('PST', 'PDT', -8, 'America/Los_Angeles'),
  ...pair('AKST', 'AKDT', -9, 'America/Anchorage'),
  ['HST', { offset: -600, home: 'Pacific/Honolulu', other: null }],
  ['AST', { offset: -240, home: 'America/Puerto_Rico', other: null }],
  ['CHST', { offset: 600, home: 'Pacific/Guam', other: null }],
]);

/** Names that hold all year round. */
const NAMES: Readonly<Record<string, string>> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
  AKT: 'America/Anchorage',
};

const WORDS: Readonly<Record<string, string>> = {
  eastern: 'E',
  central: 'C',
  mountain: 'M',
  pacific: 'P',
  alaska: 'AK',
};

/** The tail of a text that names a zone; small letters. */
export const ZONE = String.raw`\(?(?:z(?:ulu)?|(?:utc|gmt)(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}|[ecmp][sd]?t|ak[sd]?t|hst|ast|chst|(?:eastern|central|mountain|pacific|alaska)(?: (?:standard|daylight))?(?: time)?)\)?`;

/** A zone as written, in the one spelling the app keeps: `Z`, `-05:00`, `CST`, `ET`; null for none. */
export function zoneOf(written: string): string | null {
  const text = written.replace(/[()]/g, '').trim();
  if (/^(z|zulu|utc|gmt)$/.test(text)) return 'Z';
  const offset = /^(?:utc|gmt)?\s?([+-])\s?(\d{1,2}):?(\d{2})?$/.exec(text);
  if (offset) {
    const [, sign, h, m = '00'] = offset as unknown as [string, string, string, string?];
    const minutes = Number(h) * 60 + Number(m);
    if (Number(m) > 59 || minutes > (sign === '-' ? 12 : 14) * 60) return null;
    // West of Greenwich whole hours, and four half ones: 23:50-00:10 is no time with its zone.
    if (sign === '-' && minutes > 0 && m !== '00' && !/^0?[2349]:30$/.test(`${h}:${m}`)) return null;
    return minutes === 0 ? 'Z' : `${sign}${h.padStart(2, '0')}:${m}`;
  }
  const words = /^(\w+?)(?: (standard|daylight))?(?: time)?$/.exec(text);
  const first = words && WORDS[words[1] as string];
  if (words && first)
    return `${first}${words[2] === undefined ? '' : (words[2][0] as string).toUpperCase()}T`;
  const upper = text.toUpperCase();
  return ABBREVIATIONS.has(upper) || upper in NAMES ? upper : null;
}

/**
 * The instants (ms) at which the zone as written shows the local time `local` (ms, as if it were UTC).
 * @param own the zone of the row: an abbreviation holds where it or its own home keeps that time then
 * @returns the reason and the other name where an abbreviation does not hold on that day
 */
export function instantsIn(
  zone: string,
  local: number,
  own: string,
): readonly number[] | { readonly why: string; readonly zones: readonly string[] } {
  const all = NAMES[zone];
  if (all !== undefined) return instantsOf(local, all);
  const a = ABBREVIATIONS.get(zone);
  if (!a) return instantsOf(local, zone);
  const at = local - a.offset * 60_000;
  if (offsetAt(a.home, at) === a.offset || (offsetAt(own, at) === a.offset && zoneName(own, at) === zone))
    return [at];
  const hours = `-${String(Math.abs(a.offset / 60)).padStart(2, '0')}:00`;
  return {
    why: `${zone} does not hold on that day${a.other === null ? '' : `, ${a.other} does`}: say which is meant`,
    zones: a.other === null ? [hours] : [a.other, hours],
  };
}

/** Abbreviations as the zone of a clock, where people mean the zone and not the season: `EST` in July is Eastern time. */
export function zoneFromWord(word: string): string | null {
  const upper = word.trim().toUpperCase();
  const known = zoneOf(word.trim().toLowerCase());
  if (known !== null && known in NAMES) return NAMES[known] as string;
  return ABBREVIATIONS.get(known ?? upper)?.home ?? null;
}
