import { parseTime } from '../../time/grammar/parse';
import { SAID_HOURS, saidTime } from '../../time/grammar/radio-time';
import { bareIsTime, STREET } from './four-figures';
import { garbled } from './garbled';
import { notATime } from './not-times';
import {
  BARE,
  CLOCK,
  DASHED,
  HOUR_ONLY,
  MILITARY,
  SPOKEN,
  STAMP,
  TO_THE_SECOND,
  WITH_H,
  WORDS,
  YEAR_OF_DAY,
} from './time-shapes';
import { minutesToTwelve, ticked } from './told-times';
import { zoneAfter, zoneOf } from './zone-words';

/** A clock time as it stands in a text, in the grammar's own words and without its day. */
export interface FoundTime {
  readonly at: number;
  readonly end: number;
  readonly text: string;
  readonly start: string;
  /** The other end of `from X to Y`; empty where there is one time. */
  readonly to: string;
}

/** What looks like a time and cannot be one, or cannot be told. */
export interface Doubtful {
  readonly at: number;
  readonly end: number;
  readonly text: string;
  readonly why: string;
}

const NUMBERS = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const PART_OF_DAY =
  /^\s+(?:in the (morning|afternoon|evening)|(?:at|that|the same|this|last) (morning|afternoon|evening|night))\b/i;

interface Token {
  at: number;
  end: number;
  hour: number;
  minute: number;
  /** As written after the minute, `:05.2` or empty. */
  rest: string;
  meridiem: string;
  zone: string;
  bare: boolean;
}

const two = (n: number): string => String(n).padStart(2, '0');
const written = (t: Token): string =>
  `${two(t.hour)}:${two(t.minute)}${t.rest}${t.zone === '' ? '' : t.zone === 'Z' ? 'Z' : ` ${t.zone}`}`;
/** Hour and minute by two figures and no other word. @param rest as written after the minute */
const figures = (m: RegExpMatchArray, rest: string): Omit<Token, 'at' | 'end'> => ({
  hour: Number(m[1]),
  minute: Number(m[2]),
  rest,
  meridiem: '',
  zone: '',
  bare: false,
});
function tokensOf(text: string): { tokens: Token[]; doubtful: Doubtful[] } {
  const tokens: Token[] = [];
  const doubtful: Doubtful[] = [];
  const spoken = (end: number, hour: number): string | undefined => {
    const part = PART_OF_DAY.exec(text.slice(end));
    const word = (part?.[1] ?? part?.[2])?.toLowerCase();
    if (word === undefined) return undefined;
    if (word === 'morning') return 'a';
    // What people call one at night is the early morning.
    return word === 'night' && (hour === 12 || hour < 6) ? 'a' : 'p';
  };
  const free = (at: number, end: number): boolean => !tokens.some((t) => at < t.end && end > t.at);
  const put = (m: RegExpMatchArray, t: Omit<Token, 'at' | 'end'>): void => {
    const end =
      (m.index as number) +
      m[0].replace(/[\s.]+$/, (s) => (/[ap]\.?\s?m\.$/i.test(m[0].trim()) ? s.replace(/\s+$/, '') : ''))
        .length;
    if (free(m.index as number, end)) tokens.push({ at: m.index as number, end, ...t });
  };
  const doubt = (m: RegExpExecArray, why: string): void => {
    doubtful.push({ at: m.index, end: m.index + m[0].length, text: m[0].trim(), why });
  };
  for (const m of text.matchAll(CLOCK)) {
    const [whole, h, min, s, f, ap, zone] = m;
    const [hour, minute] = [Number(h), Number(min)];
    if (hour > 24 || minute > 59 || Number(s ?? 0) > 59 || (ap && (hour < 1 || hour > 12))) {
      if (hour < 100) doubt(m, 'no clock shows this');
      continue;
    }
    if (s === undefined && zone && /\d-\d{2}:\d{2}$/.test(whole) && zone.slice(1) > `${two(hour)}:${min}`) {
      doubt(m, 'from one time to another, or a time and its zone: nothing says which');
      continue;
    }
    const half =
      ap ??
      ticked(text.slice(m.index + whole.length)) ??
      (hour >= 1 && hour <= 12 ? spoken(m.index + whole.length, hour) : undefined);
    if (half === 'neither') {
      doubt(m, 'neither a.m. nor p.m. is ticked');
      continue;
    }
    const rest = s === undefined ? '' : `:${s}${f === undefined ? '' : `.${f.slice(0, 3)}`}`;
    put(m, { hour: turned(hour, half), minute, rest, meridiem: half ?? '', zone: zoneOf(zone), bare: false });
  }
  for (const m of text.matchAll(TO_THE_SECOND)) put(m, figures(m, `:${m[3]}`));
  for (const m of text.matchAll(HOUR_ONLY))
    if (Number(m[1]) >= 1 && Number(m[1]) <= 12)
      put(m, {
        hour: turned(Number(m[1]), m[2]),
        minute: 0,
        rest: '',
        meridiem: m[2] as string,
        zone: zoneOf(m[3]),
        bare: false,
      });
  for (const m of text.matchAll(MILITARY))
    if (Number(m[1]) <= 24)
      put(m, {
        hour: Number(m[1]),
        minute: Number(m[2]),
        rest: '',
        meridiem: '',
        zone: zoneOf(m[3]),
        bare: false,
      });
  for (const m of text.matchAll(SAID_HOURS)) {
    const said = saidTime(m[1] as string, m[2] as string);
    if (said) put(m, { ...said, rest: '', meridiem: '', zone: '', bare: false });
  }
  for (const m of text.matchAll(STAMP))
    put(m, {
      hour: Number(m[1]),
      minute: Number(m[2]),
      rest: `:${m[3]}`,
      meridiem: '',
      zone: m[4] === undefined ? '' : zoneOf(m[4] === 'Z' ? 'Z' : `${m[4]}T`),
      bare: false,
    });
  for (const m of text.matchAll(WITH_H)) put(m, figures(m, ''));
  for (const m of text.matchAll(DASHED)) put(m, figures(m, `:${m[3]}`));
  for (const m of text.matchAll(BARE))
    if (Number(m[1]) <= 24 && !YEAR_OF_DAY.test(text.slice(Math.max(0, m.index - 20), m.index)))
      put(m, {
        hour: Number(m[1]),
        minute: Number(m[2]),
        rest: '',
        meridiem: '',
        zone: zoneAfter(text, m.index + 4),
        bare: true,
      });
  for (const { m, minutes } of minutesToTwelve(text))
    put(m, {
      hour: Math.floor(minutes / 60),
      minute: minutes % 60,
      rest: '',
      meridiem: minutes >= 720 ? 'p' : 'a',
      zone: '',
      bare: false,
    });
  for (const m of text.matchAll(WORDS))
    put(m, {
      hour: m[1]?.toLowerCase() === 'noon' ? 12 : 0,
      minute: 0,
      rest: '',
      meridiem: '',
      zone: '',
      bare: false,
    });
  for (const m of text.matchAll(SPOKEN)) {
    const hour = /^\d/.test(m[1] as string) ? Number(m[1]) : NUMBERS.indexOf((m[1] as string).toLowerCase());
    if (hour >= 1 && hour <= 12)
      put(m, {
        hour: turned(hour, m[2] === 'morning' ? 'a' : 'p'),
        minute: 0,
        rest: '',
        meridiem: '',
        zone: '',
        bare: false,
      });
  }
  return { tokens: tokens.sort((a, b) => a.at - b.at), doubtful };
}

