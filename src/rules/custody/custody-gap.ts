import type { CustodyEntry } from '../../record/custody';
import { roundLength } from '../../time/duration';
import type { Finding } from '../finding';
import { type Rule, type RuleContext, reasonsFor } from '../rule';
import { handsOf, itemName, lineOf, named, onChain, receivedAt, releasedAt } from './chain';

export const custodyGap: Rule = {
  id: 'custody-gap',
  section: 'custody',
  name: 'In nobody’s hands',
  finds: 'An item released at one time and received later, with nobody holding it between.',
  limit: 'handOver',
  bounds: 'from release to receipt',
  settledBy: 'The name of whoever carried it, the vehicle’s log, and the access logs of both places.',
  answers: 'locked in car or locker; policy is not law',
  hole: true,
  drawn: { label: 'in nobody’s hands' },
  run,
};

/** Two hands wrote the ends of a form kept by hand: their watches may differ by what the case allows a person's clock. */
/** Words of a remark that may account for it. */
const EXPLAINS =
  /\b(?:left|held|stor\w+|secur\w+|lock\w*|kept|carr\w+|transit|transport\w*|dr(?:ove|iving)|en ?route|overnight|safe|vault|delay\w*|clos\w+|traffic|mail\w*|ship\w*|courier|written|entered|clock|time)\b/i;

function ownWatches({ record }: RuleContext, e: CustodyEntry): boolean {
  const byHand = record.clocks.some((c) => c.id === e.clockId && c.kind === 'person');
  return byHand && handsOf(named(e.releasedBy), named(e.receivedBy)) !== 'same';
}

function run(context: RuleContext): Finding[] {
  const { solved, record } = context;
  const found: Finding[] = [];
  for (const [item, chain] of context.chains) {
    for (const entry of chain) {
      const [from, to] = [releasedAt(entry), receivedAt(entry)];
      if (!solved.placed(from) || !solved.placed(to)) continue;
      const bounds = solved.bounds(from, to);
      const { handOver, personClock } = record.case.policies;
      if (bounds.max <= handOver) continue;
      const apart = ownWatches(context, entry) ? personClock : 0;
      found.push(
        onChain('custody-gap', item, [entry], {
          explains: EXPLAINS,
          status: bounds.min > handOver + apart ? 'established' : 'arguable',
          title: `${itemName(context, item)} in nobody’s hands`,
          measures: `from release by ${entry.releasedBy || 'nobody named'} to receipt by ${entry.receivedBy || 'nobody named'}`,
          quantity: { from, to, bounds },
          premises: [
            {
              says: `Released by ${entry.releasedBy || 'nobody named'} at ${entry.releasedDate} ${entry.releasedAt}, ${lineOf(entry)}.`,
              row: entry.id,
            },
            {
              says: `Received by ${entry.receivedBy || 'nobody named'} at ${entry.receivedDate} ${entry.receivedAt}, ${lineOf(entry)}.`,
              row: entry.id,
            },
            ...(apart > 0
              ? [
                  {
                    says: `Two people wrote these times, each by a watch of their own, and the two watches may differ by up to ${roundLength(apart)}. The length above is as the form has it; it is called shown only where it is longer than ${roundLength(handOver + apart)}.`,
                    row: null,
                  },
                ]
              : []),
          ],
          restsOn: reasonsFor(solved, [[from, to]]),
        }),
      );
    }
  }
  return found;
}
