import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../ui/Dialog';
import { downloadCase } from './backup';
import { NewPassphraseFields, useNewPassphrase } from './NewPassphrase';
import { PapersToo } from './PapersToo';

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
  const passphrase = useNewPassphrase(8);
  const [busy, setBusy] = useState(false);
  const [papers, setPapers] = useState(true);
  return (
    <Dialog opened={opened} onClose={onClose} title="Case file with a passphrase">
      <form
        onSubmit={(e) => {
          e.preventDefault();
          if (!passphrase.ready) return;
          setBusy(true);
          void downloadCase(caseId, title, passphrase.text, papers).finally(() => {
            setBusy(false);
            passphrase.clear();
            onClose();
          });
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            The file is locked in the age format. Nobody, not even its makers, can open it without the
            passphrase.
          </Text>
          <NewPassphraseFields of={passphrase} autofocus />
          <PapersToo caseId={caseId} checked={papers} onChange={setPapers} />
          <Button type="submit" disabled={!passphrase.ready} loading={busy}>
            Export
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
