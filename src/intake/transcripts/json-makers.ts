import { field, isObj, type Obj } from './fields';

/** A file made ready: speakers put beside their words where the maker keeps them elsewhere. */
interface Prepared {
  readonly root: unknown;
  /** Names by the number or code that the lines use. */
  readonly names: ReadonlyMap<string, string>;
  /** Why nothing of it can be taken; null where it can be tried. */
  readonly says: string | null;
}

const listOf = (x: unknown): Obj[] => (Array.isArray(x) ? (x as unknown[]).filter(isObj) : []);
const num = (x: unknown): number => (x === undefined || x === null || x === '' ? Number.NaN : Number(x));

/** The turn that a time lies in, or the nearest one before it. */
function turnAt(turns: readonly { at: number; to: number; name: string }[], at: number): string {
  const within = turns.find((t) => at >= t.at - 0.005 && at < t.to);
  return (within ?? [...turns].reverse().find((t) => t.at <= at))?.name ?? '';
}

/** Amazon: `speaker_labels.segments[].items[]` name the speaker of the item that begins then. */
function amazon(results: Obj): Obj {
  const labels = field(results, 'speakerlabels');
  const segments = listOf(isObj(labels) ? field(labels, 'segments') : null);
  const by = new Map(
    segments.flatMap((s) =>
      listOf(field(s, 'items')).map((i) => [num(field(i, 'starttime')), field(i, 'speakerlabel')] as const),
    ),
  );
  if (by.size === 0) return results;
  let last: unknown;
  const items = listOf(field(results, 'items')).map((i) => {
    last = field(i, 'speakerlabel') ?? by.get(num(field(i, 'starttime'))) ?? last;
    return { ...i, speaker_label: last };
  });
  const rest = Object.fromEntries(Object.entries(results).filter(([k]) => k !== 'speaker_labels'));
  return { ...rest, items };
}

/** IBM: `speaker_labels[]` name the speaker of the word that begins then. */
function ibm(o: Obj): Obj {
  const labels = listOf(field(o, 'speakerlabels'));
  if (!labels[0] || field(labels[0], 'from') === undefined) return o;
  const by = new Map(labels.map((l) => [num(field(l, 'from')), field(l, 'speaker')]));
  const results = listOf(field(o, 'results')).map((r) => ({
    ...r,
    alternatives: listOf(field(r, 'alternatives')).map((a) => {
      const stamps = Array.isArray(field(a, 'timestamps')) ? (field(a, 'timestamps') as unknown[]) : [];
      const words = stamps.flatMap((t) =>
        Array.isArray(t)
          ? [
              {
                word: t[0] as unknown,
                start: t[1] as unknown,
                end: t[2] as unknown,
                speaker: by.get(num(t[1])),
              },
            ]
          : [],
      );
      return { transcript: field(a, 'transcript'), words };
    }),
  }));
  return { results };
}

/** A stretch that says who speaks and holds no words of its own: Trint. */
const isTurn = (s: Obj): boolean =>
  field(s, 'speaker') !== undefined &&
  ['text', 'words', 'transcript'].every((k) => field(s, k) === undefined);

/** Turns kept apart from the words: Speechmatics' first form, the BBC's of Kaldi, and Trint's. */
function turns(o: Obj): Obj {
  const words = listOf(field(o, 'words'));
  const segmentation = field(o, 'segmentation');
  const given = isObj(segmentation)
    ? listOf(field(segmentation, 'segments'))
    : [...listOf(field(o, 'speakers')), ...listOf(field(o, 'segments')).filter(isTurn)].filter(
        (s) => field(s, 'time') !== undefined,
      );
  if (words.length === 0 || given.length === 0) return o;
  const list = given.map((t) => {
    const at = num(field(t, 'start') ?? field(t, 'time'));
    const told = field(t, 'speaker') ?? field(t, 'name');
    const who = isObj(told) ? (field(told, '@id') ?? field(told, 'name')) : told;
    return { at, to: at + (num(field(t, 'duration')) || 0), name: String(who ?? '') };
  });
  const rest = Object.fromEntries(
    Object.entries(o).filter(
      ([k, x]) => k !== 'speakers' && k !== 'segmentation' && !(k === 'segments' && listOf(x).every(isTurn)),
    ),
  );
  return {
    ...rest,
    words: words.map((w) => ({
      ...w,
      speaker: field(w, 'speaker') ?? turnAt(list, num(field(w, 'start') ?? field(w, 'time'))),
    })),
  };
}

/** Soniox: words in pieces, each with its time and the blank before it, under `tokens`. Whisper's tokens are numbers, and stay. */
function pieces(o: Obj): Obj {
  const tokens = listOf(field(o, 'tokens'));
  const timed = (t: Obj): boolean =>
    typeof field(t, 'text') === 'string' && field(t, 'startms') !== undefined;
  if (tokens.length === 0 || field(o, 'words') !== undefined || !tokens.every(timed)) return o;
  return { ...Object.fromEntries(Object.entries(o).filter(([k]) => k !== 'tokens')), words: tokens };
}

/** YouTube: an event's pieces make up its line; a piece's time counts from the event's. */
function youTube(events: readonly Obj[]): unknown {
  return events.flatMap((e) => {
    const text = listOf(field(e, 'segs'))
      .map((s) => (typeof field(s, 'utf8') === 'string' ? field(s, 'utf8') : ''))
      .join('');
    return text.trim() === ''
      ? []
      : [{ start_ms: field(e, 'tstartms'), duration_ms: field(e, 'ddurationms'), text }];
  });
}

const each = (x: unknown, f: (o: Obj) => unknown): unknown =>
  Array.isArray(x)
    ? (x as unknown[]).map((y) => each(y, f))
    : isObj(x)
      ? f(Object.fromEntries(Object.entries(x).map(([k, y]) => [k, each(y, f)])))
      : x;

function namesIn(x: unknown, into: Map<string, string>, depth = 0): void {
  if (depth > 6 || x === null || typeof x !== 'object') return;
  for (const [key, part] of Object.entries(x)) {
    if (/^(speakers|participants)$/i.test(key))
      for (const s of listOf(part)) {
        const id = field(s, 'id') ?? field(s, 'speakerid') ?? field(s, 'spkid') ?? field(s, 'speaker');
        const name = field(s, 'name') ?? field(s, 'displayname');
        if ((typeof id === 'string' || typeof id === 'number') && typeof name === 'string')
          into.set(String(id), name);
      }
    if (part !== null && typeof part === 'object' && (!Array.isArray(part) || part.length < 50))
      namesIn(part, into, depth + 1);
  }
}

/** Puts speakers beside their words, whoever made the file, and gathers their names. */
export function prepared(value: unknown): Prepared {
  const names = new Map<string, string>();
  namesIn(value, names);
  const root = each(value, (o) => {
    if (
      Array.isArray(field(o, 'events')) &&
      listOf(field(o, 'events')).some((e) => field(e, 'tstartms') !== undefined)
    )
      return { lines: youTube(listOf(field(o, 'events'))) };
    if (Array.isArray(field(o, 'items')) && isObj(field(o, 'speakerlabels'))) return amazon(o);
    if (Array.isArray(field(o, 'speakerlabels')) && Array.isArray(field(o, 'results'))) return ibm(o);
    return turns(pieces(o));
  });
  const html = isObj(value) && /data-timestamp=/.test(String(field(value, 'text') ?? ''));
  return {
    root,
    names,
    says: html ? 'this is a file of oTranscribe: export it there as plain text (.txt), and open that' : null,
  };
}
