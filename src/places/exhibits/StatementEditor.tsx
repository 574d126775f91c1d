import { Button, Textarea } from '@mantine/core';
import type { Fact } from '../../exhibits/facts';
import { firstSentences, sentenceOf, statedOf } from '../../exhibits/statement';
import type { ExhibitPlan, Sentence } from '../../record/paper';

interface Props {
  readonly facts: readonly Fact[];
  readonly plan: ExhibitPlan;
  readonly signature: string;
  readonly certificate: string;
  readonly onChange: (patch: Partial<ExhibitPlan>) => void;
}

/** The sentences of the statement of facts: edited, left out, ordered; and what stands below them. */
export function StatementEditor({ facts, plan, signature, certificate, onChange }: Props) {
  const sentences = plan.sentences ?? firstSentences(facts);
  const by = new Map(facts.map((f) => [f.id, f]));
  const keep = (next: Sentence[]): void => onChange({ sentences: next });
  const edit = (i: number, patch: Partial<Sentence>): void =>
    keep(sentences.map((s, k) => (k === i ? { ...s, ...patch } : s)));
  const move = (i: number, to: number): void => {
    const next = [...sentences];
    const [s] = next.splice(i, 1);
    if (s) next.splice(to, 0, s);
    keep(next);
  };
  const out = facts.filter((f) => !sentences.some((s) => s.row === f.id));
  const changed = new Map(statedOf(facts, plan.sentences).map((s) => [s.row, s.changed]));
  return (
    <section aria-label="Statement of facts">
      <h2>Statement of facts</h2>
      <ol className="steps">
        {sentences.map((s, i) => {
          const name = s.row === '' ? `heading ${s.text}` : `sentence ${i + 1}`;
          if (s.row !== '' && !by.has(s.row)) return null;
          return (
            <li key={s.row === '' ? `heading ${i}` : s.row}>
              <Textarea
                size="xs"
                autosize
                minRows={1}
                aria-label={s.row === '' ? 'Heading' : `Sentence ${i + 1}`}
                value={s.text}
                onChange={(e) => edit(i, { text: e.currentTarget.value })}
              />
              <span className="row-tools">
                {s.row !== '' && <span className="cite">{by.get(s.row)?.cite}</span>}
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={i === 0}
                  aria-label={`Earlier: ${name}`}
                  onClick={() => move(i, i - 1)}
                >
                  ↑
                </Button>
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={i === sentences.length - 1}
                  aria-label={`Later: ${name}`}
                  onClick={() => move(i, i + 1)}
                >
                  ↓
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  aria-label={`Leave out: ${name}`}
                  onClick={() => keep(sentences.filter((_, k) => k !== i))}
                >
                  ✕
                </Button>
              </span>
              {(changed.get(s.row) ?? '') !== '' && (
                <p className="bad" role="status">
                  The record now gives: {changed.get(s.row)}{' '}
                  <button
                    type="button"
                    className="cite-link"
                    onClick={() => edit(i, { text: changed.get(s.row) ?? '', was: changed.get(s.row) ?? '' })}
                  >
                    take that
                  </button>
                </p>
              )}
            </li>
          );
        })}
      </ol>
      <span className="row-tools">
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => keep([...sentences, { row: '', text: 'Heading', was: '' }])}
        >
          Add a heading
        </Button>
        {plan.sentences && (
          <Button size="compact-xs" variant="default" onClick={() => keep(firstSentences(facts))}>
            All of them again, as the record gives them
          </Button>
        )}
      </span>
      {out.length > 0 && (
        <details>
          <summary>
            {out.length} {out.length === 1 ? 'entry is' : 'entries are'} left out
          </summary>
          <ul>
            {out.slice(0, 200).map((f) => (
              <li key={f.id}>
                {sentenceOf(f)}{' '}
                <button
                  type="button"
                  className="cite-link"
                  onClick={() => keep([...sentences, { row: f.id, text: sentenceOf(f), was: sentenceOf(f) }])}
                >
                  take it in
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Textarea
        size="xs"
        autosize
        minRows={3}
        label="Signature block"
        value={plan.signature ?? signature}
        onChange={(e) => onChange({ signature: e.currentTarget.value })}
      />
      <Textarea
        size="xs"
        autosize
        minRows={3}
        label="Certificate of service"
        description="empty where this court wants none"
        value={plan.certificate ?? certificate}
        onChange={(e) => onChange({ certificate: e.currentTarget.value })}
      />
    </section>
  );
}
