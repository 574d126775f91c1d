import { ended, type Odd, refusedWhole, type Transcript } from './draft';
import {
  channelOf,
  field,
  type Given,
  hasStart,
  isObj,
  isWord,
  type Obj,
  speakerOf,
  textOf,
  timesOf,
} from './fields';
import { prepared } from './json-makers';
import { readJsonText } from './json-text';
import { bareWord, count, once, type RawWord, type Stretch, shared, span, tokens, worth } from './once';
import { wordsOf } from './speech';
import { linesOfWords, type Word } from './words';

const FORMAT = 'JSON of words';

/** Lists of these names hold words, whatever their number; of those, other readings of the same sound, or pieces of words. */
const WORD_LISTS = new Set(['words', 'elements', 'items', 'line', 'wordsegments', 'displaywords', 'result']);
const SKIPPED = new Set([
  'tokens',
  'logprobs',
  'wordconfidence',
  'wordalternatives',
  'keywordsresult',
  'segs',
  'entities',
  'chapters',
]);
const MOST_DEPTH = 12;
/** So many single words in a row are words, not lines. */
const MANY = 8;

interface Where {
  readonly speaker: string;
  readonly channel: string;
  readonly names: ReadonlyMap<string, string>;
  readonly depth: number;
}

/** An object with its first reading's fields beside its own: other readings are the machine's second thoughts. */
function merged(o: Obj): Obj {
  const other = field(o, 'alternatives') ?? field(o, 'nbest');
  const first = Array.isArray(other) ? (other as unknown[]).find(isObj) : undefined;
  if (!first) return o;
  const rest = Object.fromEntries(Object.entries(o).filter(([k]) => !/^(alternatives)$/i.test(k)));
  return { ...first, ...rest };
}

const isLeaf = (o: Obj): boolean =>
  textOf(o) !== null &&
  !Object.entries(o).some(
    ([k, x]) => WORD_LISTS.has(k.toLowerCase().replace(/_/g, '')) && Array.isArray(x) && x.length > 0,
  );

function wordOf(o: Obj, where: Where, onlyStart: boolean, line: number): RawWord {
  const mark = /^punct/i.test(String(field(o, 'type') ?? '')) || field(o, 'attachesto') === 'previous';
  const text = textOf(o) as string;
  return {
    o,
    ...(mark ? { from: null, to: null } : timesOf(o, onlyStart)),
    text,
    speaker: speakerOf(o, where.names) || where.speaker,
    glued: mark || /^[,.;:!?…]+$/.test(text.trim()),
    line,
  };
}

/** Words whose blanks are told, by blanks between them or at their heads, are joined as told. */
function spaced(words: readonly RawWord[]): RawWord[] {
  const blanks = words.some((w) => w.text !== '' && w.text.trim() === '');
  const heads = words.filter((w) => /^\s/.test(w.text)).length >= Math.max(2, words.length * 0.3);
  let apart = true;
  return words.flatMap((w) => {
    const text = w.text.trim();
    const glued = w.glued || (blanks && !apart) || (heads && !/^\s/.test(w.text) && w !== words[0]);
    apart = /\s$/.test(w.text) || text === '';
    return text === '' ? [] : [{ ...w, text: wordsOf(text) || text, glued }];
  });
}

function ofList(list: readonly unknown[], key: string, where: Where): Stretch[] {
  if (
    list.length > 0 &&
    list.every((x) => Array.isArray(x) && typeof x[0] === 'string' && typeof x[1] === 'number')
  ) {
    const words = (list as [string, number, number][]).map(([word, start, end], i) =>
      wordOf({ word, start, end }, where, true, i + 1),
    );
    return [
      {
        from: null,
        to: null,
        text: '',
        speaker: where.speaker,
        channel: where.channel,
        words: spaced(words),
        line: 1,
      },
    ];
  }
  const items = list.filter(isObj).map(merged);
  const leaves = items.filter(isLeaf);
  const onlyStart = leaves.some(hasStart);
  const timed = leaves.some((o) => timesOf(o).from !== null);
  if (leaves.length > 0 && timed && leaves.length >= items.length / 2) {
    const single = leaves.every((o) => !/\S\s+\S/.test(textOf(o) as string));
    const words =
      (WORD_LISTS.has(key) && single) || (single && (leaves.length >= MANY || leaves.every(isWord)));
    if (words && leaves.length === items.length) {
      const raw = spaced(leaves.map((o, i) => wordOf(o, where, onlyStart, i + 1)));
      const channels = [...new Set(leaves.map(channelOf))];
      if (channels.length > 1)
        return channels.map((channel) => ({
          ...nothing(where),
          channel,
          words: raw.filter((w) => channelOf(w.o) === channel),
        }));
      return [{ ...nothing(where), words: raw }];
    }
  }
  const channelled = key === 'channels' && list.length > 1;
  const each = items.map((o, i) => {
    const channel = channelOf(o) || where.channel || (channelled ? `Channel ${i + 1}` : '');
    return ofObject(o, { ...where, channel, depth: where.depth + 1 }, i + 1, onlyStart, timed);
  });
  // Google tells all words again at the end, with who said them.
  const last = each.at(-1) ?? [];
  const before = each.slice(0, -1).flat();
  const again =
    before.length > 0 &&
    count(last) >= count(before) &&
    shared(tokens(before), tokens(last)) > 0.8 &&
    worth(last) >= worth(before);
  return again && last.some((s) => s.words.some((w) => w.speaker !== '')) ? last : each.flat();
}

