import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import type { Withheld } from '../../exhibits/withheld';
import { boundFindings } from '../../exhibits/withheld';
import type { ExhibitPlan } from '../../record/paper';
import { ruleOf } from '../../rules';
import { forTheState } from '../../rules/finding';
import { VERIFY } from '../../rules/law/authorities';
import { isLaw } from '../../rules/law/contest';
import { ADVERSE, type Law, lawFor } from '../../rules/law/standing';
import type { CaseView } from '../../ui/case-view';
import { otherSide } from '../../words/label';

interface Props {
  readonly view: CaseView;
  readonly findings: ExhibitPlan['findings'];
  readonly despite: ExhibitPlan['despite'];
  readonly meets: ExhibitPlan['meets'];
  readonly withheld: Withheld;
  readonly onChange: (patch: Partial<ExhibitPlan>) => void;
}

const NONE: string[] = [];

/**
 * What the drafter must know and no paper says: what the plan keeps back, law against her that binds, and what will be answered.
 * It hangs on what is chosen: a letter typed in the title draws none of it anew.
 */
export const Drafter = memo(function Drafter({
  view,
  findings,
  despite: byName = NONE,
  meets = NONE,
  withheld,
  onChange,
}: Props) {
  const { shown, keptBack, despite } = boundFindings({ findings, despite: byName }, withheld);
  const known = new Map(view.analysis.findings.map((f) => [f.key, f]));
  const find = (key: string) => known.get(key);
  const title = (key: string): string => find(key)?.title ?? 'a finding that is gone';
  const law = new Map<string, Law>();
  for (const key of shown) {
    const f = find(key);
    if (!f) continue;
    for (const l of lawFor(ruleOf(f.rule), view.record.case))
      if (l.standing === 'against us here' && l.paper) law.set(l.id, l);
  }
  const answers = shown.flatMap((key) => {
    const f = find(key);
    return f
      ? forTheState(f)
          .filter((p) => !isLaw(p))
          .map((p) => ({ key: `${key} ${p.row} ${p.says}`, title: f.title, says: p.says }))
      : [];
  });
  return (
    <section aria-label="For the drafter" className="work no-print">
      {keptBack.length > 0 && (
        <div className="bad" role="status">
          Kept back by your plan, and in none of this:
          <ul>
            {keptBack.map((key) => (
              <li key={key}>
                {title(key)} ({withheld.get(key)}){' '}
                <button
                  type="button"
                  className="cite-link"
                  onClick={() => onChange({ despite: [...byName, key] })}
                >
                  take it in by name
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {despite.length > 0 && (
        <div className="bad" role="alert">
          Your plan keeps these back, and you have taken them in by name; they will leave:
          <ul>
            {despite.map((key) => (
              <li key={key}>
                {title(key)} ({withheld.get(key)}){' '}
                <button
                  type="button"
                  className="cite-link"
                  onClick={() => onChange({ despite: byName.filter((k) => k !== key) })}
                >
                  keep it back
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <details>
        <summary>
          For you, and in no paper: {law.size} against you that {law.size === 1 ? 'binds' : 'bind'} here,{' '}
          {answers.length} in the record for {otherSide(view.record.case)}
        </summary>
        {law.size > 0 && <p>{ADVERSE} Tick what the argument is to meet; only that goes in.</p>}
        {[...law.values()].map((l) => (
          <Checkbox
            key={l.id}
            size="xs"
            label={`${l.cite}: ${l.holding}`}
            checked={meets.includes(l.id)}
            onChange={(e) =>
              onChange({
                meets: e.currentTarget.checked ? [...meets, l.id] : meets.filter((id) => id !== l.id),
              })
            }
          />
        ))}
        <ul>
          {answers.map((a) => (
            <li key={a.key}>
              {a.title}: {a.says}
            </li>
          ))}
        </ul>
        <p className="cite">{VERIFY}</p>
      </details>
    </section>
  );
});
