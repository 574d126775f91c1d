import { Button, Group, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { keepNote, planFinding } from '../../actions/findings';
import { DISCLOSURE_PLANS, type DisclosurePlan, STRENGTHS } from '../../record/work-product';
import { draftKey } from '../../store/drafts';
import { dayFault } from '../../time/grammar/date';
import { DraftNote } from '../../ui/DraftNote';
import { type Outcome, run } from '../../ui/run';
import { useFields } from '../../ui/use-fields';
import type { Plans } from './plans';

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
  const { form, set, done, draft } = useFields(
    {
      text: note?.text ?? '',
      dismissed: plan?.dismissed ?? '',
      by: plan?.by ?? '',
    },
    draftKey(caseId, 'finding', about),
  );
  const { text, dismissed, by } = form.fields;
  const change = (patch: Partial<DisclosurePlan>, seen = plan): Promise<Outcome> =>
    run(planFinding(caseId, about, seen, patch));
  // What is typed is laid over what stood there when its typing began; it stays until it is written.
  const keepPlan = async (patch: Pick<Partial<DisclosurePlan>, 'dismissed' | 'by'>): Promise<void> => {
    const { dismissed: was, by: day } = form.seen;
    const outcome = await change(patch, plan && { ...plan, dismissed: was, by: day });
    done(outcome, patch);
  };
  const saveNote = async (): Promise<void> => {
    if (text === form.seen.text) return;
    const seen = note && { ...note, text: form.seen.text };
    done(await run(keepNote(caseId, about, seen, text, Date.now())), { text });
  };
  const dateError = dayFault(by);
  return (
    <>
      <div className="overline" style={{ color: 'var(--work)' }}>
        Work product
      </div>
      <div className="work">
        <DraftNote at={draft.at} onDrop={draft.drop} />
        <Textarea
          label="Notes"
          autosize
          minRows={2}
          value={text}
          onChange={(e) => set({ text: e.currentTarget.value })}
          onBlur={() => void saveNote()}
        />
        <SimpleGrid cols={2} spacing="xs" verticalSpacing={6} mt={6}>
          <Select
            label="Strength"
            value={plan?.strength ?? ''}
            allowDeselect={false}
            onChange={(v) => void change({ strength: STRENGTHS.find((s) => s === v) ?? '' })}
            data={STRENGTHS.map((s) => ({ value: s, label: STRENGTH_WORDS[s] }))}
          />
          <Select
            label="Disclosure"
            value={plan?.plan ?? 'undecided'}
            allowDeselect={false}
            onChange={(v) => void change({ plan: DISCLOSURE_PLANS.find((p) => p === v) ?? 'undecided' })}
            data={DISCLOSURE_PLANS.map((p) => ({ value: p, label: PLAN_WORDS[p] }))}
          />
          <TextInput
            label="By the day"
            placeholder="2024-06-01"
            value={by}
            error={dateError}
            onChange={(e) => set({ by: e.currentTarget.value })}
            onBlur={() => !dateError && by !== form.seen.by && void keepPlan({ by })}
          />
          <NumberInput
            label="Order"
            min={0}
            allowDecimal={false}
            value={plan?.order ?? 0}
            onChange={(v) => typeof v === 'number' && v !== (plan?.order ?? 0) && void change({ order: v })}
          />
        </SimpleGrid>
        <Group gap="xs" mt={6} align="flex-end">
          <TextInput
            label="Dismissed, because"
            placeholder="leave empty to pursue it"
            value={dismissed}
            onChange={(e) => set({ dismissed: e.currentTarget.value })}
            onBlur={() =>
              dismissed.trim() !== form.seen.dismissed && void keepPlan({ dismissed: dismissed.trim() })
            }
            style={{ flex: 1 }}
          />
          <Button
            size="xs"
            variant="default"
            onClick={() => void saveNote()}
            disabled={text === form.seen.text}
          >
            Save note
          </Button>
        </Group>
        <div className="work-note">Never leaves this case but in its case file.</div>
      </div>
    </>
  );
}
