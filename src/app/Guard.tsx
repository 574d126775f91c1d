import { Button, PasswordInput, Stack } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { LOCKED, lockMinutes, lockNow, unlock } from '../store/lock';
import { db } from '../store/open';

/** When somebody last touched the app in any of its tabs. */
const TOUCHED = 'stopline-touched';
const EVERY = 5000;

/** Stands before the app while it is locked, and locks it when nobody has touched it for so long. */
export function Guard({ children }: { children: ReactNode }) {
  const locked = useLiveQuery(async () => (await db.kept.where('key').equals(LOCKED).count()) > 0);
  const minutes = useLiveQuery(() => lockMinutes(db)) ?? null;
  useEffect(() => {
    if (minutes === null) return;
    let last = 0;
    const touched = (): void => {
      if (Date.now() - last < 1000) return;
      last = Date.now();
      localStorage.setItem(TOUCHED, String(last));
    };
    touched();
    const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
    for (const k of kinds) window.addEventListener(k, touched, { passive: true });
    const timer = setInterval(() => {
      if (Date.now() - Number(localStorage.getItem(TOUCHED) ?? 0) > minutes * 60_000) void lockNow(db);
    }, EVERY);
    return () => {
      clearInterval(timer);
      for (const k of kinds) window.removeEventListener(k, touched);
    };
  }, [minutes]);
  if (locked === undefined) return null;
  return locked ? <LockScreen /> : children;
}

function LockScreen() {
  const [passphrase, setPassphrase] = useState('');
  const [state, setState] = useState<'' | 'busy' | 'wrong'>('');
  const open = async (): Promise<void> => {
    setState('busy');
    setState((await unlock(db, passphrase)) ? '' : 'wrong');
  };
  return (
    <main className="page" style={{ maxWidth: 420, paddingTop: '18vh' }}>
      <h1>Stopline is locked</h1>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void open();
        }}
      >
        <Stack gap="sm">
          <PasswordInput
            label="Passphrase"
            value={passphrase}
            onChange={(e) => {
              setPassphrase(e.currentTarget.value);
              setState('');
            }}
            error={state === 'wrong' ? 'This is not the passphrase.' : undefined}
            autoFocus
          />
          <Button type="submit" loading={state === 'busy'} disabled={passphrase === ''}>
            Open
          </Button>
          <p className="cite">
            Your cases lie encrypted in this browser. Without the passphrase nobody can open them; your case
            files are the other way back.
          </p>
        </Stack>
      </form>
    </main>
  );
}
