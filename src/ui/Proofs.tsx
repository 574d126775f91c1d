import { Button, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Examination } from '../analysis/examine';
import { headlineProofs } from '../analysis/headline';
import type { Margin } from '../analysis/margins';
import type { Finding } from '../rules/finding';
import { printLengthOf } from '../time/duration';
import type { Proof } from '../words/proof';
import type { CaseView } from './case-view';
import { Term } from './Term';

/** Both ends of the finding's own interval, proved line by line. */
export function HeadlineProof({
  finding,
  view,
  onRow,
}: {
  finding: Finding;
  view: CaseView;
  onRow: (id: string) => void;
}) {
  const proofs = headlineProofs(finding, view.analysis.proofs[finding.key] ?? []);
  return (
    <>
      {proofs.map((p) => (
        <OneProof key={p.end} proof={p} onRow={onRow} />
      ))}
    </>
  );
}

/** One proof, line by line, and what follows from it. */
export function OneProof({ proof, onRow }: { proof: Proof; onRow: (id: string) => void }) {
  return (
    <ol className="premises" style={{ marginBottom: 8 }}>
      {proof.lines.map((l, i) => (
        <li key={i}>
          {l.says}{' '}
          {l.row && !l.assumption && l.cite ? (
            <button type="button" className="cite-link" onClick={() => onRow(l.row as string)}>
              {l.cite}
            </button>
          ) : (
            <span className="cite">{l.assumption ? 'assumption' : l.cite}</span>
          )}
        </li>
      ))}
      <li style={{ fontWeight: 650 }}>{proof.concludes}</li>
    </ol>
  );
}

/** Margins of an established finding, or what would settle an arguable one: worked out when the finding is opened. */
export function Examined({
  finding,
  view,
  onRequest,
}: {
  finding: Finding;
  view: CaseView;
  onRequest: (text: string) => void;
}) {
  const [result, setResult] = useState<Examination | null>(null);
  const { examine } = view;
  useEffect(() => {
    let stale = false;
    setResult(null);
    void examine(finding).then((r) => !stale && r && setResult(r));
    return () => {
      stale = true;
    };
  }, [finding, examine]);
  if (finding.status === 'foreclosed') return null;
  const established = finding.status === 'established';
  return (
    <>
      <div className="overline">
        {established ? <Term of="margin">Holds unless</Term> : 'Would settle it'}
      </div>
      {!result && (
        <span role="status" className="cite">
          <Loader size="xs" /> working it out …
        </span>
      )}
      {result && established && <MarginList margins={result.margins} />}
      {result && !established && (
        <ul className="premises">
          {result.settles.slice(0, 6).map((s) => (
            <li key={`${s.what} ${s.id} ${s.edge}`}>
              {s.what === 'clock' ? `How far ${s.name} is off` : `The time of “${s.name}”`}, to the second:
              decides it for {Math.round(s.decides * 100)} % of what is possible
              {s.establishes > 0
                ? `, and establishes it for ${Math.round(s.establishes * 100)} %`
                : ', always against it'}
              .{' '}
              <Button size="compact-xs" variant="default" onClick={() => onRequest(requestFor(s, finding))}>
                Add to the requests
              </Button>
            </li>
          ))}
          {result.settles.length === 0 && (
            <li>No single clock or reading would: it takes a record that is not there yet.</li>
          )}
        </ul>
      )}
    </>
  );
}

/** What to ask for, and why, in the words of a letter. */
function requestFor(s: Examination['settles'][number], finding: Finding): string {
  const what =
    s.what === 'clock'
      ? `Any record that shows how far ${s.name} was off, to the second (device log, audit trail, synchronisation record)`
      : `Any record that gives the time of “${s.name}” to the second`;
  return `${what}. Goes to: ${finding.title}.`;
}

/** How wrong each assumption may be before the conclusion falls. */
export function MarginList({ margins }: { margins: readonly Margin[] }) {
  if (margins.length === 0) return <p style={{ margin: 0, fontSize: 13 }}>Rests on no assumption.</p>;
  return (
    <ul className="premises">
      {margins.map((m) => (
        <li key={m.key}>
          {m.holdsWithin === 0
            ? `this is not so: ${m.says}`
            : `this is wrong by more than a further ${printLengthOf(m.holdsWithin)}: ${m.says}`}
        </li>
      ))}
    </ul>
  );
}
