import { Button, Checkbox, Group, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useMemo, useState } from 'react';
import type { CaseContent } from '../../casefile/content';
import { type Conflict, mergeCopies } from '../../casefile/merge';
import type { Touch } from '../../record/change';
import { addCaseContent, readCase } from '../../store/commands';
import { db } from '../../store/open';
import { lackingOf, takeOver } from '../../store/papers';
import type { CaseView } from '../../ui/case-view';
import { Dialog } from '../../ui/Dialog';
import { run as write } from '../../ui/run';
import { papersText, sizeText } from '../../ui/size';
import { Table } from '../../ui/Table';
import { useChosen } from '../../ui/use-chosen';
import { useKeptAside } from '../../ui/use-kept';

interface Props {
  readonly view: CaseView;
  /** The other copy, and the name of its file. */
  readonly theirs: CaseContent;
  readonly name: string;
  readonly onClose: () => void;
}

const NOTHING = { bytes: 0, pages: 0, refused: [] };

const by = (t: Touch | null): string =>
  t ? `${t.who}, ${new Date(t.at).toLocaleString('en-US')}` : 'as it was';
const show = (v: unknown): string =>
  v === null || v === undefined
    ? 'taken out'
    : typeof v === 'string'
      ? v || '(empty)'
      : JSON.stringify(v).slice(0, 400);

/** How another copy comes together with the case that is here: what is taken, what both changed, what may be the same thing twice. */
export function MergeDialog({ view, theirs, name, onClose }: Props) {
  const caseId = view.latest.case.id;
  const [mine, setMine] = useState<CaseContent | null>(null);
  const [choices, setChoices] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({});
  const { chosen: taken, toggle, choose } = useChosen();
  const [papers, setPapers] = useState(true);
  const lacking = useKeptAside(() => lackingOf(db, caseId, theirs), [caseId, theirs]);
  useEffect(() => {
    void readCase(db, caseId).then(setMine);
  }, [caseId, view.latest]);
  const merge = useMemo(
    () => (mine ? mergeCopies(mine, theirs, taken, theirs.part ?? false) : null),
    [mine, theirs, taken],
  );
  const open = merge?.conflicts.filter((c) => !choices[c.key]).length ?? 0;
  const run = async (): Promise<void> => {
    if (!merge) return;
    const changes = merge.changes(choices);
    const says = `Merged with ${name}: ${merge.added} added, ${merge.changed} changed, ${merge.removed} taken out`;
    if (changes.length > 0 && !(await write({ caseId, says, edits: changes }))) return;
    const came = papers ? await takeOver(db, caseId, theirs.facts.papers, theirs.contents ?? []) : NOTHING;
    const rows =
      changes.length > 0
        ? [`Merged: ${changes.length} ${changes.length === 1 ? 'row' : 'rows'}. One undo takes it back.`]
        : [];
    const files = came.bytes > 0 ? [`${papersText(came.bytes)} that were not here came with it.`] : [];
    const read =
      came.bytes === 0 && came.pages > 0 ? [`Pages of ${papersText(came.pages)} came with it.`] : [];
    const said = [...rows, ...files, ...read];
    notifications.show({ message: said.join(' ') || 'The copy holds nothing that is not here.' });
    if (came.refused.length > 0)
      notifications.show({
        color: 'red',
        title: 'Not taken over',
        message: `The bytes of ${came.refused.join(', ')} are not those that the case names: their hash is another.`,
        autoClose: false,
      });
    onClose();
  };
  const beside = async (): Promise<void> => {
    await addCaseContent(db, theirs);
    notifications.show({ message: 'It came in beside this case, as a copy.' });
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} size="xl" title={`Bring together with ${name}`}>
      {!merge ? (
        <p role="status">Comparing the two copies …</p>
      ) : (
        <>
          <p>
            {theirs.part
              ? 'The file holds annotations: recordings and what was marked on them.'
              : merge.common > 0
                ? `Both copies begin with the same ${merge.common === 1 ? 'step' : `${merge.common} steps`} of history. What came after in the other copy:`
                : 'The two copies share no past. Rows of the other are added to this case:'}{' '}
            <strong>
              {merge.added} added, {merge.changed} changed, {merge.removed} taken out
            </strong>
            {merge.restored > 0
              ? `; ${merge.restored === 1 ? 'a row that one side took out stays' : `${merge.restored} rows that one side took out stay`}, since others point at ${merge.restored === 1 ? 'it' : 'them'}`
              : ''}
            .
          </p>
          {merge.conflicts.length > 0 && (
            <section aria-label="Changed by both">
              <h3>Changed by both ({merge.conflicts.length})</h3>
              {merge.conflicts.slice(0, 300).map((c) => (
                <OneConflict
                  key={c.key}
                  c={c}
                  view={view}
                  choice={choices[c.key]}
                  onChoose={(v) => setChoices({ ...choices, [c.key]: v })}
                />
              ))}
            </section>
          )}
          {merge.duplicates.length + taken.size > 0 && (
            <section aria-label="Perhaps the same">
              <h3>Perhaps the same thing twice</h3>
              <p className="cite">
                These read alike. Check those that are one and the same; the others are kept apart.
              </p>
              <Group gap="xs" mb="xs">
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => choose(merge.duplicates.map((d) => d.key))}
                >
                  All are the same
                </Button>
                <Button size="compact-xs" variant="default" onClick={() => choose([])}>
                  None is
                </Button>
              </Group>
              {merge.duplicates.slice(0, 200).map((d) => (
                <Checkbox
                  key={d.key}
                  size="xs"
                  mb={4}
                  label={`${d.table}: ${d.name}`}
                  checked={taken.has(d.key)}
                  onChange={() => toggle(d.key)}
                />
              ))}
            </section>
          )}
          {lacking && lacking.papers > 0 && (
            <Checkbox
              size="xs"
              mt="md"
              label={`Take over ${papersText(lacking.papers)} that the file holds and this browser does not (${sizeText(lacking.size)})`}
              checked={papers}
              onChange={(e) => setPapers(e.currentTarget.checked)}
            />
          )}
          {lacking && lacking.papers === 0 && theirs.facts.papers.length > 0 && !theirs.contents && (
            <p className="cite">
              The file was saved without its papers: their names come along, and they do not.
            </p>
          )}
          <Group mt="md" justify="flex-end">
            {!theirs.part && theirs.case.id === caseId && (
              <Button variant="default" onClick={() => void beside()}>
                Keep it beside, as a copy
              </Button>
            )}
            <Button disabled={open > 0} onClick={() => void run()}>
              {open > 0 ? `${open} to settle first` : 'Merge'}
            </Button>
          </Group>
        </>
      )}
    </Dialog>
  );
}

