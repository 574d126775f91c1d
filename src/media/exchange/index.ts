import { csvOfMarks, marksOfCsv } from './csv';
import { eafOfMarks, marksOfEaf } from './eaf';
import type { MarksRead, PlainMark } from './mark';
import { marksOfSrt, srtOfMarks } from './srt';

/** A form in which marks go to another program and come back. */
interface MarksForm {
  readonly name: string;
  readonly ending: string;
  readonly type: string;
  write(marks: readonly PlainMark[], file: string, made: string): string;
  read(text: string): MarksRead;
}

/** Every form; one more is its file and its line here. */
export const MARK_FORMS: readonly MarksForm[] = [
  { name: 'CSV', ending: 'csv', type: 'text/csv', write: csvOfMarks, read: marksOfCsv },
  { name: 'ELAN', ending: 'eaf', type: 'application/xml', write: eafOfMarks, read: marksOfEaf },
  { name: 'SRT', ending: 'srt', type: 'application/x-subrip', write: srtOfMarks, read: marksOfSrt },
];

/** The marks in a file, by its ending. */
export function readMarks(name: string, text: string): MarksRead {
  const form = MARK_FORMS.find((f) => name.toLowerCase().endsWith(`.${f.ending}`));
  return (
    form?.read(text) ?? {
      marks: [],
      refused: [`Marks are read from ${MARK_FORMS.map((f) => f.ending.toUpperCase()).join(', ')}.`],
    }
  );
}
