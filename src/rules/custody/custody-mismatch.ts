import type { CustodyEntry } from '../../record/custody';
import type { Finding } from '../finding';
import type { Rule, RuleContext } from '../rule';
import { handsOf, itemName, lineOf, named, onChain, unreadBetween, unreadSays } from './chain';

export const custodyMismatch: Rule = {
  id: 'custody-mismatch',
  section: 'custody',
  name: 'The hands do not meet',
  finds: 'An item received by one person and next released by another, with no entry between.',
  bounds: '',
  settledBy: 'What both custodians wrote at the time, and any entry that was left out.',
  answers: 'a clerk, a slip, typed later; seals come in batches / · / both will testify',
  run,
};

/** Words of a remark that may account for it. */
const EXPLAINS =
  /\b(?:for|by|via|behalf|from|to|pick\w*|hand\w*|gave|given|pass\w*|transfer\w*|relay\w*|deliver\w*|c\/o|per|initial\w*|sign\w*)\b/i;

function run(context: RuleContext): Finding[] {
  const found: Finding[] = [];
  for (const [item, chain] of context.chains) {
    for (let i = 1; i < chain.length; i++) {
      const f = between(context, item, chain[i - 1] as CustodyEntry, chain[i] as CustodyEntry);
      if (f) found.push(f);
    }
  }
  return found;
}

function between(
  context: RuleContext,
  item: string,
  before: CustodyEntry,
  after: CustodyEntry,
): Finding | null {
  const [to, from] = [named(before.receivedBy), named(after.releasedBy)];
  if (before.logId !== after.logId || to === '' || from === '') return null;
  const hands = handsOf(to, from);
  if (hands === 'same') return null;
  const unread = unreadBetween(context, before, after);
  return onChain('custody-mismatch', item, [before, after], {
    explains: EXPLAINS,
    status: hands === 'two' && unread.length === 0 ? 'established' : 'arguable',
    title: `${itemName(context, item)}: received by ${to}, next released by ${from}`,
    premises: [
      { says: `${lineOf(before)}: received by ${to}.`, row: before.id },
      { says: `${lineOf(after)}: released by ${from}. No entry says how it came to them.`, row: after.id },
      ...(hands === 'maybe'
        ? [{ says: `“${to}” and “${from}” may be one person: ask before it is called a break.`, row: null }]
        : []),
      ...unreadSays(unread),
    ],
  });
}
