import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { setLock } from '../../store/lock';
import { db } from '../../store/open';
import { Dialog } from '../../ui/Dialog';
import { NewPassphraseFields, useNewPassphrase } from './NewPassphrase';

/** What the lock covers and what it does not, and its passphrase typed twice. */
export function NewLock({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const passphrase = useNewPassphrase(8);
  const [minutes, setMinutes] = useState('15');
  const [busy, setBusy] = useState(false);
  return (
    <Dialog opened={opened} onClose={onClose} title="Lock the app">
      <form
        onSubmit={(e) => {
          e.preventDefault();
          if (!passphrase.ready) return;
          setBusy(true);
          void setLock(db, passphrase.text, Number(minutes)).finally(() => {
            setBusy(false);
            passphrase.clear();
            onClose();
          });
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            While it is locked, your cases lie encrypted in this browser, with drafts, bookmarks and names. A
            forgotten passphrase cannot be recovered: keep case files. What the lock cannot cover: a browser
            closed before it locked, until Stopline is opened again; names of recordings and of the backup
            folder; what an open page held in memory; and remains on the disk, which only a disk that is
            encrypted as a whole covers for certain.
          </Text>
          <NewPassphraseFields of={passphrase} autofocus />
          <NativeSelect
            label="Locks by itself after"
            value={minutes}
            onChange={(e) => setMinutes(e.currentTarget.value)}
            data={['5', '15', '30', '60'].map((m) => ({ value: m, label: `${m} minutes without a touch` }))}
          />
          <Button type="submit" disabled={!passphrase.ready} loading={busy}>
            Set the lock
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
