import { ruleOf } from '../rules';
import type { Finding } from '../rules/finding';
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
