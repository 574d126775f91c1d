import type { Block } from './blocks';
import { passageOf } from './build';
import { findDates } from './dates';
import type { Moment, Timing } from './moments';
import type { CustodyProposal, ReadContext } from './reader';

type Role = 'gives' | 'takes' | 'why' | 'when' | 'sign';

/** What a form prints before the value of a box. */
const LABELS: readonly (readonly [Role, RegExp])[] = [
  [
    'gives',
    /\b(?:(?:relinquished|released|transferred|surrendered|submitted|given|delivered|returned) (?:by|from)|(?:received|accepted|taken) from)\b[^:]{0,24}:/gi,
  ],
  [
    'takes',
    /\b(?:(?:received|accepted|taken) by|(?:transferred|released|given|returned|delivered) to)\b[^:]{0,24}:/gi,
  ],
  ['why', /\b(?:reason|purpose)\b[^:]{0,24}:/gi],
  [
    'when',
    /\b(?:(?:date|time)(?: ?(?:\/|and|&) ?time)?(?: (?:received|released|submitted|of \w+))?|received on) ?:/gi,
  ],
  ['sign', /\b(?:sign\w*|badge|id|initials?|address|phone|title|agency|rank)\b(?: (?:no\.?|#))? ?[:#]/gi],
];
/** `Submitted: 3/18/2024 by Ofc. Lowe`: the day stands before the name. */
const DAY_FIRST =
  /^(?:submitted|released|returned|relinquished|delivered|transferred|surrendered)(?: on)?:(?=\s*\d[^:]*\bby\b)/i;
/** A hand that neither gives nor takes: its day and time are its own. */
const OTHER_HAND =
  /^(?!(?:relinquished|released|transferred|surrendered|submitted|given|delivered|returned|received|accepted|taken) by)[A-Z][\w-]*ed (?:[\w ]{1,20} )?by\b[^:]{0,24}:/i;
/** The head over one hand-over of several, whose boxes say no more than From and To. */
const TRANSFER = /\b(?:transfer|transaction|hand-?over|change of custody)(?: ?(?:no\.?|number|#))? ?\d*:?$/i;
const FROM = /^from ?:/i;
const TO = /^to ?:/i;
const ITEM =
  /\b(?:ITEM|EXHIBIT)(?:S|\(S\))?(?:\s*(?:NOS?\.?|NUMBERS?|#))?\s*:?\s*#?\s*([A-Z]?-?\d[\w-]*(?:\s*(?:,|&|\band\b)\s*#?\d[\w-]*\b(?!\s*[:/]))*)/gi;
/** So many lines below one box the next of its hand-over may stand. */
const REACH = 4;

interface Box {
  readonly role: Role;
  readonly label: string;
  readonly block: number;
  readonly at: number;
  /** Where its label ends and its value begins. */
  readonly from: number;
  value: string;
}

/** The boxes of a line, from left to right. */
function boxesIn(b: Block, block: number, fromTo: boolean): Box[] {
  if (b.prose || b.head) return [];
  const found = LABELS.flatMap(([role, shape]) =>
    [...b.text.matchAll(shape)].map((m) => ({ role, label: m[0], at: m.index })),
  );
  const own = (role: Role, shape: RegExp): void => {
    const m = shape.exec(b.text);
    if (m) found.push({ role, label: m[0], at: m.index });
  };
  own('gives', DAY_FIRST);
  if (fromTo) own('gives', FROM);
  if (fromTo) own('takes', TO);
  const boxes = found.sort((p, q) => p.at - q.at);
  return boxes.map(({ role, label, at }, i) => {
    const from = at + label.length;
    return {
      role,
      label,
      block,
      at,
      from,
      value: b.text.slice(from, Math.min(boxes[i + 1]?.at ?? b.text.length, nextLabel(b, from))),
    };
  });
}

/** Where the next cell with a label of its own begins, whatever it says: `Received by: J. Ortega   Suspect: HOLLIS, Marcus`. */
function nextLabel(b: Block, from: number): number {
  let at = 0;
  for (const { text } of b.cells) {
    const here = b.text.indexOf(text, at);
    if (here < 0) break;
    if (here >= from && /^(?!name\b)[A-Z][\w ./#-]{1,24}:(?!\d)/i.test(text)) return here;
    at = here + text.length;
  }
  return b.text.length;
}

/** The name in a box, without a signature, a day or a time; empty for a blank line. */
export function nameOf(text: string): string {
  const date = findDates(text, 'mdy')[0];
  const plain = date ? `${text.slice(0, date.at)} ${text.slice(date.end)}` : text;
  return plain
    .replace(/\s*\/s\/.*$/i, '')
    .replace(/_{2,}/g, '')
    .replace(/\b\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|(?<!#)\b\d{4}(?: ?hrs?)?$/gi, '')
    .replace(/^\s*(?:by\b|name ?:)|[\s,;@]+$|\bat\s*$/gi, '')
    .replace(/[\s,;]+$/, '')
    .trim();
}

/** Hand-overs of a form in boxes: one box says who gave, one beside or below it who took, each with its day and time, or one for both. */
export function boxPairs(
  blocks: readonly Block[],
  timing: Pick<Timing, 'moments' | 'days'>,
  context: ReadContext,
): CustodyProposal[] {
  const out: CustodyProposal[] = [];
  let boxes: Box[] = [];
  let items: string[] = [];
  let counted = 0;
  const done = (): void => {
    const ends = boxes.filter((x) => x.role === 'gives' || x.role === 'takes');
    const first = ends[0];
    if (ends.length > 1 && first) {
      const seen = itemsIn(blocks.slice(counted, first.block + 1));
      if (seen.length > 0) items = seen;
      else if (items.length === 0) items = itemsIn(blocks);
      counted = (ends.at(-1) as Box).block + 1;
      out.push(...handOver(blocks, boxes, items.join(', '), timing, context));
    }
    boxes = [];
  };
  let last = 0;
  let under = Number.NEGATIVE_INFINITY;
  for (const [i, b] of blocks.entries()) {
    if (TRANSFER.test(b.text) && !/:\s*\S/.test(b.text)) {
      done();
      under = i;
      continue;
    }
    if (OTHER_HAND.test(b.text)) {
      done();
      continue;
    }
    for (const box of boxesIn(b, i, i - under <= REACH + 1)) {
      const ends = box.role === 'gives' || box.role === 'takes';
      if (i - last > REACH || (ends && boxes.some((x) => x.role === box.role))) done();
      boxes.push(box);
      last = i;
    }
  }
  done();
  return out;
}

/** The items that lines of a form name: `Item 3: …`, or the column of items in its list. */
export function itemsIn(blocks: readonly Block[]): string[] {
  const named = blocks.flatMap((b) => {
    const column = b.head ? -1 : b.headRow.findIndex((h) => /^ite?m|^exhibit/i.test(h));
    const listed = b.cells[b.columns.indexOf(column)]?.text ?? '';
    if (column >= 0 && /^[A-Z]?-?\d[\w.-]*$/.test(listed)) return [listed];
    return b.prose && !/^(?:item|exhibit)/i.test(b.text)
      ? []
      : [...b.text.matchAll(ITEM)].map((m) => m[1] as string);
  });
  return [...new Set(named)];
}

function handOver(
  blocks: readonly Block[],
  boxes: readonly Box[],
  item: string,
  timing: Pick<Timing, 'moments' | 'days'>,
  context: ReadContext,
): CustodyProposal[] {
  const gives = boxes.find((x) => x.role === 'gives') as Box;
  const takes = boxes.find((x) => x.role === 'takes');
  if (!takes) return [];
  const [from, to] = [nameOf(gives.value), nameOf(takes.value)];
  // Mail and calls are received from somebody too: the paper speaks of things that are kept.
  const around = blocks.slice(0, takes.block + REACH).map((b) => b.text);
  if (
    (from === '' && to === '') ||
    !/\b(?:evidence|property|exhibits?|custody|items?)\b/i.test(around.join(' '))
  )
    return [];
  const [top, bottom] = [Math.min(...boxes.map((x) => x.block)), Math.max(...boxes.map((x) => x.block))];
  const within = <T extends { block: number; at: number }>(all: readonly T[]): T[] =>
    all.filter((m) => m.block >= top && m.block <= bottom);
  const moments = within(timing.moments);
  const days = within(timing.days).filter((d) => d.date !== '');
  const [one, two] = [gives, takes].sort((p, q) => p.block - q.block || p.at - q.at) as [Box, Box];
  const isTwo = (m: { block: number; at: number }): boolean =>
    m.block > two.block || (m.block === two.block && m.at > two.at);
  const end = (box: Box): { date: string; at: string } => {
    const mine = <T extends { block: number; at: number }>(all: readonly T[]): T[] =>
      all.filter((m) => isTwo(m) === (box === two));
    const when: Moment | undefined = mine(moments)[0];
    const written = findDates(box.value, context.dateOrder).find((d) => !d.day.startsWith('-'))?.day;
    return { date: written ?? when?.date ?? mine(days)[0]?.date ?? '', at: when?.start ?? '' };
  };
  // `Received from` and `Received by` are one receipt: a time that is asked for once is that of both.
  const asked = boxes.filter((x) => x.role === 'when').map((x) => x.label.toLowerCase());
  const single =
    moments.length === 1 &&
    days.length < 2 &&
    new Set(asked).size === asked.length &&
    (/^(?:received|accepted|taken) from|^from/i.test(gives.label) || / to\b/i.test(takes.label));
  const only = moments[0];
  const both = single && only ? { date: only.date, at: only.start } : null;
  const [gave, took] = [both ?? end(gives), both ?? end(takes)];
  const fields: Record<string, string | boolean> = {};
  const put = (key: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') fields[key] = value;
  };
  put('releasedBy', from);
  put('receivedBy', to);
  put('releasedDate', gave.date);
  put('releasedAt', gave.at);
  put('receivedDate', took.date);
  put('receivedAt', took.at);
  put('purpose', boxes.find((x) => x.role === 'why')?.value.trim());
  if (/\/s\/\s*\S/i.test(gives.value)) fields['releasedSigned'] = true;
  if (/\/s\/\s*\S/i.test(takes.value)) fields['receivedSigned'] = true;
  const [a, z] = [blocks[one.block] as Block, blocks[two.block] as Block];
  const quote = a === z ? a.text : `${a.text} ${z.text}`;
  return [{ ...passageOf(a, quote), lines: [a.lines[0], z.lines[1]], item, ...fields }];
}
