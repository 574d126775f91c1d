import { useState } from 'react';
import * as v from 'valibot';
import { useDraft } from '../../ui/use-draft';

const TypedSchema = v.record(v.string(), v.string());

/** Cells of refused lines as far as they are typed, and not read again yet. */
export interface HalfTyped {
  readonly of: (cell: string) => string | undefined;
  /** @param text null where it is read, or as it was written again */
  readonly set: (cell: string, text: string | null) => void;
  /** For good: the table is taken in. */
  readonly drop: () => void;
}

/** Keeps what is half typed over another place, a reload, the lock and a closed tab. @param key of `draftKey`; null keeps nothing */
export function useHalfTyped(key: string | null): HalfTyped {
  const [cells, setCells] = useState<Readonly<Record<string, string>>>({});
  const draft = useDraft(key, Object.keys(cells).length === 0 ? null : cells, (found) => {
    const before = v.safeParse(TypedSchema, found);
    if (before.success) setCells((now) => ({ ...before.output, ...now }));
  });
  return {
    of: (cell) => cells[cell],
    set: (cell, text) =>
      setCells(({ [cell]: _, ...others }) => (text === null ? others : { ...others, [cell]: text })),
    drop: draft.drop,
  };
}
