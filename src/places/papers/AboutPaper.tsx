import { Button, TextInput } from '@mantine/core';
import { changePaper } from '../../actions/discovery';
import type { PaperRow } from '../../record/discovery';
import { draftKey } from '../../store/drafts';
import { DraftNote } from '../../ui/DraftNote';
import { run } from '../../ui/run';
import { useFields } from '../../ui/use-fields';
import type { Understood } from '../../workers/papers-worker';
import css from './papers.module.css';

/** What a paper says of itself, and where it came from: production and Bates numbers, as stamped. */
export function AboutPaper({ paper, understood }: { paper: PaperRow; understood: Understood | null }) {
  const { production, batesFrom, batesTo } = paper;
  const { form, input, done, draft } = useFields(
    { production, batesFrom, batesTo },
    draftKey(paper.caseId, 'about paper', paper.id),
  );
  const f = form.fields;
  const touched = f.production !== production || f.batesFrom !== batesFrom || f.batesTo !== batesTo;
  const says = [...paper.says, ...(understood?.says ?? [])];
  const save = async (): Promise<void> => {
    const patch = Object.fromEntries(
      Object.entries(f).filter(([k, x]) => x !== form.seen[k as keyof typeof f]),
    );
    done(await run(changePaper({ ...paper, ...form.seen }, patch, 'Production and Bates numbers')), f);
  };
  return (
    <>
      <details className={css['says']} open={draft.at !== null || undefined}>
        <summary>
          {paper.draftedFrom !== '' ? `Drafted by a machine from ${paper.draftedFrom} · ` : ''}
          {batesFrom === '' ? 'Production and Bates numbers' : `Bates ${batesFrom}–${batesTo}`}
        </summary>
        <DraftNote at={draft.at} onDrop={draft.drop} />
        <form
          onSubmit={(e) => {
            e.preventDefault();
            void save();
          }}
          style={{ display: 'grid', gridTemplateColumns: '1fr 1fr 1fr auto', gap: 6, alignItems: 'end' }}
        >
          <TextInput size="xs" label="Production" {...input('production')} />
          <TextInput size="xs" label="Bates from" {...input('batesFrom')} />
          <TextInput size="xs" label="Bates to" {...input('batesTo')} />
          <Button size="xs" type="submit" disabled={!touched}>
            Keep
          </Button>
        </form>
      </details>
      {says.length > 0 && (
        <div className={css['says']}>
          <ul>
            {says.map((s) => (
              <li key={s}>{s}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
