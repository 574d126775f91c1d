import { Button } from '@mantine/core';
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
import { Table } from '../../ui/Table';
import css from './discovery.module.css';
import { DEMAND_FIELDS } from './fields';

interface Props {
  readonly latest: CaseRecord;
  readonly out: OutOn;
  readonly withheld: Withheld;
  readonly day: string;
  /** The demand that the address names. */
  readonly at: string | null;
  readonly editing: string | null;
  readonly onEdit: (id: string | null) => void;
}

/** So many are listed before the rest is asked for. */
const FEW = 40;
const { id: _, caseId: _c, ...BLANK } = newDemand({ id: '', caseId: '', asks: '' });
const RANK = ['out', 'refused', 'answered', 'not asked', 'no such record', 'received'];

/** What was asked for, with what came of it by the day asked; the longest out first. */
export function Owed({ latest, out, withheld, day, at, editing, onEdit }: Props) {
  const caseId = latest.case.id;
  const ordered = [...out.owed].sort(
    (a, b) => RANK.indexOf(a.standing) - RANK.indexOf(b.standing) || (b.out?.max ?? 0) - (a.out?.max ?? 0),
  );
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
      {ordered.length > 0 && (
        <Table
          label="Demands"
          rows={ordered}
          keyOf={(o) => o.demand.id}
          first={FEW}
          inSight={at}
          marks={(o) => ({ 'data-late': o.standing === 'out', id: `row-${o.demand.id}` })}
          columns={[
            {
              head: 'Asked for',
              cell: (o) => <Asked demand={o.demand} kept={withheld.get(o.demand.about)} />,
            },
            { head: 'How it stands', cell: owedSays },
            { head: 'Days out', className: 'mono', cell: (o) => (o.out ? o.out.max : '') },
            { head: 'Answer', cell: (o) => <Answer demand={o.demand} latest={latest} day={day} /> },
            {
              head: 'Received as',
              cell: ({ demand: d }) => (
                <PaperCite caseId={d.caseId} paper={d.receivedAs} page="" papers={latest.papers} />
              ),
            },
            {
              head: 'Actions',
              unseen: true,
              nowrap: true,
              cell: (o) => <Actions demand={o.demand} day={day} onEdit={onEdit} />,
            },
          ]}
        />
      )}
    </>
  );
}

type Demand = OwedRow['demand'];

/** What is asked for. @param kept what the plan says of the finding that it came of, where that is kept back */
function Asked({ demand: d, kept }: { demand: Demand; kept: string | undefined }) {
  return (
    <>
      {d.asks}
      <small>{[d.usual ? 'as a matter of course' : '', d.mentioned].filter(Boolean).join(' · ')}</small>
      {kept && (
        <small className="bad">
          its finding is {kept}: {d.despite ? 'in the letter by name' : 'not in the letter'}
        </small>
      )}
    </>
  );
}

function Answer({ demand: d, latest, day }: { demand: Demand; latest: CaseRecord; day: string }) {
  const entered = latest.events.some(
    (e) => e.description.includes(d.asks) && e.description.includes(d.answer),
  );
  return (
    <>
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
    </>
  );
}

function Actions({ demand: d, day, onEdit }: { demand: Demand; day: string; onEdit: (id: string) => void }) {
  const name = d.asks.slice(0, 60);
  const set = (patch: Partial<Demand>): void => void run(changeDemand(d, demandPatch(d, patch)));
  return (
    <>
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
    </>
  );
}

/** What was set, and the state that follows from it. */
function demandPatch(d: Demand, patch: Partial<Demand>): Partial<Demand> {
  return { ...patch, state: demandState({ ...d, ...patch }).state };
}
