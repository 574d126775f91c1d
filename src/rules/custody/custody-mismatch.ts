import type { CustodyEntry } from '../../record/custody';
import type { Finding } from '../finding';
import type { Rule, RuleContext } from '../rule';
import { itemName, lineOf, onChain, sameHand } from './chain';

export const custodyMismatch: Rule = {
  id: 'custody-mismatch',
  section: 'custody',
  name: 'The hands do not meet',
  finds: 'An item received by one person and next released by another, with no entry between.',
  bounds: '',
  authorities: ['fre901'],
  answer: 'Both work in the same room; a clerk signed for the other.',
  settledBy: 'Both custodians, and any entry that was left out.',
  run,
};

function run(context: RuleContext): Finding[] {
  const found: Finding[] = [];
  for (const [item, chain] of context.chains) {
    for (let i = 1; i < chain.length; i++) {
      const [before, after] = [chain[i - 1] as CustodyEntry, chain[i] as CustodyEntry];
      if (before.logId !== after.logId || before.receivedBy === '' || after.releasedBy === '') continue;
      if (sameHand(before.receivedBy, after.releasedBy)) continue;
      found.push(
        onChain('custody-mismatch', item, [before, after], {
          status: 'established',
          title: `${itemName(context, item)}: received by ${before.receivedBy}, next released by ${after.releasedBy}`,
          premises: [
            { says: `${lineOf(before)}: received by ${before.receivedBy}.`, row: before.id },
            {
              says: `${lineOf(after)}: released by ${after.releasedBy}. No entry says how it came to them.`,
              row: after.id,
            },
          ],
        }),
      );
    }
  }
  return found;
}
