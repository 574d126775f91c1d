import Papa from 'papaparse';
import { printMedia } from '../../time/grammar/print';
import { msOf } from '../marks';
import { kindAndWords, labelOf, type MarksRead, type PlainMark } from './mark';

const HEAD = ['From', 'To', 'Kind', 'Who', 'What', 'Frame', 'End frame'] as const;

/** A cell that a spreadsheet would reckon with is kept as text by a mark before it. */
const guarded = (text: string): string => (/^['=+\-@\t\r]/.test(text) ? `'${text}` : text);
const unguarded = (text: string): string => (/^'['=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** Marks as a table: counters to the ms, frames where they are known. */
export const csvOfMarks = (marks: readonly PlainMark[]): string =>
  `\ufeff${Papa.unparse(
    [
      [...HEAD],
      ...marks.map((m) => [
        printMedia(m.from, 1),
        m.to === null ? '' : printMedia(m.to, 1),
        labelOf(m.kind),
        guarded(m.who),
        guarded(m.what),
        m.frame === null ? '' : String(m.frame),
        m.endFrame === null ? '' : String(m.endFrame),
      ]),
    ],
    { newline: '\r\n' },
  )}\r\n`;

const whole = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;

/** Reads such a table; its columns are known by their names, in any order. */
export function marksOfCsv(text: string): MarksRead {
  const rows = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' }).data;
  const head = (rows[0] ?? []).map((h) => h.trim().toLowerCase());
  const at = (name: string): number => head.indexOf(name.toLowerCase());
  if (at('From') < 0 || at('Kind') < 0)
    return { marks: [], refused: ['Its first line must name the columns From and Kind.'] };
  const marks: PlainMark[] = [];
  const refused: string[] = [];
  rows.slice(1).forEach((cells, i) => {
    const cell = (name: (typeof HEAD)[number]): string => cells[at(name)] ?? '';
    const counter = (t: string): number | null => msOf(/^\s*\d/.test(t) ? `v ${t.trim()}` : t);
    const [from, to] = [counter(cell('From')), counter(cell('To'))];
    if (from === null || (cell('To').trim() !== '' && (to === null || to < from))) {
      refused.push(
        `Line ${i + 2}: “${cell('From')}” to “${cell('To')}” is no stretch of a counter, as 0:03:15.234.`,
      );
      return;
    }
    const { kind, what } = kindAndWords(cell('Kind'), unguarded(cell('What')));
    marks.push({
      kind,
      from,
      to,
      who: unguarded(cell('Who')),
      what,
      frame: whole(cell('Frame')),
      endFrame: whole(cell('End frame')),
    });
  });
  return { marks, refused };
}
