import type { Case } from '../../record/case';
import type { Finding, Premise } from '../finding';
import type { Rule } from '../rule';
import { AUTHORITIES, type AuthorityId } from './authorities';
import { type Law, lawFor } from './standing';

const AGAINST = 'Against us and binding here: ';

/**
 * Law against us of the case’s own circuit or state contests a finding of the stop, the search or the sources. That of the
 * Supreme Court, which binds everywhere, stands first in every list of law; it contests no finding by itself, or none would
 * ever be uncontested.
 */
export function contestedByLaw(rule: Rule, of: Case, findings: readonly Finding[]): Finding[] {
  if (findings.length === 0 || of.choices.forum === '' || rule.section === 'custody') return [...findings];
  const adverse = lawFor(rule, of).filter((l) => l.standing === 'against us here' && courtOf(l, of) !== 'us');
  if (adverse.length === 0) return [...findings];
  const premises: Premise[] = adverse.map((l) => ({
    says: `${AGAINST}${l.cite}. ${l.holding}`,
    row: null,
    side: 'state',
  }));
  return findings.map((f) =>
    f.status === 'foreclosed' ? f : { ...f, standing: 'contested', premises: [...f.premises, ...premises] },
  );
}

/** Whether a premise is law and no entry: it stands on no paper among the facts. */
export const isLaw = (p: Premise): boolean => p.says.startsWith(AGAINST);

const courtOf = (l: Law, of: Case): string =>
  l.own ? (of.law.find((a) => a.id === l.id)?.court ?? '') : AUTHORITIES[l.id as AuthorityId].court;
