import { notifications } from '@mantine/notifications';
import { db } from '../store/open';

const NAMES: Readonly<Record<string, string>> = {
  QuotaExceededError:
    'The storage of this browser is full: what you just did was not kept, and nothing was half-written. Export case files, take out what is not needed, and try again.',
  DatabaseClosedError: 'This tab is of an older Stopline, or the database was closed under it: what you just did was not kept. Reload the tab.',
  VersionError: 'The data in this browser was written by a newer Stopline: reload the page to take the new version.',
};

/** What a failed write is, in a sentence; null where it is nothing a user is to be told of. */
export function faultSays(error: unknown): string | null {
  const e = error as { name?: string; inner?: { name?: string }; message?: string } | null;
  const known = NAMES[e?.name ?? ''] ?? NAMES[e?.inner?.name ?? ''];
  if (known) return known;
  if (/quota/i.test(e?.message ?? '')) return NAMES['QuotaExceededError'] ?? null;
  // An act that was given up is no fault.
  if (e?.name === 'AbortError' || e?.name === 'NotAllowedError') return null;
  return `Something was not done: ${e?.message ?? String(error)}. Nothing was half-written.`;
}

/** Nothing that fails goes by unsaid: each failed promise becomes a sentence on the screen. */
export function tellOfFaults(): void {
  window.addEventListener('unhandledrejection', (event) => {
    const says = faultSays(event.reason);
    if (says) notifications.show({ id: `fault ${says.slice(0, 40)}`, color: 'red', title: 'Not done', message: says, autoClose: false });
  });
  // Another tab brings a newer database: this one lets go at once, and writes no more.
  db.on('versionchange', () => {
    db.close();
    notifications.show({
      color: 'red',
      title: 'A newer Stopline is open in another tab',
      message: 'This tab is of the version before, and writes no more, so that it cannot damage what the newer one keeps. Reload it.',
      autoClose: false,
    });
    return false;
  });
}
