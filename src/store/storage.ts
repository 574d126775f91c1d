/** What the browser says of the data it holds for this app. */
export interface StorageState {
  /** Whether it promised not to clear it when space runs short; null where it cannot say. */
  readonly persisted: boolean | null;
  /** Bytes used and allowed; null where it does not tell. */
  readonly used: number | null;
  readonly quota: number | null;
  /** Whether this looks like a private window, whose data goes with it. */
  readonly fleeting: boolean;
}

/**
 * No browser says so, but each gives it away: Firefox and Safari refuse the private file system, and Chromium allows no
 * more than a share of memory.
 */
async function looksPrivate(quota: number | null): Promise<boolean> {
  const heap = (performance as unknown as { memory?: { jsHeapSizeLimit: number } }).memory?.jsHeapSizeLimit;
  if (quota !== null && heap !== undefined) return quota < 2 * heap;
  return (
    (await navigator.storage?.getDirectory?.().then(
      () => false,
      () => true,
    )) ?? false
  );
}

/** Reads the state of storage. */
export async function storageState(): Promise<StorageState> {
  const s = navigator.storage as StorageManager | undefined;
  const persisted = s?.persisted ? await s.persisted() : null;
  const estimate = s?.estimate ? await s.estimate() : {};
  return { persisted, used: estimate.usage ?? null, quota: estimate.quota ?? null, fleeting: await looksPrivate(estimate.quota ?? null) };
}

/** Asks the browser to keep the data, after the user has put some in: the moment at which the question makes sense. */
export async function askToPersist(): Promise<boolean | null> {
  const s = navigator.storage as StorageManager | undefined;
  if (!s?.persist) return null;
  return (await s.persisted()) || (await s.persist());
}
