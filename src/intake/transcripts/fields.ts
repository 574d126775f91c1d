import { clockMs } from './stamp';

export type Obj = Readonly<Record<string, unknown>>;
export const isObj = (x: unknown): x is Obj => x !== null && typeof x === 'object' && !Array.isArray(x);

/** A key without its case, underscores and dashes: `start_time`, `startTime` and `StartTime` are one. */
const bare = (key: string): string => key.toLowerCase().replace(/[_-]/g, '');
const cache = new WeakMap<Obj, Map<string, unknown>>();
function fieldsOf(o: Obj): Map<string, unknown> {
  const known = cache.get(o);
  if (known) return known;
  const made = new Map<string, unknown>();
  for (const [k, x] of Object.entries(o))
    if (!made.has(bare(k)) && x !== null && x !== undefined) made.set(bare(k), x);
  cache.set(o, made);
  return made;
}
export const field = (o: Obj, key: string): unknown => fieldsOf(o).get(key);

/** A time as a file gives it: in ms, or in a unit that only the whole file tells. */
export interface Given {
  readonly value: number;
  readonly unit: 'ms' | 'unknown';
}

type Unit = 's' | 'ms' | 'ticks';
const STARTS: readonly (readonly [string, Unit])[] = [
  ['startms', 'ms'],
  ['startmillis', 'ms'],
  ['starttimems', 'ms'],
  ['beginoffsetmillis', 'ms'],
  ['offsetmilliseconds', 'ms'],
  ['startoffsetms', 'ms'],
  ['offsetms', 'ms'],
  ['tstartms', 'ms'],
  ['beginms', 'ms'],
  ['offsetinticks', 'ticks'],
  ...[
    'start',
    'starttime',
    'startts',
    'starttimestamp',
    'startseconds',
    'startsec',
    'startsecs',
    'ts',
    'begin',
  ].map((k) => [k, 's'] as const),
  ...['begintime', 'from', 'time', 'timeoffset', 'startoffset', 'offset', 'tcin', 'in', 'timestart'].map(
    (k) => [k, 's'] as const,
  ),
];
const ENDS: readonly (readonly [string, Unit])[] = [
  ['endms', 'ms'],
  ['endmillis', 'ms'],
  ['endtimems', 'ms'],
  ['endoffsetmillis', 'ms'],
  ...[
    'end',
    'endtime',
    'endts',
    'endtimestamp',
    'endseconds',
    'endsec',
    'endsecs',
    'to',
    'stop',
    'finish',
    'endoffset',
  ].map((k) => [k, 's'] as const),
  ...['tcout', 'out', 'timeend'].map((k) => [k, 's'] as const),
];
const LENGTHS: readonly (readonly [string, Unit])[] = [
  ['durationms', 'ms'],
  ['ddurationms', 'ms'],
  ['durationmilliseconds', 'ms'],
  ['durationmillis', 'ms'],
  ['durationinticks', 'ticks'],
  ['duration', 's'],
  ['dur', 's'],
];
const TICKS = 10_000;

/** A number of seconds, a clock, `1.3s`, `PT1.2S`, `{seconds, nanos}`, `{relative}`: a time, or null. */
function given(x: unknown, unit: Unit): Given | null {
  if (isObj(x)) {
    const relative = field(x, 'relative');
    if (relative !== undefined) return given(relative, unit);
    const [s, n] = [Number(field(x, 'seconds') ?? 0), Number(field(x, 'nanos') ?? 0)];
    const told = field(x, 'seconds') !== undefined || field(x, 'nanos') !== undefined;
    return told && Number.isFinite(s + n) ? { value: s * 1000 + n / 1e6, unit: 'ms' } : null;
  }
  const text = typeof x === 'string' ? x.trim() : null;
  if (text !== null) {
    const plain = /^(\d+(?:\.\d+)?)s$/.exec(text);
    if (plain) return { value: Number(plain[1]) * 1000, unit: 'ms' };
    const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(text);
    if (iso)
      return {
        value: (Number(iso[1] ?? 0) * 3600 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0)) * 1000,
        unit: 'ms',
      };
    const clock = text.includes(':') ? clockMs(text) : null;
    if (clock !== null) return { value: clock, unit: 'ms' };
    if (!/^\d+(?:\.\d+)?$/.test(text)) return null;
  }
  const n = text === null ? x : Number(text);
  if (typeof n !== 'number' || !Number.isFinite(n) || n < 0) return null;
  if (unit === 's') return { value: n, unit: 'unknown' };
  return { value: unit === 'ms' ? n : n / TICKS, unit: 'ms' };
}

