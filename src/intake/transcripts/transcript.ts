import { decode } from '../formats/decode';
import { isZip, otherText } from '../formats/other-formats';
import { UnreadableFile } from '../formats/table';
import { isSbv, readArrows, readSubStation, sbvAsSrt } from './arrows';
import { lateCounter } from './check';
import { readColumns } from './columns';
import type { Transcript } from './draft';
import { readJson } from './json';
import { readTable, readXml, wordLines } from './others';
import { readPlain } from './plain';

export type { Transcript } from './draft';

const ARROW_LINE = /^\s*\d+:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?\s*-->/;

/** JSON, and no line that begins with a time or a sound in brackets. */
const JSON_HEAD = /^\s*(?:\{(?!\\|\d)|\[\s*(?:[[{"\]]|$))/;

/** Marks of direction and of byte order, and blanks of no width: they are seen by nobody, and stand before names. */
const UNSEEN = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** Beginnings of files of other programs that hold transcripts, and what to do. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/<ANNOTATION_DOCUMENT\b/, 'is a file of ELAN (EAF). Export it there as “Subtitles Text” (.srt).'],
  [/^File type = "ooTextFile"/, 'is a TextGrid of Praat. Export it as SRT from the program that made it.'],
  [/<Trans\b[\s\S]*<Episode\b|<!DOCTYPE Trans\b/, 'is a file of Transcriber (TRS). Export it as SRT.'],
  [/^@(?:UTF8|Begin)\b/, 'is a file of CLAN (CHAT). Export it as SRT.'],
  [/^\{\\rtf/, 'is a document of RTF. Save it as Word (.docx) or as plain text, and open that.'],
  [
    /^(?:<!doctype html|<html)\b/i,
    'is a web page. Export the transcript from it as text, Word, SRT or WebVTT, and open that.',
  ],
  [
    /^SPEAKER \S+ \d+ [\d.]+ [\d.]+ /,
    'says who speaks when and holds no words (RTTM). Open the transcript itself.',
  ],
  [/^Scenarist_SCC/, 'holds captions as codes of a television (SCC). Convert it to SRT.'],
  [/^<SAMI>/i, 'is a file of captions in SAMI. Convert it to SRT.'],
  [
    /^\{\d+\}\{\d*\}/,
    'counts frames, not time (MicroDVD). Convert it to SRT with the frame rate of the video.',
  ],
  [/^\[\d+\]\[\d*\]/, 'counts tenths of a second without a clock (MPL2). Convert it to SRT.'],
];

/**
 * Reads a transcript in the forms in which they come: WebVTT, SRT, SBV, SubStation, TTML, lines of text, a Word file, a table, or JSON
 * with times of words or lines. Each is whole, with what was not taken named by line, or refused in a sentence.
 * @throws UnreadableFile where it is no transcript at all
 */
export function readTranscript(bytes: Uint8Array, file: string): Transcript {
  const read = readAny(bytes, file);
  return { ...read, notices: [...read.notices, ...lateCounter(read.cues)] };
}

function readAny(bytes: Uint8Array, file: string): Transcript {
  if (isZip(bytes))
    return { ...readPlain(wordLines(bytes, file).map((l) => l.replace(UNSEEN, ''))), format: 'Word' };
  const text = decode(bytes, file).text.replace(UNSEEN, '');
  const head = text.slice(0, 20_000).trimStart();
  const other = REFUSED.find(([form]) => form.test(head));
  if (other) throw new UnreadableFile(`${file} ${other[1]}`);
  if (JSON_HEAD.test(text)) return readJson(text);
  const lines = text.replace(/\0/g, '\uFFFD').split(/\r\n|\n|\r|\u2028/);
  if (/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? ''))
    return { format: 'WebVTT', ...readArrows(lines, 'WebVTT') };
  if (lines.some((l) => ARROW_LINE.test(l))) return { format: 'SRT', ...readArrows(lines, 'SRT') };
  if (lines.some(isSbv)) return { format: 'SBV', ...readArrows(sbvAsSrt(lines), 'SRT') };
  const columns = readColumns(lines);
  if (columns) return columns;
  if (/^\[Script Info\]/i.test(head) || lines.some((l) => /^Dialogue:\s*\d+,\d+:\d/.test(l)))
    return { format: 'SubStation', ...readSubStation(lines) };
  const captions = head.startsWith('<') ? readXml(text) : null;
  if (captions) return captions;
  const why = /^(?:<|BEGIN:|\{\\rtf|MIME-)/i.test(head) ? otherText(text) : null;
  if (why) throw new UnreadableFile(`${file} ${why}`);
  if ((text.match(/\uFFFD/g) ?? []).length > text.length / 50)
    throw new UnreadableFile(`${file} is no text: most of its letters are none. Open the transcript itself.`);
  return readTable(bytes, file, lines.find((l) => l.trim() !== '') ?? '') ?? readPlain(lines);
}
