import { useRef, useState } from 'react';

export interface Choosing {
  readonly chosen: ReadonlySet<string>;
  /** The row that was pressed last. */
  readonly last: string | null;
  /** Chooses a row, or lets it go; with `range` all from the last one pressed, in the order in which they are listed. */
  readonly toggle: (id: string, range?: boolean) => void;
  readonly choose: (ids: Iterable<string>) => void;
}

/** Rows chosen of a list, to be changed at once. @param listed the ids in the order shown, asked for when a range is chosen */
export function useChosen(listed: () => readonly string[] = () => []): Choosing {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const toggle = (id: string, range = false): void => {
    const ids = new Set([id]);
    if (range && last.current !== null) {
      const all = listed();
      const [a, b] = [all.indexOf(last.current), all.indexOf(id)];
      if (a >= 0 && b >= 0)
        for (const between of all.slice(Math.min(a, b), Math.max(a, b) + 1)) ids.add(between);
    }
    last.current = id;
    setChosen((old) => new Set(old.has(id) ? [...old].filter((x) => !ids.has(x)) : [...old, ...ids]));
  };
  return { chosen, last: last.current, toggle, choose: (ids) => setChosen(new Set(ids)) };
}
