import { type Cell, cellsOf } from '../../papers/lines';
import type { Line, Page, Paper } from '../../papers/paper';
import { ILLEGIBLE, isDistrusted, UNSURE } from '../../papers/recogniser';
import { oneHead } from './two-row-heads';

/** What is read as one: a row of a printout, or a paragraph of prose with its lines joined. */
export interface Block {
  readonly page: number;
  /** First and last line of the page, from 0. */
  readonly lines: readonly [number, number];
  /** How far its first line stands under the one before it on the page, in heights of its letters; 0 where none does. */
  readonly gap: number;
  readonly text: string;
  readonly prose: boolean;
  /** Cells of a row; a paragraph has one. */
  readonly cells: readonly Cell[];
  /** What stands over each cell, in the head of its table or its box; empty where nothing does. */
  readonly labels: readonly string[];
  /** Which column of that head each cell stands in; -1 for none. */
  readonly columns: readonly number[];
  /** The head of the table that the row belongs to, from left to right. */
  readonly headRow: readonly string[];
  /** The row is itself a head of labels. */
  readonly head: boolean;
  /** It was read off a picture. */
  readonly recognised: boolean;
  /** Words whose recognition is not sure. */
  readonly unsure: readonly string[];
  /** Those that are as good as guessed. */
  readonly illegible: readonly string[];
}

const LABELS =
  /\b(?:date|time|type|trigger|stop|dur|when|event|unit|status|item|items|qty|quantity|description|released|relinquished|received|signature|sig|purpose|reason|opened|closed|user|locker|local|utc|detail|details|who|what|what happened|proceeding|hearing|courtroom|dept|service|charge|charges|narrative|dob|officer|action|from|to|person|remark|remarks|location|call|odometer|battery|old value|new value|latency|result|weight|seal|condition|test|method|analyst|name|address|dispatched|arrived|cleared|reported|occurred|case|agency|ori|phone|hgt|wgt|height|weapon|victim|suspect|supervisor|value|day|code|door|zone|card|badge|length|duration|start|end|file|hash|size|operator|message|text|in|out|by|no|number|reader|plate|speed|entry|exit|photo taken|prints taken|searched by|call made|arrestee received|check \d|round \d|cell|inmate|started|completed|relinquished by|initials)\b/i;

