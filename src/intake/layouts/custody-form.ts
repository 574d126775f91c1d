import type { CustodyEntry, Item } from '../../record/custody';
import { mayBeOneName } from '../../record/names';
import { isNone, sealNumber } from '../../record/values';
import { type Drafts, draftsOf, type ImportContext } from '../drafts';
import type { Table, TableRow } from '../formats/table';
import { BadCell, type TimeCell } from './cell';
import { Reader } from './cells';
import { CUSTODY_FIELDS } from './custody-fields';
import { fitCustody, takenByValue, timesUnsaid } from './custody-when';
import { itemsOf, markedName, numbersWithDashes, sealStateOf, signedOf, signerOf } from './custody-words';
import type { Layout, Mapping } from './layout';
import { nextDay, ranPast } from './order';
import { quantitiesOf } from './quantities';
import { tellUnread } from './unread-lines';

/** An evidence or custody form: one hand-over a row, with its two ends. */
export const custodyForm: Layout = {
  id: 'custody-form',
  name: 'Custody form',
  what: 'one hand-over a row: item, released by and when, received by and when, seal, weight, signatures, purpose',
  fields: CUSTODY_FIELDS,
  fit: fitCustody,
  confidence: (columns) =>
    'item' in columns && ('receivedBy' in columns || 'releasedBy' in columns)
      ? 0.7 + ('receivedBy' in columns && 'releasedBy' in columns ? 0.25 : 0)
      : 0,
  read,
};

function read(table: Table, mapping: Mapping, context: ImportContext): Drafts {
  const drafts = draftsOf(table);
  const reader = new Reader(
    table,
    { ...mapping, clock: mapping.clock || 'Evidence form', source: mapping.source || 'Custody form' },
    context,
    drafts,
  );
  const items = new Map<string, Item>(context.items.map((i) => [i.number.toLowerCase(), i]));
  const logId = context.newId();
  const at = mapping.columns['item'] ?? -1;
  const dashed = numbersWithDashes(table.rows.map((r) => r.cells[at] ?? ''));
  let order = 0;
  const unsaid = timesUnsaid(table, mapping);
  const item = (number: string, description: string): Item => {
    const known = items.get(number.toLowerCase());
    if (known) return known;
    const made: Item = { id: context.newId(), caseId: context.caseId, number, description, sampling: null };
    items.set(number.toLowerCase(), made);
    drafts.items.push(made);
    return made;
  };
  const refs = new Set<string>();
  const refOf = (number: string, row: TableRow): string => {
    const ref = `item-${number}-line-${row.line}`.toLowerCase().replace(/[^\w-]+/g, '-');
    const own = refs.has(ref) ? `${ref}-back` : ref;
    refs.add(own);
    return own;
  };
  reader.each((row) => {
    const text = reader.cell(row, 'item');
    const numbers = itemsOf(text, dashed);
    if (numbers.length === 0) throw new BadCell('item', 'this row names no item');
    if (numbers.some((n) => n.length > 80))
      throw new BadCell('item', 'this is too long to be the number of an item');
    if (numbers.length > 1) reader.doubt(row, `“${text}” is read as the items ${numbers.join(', ')}`);
    if (unsaid !== '') throw new BadCell('time', unsaid);
    const zone = reader.zone(reader.value(row, 'zone'), 'zone');
    const released = endAt(reader, row, 'released', zone);
    const received = pastMidnight(reader, row, released, endAt(reader, row, 'received', zone));
    const gave = markedName(reader.value(row, 'releasedBy'));
    const took = markedName(reader.value(row, 'receivedBy'));
    const [releasedBy, receivedBy] = [gave.name, took.name];
    if (releasedBy === '' && receivedBy === '')
      throw new BadCell('receivedBy', 'this row names nobody, neither who released nor who received');
    const quantities = quantitiesOf(reader, row);
    const clock = reader.named.clock(reader.value(row, 'clock'), zone, row);
    const source = reader.named.source('', 'form');
    const seal = sealOf(reader, row);
    const hands = signatures(reader, row, releasedBy, receivedBy);
    const described = reader.value(row, 'description');
    for (const number of numbers) {
      const of = item(number, described);
      // What a later line says of it otherwise (`4 of the 50 bags tested`) is that line's own word.
      const otherwise = isSaid(described, of.description) ? '' : described;
      const entry: CustodyEntry = {
        id: context.newId(),
        caseId: context.caseId,
        logId,
        ref: refOf(number, row),
        itemId: of.id,
        clockId: clock.id,
        zone: '',
        releasedBy,
        releasedDate: released.date,
        releasedAt: releasedBy === '' && !reader.has('releasedAt') ? '' : released.text,
        receivedBy,
        receivedDate: received.date,
        receivedAt: receivedBy === '' && !reader.has('receivedAt') ? '' : received.text,
        releasedSigned: hands.released ?? (gave.signed || null),
        receivedSigned: hands.received ?? (took.signed || null),
        purpose: reader.has('purpose') ? reader.value(row, 'purpose') : null,
        place: reader.value(row, 'place'),
        seal: seal.number,
        sealState: seal.state,
        hash: reader.value(row, 'hash'),
        photo: reader.value(row, 'photo'),
        quantities,
        note: [reader.cell(row, 'note'), otherwise, seal.words, hands.words]
          .filter((s) => s !== '')
          .join('; '),
        sourceId: source.id,
        page: reader.value(row, 'page'),
        line: row.line,
        order: order++,
      };
      drafts.custody.push(entry);
    }
  });
  namesAlike(drafts);
  drafts.notices.push(...takenByValue(table, mapping));
  reader.finish();
  // A hand-over that could not be read proves no hole: the rules are told where one stands.
  tellUnread(drafts, context, drafts.custody);
  return drafts;
}

