import { useSyncExternalStore } from 'react';

let asked: string | null = null;
const listeners = new Set<() => void>();

/** Asks for the past of a row: the shell shows it, whatever place it is asked from. Null closes it. */
export function askPast(row: string | null): void {
  asked = row;
  for (const l of listeners) l();
}

export const usePast = (): string | null =>
  useSyncExternalStore(
    (l) => {
      listeners.add(l);
      return () => listeners.delete(l);
    },
    () => asked,
  );
