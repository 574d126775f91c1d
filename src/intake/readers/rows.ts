import type { Paper } from '../../papers/paper';
import type { EventKind } from '../../record/vocabulary';
import { type Block, blocksOf } from './blocks';
import { Builder } from './build';
import { kindOfRow } from './kinds';
import { type Moment, type Timing, timingOf } from './moments';
import type { Proposals, ReadContext } from './reader';
import { isChange } from './told-as-done';

/** Who a row names: the cell under `unit`, `user`, `who`; a unit at the head of its words; the operator last. */
const WHO =
  /^(?:\d+\. )?(?:holder|card ?holder|unit|user|who|person|officer|by|actor|operator|employee|cardholder|name|usr)\b/i;
/** A unit, and no road: I-40. */
const UNIT =
  /\b(?!(?:I|US|SR|CR|RT)-?\d)(?:K-?9-?\d*|\d{1,2}[A-Z]\d{1,3}|[A-Z]{1,2}\d{2,3}|[A-Z]\d{1,3}|[A-Z]-\d{1,3})\b/;
/** `2341:16 CTRL: 4P27, go ahead`: who speaks, and not to whom. */
const SPEAKER =
  /^\W*(?:\d{1,2}:\d{2}(?::\d{2})?|\d{4}(?::\d{2})?)\s+\W?([A-Z][A-Z0-9-]{1,9}|\d{1,2}[A-Z][A-Z0-9-]{0,4}):\s/;
/** A car, by its color, its maker or its year: `BLUE F150`. */
const MODEL =
  /\b(?:blue?|blk|black|whi(?:te)?|wht|red|gr[ae]y|gry|sil(?:ver)?|slv|gre?e?n|grn|brown|bro|tan|gold|maroon|mar|orange|yellow|ford|chev\w*|gmc|dodge|ram|mazda|bmw|audi|volvo|infiniti|lexus|acura|kia|hyundai|toyota|nissan|mercedes|isuzu|(?:19|20)\d\d)[ /]+[A-Z]{1,3}-?\d{1,4}\b|\bF-?[1-7]50\b/gi;
const OPERATOR = /\b(?:OP(?:ER)?\d+|SYS(?:TEM)?)\b/;
const STATUS =
  /^(?:disp(?:atched)?|dsp|enrt|enr|en ?route|arvd|arv|arr(?:ived)?|ds|er|ar|os|cl|clrd|clr|cleared|clear|avl|available|on ?scene|10-97|10-8|10-23|assigned|asgn|trans|transport(?:ing)?|ts|log|meal|off|on)$/i;
const CLEARS =
  /\b(?:clr|clrd|clear(?:ed)?|avl|available|10-8|in service|log ?off|log ?on|off duty|closed?)\b/i;
const ARRIVES = /\b(?:arvd?|arr(?:ived|ival)?|on ?sce?ne?|10-97|10-23|o\/s)\b/i;
/** `AR` alone under its head: on the scene. */
const AT_SCENE = /^(?:ar|os)$/i;
const DOG = /\bk-?9\b|\bcanine\b/i;

export interface RowOptions {
  /** The kind of a row that its reader knows better; null leaves it to the words. */
  readonly kind?: (b: Block, detail: string, m: Moment) => EventKind | null;
  readonly actor?: string;
  /** Two columns of one row are the ends of one entry. */
  readonly span?: boolean;
}

export interface Reading {
  readonly blocks: readonly Block[];
  readonly timing: Timing;
  readonly builder: Builder;
}

/** Rows of a printout, each time an entry with its words, its unit and its day. */
export function readRows(paper: Paper, context: ReadContext, options: RowOptions = {}): Reading {
  const blocks = blocksOf(paper);
  const timing = timingOf(blocks, context.dateOrder, 'log');
  const builder = new Builder();
  const scene = new Scene();
  for (let i = 0; i < blocks.length; i++) {
    const b = blocks[i] as Block;
    scene.look(b);
    const own = timing.moments.filter((m) => m.block === i);
    const before = builder.entries.length;
    if (own.length === 0) {
      putDays(builder, b, timing, i);
      continue;
    }
    const more = following(blocks, timing, i);
    const whole = withWrapped(blocks, timing, i);
    const pair = options.span === true && own.length === 2 && isPair(own[0] as Moment, own[1] as Moment);
    const counted = pair ? own.slice(0, 1) : own;
    for (const [n, m] of counted.entries())
      putRow(builder, whole, m, n, own, more, scene, options, pair ? own[1] : undefined);
    const acts = builder.entries.slice(before);
    acts.forEach((e, n) => {
      const kind = n > 0 && acts[0]?.role === 'event' ? actAt(whole, own, n) : 'note';
      if (kind === 'note' || e.kind !== 'note') return;
      if (kind === acts[0]?.kind) builder.entries[before] = { ...acts[0], kind: 'note', certain: false };
      builder.entries[before + n] = { ...e, kind, certain: false };
    });
  }
  return { blocks, timing, builder };
}

