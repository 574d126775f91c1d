import { useSyncExternalStore } from 'react';

let open = false;
let pasted: Pasted | null = null;
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const l of listeners) l();
};
const subscribe = (l: () => void): (() => void) => {
  listeners.add(l);
  return () => listeners.delete(l);
};

/** Opens or closes the form for new entries, in whatever place one is. */
export function askEntry(on: boolean): void {
  open = on;
  tell();
}

/** Whether new entries are being typed. */
export const useAdding = (): boolean => useSyncExternalStore(subscribe, () => open);

/** Text that was pasted to become rows, with what the form it was pasted into says for all of them. */
export interface Pasted {
  readonly text: string;
  readonly date: string;
  readonly clock: string;
  readonly source: string;
}

/** Hands pasted text to the place that makes rows of it. */
export function handPasted(what: Pasted): void {
  pasted = what;
  tell();
}

/** What was pasted and not yet taken; `takePasted` takes it. */
export const usePasted = (): Pasted | null => useSyncExternalStore(subscribe, () => pasted);

export function takePasted(): Pasted | null {
  const found = pasted;
  pasted = null;
  tell();
  return found;
}

/** Whether pasted text is more than one field's worth: cells of a spreadsheet, or several lines, or a paragraph. */
export function isManyRows(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((l) => l.trim() !== '');
  return lines.length > 1 || /\t\S/.test(text.trim()) || (text.match(/[.!?]["”]?\s+[A-Z]/g)?.length ?? 0) > 1;
}
