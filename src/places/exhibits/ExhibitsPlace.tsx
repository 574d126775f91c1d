import { Button, VisuallyHidden } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { addExhibit, removeExhibit } from '../../actions/papers';
import { firstPlan } from '../../exhibits/exhibit';
import { nextMark, STICKERS } from '../../exhibits/stickers';
import { newId } from '../../record/ids';
import type { CaseView } from '../../ui/case-view';
import { isLong } from '../../ui/is-long';
import { run } from '../../ui/run';
import { useWithheld } from '../../ui/use-withheld';
import { ExhibitEditor } from './ExhibitEditor';
import { useExhibits } from './use-papers';

/** What leaves the app: exhibits with a live preview. The discovery letter is made in Discovery. */
export function ExhibitsPlace({ view }: { view: CaseView }) {
  const caseId = view.record.case.id;
  const plans = useExhibits(caseId);
  const withheld = useWithheld(caseId);
  const [chosen, setChosen] = useState<string | null>(null);
  // Of a long case an editor is made in slices, between which the screen is free.
  const wanted = plans?.find((p) => p.id === chosen) ?? plans?.[0];
  const inSlices = useDeferredValue(wanted, undefined);
  const plan = isLong(view.record) ? inSlices : wanted;
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
      <VisuallyHidden component="h1">Exhibits</VisuallyHidden>
      <div className="sheet-tools" role="toolbar" aria-label="Exhibits">
        {plans?.map((p) => (
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
        <Button
          size="compact-sm"
          variant={plans?.length === 0 ? 'filled' : 'default'}
          onClick={() => void add()}
        >
          New exhibit
        </Button>
      </div>
      {plans?.length === 0 && (
        <div className="page">
          <h2>No exhibit yet</h2>
          <p>
            An exhibit is a view of the record that you choose: what stop, items, span, lanes and findings. It
            becomes Word, PDF, slides, a picture, tables or one file that opens anywhere. It holds facts of
            the record and what they prove; your notes, plans and strengths have no place in it.
          </p>
          <Button onClick={() => void add()}>New exhibit</Button>
        </div>
      )}
      {(!plans || (wanted && !(plan && withheld))) && (
        <p className="page" role="status">
          Reading the exhibits …
        </p>
      )}
      {plan && withheld && (
        // The one before stays until the next is made, and takes no clicks meant for it.
        <div inert={plan.id !== wanted?.id}>
          <ExhibitEditor key={plan.id} view={view} saved={plan} withheld={withheld} />
        </div>
      )}
    </main>
  );
}