/** The whole of a printout, for readers that add nothing to its rows. */
export const rowsOnly = (paper: Paper, context: ReadContext, options: RowOptions = {}): Proposals => {
  const { blocks, timing, builder } = readRows(paper, context, options);
  return builder.done(blocks, timing);
};

/** Days of a row without a time; where something of a time is left in it, it was not read, and the day alone would say less than the row. */
function putDays(builder: Builder, b: Block, timing: Timing, i: number): void {
  const days = timing.days.filter(
    (d) =>
      d.block === i &&
      (d.role === 'paper' || (b.cells.length > 1 && !/\bdate\W*$/i.test(b.text.slice(0, d.at)))),
  );
  const bare = days.reduceRight((text, d) => text.slice(0, d.at) + text.slice(d.end), b.text);
  if (/\d{1,2}[.:;]\s?\d{2}\b/.test(bare) || timing.doubtful.some((d) => d.block === i)) return;
  for (const d of days) builder.putDay(b, d, { kind: 'note' });
}

const isPair = (a: Moment, b: Moment): boolean =>
  /open|in\b|entry|start|from|out\b/i.test(a.label) &&
  /clos|out\b|exit|end|to\b|in\b|stop/i.test(b.label) &&
  a.label !== b.label;

function putRow(
  builder: Builder,
  b: Block,
  m: Moment,
  n: number,
  own: readonly Moment[],
  more: string,
  scene: Scene,
  options: RowOptions,
  end?: Moment,
): void {
  const word = statusAt(b, m);
  const box = boxOf(b, own, n);
  const detail = `${word} ${own.length > 1 && word !== '' ? '' : rest(b, own)} ${n === 0 ? more : ''}`.trim();
  const actor = options.actor || (box === null ? scene.actor(b, word) : scene.boxed());
  const kind =
    m.role === 'paper' || isChange(b.text)
      ? 'note'
      : (options.kind?.(b, detail, m) ??
        (box === null
          ? scene.kind(b, word, detail, actor, own)
          : scene.kind({ ...b, text: box, cells: [] }, box, box, actor, [])));
  builder.put(b, m, {
    kind: n > 0 && word === '' && box === null && kind !== 'note' ? 'note' : kind,
    // Nobody did anything at the times that were changed.
    actor: m.role === 'paper' || (n > 0 && isChange(b.text)) ? '' : actor,
    // Sentences with several times are no row: which time is whose, a person says.
    certain: m.role === 'event' && !(own.length > 1 && (SENTENCES.test(b.text) || isChange(b.text))),
    ...(end ? { end: end.start, endDate: end.date === m.date ? '' : end.date } : {}),
  });
}

