import { useEffect, useRef } from 'react';

/** Where a dropped file finds its way: to be read, mapped column by column, watched, or merged with the case. */
export type Way = 'papers' | 'import' | 'footage' | 'merge';

const waiting = new Map<Way, File[]>();
const listeners = new Set<() => void>();

/** Hands files to a place of the case, which takes them as soon as it is there. */
export function handOver(to: Way, files: readonly File[]): void {
  if (files.length === 0) return;
  waiting.set(to, [...(waiting.get(to) ?? []), ...files]);
  for (const l of listeners) l();
}

/** Takes what is handed to this place, now and while it is shown. */
export function useHanded(to: Way, take: (files: readonly File[]) => void): void {
  const now = useRef(take);
  now.current = take;
  useEffect(() => {
    const look = (): void => {
      const files = waiting.get(to);
      if (!files) return;
      waiting.delete(to);
      now.current(files);
    };
    look();
    listeners.add(look);
    return () => void listeners.delete(look);
  }, [to]);
}

/** Which way a file goes by what it is called; what is inside of packets is told by its bytes. */
export function wayOf(file: Pick<File, 'name' | 'type'>): Way {
  if (/\.(stopline|age)$/i.test(file.name)) return 'merge';
  if (/\.(csv|tsv|xlsx)$/i.test(file.name)) return 'import';
  if (/^(video|audio)\//.test(file.type) || /\.(mp4|m4v|mov|mkv|webm|avi|mp3|m4a|wav|ogg)$/i.test(file.name))
    return 'footage';
  return 'papers';
}
