import { ask, Refusal, refuse } from './refusal';
import { DAY, HOUR, MINUTE, type Span, type SpanStyle } from './written';

interface Length {
  readonly ms: number;
  /** The width of the last unit written, ms. */
  readonly unit: number;
  readonly days: boolean;
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const WORD = new RegExp(
  String.raw`\b(?:(${TENS.join('|')})(?:[- ](${SMALL.slice(1, 10).join('|')}))?|(${SMALL.join('|')})|(an?)(?= (?:hour|minute|second|day|week|min|sec)\b))\b`,
  'g',
);

/** Number words as figures: `twenty-five minutes` is `25 minutes`, `an hour` is `1 hour`, `half an hour` is `30 minutes`. */
function inFigures(text: string): string {
  return (
    text
      .replace(/\b(?:an|one|1) hour and a (quarter|half)\b/g, (_, part) =>
        part === 'half' ? '1 1/2 hours' : '75 minutes',
      )
      .replace(/\b(?:a )?(?:half|1\/2)[- ](?:an |a )?hour\b|(?<!\d)\.5 ?(?:hours?|hrs?|h)\b/g, '30 minutes')
      .replace(/\b(?:three|3)[- ]quarters of an hour\b|\b3\/4 (?:of an )?hour\b/g, '45 minutes')
      .replace(/\b(?:a )?(?:quarter|1\/4) (?:of an )?hour\b/g, '15 minutes')
      .replace(/\b(?:half a|1\/2(?: a)?) minute\b/g, '30 seconds')
      .replace(/^(?:nearly|almost) (?=\w)/, 'about ')
      .replace(/^(\d{1,3})(?: or more|\+) ([a-z]+)$/, 'at least $1 $2')
      // Nobody who says “a couple” has counted: it is a rough two.
      .replace(/(.*)\ba couple(?: of)?\b/, (_, before: string) => (before === '' ? 'about 2' : `${before}2`))
      .replace(WORD, (_, tens?: string, ones?: string, small?: string) =>
        tens
          ? String((TENS.indexOf(tens) + 2) * 10 + (ones ? SMALL.indexOf(ones) : 0))
          : small
            ? String(SMALL.indexOf(small))
            : '1',
      )
      .replace(/(\d+) and a half (\w+)/g, '$1 1/2 $2')
      .replace(/(\d+) (\w+) and a half\b/g, '$1 1/2 $2')
      .replace(/\b(\d+) (minute|hour|second|day)s? or 2\b/g, '$1 or 2 $2s')
  );
}

const UNIT = `(weeks?|wks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m|milliseconds?|msecs?|ms|seconds?|secs?|s)`;
const PART = new RegExp(
  String.raw`(\d+)(?:[.,](\d{1,3})| (1\/2))?[ -]?${UNIT}(?:\b\.?|(?=\d))(?:,? ?and |, ?| )?`,
  'y',
);
const SIZE: Readonly<Record<string, number>> = { w: 7 * DAY, d: DAY, h: HOUR, m: MINUTE, s: 1000 };
const sizeOf = (unit: string): number =>
  /^m(?:illi|sec|s)/.test(unit) ? 1 : (SIZE[unit[0] as string] as number);

/** `45s`, `4m45s`, `2.5 min`, `1:23`, `1 hour and 15 minutes`, `31 days`. @throws Refusal */
function lengthOf(written: string): Length {
  const text = written.trim();
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:\.(\d{1,3}))?$/.exec(text);
  if (clock) return clockLength(text, clock);
  let [ms, unit, days, at] = [0, Number.POSITIVE_INFINITY, false, 0];
  while (at < text.length) {
    PART.lastIndex = at;
    const m = PART.exec(text);
    if (!m) return notADistance(text);
    const [all, whole, decimals, half, word] = m as unknown as [string, string, string?, string?, string?];
    const size = sizeOf(word as string);
    if (size >= unit) refuse(`“${text}” names its units out of order`);
    if (days && size < DAY)
      refuse(
        `“${text}” mixes days, which run by the calendar, with hours: write ${text.replace(/^(\d+).*/, '$1')} days, or all of it in hours`,
      );
    unit = half
      ? size / 2
      : decimals === undefined
        ? Math.min(size, DAY)
        : Math.max(1, size / 10 ** decimals.length);
    if (size >= DAY && (half || decimals !== undefined))
      refuse(`“${text}” is no whole number of days: write it in hours`);
    ms +=
      Number(whole) * size + (half ? size / 2 : 0) + Math.floor(Number(`0.${decimals ?? 0}`) * size + 1e-6);
    days = days || size >= DAY;
    at += all.length;
  }
  if (!Number.isFinite(unit)) return refuse('a distance is missing');
  if (ms > 1e12) refuse('that distance is longer than thirty years');
  return { ms, unit, days };
}

function clockLength(text: string, [, h, m, s, fraction]: RegExpExecArray): Length {
  if (Number(s) > 59 || (h !== undefined && Number(m) > 59)) return notADistance(text);
  if (h === undefined && fraction === undefined && (m as string).length > 1)
    return ask(text, `“${text}” can be hours and minutes, or minutes and seconds: say which`, [
      { text: `${Number(m) > 0 ? `${Number(m)}h` : ''}${Number(s)}m`, says: 'hours and minutes' },
      { text: `${Number(m) > 0 ? `${Number(m)}m` : ''}${Number(s)}s`, says: 'minutes and seconds' },
    ]);
  const unit = fraction === undefined ? 1000 : 1000 / 10 ** fraction.length;
  const ms =
    Number(h ?? 0) * HOUR +
    Number(m) * MINUTE +
    Number(s) * 1000 +
    Number(fraction ?? 0) * (fraction ? unit : 0);
  return { ms, unit, days: false };
}

