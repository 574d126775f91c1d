const NAMES: Readonly<Record<string, string>> = {
  QuotaExceededError:
    'The storage of this browser is full: what you just did was not kept, and nothing was half-written. Export case files, take out what is not needed, and try again.',
  DatabaseClosedError:
    'This tab is of an older Stopline, or the database was closed under it: what you just did was not kept. Reload the tab.',
  VersionError:
    'The data in this browser was written by a newer Stopline: reload the page to take the new version.',
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
