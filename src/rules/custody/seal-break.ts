import type { CustodyEntry } from '../../record/custody';
import type { EventRow } from '../../record/event';
import { sealNumber } from '../../record/values';
import type { Finding, Status } from '../finding';
import { endOf, type Rule, type RuleContext, startOf } from '../rule';
import {
  isLaboratory,
  isOf,
  itemName,
  lineOf,
  onChain,
  receivedAt,
  unreadBetween,
  unreadSays,
} from './chain';

export const sealBreak: Rule = {
  id: 'seal-break',
  section: 'custody',
  name: 'The seal changed',
  finds: 'A seal whose number changes, or that is found broken, outside an opening that the record tells of.',
  bounds: '',
  settledBy: 'The laboratory’s intake notes and photographs of both seals.',
  answers: 'opened to test; gross is not net, scales estimate, moisture',
  run,
};

/** Purposes for which a package is opened. */
const OPENS =
  /\b(open|opened|opening|test|tests|testing|analy[sz]e|analysis|exam|examination|lab|laboratory|sampl|weigh|weighing|inventory|reseal|resealed|repackag|court|trial|view)/i;

/** Whether an entry itself says that the package was opened. */
export const opens = (e: CustodyEntry): boolean => OPENS.test(e.purpose ?? '') || OPENS.test(e.note);

/** Tests of this item by a laboratory. */
export const testsOf = (context: RuleContext, item: string): EventRow[] =>
  context.ofKind('lab-test').filter(isOf(context, item));

const same = (a: string, b: string): boolean =>
  a.toLowerCase().replace(/[^a-z0-9]/g, '') === b.toLowerCase().replace(/[^a-z0-9]/g, '');

function run(context: RuleContext): Finding[] {
  const found: Finding[] = [];
  for (const [item, chain] of context.chains) {
    const name = itemName(context, item);
    const sealed = chain.filter((e) => sealNumber(e.seal) !== '');
    sealed.slice(1).forEach((after, i) => {
      const before = sealed[i] as CustodyEntry;
      if (same(before.seal, after.seal) || before.logId !== after.logId) return;
      const between = chain.slice(chain.indexOf(before), chain.indexOf(after) + 1);
      const status = statusBetween(context, item, between, before, after);
      found.push(
        onChain('seal-break', item, [before, after], {
          status,
          title: `${name}: seal ${before.seal} becomes ${after.seal}`,
          premises: [
            { says: `${lineOf(before)}: seal ${before.seal}.`, row: before.id },
            { says: `${lineOf(after)}: seal ${after.seal}.`, row: after.id },
            {
              says:
                status === 'established'
                  ? 'No entry in between tells of an opening.'
                  : 'An opening in between may explain it.',
              row: null,
            },
            ...unreadSays(unreadBetween(context, before, after)),
          ],
        }),
      );
    });
    chain.forEach((e, i) => {
      if (e.sealState !== 'broken') return;
      const earlier = chain.slice(Math.max(0, i - 1), i + 1);
      const status = statusBetween(context, item, earlier, chain[i - 1] ?? null, e, true);
      found.push(
        onChain('seal-break', item, [e], {
          status,
          title: `${name}: the seal was found broken`,
          detail: 'broken',
          premises: [
            { says: `${lineOf(e)}: the seal is found broken.`, row: e.id },
            {
              says:
                status === 'established'
                  ? 'No entry tells of an opening before that.'
                  : 'An opening before that may explain it.',
              row: null,
            },
            ...unreadSays(unreadBetween(context, chain[i - 1] ?? null, e)),
          ],
        }),
      );
    });
  }
  return found;
}

/**
 * foreclosed where an entry before the last says that it was opened; arguable where only the last does, a laboratory had
 * it, or a test of the item may lie in between. A seal found broken was found so on receipt: what the last entry is for explains nothing.
 */
function statusBetween(
  context: RuleContext,
  item: string,
  entries: readonly CustodyEntry[],
  before: CustodyEntry | null,
  after: CustodyEntry,
  found = false,
): Status {
  if (entries.slice(0, -1).some(opens)) return 'foreclosed';
  if (entries.slice(0, -1).some((e) => isLaboratory(e.receivedBy))) return 'arguable';
  if (!found && (opens(after) || isLaboratory(after.receivedBy))) return 'arguable';
  if (unreadBetween(context, before, after).length > 0) return 'arguable';
  const { solved } = context;
  const maybe = testsOf(context, item).some(
    (t) =>
      (!before || solved.mayBefore(receivedAt(before), endOf(t))) &&
      solved.mayBefore(startOf(t), receivedAt(after)),
  );
  return maybe ? 'arguable' : 'established';
}
