import { ruleOf } from '../../rules';
import type { Finding } from '../../rules/finding';
import type { CaseView } from '../../ui/case-view';
import { StatusMark } from '../../ui/FindingDetails';
import { StateSays } from '../../ui/FindingLaw';
import { Table } from '../../ui/Table';
import { otherSide } from '../../words/label';
import css from './findings.module.css';
import type { Plans } from './plans';
import { planWord } from './WorkProduct';

/** What the State would have to do to answer each finding, in the order planned: whom to call, and what to find. */
export function Leverage({
  findings,
  view,
  plans,
}: {
  findings: readonly Finding[];
  view: CaseView;
  plans: Plans;
}) {
  const order = (f: Finding): number => plans.plan.get(f.key)?.order || Number.POSITIVE_INFINITY;
  const list = findings
    .filter((f) => f.status !== 'foreclosed' && !plans.plan.get(f.key)?.dismissed)
    .map((f, i) => ({ f, i }))
    .sort((a, b) => order(a.f) - order(b.f) || a.i - b.i)
    .map(({ f }) => f);
  if (list.length === 0) return <p>No finding is to be answered.</p>;
  return (
    <>
      <p className="cite">
        Work product. To answer each of these {otherSide(view.record.case)} needs what stands beside it.
        Dismissed findings are left out; the order is yours.
      </p>
      <Table
        label={`What ${otherSide(view.record.case)} would have to do`}
        className={`minutes ${css['leverage']}`}
        rows={list}
        keyOf={(f) => f.key}
        columns={[
          { head: '#', cell: (f) => view.analysis.findings.indexOf(f) + 1 },
          {
            head: 'Finding',
            cell: (f) => (
              <>
                <strong>{f.title}</strong>
                <br />
                <StatusMark finding={f} />
              </>
            ),
          },
          { head: 'Its answer', cell: (f) => <StateSays rule={f.rule} /> },
          { head: 'Witnesses', cell: (f) => witnessesOf(f, view).join(', ') || '—' },
          { head: 'Records', cell: (f) => ruleOf(f.rule).settledBy },
          { head: 'Plan', cell: (f) => planned(plans, f) },
        ]}
      />
    </>
  );
}

function planned(plans: Plans, f: Finding): string {
  const plan = plans.plan.get(f.key);
  if (!plan) return '';
  return [plan.strength, plan.plan === 'undecided' ? '' : planWord(plan.plan), plan.by]
    .filter(Boolean)
    .join(', ');
}

/** Everybody who acts in the entries that a finding rests on. */
function witnessesOf(f: Finding, view: CaseView): string[] {
  const rows = new Set([...f.subjects, ...f.premises.flatMap((p) => p.row ?? [])]);
  const names = new Set<string>();
  for (const e of view.record.events)
    if (rows.has(e.id) && e.actor !== '' && e.actor !== 'annotator') names.add(e.actor);
  for (const c of view.record.custody) {
    if (!rows.has(c.id)) continue;
    for (const n of [c.releasedBy, c.receivedBy]) if (n !== '') names.add(n);
  }
  return [...names];
}
