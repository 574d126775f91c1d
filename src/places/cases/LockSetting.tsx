import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { lockState, removeLock } from '../../store/lock';
import { db } from '../../store/open';
import { later, useAsked } from '../../ui/later';
import { useKept } from '../../ui/use-kept';
import { lockApart } from '../../workers/locking';

const NewLock = later(() => import('./NewLock').then((m) => m.NewLock));

/** The lock of the app: set, put on, taken off. */
export function LockSetting() {
  const minutes = useKept(async () => (await lockState(db)).minutes);
  const [opened, setOpened] = useState(false);
  const asked = useAsked(opened);
  if (minutes === undefined) return null;
  return (
    <Group gap="xs" mb="lg">
      {minutes === null ? (
        <>
          <Button size="xs" variant="default" onClick={() => setOpened(true)}>
            Lock the app with a passphrase
          </Button>
          <Text size="xs" c="dimmed">
            Without it, whoever can use your account on this machine can read your cases.
          </Text>
        </>
      ) : (
        <>
          <Button size="xs" variant="default" onClick={() => void lockApart(db)}>
            Lock now
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={() => void removeLock(db)}>
            Take the lock off
          </Button>
          <Text size="xs" c="dimmed">
            Locks by itself after {minutes} minutes without a touch.
          </Text>
        </>
      )}
      {asked && <NewLock opened={opened} onClose={() => setOpened(false)} />}
    </Group>
  );
}
