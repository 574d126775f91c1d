import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Fragment } from 'react';
import { addRequest } from '../../actions/findings';
import type { Ground, Details as RowDetails } from '../../drawing/lanes/lane';
import { detailsOf } from '../../drawing/lanes/lanes';
import type { CustodyEntry } from '../../record/custody';
import type { EventRow } from '../../record/event';
import { rowById } from '../../record/rows';
import { ruleOf } from '../../rules';
import type { Finding } from '../../rules/finding';
import { lawFor } from '../../rules/law/standing';
import { db } from '../../store/open';
import { requestsOf } from '../../store/requests';
import { printBounds, printMiss } from '../../time/duration';
import { AskLimit } from '../../ui/AskLimit';
import { Cite } from '../../ui/Cite';
import type { CaseView } from '../../ui/case-view';
import { BoundsMark, Premises, RestsOn, StatusMark } from '../../ui/FindingDetails';
import { FindingLaw, StateSays } from '../../ui/FindingLaw';
import { Marks } from '../../ui/Marks';
import { Examined, HeadlineProof } from '../../ui/Proofs';
import { askPast } from '../../ui/past';
import { run } from '../../ui/run';
import { Term } from '../../ui/Term';
import { usePrinting } from '../../ui/use-printing';
import { citeOf } from '../../words/cite';
import { elapsedText } from '../../words/elapsed';
import { grouped, type Line, waiting } from '../../words/grouped';
import { capital, otherSide } from '../../words/label';
import { dayText, widthText, windowText } from '../../words/moment';
import { sayReason } from '../../words/reason';
import { marksOf } from '../../words/status';
import { EveryClock } from './EveryClock';
import { FilmedIn } from './FilmedIn';
import { MeasureTool } from './MeasureTool';
import css from './timeline.module.css';
import { useHand } from './use-hand';

async function noteRequest(caseId: string, text: string): Promise<void> {
  const fresh = !(await requestsOf(db, caseId)).some((r) => r.text === text);
  await run(addRequest(caseId, text, Date.now()));
  notifications.show({
    message: fresh ? 'Noted under Findings, Discovery requests.' : 'It is among the requests already.',
  });
}

