import type { Block } from './blocks';
import { isCounter, isOfRecording } from './counters';
import type { FoundDate } from './dates';
import { msOf } from './days';
import { TIME_LABEL } from './four-figures';
import { isTorn } from './garbled';
import type { Doubtful, FoundTime } from './times';
import { isSupposed, sentenceOver } from './told-as-done';
import { labelAt } from './zones';

/** What was found in one block, before it is judged. */
export interface Raw {
  readonly b: Block;
  readonly dates: readonly FoundDate[];
  readonly times: readonly FoundTime[];
}

/** A column of lengths: `1:14` in it is no time of day. */
const LENGTH_LABEL =
  /^(?:(?:call|talk|total|ring|hold|audio|video|clip) )?(?:dur\.?|duration|length|pre-?event|post-?event|pre-?roll|(?:pre-?event )?buffer|elapsed(?: time)?|minutes|seconds)(?: \(?(?:h+:)?m+:s+\)?)?$/i;

/** The third figure of a row that is by how much the second is later than the first: a length, whatever stands over it. */
function isDifference(b: Block, t: FoundTime, times: readonly FoundTime[]): boolean {
  if (b.prose || !/^\d{1,3}:\d{2}:\d{2}$/.test(t.text)) return false;
  const before = times.filter((o) => o.at < t.at && /:\d\d:\d\d/.test(o.start)).slice(-2);
  const [from, to] = before.map((o) => msOf(o.start));
  return from !== undefined && to !== undefined && (to - from + 86_400_000) % 86_400_000 === msOf(t.start);
}

/**
 * Where a table times its rows to the second, `1:14` in a cell of its own whose head names no time is a length, more likely
 * than a time; so it is without a head that is known, where the row has four cells.
 */
const mayBeLength = (b: Block, t: FoundTime, times: readonly FoundTime[]): boolean =>
  !b.prose &&
  (b.headRow.length > 2 || b.cells.length >= 4) &&
  /^\d{1,3}:\d{2}$/.test(t.text) &&
  b.cells.some((c) => c.at === t.at && c.text.trim() === t.text) &&
  !TIME_LABEL.test(labelAt(b, t.at)) &&
  times.some((o) => o.at < t.at && /^\d{1,2}:\d{2}:\d{2}/.test(o.text));

/** What the whole paper tells of how its times were read. */
export interface Scanned {
  /** Times with letters for digits stand in it: somebody's recognition. */
  readonly garbled: boolean;
  /** Its hours have two figures. */
  readonly twoFigures: boolean;
}

/** How the times of a paper stand in it. */
export function scannedOf(raw: readonly Raw[], garbled: number): Scanned {
  const hours = raw.flatMap((r) => r.times.map((t) => /(\d{1,2}):\d\d/.exec(t.text)?.[1] ?? ''));
  const low = hours.filter((h) => /^0\d$/.test(h)).length;
  const single = hours.filter((h) => h.length === 1).length;
  const late = hours.filter((h) => Number(h) > 12).length;
  return { garbled: garbled > 1, twoFigures: low > 0 ? low >= single : late >= 2 * single };
}

/** `2:28` in a picture of a paper that writes 02:14: its first figure was lost. */
const isShort = (b: Block, t: FoundTime, { garbled, twoFigures }: Scanned): boolean =>
  (b.recognised || garbled) && twoFigures && /^\D*\d:\d\d/.test(t.text) && !/[ap]\.?\s?m\b/i.test(t.text);

const cellOf = (b: Block, t: FoundTime): [number, number] => {
  const cell = b.cells.length > 1 ? b.cells.findLast((c) => c.at <= t.end - 1) : undefined;
  return cell ? [Math.min(cell.at, t.at), cell.at + cell.text.length] : [0, b.text.length];
};

/** Where the figures of a time begin: after `about`, or its day. */
const clockAt = (b: Block, t: FoundTime): number => {
  const m = /\d{1,2}:\d\d|\d{4}/.exec(b.text.slice(t.at, t.end));
  return t.at + (m?.index ?? 0);
};

