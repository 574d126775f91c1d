import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { newCase } from '../../record/case';
import { createCase } from '../../store/commands';
import { db } from '../../store/open';
import { askToPersist } from '../../store/quirks/storage';
import { hereZone, isZone } from '../../time/grammar/zones';

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
  const [jurisdiction, setJurisdiction] = useState('us');
  const zoneError = isZone(zone) ? null : 'Write a zone such as America/Chicago.';
  const make = async (): Promise<void> => {
    if (title.trim() === '' || zoneError) return;
    const id = `case-${Date.now().toString(36)}`;
    await createCase(db, { ...newCase(id, title.trim(), zone, Date.now()), number, court, jurisdiction });
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
          <Select
            label="Jurisdiction"
            description="Supreme Court rules apply everywhere."
            value={jurisdiction}
            onChange={(v) => setJurisdiction(v ?? 'us')}
            data={[
              { value: 'us', label: 'United States' },
              ...'1 2 3 4 5 6 7 8 9 10 11'.split(' ').map((n) => ({
                value: `ca${n}`,
                label: `${n}${['th', 'st', 'nd', 'rd'][Number(n)] ?? 'th'} Circuit`,
              })),
              { value: 'cadc', label: 'D.C. Circuit' },
            ]}
          />
          <Button type="submit" disabled={title.trim() === '' || zoneError !== null}>
            Create the case
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
