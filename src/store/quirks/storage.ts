/** What the browser says of the data it holds for this app. */
export interface StorageState {
  /** Whether it promised not to clear it when space runs short; null where it cannot say. */
  readonly persisted: boolean | null;
  /** Bytes used and allowed; null where it does not tell, or tells the same to everybody. */
  readonly used: number | null;
  readonly quota: number | null;
  /** Whether this looks like a private window, whose data goes with it; null where the browser gives no sign. */
  readonly fleeting: boolean | null;
}

const GIB = 2 ** 30;

/** Chromium from 138 on tells every site, in a private window too, that what is used and ten more GiB are allowed (fewer on a small disk). */
const saidToAll = (usage: number, quota: number): boolean =>
  quota - usage <= 10 * GIB && (quota - usage) % GIB === 0;

/**
 * No browser says so, but some give it away: Firefox and Safari refuse the private file system, and older Chromium allows no
 * more than a share of memory.
 */
async function looksPrivate(quota: number | null): Promise<boolean | null> {
  const heap = (performance as unknown as { memory?: { jsHeapSizeLimit: number } }).memory?.jsHeapSizeLimit;
  if (quota !== null && heap !== undefined) return quota < 2 * heap;
  if (heap !== undefined) return null;
  return (
    (await navigator.storage?.getDirectory?.().then(
      () => false,
      () => true,
    )) ?? null
  );
}

/** Reads the state of storage. */
export async function storageState(): Promise<StorageState> {
  const s = navigator.storage as StorageManager | undefined;
  const persisted = s?.persisted ? await s.persisted() : null;
  const estimate = s?.estimate ? await s.estimate() : {};
  const used = estimate.usage ?? null;
  const quota = estimate.quota === undefined || saidToAll(used ?? 0, estimate.quota) ? null : estimate.quota;
  // What is promised to be kept is in no private window.
  return { persisted, used, quota, fleeting: persisted ? false : await looksPrivate(quota) };
}

/** Asks the browser to keep the data, after the user has put some in: the moment at which the question makes sense. */
export async function askToPersist(): Promise<boolean | null> {
  const s = navigator.storage as StorageManager | undefined;
  if (!s?.persist) return null;
  return (await s.persisted()) || (await s.persist());
}
