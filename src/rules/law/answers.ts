import type { Rule } from '../rule';
import { AUTHORITIES, type AuthorityId } from './authorities';

/** What the State answers, layer by layer: no violation, no link, no exclusion. A layer that nothing fills is empty. */
export interface Answers {
  readonly noViolation: string;
  readonly noLink: string;
  readonly noExclusion: string;
}

/** What it answers to every finding of a section, where the rule's own line leaves a layer out. */
const COMMON: Readonly<Record<string, Omit<Answers, 'noViolation'>>> = {
  stop: {
    noLink: 'it had a source of its own',
    noExclusion:
      'it would have been found anyway (nix, tow); precedent of that day (davis); not his to complain of',
  },
  custody: {
    noLink: 'seal, photograph, description agree',
    noExclusion: 'weight; regularity is presumed',
  },
};

/** Ids in brackets as the short names that running text uses: `(nix, tow)` reads `(Nix, tow)`. */
const named = (s: string): string =>
  s.replace(/\(([^)]*)\)/g, (_, list: string) => {
    const words = list.split(', ').map((w) => AUTHORITIES[w as AuthorityId]?.short ?? w);
    return `(${words.join(', ')})`;
  });

/** What the State will say to findings of this rule: its own line, and what is common to its section. It stands on the screen and in no exhibit. */
export function answersOf(rule: Pick<Rule, 'section' | 'answers'>): Answers {
  const common = COMMON[rule.section === 'search' ? 'stop' : rule.section];
  const [noViolation = '', noLink = '·', noExclusion = '·'] = rule.answers.split(' / ');
  const own = (layer: string, shared: string | undefined): string =>
    named(layer === '·' ? (shared ?? '') : layer);
  return {
    noViolation: named(noViolation),
    noLink: own(noLink, common?.noLink),
    noExclusion: own(noExclusion, common?.noExclusion),
  };
}
