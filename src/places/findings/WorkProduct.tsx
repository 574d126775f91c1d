import { Button, Group, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { DISCLOSURE_PLANS, STRENGTHS } from '../../record/work-product';
import { changeNote, changePlan, type Plans } from './plans';

const PLAN_WORDS: Record<(typeof DISCLOSURE_PLANS)[number], string> = {
  undecided: 'Not decided',
  hold: 'Hold',
  letter: 'Letter',
  motion: 'Motion',
};
const STRENGTH_WORDS: Record<(typeof STRENGTHS)[number], string> = {
  '': 'Not weighed',
  strong: 'Strong',
  fair: 'Fair',
  weak: 'Weak',
};

/** What a plan is called on the screen. */
export const planWord = (plan: (typeof DISCLOSURE_PLANS)[number]): string => PLAN_WORDS[plan];

/** Notes, strength, dismissal and disclosure plan: rows of tables of their own, shown here and in nothing that leaves. */
export function WorkProduct({ caseId, about, plans }: { caseId: string; about: string; plans: Plans }) {
  const [plan, note] = [plans.plan.get(about), plans.note.get(about)];
  const [text, setText] = useState(note?.text ?? '');
  const [why, setWhy] = useState(plan?.dismissed ?? '');
  const [by, setBy] = useState(plan?.by ?? '');
  useEffect(() => setText(note?.text ?? ''), [note]);
  useEffect(() => {
    setWhy(plan?.dismissed ?? '');
    setBy(plan?.by ?? '');
  }, [plan]);
  const change = (patch: Parameters<typeof changePlan>[3]): void =>
    void changePlan(caseId, about, plan, patch);
  const saveNote = (): void => {
    if (text !== (note?.text ?? '')) void changeNote(caseId, about, note, text);
  };
  const dateError = by === '' || /^\d{4}-\d{2}-\d{2}$/.test(by) ? undefined : 'write 2024-06-01';
  return (
    <>
      <div className="overline" style={{ color: 'var(--work)' }}>
        Work product
      </div>
      <div className="work">
        <Textarea
          label="Notes"
          autosize
          minRows={2}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
          onBlur={saveNote}
        />
        <SimpleGrid cols={2} spacing="xs" verticalSpacing={6} mt={6}>
          <Select
            label="Strength"
            value={plan?.strength ?? ''}
            allowDeselect={false}
            onChange={(v) => change({ strength: STRENGTHS.find((s) => s === v) ?? '' })}
            data={STRENGTHS.map((s) => ({ value: s, label: STRENGTH_WORDS[s] }))}
          />
          <Select
            label="Disclosure"
            value={plan?.plan ?? 'undecided'}
            allowDeselect={false}
            onChange={(v) => change({ plan: DISCLOSURE_PLANS.find((p) => p === v) ?? 'undecided' })}
            data={DISCLOSURE_PLANS.map((p) => ({ value: p, label: PLAN_WORDS[p] }))}
          />
          <TextInput
            label="By the day"
            placeholder="2024-06-01"
            value={by}
            error={dateError}
            onChange={(e) => setBy(e.currentTarget.value)}
            onBlur={() => !dateError && by !== (plan?.by ?? '') && change({ by })}
          />
          <NumberInput
            label="Order"
            min={0}
            allowDecimal={false}
            value={plan?.order ?? 0}
            onChange={(v) => typeof v === 'number' && v !== (plan?.order ?? 0) && change({ order: v })}
          />
        </SimpleGrid>
        <Group gap="xs" mt={6} align="flex-end">
          <TextInput
            label="Dismissed, because"
            placeholder="leave empty to pursue it"
            value={why}
            onChange={(e) => setWhy(e.currentTarget.value)}
            onBlur={() => why.trim() !== (plan?.dismissed ?? '') && change({ dismissed: why.trim() })}
            style={{ flex: 1 }}
          />
          <Button size="xs" variant="default" onClick={saveNote} disabled={text === (note?.text ?? '')}>
            Save note
          </Button>
        </Group>
        <div className="work-note">Never leaves this case but in its case file.</div>
      </div>
    </>
  );
}