/** `Booked: 0131   Arrested: 2343`: boxes of a form in one line, where what stands before each time says what it is; null in other rows. */
function boxOf(b: Block, own: readonly Moment[], n: number): string | null {
  const before = own.map((m, k) => b.text.slice(own[k - 1]?.end ?? 0, m.at));
  const several = own.length > 1 && b.headRow.length === 0;
  if (several && before.every((t) => /[A-Za-z][\w/. ]*:\s*$/.test(t)))
    return /([A-Za-z][\w/.# ]*):\s*$/.exec(before[n] ?? '')?.[1] ?? '';
  // `Dispatched 2217   Enroute 2219`: as much in cells.
  const words = own.map((m) => {
    const cell = b.cells.findLast((c) => c.at < m.at);
    const fills = cell && m.at > cell.at && m.end >= cell.at + cell.text.length;
    return fills ? /^[A-Za-z][A-Za-z/.:# -]* $/.exec(b.text.slice(cell.at, m.at))?.[0] : undefined;
  });
  return several && words.length > 2 && words.every((w) => w !== undefined)
    ? (words[n] as string).trim()
    : null;
}

/** `ADVS CONSENT REFUSED AT 2259`, written at 23:01: the act of the words right before a later time of the row, whose time it is. */
function actAt({ text, cells }: Block, own: readonly Moment[], n: number): EventKind {
  const from = own[n - 1]?.end ?? 0;
  const at = own[n]?.at ?? 0;
  const cell = cells.findLast((c) => c.at <= at && c.at >= from);
  const words =
    /([^.;,]+?)\s+(?:at|@)\s*$/i.exec(text.slice(from, at))?.[1] ??
    // `PC found 0941` in a cell of its own.
    (cell && cell.at + cell.text.length <= (own[n]?.end ?? 0) ? text.slice(cell.at, at) : '');
  return words.trim() === '' ? 'note' : kindOfRow(words.trim());
}

/** One sentence of small words behind another. */
const SENTENCES = /\b[a-z]{2,} [a-z]{2,}\b.*[a-z\d]{2,}\. [A-Z][a-z]* [a-z]{2,}/;

/** The status word that a time belongs to: `Arvd-19:13:40`, `Call Arrival Time : 00:03:41`, the cell `ARR`. */
function statusAt(b: Block, m: Moment): string {
  const glued = /([A-Za-z]{2,})\s?[-:]\s{0,3}$/.exec(b.text.slice(0, m.at))?.[1];
  if (glued && STATUS.test(glued)) return glued;
  const label = /^([A-Z][A-Za-z ]{2,28}?)\s*:\s*(?:\S{6,10} )?$/.exec(b.text.slice(0, m.at))?.[1];
  if (label) return label;
  const cell = b.cells.find((c) => STATUS.test(c.text));
  if (cell) return cell.text;
  // `Unit  Dispatched  Enroute  Arrived` over a row of times: the column says which each is.
  if (STATUS.test(m.label.trim())) return m.label.trim();
  const words = b.text.split(' ').filter((w) => /^[A-Z0-9-]+$/.test(w) && STATUS.test(w));
  return words.length === 1 ? (words[0] as string) : '';
}

/** The words of a row without its times. */
const rest = (b: Block, own: readonly Moment[]): string =>
  own
    .reduceRight((text, m) => text.slice(0, m.at) + text.slice(m.end), b.text)
    .replace(/\s+/g, ' ')
    .trim();

/** Rows below without a time belong to the row above: wrapped words, remarks. At most two of them. */
function following(blocks: readonly Block[], timing: Timing, i: number): string {
  const out: string[] = [];
  for (let k = i + 1; k < blocks.length && k <= i + 2; k++) {
    const b = blocks[k] as Block;
    if (
      b.page !== blocks[i]?.page ||
      b.head ||
      /^[A-Za-z /]+:|\[ ?[xX✓]? ?\]|[☐☒☑]|\b[A-Z][a-z]+: ?\S.*\b[A-Z][a-z]+: ?\S/.test(b.text) ||
      timing.moments.some((m) => m.block === k)
    )
      break;
    out.push(b.text);
  }
  return out.join(' ');
}

/** Letters by which a line is set in when it is the rest of the row above it. */
const SET_IN = 3;

/** A row with the lines below it on which its words go on, set in under it and without a time of their own. At most two of them. */
function withWrapped(blocks: readonly Block[], timing: Timing, i: number): Block {
  const row = blocks[i] as Block;
  const first = row.cells[0];
  // How far in a line stands on a picture is not told so finely.
  if (!first || row.prose || row.recognised) return row;
  const letter = (first.end - first.x) / Math.max(1, first.text.length);
  let whole = row;
  for (let k = i + 1; k <= i + 2; k++) {
    const b = blocks[k];
    const x = b?.cells[0]?.x ?? 0;
    const goesOn =
      b !== undefined &&
      b.page === row.page &&
      !b.head &&
      !b.prose &&
      b.cells.length === 1 &&
      b.lines[0] === whole.lines[1] + 1 &&
      x > first.x + SET_IN * letter &&
      !/^[A-Za-z /#]+:/.test(b.text) &&
      !timing.moments.some((m) => m.block === k) &&
      !timing.days.some((d) => d.block === k) &&
      !timing.doubtful.some((d) => d.block === k);
    if (!goesOn) break;
    whole = {
      ...whole,
      text: `${whole.text} ${b.text}`,
      lines: [whole.lines[0], b.lines[1]],
      unsure: [...whole.unsure, ...b.unsure],
    };
  }
  return whole;
}

/** Who is on the call: the first unit is the one whose call it is, the others come to it. */
class Scene {
  private id = '';
  private first = '';

  look(b: Block): void {
    const id = /^(?:ID|Unit|Officer):\s*(.{1,28}?)(?=\s+[A-Za-z]+[:-]|$)/.exec(b.text)?.[1];
    if (id) this.id = id.trim();
    if (/^\d{4}\s+[A-Z]/.test(b.text)) [this.id, this.first] = ['', ''];
  }

  /** Whose form it is, in the boxes of which the times stand. */
  boxed(): string {
    return this.id;
  }

  actor(b: Block, status: string): string {
    const i = b.labels.findIndex(
      (l, k) =>
        WHO.test(l) && /[A-Za-z]/.test(b.cells[k]?.text ?? '') && !/\d:\d\d/.test(b.cells[k]?.text ?? ''),
    );
    const named = i >= 0 ? b.cells[i]?.text : undefined;
    // Words of a remark under a narrow head are no name.
    const unit = UNIT.exec(named ?? '');
    // A code in the narrow column beside it is no part of who it was.
    const whole =
      unit?.index === 0 && /^ [A-Z]{1,4}$/.test((named ?? '').slice(unit[0].length)) ? unit[0] : named;
    const cell = whole !== undefined && /:\s|^.{33}/.test(whole) ? undefined : whole;
    const user = /\bUSR\s+(\w+)/.exec(b.text)?.[1] ?? /\buser\s+(\d+)\b/i.exec(b.text)?.[1];
    const speaker = SPEAKER.exec(b.text)?.[1];
    const found =
      speaker ??
      (cell && !/^\d+$/.test(cell)
        ? cell
        : user
          ? `user ${user}`
          : status !== '' && this.id !== ''
            ? this.id
            : this.unit(b));
    if (this.first === '' && UNIT.test(found)) this.first = found;
    return found;
  }

  private unit(b: Block): string {
    const words = b.text
      .replace(/\d{1,2}:\d{2}(?::\d{2})?/g, '')
      .replace(/\d{1,2}\/\d{1,2}(?:\/\d{2,4})?/g, '');
    const own = words
      .replace(OPERATOR, '')
      .replace(MODEL, ' ')
      .replace(/(?<=^.{40}\S*)\s.*/, '');
    const unit = UNIT.exec(own);
    // `DISP  COUNTY K9 UNAVAIL`: a dog that is spoken of.
    const spoken = unit && /^K-?9$/.test(unit[0]) && /[A-Za-z]/.test(own.slice(0, unit.index));
    return (spoken ? undefined : unit?.[0]) ?? OPERATOR.exec(words)?.[0] ?? '';
  }

  kind(b: Block, status: string, detail: string, actor: string, own: readonly Moment[]): EventKind {
    const clears = CLEARS.test(status === '' ? detail.split(' ').slice(0, 4).join(' ') : status);
    if (clears) return 'note';
    if (AT_SCENE.test(status) || ARRIVES.test(status) || (ARRIVES.test(detail) && detail.length < 40))
      return this.arrival(detail, actor);
    if (/late entry/i.test(b.text)) return 'note';
    const words = detail.replace(/\bCall (?:Created|Taker|Sen[dt])\b.*/, '');
    // The cell of a time is no code: 1015 is a quarter past ten there.
    const cells = b.cells.filter((c) => !own.some((m) => m.end > c.at && m.at < c.at + c.text.length));
    return kindOfRow(words, [status, ...cells.map((c) => c.text)]);
  }

  private arrival(detail: string, actor: string): EventKind {
    if (DOG.test(detail) || /^K-?9(?!\s*patrol)/i.test(actor)) return 'dog-arrives';
    if (/\btow\b|wrecker|jail|hospital|station/i.test(`${detail} ${actor}`)) return 'note';
    return this.first !== '' && actor !== '' && actor !== this.first && UNIT.test(actor)
      ? 'backup-arrives'
      : 'note';
  }
}
