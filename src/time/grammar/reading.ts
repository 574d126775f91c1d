import { takeDate } from './date';
import { toleranceOf } from './distance';
import { offsetOrRange, type Stretch, splitAt, vague } from './range';
import { attempt, type Reading, Refusal } from './refusal';
import { readStamp } from './stamp';
import { DAY, type Statement } from './written';

/** Words that make a reading rough. */
const ROUGH =
  'on or about|on or around|at or about|at or around|at about|at approximately|approximately|approximate|approx|apprx|appx|apx|appr|about|abt|around|circa|ca|roughly|estimated(?: at)?';
const HEDGE = new RegExp(String.raw`(^|[ (,])(?:~ ?|(?:${ROUGH})\.?(?: |(?=[\d~@(])))(?=.)`);
const HEDGE_BEHIND =
  /(?: ?~| ?\(?(?:approx\.?|approximately|apx\.?|appx\.?)\)?| or so| or thereabouts|[ -]?ish)(?: ?(hrs|hours))?$/;

const SOON =
  '(?:(?:shortly|just|right|immediately|soon|sometime|some time|moments|directly|some time shortly|slightly|a (?:little|little bit|bit|moment|few minutes|few moments|few seconds)) )?';
const SIDES: readonly (readonly [RegExp, 'before' | 'by' | 'after'])[] = [
  [/^(?:not before|no earlier than|not earlier than|net|at or after|on or after|>=|>) ?/, 'after'],
  [/^(?:not after|no later than|not later than|nlt|by no later than|on or before|at or before|<=) ?/, 'by'],
  [
    new RegExp(`^(?:${SOON}(?:after|past)|later than|since|from|starting(?: at)?|beginning(?: at)?) `),
    'after',
  ],
  [new RegExp(`^(?:${SOON}(?:before|prior to)|earlier than) |^<`), 'before'],
  [/^(?:by|until|till|'?til|up ?to|as late as) /, 'by'],
  [/^as early as /, 'after'],
];
const SIDES_BEHIND: readonly (readonly [RegExp, 'by' | 'after'])[] = [
  [/,? (?:at the latest|or earlier|or before|or sooner|latest)$/, 'by'],
  [
    /,? (?:at the earliest|or later|or after|and after|and later|onwards?|earliest)$|(?<=\d) ?\+(?: ?(?:hrs|hours))?$/,
    'after',
  ],
];
const BETWEEN = /^(?:sometime |some time )?(?:between|betw?n?\.?|btwn\.?|b\/w|from) /;
/** A reading of a clock or a counter: one stamp, a stretch, or a side; rough or not. @throws Refusal */
export function readReading(whole: string, reading: Reading): Statement {
  let text = whole;
  let tolerance: number | null = null;
  const tol = / ?\+- ?(.+)$/.exec(text);
  if (tol) {
    tolerance = toleranceOf(tol[1] as string);
    text = text.slice(0, tol.index);
  }
  const plain = unhedged(text);
  const about = plain !== text || tolerance !== null;
  text = plain.replace(/^(?:sometime|some time|at some point) (?=[a-z~<>\d])/, '').trim();
  text = dayFirst(text, reading);
  const rough = { about, tolerance };
  if (BETWEEN.test(text)) {
    const stretch = attempt(() => splitAt(text.replace(BETWEEN, ''), reading, true));
    if (!(stretch instanceof Refusal) && stretch) return { form: 'reading', ...stretch, ...rough };
    if (!text.startsWith('from ')) throw stretch ?? vague(text);
    if (stretch instanceof Refusal && !stretch.vague && JOIN_IN.test(text)) throw stretch;
  }
  const side = sideOf(text);
  if (side) {
    const stamp = readStamp(side.rest, reading, side.side === 'after' ? 'first' : 'last');
    return { form: 'open', side: side.side, stamp, ...rough };
  }
  return { form: 'reading', ...stampOrStretch(text, reading, about && tolerance === null), ...rough };
}
const JOIN_IN = / (?:to|thru|through|until|till) |\d ?- ?\d/;

function unhedged(text: string): string {
  let plain = text;
  for (;;) {
    const next = plain
      .replace(HEDGE, '$1')
      .replace(HEDGE_BEHIND, (_, unit?: string) => (unit ? ` ${unit}` : ''));
    if (next === plain) return plain;
    plain = next.trim();
  }
}

/** `3/14/2024 between 1427 and 1430`: the day is put where the grammar has it. */
function dayFirst(text: string, reading: Reading): string {
  if (
    !/^[\da-z].* (?:b|from|after|since|prior|n|until|till|starting|later|past|up to|earlier|at or|on or|shortly|just|[<>])/.test(
      text,
    )
  )
    return text;
  const found = attempt(() => takeDate(text, { ...reading, notes: [] }));
  if (found === null || found instanceof Refusal || !/^[a-z<>]/.test(found.rest)) return text;
  const opening = BETWEEN.exec(found.rest) ?? SIDES.map(([p]) => p.exec(found.rest)).find((m) => m !== null);
  return opening ? `${opening[0]}${found.date} ${found.rest.slice(opening[0].length)}` : text;
}

function sideOf(text: string): { side: 'before' | 'by' | 'after'; rest: string } | null {
  for (const [pattern, side] of SIDES) {
    const m = pattern.exec(text);
    if (m) return { side, rest: text.slice(m[0].length).trim() };
  }
  for (const [pattern, side] of SIDES_BEHIND) {
    const m = pattern.exec(text);
    if (m) return { side, rest: text.slice(0, m.index).trim() };
  }
  return null;
}

function stampOrStretch(text: string, reading: Reading, about: boolean): Stretch {
  const one = attempt(() => readStamp(text, reading, null));
  if (!(one instanceof Refusal)) {
    if (about && one.clock === 'wall' && one.precision === DAY && one.date !== null)
      return roughDay(text, one.date);
    const either = offsetOrRange(text, reading);
    return either ?? { from: one, to: null };
  }
  if (one.asks.length > 0) throw one;
  const stretch = attempt(() => splitAt(text, reading, false));
  if (!(stretch instanceof Refusal)) return stretch ?? raise(one);
  throw one.vague ? stretch : one;
}

const raise = (error: Refusal): never => {
  throw error;
};

/** “On or about” a day: the tolerance of a clock says nothing of days. */
function roughDay(text: string, date: string): never {
  throw new Refusal(`“about ${text}” does not say how many days: write ${date} +-1d, or the day itself`, [
    { text: date, says: 'that day' },
    { text: `${date} +-1d`, says: 'that day, give or take one' },
  ]);
}
