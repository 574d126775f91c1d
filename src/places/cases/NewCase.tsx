import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { newCase } from '../../record/case';
import { NO_CHOICES } from '../../record/choices';
import { isZone } from '../../record/zone';
import { createCase } from '../../store/commands';
import { db } from '../../store/open';
import { askToPersist } from '../../store/quirks/storage';
import { hereZone } from '../../time/grammar/zones';
import { WhoseLaw } from '../../ui/WhoseLaw';

/** A new case: its names, its zone, the law that holds. */
export function NewCase({
  opened,
  onClose,
  onMade,
}: {
  opened: boolean;
  onClose: () => void;
  onMade: (id: string) => void;
}) {
  const [title, setTitle] = useState('');
  const [number, setNumber] = useState('');
  const [court, setCourt] = useState('');
  const [zone, setZone] = useState(hereZone());
  const [choices, setChoices] = useState(NO_CHOICES);
  const zoneError = isZone(zone) ? null : 'Write a zone such as America/Chicago.';
  const make = async (): Promise<void> => {
    if (title.trim() === '' || zoneError) return;
    const id = `case-${Date.now().toString(36)}`;
    await createCase(db, { ...newCase(id, title.trim(), zone, Date.now()), number, court, choices });
    void askToPersist();
    onMade(id);
  };
  return (
    <Modal opened={opened} onClose={onClose} title="New case">
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void make();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="Name"
            placeholder="State v. Doe"
            value={title}
            onChange={(e) => setTitle(e.currentTarget.value)}
            required
            data-autofocus
          />
          <Group grow>
            <TextInput
              label="Case number"
              value={number}
              onChange={(e) => setNumber(e.currentTarget.value)}
            />
            <TextInput label="Court" value={court} onChange={(e) => setCourt(e.currentTarget.value)} />
          </Group>
          <TextInput
            label="Time zone of the case"
            description="The ruler shows this zone."
            value={zone}
            onChange={(e) => setZone(e.currentTarget.value)}
            error={zoneError}
          />
          <WhoseLaw
            of={choices}
            label="Whose law binds"
            description="Can be chosen later, and changed, under Case."
            onChange={(court) => setChoices((old) => ({ ...old, ...court }))}
          />
          <Button type="submit" disabled={title.trim() === '' || zoneError !== null}>
            Create the case
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
