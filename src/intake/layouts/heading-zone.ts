import { readZone } from '../../time/grammar/zone-words';

const OFFSET = String.raw`(?:utc|gmt)(?: ?offset)? ?:? ?[-+−–] ?\d{1,2}(?::?\d{2})?`;
/** What says a zone wherever it stands in a heading: `UTC time`, `event_time_utc`, `Time UTC-5`. */
const ANYWHERE = new RegExp(`(?:^|[^a-z])(${OFFSET}|utc|gmt|zulu)(?![a-z])`, 'i');
/** Letters that are a zone beside the word time alone: `EST WT` is an estimate, `MDT LOG` of a terminal. */
const BESIDE =
  /\b(?:time|date|stamp|timestamp|start|end|begins?|ends|received|dispatched|arrived|cleared)[ ,/:-]{1,3}([ECMP][SD]T|AK[SD]T|HST|[ECP]T|Z)$|\b((?:eastern|central|mountain|pacific|alaska)(?: (?:standard|daylight))? time)(?: ?stamp)?$/i;
const LOCAL = /\b(?:local|lcl)\b/i;

/** A text that is a zone and nothing else, as `readZone` takes it; null for any other. */
function whole(text: string): string | null {
  const bare = text
    .replace(/^(?:all )?(?:times? )?(?:are )?in /i, '')
    .replace(/ ?offset/i, '')
    .replace(/[−–]/g, '-')
    .trim();
  if (!/^(?:z|[a-z]{2,9}.*|[-+].*)$/i.test(bare) || LOCAL.test(bare)) return null;
  const read = readZone(bare);
  return read.ok ? (read.zone === '' ? null : bare) : /^(?:MST|MT|Mountain.*)$/i.test(bare) ? bare : null;
}

/**
 * The zone that the heading of a column of times states, as it is written: `Time (UTC-5)`, `time_utc`, `Start (Central)`.
 * `local` where it says so and no more; empty where it says none.
 */
export function zoneOfHeading(heading: string): string {
  const text = heading
    .replace(/_/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [, inside = ''] of text.matchAll(/[([{]\s*([^)\]}]+?)\s*[)\]}]/g))
    for (const part of [inside, ...inside.split(/[,;]\s*|\s\/\s/)]) {
      const zone = whole(part);
      if (zone !== null) return zone;
    }
  const stated = ANYWHERE.exec(text)?.[1];
  if (stated !== undefined) return whole(stated) ?? stated;
  const beside = BESIDE.exec(text);
  const named = beside ? whole((beside[1] ?? beside[2]) as string) : null;
  return named ?? (LOCAL.test(text) ? 'local' : '');
}

/** What the headings of one table state; `differ` where they say two things, and then none holds for all. */
export function zoneOfHeadings(headings: readonly string[]): {
  readonly zone: string;
  readonly differ: boolean;
  readonly local: boolean;
} {
  const zones = new Set(headings.map(zoneOfHeading).filter((z) => z !== ''));
  const local = zones.has('local');
  const [only] = zones;
  return { zone: zones.size === 1 && only && !local ? only : '', differ: zones.size > 1, local };
}

/** The notice that columns of times state several zones, of which none can hold for all rows. */
export function severalZones(headings: readonly string[]): string[] {
  const times = headings.filter((h) => /time|date|start|end|from|until|begin|stop|stamp|utc|local/i.test(h));
  return zoneOfHeadings(times).differ
    ? [`${times.map((h) => `“${h}”`).join(', ')} state several zones: none is taken, say which holds.`]
    : [];
}

const OF_ALL =
  /\btime ?zones?(?: of (?:record|report|all times))?\s*(?:is|:|=|-)?\s*(\S.*)|\b(?:all |dates? (?:and|\/|&) )?time(?:s|stamps)?(?: are)?(?: (?:shown|stated|displayed|given|listed|recorded|reported))?(?: (?:in|as))?\s*:?\s*(\S.*)/i;

/** The zone that a title states for all times of its table: `All times UTC`, `Time zone: Central`; empty where none does. */
export function zoneOfTitles(titles: readonly { readonly cells: readonly string[] }[]): string {
  const zones = new Set<string>();
  for (const { cells } of titles) {
    const filled = cells.filter((c) => c !== '');
    for (const text of [...filled, filled.join(' ')]) {
      const found = OF_ALL.exec(text.replace(/_/g, ' '));
      const words = (found?.[1] ?? found?.[2] ?? '').replace(/[.)\]]+$/, '').split(' ');
      const zone = [4, 3, 2, 1].flatMap(
        (n) => whole(words.slice(0, n).join(' ').replace(/^[([]/, '')) ?? [],
      )[0];
      if (zone !== undefined) zones.add(zone);
    }
  }
  return zones.size === 1 ? ([...zones][0] as string) : '';
}
