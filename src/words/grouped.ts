import type { Case } from '../record/case';
import { ruleOf } from '../rules';
import type { Finding } from '../rules/finding';
import type { Limit } from '../rules/rule';
import { limitChosen } from '../rules/settings';
import { capital } from './label';

/** One line of a list: a finding, or all those of one rule. */
export interface Line {
  /** What the line says where it stands for several: `In nobody’s hands: 14 findings`; empty for one. */
  readonly says: string;
  /** Those of one rule, the largest first. */
  readonly findings: readonly Finding[];
}

/** So many findings of one rule stand in a list by themselves; more are one line. */
const FEW = 2;

/** Without the item that it is about: `Item 3 (powder) in nobody’s hands` to `in nobody’s hands`. */
const common = (title: string): string => title.replace(/^Item \S+( \([^)]*\))?:? /, '');

/** What several findings of one rule are called together: what their titles share, else what the rule is called. */
function called(findings: readonly Finding[]): string {
  const first = common(findings[0]?.title ?? '');
  if (findings.every((f) => common(f.title) === first)) return capital(first);
  return ruleOf(findings[0]?.rule ?? '').name;
}

const size = (f: Finding): number => (f.bounds && Number.isFinite(f.bounds.min) ? f.bounds.min : 0);

/** Findings as they are listed: one line a rule where it found more than a few, in the order in which the first of each stands. */
export function grouped(findings: readonly Finding[]): Line[] {
  const byRule = new Map<string, Finding[]>();
  for (const f of findings) {
    const list = byRule.get(f.rule);
    if (list) list.push(f);
    else byRule.set(f.rule, [f]);
  }
  return [...byRule.values()].flatMap((list): Line[] =>
    list.length <= FEW
      ? list.map((f) => ({ says: '', findings: [f] }))
      : [
          {
            says: `${called(list)}: ${list.length} findings`,
            findings: [...list].sort((a, b) => size(b) - size(a)),
          },
        ],
  );
}

/** The limit that a finding turns on and that nobody chose yet; null where there is none. */
export function limitOf(f: Finding, of: Case): Limit | null {
  const { limit } = ruleOf(f.rule);
  const own = typeof limit === 'function' ? limit(f) : limit;
  return own && !limitChosen(of, own) ? own : null;
}

/** Findings of a list that wait for a limit, by the limit: of a rule that found more than a few by one that nobody chose. */
export function waiting(findings: readonly Finding[], of: Case): Map<Limit, Finding[]> {
  const byRule = new Map<string, number>();
  for (const f of findings) byRule.set(f.rule, (byRule.get(f.rule) ?? 0) + 1);
  const all = new Map<Limit, Finding[]>();
  for (const f of findings) {
    const limit = (byRule.get(f.rule) ?? 0) > FEW ? limitOf(f, of) : null;
    if (limit) all.set(limit, [...(all.get(limit) ?? []), f]);
  }
  return all;
}
