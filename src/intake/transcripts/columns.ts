import { type CueDraft, ended, type Odd, type Transcript } from './draft';
import { anyStamp } from './stamp';
import { linesOfWords } from './words';

/** A line of such a file: its times in ms, who speaks, and what is said. */
interface Row {
  readonly from: number;
  /** Null where nothing tells the end. */
  readonly to: number | null;
  readonly speaker: string;
  readonly text: string;
  readonly line: number;
}

interface Form {
  readonly name: string;
  readonly like: RegExp;
  readonly skips: RegExp;
  readonly row: (m: RegExpExecArray) => Omit<Row, 'line'> | null;
  /** Whether each line is one word. */
  readonly words?: true;
  /** Whether its times count frames. */
  readonly frames?: true;
}

const s = (text: string | undefined): number => Math.round(Number(text) * 1000);
const NOTHING = /^\s*$/;

/** Files of lines in columns, known by every line of theirs: labels of Audacity, STM and CTM of speech research, Spruce's STL. */
const FORMS: readonly Form[] = [
  {
    name: 'labels of Audacity',
    like: /^(\d+\.\d{2,})\t(\d+\.\d{2,})\t(.*)$/,
    skips: NOTHING,
    row: ([, from, to, text = '']) => ({ from: s(from), to: s(to), speaker: '', text }),
  },
  {
    name: 'STM',
    like: /^\S+ \S+ (\S+) (\d+(?:\.\d+)?) (\d+(?:\.\d+)?) (?:<[^>]*> )?(\D.*)$/,
    skips: /^(?:;;.*|\s*)$/,
    row: ([, speaker = '', from, to, text = '']) => ({ from: s(from), to: s(to), speaker, text }),
  },
  {
    name: 'CTM',
    like: /^\S+ \S+ (\d+\.\d+) (\d+\.\d+) (\S+)(?: [\d.]+)?$/,
    skips: /^(?:;;.*|\s*)$/,
    row: ([, from, length, text = '']) => ({ from: s(from), to: s(from) + s(length), speaker: '', text }),
    words: true,
  },
  {
    name: 'markers of Avid',
    like: /^([^\t]*)\t(\d{2,3}:\d\d:\d\d[:;]\d\d)\t(?:[VA]|TC)\d*\t\w+\t(\S.*)$/,
    skips: NOTHING,
    row: ([, speaker = '', at = '', text = '']) => {
      const from = anyStamp(at);
      return from && { from: from.ms, to: null, speaker, text: text.replace(/\t\d+$/, '') };
    },
    frames: true,
  },
  {
    name: 'STL of Spruce',
    frames: true,
    like: /^(\d\d:\d\d:\d\d:\d\d)\s*,\s*(\d\d:\d\d:\d\d:\d\d)\s*,\s*(.+)$/,
    skips: /^(?:\/\/.*|\$.*|\s*)$/,
    row: ([, a = '', b = '', text = '']) => {
      const [from, to] = [anyStamp(a), anyStamp(b)];
      return from && to
        ? { from: from.ms, to: to.ms + 1000, speaker: '', text: text.replace(/\s*\|\s*/g, ' ') }
        : null;
    },
  },
];

/** A transcript in columns, where every line that says something has the form; null for any other file. */
export function readColumns(lines: readonly string[]): Transcript | null {
  for (const form of FORMS) {
    const full = lines.flatMap((text, i) => (form.skips.test(text) ? [] : [{ text, line: i + 1 }]));
    if (full.length === 0 || !full.every(({ text }) => form.like.test(text))) continue;
    const refused: Odd[] = [];
    const rows = full.flatMap(({ text, line }): Row[] => {
      const found = form.row(form.like.exec(text) as RegExpExecArray);
      if (found && (found.to ?? found.from) >= found.from) return [{ ...found, line }];
      refused.push({ line, why: 'it ends before it begins' });
      return [];
    });
    const cues: readonly CueDraft[] = form.words
      ? linesOfWords(
          rows.map((r) => ({ ...r, glued: false })),
          { from: null, to: null },
        )
      : ended(rows);
    const counted = form.frames
      ? ['Its times count frames whose length it does not tell: they are read to the second.']
      : [];
    return { format: form.name, cues, refused, notices: counted };
  }
  return null;
}