/** Parts the times of a block into those that can be read, and those that cannot be told, with why; lengths are neither. */
export function sift(
  blocks: readonly Block[],
  block: number,
  { b, dates, times }: Raw,
  twelve: TwelveHours,
  { scanned, counters }: { readonly scanned: Scanned; readonly counters: boolean },
): { readonly left: readonly FoundTime[]; readonly doubtful: readonly Doubtful[] } {
  const unread = (t: FoundTime): boolean =>
    b.illegible.some((word) => t.text.includes(word) || word.includes(t.text));
  const why: readonly (readonly [string, (t: FoundTime) => boolean])[] = [
    [
      'it counts from the start of a recording and is no time of day: open it in Footage, as a transcript',
      (t) => (counters && isCounter(b, t.at)) || isOfRecording(b.text, t),
    ],
    [
      'it is told of what might have been, and not of what was',
      (t) => b.prose && isSupposed(sentenceOver(b.text, t.at)),
    ],
    ['zero stands for “not yet”: no time is read', (t) => isZero(b, t, dates)],
    [
      'marks or letters stand in it, or a figure is lost: read it off the page',
      (t) =>
        isTorn(b.text, clockAt(b, t), t.end, b.recognised || scanned.garbled, cellOf(b, t)) ||
        isShort(b, t, scanned),
    ],
    ['it could not be recognized: read it off the page', unread],
    [
      'a.m. or p.m. is not said',
      (t) => isHalf(b, t, twelve) || toldByHalves(b, t, times) || laterHalf(b, t, times, dates),
    ],
    ['its column is not one of times: it may be a length', (t) => mayBeLength(b, t, times)],
    ['its cell goes on in another line: read it off the page', (t) => goesOnBelow(blocks, block, t)],
  ];
  return {
    left: times.filter(
      (t) =>
        !LENGTH_LABEL.test(labelAt(b, t.at)) &&
        !isDifference(b, t, times) &&
        !why.some(([, holds]) => holds(t)),
    ),
    doubtful: why.flatMap(([says, holds]) => times.filter(holds).map((t) => ({ ...t, why: says }))),
  };
}

/**
 * `00:00:00` beside a label or under a day of zeros is no midnight; at the head of a row, or with its day, it is one. Of a picture
 * it is one only where it stands there with its day, read without doubt.
 */
const isZero = (b: Block, t: FoundTime, dates: readonly FoundDate[]): boolean => {
  if (!/^00:00(?::00)?$/.test(t.start) || !/^0?0:?00/.test(t.text)) return false;
  if (b.recognised && (dates.length === 0 || b.unsure.some((w) => /\d/.test(w)))) return true;
  return t.at > 0 && (/00\/00\/0+\s*$/.test(b.text.slice(0, t.at)) || (dates.length === 0 && !b.prose));
};

/** The cells of the two lines below a row, where what its own cells could not hold goes on. */
const below = (blocks: readonly Block[], i: number): string[] =>
  blocks
    .slice(i + 1, i + 3)
    .filter((b) => !b.prose && b.page <= (blocks[i]?.page ?? 0) + 1)
    .flatMap((b) => b.cells.map((c) => c.text));

/** A time whose “PM” stands under it, or the rest of a zone that stands above it. */
function goesOnBelow(blocks: readonly Block[], i: number, t: FoundTime): boolean {
  const b = blocks[i] as Block;
  if (b.prose) return false;
  if (t.at < 2 && /(?:utc|gmt)\s?[-+]$/i.test(blocks[i - 1]?.text ?? '')) return true;
  return (
    !/[ap]\.?\s?m\b/i.test(t.text) &&
    /^(?:0?[1-9]|1[0-2]):/.test(t.start) &&
    below(blocks, i).some((c) => /^[AP]\.?M\.?(?:\s|$)/.test(c))
  );
}

/** A turn of a hearing: people say 10:30 and mean either half of the day. */
const SPOKEN = /^\s*(?:\d{1,2}\s+)?[QA][.:]?\s/;

/** `1:15` in prose, `about 10:30` or `10:30 to 10:41` in somebody's words: half a day is left open. */
const isHalf = (b: Block, t: FoundTime, twelve: TwelveHours): boolean => {
  const hours = [...t.text.matchAll(/(?<![\d:])(\d{1,2}):\d{2}(?![\d:])/g)].map((m) => m[1] as string);
  const [hour] = hours;
  if (
    hour === undefined ||
    (!b.prose && !(twelve.rows && leads(b, t)) && !(twelve.cells && hour.length === 1)) ||
    /\d\s?[ap]\.?\s?m\b|\d[ap]\b/i.test(t.text)
  )
    return false;
  if (hours.some((h) => Number(h) > 12 || h === '00' || (hours.length > 1 && h.startsWith('0'))))
    return false;
  // What the words behind it say is in its start: 10:14 in the evening is 22:14 by now.
  if (!new RegExp(`(?:^|\\s)${hour.padStart(2, '0')}:`).test(t.start)) return false;
  const before = b.text.slice(0, t.at);
  const quoted = before.search(/(?:^|\s)["“][^"“”]*$/) >= 0;
  const open =
    !b.prose || hour.length === 1 || quoted || SPOKEN.test(b.text) || (twelve.prose && !hour.startsWith('0'));
  return open && !/^\s*(?:hours|hrs|in the|at night|(?:\[.?\]|[☐☑☒])\s*[AP]\.?M)/.test(b.text.slice(t.end));
};

