import * as v from 'valibot';
import { decode } from '../formats/decode';

/** A line of a transcript as it stands in its file; times in ms of the recording's counter. */
export interface CueDraft {
  readonly from: number;
  readonly to: number;
  readonly speaker: string;
  readonly text: string;
  readonly line: number;
}

/** What a transcript holds, and what of it could not be read: each bad line named, the good ones kept. */
export interface Transcript {
  readonly format: 'WebVTT' | 'SRT' | 'plain text' | 'JSON of words';
  readonly cues: readonly CueDraft[];
  readonly refused: readonly { readonly line: number; readonly why: string }[];
}

/**
 * Reads a transcript in any of the forms in which they come: WebVTT, SRT, `[MM:SS] Name: text`, or JSON with a time for each word.
 * @throws UnreadableFile where it is no text at all
 */
export function readTranscript(bytes: Uint8Array, file: string): Transcript {
  const text = decode(bytes, file).text.replace(/^\uFEFF/, '');
  if (/^\s*[[{]/.test(text) && !/^\s*\[\d/.test(text)) return readJson(text);
  const lines = text.replace(/\0/g, '\uFFFD').split(/\r\n|\n|\r/);
  if (/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? ''))
    return { format: 'WebVTT', ...readArrows(lines, VTT_STAMP) };
  if (lines.some((l) => SRT_LINE.test(l))) return { format: 'SRT', ...readArrows(lines, SRT_STAMP) };
  return { format: 'plain text', ...readPlain(lines) };
}

// ---- cues with arrows

/** `HH:MM:SS.mmm` with two or more digits of hours, or without (WebVTT, "collect a WebVTT timestamp"). */
const VTT_STAMP = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})/;
/** SRT writes a comma; many programs write a point. */
const SRT_STAMP = /^(?:(\d{1,}):)?([0-5]?\d):([0-5]\d)[.,](\d{1,3})/;
const SRT_LINE = /^\s*\d+:\d{1,2}:\d{2}[.,]\d{1,3}\s*-->/;
/** The white space of the specification: no vertical tab. */
const SPACE = /^[ \t\f]*/;

function stampAt(text: string, form: RegExp): { ms: number; rest: string } | null {
  const m = form.exec(text);
  if (!m) return null;
  const [all, h = '0', min, s, f] = m as unknown as [string, string | undefined, string, string, string];
  return {
    ms: Number(h) * 3_600_000 + Number(min) * 60_000 + Number(s) * 1000 + Number(f.padEnd(3, '0')),
    rest: text.slice(all.length),
  };
}

/** `00:00:01.000 --> 00:00:02.000 settings`: both ends, or why not. */
function arrowOf(line: string, form: RegExp): { from: number; to: number } | string {
  const first = stampAt(line.replace(SPACE, ''), form);
  if (!first) return 'the time before the arrow cannot be read';
  const arrow = first.rest.replace(SPACE, '');
  if (!arrow.startsWith('-->')) return 'something stands between the time and the arrow';
  const second = stampAt(arrow.slice(3).replace(SPACE, ''), form);
  if (!second) return 'the time after the arrow cannot be read';
  if (second.rest !== '' && !/^[ \t\f]/.test(second.rest))
    return 'the time after the arrow runs into something else';
  return { from: first.ms, to: second.ms };
}

/** Cues of WebVTT and SRT: a line with an arrow begins one, a blank line or the next arrow ends it. Names, notes, styles and regions are no cues. */
function readArrows(lines: readonly string[], form: RegExp): Pick<Transcript, 'cues' | 'refused'> {
  const cues: CueDraft[] = [];
  const refused: { line: number; why: string }[] = [];
  let i = 0;
  while (i < lines.length) {
    const line = lines[i] as string;
    if (!line.includes('-->')) {
      i++;
      continue;
    }
    const at = i + 1;
    const times = arrowOf(line, form);
    const said: string[] = [];
    i++;
    while (i < lines.length && lines[i] !== '' && !(lines[i] as string).includes('-->'))
      said.push(lines[i++] as string);
    // A number just before the next arrow is the name of the next cue.
    if (form === SRT_STAMP && (lines[i] ?? '').includes('-->') && /^\d+$/.test(said.at(-1) ?? '')) said.pop();
    if (typeof times === 'string') {
      // A name of a cue may hold an arrow; only what looks like a time was meant as one.
      if (/\d/.test(line)) refused.push({ line: at, why: `“${line.trim().slice(0, 60)}”: ${times}` });
      continue;
    }
    if (times.to < times.from)
      refused.push({ line: at, why: 'this line ends before it begins: it is kept at its beginning' });
    const { speaker, text } = spokenBy(plainText(said.join(' ')));
    if (text !== '')
      cues.push({ from: times.from, to: Math.max(times.from, times.to), speaker, text, line: at });
  }
  return { cues, refused };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lrm: '',
  rlm: '',
};

/** Text without mark-up; the voice of `<v Name>` comes first, as `Name: `. */
function plainText(text: string): string {
  const voice = /<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(text)?.[1]?.trim();
  const bare = text
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => ENTITIES[name] as string)
    .replace(/\s+/g, ' ')
    .trim();
  return voice ? `[${voice}]: ${bare}` : bare;
}

