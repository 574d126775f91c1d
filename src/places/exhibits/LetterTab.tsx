import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { type Candidate, demandCandidates } from '../../analysis/demands';
import type { Change } from '../../record/change';
import type { EventRow } from '../../record/event';
import { DEMAND_STATES, type Demand } from '../../record/paper';
import { commit, removeRows } from '../../store/commands';
import { idMaker } from '../../store/ids';
import { sourceNamed } from '../../store/named';
import { db } from '../../store/open';
import { requestsOf } from '../../store/requests';
import type { CaseView } from '../../ui/case-view';
import { today } from '../../ui/today';
import { useExport } from './use-export';
import { addDemands, useDemands, useDraft } from './use-papers';

const newId = idMaker();

/** What is asked of the other side, what came of it, and the letter made of it. */
export function LetterTab({ view }: { view: CaseView }) {
  const caseId = view.record.case.id;
  const demands = useDemands(caseId);
  const noted = useLiveQuery(() => requestsOf(db, caseId), [caseId]) ?? [];
  const { underWay, run, stop } = useExport();
  const proposed = useMemo(() => demandCandidates(view.record, view.analysis), [view.record, view.analysis]);
  const taken = new Set(demands?.map((d) => d.asks));
  const open: Candidate[] = [
    ...proposed,
    ...noted.map((n) => ({ about: '', asks: n.text, why: '', mentioned: '' })),
  ].filter((c) => !taken.has(c.asks));
  const take = (list: readonly Candidate[]): Promise<void> =>
    addDemands(
      caseId,
      list.map((c) => ({ id: newId(), caseId, ...c, state: 'draft', sent: '', due: '', answer: '' })),
    );
  const { court, title, number, madeUp } = view.record.case;
  const letter = {
    caption: { court, parties: title, number },
    madeUp,
    made: today(),
    demands: demands ?? [],
  };
  return (
    <div className="exhibit-grid">
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
        <ul className="proposals">
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
        <div className="export-bar">
          <Button
            size="compact-sm"
            disabled={underWay !== null || !demands?.length}
            onClick={() => void run('The letter', (api) => api.letter(letter))}
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
          <DemandForm key={d.id} saved={d} view={view} />
        ))}
      </section>
    </div>
  );
}

function DemandForm({ saved, view }: { saved: Demand; view: CaseView }) {
  const [d, change] = useDraft('demands', saved, 'Demand changed');
  const date = (field: 'sent' | 'due', t: string): void =>
    change({
      [field]: t,
      ...(field === 'sent' && t !== '' && d.state === 'draft' ? { state: 'sent' as const } : {}),
    });
  // The answer is a fact of its own: when the State says that a record does not exist, that stands in the record.
  const enter = async (): Promise<void> => {
    const changes: Change[] = [];
    const source = sourceNamed(view.latest, 'Answers of the State', newId, changes);
    const reference = view.latest.clocks.find((c) => c.reference) ?? view.latest.clocks[0];
    if (!reference) return;
    const row: EventRow = {
      id: newId(),
      caseId: d.caseId,
      logId: '',
      ref: '',
      kind: 'note',
      clockId: reference.id,
      zone: '',
      date: d.sent || today(),
      start: 'between 00:00 and 23:59',
      end: '',
      actor: 'the State',
      description: `Asked for “${d.asks}”, the State answers: ${d.answer}`,
      item: '',
      sourceId: source.id,
      page: '',
      line: null,
      order: view.latest.events.length,
    };
    await commit(db, d.caseId, 'Answer of the State entered', [
      ...changes,
      { table: 'events', id: row.id, before: null, after: row },
    ]);
  };
  return (
    <form className="demand" aria-label={`Demand: ${saved.asks}`} onSubmit={(e) => e.preventDefault()}>
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
      <div className="three">
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
          onClick={() => void enter()}
        >
          Enter the answer in the record
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          onClick={() =>
            void removeRows(db, d.caseId, [{ table: 'demands', row: saved }], 'Demand taken out')
          }
        >
          Take out
        </Button>
      </div>
    </form>
  );
}
