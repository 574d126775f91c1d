import { Button, Group, TextInput } from '@mantine/core';
import { setOffset } from '../../actions/clocks';
import { draftKey } from '../../store/drafts';
import type { CaseView } from '../../ui/case-view';
import { run } from '../../ui/run';
import { useDraftText } from '../../ui/use-draft';
import { FindingLights } from '../../ui/WhatIf';
import { rangeText, type Trial } from './ClockPicture';

/** What a dragged range would change, and the choice to keep it, with its reason, or to let it go. */
export function TrialPanel({ view, trial, onDone }: { view: CaseView; trial: Trial; onDone: () => void }) {
  const clock = view.latest.clocks.find((c) => c.id === trial.clockId);
  const [why, setWhy, over] = useDraftText(
    draftKey(view.latest.case.id, 'trial', trial.clockId),
    clock?.offset?.why ?? '',
  );
  if (!clock) return null;
  const leave = (): void => {
    over();
    onDone();
  };
  const act = setOffset(clock, {
    min: -trial.most + 0,
    max: -trial.least + 0,
    why: why.trim() || 'tried out',
  });
  return (
    <form
      className="entry-form"
      aria-label={`Try out ${clock.name}`}
      onSubmit={(e) => {
        e.preventDefault();
        if (why.trim() !== '') void run(act).then((done) => done && leave());
      }}
      onKeyDown={(e) => {
        if (e.key !== 'Escape') return;
        e.stopPropagation();
        leave();
      }}
    >
      <strong style={{ fontSize: 13.5 }}>
        If {clock.name} ran {rangeText(trial)}
      </strong>
      <FindingLights
        view={view}
        changes={act.edits}
        change={`${trial.clockId} ${trial.least} ${trial.most}`}
      />
      <Group gap="xs" align="end" mt={8}>
        <TextInput
          size="xs"
          label="How that is known"
          value={why}
          onChange={(e) => setWhy(e.currentTarget.value)}
          style={{ flex: 1, maxWidth: 420 }}
        />
        <Button type="submit" size="xs" disabled={why.trim() === ''}>
          Keep
        </Button>
        <Button size="xs" variant="default" onClick={leave}>
          Let go
        </Button>
        <span className="cite">Nothing is saved until it is kept.</span>
      </Group>
    </form>
  );
}
