import { Anchor } from '@mantine/core';
import { Fragment } from 'react';
import type { Details as RowDetails } from '../../drawing/lanes/lane';
import type { CustodyEntry } from '../../record/custody';
import type { EventRow } from '../../record/event';
import { rowById } from '../../record/rows';
import { Cite } from '../../ui/Cite';
import type { CaseView } from '../../ui/case-view';
import { askPast } from '../../ui/past';
import { Term } from '../../ui/Term';
import { citeOf } from '../../words/cite';
import { elapsedText } from '../../words/elapsed';
import { dayText, widthText, windowText } from '../../words/moment';
import { EveryClock } from './EveryClock';
import { FilmedIn } from './FilmedIn';
import { FindingLine } from './FindingLine';
import { MeasureTool } from './MeasureTool';
import css from './timeline.module.css';

/** A row as its lane says it; of an entry or hand-over also what the analysis knows of it. */
export function OneRow({
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
