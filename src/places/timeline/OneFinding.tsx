import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { addRequest } from '../../actions/findings';
import { ruleOf } from '../../rules';
import type { Finding } from '../../rules/finding';
import { lawFor } from '../../rules/law/standing';
import { db } from '../../store/open';
import { requestsOf } from '../../store/requests';
import type { CaseView } from '../../ui/case-view';
import { BoundsMark, Premises, RestsOn, StatusMark } from '../../ui/FindingDetails';
import { FindingLaw, StateSays } from '../../ui/FindingLaw';
import { Examined, HeadlineProof } from '../../ui/Proofs';
import { run } from '../../ui/run';
import { Term } from '../../ui/Term';
import { capital, otherSide } from '../../words/label';

async function noteRequest(caseId: string, text: string): Promise<void> {
  const fresh = !(await requestsOf(db, caseId)).some((r) => r.text === text);
  await run(addRequest(caseId, text, Date.now()));
  notifications.show({
    message: fresh ? 'Noted under Findings, Discovery requests.' : 'It is among the requests already.',
  });
}

/** A finding: its bounds, premises, proof, what the other side says, and its law. */
export function OneFinding({
  finding,
  view,
  onSelect,
}: {
  finding: Finding;
  view: CaseView;
  onSelect: (id: string | null) => void;
}) {
  const number = view.analysis.findings.indexOf(finding) + 1;
  return (
    <>
      <h2>
        <span className="number">{number}</span> {finding.title}
      </h2>
      <p style={{ margin: '6px 0 10px' }}>
        <StatusMark finding={finding} />{' '}
        <span className="cite">
          {[lawFor(ruleOf(finding.rule), view.record.case)[0]?.short, finding.rule]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <BoundsMark finding={finding} />
      <div className="overline">From the record</div>
      <Premises finding={finding} view={view} onRow={onSelect} />
      <div className="overline">
        <Term of="proof">Proof</Term>
      </div>
      <HeadlineProof finding={finding} view={view} onRow={onSelect} />
      <RestsOn finding={finding} view={view} />
      <Examined
        finding={finding}
        view={view}
        onRequest={(text) => void noteRequest(view.record.case.id, text)}
      />
      <div className="overline">{capital(otherSide(view.record.case))} will say</div>
      <StateSays rule={finding.rule} />
      <div className="overline">Authority</div>
      <FindingLaw finding={finding} view={view} />
      <Anchor href={`#/case/${view.record.case.id}/findings?at=${encodeURIComponent(finding.key)}`} size="sm">
        Quantities, notes and disclosure plan
      </Anchor>
    </>
  );
}