const nothing = (where: Where): Stretch => ({
  from: null,
  to: null,
  text: '',
  speaker: where.speaker,
  channel: where.channel,
  words: [],
  line: 1,
});

/** The words of an object that has a time where they have none: the best of several readings, where it is told. */
function untimedWords(o: Obj): string | null {
  const list = field(o, 'words');
  const words = Array.isArray(list) ? (list as unknown[]).filter(isObj).filter(isLeaf) : [];
  const best = words.filter((w) => field(w, 'bestpath') === true);
  return words.length > 0 ? (best.length > 0 ? best : words).map(textOf).join(' ') : null;
}

function ofObject(o: Obj, given: Where, line: number, onlyStart: boolean, listed: boolean): Stretch[] {
  if (given.depth > MOST_DEPTH) return [];
  const where = {
    ...given,
    speaker: speakerOf(o, given.names) || given.speaker,
    channel: channelOf(o) || given.channel,
    depth: given.depth + 1,
  };
  const kids = Object.entries(o).flatMap(([key, x]) => {
    const name = key.toLowerCase().replace(/[_-]/g, '');
    if (x === null || typeof x !== 'object' || SKIPPED.has(name)) return [];
    const found = Array.isArray(x)
      ? ofList(x as unknown[], name, where)
      : ofObject(merged(x as Obj), where, line, false, false);
    return found.length > 0 ? [found] : [];
  });
  const times = timesOf(o, onlyStart);
  const told = once(kids);
  const own = textOf(o) ?? (told.length === 0 && times.from ? untimedWords(o) : null);
  const [only] = told;
  if (only && told.length === 1 && only.text === '' && (own !== null || times.from))
    return [
      {
        ...only,
        from: times.from,
        to: times.to,
        text: own === null ? '' : wordsOf(own),
        speaker: where.speaker,
        line,
      },
    ];
  if (told.length > 0) return told;
  if (own === null || wordsOf(own) === '' || (!times.from && !listed)) return [];
  return [{ ...times, text: wordsOf(own), speaker: where.speaker, channel: where.channel, words: [], line }];
}

/** ms of one unit of the file's plain numbers: a word lasts no twenty seconds, a line of whole numbers no minutes. */
function unitOf(stretches: readonly Stretch[], length: number | null): number {
  const lengths = (xs: readonly { from: Given | null; to: Given | null }[]): number[] =>
    xs.flatMap(({ from, to }) =>
      from?.unit === 'unknown' && to?.unit === 'unknown' && to.value > from.value
        ? [to.value - from.value]
        : [],
    );
  const median = (xs: number[]): number => [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)] ?? 0;
  const words = lengths(stretches.flatMap((s) => s.words));
  if (words.length > 0) return median(words) >= 20 ? 1 : 1000;
  const lines = lengths(stretches);
  const end = span(stretches)[1];
  if (length !== null && length > 0 && end > length * 20) return 1;
  const whole = stretches.every(
    (s) => Number.isInteger(s.from?.value ?? 0) && Number.isInteger(s.to?.value ?? 0),
  );
  return lines.length > 0 && median(lines) >= (whole ? 150 : 1000) ? 1 : 1000;
}

/** Times that no recording has: days of the calendar in seconds or ms. */
const CALENDAR = 1e9;

