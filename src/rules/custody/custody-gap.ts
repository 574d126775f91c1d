import type { Finding } from '../finding';
import { statusOf } from '../finding';
import { type Rule, type RuleContext, reasonsFor } from '../rule';
import { itemName, lineOf, onChain, receivedAt, releasedAt } from './chain';

export const custodyGap: Rule = {
  id: 'custody-gap',
  section: 'custody',
  name: 'In nobody’s hands',
  finds: 'An item released at one time and received later, with nobody holding it between.',
  bounds: 'from release to receipt',
  settledBy: 'Whoever carried it, the vehicle’s log, and the access logs of both places.',
  run,
};

function run(context: RuleContext): Finding[] {
  const { solved, record } = context;
  const found: Finding[] = [];
  for (const [item, chain] of context.chains) {
    for (const entry of chain) {
      const [from, to] = [releasedAt(entry), receivedAt(entry)];
      if (entry.releasedAt === '' || entry.receivedAt === '' || !solved.placed(from) || !solved.placed(to))
        continue;
      const bounds = solved.bounds(from, to);
      if (bounds.max <= record.case.policies.handOver) continue;
      found.push(
        onChain('custody-gap', item, [entry], {
          status: statusOf(bounds, record.case.policies.handOver),
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
          ],
          restsOn: reasonsFor(solved, [[from, to]]),
        }),
      );
    }
  }
  return found;
}
