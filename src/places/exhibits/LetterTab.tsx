import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { enterAnswer } from '../../actions/entries';
import { addDemands, changeDemand, removeDemand } from '../../actions/papers';
import { type Candidate, demandCandidates } from '../../analysis/demands';
import { letter } from '../../exhibits/documents/letter';
import { boundDemands, type Withheld } from '../../exhibits/withheld';
import { newId } from '../../record/ids';
import { DEMAND_STATES, type Demand, newDemand } from '../../record/paper';
import { db } from '../../store/open';
import { requestsOf } from '../../store/requests';
import type { CaseView } from '../../ui/case-view';
import { run } from '../../ui/run';
import { today } from '../../ui/today';
import { useExport } from '../../ui/use-export';
import { otherSide } from '../../words/label';
import css from './exhibits.module.css';
import { useDemands, useDraft } from './use-papers';

/** What is asked of the other side, what came of it, and the letter made of it. */
export function LetterTab({ view, withheld }: { view: CaseView; withheld: Withheld }) {
  const caseId = view.record.case.id;
  const demands = useDemands(caseId);
  const noted = useLiveQuery(() => requestsOf(db, caseId), [caseId]) ?? [];
  const { underWay, make, stop } = useExport();
  const proposed = useMemo(() => demandCandidates(view.record, view.analysis), [view.record, view.analysis]);
  const taken = new Set(demands?.map((d) => d.asks));
  const open: Candidate[] = [
    ...proposed.filter((c) => !withheld.has(c.about)),
    ...noted.map((n) => ({ about: '', asks: n.text, why: '', mentioned: '' })),
  ].filter((c) => !taken.has(c.asks));
  const take = (list: readonly Candidate[]): Promise<unknown> =>
    run(
      addDemands(
        caseId,
        list.map((c) => newDemand({ id: newId(), caseId, ...c })),
      ),
    );
  const { court, title, number, madeUp } = view.record.case;
  const of = {
    caption: { court, parties: title, number },
    madeUp,
    made: today(),
    otherSide: otherSide(view.record.case),
    demands: boundDemands(demands ?? [], withheld),
  };
  return (
    <div className={css['exhibit-grid']}>
      <section aria-label="Proposed demands">
        <h2>What the record calls for</h2>
        {open.length === 0 && (
          <p className="cite">
            Every hole, contradiction and open question that the rules see is asked for already, or there is
            none.
          </p>
        )}
        {open.length > 1 && (
          <Button size="compact-xs" variant="default" onClick={() => void take(open)}>
            Take all {open.length}
          </Button>
        )}
        <ul className={css['proposals']}>
          {open.map((c) => (
            <li key={c.asks + c.mentioned}>
              <p>{c.asks}</p>
              <p className="cite">{[c.why, c.mentioned].filter(Boolean).join(' · ')}</p>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => void take([c])}
                aria-label={`Ask for: ${c.asks}`}
              >
                Ask for it
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="Demands">
        <div className={css['export-bar']}>
          <Button
            size="compact-sm"
            disabled={underWay !== null || of.demands.length === 0}
            onClick={() => void make(letter, of)}
          >
            Letter in Word
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void take([{ about: '', asks: 'Another record', why: '', mentioned: '' }])}
          >
            Add a demand
          </Button>
          {underWay && (
            <span role="status" className="cite">
              {underWay.says} …{' '}
              <button type="button" className="cite-link" onClick={stop}>
                stop
              </button>
            </span>
          )}
        </div>
        {demands?.length === 0 && (
          <p>Nothing is asked for yet. Take what the record calls for, or add a demand of your own.</p>
        )}
        {demands?.map((d) => (
          <DemandForm key={d.id} saved={d} view={view} kept={withheld.get(d.about)} />
        ))}
      </section>
    </div>
  );
}

interface DemandProps {
  readonly saved: Demand;
  readonly view: CaseView;
  /** What the plan says of the finding that it came of, where that is kept back. */
  readonly kept: string | undefined;
}

function DemandForm({ saved, view, kept }: DemandProps) {
  const [d, change] = useDraft(saved, changeDemand);
  const date = (field: 'sent' | 'due', t: string): void =>
    change({
      [field]: t,
      ...(field === 'sent' && t !== '' && d.state === 'draft' ? { state: 'sent' as const } : {}),
    });
  return (
    <form className={css['demand']} aria-label={`Demand: ${saved.asks}`} onSubmit={(e) => e.preventDefault()}>
      {kept && (
        <Checkbox
          size="xs"
          label={`The finding that it came of is ${kept}: take it into the letter by name`}
          checked={d.despite === true}
          onChange={(e) => change({ despite: e.currentTarget.checked })}
        />
      )}
      <Textarea
        size="xs"
        autosize
        minRows={1}
        label="Asks for"
        value={d.asks}
        onChange={(e) => change({ asks: e.currentTarget.value })}
      />
      <Textarea
        size="xs"
        autosize
        minRows={1}
        label="Why"
        value={d.why}
        onChange={(e) => change({ why: e.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label="Where it is mentioned"
        value={d.mentioned}
        onChange={(e) => change({ mentioned: e.currentTarget.value })}
      />
      <div className={css['three']}>
        <Select
          size="xs"
          label="State"
          allowDeselect={false}
          value={d.state}
          data={[...DEMAND_STATES]}
          onChange={(s) => s && change({ state: s as Demand['state'] })}
        />
        <TextInput
          size="xs"
          label="Sent"
          value={d.sent}
          type="date"
          onChange={(e) => date('sent', e.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label="Due"
          value={d.due}
          type="date"
          onChange={(e) => date('due', e.currentTarget.value)}
        />
      </div>
      <Textarea
        size="xs"
        autosize
        minRows={1}
        label="Answer"
        placeholder="no such record exists"
        value={d.answer}
        onChange={(e) =>
          change({
            answer: e.currentTarget.value,
            ...(e.currentTarget.value !== '' && (d.state === 'sent' || d.state === 'draft')
              ? { state: 'answered' as const }
              : {}),
          })
        }
      />
      <div className="row-tools">
        <Button
          size="compact-xs"
          variant="default"
          disabled={d.answer.trim() === ''}
          onClick={() => void run(enterAnswer(view.latest, d, today()))}
        >
          Enter the answer in the record
        </Button>
        <Button size="compact-xs" variant="subtle" color="red" onClick={() => void run(removeDemand(saved))}>
          Take out
        </Button>
      </div>
    </form>
  );
}