/** Whether these words are those of the item, or none: letters, figures and their order alone count. */
const isSaid = (words: string, known: string): boolean => {
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return bare(words) === '' || bare(words) === bare(known);
};

interface End {
  readonly date: string;
  readonly text: string;
  readonly cell: TimeCell | null;
}

/** One end of a hand-over: its own columns, else the columns that hold for both. */
function endAt(reader: Reader, row: TableRow, end: 'released' | 'received', zone: string): End {
  const own = `${end}At`;
  const field = reader.has(own) ? own : 'time';
  const text = reader.clockText(row, field);
  const dateField = reader.has(`${end}Date`) ? `${end}Date` : 'date';
  const dateText = reader.value(row, dateField) || reader.value(row, 'date');
  const date = reader.date(dateText, row, dateField);
  const cell = reader.time(text, date, zone, field);
  if (cell && cell.written.form !== 'reading' && cell.written.form !== 'open')
    throw new BadCell(field, 'a custody form states times of its own: write 14:27, not a tie to another row');
  return { date: cell?.date ?? date, text: cell?.text ?? '', cell };
}

/** Released at 23:55 and received at 00:10 under one date: it was received the next day, and that is said. */
function pastMidnight(reader: Reader, row: TableRow, released: End, received: End): End {
  if (!released.cell || !received.cell || released.date !== received.date) return received;
  if (!ranPast(released.cell, received.cell)) return received;
  const date = nextDay(received.date);
  reader.doubt(
    row,
    `it was received before it was released on one date, so midnight was passed: received on ${date}`,
  );
  return { ...received, date };
}

const SEAL_AND_STATE =
  /^(?=\S*\d)(\S+?)(?:\s*[/,;(]\s*|\s+-\s+)((?:yes|no|[yn]|(?:not |un)?(?:intact|broken|opened|ok|good|damaged)))\)?\.?$/i;

/** The seal's number, how it was found, and the words of a seal column that hold no number. */
function sealOf(
  reader: Reader,
  row: TableRow,
): { number: string; state: NonNullable<CustodyEntry['sealState']>; words: string } {
  const whole = reader.cell(row, 'seal');
  // “S-881 / Y” under “Seal No./Intact Y/N”: the number, and how it was found.
  const both = SEAL_AND_STATE.exec(whole);
  const asks = /intact|broken|tamper|secure|condition/i.test(reader.heading('seal'));
  const found = asks || !/^(?:yes|no|[yn])$/i.test(both?.[2] ?? '') ? both : null;
  const text = found?.[1] ?? whole;
  // “A2002 (new)” is the seal A2002.
  const number = sealNumber(text).replace(/\s*\([^()\d]*\)$/, '');
  const words = number === '' && !isNone(text) ? text : '';
  const stated = reader.has('sealState')
    ? sealStateOf(reader.cell(row, 'sealState'), reader.heading('sealState'))
    : sealStateOf(found?.[2] ?? '', reader.heading('seal'));
  if (stated.doubt !== '') reader.doubt(row, stated.doubt);
  if (words === '') return { number, state: stated.value, words: '' };
  // “broken” or “intact” in the column of the number says how it was found; “tape” says nothing of it.
  const there = sealStateOf(words, reader.heading('seal'));
  return { number, state: stated.value || there.value, words: `${reader.heading('seal')}: ${words}` };
}

/** Whether each side signed; one column for the row is the receiver's, unless it names who released. */
function signatures(
  reader: Reader,
  row: TableRow,
  releasedBy: string,
  receivedBy: string,
): { released: boolean | null; received: boolean | null; words: string } {
  const of = (field: string): boolean | null =>
    reader.has(field) ? signedOf(reader.cell(row, field)) : null;
  const [released, received] = [of('releasedSigned'), of('receivedSigned')];
  if (!reader.has('signed')) return { released, received, words: '' };
  const text = reader.cell(row, 'signed');
  const who = signerOf(text);
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const words = who !== '' && !same(who, receivedBy) ? `${reader.heading('signed')}: ${who}` : '';
  if (who !== '' && same(who, releasedBy) && !same(who, receivedBy))
    return { released: released ?? true, received, words };
  return { released, received: received ?? signedOf(text), words };
}

/** At most so many names are compared with one another. */
const MOST_NAMES = 300;

/** Two spellings that may be one person are told: a break between them is no break. */
function namesAlike(drafts: Drafts): void {
  const spelled = new Map<string, string>();
  for (const e of drafts.custody)
    for (const name of [e.releasedBy, e.receivedBy])
      if (name !== '' && spelled.size < MOST_NAMES) spelled.set(name.toLowerCase(), name);
  const names = [...spelled.values()];
  const pairs = names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b) => (mayBeOneName(a, b) ? [`“${a}” and “${b}”`] : [])),
  );
  if (pairs.length > 0)
    drafts.notices.push(
      `${pairs.slice(0, 8).join(', ')}${pairs.length > 8 ? ` and ${pairs.length - 8} more pairs` : ''} may be two spellings of one name: give them one if they are.`,
    );
}
