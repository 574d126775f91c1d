/** Marks made while a known file's hash is still being compared, by recording. */
const held = new Map<string, (() => void)[]>();

/** Keeps a mark until the file's hash is known. @param write puts it into the record */
export function holdMark(source: string, write: () => void): void {
  held.set(source, [...(held.get(source) ?? []), write]);
}

/** The hash is that of the file that was marked: what was held is written. */
export function writeHeld(source: string): void {
  const all = held.get(source) ?? [];
  held.delete(source);
  for (const write of all) write();
}

/** It is another file, or its hash cannot be known: what was held is let go. @returns how many marks that is */
export function dropHeld(source: string): number {
  const n = held.get(source)?.length ?? 0;
  held.delete(source);
  return n;
}