/** `late for an 11:30 shift` in the remark of a row whose own time says PM. */
const toldByHalves = (b: Block, t: FoundTime, times: readonly FoundTime[]): boolean =>
  !b.prose &&
  /^(?:0?[1-9]|1[0-2]):\d{2}$/.test(t.text) &&
  times.some((o) => o.at < t.at && /\d\s?[ap]\.?\s?m\b/i.test(o.text));

/** `there by 10:30` in the words of a row that is timed 22:02: it may be half an hour off, or eleven and a half. */
function laterHalf(
  b: Block,
  t: FoundTime,
  times: readonly FoundTime[],
  dates: readonly FoundDate[],
): boolean {
  const row = times[0];
  if (b.prose || !row || row === t || !/(?:^|\D)(?:1[0-2]|[1-9]):?[0-5]\d$/.test(t.text)) return false;
  const cell = b.cells.findLast((c) => c.at <= t.at);
  if (dates.some((d) => d.end <= t.at && t.at - d.end <= 4)) return false;
  if (!cell || cell.text.trim().length <= t.end - t.at + 6) return false;
  const [own, said] = [msOf(row.start), msOf(t.start)];
  return own >= 43_200_000 && Math.abs(own - said - 43_200_000) < 6 * 3_600_000;
}

/** Whether the prose of a paper keeps twelve hours, whether the heads of its rows do, and whether all of it plainly does. */
export interface TwelveHours {
  readonly prose: boolean;
  readonly rows: boolean;
  readonly cells: boolean;
}

/** A time at the head of its row, or with its day there. */
const leads = (b: Block, t: FoundTime): boolean => /^[\d\s/.,#-]*$/.test(b.text.slice(0, t.at));

/** Times keep twelve hours where some say a.m. or p.m. and none is 22:14. */
export const byTwelveHours = (raw: readonly Raw[]): TwelveHours => {
  const keep = (texts: readonly string[]): boolean =>
    texts.some((t) => /\d\s?[ap](?:\.?\s?m)?\b/i.test(t)) &&
    !texts.some((t) => /(?:^|\D)(?:1[3-9]|2[0-4]):[0-5]\d/.test(t));
  const texts = (of: (r: Raw, t: FoundTime) => boolean): string[] =>
    raw.flatMap((r) => r.times.filter((t) => of(r, t)).map((t) => t.text));
  return {
    prose: keep(texts((r) => r.b.prose)) || saysOne(texts((r) => r.b.prose)),
    rows: keep(texts((r, t) => !r.b.prose && leads(r.b, t))) || passesTwelve(raw),
    cells: keep(texts(() => true)) && saysOne(texts(() => true)),
  };
};

/** `6:30`, and no 06:30, 18:30 or 1830: whoever writes so means by 10:12 either half of the day. */
const saysOne = (texts: readonly string[]): boolean =>
  texts.some((t) => /(?:^|[^\d:])[1-9]:[0-5]\d(?![\d:])/.test(t)) &&
  !texts.some((t) => /(?:^|\D)(?:0\d:?|(?:1[3-9]|2[0-4]):?)[0-5]\d/.test(t));

/** Rows from 10:14 to 12:20 and on to 1:05, none of them 0:05, 01:05 or 13:05: noon was passed or midnight, and nothing says which. */
function passesTwelve(raw: readonly Raw[]): boolean {
  const heads = raw.flatMap(({ b, dates, times }) => {
    const [first] = times;
    return !b.prose && dates.length === 0 && first && leads(b, first) ? [first.text.trim()] : [];
  });
  if (heads.length < 3 || !heads.every((t) => /^(?:[1-9]|1[0-2]):[0-5]\d(?::[0-5]\d)?$/.test(t)))
    return false;
  const ms = heads.map((t) => msOf(t.padStart(5, '0')));
  return ms.some((m, i) => i > 0 && (ms[i - 1] as number) - m > 6 * 3_600_000);
}

/** `03/15/20` with `24` in a cell under it: the year was cut in two. */
export const yearGoesOn = (blocks: readonly Block[], i: number, d: FoundDate): boolean =>
  !(blocks[i] as Block).prose &&
  /\/(?:19|20)$/.test(d.text) &&
  below(blocks, i).some((c) => /^\d{2}$/.test(c));

/** Empty boxes and lines that wait for a time. */
export function blanks(b: Block): Doubtful[] {
  const shapes = [
    /(?<!\S)(?:[_-]{2,}|__\/__\/_*)(?:[-/: ]+_{2,})*:?_*(?!\S)/g,
    /(?<!\S): :(?!\S)/g,
    /\b00\/00\/0000\s+00:00:00\b/g,
  ];
  return b.prose
    ? []
    : shapes.flatMap((s) =>
        [...b.text.matchAll(s)]
          .filter((m) => m[0].length >= 2 && !/^-- [A-Z]{3}/.test(b.text))
          .map((m) => ({
            at: m.index,
            end: m.index + m[0].length,
            text: m[0],
            why: 'empty: nothing is read from it',
          })),
      );
}
