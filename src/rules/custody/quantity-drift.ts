import type { CustodyEntry, Quantity } from '../../record/custody';
import type { Finding, Status } from '../finding';
import type { Rule, RuleContext } from '../rule';
import { itemName, lineOf, onChain, unreadBetween, unreadSays } from './chain';
import { opens, testsOf } from './seal-break';

export const quantityDrift: Rule = {
  id: 'quantity-drift',
  section: 'custody',
  name: 'The quantity changed',
  finds:
    'Gross weight, net weight or count that differs between two entries by more than the scales’ stated uncertainty, and not by what a laboratory consumed.',
  bounds: 'the difference, with its uncertainty',
  settledBy: 'Calibration records of both scales, the laboratory’s consumption note, and photographs.',
  answers: 'opened to test; gross is not net, scales estimate, moisture',
  run,
};

const GRAMS: Readonly<Record<string, number>> = {
  g: 1,
  mg: 0.001,
  kg: 1000,
  oz: 28.349_523_125,
  lb: 453.592_37,
};

const SPELLINGS: Readonly<Record<string, string>> = {
  gram: 'g',
  gm: 'g',
  milligram: 'mg',
  kilogram: 'kg',
  kilo: 'kg',
  ounce: 'oz',
  pound: 'lb',
};

/** The unit of an amount in one spelling. `gr` may be grains or grams, and stays what it is. */
const plainUnit = (unit: string): string => {
  const u = unit
    .trim()
    .toLowerCase()
    .replace(/s?\.?$/, '');
  return SPELLINGS[u] ?? u;
};

interface Amount {
  /** What it may be compared with: weights with weights, `bags` with bags. */
  readonly measure: string;
  /** In g, or as a count. */
  readonly value: number;
  readonly plusMinus: number | null;
  /** Half of the last digit written: what rounding hides. */
  readonly rounding: number;
}

/** An amount to be compared; null in a unit that this app does not know. */
/** Words of a remark that may account for it. */
const EXPLAINS =
  /\b(?:consum\w+|used|analy\w+|test\w*|sampl\w+|residue|weigh\w*|packag\w*|repackag\w*|bag\w*|gross|net|tare|moist\w*|dry|dried|wet|scale\w*|split|remov\w+|destroy\w*|portion\w*)\b/i;

function amountOf(q: Quantity): Amount | null {
  const decimals = String(q.value).split('.')[1]?.length ?? 0;
  if (q.of === 'count') return { measure: plainUnit(q.unit), value: q.value, plusMinus: 0, rounding: 0 };
  const factor = GRAMS[plainUnit(q.unit)];
  if (factor === undefined) return null;
  return {
    measure: 'g',
    value: q.value * factor,
    plusMinus: q.plusMinus === null ? null : q.plusMinus * factor,
    rounding: 0.5 * 10 ** -decimals * factor,
  };
}

function run(context: RuleContext): Finding[] {
  const found: Finding[] = [];
  for (const [item, chain] of context.chains) {
    for (const of of ['gross', 'net', 'count'] as const) {
      const with_ = chain.flatMap((e) => {
        const q = e.quantities.find((x) => x.of === of);
        const amount = q ? amountOf(q) : null;
        return q && amount ? [{ e, q, amount }] : [];
      });
      with_.slice(1).forEach((after, i) => {
        const before = with_.slice(0, i + 1).findLast((w) => w.amount.measure === after.amount.measure);
        const f = before && judge(context, item, chain, before, after);
        if (f) found.push(f);
      });
    }
  }
  return found;
}

interface Weighed {
  readonly e: CustodyEntry;
  readonly q: Quantity;
  readonly amount: Amount;
}

/** Numbers are compared to a ten-thousandth of a gram: what is written is decimal, what is computed is not. */
const EPSILON = 1e-7;

function judge(
  context: RuleContext,
  item: string,
  chain: readonly CustodyEntry[],
  before: Weighed,
  after: Weighed,
): Finding | null {
  const difference = after.amount.value - before.amount.value;
  const [a, b] = [before.amount.plusMinus, after.amount.plusMinus];
  const known = a !== null && b !== null;
  // Where a scale's uncertainty is not stated, or the units differ, what is written is good to its last digit at most.
  const rounded = (w: Weighed, stated: number | null): number =>
    stated === null || plainUnit(before.q.unit) !== plainUnit(after.q.unit)
      ? (stated ?? 0) + w.amount.rounding
      : stated;
  const slack = rounded(before, a) + rounded(after, b);
  if (Math.abs(difference) <= slack + EPSILON) return null;
  const between = chain.slice(chain.indexOf(before.e), chain.indexOf(after.e) + 1);
  // A laboratory takes a little, after it has received and weighed it, and adds nothing; a count on its line may be of what it tested.
  const opened =
    before.q.of === 'count'
      ? between.some(opens)
      : between.slice(0, -1).some(opens) || testsOf(context, item).length > 0;
  const consumed = difference < 0 && opened;
  const unread = unreadBetween(context, before.e, after.e);
  const status: Status = known && !consumed && unread.length === 0 ? 'established' : 'arguable';
  const unit = before.q.of !== 'count' ? ' g' : before.q.unit === '' ? '' : ` ${before.q.unit}`;
  const show = (x: number): string => `${Math.abs(Math.round(x * 1000) / 1000)}${unit}`;
  const text = (w: Weighed): string =>
    `${w.q.of} ${w.q.value}${w.q.unit ? ` ${w.q.unit}` : ''}${w.q.plusMinus === null ? '' : ` ± ${w.q.plusMinus}`}`;
  return onChain('quantity-drift', item, [before.e, after.e], {
    explains: EXPLAINS,
    remarksOf: between,
    status,
    detail: before.q.of,
    title: `${itemName(context, item)}: ${show(difference)} ${difference < 0 ? 'less' : 'more'} (${before.q.of})`,
    premises: [
      { says: `${lineOf(before.e)}: ${text(before)}.`, row: before.e.id },
      { says: `${lineOf(after.e)}: ${text(after)}.`, row: after.e.id },
      known
        ? {
            says:
              slack > 0 ? `The scales account for ${show(slack)} at most.` : 'A count has no uncertainty.',
            row: null,
          }
        : { says: 'No uncertainty of the scales is stated: ask for their calibration.', row: null },
      ...(consumed
        ? [
            {
              says:
                before.q.of === 'count'
                  ? 'The line may count only what was tested: ask.'
                  : 'The package was opened or tested in between: ask how much was consumed.',
              row: null,
            },
          ]
        : []),
      ...unreadSays(unread),
    ],
  });
}
