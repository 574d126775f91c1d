import { Button, PasswordInput, Stack } from '@mantine/core';
import { useRef, useState } from 'react';
import { db } from '../store/open';
import { unlockApart } from '../workers/locking';

/** What stands there while the app is locked. @param onTouch a try counts as a touch */
export function LockScreen({ onTouch }: { onTouch: () => void }) {
  // The field is not controlled: each letter would leave one more copy of the passphrase in memory.
  const field = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'' | 'busy' | 'wrong'>('');
  const [trouble, setTrouble] = useState('');
  const open = async (): Promise<void> => {
    const passphrase = field.current?.value ?? '';
    if (passphrase === '') return;
    setState('busy');
    onTouch();
    try {
      setState((await unlockApart(db, passphrase)) ? '' : 'wrong');
    } catch (error) {
      setState('');
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <main className="page" style={{ maxWidth: 420, paddingTop: '18vh' }}>
      <h1>Stopline is locked</h1>
      <form
        autoComplete="off"
        onSubmit={(e) => {
          e.preventDefault();
          void open();
        }}
      >
        <Stack gap="sm">
          <PasswordInput
            ref={field}
            label="Passphrase"
            onChange={() => setState('')}
            error={state === 'wrong' ? 'This is not the passphrase.' : trouble || undefined}
            autoFocus
          />
          <Button type="submit" loading={state === 'busy'}>
            Open
          </Button>
          <p className="cite">
            Your cases lie encrypted in this browser. Without the passphrase nobody can open them; your case
            files are the other way back. The names of recordings and of the backup folder are not covered;
            nor are remains on the disk, which only a disk encrypted as a whole covers for certain, nor what
            the browser freed in its memory and has not used again: closing the browser ends that.
          </p>
        </Stack>
      </form>
    </main>
  );
}