const turned = (hour: number, meridiem: string | undefined): number =>
  meridiem ? (hour % 12) + (meridiem.toLowerCase() === 'p' ? 12 : 0) : hour;

const HEDGE =
  /(?:\b(?:at )?(?:about|approximately|approx\.?|around|roughly|circa|ca\.?|nearly|almost|maybe|perhaps|possibly|probably|close to|estimated)|~)\s*$/i;
const SIDE = /\b(by|before|until|till|no later than|prior to|after|since|not before)\s*$/i;
const OPEN: Readonly<Record<string, string>> = {
  by: 'by ',
  'no later than': 'by ',
  before: 'before ',
  'prior to': 'before ',
  after: 'after ',
  since: 'after ',
};
const JOIN = /^\s*(?:-|–|to|until|till|and|or|through|thru)\s*$/i;

export interface Finding {
  readonly times: readonly FoundTime[];
  readonly doubtful: readonly Doubtful[];
  /** Four figures of which nothing says whether they are a time. */
  readonly figures: readonly Doubtful[];
}

/**
 * Clock times of a running text, judged by the grammar of times. Four bare digits count only where the words round them, or
 * `allow`, say that they are a time. What is a badge, a statute, money, a length or a place is none.
 */
export function findTimes(text: string, allow: (at: number, end: number) => boolean = () => false): Finding {
  const { tokens, doubtful } = tokensOf(text);
  const paired = (i: number): boolean => {
    const [a, b] = [tokens[i], tokens[i + 1]];
    return a !== undefined && b !== undefined && JOIN.test(text.slice(a.end, b.at));
  };
  const good = tokens.map(
    (t) =>
      !notATime(text, t.at, t.end, t.bare) &&
      (!t.bare || allow(t.at, t.end) || bareIsTime(text, t.at, t.end)),
  );
  tokens.forEach((t, i) => {
    if (!t.bare || good[i] || notATime(text, t.at, t.end, false)) return;
    const before = paired(i - 1) && good[i - 1] === true;
    const after = paired(i) && good[i + 1] === true && !notATime(text, t.at, t.end, true);
    if (before || after) good[i] = true;
  });
  const times: FoundTime[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i] as Token;
    if (!good[i]) continue;
    const next = tokens[i + 1];
    if (next && good[i + 1] && paired(i) && rangeHolds(text, t, next)) {
      times.push(...rangeOf(text, t, next));
      i++;
    } else times.push(single(text, t));
  }
  const judged = times
    .filter((t) => t.start !== t.to)
    .filter((t) => parseTime(t.start).ok && (t.to === '' || parseTime(t.to).ok));
  const oneOf = (t: FoundTime): boolean => ONE_OF_TWO.test(text.slice(Math.max(0, t.at - 24), t.at));
  const figures = tokens.flatMap((t, i) =>
    !t.bare ||
    good[i] ||
    notATime(text, t.at, t.end, true) ||
    STREET.test(text.slice(t.end)) ||
    /^(?:19|20)/.test(text.slice(t.at))
      ? []
      : [
          {
            at: t.at,
            end: t.end,
            text: text.slice(t.at, t.end),
            why: 'a time, or a number: nothing says which',
          },
        ],
  );
  return {
    figures,
    times: judged.filter((t) => !oneOf(t)),
    doubtful: [
      ...judged.filter(oneOf).map((t) => ({ ...t, why: 'one of two times: nothing says which' })),
      ...doubtful.filter((d) => !notATime(text, d.at, d.end, false)),
      ...garbled(text, tokens),
    ],
  };
}

