import { Button, PasswordInput, Stack } from '@mantine/core';
import { Dialog } from '../../ui/Dialog';

/** Asks for the passphrase of a case file that is locked. */
export function LockedFile({
  file,
  passphrase,
  wrong,
  busy,
  onType,
  onOpen,
  onClose,
}: {
  file: File | null;
  passphrase: string;
  /** Why the last try failed; empty before the first. */
  wrong: string;
  busy: boolean;
  onType: (passphrase: string) => void;
  onOpen: (file: File) => void;
  onClose: () => void;
}) {
  return (
    <Dialog opened={file !== null} onClose={onClose} title={`${file?.name ?? ''} is locked`}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          if (file) onOpen(file);
        }}
      >
        <Stack gap="sm">
          <PasswordInput
            label="Passphrase"
            value={passphrase}
            error={wrong || undefined}
            onChange={(e) => onType(e.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" loading={busy} disabled={passphrase === ''}>
            Open it
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
