import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { keep } from '../../../store/commands';
import { faultSays } from '../../../store/faults';
import { db } from '../../../store/open';
import { papersHere } from '../../../store/papers';
import { papersText, sizeText } from '../../../ui/size';
import { useKeptAside } from '../../../ui/use-kept';
import { canPickFolder } from '../backup';
import { NewPassphraseFields, useNewPassphrase } from '../NewPassphrase';
import type { Sharing } from './engine';
import { pickFolder } from './folders';

/** Letters of a passphrase, at least: it stands between the folder's readers and the case. */
const LETTERS = 12;

/** A case that is not shared yet: who one is, the passphrase, the folder. */
export function BeginShare({ sharing, who }: { sharing: Sharing; who: string }) {
  const [name, setName] = useState(who);
  const passphrase = useNewPassphrase(LETTERS);
  const [busy, setBusy] = useState(false);
  const [carries, setCarries] = useState(true);
  const papers = useKeptAside(() => papersHere(db, sharing.caseId), [sharing]);
  const [why, setWhy] = useState('');
  const ready = passphrase.ready && name.trim() !== '';
  const begin = async (byHand: boolean): Promise<void> => {
    setWhy('');
    const folder = byHand ? null : await pickFolder();
    if (!byHand && !folder) return;
    setBusy(true);
    try {
      await keep(db, 'who', name.trim());
      await sharing.begin(passphrase.text, folder, carries);
    } catch (error) {
      setWhy(faultSays(error) ?? 'The folder may not be used.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        if (ready) void begin(!canPickFolder());
      }}
    >
      <Stack gap="sm">
        <Text size="sm">
          Several people work on one case through a folder that all of them have: a network drive, OneDrive,
          Dropbox, Syncthing. Every file in it is locked. Give the passphrase to the others by another way
          than the folder; nobody can take it back from somebody who has it.
        </Text>
        <TextInput
          label="Your name, as the others see it"
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
          data-autofocus
          // What it stands in comes before it, and would keep the focus on its cross.
          autoFocus
        />
        <NewPassphraseFields of={passphrase} label="Passphrase of the share" />
        {papers !== undefined && papers.here > 0 && (
          <Checkbox
            label={`Its papers go along, each locked: ${papersText(papers.here)}, ${sizeText(papers.size)}`}
            description="left out, the others see that they are there, and neither their pages nor their files"
            checked={carries}
            onChange={(e) => setCarries(e.currentTarget.checked)}
          />
        )}
        {why !== '' && (
          <Text size="sm" c="red" role="alert">
            {why}
          </Text>
        )}
        <Group gap="xs">
          {canPickFolder() && (
            <Button type="submit" disabled={!ready} loading={busy}>
              Choose the folder and share
            </Button>
          )}
          <Button
            type={canPickFolder() ? 'button' : 'submit'}
            variant={canPickFolder() ? 'default' : 'filled'}
            disabled={!ready}
            loading={busy}
            onClick={canPickFolder() ? () => void begin(true) : undefined}
          >
            Share by files that go by hand
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