/** The hours of a zone in a head are no value: `Time (UTC-05:00)`. */
const ZONE_HOURS = /(?:\b(?:utc|gmt)\s?|\()[-+−–]\d{1,2}:\d{2}/i;

const rubbishHead = (cells: readonly Cell[]): boolean =>
  cells.some((c) =>
    /\d{1,2}:\d{2}|\d{1,2}\/\d{1,2}\/\d{2}|\$\s?\d|\b\d{4}\b|\d{4}-\d{2}/.test(
      c.text.replace(ZONE_HOURS, ''),
    ),
  );

/** A row of labels: two or more cells, words of the trade in most, and no value among them. */
export function isHead(cells: readonly Cell[]): boolean {
  if (cells.length < 2 || rubbishHead(cells)) return false;
  const known = cells.filter(
    (c) =>
      LABELS.test(c.text) &&
      c.text.length < 34 &&
      !/:\s*\S/.test(c.text.replace(/^[\d. ]*[\w ]+: (?:date|time)$/i, '')),
  );
  const shouted = cells.filter((c) => /^[\d. ]*[A-Z][A-Z /#.()&:-]+$/.test(c.text)).length;
  return (
    known.length >= Math.max(2, cells.length * 0.5) &&
    (shouted >= cells.length * 0.6 || cells.every((c) => /^[\d. ]*[A-Z(#]/.test(c.text)))
  );
}

/** The column of a cell: of the head's cells the one that overlaps it most, or begins nearest to it. */
export function columnOf(cell: Cell, head: readonly Cell[], width: number): number {
  let best = -1;
  let score = Number.NEGATIVE_INFINITY;
  for (const [i, h] of head.entries()) {
    const overlap = Math.min(cell.end, h.end) - Math.max(cell.x, h.x);
    const value = overlap > 0 ? 1000 + overlap - Math.abs(cell.x - h.x) / 10 : -Math.abs(cell.x - h.x);
    if (value > score) [best, score] = [i, value];
  }
  return score > -width * 0.06 ? best : -1;
}

export const proseLine = (cells: readonly Cell[], line: Line): boolean =>
  cells.length === 1 &&
  line.words.length >= 5 &&
  line.words.filter((w) => /^[a-z]{2,}[,.;]?$/.test(w.text)).length >= line.words.length * 0.3;

/** A new thought begins: a bullet, a number, a time of its own. */
const OPENS =
  /^(?:[QA]:\s|[*•·▪o-]\s|\(?\d{1,2}\)\s|[A-Z][A-Za-z /]{2,24}:\s|>|-- |\[\d{1,2}:\d{2}(?::\d{2})?\])/;
/** A figure, a day or a number opens one only after a full stop: a line of prose may begin with any, `on July` above `2.` too. */
const OPENS_AFTER =
  /^(?:(?:[A-Z][a-z]+day,? )?\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\W*$|\d{1,2}\.\s|\d{1,2}:\d{2}|\d{4}:\d{2}\s|\d{4}\s?(?:[-–]|hrs|hours)\s)/;
/** A line that begins with a time, or with a day and a time. */
const TIMED =
  /^\W{0,3}(?:at\s)?(?:(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d{2}-\d{2})[,\s]+(?:at\s|@\s?)?)?(?:\d{1,2}:\d{2}(?::\d{2})?|(?:[01]\d|2[0-3])[0-5]\d(?::[0-5]\d)?)(?![\w:/])/i;

/** Whether the first words of a line would have had room behind the line before: somebody began a new one on purpose. */
function isNewLine(before: Line, line: Line, edge: number): boolean {
  const first = line.words[0]?.box;
  const second = line.words[1]?.box;
  if (!first) return false;
  const gap = second ? second.x - first.x - first.w : 0;
  return endOf(before) + gap + first.w <= edge;
}

/** Letters of a line of prose, at least. */
const LEAST_LETTERS = 45;

/**
 * A page of notes, minute by minute: a third of its lines begin with a time, and most of those were begun on purpose. There a
 * time begins an entry, whatever ends the line before.
 */
export function isRunning(page: Page): boolean {
  const lines = page.lines.filter((l) => l.text !== '');
  const timed = lines.flatMap((l, i) => (i > 0 && TIMED.test(l.text) ? [i] : []));
  // Nobody sets prose narrower than this: on a page of short notes the longest line is none that was full.
  const least = timed.map((i) => {
    const line = lines[i] as Line;
    const from = line.words[0]?.box.x ?? 0;
    return from + (LEAST_LETTERS * (endOf(line) - from)) / line.text.length;
  });
  const edge = Math.max(0, ...least, ...lines.map(endOf));
  const begun = timed.filter((i) => isNewLine(lines[i - 1] as Line, lines[i] as Line, edge));
  return timed.length >= 3 && timed.length * 3 >= lines.length && begun.length * 2 >= timed.length;
}

const opens = (last: Block, line: Line, running: boolean): boolean =>
  OPENS.test(line.text) ||
  (running && TIMED.test(line.text)) ||
  (OPENS_AFTER.test(line.text) && /[.:;!?)]$/.test(last.text));

/** Blocks of a paper from the top of its first page to the foot of its last. */
export function blocksOf(paper: Paper): Block[] {
  return paper.pages.flatMap(pageBlocks);
}

function pageBlocks(page: Page): Block[] {
  const blocks: Block[] = [];
  let head: readonly Cell[] = [];
  let right = 0;
  const running = isRunning(page);
  const cells = page.lines.map((l) => withoutNumber(cellsOf(l), l));
  const full = fullWidths(page, cells);
  page.lines.forEach((line, i) => {
    let own = cells[i] as Cell[];
    if (own.length === 0 || isDistrusted(line) || line.torn) {
      right = 0;
      return;
    }
    const prose =
      proseLine(own, line) || (right > 0 && own.length === 1 && continues(blocks.at(-1), line, running));
    const last = blocks.at(-1);
    if (last && prose && right > (full[i - 1] ?? 0) && last.prose && !opens(last, line, running)) {
      blocks[blocks.length - 1] = join(last, line, i);
      right = endOf(line);
      return;
    }
    const labels = isHead(own);
    if (labels) head = (last?.head && last.lines[1] === i - 1 && oneHead(head, own)) || own;
    else if (prose) head = [];
    else if (own.length > 1 && head.length > 2)
      own = cellsOf(
        line,
        head.map((h) => h.x),
      );
    const columns =
      labels || head.length === 0 ? own.map(() => -1) : own.map((c) => columnOf(c, head, page.width));
    blocks.push({
      page: page.number,
      lines: [i, i],
      gap: gapOver(
        line,
        page.lines.slice(0, i).findLast((l) => l.words.length > 0),
      ),
      text: line.text,
      prose,
      cells: own,
      labels: columns.map((n) => head[n]?.text ?? ''),
      columns,
      headRow: labels ? [] : head.map((h) => h.text),
      head: labels,
      recognised: line.how === 'recognised',
      unsure: wordsUnder(line, UNSURE),
      illegible: wordsUnder(line, ILLEGIBLE),
    });
    right = prose ? endOf(line) : 0;
  });
  return blocks;
}

/** `1.  On Thursday ...`: the number or bullet of a paragraph is no cell of a table. */
function withoutNumber(cells: Cell[], line: Line): Cell[] {
  const [mark, words] = cells;
  if (cells.length !== 2 || !mark || !words || !/^(?:\(?\d{1,2}[.)]|[*•·▪o-])$/.test(mark.text)) return cells;
  const one = [{ ...mark, text: line.text, end: words.end }];
  return proseLine(one, line) ? one : cells;
}

/** From where on a line counts as filled: most of the way to the right edge of the prose that begins under the same place. */
function fullWidths(page: Page, cells: readonly (readonly Cell[])[]): number[] {
  const start = (line: Line): number => line.words[0]?.box.x ?? 0;
  const prose = page.lines.filter((l, i) => l.words.length > 0 && proseLine(cells[i] ?? [], l));
  const edges = new Map<number, number>();
  for (const l of prose) {
    const column = Math.round(start(l) / (page.width * 0.12));
    for (const c of [column - 1, column, column + 1]) edges.set(c, Math.max(edges.get(c) ?? 0, endOf(l)));
  }
  return page.lines.map((l) => {
    const edge = edges.get(Math.round(start(l) / (page.width * 0.12))) ?? endOf(l);
    return start(l) + (edge - start(l)) * 0.62;
  });
}

const footOf = (line: Line): number => Math.max(...line.words.map((w) => w.box.y + w.box.h));

const gapOver = (line: Line, before: Line | undefined): number =>
  before ? (footOf(line) - footOf(before)) / Math.max(...line.words.map((w) => w.box.h)) : 0;

const endOf = (line: Line): number => {
  const w = line.words.at(-1);
  return w ? w.box.x + w.box.w : 0;
};

/** The last, short line of a paragraph. */
const continues = (last: Block | undefined, line: Line, running: boolean): boolean =>
  last?.prose === true && !opens(last, line, running);

function join(block: Block, line: Line, i: number): Block {
  const text = `${block.text} ${line.text}`;
  return {
    ...block,
    lines: [block.lines[0], i],
    text,
    cells: [{ text, x: 0, end: 1, at: 0 }],
    labels: [''],
    columns: [-1],
    unsure: [...block.unsure, ...wordsUnder(line, UNSURE)],
    illegible: [...block.illegible, ...wordsUnder(line, ILLEGIBLE)],
  };
}

const wordsUnder = (line: Line, confidence: number): string[] =>
  line.words.filter((w) => w.confidence !== undefined && w.confidence < confidence).map((w) => w.text);
