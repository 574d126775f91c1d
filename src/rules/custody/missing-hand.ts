import type { CustodyEntry } from '../../record/custody';
import { isNone } from '../../record/values';
import type { Finding } from '../finding';
import type { Rule, RuleContext } from '../rule';
import { handOver, itemName, lineOf, named, onChain } from './chain';

export const missingHand: Rule = {
  id: 'missing-hand',
  section: 'custody',
  name: 'A hand-over is incomplete',
  finds: 'A transfer without a signature, a purpose, or one of its two ends.',
  bounds: '',
  settledBy: 'The form itself, both sides, and the name of whoever handled the item there.',
  answers: 'a clerk, a slip, typed later; seals come in batches / · / both will testify',
  hole: true,
  run,
};

function run(context: RuleContext): Finding[] {
  const found: Finding[] = [];
  for (const [item, chain] of context.chains) {
    chain.forEach((entry, i) => {
      const missing = missingOf(entry, i === 0);
      if (missing.length === 0) return;
      found.push(
        onChain('missing-hand', item, [entry], {
          status: 'established',
          title: `${itemName(context, item)}, ${handOver(entry)}: ${missing.join(', ')} missing`,
          premises: [
            { says: `${lineOf(entry)} (${handOver(entry)}) has no ${missing.join(', no ')}.`, row: entry.id },
          ],
        }),
      );
    });
  }
  return found;
}

/** What the entry ought to have and has not; the first entry of a chain is a collection and has nobody who released. */
function missingOf(e: CustodyEntry, first: boolean): string[] {
  const missing: string[] = [];
  const [from, to] = [named(e.releasedBy), named(e.receivedBy)];
  if (!first && from === '') missing.push('person who released');
  if (!first && from !== '' && e.releasedAt === '') missing.push('time of release');
  if (to === '') missing.push('person who received');
  if (to !== '' && e.receivedAt === '') missing.push('time of receipt');
  if (!first && e.releasedSigned === false) missing.push('signature of release');
  if (e.receivedSigned === false) missing.push('signature of receipt');
  if (e.purpose !== null && isNone(e.purpose)) missing.push('purpose');
  return missing;
}
