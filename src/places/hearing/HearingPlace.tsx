import { Button, Select, Textarea, VisuallyHidden } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { keepNote } from '../../actions/findings';
import { orderSteps } from '../../actions/papers';
import { exhibitOf } from '../../exhibits/exhibit';
import type { ExhibitPlan, HearingStep } from '../../record/paper';
import type { Note } from '../../record/work-product';
import { ofCase } from '../../store/database';
import { draftKey } from '../../store/drafts';
import { db } from '../../store/open';
import type { CaseView } from '../../ui/case-view';
import { useOpenFiles } from '../../ui/open-files';
import { run } from '../../ui/run';
import { openShipped } from '../../ui/shipped';
import { today } from '../../ui/today';
import { useFields } from '../../ui/use-fields';
import { useKept } from '../../ui/use-kept';
import { useWithheld } from '../../ui/use-withheld';
import { ClipSettings } from './ClipSettings';
import { FullShow } from './FullShow';
import { filmOf } from './film';
import css from './hearing.module.css';
import { SpeakerDesk } from './SpeakerDesk';
import { footageOf, isShown, stepName } from './steps';

/** The hearing: steps chosen and ordered beforehand, shown full screen here or in a window for the projector. */
export function HearingPlace({ view }: { view: CaseView }) {
  const caseId = view.record.case.id;
  const plans = useKept(() => ofCase(db.exhibits, caseId).toArray(), [caseId]);
  const notes = useKept(() => ofCase(db.notes, caseId).toArray(), [caseId]) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [mode, setMode] = useState<'plan' | 'here' | 'desk'>('plan');
  /** What was shown last: the focus goes back to its button. */
  const ended = useRef<'here' | 'desk' | null>(null);
  const plan = plans?.find((p) => p.id === chosen) ?? plans?.[0];
  const read = useMemo(
    () => ({ record: view.record, analysis: view.analysis }),
    [view.record, view.analysis],
  );
  const withheld = useWithheld(caseId);
  const exhibit = useMemo(
    () => (plan && withheld ? exhibitOf(read, plan, today(), withheld) : null),
    [read, plan, withheld],
  );
  const files = useOpenFiles();
  const { sources } = view.record;
  useEffect(() => {
    for (const s of sources) void openShipped(s);
  }, [sources]);
  const film = useCallback(
    (s: HearingStep | null) => (exhibit && plan ? filmOf(read, exhibit, plan, files, s) : null),
    [read, exhibit, plan, files],
  );
  if (plans === undefined || withheld === undefined)
    return <div className="page">Reading the exhibits …</div>;
  if (!plan || !exhibit) {
    return (
      <main className="page">
        <h1>No exhibit to show yet</h1>
        <p>
          A hearing is shown from an exhibit: choose what it holds under Exhibits, then order its steps here.
        </p>
        <Button component="a" href={`#/case/${caseId}/exhibits`}>
          Make an exhibit
        </Button>
      </main>
    );
  }
  const steps = plan.steps.filter((s) => isShown(exhibit, s));
  const noteOf = (s: HearingStep): Note | undefined => notes.find((n) => n.about === noteKey(plan, s));
  const end = (): void => {
    ended.current = mode === 'plan' ? null : mode;
    setMode('plan');
  };
  if (mode === 'here') return <FullShow exhibit={exhibit} steps={steps} filmOf={film} onEnd={end} />;
  if (mode === 'desk') {
    return (
      <SpeakerDesk
        exhibit={exhibit}
        steps={steps}
        filmOf={film}
        noteOf={(s) => noteOf(s)?.text ?? ''}
        onEnd={end}
      />
    );
  }
  const change = (steps: HearingStep[]): Promise<unknown> => run(orderSteps(plan, steps));
  const move = (i: number, by: number): void => {
    const steps = [...plan.steps];
    const [s] = steps.splice(i, 1);
    if (s) steps.splice(Math.max(0, Math.min(steps.length, i + by)), 0, s);
    void change(steps);
  };
  const offered: { value: string; label: string; step: HearingStep }[] = [
    { value: 'minute', label: 'One minute', step: { show: 'minute', id: '', at: null } },
    { value: 'whole', label: 'The whole', step: { show: 'whole', id: '', at: null } },
    { value: 'stop', label: 'The stop', step: { show: 'stop', id: '', at: null } },
    ...exhibit.findings.map((f) => ({
      value: `f ${f.key}`,
      label: `Finding ${f.letter}: ${f.title}`,
      step: { show: 'finding' as const, id: f.key, at: null },
    })),
    ...exhibit.facts.slice(0, 400).flatMap((f) => {
      const entry = {
        value: `e ${f.id}`,
        label: `${f.clock} ${f.what}`.slice(0, 80),
        step: { show: 'entry' as const, id: f.id, at: null },
      };
      const filmed = footageOf(exhibit, f.id);
      return filmed
        ? [entry, { value: `v ${f.id}`, label: `Footage: ${f.what}`.slice(0, 80), step: filmed }]
        : [entry];
    }),
  ];
  return (
    <main className="wide">
      <VisuallyHidden component="h1">Hearing</VisuallyHidden>
      <div className={css['tools']} role="toolbar" aria-label="Hearing">
        <Select
          size="xs"
          w={280}
          aria-label="Exhibit"
          allowDeselect={false}
          value={plan.id}
          data={plans.map((p) => ({ value: p.id, label: `${p.sticker.mark} · ${p.title}` }))}
          onChange={setChosen}
        />
        <Button
          size="compact-sm"
          disabled={steps.length === 0}
          autoFocus={ended.current === 'here'}
          onClick={() => setMode('here')}
        >
          Show it here, full screen
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={steps.length === 0}
          autoFocus={ended.current === 'desk'}
          onClick={() => setMode('desk')}
        >
          Show it in a second window
        </Button>
        <span className="cite">
          → or PageDown: next · ← or PageUp: back · B: black · /: jump · Space plays footage, Z fills the wall
          with it · Esc: end
        </span>
      </div>
      {steps.length < plan.steps.length && (
        <p className="bad" role="status">
          {plan.steps.length - steps.length} of these steps{' '}
          {plan.steps.length - steps.length === 1 ? 'is' : 'are'} not in the exhibit now (kept back by your
          plan, or gone), and will not be shown.
        </p>
      )}
      {plan.steps.length === 0 && <p>No step yet: choose the first below.</p>}
      <ol className="steps">
        {plan.steps.map((s, i) => (
          <li
            key={`${s.show} ${s.id} ${s.at ?? ''} ${s.to ?? ''} ${plan.steps.slice(0, i).filter((x) => x.show === s.show && x.id === s.id && x.at === s.at).length}`}
          >
            <strong>{stepName(exhibit, s, view.record.sources)}</strong>
            <span className="row-tools">
              <Button
                size="compact-xs"
                variant="default"
                disabled={i === 0}
                onClick={() => move(i, -1)}
                aria-label={`Earlier: ${stepName(exhibit, s, view.record.sources)}`}
              >
                ↑
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                disabled={i === plan.steps.length - 1}
                onClick={() => move(i, 1)}
                aria-label={`Later: ${stepName(exhibit, s, view.record.sources)}`}
              >
                ↓
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                color="red"
                onClick={() => void change(plan.steps.filter((_, k) => k !== i))}
                aria-label={`Take out: ${stepName(exhibit, s, view.record.sources)}`}
              >
                ✕
              </Button>
            </span>
            {s.show === 'footage' && (
              <ClipSettings
                step={s}
                name={stepName(exhibit, s, view.record.sources)}
                onChange={(next) => void change(plan.steps.map((x, k) => (k === i ? next : x)))}
              />
            )}
            <StepNote
              caseId={caseId}
              about={noteKey(plan, s)}
              note={noteOf(s)}
              name={stepName(exhibit, s, view.record.sources)}
            />
          </li>
        ))}
      </ol>
      <Select
        size="xs"
        w={460}
        maw="100%"
        label="Add a step"
        className="no-print"
        placeholder="a finding, an entry, a moment of footage"
        searchable
        value={null}
        limit={80}
        data={offered
          .filter((o, i) => offered.findIndex((x) => x.value === o.value) === i)
          .map(({ value, label }) => ({ value, label }))}
        onChange={(v) => {
          const step = offered.find((o) => o.value === v)?.step;
          if (step) void change([...plan.steps, step]);
        }}
      />
    </main>
  );
}

const noteKey = (plan: ExhibitPlan, s: HearingStep): string =>
  `hearing ${plan.id} ${s.show} ${s.id} ${s.at ?? ''}`.slice(0, 400);

interface StepNoteProps {
  readonly caseId: string;
  readonly about: string;
  readonly note: Note | undefined;
  readonly name: string;
}

/** What the speaker notes on one step; what is typed stays, whatever another tab writes meanwhile. */
function StepNote({ caseId, about, note, name }: StepNoteProps) {
  const { form, set, done } = useFields({ text: note?.text ?? '' }, draftKey(caseId, 'hearing', about));
  const { text } = form.fields;
  const keep = async (): Promise<void> => {
    if (text === form.seen.text) return;
    const seen = note && { ...note, text: form.seen.text };
    done(await run(keepNote(caseId, about, seen, text, Date.now(), 'Note for the hearing')), { text });
  };
  return (
    <Textarea
      size="xs"
      autosize
      minRows={1}
      className="work"
      aria-label={`Notes on ${name}`}
      placeholder="notes for the speaker: shown on the desk, never on the projector"
      value={text}
      onChange={(e) => set({ text: e.currentTarget.value })}
      onBlur={() => void keep()}
    />
  );
}
