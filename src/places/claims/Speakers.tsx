import { TextInput } from '@mantine/core';
import { changeSource } from '../../actions/case';
import type { Claim } from '../../analysis/claims';
import { isDrafted, type Source } from '../../record/source';
import { draftKey } from '../../store/drafts';
import type { CaseView } from '../../ui/case-view';
import { run } from '../../ui/run';
import { useFields } from '../../ui/use-fields';
import css from './claims.module.css';

/** Who speaks in each report and transcript: what one person says in two papers is one witness. */
export function Speakers({ view, claims }: { view: CaseView; claims: readonly Claim[] }) {
  const ids = new Set(claims.map((c) => c.sourceId));
  const sources = view.latest.sources.filter((s) => ids.has(s.id));
  const unsaid = sources.filter((s) => (s.by ?? '') === '').length;
  return (
    <details className={css['speakers']} open={unsaid > 0 && sources.length < 8}>
      <summary>
        Who speaks{' '}
        {unsaid > 0 && (
          <span className={css['unsaid']}>
            {unsaid === 1
              ? 'is not said of one source. Until it is, what it says supports no other source'
              : `is not said of ${unsaid} sources. Until it is, none of them supports another`}
          </span>
        )}
      </summary>
      <ul>
        {sources.map((s) => (
          <li key={s.id}>
            <SpeakerField source={s} />
            {isDrafted(s) && (
              <small>
                drafted by a program from{' '}
                {view.latest.sources.find((c) => c.id === s.draftedFrom)?.name ?? 'what is not known'}
              </small>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function SpeakerField({ source }: { source: Source }) {
  const { form, input, done } = useFields(
    { by: source.by ?? '' },
    draftKey(source.caseId, 'speaker', source.id),
  );
  const save = async (): Promise<void> => {
    const by = form.fields.by.trim();
    if (by === form.seen.by) return;
    done(await run(changeSource({ ...source, by: form.seen.by }, { by }, `Who speaks in ${source.name}`)), {
      by,
    });
  };
  return (
    <TextInput
      size="xs"
      label={source.name}
      placeholder="Officer Marsh"
      {...input('by')}
      onBlur={() => void save()}
      onKeyDown={(e) => e.key === 'Enter' && e.currentTarget.blur()}
    />
  );
}