/** `2347 or 2348`: one of the two, or between them. */
const isOr = (text: string, a: Token, b: Token): boolean => /^\s*or\s*$/i.test(text.slice(a.end, b.at));

/** `6 or 6:30`: of two times only one can be read. */
const ONE_OF_TWO =
  /\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) or (?:so |about |around )?$/i;

/** `X and Y` is a range after `between` only; the other joints speak for themselves. */
const rangeHolds = (text: string, a: Token, b: Token): boolean =>
  (isOr(text, a, b) && a.hour * 60 + a.minute < b.hour * 60 + b.minute) ||
  !/and|or/i.test(text.slice(a.end, b.at)) ||
  /\bbetween\s*(?:about\s*|approximately\s*)?$/i.test(text.slice(0, a.at));

function single(text: string, t: Token): FoundTime {
  const before = text.slice(Math.max(0, t.at - 24), t.at);
  const hedge = HEDGE.exec(before);
  const side = SIDE.exec(before)?.[1]?.toLowerCase();
  const loose = /^(?:\s*hours|\s*hrs)?,?\s*(?:or so|or thereabouts|\(approx)/i.test(text.slice(t.end));
  const mark = hedge || loose ? 'about ' : (OPEN[side ?? ''] ?? '');
  const at = hedge ? t.at - (before.length - hedge.index) : t.at;
  return { at, end: t.end, text: text.slice(at, t.end), start: `${mark}${written(t)}`, to: '' };
}

function rangeOf(text: string, a: Token, b: Token): FoundTime[] {
  const half = (h: number, m: string): number => (h % 12) + (m.toLowerCase() === 'p' ? 12 : 0);
  let from = a;
  if (b.meridiem !== '' && a.meridiem === '' && a.hour <= 12) {
    const same = { ...a, hour: half(a.hour, b.meridiem) };
    const late = same.hour * 60 + same.minute > b.hour * 60 + b.minute;
    from = late ? { ...a, hour: half(a.hour, b.meridiem.toLowerCase() === 'p' ? 'a' : 'p') } : same;
  }
  if (from.zone === '' && b.zone !== '') from = { ...from, zone: b.zone };
  const lead = /\b(?:at |sometime )?(between|from)\s*(about |approximately )?$/i.exec(text.slice(0, a.at));
  const hedge = lead?.[2] ?? HEDGE.exec(text.slice(Math.max(0, a.at - 24), a.at))?.[0] ?? '';
  const at = lead ? lead.index : a.at;
  const whole = { at, end: b.end, text: text.slice(at, b.end) };
  if (lead?.[1]?.toLowerCase() === 'between' || isOr(text, a, b)) {
    const apart = from.hour * 60 + from.minute <= b.hour * 60 + b.minute;
    if (apart)
      return [
        { ...whole, start: `${hedge ? 'about ' : ''}between ${written(from)} and ${written(b)}`, to: '' },
      ];
  }
  return [{ ...whole, start: `${hedge ? 'about ' : ''}${written(from)}`, to: written(b) }];
}
