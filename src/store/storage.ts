/** What the browser says of the data it holds for this app. */
export interface StorageState {
  /** Whether it promised not to clear it when space runs short; null where it cannot say. */
  readonly persisted: boolean | null;
  /** Bytes used and allowed; null where it does not tell. */
  readonly used: number | null;
  readonly quota: number | null;
}

/** Reads the state of storage. */
export async function storageState(): Promise<StorageState> {
  const s = navigator.storage as StorageManager | undefined;
  const persisted = s?.persisted ? await s.persisted() : null;
  const estimate = s?.estimate ? await s.estimate() : {};
  return { persisted, used: estimate.usage ?? null, quota: estimate.quota ?? null };
}

/** Asks the browser to keep the data, after the user has put some in: the moment at which the question makes sense. */
export async function askToPersist(): Promise<boolean | null> {
  const s = navigator.storage as StorageManager | undefined;
  if (!s?.persist) return null;
  return (await s.persisted()) || (await s.persist());
}
