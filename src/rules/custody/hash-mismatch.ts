import type { CustodyEntry } from '../../record/custody';
import type { Finding } from '../finding';
import type { Rule, RuleContext } from '../rule';
import { itemName, lineOf, onChain } from './chain';

export const hashMismatch: Rule = {
  id: 'hash-mismatch',
  section: 'custody',
  name: 'The hash differs',
  finds: 'A digital item whose hash differs between two entries.',
  bounds: '',
  settledBy: 'The extraction report, and a hash taken of the original today.',
  answers: 'entry, not act; an export, another method / the instrument’s log, the original’s hash',
  run,
};

const plain = (hash: string): string => hash.toLowerCase().replace(/[^0-9a-z]/g, '');

function run(context: RuleContext): Finding[] {
  const found: Finding[] = [];
  for (const [item, chain] of context.chains) {
    const hashed = chain.filter((e) => e.hash !== '');
    hashed.slice(1).forEach((after, i) => {
      const before = hashed[i] as CustodyEntry;
      const [a, b] = [plain(before.hash), plain(after.hash)];
      if (a === b) return;
      found.push(
        onChain('hash-mismatch', item, [before, after], {
          // Hashes of two methods have two lengths: they cannot be compared.
          status: a.length === b.length ? 'established' : 'arguable',
          title: `${itemName(context, item)}: the hash differs`,
          premises: [
            { says: `${lineOf(before)}: ${before.hash.slice(0, 24)}…`, row: before.id },
            { says: `${lineOf(after)}: ${after.hash.slice(0, 24)}…`, row: after.id },
            ...(a.length === b.length
              ? []
              : [{ says: 'The two are of different lengths: they may be by different methods.', row: null }]),
          ],
        }),
      );
    });
  }
  return found;
}
