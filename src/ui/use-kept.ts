import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useReducer } from 'react';

/** ms after which a reading that failed is tried again: as the case itself is. */
const AGAIN = 2000;

/**
 * What a query of the database gives, anew after each write that touches it; undefined until it is read. Where a later reading
 * fails (a disk that is full) what was read last stays, and it is tried again: the notice of the case says that it may be old.
 * @throws where nothing was read yet: the place says so
 */
export const useKept = <T>(query: () => Promise<T>, deps: readonly unknown[] = []): T | undefined =>
  useReading(query, deps, false);

/** The same of what stands beside the work (the head, its menus, dialogs over it): a fault of theirs takes nothing with it. */
export const useKeptAside = <T>(query: () => Promise<T>, deps: readonly unknown[] = []): T | undefined =>
  useReading(query, deps, true);

function useReading<T>(query: () => Promise<T>, deps: readonly unknown[], aside: boolean): T | undefined {
  const [turn, again] = useReducer((n: number) => n + 1, 0);
  // Of another question nothing was read yet.
  const last = useMemo((): { read?: { readonly value: T } } => ({}), deps);
  return useLiveQuery(async () => {
    try {
      last.read = { value: await query() };
    } catch (error) {
      if (!last.read && !aside) throw error;
      setTimeout(again, AGAIN);
    }
    return last.read?.value;
  }, [...deps, turn]);
}