function OneConflict({
  c,
  view,
  choice,
  onChoose,
}: {
  c: Conflict;
  view: CaseView;
  choice: 'mine' | 'theirs' | undefined;
  onChoose: (v: 'mine' | 'theirs') => void;
}) {
  const restsOnIt = view.analysis.findings
    .filter((f) => f.subjects.includes(c.id) || f.premises.some((p) => p.row === c.id))
    .slice(0, 4);
  return (
    <div className="conflict">
      <p>
        <strong>{c.name}</strong>{' '}
        <span className="cite">{c.field ?? 'taken out by one, changed by the other'}</span>
      </p>
      <Table
        className="mapping"
        rows={[c]}
        keyOf={() => c.key}
        columns={[
          { head: 'Before', cell: () => show(c.base) },
          { head: `Here (${by(c.mineBy)})`, cell: () => show(c.mine) },
          { head: `In the file (${by(c.theirsBy)})`, cell: () => show(c.theirs) },
        ]}
      />
      {restsOnIt.length > 0 && (
        <p className="cite">Rests on it: {restsOnIt.map((f) => f.title).join('; ')}</p>
      )}
      <SegmentedControl
        size="xs"
        aria-label={`Which of ${c.name}, ${c.field ?? 'row'}`}
        value={choice ?? ''}
        onChange={(v) => onChoose(v as 'mine' | 'theirs')}
        data={[
          { value: 'mine', label: 'what is here' },
          { value: 'theirs', label: 'what is in the file' },
        ]}
      />
    </div>
  );
}
