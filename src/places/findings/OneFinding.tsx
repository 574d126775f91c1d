import { Badge } from '@mantine/core';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { addRequest } from '../../actions/findings';
import { changedSince, ReadSchema, readOf } from '../../analysis/changed-since';
import { ruleOf } from '../../rules';
import type { Finding } from '../../rules/finding';
import { keep, recall } from '../../store/commands';
import { db } from '../../store/open';
import { printBounds } from '../../time/duration';
import type { CaseView } from '../../ui/case-view';
import { BoundsMark, Premises, Quantities, RestsOn, StatusMark } from '../../ui/FindingDetails';
import { FindingLaw, StateSays } from '../../ui/FindingLaw';
import { Examined, HeadlineProof } from '../../ui/Proofs';
import { run } from '../../ui/run';
import { Term } from '../../ui/Term';
import { capital, otherSide } from '../../words/label';
import { statusSays } from '../../words/status';
import css from './findings.module.css';
import type { Plans } from './plans';
import { planWord, WorkProduct } from './WorkProduct';

interface Props {
  readonly finding: Finding;
  readonly number: number;
  readonly view: CaseView;
  readonly plans: Plans;
  readonly open: boolean;
  readonly onRow: (id: string) => void;
}

/** A finding in one line; opened, its bounds, proof, premises, authority and answer, and the attorney's own part beside them. */
export function OneFinding({ finding, number, view, plans, open, onRow }: Props) {
  const [isOpen, setOpen] = useState(open);
  const plan = plans.plan.get(finding.key);
  const changes = useChanges(view.record.case.id, finding, isOpen);
  return (
    <details className={css['finding-row']} open={isOpen} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary style={plan?.dismissed ? { opacity: 0.6 } : undefined}>
        <span className="number">{number}</span>
        <span>
          <strong>{finding.title}</strong>
          {finding.bounds && (
            <span className="cite">
              {' '}
              {printBounds(finding.bounds)} {finding.measures}
            </span>
          )}
          {changes.length > 0 && (
            <Badge size="sm" variant="outline" color="gray" ml={8}>
              changed
            </Badge>
          )}
          {plan && (plan.dismissed !== '' || plan.strength !== '' || plan.plan !== 'undecided') && (
            <span className={css['work-mark']}>
              {plan.dismissed !== ''
                ? `dismissed: ${plan.dismissed}`
                : [plan.strength, plan.plan === 'undecided' ? '' : planWord(plan.plan).toLowerCase(), plan.by]
                    .filter(Boolean)
                    .join(', ')}
            </span>
          )}
        </span>
        <StatusMark finding={finding} />
      </summary>
      {isOpen && (
        <div className={css['finding-body']}>
          <div>
            {changes.length > 0 && (
              <div className={css['changed']} role="note">
                <div className="overline">Since you last read it</div>
                <ul className="premises">
                  {changes.map((c) => (
                    <li key={c}>{c}</li>
                  ))}
                </ul>
              </div>
            )}
            <div style={{ marginTop: 14 }}>
              <BoundsMark finding={finding} />
            </div>
            <p className="cite">{statusSays(finding.status, ruleOf(finding.rule).section)}</p>
            <p className="cite">Looked for: {ruleOf(finding.rule).finds}</p>
            <div className="overline">From the record</div>
            <Premises finding={finding} view={view} onRow={onRow} />
            {finding.quantities.length > 0 && (
              <>
                <div className="overline">Every interval</div>
                <Quantities finding={finding} view={view} />
                <div className="overline">
                  <Term of="proof">Proof</Term>
                </div>
                <HeadlineProof finding={finding} view={view} onRow={onRow} />
                <RestsOn finding={finding} view={view} />
              </>
            )}
          </div>
          <div>
            {finding.quantities.length > 0 && (
              <Examined
                finding={finding}
                view={view}
                onRequest={(text) => void run(addRequest(view.record.case.id, text, Date.now()))}
              />
            )}
            <div className="overline">{capital(otherSide(view.record.case))} will say</div>
            <StateSays rule={finding.rule} />
            <div className="overline">Records that would settle it</div>
            <p style={{ margin: 0, fontSize: 13 }}>{ruleOf(finding.rule).settledBy}</p>
            <div className="overline">Law</div>
            <FindingLaw finding={finding} view={view} />
            <WorkProduct key={finding.key} caseId={view.record.case.id} about={finding.key} plans={plans} />
          </div>
        </div>
      )}
    </details>
  );
}

/** What changed since the finding was last read here; once it is opened, it is read as it stands when it is closed again. */
function useChanges(caseId: string, finding: Finding, isOpen: boolean): string[] {
  const [changes, setChanges] = useState<string[]>([]);
  const key = `read ${caseId} ${finding.key}`;
  useEffect(() => {
    let stale = false;
    void recall(db, key).then((kept) => {
      const read = v.safeParse(ReadSchema, kept);
      if (!stale) setChanges(read.success ? changedSince(read.output, finding) : []);
    });
    return () => {
      stale = true;
    };
  }, [key, finding]);
  useEffect(() => {
    if (!isOpen) return;
    // Shown for a while before it counts as read, so that a glance at a changed finding does not hide the change.
    const timer = setTimeout(() => void keep(db, key, readOf(finding, Date.now())), READ);
    return () => clearTimeout(timer);
  }, [key, finding, isOpen]);
  return changes;
}

/** A finding looked at for this long is read, in ms. */
const READ = 1500;