function notADistance(text: string): never {
  if (/^(?:a )?(?:few|several|some|many)\b|^(?:seconds|minutes|moments|hours|days)$/.test(text))
    return refuse(
      `“${text}” does not say how many: write the most it can have been, such as +up to 5m, or the order alone, such as after @stop`,
    );
  if (/\b(?:months?|years?|mos?|yrs?)\b/.test(text))
    return refuse('months and years differ in length: write the days, or the date');
  if (/^\d+(?:[.,]\d+)?$/.test(text))
    return refuse(`“${text}” is not a distance: it needs a unit, h, m or s`);
  return refuse(`“${text}” is not a distance: write 45s, 2m, 4m45s or 7 or 8 min`);
}

/** A tolerance as written behind `+-`, ms. @throws Refusal */
export function toleranceOf(text: string): number {
  if (!/^\d{1,3}$/.test(text)) return lengthOf(inFigures(text)).ms;
  return ask(text, `“+-${text}” needs a unit, h, m or s`, [
    { text: `${text}m`, says: 'minutes' },
    { text: `${text}s`, says: 'seconds' },
  ]);
}

const QUALIFIERS: readonly (readonly [RegExp, SpanStyle])[] = [
  [/^(?:at least|no less than|not less than|minimum(?: of)?|>=) ?/, 'at least'],
  [/^(?:more than|over|longer than|greater than|in excess of|>) ?/, 'more than'],
  [/^(?:less than|under|fewer than|<(?!=)) ?/, 'less than'],
  [
    /^(?:up to|at most|no more than|not more than|within|no longer than|not longer than|maximum(?: of)?|<=) ?/,
    'up to',
  ],
];
const BEHIND: readonly (readonly [RegExp, SpanStyle])[] = [
  [/ (?:or more|or longer|at least|plus)$|(?<=\w) ?\+$/, 'at least'],
  [/ (?:or less|at most|or fewer|max|maximum)$/, 'up to'],
];
const ROUGH = /^(?:~|about|approximately|approx\.?|appx\.?|apx\.?|around|roughly|some) ?/;
const ROUGH_BEHIND = / (?:or so|approximately|approx\.?|or thereabouts)$/;

/** A distance without its sign: `2m`, `7 or 8 min`, `4m45s..5m15s`, `about 19m`, `at least 7m`, `31 days`. @throws Refusal */
export function readSpan(written: string, sign: 1 | -1): Span {
  let text = inFigures(written.trim());
  let tolerance: number | null = null;
  const tol = / ?\+- ?(.+)$/.exec(text);
  if (tol) {
    tolerance = lengthOf(tol[1] as string).ms;
    text = text.slice(0, tol.index);
  }
  const plain = text.replace(ROUGH, '').replace(ROUGH_BEHIND, '');
  const about = plain !== text || tolerance !== null;
  const rest = { sign, about, tolerance };
  for (const [pattern, style] of QUALIFIERS)
    if (pattern.test(plain))
      return oneSided(lengthOf(plain.replace(pattern, '').replace(ROUGH, '')), style, {
        ...rest,
        about: about || ROUGH.test(plain.replace(pattern, '')),
      });
  for (const [pattern, style] of BEHIND)
    if (pattern.test(plain)) return oneSided(lengthOf(plain.replace(pattern, '')), style, rest);
  if (plain.endsWith('..')) return oneSided(lengthOf(plain.slice(0, -2)), 'at least', rest);
  if (plain.startsWith('..')) return oneSided(lengthOf(plain.slice(2)), 'up to', rest);
  return { ...bounded(plain), ...rest };
}

const oneSided = (
  { ms, unit, days }: Length,
  style: SpanStyle,
  rest: Pick<Span, 'sign' | 'about' | 'tolerance'>,
): Span => ({ style, from: ms, to: ms, unit, days, ...rest });

function bounded(text: string): Pick<Span, 'style' | 'from' | 'to' | 'unit' | 'days'> {
  const split = /^(?:between )?(.*?)(?: ?(\.\.|-) ?| (or|to|and) )(.*)$/.exec(text);
  const joined = split && (split[3] !== 'and' || text.startsWith('between '));
  if (!split || !joined || /^\d+-[a-z]/.test(text)) {
    const one = lengthOf(text);
    return { style: 'exact', from: one.ms, to: one.ms, unit: one.unit, days: one.days };
  }
  const [, a, sign, , b] = split as unknown as [string, string, string?, string?, string?];
  const last = lengthOf(b as string);
  const word = /([a-z]+)\.?$/.exec((b as string).trim())?.[1];
  const bare = /^\d+(?:[.,]\d+)?(?: 1\/2)?$/.test(a);
  const first = bare && word ? lengthOf(`${a} ${word}`) : lengthOf(a);
  if (first.ms > last.ms) refuse('the first distance is longer than the second');
  if (first.days !== last.days && first.ms > 0) refuse('write both distances in days, or both in hours');
  return {
    style: sign === '..' ? 'between' : 'or',
    from: first.ms,
    to: last.ms,
    unit: last.unit,
    days: last.days,
  };
}

/** Whether a text opens like a distance: a figure or a number word and a unit. */
export function isDistance(text: string): boolean {
  try {
    readSpan(text, 1);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return error.asks.length > 0;
    throw error;
  }
}
