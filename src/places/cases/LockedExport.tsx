import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { downloadCase } from './backup';

/** A case file locked with a passphrase typed twice. */
export function LockedExport({
  caseId,
  title,
  opened,
  onClose,
}: {
  caseId: string;
  title: string;
  opened: boolean;
  onClose: () => void;
}) {
  const [one, setOne] = useState('');
  const [two, setTwo] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = one.length >= 8 && one === two;
  return (
    <Modal opened={opened} onClose={onClose} title="Case file with a passphrase">
      <form
        onSubmit={(e) => {
          e.preventDefault();
          if (!ready) return;
          setBusy(true);
          void downloadCase(caseId, title, one).finally(() => {
            setBusy(false);
            setOne('');
            setTwo('');
            onClose();
          });
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            The file is locked in the age format. Nobody, not even its makers, can open it without the
            passphrase.
          </Text>
          <PasswordInput
            label="Passphrase"
            description="eight letters or more; several words are best"
            value={one}
            onChange={(e) => setOne(e.currentTarget.value)}
            data-autofocus
          />
          <PasswordInput
            label="Once more"
            value={two}
            onChange={(e) => setTwo(e.currentTarget.value)}
            error={two !== '' && two !== one ? 'not the same' : undefined}
          />
          <Button type="submit" disabled={!ready} loading={busy}>
            Export
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
