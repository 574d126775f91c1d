import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isOverdue, lockState } from '../store/lock';
import { LOCKED } from '../store/lock-keys';
import { db } from '../store/open';
import { settleOldPages } from '../store/quirks/old-pages';
import { siteData } from '../store/quirks/site-data';
import { later } from '../ui/later';
import { useKept } from '../ui/use-kept';
import { endAllWorkers } from '../workers/client';
import { lockApart } from '../workers/locking';

const LockScreen = later(() => import('./LockScreen').then((m) => m.LockScreen));

/** When somebody last touched the app in any of its tabs. */
const TOUCHED = 'stopline-touched';
const EVERY = 5000;
/** ms after which an opening that is not done is spoken of. */
const LONG = 4000;
const KINDS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const WAKES = ['focus', 'pageshow', 'visibilitychange', 'resume'] as const;

const lastTouch = (): number | null => {
  const kept = siteData.get(TOUCHED);
  return kept === null ? null : Number(kept);
};
const touch = (): void => void siteData.set(TOUCHED, String(Date.now()));

/**
 * Stands before the app while it is locked, and locks it when nobody has touched it for so long. Whether it is overdue is
 * always decided first, and a touch counts only then: not the opening of a closed tab, nor the mouse that wakes a machine.
 */
export function LockGate({ children }: { children: ReactNode }) {
  const [settled, setSettled] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    settleOldPages(db, LOCKED).then(() => setSettled(true), setFault);
  }, []);
  if (fault !== null) throw fault;
  if (!settled) return <Slow />;
  return <Settled>{children}</Settled>;
}

/** Says why nothing is shown yet, once it takes longer than it should. */
function Slow() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="page" role="status">
      {long &&
        'Opening what this browser keeps. If this stays, another tab of Stopline holds on to it: close every other tab of Stopline. Nothing is lost.'}
    </main>
  );
}

function Settled({ children }: { children: ReactNode }) {
  const state = useKept(() => lockState(db));
  const [passed, setPassed] = useState(false);
  const [trouble, setTrouble] = useState('');
  const locking = useRef(false);
  const { locked, minutes } = state ?? { locked: false, minutes: null };
  const wasOpen = useRef(false);

  useEffect(() => {
    if (!state || locked) return;
    let last = 0;
    const lock = async (): Promise<void> => {
      locking.current = true;
      endAllWorkers();
      setPassed(false);
      await lockApart(db)
        .catch((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)))
        .finally(() => {
          locking.current = false;
        });
    };
    /** @returns whether the app may be shown */
    const decide = (): boolean => {
      if (locking.current) return false;
      if (minutes === null || !isOverdue(lastTouch(), Date.now(), minutes)) return true;
      void lock();
      return false;
    };
    const touched = (event: Event): void => {
      if (Date.now() - last < 1000 && event.type === 'pointermove') return;
      if (!decide()) return;
      last = Date.now();
      touch();
    };
    const look = (): void => void decide();
    if (decide()) setPassed(true);
    const timer = setInterval(look, EVERY);
    for (const k of KINDS) window.addEventListener(k, touched, { passive: true, capture: true });
    for (const k of WAKES) window.addEventListener(k, look, { capture: true });
    return () => {
      clearInterval(timer);
      for (const k of KINDS) window.removeEventListener(k, touched, { capture: true });
      for (const k of WAKES) window.removeEventListener(k, look, { capture: true });
    };
  }, [state, locked, minutes]);

  // What was open is thrown away whole: the page's memory, its workers, and what was typed.
  useEffect(() => {
    if (state && !locked) wasOpen.current = true;
    if (locked && wasOpen.current) location.reload();
  }, [state, locked]);

  if (!state) return <Slow />;
  if (locked) return <LockScreen onTouch={touch} />;
  if (passed) return children;
  return (
    <main className="page" role="status">
      {trouble === '' ? 'Locking …' : `${trouble}.`}
      {trouble !== '' && <Button onClick={() => location.reload()}>Try again</Button>}
    </main>
  );
}
