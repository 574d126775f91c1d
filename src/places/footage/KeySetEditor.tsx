import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { EVENT_KINDS, type EventKind, KINDS } from '../../record/vocabulary';
import { Dialog } from '../../ui/Dialog';
import css from './footage.module.css';
import { type KeySet, TAKEN } from './mark-keys';

/** One's own set of keys: which key marks what. Kept in this browser. */
export function KeySetEditor({
  set,
  onSave,
  onClose,
}: {
  set: KeySet;
  onSave: (set: KeySet) => void;
  onClose: () => void;
}) {
  const [name, setName] = useState(set.name);
  const [rows, setRows] = useState(() => [...set.keys, { key: '', kind: 'note' as EventKind }]);
  const used = rows.map((r) => r.key).filter((k) => k !== '');
  const fault = (key: string): string | undefined =>
    TAKEN[key]
      ? `the player has it: ${TAKEN[key]}`
      : used.filter((k) => k === key).length > 1
        ? 'used twice'
        : undefined;
  const good = name.trim() !== '' && used.length > 0 && used.every((k) => fault(k) === undefined);
  return (
    <Dialog opened onClose={onClose} title="Keys that mark" size="lg">
      <TextInput
        label="Name of the set"
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
        description="Another name keeps the set as it was and makes a new one."
        mb="sm"
      />
      <div className={css['key-rows']}>
        {rows.map((r, i) => (
          <div key={i} className={css['key-row']}>
            <TextInput
              size="xs"
              w={70}
              aria-label={`Key ${i + 1}`}
              value={r.key}
              maxLength={1}
              error={r.key === '' ? undefined : fault(r.key)}
              classNames={{ input: 'mono' }}
              onChange={(e) => {
                const key = e.currentTarget.value.toLowerCase();
                setRows((all) => {
                  const next = all.map((x, k) => (k === i ? { ...x, key } : x));
                  return next.at(-1)?.key === '' ? next : [...next, { key: '', kind: 'note' as EventKind }];
                });
              }}
            />
            <Select
              size="xs"
              searchable
              aria-label={`What key ${i + 1} marks`}
              value={r.kind}
              data={EVENT_KINDS.map((k) => ({ value: k, label: KINDS[k].label }))}
              onChange={(kind) =>
                kind && setRows((all) => all.map((x, k) => (k === i ? { ...x, kind: kind as EventKind } : x)))
              }
            />
          </div>
        ))}
      </div>
      <Button
        mt="sm"
        disabled={!good}
        onClick={() => onSave({ name: name.trim(), keys: rows.filter((r) => r.key !== '') })}
      >
        Keep this set
      </Button>
    </Dialog>
  );
}