/** Reads JSON of any maker that gives times to words or lines. */
export function readJson(text: string): Transcript {
  const json = readJsonText(text);
  if (typeof json === 'string') return refusedWhole(FORMAT, json);
  const { root, names, says } = prepared(json.value);
  if (says) return refusedWhole(FORMAT, says);
  const where: Where = { speaker: '', channel: '', names, depth: 0 };
  const stretches = Array.isArray(root)
    ? ofList(root as unknown[], '', where)
    : isObj(root)
      ? ofObject(merged(root), where, 1, false, false)
      : [];
  if (stretches.length === 0) return refusedWhole(FORMAT, noWords(text));
  const length = isObj(root)
    ? Number(field(root, 'audioduration') ?? field(root, 'duration') ?? Number.NaN)
    : Number.NaN;
  const unit = unitOf(stretches, Number.isFinite(length) ? length : null);
  if (span(stretches)[1] >= CALENDAR)
    return refusedWhole(
      FORMAT,
      'its times are days of the calendar, not a recording’s counter: export it with times from the beginning',
    );
  const channels = new Set(stretches.map((s) => s.channel)).size > 1;
  const refused: Odd[] = [];
  const ms = (g: Given | null): number | null =>
    g ? Math.round(g.unit === 'ms' ? g.value : g.value * unit) : null;
  const cues = stretches.flatMap((s) => {
    const named = s.speaker || (channels ? s.channel : '');
    return s.words.length > 0 ? ofWords(s, named, ms, refused) : ofText(s, named, ms, refused);
  });
  if (cues.length === 0)
    return {
      ...refusedWhole(FORMAT, noWords(text)),
      refused: refused.length > 0 ? refused : [{ line: 1, why: noWords(text) }],
    };
  const notices = [...json.notices];
  if (unit === 1) notices.push('Its times are read as thousandths of a second.');
  return { format: FORMAT, cues: ended(cues), refused, notices };
}

type Ms = (g: Given | null) => number | null;
type Open = Parameters<typeof ended>[0][number];

function ofText(s: Stretch, speaker: string, ms: Ms, refused: Odd[]): Open[] {
  const from = ms(s.from);
  if (from === null) {
    refused.push({
      line: s.line,
      why: `line ${s.line}, “${s.text.slice(0, 60)}”: it holds no time; it is not taken`,
    });
    return [];
  }
  const to = ms(s.to);
  if (to !== null && to < from)
    refused.push({ line: s.line, why: `line ${s.line} ends before it begins: it is kept at its beginning` });
  return [{ from, to: to === null ? null : Math.max(from, to), speaker, text: s.text, line: s.line }];
}

function ofWords(s: Stretch, speaker: string, ms: Ms, refused: Odd[]): Open[] {
  const bounds = { from: ms(s.from), to: ms(s.to) };
  const texts = s.text.split(/\s+/).filter(Boolean);
  const free = s.words.filter((w) => !w.glued);
  const stops = s.words.some((w) => /[.?!,]$/.test(w.text));
  const matches =
    texts.length === free.length &&
    texts.every((t, i) => bareWord(t) === bareWord((free[i] as RawWord).text));
  // A text that says more than its words, numbers written out or stops among them, is the text; its words only give it times.
  if (
    !matches &&
    !stops &&
    texts.length >= free.length * 0.75 &&
    texts.length > 0 &&
    /[.?!,\d]/.test(s.text)
  ) {
    const at = s.words.map((w) => ms(w.from)).find((x) => x !== null);
    const until = s.words
      .map((w) => ms(w.to))
      .filter((x) => x !== null)
      .at(-1);
    const from = bounds.from ?? at;
    if (from !== null && from !== undefined)
      return [
        {
          from,
          to: bounds.to ?? until ?? null,
          speaker: speaker || (s.words[0]?.speaker ?? ''),
          text: s.text,
          line: s.line,
        },
      ];
  }
  let k = 0;
  const words: Word[] = s.words.map((w) => {
    const text = !w.glued && matches && !stops ? (texts[k] as string) : w.text;
    if (!w.glued) k++;
    return {
      from: ms(w.from),
      to: ms(w.to),
      text,
      speaker: w.speaker || speaker,
      glued: w.glued,
      line: w.line,
    };
  });
  for (const w of words)
    if (w.from === null && !w.glued)
      refused.push({
        line: w.line,
        why: `word ${w.line}, “${w.text}”: it holds no time; it is kept in its line, its time unknown`,
      });
  return linesOfWords(words, bounds);
}

/** Why nothing was found: what the file is, where that can be told. */
function noWords(text: string): string {
  const times = /"(?:start|from|offset|begin|ts|startTime|start_time|time)"/i.test(text);
  const words = /"(?:text|word|words|transcript|content|value)"/i.test(text);
  if (words && !times)
    return 'this file holds words without times: export it again with times of words or lines';
  if (times && !words)
    return 'this file holds times and speakers’ turns, and no words: export the transcript itself';
  return 'no words with times were found in this file: export it as SRT or WebVTT';
}
