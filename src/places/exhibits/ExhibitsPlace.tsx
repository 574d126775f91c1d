import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { addExhibit, removeExhibit } from '../../actions/papers';
import { firstPlan } from '../../exhibits/exhibit';
import { nextMark, STICKERS } from '../../exhibits/stickers';
import { newId } from '../../record/ids';
import type { CaseView } from '../../ui/case-view';
import { run } from '../../ui/run';
import { useWithheld } from '../../ui/use-withheld';
import { ExhibitEditor } from './ExhibitEditor';
import { LetterTab } from './LetterTab';
import { useExhibits } from './use-papers';

/** What leaves the app: exhibits with a live preview, and the discovery letter. */
export function ExhibitsPlace({ view }: { view: CaseView }) {
  const caseId = view.record.case.id;
  const plans = useExhibits(caseId);
  const withheld = useWithheld(caseId);
  const [tab, setTab] = useState('exhibits');
  const [chosen, setChosen] = useState<string | null>(null);
  const plan = plans?.find((p) => p.id === chosen) ?? plans?.[0];
  const add = async (): Promise<void> => {
    const last = plans?.at(-1)?.sticker ?? null;
    const first = STICKERS[0] as (typeof STICKERS)[number];
    if (!withheld) return;
    const made = firstPlan(
      view,
      newId(),
      last ? { ...last, mark: nextMark(last.mark) } : first.sticker,
      withheld,
    );
    if (await run(addExhibit(made))) setChosen(made.id);
  };
  return (
    <main className="wide">
      <div className="sheet-tools" role="toolbar" aria-label="Exhibits">
        <SegmentedControl
          size="xs"
          value={tab}
          onChange={setTab}
          data={[
            { value: 'exhibits', label: 'Exhibits' },
            { value: 'letter', label: 'Discovery letter' },
          ]}
        />
        {tab === 'exhibits' &&
          plans?.map((p) => (
            <span key={p.id} className="chip" data-leads={p.id === plan?.id} data-open="true">
              <button type="button" aria-pressed={p.id === plan?.id} onClick={() => setChosen(p.id)}>
                {p.sticker.mark} · {p.title}
              </button>
              <button
                type="button"
                aria-label={`Take out the exhibit ${p.title}`}
                onClick={() => void run(removeExhibit(p))}
              >
                ✕
              </button>
            </span>
          ))}
        {tab === 'exhibits' && (
          <Button
            size="compact-sm"
            variant={plans?.length === 0 ? 'filled' : 'default'}
            onClick={() => void add()}
          >
            New exhibit
          </Button>
        )}
      </div>
      {tab === 'letter' && withheld && <LetterTab view={view} withheld={withheld} />}
      {tab === 'exhibits' && plans?.length === 0 && (
        <div className="page">
          <h1>No exhibit yet</h1>
          <p>
            An exhibit is a view of the record that you choose: what stop, items, span, lanes and findings. It
            becomes Word, PDF, slides, a picture, tables or one file that opens anywhere. It holds facts of
            the record and what they prove; your notes, plans and strengths have no place in it.
          </p>
          <Button onClick={() => void add()}>New exhibit</Button>
        </div>
      )}
      {tab === 'exhibits' && plan && withheld && (
        <ExhibitEditor key={plan.id} view={view} saved={plan} withheld={withheld} />
      )}
    </main>
  );
}
