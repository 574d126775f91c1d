import type { Paper } from '../../papers/paper';
import { type Block, blocksOf } from './blocks';
import { passageOf } from './build';
import { boxPairs } from './custody-boxes';
import { type Hand, handIn, timeOfRow, timesOfBoth } from './custody-times';
import { findDates } from './dates';
import { handLines } from './hand-lines';
import { type Moment, type Timing, timingOf } from './moments';
import { readNarrative } from './narrative';
import type { CustodyProposal, Proposals, ReadContext } from './reader';
import { readRows } from './rows';
import { findTimes } from './times';

type Role =
  | 'item'
  | 'date'
  | 'time'
  | 'both'
  | 'released'
  | 'received'
  | 'releasedSig'
  | 'receivedSig'
  | 'purpose'
  | 'seal'
  | 'place'
  | 'from'
  | 'person'
  | 'note'
  | 'count'
  | 'line'
  | '';

const SHAPES: readonly (readonly [RegExp, Role])[] = [
  [/^(?:received|rec'?v?'?d|accepted|taken) from/i, 'released'],
  [/^(?:released|relinquished|transferred|given|returned|delivered) to/i, 'received'],
  [/^items?\b|^tag|^exhibit|^evid|^bar ?code/i, 'item'],
  [/date ?\/ ?time|date and time|^when/i, 'both'],
  [/^date/i, 'date'],
  [/^time/i, 'time'],
  [/^sig|^signature|^initial/i, 'releasedSig'],
  [
    /releas|relinq|\brel'?d\b|^out\b|given by|transferred by|surrender|^from \(|^from:? ?person|delivered by/i,
    'released',
  ],
  [/receiv|\bre?c'?v?d\b|^in\b|taken by|accepted|^to \(|^to:? ?person/i, 'received'],
  [/purpose|reason|^action|^event|disposition|^type$|^trans(?:action)?(?: type)?$/i, 'purpose'],
  [/^seal/i, 'seal'],
  [/^from$/i, 'from'],
  [/^to$|location|place|stored/i, 'place'],
  [/^person|^by|^user|^employee|^(?:performed|done|moved|entered|scanned|handled) by/i, 'person'],
  [/remark|note|comment/i, 'note'],
  [/^qty|quantity|count/i, 'count'],
];

/** What each column of a custody table holds; a signature belongs to the name before it. `From` and `To` without a person column are people. */
function rolesOf(head: readonly string[]): Role[] {
  let end: Hand = 'released';
  const roles = head.map((label): Role => {
    const role = SHAPES.find(([shape]) => shape.test(label.trim()))?.[1] ?? '';
    if (role === 'released' || role === 'received') end = role;
    const own = handIn(label) ?? end;
    return role === 'releasedSig' && own === 'received' ? 'receivedSig' : role;
  });
  // `No.` counts the transfers, not the items.
  if (/^(?:no\.?|#|line|seq\.?|transfer|step)(?: ?(?:no\.?|#))?$/i.test(head[0]?.trim() ?? ''))
    roles[0] = 'line';
  // A first column under a word that is no other label, misread in a scan, say, holds the items.
  if (roles[0] === '' && !roles.includes('item') && roles.includes('released')) roles[0] = 'item';
  if (roles.includes('person') || roles.includes('released')) return roles;
  return roles.map((r) =>
    r === 'from'
      ? 'released'
      : r === 'place' && roles.includes('from') && !roles.includes('received')
        ? 'received'
        : r,
  );
}

/** Property sheets, custody forms and evidence-room printouts: rows of a chain, each field as it stands or absent. */
export function readCustody(paper: Paper, context: ReadContext): Proposals {
  const all = blocksOf(paper);
  // A report with a property sheet in it tells its story in sentences.
  const told = all.filter((b) => b.prose && b.text.length > 60).reduce((n, b) => n + b.text.length, 0);
  if (told > 0.3 * all.reduce((n, b) => n + b.text.length, 0))
    return { ...readNarrative(paper, context), custody: custodyWithin(paper, context) };
  const { blocks, timing, builder } = readRows(paper, context, {
    kind: (b) => (/\b(?:shelf scan|scan|opened|unlocked|accessed)\b/i.test(b.text) ? 'access' : 'note'),
  });
  return builder.done(blocks, timing, { custody: chains(blocks, timing, context) });
}

/** The hand-overs of the tables and boxes in a paper of another kind. */
export function custodyWithin(paper: Paper, context: ReadContext): CustodyProposal[] {
  const blocks = blocksOf(paper);
  return chains(blocks, timingOf(blocks, context.dateOrder, 'log'), context);
}

const chains = (blocks: readonly Block[], timing: Timing, context: ReadContext): CustodyProposal[] => {
  const formed = [...chainRows(blocks, timing.moments, context), ...boxPairs(blocks, timing, context)];
  const taken = (c: CustodyProposal): boolean =>
    formed.some((f) => f.page === c.page && f.lines[0] <= c.lines[1] && f.lines[1] >= c.lines[0]);
  return [...formed, ...handLines(blocks, timing.moments).filter((c) => !taken(c))];
};

interface Row {
  readonly block: Block;
  readonly roles: readonly Role[];
  readonly cells: string[];
  readonly indexes: number[];
  quote: string;
}

/** `Remarks:`, `Seal: A-2214 intact`: a line of its own under a table. */
const LABELED_LINE =
  /^(?:[Ii]tems?|ITEMS?|[Rr]emarks?|REMARKS?|[Nn]otes?|NOTES?|[Cc]omments?|COMMENTS?)\b[^:]{0,12}:|^[A-Z][A-Za-z]*(?: [A-Za-z.#]+){0,2}:(?:\s|$)/;

/** What stands at the foot of a page, or under a table. */
const FOOT =
  /^(?:page|pg\.?) ?\d|\bpage \d+ of \d+|\brev(?:\.|ised)? ?\d|^form\b|\bconfidential\b|\blaw enforcement (?:sensitive|use)|^(?:end of|total|printed)\b/i;

/** Whether a line is the rest of a row right above it: each of its cells has room under its own column, beside those of the others. */
const goesOn = (row: Block, b: Block): boolean =>
  !FOOT.test(b.text) &&
  b.gap <= 2.5 &&
  b.cells.every((c, i) =>
    row.cells.every((o, k) => row.columns[k] === b.columns[i] || o.end <= c.x || o.x >= c.end),
  );

/** Rows of custody tables; a row that lacks its item continues the one above. */
function chainRows(
  blocks: readonly Block[],
  moments: readonly Moment[],
  context: ReadContext,
): CustodyProposal[] {
  const rows: Row[] = [];
  // Whether the lines below may be of the last row: under the foot of a page they are not.
  let open = false;
  blocks.forEach((b, index) => {
    const roles = rolesOf(b.headRow);
    const chain =
      (roles.includes('released') && roles.includes('received')) ||
      (roles.includes('from') && roles.includes('place'));
    if (!chain || b.prose || b.head || LABELED_LINE.test(b.text)) return;
    const cells = roles.map(() => '');
    b.columns.forEach((c, i) => {
      const text = b.cells[i]?.text ?? '';
      // A line to write on is no word.
      if (c >= 0 && !/^[_/ .-]+$/.test(text)) cells[c] = `${cells[c]} ${text}`.trim();
    });
    const last = rows.at(-1);
    const item = roles.indexOf('item');
    if (
      roles.includes('person') &&
      ['from', 'place', 'purpose'].some((r) => cells[roles.indexOf(r as Role)] === '')
    )
      return;
    const opens =
      (item >= 0 && cells[item] !== '') ||
      (item < 0 && moments.some((m) => m.block === index)) ||
      named(roles, cells);
    if (opens) {
      rows.push({ block: b, roles, cells, indexes: [index], quote: b.text });
      open = true;
    } else if (last && open) {
      open = last.block.page === b.page && goesOn(last.block, b);
      if (!open) return;
      cells.forEach((text, i) => {
        if (text !== '') last.cells[i] = `${last.cells[i]} ${text}`.trim();
      });
      last.indexes.push(index);
    }
  });
  const item =
    /\b(?:ITEM|EXHIBIT)(?:S|\(S\))?(?:\s*(?:NO\.?|NUMBERS?|#))?:?\s*#?(\d[\w-]*(?:\s*(?:,|&|and)\s*\d[\w-]*\b(?!\s*[:/]))*)/i.exec(
      blocks
        .slice(0, 6)
        .map((b) => b.text)
        .join(' '),
    )?.[1] ?? '';
  return rows.flatMap((row) => {
    const own = moments.filter((m) => row.indexes.includes(m.block));
    // When it was printed, in a line under the table, is no hand-over.
    if (own.length > 0 && own.every((m) => m.role === 'paper') && !named(row.roles, row.cells)) return [];
    return own.length === 0 && !named(row.roles, row.cells) && !/\d{1,2}\/\d{1,2}\/\d{2,4}/.test(row.quote)
      ? []
      : [lineOf(row, own, above(blocks, row.indexes[0] ?? 0) ?? item, context)];
  });
}

/** `Item 002 - Marijuana` over a table of its own: the item of the rows below it. */
function above(blocks: readonly Block[], row: number): string | null {
  for (let i = row - 1; i >= 0; i--) {
    const b = blocks[i] as Block;
    const item =
      b.cells.length < 3 &&
      /^(?:item|exhibit)\s*(?:no\.?|number|#)?:?\s*#?([A-Z]?-?\d[\w.-]*)(?=\s*(?:$|[-–:(]))/i.exec(
        b.text,
      )?.[1];
    if (item) return item;
  }
  return null;
}

/** Both ends are named. */
const named = (roles: readonly Role[], cells: readonly string[]): boolean =>
  (['released', 'received'] as const).every((r) => /[A-Za-z]{2}/.test(cells[roles.indexOf(r)] ?? ''));

function lineOf(row: Row, own: readonly Moment[], heading: string, context: ReadContext): CustodyProposal {
  const cell = (role: Role): string | undefined => {
    const i = row.roles.indexOf(role);
    return i < 0 ? undefined : row.cells[i];
  };
  const room = row.roles.includes('person') && row.roles.includes('from');
  const released = splitWhen(cell('released') ?? '', context);
  const received = splitWhen(cell('received') ?? '', context);
  const one = timeOfRow(row, own);
  const both =
    released.at === '' && received.at === '' && released.date === ''
      ? { date: one?.date ?? dayOf(row, context), at: one?.start ?? '' }
      : null;
  const fields: Record<string, string | boolean> = {};
  const put = (key: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') fields[key] = value;
  };
  put('releasedBy', released.by);
  put('receivedBy', received.by);
  const two = both && timesOfBoth(row, own, context);
  const [gave, took] = [two?.released ?? both ?? released, two?.received ?? both ?? received];
  put('releasedDate', gave.date);
  put('releasedAt', gave.at);
  put('receivedDate', took.date);
  put('receivedAt', took.at);
  for (const [role, key] of [
    ['releasedSig', 'releasedSigned'],
    ['receivedSig', 'receivedSigned'],
  ] as const) {
    const mark = cell(role);
    if (mark !== undefined)
      fields[key] = /[A-Za-z0-9/]/.test(mark) && !/^(?:n\/?a|none|no|unsigned|blank)$/i.test(mark);
  }
  for (const [key, end] of [
    ['releasedSigned', released],
    ['receivedSigned', received],
  ] as const)
    if (end.signed) fields[key] = true;
  for (const [role, key] of [
    ['released', 'releasedSigned'],
    ['received', 'receivedSigned'],
  ] as const) {
    const head = row.block.headRow[row.roles.indexOf(role)] ?? '';
    if (/\bsign/i.test(head) && cell(role) === '') fields[key] = false;
  }
  const asked = row.block.headRow.findIndex((h) => /seal.*intact|intact.*seal/i.test(h));
  const answer = asked < 0 ? '' : (row.cells[asked] ?? '');
  if (/^y(?:es)?$/i.test(answer)) put('sealState', 'intact');
  if (/^no?$/i.test(answer)) put('sealState', 'broken');
  put('purpose', cell('purpose'));
  put('note', cell('note'));
  put('place', cell('place'));
  Object.assign(fields, sealOf(cell('seal') ?? '', cell('note') ?? ''));
  if (room)
    Object.assign(
      fields,
      roomEnds(
        cell('purpose') ?? '',
        cell('person') ?? '',
        cell('note') ?? '',
        cell('from') ?? '',
        cell('place') ?? '',
      ),
    );
  const item = (cell('item') ?? heading).replace(/^items?\s*/i, '').replace(/\s*only$/i, '');
  return { ...passageOf(row.block, row.quote), item, ...fields };
}

const dayOf = (row: Row, context: ReadContext): string =>
  findDates(row.quote, context.dateOrder).find((d) => !d.day.startsWith('-'))?.day ?? '';

/** `Ofc. Sample 12/31/22 01:50`: the name, the day and the time of one end. */
function splitWhen(
  whole: string,
  context: ReadContext,
): { by: string; date: string; at: string; signed: boolean } {
  const mark = /(?:^|\s)\/s\/(?=\s|$)/i;
  const signed = mark.test(whole);
  const text = whole.replace(mark, '').trim();
  const date = findDates(text, context.dateOrder)[0];
  const time = findTimes(text, (at) => date !== undefined && at > date.at).times[0];
  const cuts = [date, time].filter((x) => x !== undefined).sort((a, b) => b.at - a.at);
  const by = cuts
    .reduce((t, c) => `${t.slice(0, c.at)} ${t.slice(c.end)}`, text)
    .replace(/\s+/g, ' ')
    .replace(/^name ?:\s*|[,;]\s*$/gi, '')
    .trim();
  return { by, date: date && !date.day.startsWith('-') ? date.day : '', at: time?.start ?? '', signed };
}

function sealOf(cell: string, note: string): Record<string, string> {
  const number =
    /\b(?:seal(?: no\.?| #)?\s*)?#?([A-Z]{0,3}-?\d{4,})\b/i.exec(cell)?.[1] ??
    /\bseal(?: no\.?| #)?\s*([A-Z]{0,3}-?\d{4,})\b/i.exec(note)?.[1];
  const state = /\b(?:resealed)\b/i.test(cell)
    ? ''
    : /\bintact\b|\bunbroken\b/i.test(cell)
      ? 'intact'
      : /\bbroken\b|\bnot sealed\b|\bunsealed\b|\bopen\b|\bcut\b/i.test(cell)
        ? 'broken'
        : '';
  return { ...(number ? { seal: number } : {}), ...(state ? { sealState: state } : {}) };
}

/** Who a column From or To names; nobody, where it names a place of the room. */
const partyOf = (text: string): string =>
  /\b(?:locker|shelf|bin|rack|vault|bay|freezer|fridge|drawer|room|temp|storage)\b/i.test(text) ||
  !/[a-z]{2}|[A-Z]{3}/.test(text) ||
  /^[A-Z]{1,3}[-\d][-\w]*$/.test(text)
    ? ''
    : text;
/** A name without rank, number and first name. */
const bareName = (text: string): string =>
  text
    .replace(/\s*\(.*\)|[,#].*|\s+\d+$/g, '')
    .toLowerCase()
    .split(/\s+/)
    .at(-1) ?? '';

/** Who gives and who takes at a move of the evidence room: its clerk on one side, a person of the remark on the other. */
function roomEnds(
  action: string,
  person: string,
  note: string,
  from: string,
  to: string,
): Record<string, string> {
  const remark =
    /\b(?:TO|FROM)\s+((?:DET|OFC|OFFICER|SGT|TPR|DEP|LAB|DA|COURT)\.?\s+[A-Z][\w'-]*)/i.exec(note)?.[1] ?? '';
  const giver = partyOf(from);
  if (
    /check.?in|return|receiv|intake|initial|entry/i.test(action) &&
    giver !== '' &&
    bareName(giver) === bareName(person)
  )
    return { releasedBy: giver, receivedBy: '' };
  const other = remark || (/check.?out|release|sign.?out|\bout\b/i.test(action) ? partyOf(to) : giver);
  if (/check.?out|release|sign.?out|\bout\b/i.test(action)) return { releasedBy: person, receivedBy: other };
  if (/check.?in|return/i.test(action)) return { releasedBy: other, receivedBy: person };
  if (/receiv|intake/i.test(action)) return { releasedBy: other, receivedBy: person };
  if (/deposit|submit|drop/i.test(action)) return { releasedBy: person, receivedBy: '' };
  return { releasedBy: '', receivedBy: '' };
}