interface Props {
  readonly view: CaseView;
  readonly ground: Ground;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

/** What is selected: an entry with its cite, a finding with its bounds; otherwise the findings. */
export function Details({ view, ground, selected, onSelect }: Props) {
  useHand(selected);
  const finding = view.analysis.findings.find((f) => f.key === selected);
  if (finding) return <OneFinding finding={finding} view={view} onSelect={onSelect} />;
  const details = selected === null ? null : detailsOf(ground, selected);
  if (selected !== null && details)
    return <OneRow id={selected} details={details} view={view} onSelect={onSelect} />;
  return <AllFindings view={view} onSelect={onSelect} />;
}

function Back({ onSelect }: { onSelect: (id: null) => void }) {
  return (
    <Anchor component="button" type="button" size="xs" onClick={() => onSelect(null)} mb={8} data-back>
      All findings
    </Anchor>
  );
}

function OneFinding({
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
      <Back onSelect={onSelect} />
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

/** A row as its lane says it; of an entry or hand-over also what the analysis knows of it. */
function OneRow({
  id,
  details,
  view,
  onSelect,
}: {
  id: string;
  details: RowDetails;
  view: CaseView;
  onSelect: (id: string | null) => void;
}) {
  const row = rowById(view.record.events, id) ?? rowById(view.record.custody, id);
  return (
    <>
      <Back onSelect={onSelect} />
      <h2>{details.title}</h2>
      <p style={{ margin: '2px 0 8px' }}>{details.says}</p>
      <dl className={css['facts']}>
        {details.facts.map(([term, text]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd className={term === 'As written' ? 'mono' : undefined}>{text}</dd>
          </Fragment>
        ))}
        {row && <Solved row={row} view={view} />}
      </dl>
      {row && <Around id={id} view={view} onSelect={onSelect} />}
      <Anchor href={`#/case/${view.record.case.id}/${details.goes.to}`} size="sm" mt={14} display="block">
        {details.goes.says}
      </Anchor>
      {row && (
        <button type="button" className="cite-link" onClick={() => askPast(id)}>
          Its past
        </button>
      )}
    </>
  );
}

/** When the record allows it, on which clock it was written, and where. */
function Solved({ row, view }: { row: EventRow | CustodyEntry; view: CaseView }) {
  const { id } = row;
  const source = view.record.sources.find((s) => s.id === row.sourceId);
  const clock = view.record.clocks.find((k) => k.id === row.clockId);
  const unplaced = view.analysis.unplaced.find((u) => u.row === id);
  return (
    <>
      <dt>
        <Term of="bound">Possible</Term>
      </dt>
      <dd>
        {unplaced ? (
          <span className="bad">not dated: {unplaced.why}</span>
        ) : (
          `${dayText(view, id)} ${windowText(view, id)}`
        )}{' '}
        <span className="cite">{unplaced ? '' : widthText(view, id)}</span>
      </dd>
      {elapsedText(view, id) && (
        <>
          <dt>
            <Term of="T+" />
          </dt>
          <dd className="mono">{elapsedText(view, id)}</dd>
        </>
      )}
      <dt>
        <Term of="clock">Clock</Term>
      </dt>
      <dd>
        {clock?.name ?? 'none'} <span className="cite">{clock?.zone || 'zone not stated'}</span>
      </dd>
      <dt>Cite</dt>
      <dd>
        <Cite row={row} source={source} />{' '}
        <button
          type="button"
          className="cite-link"
          onClick={() => void navigator.clipboard.writeText(citeOf(row, source))}
        >
          copy
        </button>
      </dd>
    </>
  );
}

/** Where it was filmed, what it is by other clocks, how far it is from others, and the findings on it. */
function Around({ id, view, onSelect }: { id: string; view: CaseView; onSelect: (id: string) => void }) {
  const about = view.analysis.findings.filter(
    (f) => f.subjects.includes(id) || f.premises.some((p) => p.row === id),
  );
  return (
    <>
      <FilmedIn view={view} id={id} />
      <EveryClock view={view} id={id} />
      <MeasureTool view={view} id={id} onRow={onSelect} />
      {about.length > 0 && <div className="overline">Findings on it</div>}
      {about.map((f) => (
        <FindingLine key={f.key} f={f} view={view} onSelect={onSelect} />
      ))}
    </>
  );
}

function FindingLine({ f, view, onSelect }: { f: Finding; view: CaseView; onSelect: (id: string) => void }) {
  return (
    <button type="button" className="finding-line" data-line={f.key} onClick={() => onSelect(f.key)}>
      <span className="number">{view.analysis.findings.indexOf(f) + 1}</span>
      <span>
        <strong>{f.title}</strong>
        {f.bounds && <span className="cite"> {printBounds(f.bounds)}</span>}
      </span>
    </button>
  );
}

/** A finding, or one line for all those of its rule, which opens. */
function FindingLines({
  line,
  view,
  onSelect,
}: {
  line: Line;
  view: CaseView;
  onSelect: (id: string) => void;
}) {
  const printing = usePrinting();
  const lines = line.findings.map((f) => <FindingLine key={f.key} f={f} view={view} onSelect={onSelect} />);
  if (line.says === '') return lines;
  return (
    <details className={css['lines']} open={printing || undefined}>
      <summary>{line.says}</summary>
      {lines}
    </details>
  );
}

function AllFindings({ view, onSelect }: { view: CaseView; onSelect: (id: string) => void }) {
  const { findings, contradictions, unplaced } = view.analysis;
  const asked = waiting(findings, view.latest.case);
  const waits = new Set([...asked.values()].flat());
  return (
    <>
      <h2>What the record shows</h2>
      {findings.length === 0 && <p className="cite">No rule found anything in these entries yet.</p>}
      {[...new Set(findings.filter((f) => !waits.has(f)).map(marksOf))].map((marks) => (
        <section key={marks}>
          {findings
            .filter((f) => marksOf(f) === marks)
            .slice(0, 1)
            .map((f) => (
              <Marks key={f.key} of={f} />
            ))}
          {grouped(findings.filter((f) => marksOf(f) === marks && !waits.has(f))).map((line) => (
            <FindingLines key={line.findings[0]?.key} line={line} view={view} onSelect={onSelect} />
          ))}
        </section>
      ))}
      {asked.size > 0 && <div className="overline">A limit first</div>}
      {[...asked].map(([limit, all]) => (
        <div key={limit}>
          <AskLimit of={view.latest.case} limit={limit} many={all.length} />
          {grouped(all).map((line) => (
            <FindingLines key={line.findings[0]?.key} line={line} view={view} onSelect={onSelect} />
          ))}
        </div>
      ))}
      {contradictions.length > 0 && <div className="overline">Cannot all be true</div>}
      {contradictions.map((c) => (
        <div
          key={c.entries.map((r) => ('row' in r ? r.row : '')).join()}
          style={{ fontSize: 13, marginBottom: 8 }}
        >
          <strong>Off by {printMiss(c.by)}:</strong>
          <ul className="premises">
            {c.entries.map((r) => (
              <li key={JSON.stringify(r)}>
                {sayReason(view.record, r)}
                {r === c.setAside || JSON.stringify(r) === JSON.stringify(c.setAside) ? (
                  <em> (set aside)</em>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {unplaced.length > 0 && <div className="overline">Not dated</div>}
      {unplaced.slice(0, 20).map((u) => (
        <button
          key={`${u.row} ${u.edge}`}
          type="button"
          className="finding-line"
          onClick={() => onSelect(u.row)}
        >
          <span />
          <span>{u.why}</span>
        </button>
      ))}
    </>
  );
}
