import type { CustodyEntry } from '../record/custody';
import type { EventRow } from '../record/event';
import type { ExhibitPlan } from '../record/paper';
import type { CaseRecord } from '../record/record';
import type { Source } from '../record/source';
import { readCounter } from '../time/grammar/counted';
import { counterText } from './counter';
import { oneLine, printable } from './printable';
import { asWritten, writtenOn } from './written';

type Cites = ExhibitPlan['cites'];

/**
 * Whether the file of a source is a table that somebody typed about it, and not the record itself: a stop log names its
 * sources, a dispatch system's own export is named by its file.
 */
function isTypedTable(s: Source): boolean {
  const stem = (t: string): string => t.toLowerCase().replace(/\.[a-z0-9]+$/, '');
  return /\.(csv|tsv|tab|txt|xlsx?|ods)$/i.test(s.file) && stem(s.file) !== stem(s.name);
}

/** Whether what stands at a line of the file is the record's own: no recording has lines, whoever listed it in a table. */
const hasLines = (s: Source): boolean => s.kind !== 'camera' && !s.media && !isTypedTable(s);

/** The file of a record and its hash, as an index lists them; empty where the app knows no more than a table about it. */
export const fileOf = (s: Source): { file: string; sha256: string } =>
  isTypedTable(s) ? { file: '', sha256: '' } : { file: oneLine(s.file, 200), sha256: s.sha256 };

/** `DOE000120–DOE000131`; empty where it is not stamped. */
export const batesOf = (s: Source): string =>
  s.batesFrom === ''
    ? ''
    : s.batesTo === '' || s.batesTo === s.batesFrom
      ? s.batesFrom
      : `${s.batesFrom}–${s.batesTo}`;

/**
 * The courts' form of a cite: `Ex. 3 (Ortiz BWC) at 00:03:15 (frame 5850)`, `Report of Officer A at 2`, `Dash camera at
 * 14:01:50 (its clock)`, `Custody form, hand-over of 2024-03-18, 09:10`. Never a line of a file that was typed about the record.
 * Whose figures were read off a picture with doubt says so, whoever accepted them: the page is what counts.
 */
export function pinCite(
  row: EventRow | CustodyEntry,
  source: Source | undefined,
  record: CaseRecord,
  style: Cites,
): string {
  if (!source) return 'no source named';
  const cite = withName(source, passageOf(row, source, record), style);
  return (row.passage?.unsure ?? []).length === 0 ? cite : `${cite} ${RECOGNIZED}`;
}

/** Neutral, as everything that leaves: it says how the words came, and argues nothing. */
const RECOGNIZED = '(recognized from a picture: compare the page)';

/**
 * A stretch of a recording as cited: `Ex. 3 (Ortiz BWC) at 00:03:15–00:03:22 (frames 5850–6060)`, or its one moment.
 * @param from ms of its counter @param to null for a moment @param frames shown at both; null where they are not known
 */
export function clipCite(
  source: Source,
  from: number,
  to: number | null,
  frames: { readonly from: number; readonly to: number | null } | null,
  style: Cites,
): string {
  const ends = to === null || counterText(to) === counterText(from) ? '' : `–${counterText(to)}`;
  const numbers =
    frames === null
      ? ''
      : frames.to === null || frames.to === frames.from
        ? ` (frame ${frames.from})`
        : ` (frames ${frames.from}–${frames.to})`;
  return withName(source, ` at ${counterText(from)}${ends}${numbers}`, style);
}

function withName(source: Source, passage: string, style: Cites): string {
  const name =
    source.exhibit === ''
      ? source.name
      : style === 'exhibit'
        ? source.exhibit
        : `${source.exhibit} (${source.name})`;
  const range = style === 'bates' ? batesOf(source) : '';
  return oneLine(`${name}${passage}${range === '' ? '' : `, ${range}`}`, 300);
}

function passageOf(row: EventRow | CustodyEntry, source: Source, record: CaseRecord): string {
  if ('start' in row) {
    const counted = readCounter(row.start);
    if (counted) {
      return ` at ${counterText(counted.at)}${row.filmed ? ` (frame ${row.filmed.frame})` : ''}`;
    }
  }
  if (row.page !== '') return source.kind === 'opinion' ? `, ${row.page}` : ` at ${row.page}`;
  if (hasLines(source) && row.line !== null) return `, line ${row.line}`;
  if ('start' in row) {
    const text = asWritten(record, { ...row, end: '' });
    if (text === '') return '';
    if (/\(overlay\)$/.test(text)) return ` at ${text}`;
    if (source.kind !== 'camera') return `, entry of ${text}`;
    // Whose clock it is, in the same brackets as its zone.
    return / \([^)]+\)$/.test(text)
      ? ` at ${text.replace(/\)$/, ', its clock)')}`
      : ` at ${text} (its clock)`;
  }
  const on = writtenOn(row.releasedDate, row.releasedAt) || writtenOn(row.receivedDate, row.receivedAt);
  return on === '' ? '' : `, hand-over of ${on}`;
}

/** What the app says of a row, without the line at which it stands in a table that was typed. */
export const withoutLines = (says: string): string => {
  const text = says
    .replace(/,? (at )?lines? \d+(?=[.,;]|$)/gi, '')
    .replace(/^lines? \d+: /i, '')
    .replace(/^line \d+ /i, 'The entry ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
};

/** Where a demand says that something is mentioned, each record once and without the lines of tables that were typed. */
export const mentionedIn = (mentioned: string): string =>
  [
    ...new Set(
      printable(mentioned, 400)
        .replace(/, line \d+/g, '')
        .split('; '),
    ),
  ].join('; ');