function firstOf(o: Obj, keys: readonly (readonly [string, Unit])[]): Given | null {
  for (const [key, unit] of keys) {
    const x = field(o, key);
    const ticks =
      unit === 's' && (key === 'offset' || key === 'duration') && fieldsOf(o).has('nbest') ? 'ticks' : unit;
    const found = x === undefined ? null : given(x, ticks);
    if (found) return found;
  }
  return null;
}

/** Whether a key of its own, `start` and not one that other things share, gives this object its time. */
export const hasStart = (o: Obj): boolean => field(o, 'start') !== undefined;

/** Where something begins and ends by its own keys; null each where they do not say. */
export function timesOf(o: Obj, onlyStart = false): { from: Given | null; to: Given | null } {
  const offsets = field(o, 'offsets');
  if (isObj(offsets))
    return { from: given(field(offsets, 'from'), 'ms'), to: given(field(offsets, 'to'), 'ms') };
  const instances = field(o, 'instances');
  if (Array.isArray(instances) && isObj(instances[0])) return timesOf(instances[0]);
  const pair = field(o, 'timestamp') ?? field(o, 'timestamps');
  if (Array.isArray(pair) && pair.length === 2 && !Array.isArray(pair[0]) && !isObj(pair[0]))
    return { from: given(pair[0], 's'), to: given(pair[1], 's') };
  if (isObj(pair)) return timesOf(pair);
  const from =
    firstOf(o, onlyStart ? STARTS.filter(([k]) => !k.endsWith('offset')) : STARTS) ?? given(pair, 's');
  const to = firstOf(o, ENDS);
  const length = to || !from ? null : firstOf(o, LENGTHS);
  return {
    from,
    to:
      to ??
      (from && length && from.unit === length.unit
        ? { value: from.value + length.value, unit: from.unit }
        : null),
  };
}

const WORD_TEXTS = ['punctuatedword', 'punct', 'word', 'displayword', 'value', 'content', 'utf8'];
const TEXTS = [
  ...WORD_TEXTS,
  'text',
  'display',
  'transcript',
  'sentence',
  'caption',
  'line',
  'words',
  'lexical',
  'body',
];
/** Words by their own key; for a line, what people read comes first. */
export function textOf(o: Obj): string | null {
  for (const key of TEXTS) {
    const x = field(o, key);
    if (typeof x === 'string') return x;
    // A word that is a number.
    if (typeof x === 'number' && key === 'word') return String(x);
  }
  const name = field(o, 'name');
  return typeof name === 'string' && field(o, 'time') !== undefined && field(o, 'duration') !== undefined
    ? name
    : null;
}
/** Whether a key that only a word has holds the text. */
export const isWord = (o: Obj): boolean => WORD_TEXTS.some((k) => typeof field(o, k) === 'string');

const SPEAKERS = [
  'speakername',
  'speakerdesignation',
  'speaker',
  'speakerlabel',
  'speakerid',
  'speakertag',
  'participantrole',
  'participant',
];
/** Who speaks by its own keys: '' where nobody is named, or where Google's `0` says that nobody was told apart. */
export function speakerOf(o: Obj, names: ReadonlyMap<string, string>): string {
  for (const key of [...SPEAKERS, 'role', 'from', 'author']) {
    let x = field(o, key);
    if (key === 'from' && !isObj(x)) continue;
    if (isObj(x)) x = field(x, 'name') ?? field(x, 'label') ?? field(x, 'id') ?? field(x, '@id');
    if (key === 'speakertag' && Number(x) === 0) continue;
    if (typeof x === 'number' && Number.isFinite(x)) return names.get(String(x)) ?? `Speaker ${x}`;
    if (typeof x !== 'string' || x.trim() === '') continue;
    return names.get(x) ?? (/^\d+$/.test(x) ? `Speaker ${x}` : x.trim());
  }
  return '';
}

/** The channel of a recording of several, as the file counts it; '' where it names none. */
export function channelOf(o: Obj): string {
  const x = field(o, 'channellabel') ?? field(o, 'channel') ?? field(o, 'channeltag');
  if (typeof x === 'number') return field(o, 'channel') === x ? `Channel ${x + 1}` : `Channel ${x}`;
  return typeof x === 'string' ? (/^\d+$/.test(x) ? `Channel ${Number(x) + 1}` : x) : '';
}
