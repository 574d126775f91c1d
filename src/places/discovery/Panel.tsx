import { Button, Checkbox, Group, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { addDemands } from '../../actions/papers';
import { type Candidate, demandCandidates } from '../../analysis/demands';
import { CASE_KINDS, USUAL, type Usual, usualLines, usualOf, usualText } from '../../analysis/usual';
import type { Withheld } from '../../exhibits/withheld';
import { newId } from '../../record/ids';
import { type Demand, newDemand } from '../../record/paper';
import { keep, recall } from '../../store/commands';
import { draftKey } from '../../store/drafts';
import { db } from '../../store/open';
import { requestsOf } from '../../store/requests';
import type { CaseView } from '../../ui/case-view';
import { DraftNote } from '../../ui/DraftNote';
import { run } from '../../ui/run';
import { useDraft } from '../../ui/use-draft';
import { useKept } from '../../ui/use-kept';
import css from './discovery.module.css';

interface Props {
  readonly view: CaseView;
  readonly demands: readonly Demand[];
  readonly withheld: Withheld;
}
type Offered = Pick<Demand, 'about' | 'asks' | 'why' | 'mentioned' | 'usual'>;

/** What could be asked for and is not yet: as a matter of course, what the record mentions, what would settle a question, what was noted. */
export function Panel({ view, demands, withheld }: Props) {
  const { case: of } = view.latest;
  const [kinds, setKinds] = useState<readonly string[]>(['stop']);
  const noted = useKept(() => requestsOf(db, of.id), [of.id]) ?? [];
  const list = useUsual();
  const proposed = useMemo(() => demandCandidates(view.record, view.analysis), [view.record, view.analysis]);
  const taken = new Set(demands.map((d) => d.asks));
  const fresh = <T extends { asks: string }>(rows: readonly T[]): T[] =>
    rows.filter((r) => !taken.has(r.asks));
  const plain = ({ hole: _, ...c }: Candidate): Offered => ({ ...c, usual: false });
  const shown = proposed.filter((c) => !withheld.has(c.about));
  const groups: readonly (readonly [string, readonly Offered[]])[] = [
    ['What the record shows to be missing', fresh(shown.filter((c) => c.hole)).map(plain)],
    ['What would settle a question', fresh(shown.filter((c) => !c.hole)).map(plain)],
    [
      'What you noted',
      fresh(noted.map((n) => ({ about: '', asks: n.text, why: '', mentioned: '', usual: false }))),
    ],
    [
      'As a matter of course',
      fresh(usualOf(list ?? [], of, kinds)).map((u) => ({
        about: '',
        asks: u.asks,
        why: u.why,
        mentioned: '',
        usual: true,
      })),
    ],
  ];
  const take = (rows: readonly Offered[]): void =>
    void run(
      addDemands(
        of.id,
        rows.map((c) => newDemand({ id: newId(), caseId: of.id, ...c })),
      ),
    );
  return (
    <section className={css['panel']} aria-label="Proposed demands">
      {groups.map(([name, rows]) => (
        <div key={name}>
          <Group gap="xs" mt={6}>
            <strong>{name}</strong>
            {rows.length > 1 && (
              <Button size="compact-xs" variant="default" onClick={() => take(rows)}>
                Take all {rows.length}
              </Button>
            )}
            {name === 'As a matter of course' &&
              CASE_KINDS.filter(([k]) => k !== '').map(([k, says]) => (
                <Checkbox
                  key={k}
                  size="xs"
                  label={says}
                  checked={kinds.includes(k)}
                  onChange={() => setKinds(kinds.includes(k) ? kinds.filter((x) => x !== k) : [...kinds, k])}
                />
              ))}
          </Group>
          {rows.length === 0 && <p className="cite">Nothing that is not asked for already.</p>}
          <ul>
            {rows.map((c) => (
              <li key={c.asks + c.mentioned}>
                <div>
                  {c.asks}
                  <small>{[c.why, c.mentioned].filter(Boolean).join(' · ')}</small>
                </div>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Ask for: ${c.asks}`}
                  onClick={() => take([c])}
                >
                  Ask for it
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {list && <EditUsual list={list} />}
    </section>
  );
}

const KEY = 'usual discovery';

/** The usual list of this browser; what the app begins with, until somebody changes it. */
function useUsual(): readonly Usual[] | undefined {
  return useKept(async () => {
    const kept = await recall(db, KEY);
    return typeof kept === 'string' ? usualLines(kept) : USUAL;
  }, []);
}

function EditUsual({ list }: { list: readonly Usual[] }) {
  const [text, setText] = useState<string | null>(null);
  const draft = useDraft(draftKey('-', 'usual discovery'), text === null ? null : { text }, (found) =>
    setText((now) => now ?? (found as { text: string }).text),
  );
  if (text === null)
    return (
      <button type="button" className="cite-link" onClick={() => setText(usualText(list))}>
        Edit the usual list of this office
      </button>
    );
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        void keep(db, KEY, text).then(() => setText(null));
      }}
    >
      <DraftNote at={draft.at} onDrop={() => setText(null)} />
      <Textarea
        label="The usual list: a line a thing"
        description={`what | why | in which case (${CASE_KINDS.map(([k]) => k)
          .filter(Boolean)
          .join(', ')}) | where (federal, or a state as NY). Kept in this browser, for all cases.`}
        autosize
        minRows={6}
        maxRows={18}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" type="submit">
          Keep the list
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setText(usualText(USUAL))}>
          The app’s own again
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setText(null)}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
