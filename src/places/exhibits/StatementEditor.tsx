import { Button, Textarea } from '@mantine/core';
import { memo, useMemo, useRef } from 'react';
import type { Fact } from '../../exhibits/facts';
import { firstSentences, sentenceOf, statedOf } from '../../exhibits/statement';
import type { ExhibitPlan, Sentence } from '../../record/paper';
import { LongRows, useLongList } from '../../ui/LongRows';
import css from './exhibits.module.css';

interface Props {
  readonly facts: readonly Fact[];
  readonly plan: ExhibitPlan;
  readonly signature: string;
  readonly certificate: string;
  readonly onChange: (patch: Partial<ExhibitPlan>) => void;
}

/** What is done with one sentence, by its number. */
interface Acts {
  readonly edit: (i: number, patch: Partial<Sentence>) => void;
  readonly move: (i: number, to: number) => void;
  readonly leave: (i: number) => void;
}

interface LineProps {
  readonly i: number;
  readonly last: boolean;
  readonly heading: boolean;
  readonly text: string;
  readonly cite: string;
  /** What the record gives now, where that changed; else ''. */
  readonly changed: string;
  readonly acts: Acts;
}

/** One sentence. A field that grows with its text measures itself each time it is drawn: only what changed is drawn anew. */
const Line = memo(function Line({ i, last, heading, text, cite, changed, acts }: LineProps) {
  const name = `${heading ? 'heading' : 'sentence'} ${i + 1}`;
  return (
    <>
      <Textarea
        size="xs"
        autosize
        minRows={1}
        aria-label={`${heading ? 'Heading' : 'Sentence'} ${i + 1}`}
        value={text}
        onChange={(e) => acts.edit(i, { text: e.currentTarget.value })}
      />
      <span className="row-tools">
        {!heading && (
          <span className="cite">
            {i + 1}. {cite}
          </span>
        )}
        <Button
          size="compact-xs"
          variant="default"
          disabled={i === 0}
          aria-label={`Earlier: ${name}`}
          onClick={() => acts.move(i, i - 1)}
        >
          ↑
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={last}
          aria-label={`Later: ${name}`}
          onClick={() => acts.move(i, i + 1)}
        >
          ↓
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          aria-label={`Leave out: ${name}`}
          onClick={() => acts.leave(i)}
        >
          ✕
        </Button>
      </span>
      {changed !== '' && (
        <p className="bad" role="status">
          The record now gives: {changed}{' '}
          <button
            type="button"
            className="cite-link"
            onClick={() => acts.edit(i, { text: changed, was: changed })}
          >
            take that
          </button>
        </p>
      )}
    </>
  );
});

/** The sentences of the statement of facts: edited, left out, ordered; and what stands below them. */
export function StatementEditor({ facts, plan, signature, certificate, onChange }: Props) {
  const given = useMemo(() => firstSentences(facts), [facts]);
  const sentences = plan.sentences ?? given;
  const by = useMemo(() => new Map(facts.map((f) => [f.id, f])), [facts]);
  const keep = (next: Sentence[]): void => onChange({ sentences: next });
  const now = useRef({ sentences, keep });
  now.current = { sentences, keep };
  const acts = useMemo<Acts>(() => {
    const change = (to: (old: Sentence[]) => Sentence[]): void =>
      now.current.keep(to([...now.current.sentences]));
    return {
      edit: (i, patch) => change((old) => old.map((s, k) => (k === i ? { ...s, ...patch } : s))),
      move: (i, to) =>
        change((old) => {
          const [s] = old.splice(i, 1);
          if (s) old.splice(to, 0, s);
          return old;
        }),
      leave: (i) => change((old) => old.filter((_, k) => k !== i)),
    };
  }, []);
  const out = useMemo(() => {
    const stated = new Set(sentences.map((s) => s.row));
    return facts.filter((f) => !stated.has(f.id));
  }, [facts, sentences]);
  const changed = useMemo(
    () => new Map(statedOf(facts, plan.sentences).map((s) => [s.row, s.changed])),
    [facts, plan.sentences],
  );
  // What the exhibit no longer shows keeps its place, and is not shown.
  const shown = useMemo(
    () => sentences.flatMap((s, i) => (s.row === '' || by.has(s.row) ? [i] : [])),
    [sentences, by],
  );
  const at = (k: number): number => shown[k] ?? -1;
  const list = useLongList({
    count: shown.length,
    height: 70,
    keyOf: (k) => sentences[at(k)]?.row || `heading ${at(k)}`,
    of: sentences,
  });
  return (
    <section aria-label="Statement of facts">
      <h2>Statement of facts</h2>
      <div ref={list.scroller} className={css['statement']} data-printing={list.printing}>
        <LongRows list={list} role="list" row={() => ({ role: 'listitem' })}>
          {(k) => {
            const [i, s] = [at(k), sentences[at(k)]];
            return (
              s && (
                <Line
                  i={i}
                  last={i === sentences.length - 1}
                  heading={s.row === ''}
                  text={s.text}
                  cite={by.get(s.row)?.cite ?? ''}
                  changed={changed.get(s.row) ?? ''}
                  acts={acts}
                />
              )
            );
          }}
        </LongRows>
      </div>
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
