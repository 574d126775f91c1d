import { Autocomplete, Button, Group, Select, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import {
  changeEntries,
  copyable,
  duplicateEntries,
  type ManyFields,
  removeEntries,
} from '../../actions/entries';
import type { EventRow } from '../../record/event';
import { draftKey } from '../../store/drafts';
import { dayFault } from '../../time/grammar/date';
import type { CaseView } from '../../ui/case-view';
import { KindField } from '../../ui/KindField';
import { run } from '../../ui/run';
import { useDraft } from '../../ui/use-draft';

const WHAT = [
  { value: 'kind', label: 'Kind' },
  { value: 'date', label: 'Date' },
  { value: 'actor', label: 'Who' },
  { value: 'clock', label: 'Clock' },
  { value: 'source', label: 'Source' },
  { value: 'page', label: 'Page' },
] as const;
type What = (typeof WHAT)[number]['value'];

interface Props {
  readonly view: CaseView;
  readonly rows: readonly EventRow[];
  readonly onNone: () => void;
  readonly onDone: (says: string) => void;
}

/** What can be done with the entries that are chosen: one field set in all, copied, taken out. Each is one step back. */
export function Chosen({ view, rows, onNone, onDone }: Props) {
  const { latest } = view;
  const [what, setWhat] = useState<What>('kind');
  const [text, setText] = useState('');
  const draft = useDraft(
    draftKey(latest.case.id, 'set in all'),
    text === '' ? null : { what, text },
    (found) => {
      const before = found as { what?: unknown; text?: unknown };
      const of = WHAT.find((w) => w.value === before.what);
      if (!of || typeof before.text !== 'string' || text !== '') return;
      setWhat(of.value);
      setText(before.text);
    },
  );
  const [kind, setKind] = useState<EventRow['kind'] | null>(null);
  const n = rows.length === 1 ? 'One entry' : `${rows.length} entries`;
  const names = (what === 'clock' ? latest.clocks : latest.sources).map((r) => r.name);
  const fault = what === 'date' ? dayFault(text) : undefined;
  const empty =
    what === 'kind' ? kind === null : (what === 'clock' || what === 'source') && text.trim() === '';
  // The first one that can be copied is looked for alone: all of them may be very many.
  const fits = useMemo(() => rows.some((r) => copyable([r]).length > 0), [rows]);
  const duplicate = async (): Promise<void> => {
    const fit = copyable(rows).length;
    const left = rows.length - fit;
    if (await run(duplicateEntries(latest, rows)))
      onDone(
        `${fit === 1 ? 'One entry' : `${fit} entries`} copied: each stands beside what it was made from.${
          left > 0 ? ` ${left} count from the row before and were not copied.` : ''
        }`,
      );
  };
  const set = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    if (empty || fault) return;
    const fields = (what === 'kind' ? { kind } : { [what]: text.trim() }) as ManyFields;
    if (!(await run(changeEntries(latest, rows, fields)))) return;
    draft.drop();
    setText('');
    onDone(`${n} changed. Ctrl+Z changes back.`);
  };
  return (
    <section className="entry-form" aria-label="Chosen entries">
      <form onSubmit={(e) => void set(e)}>
        <Group gap="xs" align="flex-end">
          <strong style={{ alignSelf: 'center' }}>{n} chosen</strong>
          <Select
            size="xs"
            label="Set in all"
            w={110}
            allowDeselect={false}
            data={[...WHAT]}
            value={what}
            onChange={(v) => {
              if (v) setWhat(v as What);
              setText('');
            }}
          />
          {what === 'kind' ? (
            <KindField
              size="xs"
              label="To"
              w={200}
              value={kind}
              onChange={setKind}
              placeholder="type a word"
            />
          ) : what === 'clock' || what === 'source' ? (
            <Autocomplete
              size="xs"
              label="To"
              w={200}
              value={text}
              onChange={setText}
              data={[...new Set(names)]}
            />
          ) : (
            <TextInput
              size="xs"
              label="To"
              w={200}
              value={text}
              onChange={(e) => setText(e.currentTarget.value)}
              error={fault}
              placeholder={what === 'date' ? '2024-03-14' : ''}
            />
          )}
          <Button size="xs" type="submit" disabled={empty || fault !== undefined}>
            Set
          </Button>
          <Button size="xs" variant="default" disabled={!fits} onClick={() => void duplicate()}>
            Duplicate
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              void run(removeEntries(latest, rows)).then(
                (done) =>
                  done && onDone(`${n} taken out. Ctrl+Z brings ${rows.length === 1 ? 'it' : 'them'} back.`),
              )
            }
          >
            Take out
          </Button>
          <Button size="xs" variant="subtle" onClick={onNone}>
            Choose none
          </Button>
        </Group>
      </form>
    </section>
  );
}
