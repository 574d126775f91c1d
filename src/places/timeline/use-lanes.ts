import { useEffect, useMemo, useRef, useState } from 'react';
import * as v from 'valibot';
import { keep, recall } from '../../store/commands';
import { db } from '../../store/open';

const LanesSchema = v.object({
  /** Lanes and groups that are not drawn. */
  hidden: v.array(v.string()),
  /** Lanes in the order wished for; those not named keep theirs, after them. */
  order: v.array(v.string()),
  /** Dead time longer than this is folded, in ms; null: nothing is. */
  fold: v.nullable(v.number()),
  /** Kinds of lanes beside the record that are drawn as well. */
  beside: v.optional(v.array(v.string()), []),
});
type Kept = v.InferOutput<typeof LanesSchema>;

/** How the lanes of one case are shown in this browser. */
export interface Lanes extends Readonly<Kept> {
  readonly hide: (ids: readonly string[], hidden: boolean) => void;
  readonly move: (ids: readonly string[], id: string, by: -1 | 1) => void;
  readonly foldOver: (ms: number | null) => void;
  readonly draw: (kind: string, drawn: boolean) => void;
  readonly reset: () => void;
}

/** Dead time that is folded unless the case says otherwise: an hour and a quarter. */
export const FOLD_DEFAULT = 75 * 60_000;
const START: Kept = { hidden: [], order: [], fold: FOLD_DEFAULT, beside: [] };

/** Which lanes are shown, in which order; remembered for the case in this browser. */
export function useLanes(caseId: string): Lanes {
  const [kept, setKept] = useState<Kept>(START);
  const key = `lanes ${caseId}`;
  /** The key under which something was chosen here: what is read after that is older. */
  const chosen = useRef('');
  useEffect(() => {
    let stale = false;
    void recall(db, key).then((stored) => {
      const read = v.safeParse(LanesSchema, stored);
      if (!stale && chosen.current !== key) setKept(read.success ? read.output : START);
    });
    return () => {
      stale = true;
    };
  }, [key]);
  return useMemo(() => {
    const save = (next: Kept): void => {
      chosen.current = key;
      setKept(next);
      void keep(db, key, next);
    };
    return {
      ...kept,
      hide: (ids, hidden) =>
        save({ ...kept, hidden: [...kept.hidden.filter((h) => !ids.includes(h)), ...(hidden ? ids : [])] }),
      move: (ids, id, by) => {
        const list = [...ids];
        const at = list.indexOf(id);
        const to = at + by;
        if (at < 0 || to < 0 || to >= list.length) return;
        [list[at], list[to]] = [list[to] as string, list[at] as string];
        save({ ...kept, order: list });
      },
      draw: (kind, drawn) =>
        save({ ...kept, beside: [...kept.beside.filter((k) => k !== kind), ...(drawn ? [kind] : [])] }),
      foldOver: (fold) => save({ ...kept, fold }),
      reset: () => save(START),
    };
  }, [kept, key]);
}
