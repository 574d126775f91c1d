import type { Line, Word } from './paper';

const TORN = 'a word or a number of this row is cut, and how it goes on is not certain: read it off the page';

const DAY = '\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}';
const CLOCK = '\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,6})?)?(?:[AaPp][Mm])?(?:Z|[+-]\\d{2}:?\\d{2})?';
/** A whole day, a whole time, or both in one word. */
const WHOLE = new RegExp(`^(?:${DAY}|${CLOCK}|(?:${DAY})T${CLOCK})[,;]?$`);
/** What can only go on: `03/15/`, `22:14:`, `UTC-`. */
const OPEN = /\d[/:-]$|\b(?:UTC|GMT)[+-]$/i;

/** Less than a day or a time: `03/14/202`, `22:14:0`, `2024-03-1`. */
const PART = /^(?:\d{1,2}\/\d{1,2}\/(?:\d{3}|\d)?|\d{1,2}:\d?|\d{1,2}:\d{2}:\d?|\d{4}-(?:\d{1,2}-?\d?)?)$/;

/** Short words that may begin a line by their own right. */
const SHORT = /^(?:an?|am|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we)$/;
const YEAR_CUT = /^\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)$/;

/** What became of the words of a cell. */
export interface CellText {
  readonly words: readonly Word[];
  /** Something was cut at the end of a line, and put together again. */
  readonly joined: boolean;
  /** A number is cut, and what it was is not certain; or a word is. */
  readonly torn: '' | 'number' | 'word';
}

/** The words of a cell from its lines; `room` is the width of the cell in points, or null where no ruling tells it. */
export function cellText(rows: readonly (readonly Word[])[], room: number | null): CellText {
  const words: Word[] = [];
  let torn: CellText['torn'] = '';
  let joined = false;
  for (const [i, row] of rows.entries()) {
    const above = rows[i - 1];
    const last = words.at(-1);
    const first = row[0] as Word;
    const piece = above?.at(-1);
    const how =
      last && piece ? joint(last.text, piece, row, rows[i + 1]?.[0]?.text, above?.length === 1, room) : 'two';
    if (how === 'one' && last) words.splice(-1, 1, glued(last, first), ...row.slice(1));
    else words.push(...row);
    joined ||= how === 'one';
    if (how === 'number' || (how === 'word' && torn === '')) torn = how;
  }
  if (rows.length > 1 && words.some((w) => PART.test(w.text))) torn = 'number';
  // The foot of a page parts a row as well: what can only go on, or has no room for its year, is not the whole of it.
  const end = rows.at(-1)?.at(-1);
  const tight = end !== undefined && room !== null && end.box.w * (1 + 1.1 / end.text.length) > room;
  if (end && (OPEN.test(end.text) || (tight && YEAR_CUT.test(words.at(-1)?.text ?? '')))) torn = 'number';
  return { words, joined, torn };
}

/** How a line goes on: with the rest of the word above it, with a word of its own, or it is not certain, with a number or a word. */
function joint(
  a: string,
  piece: Word,
  row: readonly Word[],
  next: string | undefined,
  alone: boolean,
  room: number | null,
): 'one' | 'two' | 'number' | 'word' {
  const b = row[0]?.text ?? '';
  if (OPEN.test(a) && /^\d/.test(b)) return 'one';
  if (/\d$/.test(a) && /^[/:]\d/.test(b)) return 'one';
  if (YEAR_CUT.test(a) && /^\d{2}[,;]?$/.test(b)) return alone ? 'one' : 'number';
  const each = piece.box.w / piece.text.length;
  const full = alone && (room === null || piece.box.w + each * 1.1 > room);
  if (!full) return 'two';
  if (/\d$/.test(a) && /^\d/.test(b)) {
    if (WHOLE.test(a)) return 'two';
    return WHOLE.test(a + b) || (next !== undefined && WHOLE.test(a + b + next)) || PART.test(a + b)
      ? 'one'
      : 'number';
  }
  if (/\d$/.test(a) && /^[A-Z]?\d/.test(b)) return 'number';
  if (room === null) return 'two';
  if (/[a-z]$/.test(a) && /^[a-z]/.test(b)) return b.length < 3 && !SHORT.test(b) ? 'one' : 'word';
  return /[A-Z]{2}$/.test(a) && /^[A-Z]+\b/.test(b) && !/^[AP]M\b/.test(b) ? 'word' : 'two';
}

function glued(a: Word, b: Word): Word {
  const [x, y] = [Math.min(a.box.x, b.box.x), Math.min(a.box.y, b.box.y)];
  const w = Math.max(a.box.x + a.box.w, b.box.x + b.box.w) - x;
  const h = Math.max(a.box.y + a.box.h, b.box.y + b.box.h) - y;
  return { text: a.text + b.text, box: { x, y, w, h } };
}

/** A row from its cells, as one line. A word that is cut is of no matter where no number stands, as in the head of a table. */
export function rowLine(
  cells: readonly { readonly x: number; readonly end: number; readonly rows: readonly (readonly Word[])[] }[],
  ruled: boolean,
): Line {
  const got = cells.map((c) => ({ ...c, ...cellText(c.rows, ruled ? c.end - c.x : null) }));
  const words = got.flatMap((c) => c.words);
  const numbers = words.some((w) => /\d/.test(w.text));
  const torn = got.some((c) => c.torn === 'number' || (c.torn === 'word' && numbers));
  let from = 0;
  const bounds = got.map((c) => {
    const bound = { from, x: c.x, end: c.end };
    from += c.words.length;
    return bound;
  });
  return {
    text: words.map((w) => w.text).join(' '),
    words,
    how: 'text',
    cells: bounds,
    ...(torn ? { torn: TORN } : {}),
  };
}

/** Whether a day or a time is cut in a column, with its rest in the line below it. */
export const isCut = (rows: readonly (readonly Word[])[]): boolean =>
  rows.some((row, i) => {
    const piece = rows[i - 1]?.at(-1);
    if (!piece || !(PART.test(piece.text) || OPEN.test(piece.text) || YEAR_CUT.test(piece.text)))
      return false;
    return joint(piece.text, piece, row, rows[i + 1]?.[0]?.text, rows[i - 1]?.length === 1, null) === 'one';
  });

const CLOCK_AT = /^\d{1,2}:\d{2}\b/;
const DAY_AT = /\d{1,2}\/\d{1,2}\/\d{2,4}$|\d{4}-\d{2}-\d{2}$|\b[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?\d{4}$/;

/** Whether the lines of a cell must be read as one: a word is cut, `PM` or a zone stands under its time, or a time under its day. */
export function mustJoin(rows: readonly (readonly Word[])[], room: number | null): boolean {
  const got = cellText(rows, room);
  const texts = rows.map((r) => r.map((w) => w.text).join(' '));
  return (
    got.joined ||
    got.torn !== '' ||
    texts.some((t, i) => {
      const above = texts[i - 1] ?? '';
      return (
        (/^(?:[AP]\.?M\b|UTC|GMT|[ECMP][SD]T\b)/.test(t) && /\d:\d\d\S*$/.test(above)) ||
        (CLOCK_AT.test(t) && DAY_AT.test(above))
      );
    })
  );
}
