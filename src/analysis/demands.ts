import type { CaseRecord } from '../record/record';
import { RULES, ruleOf } from '../rules';
import type { Finding } from '../rules/finding';
import { printBounds } from '../time/duration';
import type { Analysis } from './analyze';
import { citesOf } from './report';

/** Something worth asking the other side for, with what in the record shows it. */
export interface Candidate {
  /** Key of the finding. */
  readonly about: string;
  readonly asks: string;
  readonly why: string;
  readonly mentioned: string;
  /** The record shows a hole, or mentions what nobody produced; where not, it would settle a question. */
  readonly hole: boolean;
}

const MOST = 60;

/** What the holes of the record, its contradictions and its undecided findings call for, the holes first; each once. */
export function demandCandidates(record: CaseRecord, analysis: Analysis): Candidate[] {
  const holes = RULES.flatMap((r) => (r.hole ? [r.id] : []));
  const rank = (f: Finding): number => (holes.includes(f.rule) ? holes.indexOf(f.rule) : holes.length);
  const wanted = analysis.findings.filter(
    (f) => f.status === 'arguable' || (f.status === 'established' && holes.includes(f.rule)),
  );
  const seen = new Set<string>();
  return [...wanted]
    .sort((a, b) => rank(a) - rank(b))
    .map((f) => ({
      about: f.key,
      asks: `${f.title}: ${ruleOf(f.rule).settledBy.slice(0, 1).toLowerCase()}${ruleOf(f.rule).settledBy.slice(1)}`,
      why: [
        f.bounds ? `${printBounds(f.bounds)} ${f.measures}`.trim() : '',
        // What the record holds for the State is no reason that it is told.
        ...f.premises.filter((p) => p.side !== 'state').map((p) => p.says.replace(/\.$/, '')),
      ]
        .filter(Boolean)
        .slice(0, 3)
        .join('. '),
      mentioned: citesOf(record, f.subjects).slice(0, 4).join('; '),
      hole: holes.includes(f.rule),
    }))
    .filter((c) => !seen.has(c.asks + c.mentioned) && seen.add(c.asks + c.mentioned))
    .slice(0, MOST);
}
