import type { Finding } from '../rules/finding';
import type { Word } from './glossary';
import { LABELS } from './label';

const SAYS: Readonly<Record<Finding['status'], string>> = {
  established: 'The record, with the assumptions listed, proves this.',
  arguable: 'The record allows this and does not decide it.',
  foreclosed: 'By the times in the record this did not happen.',
};

/** What a status says, read aloud: of the clock, never of the law. @param section that of its rule */
export function statusSays(status: Finding['status'], section: string): string {
  const whose =
    section === 'stop' || section === 'search'
      ? 'Whether it violates anything is for the court.'
      : 'What it weighs is for the finder of fact.';
  return `${SAYS[status]} ${whose}`;
}

/** Both marks of a finding in a few words; what is ruled out has one. */
export const marksOf = (f: Pick<Finding, 'status' | 'standing'>): string => wordsOf(f).join(', ');

/** The words of both marks, each to be explained where it stands. */
export const wordsOf = (f: Pick<Finding, 'status' | 'standing'>): readonly Word[] =>
  f.status === 'foreclosed' ? [LABELS[f.status]] : [LABELS[f.status], f.standing];

/**
 * `9 findings shown by the record, 4 of them uncontested`: what leads a motion, counted.
 * @param waits those that turn on a limit nobody chose: they are not counted among them, and said
 */
export function establishedIn<F extends Pick<Finding, 'status' | 'standing'>>(
  findings: readonly F[],
  waits: ReadonlySet<F> = new Set(),
): string {
  const all = findings.filter((f) => f.status === 'established' && !waits.has(f));
  const more =
    waits.size === 0
      ? ''
      : `; ${waits.size} more ${waits.size === 1 ? 'turns' : 'turn'} on a limit that nobody chose`;
  const free = all.filter((f) => f.standing === 'uncontested').length;
  const n = all.length;
  return `${n} ${n === 1 ? 'finding' : 'findings'} shown by the record${n === 0 ? '' : n === 1 ? `, ${free === 1 ? 'un' : ''}contested` : `, ${free === n ? 'all' : free === 0 ? 'none' : free} of them uncontested`}${more}`;
}
