import type { Block } from './blocks';
import type { Finding } from './times';
import { zoneOf } from './zone-words';

/** What stands over the place in a row. */
export const labelAt = (b: Block, at: number): string => {
  const i = b.cells.findLastIndex((c) => c.at <= at);
  return b.labels[i] ?? '';
};

/** `-5`, `−06:00` and `-0500` as they are kept: `-05:00`; names of zones as `zoneOf` has them. */
const offsetOf = (text: string | undefined): string => {
  const m = /^([-+−–])\s?(\d{1,2}):?(\d\d)?$/.exec(text ?? '');
  if (!m) return zoneOf(text);
  return `${m[1] === '+' ? '+' : '-'}${(m[2] as string).padStart(2, '0')}:${m[3] ?? '00'}`;
};

/** A zone in the head of a column: in brackets, or last and beside the word time. `MDT LOG` is of a terminal, `EST WT` an estimate. */
const NAMED =
  /\((?:local,? )?([ECMP][SD]T|AK[SD]T|HST)\)|\b(?:time|date|stamp|start|end|on|off|in|out)\b[ ,/-]{1,3}([ECMP][SD]T|AK[SD]T|HST)$|\b(?:utc|gmt)(?:\s?offset)?\s?([-+−–]\s?\d{1,2}(?::?\d\d)?)|\(([+-]\d\d:\d\d)\)/i;

const OF_ALL =
  /\b(?:all )?times?(?: ?zone(?: of record)?)?(?: are)?(?: (?:shown|stated|given))?(?: in)?:?\s*(?:utc|gmt|zulu)\b(?!\s?[-+−–]\s?\D)\s?([-+−–]\s?\d{1,2}(?::?\d\d)?)?/i;

/** `All times UTC`, `Local column: ... (UTC-05:00)`: the zone that the paper or the head of a column states. */
export function statedZones(blocks: readonly Block[]): (b: Block, at: number) => string {
  const text = blocks
    .filter((b) => b.cells.length < 4)
    .map((b) => b.text)
    .join('\n');
  const stated = OF_ALL.exec(text);
  const all = stated ? (stated[1] === undefined ? 'Z' : offsetOf(stated[1])) : '';
  const local = offsetOf(/\blocal[^\n]{0,60}\(?(?:utc|gmt)\s?([-+−–]\d{1,2}(?::?\d\d)?)\)?/i.exec(text)?.[1]);
  return (b, at) => {
    const label = labelAt(b, at).replaceAll('_', ' ');
    const named = NAMED.exec(label);
    if (named) return offsetOf(named[1] ?? named[2] ?? named[3] ?? named[4]);
    if (/\butc\b|\bzulu\b|\bgmt\b/i.test(label)) return 'Z';
    if (/\blocal\b/i.test(label)) return local;
    return all;
  };
}

/** A time with the zone that its column or its paper states. */
export const zoned = (start: string, zone: string, alone: boolean): string =>
  zone !== '' && alone && /^\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(start)
    ? `${start}${zone === 'Z' ? 'Z' : ` ${zone}`}`
    : start;

/** In a row, letters in the next cell are no zone (`MDT` is a terminal as well), and `MDT` never is one but in prose. */
export function inCell(b: Block, found: Finding): Finding {
  if (b.prose) return found;
  const times = found.times.map((t) => {
    const zone = /\s?([A-Z]{3,4})$/.exec(t.text);
    if (!zone || !/ [+-]\d\d:\d\d$/.test(t.start)) return t;
    const at = t.end - (zone[1] as string).length;
    const apart = b.cells.findLastIndex((c) => c.at <= at) !== b.cells.findLastIndex((c) => c.at <= t.at);
    if (!apart && zone[1] !== 'MDT') return t;
    const bare = (text: string): string => text.replace(/ [+-]\d\d:\d\d$/, '');
    return {
      ...t,
      end: t.end - zone[0].length,
      text: t.text.slice(0, -zone[0].length),
      start: bare(t.start),
      to: bare(t.to),
    };
  });
  return { ...found, times };
}
