import { Button } from '@mantine/core';
import { useState } from 'react';
import { demandState } from '../../actions/demands';
import { enterAnswer } from '../../actions/entries';
import { changeDemand, removeDemand } from '../../actions/papers';
import { type OutOn, type Owed as OwedRow, owedSays, saysNone } from '../../analysis/outstanding';
import type { Withheld } from '../../exhibits/withheld';
import { newDemand } from '../../record/paper';
import type { CaseRecord } from '../../record/record';
import { PaperCite } from '../../ui/PaperCite';
import { RowActions } from '../../ui/RowActions';
import { RowForm } from '../../ui/RowForm';
import { run } from '../../ui/run';
import { usePrinting } from '../../ui/use-printing';
import css from './discovery.module.css';
import { DEMAND_FIELDS } from './fields';

interface Props {
  readonly latest: CaseRecord;
  readonly out: OutOn;
  readonly withheld: Withheld;
  readonly day: string;
  readonly editing: string | null;
  readonly onEdit: (id: string | null) => void;
}

/** So many are listed before the rest is asked for. */
const FEW = 40;
const { id: _, caseId: _c, ...BLANK } = newDemand({ id: '', caseId: '', asks: '' });
const RANK = ['out', 'refused', 'answered', 'not asked', 'no such record', 'received'];

/** What was asked for, with what came of it by the day asked; the longest out first. */
export function Owed({ latest, out, withheld, day, editing, onEdit }: Props) {
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  const caseId = latest.case.id;
  const ordered = [...out.owed].sort(
    (a, b) => RANK.indexOf(a.standing) - RANK.indexOf(b.standing) || (b.out?.max ?? 0) - (a.out?.max ?? 0),
  );
  const shown = all || printing ? ordered : ordered.slice(0, FEW);
  const row = out.owed.find((o) => o.demand.id === editing)?.demand ?? null;
  return (
    <>
      {(editing === 'new' || row) && (
        <RowForm
          key={editing}
          table="demands"
          caseId={caseId}
          row={row}
          blank={BLANK}
          label={row ? `Demand: ${row.asks.slice(0, 80)}` : 'New demand'}
          fields={DEMAND_FIELDS}
          needs="asks"
          papers={latest.papers}
          note="In the long fields Ctrl and Enter keep it."
          derive={demandState}
          onDone={() => onEdit(null)}
        />
      )}
      {out.owed.length === 0 && editing !== 'new' && (
        <p className={css['empty']}>
          Nothing is asked for yet. Take what the record calls for, what is asked as a matter of course, or
          add a demand of your own.
        </p>
      )}
      {out.owed.length > 0 && (
        <div className={css['scroll']}>
          <table className={css['table']} aria-label="Demands">
            <thead>
              <tr>
                <th>Asked for</th>
                <th>How it stands</th>
                <th>Days out</th>
                <th>Answer</th>
                <th>Received as</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {shown.map((o) => (
                <OneDemand
                  key={o.demand.id}
                  owed={o}
                  latest={latest}
                  kept={withheld.get(o.demand.about)}
                  day={day}
                  onEdit={onEdit}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < ordered.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {ordered.length - shown.length} more
        </Button>
      )}
    </>
  );
}

interface OneProps {
  readonly owed: OwedRow;
  readonly latest: CaseRecord;
  /** What the plan says of the finding that it came of, where that is kept back. */
  readonly kept: string | undefined;
  readonly day: string;
  readonly onEdit: (id: string) => void;
}

function OneDemand({ owed, latest, kept, day, onEdit }: OneProps) {
  const { demand: d, standing, out } = owed;
  const name = d.asks.slice(0, 60);
  const set = (patch: Partial<typeof d>): void => void run(changeDemand(d, demandPatch(d, patch)));
  const entered = latest.events.some(
    (e) => e.description.includes(d.asks) && e.description.includes(d.answer),
  );
  return (
    <tr data-late={standing === 'out'} id={`row-${d.id}`}>
      <td>
        {d.asks}
        <small>{[d.usual ? 'as a matter of course' : '', d.mentioned].filter(Boolean).join(' · ')}</small>
        {kept && (
          <small className="bad">
            its finding is {kept}: {d.despite ? 'in the letter by name' : 'not in the letter'}
          </small>
        )}
      </td>
      <td>{owedSays(owed)}</td>
      <td className="mono">{out ? out.max : ''}</td>
      <td>
        {d.answer}
        {d.answer !== '' && !entered && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => void run(enterAnswer(latest, d, d.answered || day))}
          >
            Enter the answer in the record
          </Button>
        )}
      </td>
      <td>
        <PaperCite caseId={d.caseId} paper={d.receivedAs} page="" papers={latest.papers} />
      </td>
      <td style={{ whiteSpace: 'nowrap' }}>
        {d.sent === '' && d.state !== 'received' && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`Sent today: ${name}`}
            onClick={() => set({ sent: day })}
          >
            Sent today
          </Button>
        )}
        {d.sent !== '' && d.received === '' && !saysNone(d.answer) && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`Received today: ${name}`}
            onClick={() => set({ received: day })}
          >
            Received today
          </Button>
        )}
        <RowActions
          of={`the demand ${name}`}
          onEdit={() => onEdit(d.id)}
          onRemove={() => void run(removeDemand(d))}
        />
      </td>
    </tr>
  );
}

/** What was set, and the state that follows from it. */
function demandPatch(d: OwedRow['demand'], patch: Partial<OwedRow['demand']>): Partial<OwedRow['demand']> {
  return { ...patch, state: demandState({ ...d, ...patch }).state };
}
