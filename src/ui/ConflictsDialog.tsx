import { Button, Group, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { EditConflict, Touch } from '../record/change';
import { Dialog } from './Dialog';
import type { Asked } from './run';
import { Table } from './Table';

type Side = 'mine' | 'theirs';

const by = (t: Touch | null): string => (t ? `, ${t.who}, ${new Date(t.at).toLocaleString('en-US')}` : '');
const show = (v: unknown): string =>
  v === null || v === undefined
    ? '(taken out)'
    : typeof v === 'string'
      ? v || '(empty)'
      : JSON.stringify(v).slice(0, 400);
/** `policies.lateBooking` as a person reads it: `late booking`. */
const fieldName = (field: string | null): string =>
  field === null
    ? 'taken out by one, changed by the other'
    : (field.split('.').at(-1) ?? field).replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
const keyOf = (c: EditConflict): string => `${c.edit} ${c.field ?? ''}`;

/** What somebody typed and what it became meanwhile, side by side, until a person chose. */
export function ConflictsDialog({ asked }: { asked: Asked }) {
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  // Each question is chosen anew.
  useEffect(() => setChoices({}), [asked]);
  const { conflicts, answer } = asked;
  const open = conflicts.filter((c) => !choices[keyOf(c)]).length;
  return (
    <Dialog opened onClose={() => answer(null)} size="lg" title="Changed meanwhile">
      <p>
        While you were typing, this became something else: in another tab, or by an edit of yours just before.
        Nothing of “{asked.says}” is written yet.
      </p>
      {conflicts.map((c) => (
        <div key={keyOf(c)} className="conflict">
          <p>
            <strong>{c.name}</strong> <span className="cite">{fieldName(c.field)}</span>
          </p>
          <Table
            className="mapping"
            rows={[c]}
            keyOf={keyOf}
            columns={[
              { head: 'Yours', cell: () => show(c.mine) },
              { head: `Theirs${by(c.theirsBy)}`, cell: () => show(c.theirs) },
              { head: 'As you saw it', className: 'cite', cell: () => show(c.base) },
            ]}
          />
          <SegmentedControl
            size="xs"
            aria-label={`Which of ${c.name}, ${fieldName(c.field)}`}
            value={choices[keyOf(c)] ?? ''}
            onChange={(v) => setChoices({ ...choices, [keyOf(c)]: v as Side })}
            data={[
              { value: 'mine', label: 'yours' },
              { value: 'theirs', label: 'theirs' },
            ]}
          />
        </div>
      ))}
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={() => answer(null)}>
          Back to what I typed
        </Button>
        <Button disabled={open > 0} onClick={() => answer((c) => choices[keyOf(c)] ?? 'theirs')}>
          {open > 0 ? `${open} to choose first` : 'Write it so'}
        </Button>
      </Group>
    </Dialog>
  );
}
