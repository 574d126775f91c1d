import type { Quantity } from '../../record/custody';
import { isAnswer } from '../../record/values';
import type { TableRow } from '../formats/table';
import { type Amount, amountOf, grossAndNet, unitInHeading, unitOf } from './amounts';
import type { Reader } from './cells';

/**
 * The quantities of a row. The unit is the cell's own, else that of the column “Unit”, else the heading's; where no line
 * of the column writes one, grams are taken and said. What cannot be read is told and left out: the hand-over stands without it.
 */
export function quantitiesOf(reader: Reader, row: TableRow): Quantity[] {
  const margin = read(reader, row, 'plusMinus');
  const found: Quantity[] = [];
  const unitText = reader.value(row, 'unit').replace(SAYS, '');
  const unitSays = (SAYS.exec(reader.value(row, 'unit'))?.[1] ?? '').toLowerCase() as Amount['says'];
  const column = unitText === '' ? null : unitOf(unitText);
  if (unitText !== '' && !column) reader.doubt(row, `“${unitText}” is no unit this app knows`);
  const add = (of: Quantity['of'], amount: Amount, unit: string): void => {
    if (found.some((q) => q.of === of)) return;
    if (unit === 'gr')
      reader.doubt(
        row,
        '“gr” may be grains or grams: such weights are compared with nothing until that is clear',
      );
    const plusMinus = of === 'count' ? null : (amount.plusMinus ?? margin?.value ?? null);
    found.push({ of, value: amount.value, unit, plusMinus });
  };
  for (const field of ['amount', 'gross', 'net'])
    for (const a of grossAndNet(reader.cell(row, field)) ?? []) if (a.says !== '') add(a.says, a, a.unit);
  for (const of of ['gross', 'net'] as const) {
    const amount = read(reader, row, of);
    if (!amount) continue;
    const stated = unitFor(amount, column, reader.heading(of));
    if (stated?.measures === 'count') {
      reader.doubt(
        row,
        `“${reader.heading(of)}” is a weight, and its unit “${stated.unit}” is none: it is left out`,
      );
      continue;
    }
    if (!stated && unitText !== '') {
      reader.doubt(row, `“${reader.heading(of)}” is left out, since its unit is not known`);
      continue;
    }
    if (!stated && unitsStand(reader, of)) {
      reader.doubt(
        row,
        `no unit is written for “${reader.heading(of)}”, and other lines of its column write one: it is left out`,
      );
      continue;
    }
    if (!stated) reader.doubt(row, `no unit is written for “${reader.heading(of)}”: grams are taken`);
    add(amount.says || of, amount, stated?.unit ?? 'g');
  }
  const count = read(reader, row, 'count');
  if (count?.measures === 'weight')
    reader.doubt(
      row,
      `“${reader.heading('count')}” is a count, and its unit “${count.unit}” is a weight: it is left out`,
    );
  else if (count) add('count', count, plainCount(count.unit));
  const amount = read(reader, row, 'amount');
  if (amount) {
    const stated = unitFor(amount, column, reader.heading('amount'));
    if (stated?.measures === 'weight') {
      const says = amount.says || unitSays;
      if (says === '')
        reader.doubt(
          row,
          `“${reader.heading('amount')}” does not say gross or net: it is taken as gross weight`,
        );
      add(says || 'gross', amount, stated.unit);
    } else if (unitText !== '' && !column) {
      reader.doubt(row, `“${reader.heading('amount')}” is left out, since its unit is not known`);
    } else if (stated || Number.isInteger(amount.value)) {
      add('count', amount, plainCount(stated?.unit ?? ''));
    } else reader.doubt(row, `“${amount.value}” has no unit, and is no count: it is left out`);
  }
  return found;
}

/** `g net`, `grams (gross)`: what a cell of units says of the weighing too. */
const SAYS = /\s*\(?\b(gross|net)\b\)?(?:\s*(?:weight|wt\.?))?\s*$/i;

/** Whether some cell of a column of weights writes its unit: a bare figure beside `12.4 oz` is not plainly of grams. */
function unitsStand(reader: Reader, field: string): boolean {
  const fields = standing.get(reader) ?? new Map<string, boolean>();
  standing.set(reader, fields);
  let stand = fields.get(field);
  if (stand === undefined) {
    stand = reader.rows.some((row) => {
      const read = amountOf(reader.cell(row, field));
      return read.ok && read.amount !== null && read.amount.measures !== '';
    });
    fields.set(field, stand);
  }
  return stand;
}
const standing = new WeakMap<Reader, Map<string, boolean>>();

/** `ea` and `units` count anything; `bags` count bags. */
const plainCount = (unit: string): string =>
  /^(ea|each|units?|count|ct|pcs?|pieces?|items?)$/.test(unit) ? '' : unit;

function unitFor(
  amount: Amount,
  column: ReturnType<typeof unitOf>,
  heading: string,
): { readonly unit: string; readonly measures: 'weight' | 'count' } | null {
  if (amount.measures !== '') return { unit: amount.unit, measures: amount.measures };
  return column ?? unitInHeading(heading);
}

function read(reader: Reader, row: TableRow, field: string): Amount | null {
  const text = reader.cell(row, field);
  if (grossAndNet(text)) return null;
  const result = amountOf(text);
  if (!result.ok) {
    reader.doubt(row, `${reader.heading(field)}: ${result.why}; the rest of the line is taken without it`);
    return null;
  }
  if (!result.amount && isAnswer(text)) reader.doubt(row, `${reader.heading(field)}: “${text}” is no amount`);
  return result.amount;
}
