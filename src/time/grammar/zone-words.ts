import { homeOf, isZone } from '../../record/zone';
import type { NotUnderstood } from './refusal';
import { instantsOf, offsetAt, zoneName } from './zones';

/** An abbreviation of a zone: the offset it names (minutes east of Greenwich), and its partner in the other season. */
interface Abbreviation {
  readonly offset: number;
  readonly other: string | null;
}

const pair = (standard: string, daylight: string, hours: number): [string, Abbreviation][] => [
  [standard, { offset: hours * 60, other: daylight }],
  [daylight, { offset: (hours + 1) * 60, other: standard }],
];

const ABBREVIATIONS: ReadonlyMap<string, Abbreviation> = new Map([
  ...pair('EST', 'EDT', -5),
  ...pair('CST', 'CDT', -6),
  ...pair('MST', 'MDT', -7),
  ...pair('PST', 'PDT', -8),
  ...pair('AKST', 'AKDT', -9),
  ['HST', { offset: -600, other: null }],
  ['AST', { offset: -240, other: null }],
  ['CHST', { offset: 600, other: null }],
]);

const WORDS: Readonly<Record<string, string>> = {
  eastern: 'E',
  central: 'C',
  mountain: 'M',
  pacific: 'P',
  alaska: 'AK',
};

/** The tail of a text that names a zone; small letters. */
export const ZONE = String.raw`\(?(?:z(?:ulu)?|(?:utc|gmt)(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}|[ecmp][sd]?t|ak[sd]?t|hst|ast|chst|(?:eastern|central|mountain|pacific|alaska)(?: (?:standard|daylight))?(?: time)?|[a-z]{2,9}/[a-z]\w+(?:/\w+)?)\)?`;

/** A zone as written, in the one spelling the app keeps: `Z`, `-05:00`, `CST`, `ET`; null for none. */
export function zoneOf(written: string): string | null {
  const text = written.replace(/[()]/g, '').trim();
  if (/^(z|zulu|utc|gmt)$/.test(text)) return 'Z';
  if (text.includes('/')) return ianaName(text);
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
  return ABBREVIATIONS.has(upper) || homeOf(upper) !== null ? upper : null;
}

/** The minutes east of Greenwich that a zone in the app's own spelling names; null where it names none: `CT`, `America/Chicago`. */
export function offsetNamed(zone: string): number | null {
  if (zone === 'Z') return 0;
  const [, sign, h, m] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  if (sign !== undefined) return Number(`${sign}1`) * (Number(h) * 60 + Number(m));
  return ABBREVIATIONS.get(zone)?.offset ?? null;
}

/** `america/chicago` as its keepers spell it; null for no zone. */
function ianaName(text: string): string | null {
  let name = spelled.get(text);
  if (name === undefined) {
    name = isZone(text)
      ? new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone
      : null;
    if (spelled.size < 1000) spelled.set(text, name);
  }
  return name;
}
/** Asking the browser costs a fifth of a millisecond: once a name is enough. */
const spelled = new Map<string, string | null>();

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
  const a = ABBREVIATIONS.get(zone);
  if (!a) return instantsOf(local, zone);
  const at = local - a.offset * 60_000;
  if (offsetAt(zone, at) === a.offset || (offsetAt(own, at) === a.offset && zoneName(own, at) === zone))
    return [at];
  const hours = `-${String(Math.abs(a.offset / 60)).padStart(2, '0')}:00`;
  return {
    why: `${zone} does not hold on that day${a.other === null ? '' : `, ${a.other} does`}: say which is meant`,
    zones: a.other === null ? [hours] : [a.other, hours],
  };
}

/**
 * A zone as it stands in a column or a clock's field, in the spelling that is kept: an IANA name, `UTC` or `-05:00`. There
 * people mean the zone and not the season: `EST` in July is Eastern time. `local` is the case's own, which is empty here.
 */
export function readZone(text: string): { readonly ok: true; readonly zone: string } | NotUnderstood {
  const bare = text.trim();
  const windows = /^\((?:UTC|GMT)[^)]*\) *(.*)$/i.exec(bare)?.[1] ?? bare;
  if (/^(?:local(?: time)?|lcl|l)$/i.test(bare)) return { ok: true, zone: '' };
  const word = zoneOf(
    windows
      .replace(/\(.*?\)/g, '')
      .trim()
      .toLowerCase(),
  );
  if (word === 'MST' || word === 'MT')
    return {
      ok: false,
      why: `“${bare}” is kept in two ways: Arizona does not change its clocks`,
      asks: [
        { text: 'America/Denver', says: 'Mountain time, with daylight time in summer' },
        { text: 'America/Phoenix', says: 'Arizona, the same all year' },
      ],
    };
  if (word !== null) return { ok: true, zone: homeOf(word) ?? (word === 'Z' ? 'UTC' : word) };
  if (isZone(bare)) return { ok: true, zone: bare };
  return {
    ok: false,
    why: `“${bare}” is no zone this app knows: write America/Chicago, UTC or -05:00`,
    asks: [],
  };
}
