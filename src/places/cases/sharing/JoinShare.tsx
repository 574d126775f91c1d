import { Button, FileButton, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { keep, recall } from '../../../store/commands';
import { faultSays } from '../../../store/faults';
import { db } from '../../../store/open';
import type { Picked } from '../../../store/picked-folder';
import { CaseIsHere } from '../../../store/share';
import { Dialog } from '../../../ui/Dialog';
import { canPickFolder } from '../backup';
import { CannotJoin, join } from './engine';
import { pickFolder } from './folders';

/** Joins a case that somebody else shares: the folder, or the files that came by hand, and the passphrase. */
export function JoinShare({
  onClose,
  onJoined,
}: {
  onClose: () => void;
  onJoined: (caseId: string) => void;
}) {
  const [from, setFrom] = useState<Picked | readonly File[] | null>(null);
  const [name, setName] = useState('');
  const [phrase, setPhrase] = useState('');
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = from !== null && phrase !== '';
  const go = async (): Promise<void> => {
    if (!from) return;
    setBusy(true);
    setWhy('');
    try {
      if (name.trim() !== '') await keep(db, 'who', name.trim());
      else if (!(await recall(db, 'who')))
        throw new CannotJoin('Say your name first: the others see it on what you do.');
      onJoined(await join(from, phrase));
    } catch (error) {
      const known = error instanceof CannotJoin || error instanceof CaseIsHere;
      setWhy(known ? error.message : (faultSays(error) ?? 'The folder may not be used.'));
    } finally {
      setBusy(false);
    }
  };
  const chosen =
    from === null
      ? 'nothing chosen yet'
      : Array.isArray(from)
        ? `${from.length} files`
        : (from as Picked).name;
  return (
    <Dialog opened onClose={onClose} title="Join a shared case">
      <form
        onSubmit={(e) => {
          e.preventDefault();
          if (ready) void go();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            Whoever shares the case tells you where its folder is, and the passphrase by another way.
          </Text>
          <Group gap="xs">
            {canPickFolder() && (
              <Button
                variant="default"
                data-autofocus
                onClick={() => void pickFolder().then((f) => f && setFrom(f))}
              >
                Choose the folder
              </Button>
            )}
            <FileButton multiple accept=".zip,.age" onChange={(f) => f.length > 0 && setFrom(f)}>
              {(props) => (
                <Button {...props} variant="default">
                  Or its files
                </Button>
              )}
            </FileButton>
            <Text size="sm" c="dimmed">
              {chosen}
            </Text>
          </Group>
          <TextInput
            label="Your name, as the others see it"
            description="empty: the one this browser knows"
            value={name}
            onChange={(e) => setName(e.currentTarget.value)}
          />
          <PasswordInput
            label="Passphrase of the share"
            value={phrase}
            onChange={(e) => setPhrase(e.currentTarget.value)}
          />
          {why !== '' && (
            <Text size="sm" c="red" role="alert">
              {why}
            </Text>
          )}
          <Button type="submit" disabled={!ready} loading={busy}>
            Join
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
