import type { CaseRecord } from '../record/record';
import { rowById } from '../record/rows';
import { KINDS } from '../record/vocabulary';
import { type Finding, forTheState, type Premise } from '../rules/finding';
import { isLaw } from '../rules/law/contest';
import { printAtLeast, printAtMost, printBounds, printsAsOne, saysNothing } from '../time/duration';
import { isAssumption } from '../time/solver/reason';
import { citeOf } from '../words/cite';
import { LABELS, otherSide } from '../words/label';
import { sayReason } from '../words/reason';
import { Cite } from './Cite';
import type { CaseView } from './case-view';
import css from './finding-marks.module.css';
import { Table } from './Table';

/** Both marks, by word and border, not by color alone: shown by the record, open or ruled out; uncontested or contested. */
export function StatusMark({ finding }: { finding: Pick<Finding, 'status' | 'standing'> }) {
  const { status, standing } = finding;
  return (
    <span className={css['marks']}>
      <span className={css['status']} data-status={status}>
        {LABELS[status]}
      </span>
      {status !== 'foreclosed' && (
        <span className={css['status']} data-standing={standing}>
          {standing}
        </span>
      )}
    </span>
  );
}

/** Both ends of a finding's bounds, large. */
export function BoundsMark({ finding }: { finding: Finding }) {
  if (!finding.bounds) return null;
  if (saysNothing(finding.bounds)) {
    return (
      <div className="bounds">
        for how long, the record does not say
        <small>{finding.measures}</small>
      </div>
    );
  }
  if (printsAsOne(finding.bounds)) {
    return (
      <div className="bounds">
        {printBounds(finding.bounds)}
        <small>{finding.measures}</small>
      </div>
    );
  }
  return (
    <div className="bounds">
      {printAtLeast(finding.bounds.min)}
      <small>
        {printAtMost(finding.bounds.max)} {finding.measures}
      </small>
    </div>
  );
}

/** The cite of a row, or of an item of custody. */
export function citeForRow(record: CaseRecord, id: string): string {
  const row = rowById(record.events, id) ?? rowById(record.custody, id);
  if (!row) return '';
  return citeOf(
    row,
    record.sources.find((s) => s.id === row.sourceId),
  );
}

/** Leads to the words in the paper, where the case holds it; else to the row. */
function PremiseCite({ record, id, onRow }: { record: CaseRecord; id: string; onRow: (id: string) => void }) {
  const row = rowById(record.events, id) ?? rowById(record.custody, id);
  if (row?.passage) return <Cite row={row} source={record.sources.find((s) => s.id === row.sourceId)} />;
  return (
    <button type="button" className="cite-link" onClick={() => onRow(id)}>
      {citeForRow(record, id)}
    </button>
  );
}

/** A row in a few words. */
export function rowName(record: CaseRecord, id: string): string {
  const e = rowById(record.events, id);
  if (e) return e.description || KINDS[e.kind].label;
  const c = rowById(record.custody, id);
  return c ? `${c.releasedBy || 'nobody'} to ${c.receivedBy || 'nobody'}` : 'a row that is no longer there';
}

interface PremisesProps {
  finding: Finding;
  view: CaseView;
  onRow: (id: string) => void;
}

/** The facts a finding takes from the record, each leading to its row; what the State can point to is listed apart. */
export function Premises({ finding, view, onRow }: PremisesProps) {
  // Law against us stands under Law, once.
  const state = forTheState(finding).filter((p) => !isLaw(p));
  const list = (premises: readonly Premise[]) => (
    <PremiseList premises={premises} view={view} onRow={onRow} />
  );
  return (
    <>
      {list(finding.premises.filter((p) => p.side !== 'state'))}
      {state.length > 0 && (
        <>
          <div className="overline">In the record, for {otherSide(view.record.case)}</div>
          {list(state)}
        </>
      )}
    </>
  );
}

function PremiseList({
  premises,
  view,
  onRow,
}: Omit<PremisesProps, 'finding'> & { premises: readonly Premise[] }) {
  return (
    <ol className="premises">
      {premises.map((p) => (
        <li key={`${p.row} ${p.says}`}>
          {p.says} {p.row && <PremiseCite record={view.record} id={p.row} onRow={onRow} />}
        </li>
      ))}
    </ol>
  );
}

/** The assumptions among what the bounds rest on, or that there are none. */
export function RestsOn({ finding, view }: { finding: Finding; view: CaseView }) {
  const assumptions = finding.restsOn.filter(isAssumption);
  if (assumptions.length === 0) return <p className="cite">Rests on no assumption.</p>;
  return (
    <>
      <p className="cite">Rests on the assumption that:</p>
      <ul className="premises">
        {assumptions.map((r) => (
          <li key={`${r.kind} ${'row' in r ? r.row : ''}`}>{sayReason(view.record, r)}</li>
        ))}
      </ul>
    </>
  );
}

/** Every quantity of a finding with both its bounds. */
export function Quantities({ finding, view }: { finding: Finding; view: CaseView }) {
  if (finding.quantities.length === 0) return null;
  return (
    <Table
      className={`minutes ${css['quantities']}`}
      rows={finding.quantities}
      keyOf={(q) => `${q.from.id} ${q.to.id} ${q.to.edge}`}
      columns={[
        { head: 'From', cell: (q) => rowName(view.record, q.from.id) },
        { head: 'To', cell: (q) => `${rowName(view.record, q.to.id)}${q.to.edge === 'end' ? ' (end)' : ''}` },
        { head: 'Time between', cell: (q) => printBounds(q.bounds) },
      ]}
    />
  );
}