/** `[NAME]: text`, `NAME: text`, `>> Name: text`: who speaks, and the words. */
function spokenBy(text: string): { speaker: string; text: string } {
  const bracket = /^\[([^\]]{1,60})\]:?\s*(.*)$/.exec(text);
  if (bracket) return { speaker: bracket[1] as string, text: bracket[2] as string };
  const name = /^(?:>>\s*)?([A-Z][\w.’' -]{0,40}?(?: \d+)?):\s+(.*)$/.exec(text);
  return name ? { speaker: name[1] as string, text: name[2] as string } : { speaker: '', text };
}

// ---- plain text

const PLAIN = /^\s*[[(]?((?:\d{1,2}:)?\d{1,3}:[0-5]\d(?:[.,]\d{1,3})?)[\])]?\s*[-–]?\s*(.*)$/;
/** How long the last line is taken to be, ms. */
const LAST = 5000;

/** `[MM:SS] Name: text`: each line lasts until the next; a line without a time goes on with the one before. */
function readPlain(lines: readonly string[]): Pick<Transcript, 'cues' | 'refused'> {
  const found: { from: number; speaker: string; text: string; line: number }[] = [];
  const refused: { line: number; why: string }[] = [];
  lines.forEach((line, i) => {
    if (line.trim() === '') return;
    const m = PLAIN.exec(line);
    const last = found.at(-1);
    if (!m) {
      if (last) last.text = `${last.text} ${line.trim()}`.trim();
      else refused.push({ line: i + 1, why: 'no time stands before this line, such as [03:15]' });
      return;
    }
    const [s = '0', min = '0', h = '0'] = (m[1] as string).replace(',', '.').split(':').reverse();
    const from = Math.round(Number(h) * 3_600_000 + Number(min) * 60_000 + Number(s) * 1000);
    if (last && from < last.from)
      refused.push({ line: i + 1, why: 'this line is earlier than the one before it; both are kept' });
    found.push({ from, ...spokenBy((m[2] as string).trim()), line: i + 1 });
  });
  const cues = found
    .map((c, i) => ({ ...c, to: Math.max(c.from, found[i + 1]?.from ?? c.from + LAST) }))
    .filter((c) => c.text !== '');
  return { cues, refused };
}

// ---- JSON with a time for each word

const seconds = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/), v.transform(Number))]),
  v.minValue(0),
  v.finite(),
);
const WordSchema = v.pipe(
  v.looseObject({
    word: v.optional(v.string()),
    text: v.optional(v.string()),
    punctuated_word: v.optional(v.string()),
    start: v.optional(seconds),
    time: v.optional(seconds),
    end: v.optional(seconds),
    duration: v.optional(seconds),
    speaker: v.optional(v.union([v.string(), v.number()])),
  }),
  v.check((w) => (w.punctuated_word ?? w.word ?? w.text) !== undefined, 'it holds no word'),
  v.check((w) => (w.start ?? w.time) !== undefined, 'it holds no time'),
);

/** A silence this long (ms), another speaker, or so many letters begin a new line. */
const PAUSE = 1500;
const LETTERS = 90;
const MOST_DEPTH = 6;

/** The first list of objects with words and times, however deep it lies. */
function listIn(value: unknown, depth = 0): unknown[] | null {
  if (depth > MOST_DEPTH || value === null || typeof value !== 'object') return null;
  if (Array.isArray(value)) {
    const [first] = value as unknown[];
    if (first !== null && typeof first === 'object' && Array.isArray((first as { words?: unknown }).words)) {
      return (value as { words?: unknown[]; speaker?: unknown }[]).flatMap((s) =>
        (Array.isArray(s.words) ? s.words : []).map((w) =>
          w !== null && typeof w === 'object' ? { speaker: s.speaker, ...w } : w,
        ),
      );
    }
    if (value.some((x) => v.is(WordSchema, x))) return value as unknown[];
  }
  for (const part of Object.values(value)) {
    const found = listIn(part, depth + 1);
    if (found) return found;
  }
  return null;
}

function readJson(text: string): Transcript {
  const format = 'JSON of words';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      format,
      cues: [],
      refused: [{ line: 1, why: 'this file is no JSON: it may have been cut short' }],
    };
  }
  const list = listIn(value);
  if (!list)
    return { format, cues: [], refused: [{ line: 1, why: 'no words with times were found in this file' }] };
  const refused: { line: number; why: string }[] = [];
  const cues: { from: number; to: number; speaker: string; text: string; line: number }[] = [];
  list.forEach((item, i) => {
    const read = v.safeParse(WordSchema, item);
    if (!read.success) {
      refused.push({ line: i + 1, why: `word ${i + 1}: ${read.issues[0].message}` });
      return;
    }
    const w = read.output;
    const from = Math.round((w.start ?? w.time ?? 0) * 1000);
    const to = Math.max(
      from,
      Math.round(w.end !== undefined ? w.end * 1000 : from + (w.duration ?? 0) * 1000),
    );
    const word = (w.punctuated_word ?? w.word ?? w.text ?? '').trim();
    const speaker =
      w.speaker === undefined ? '' : typeof w.speaker === 'number' ? `Speaker ${w.speaker}` : w.speaker;
    const last = cues.at(-1);
    if (
      last &&
      last.speaker === speaker &&
      from - last.to < PAUSE &&
      from >= last.from &&
      last.text.length < LETTERS
    ) {
      last.text = /^[,.;:!?]$/.test(word) ? `${last.text}${word}` : `${last.text} ${word}`;
      last.to = Math.max(last.to, to);
    } else cues.push({ from, to, speaker, text: word, line: i + 1 });
  });
  return { format, cues: cues.filter((c) => c.text !== ''), refused };
}
