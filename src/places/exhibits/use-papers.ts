import { useCallback, useEffect, useRef } from 'react';
import type { Act } from '../../actions/act';
import { changeExhibit } from '../../actions/papers';
import type { ExhibitPlan } from '../../record/paper';
import { ofCase } from '../../store/database';
import { db } from '../../store/open';
import { onFlush } from '../../store/unsaved';
import { run } from '../../ui/run';
import { useFields } from '../../ui/use-fields';
import { useKept } from '../../ui/use-kept';

/** Exhibits planned in a case, in the order in which they were made; undefined until they are read. */
export const useExhibits = (caseId: string): ExhibitPlan[] | undefined =>
  useKept(() => ofCase(db.exhibits, caseId).toArray(), [caseId]);

/** Keeps what was handed over upon the exhibit as it now stands: the app says so, nobody typed it over anything. */
export async function keepExported(
  { caseId, id }: ExhibitPlan,
  exported: NonNullable<ExhibitPlan['exported']>,
): Promise<void> {
  const now = await db.exhibits.get([caseId, id]);
  if (now) await run(changeExhibit(now, { exported }));
}

/** Typing is kept after this pause, ms. */
const PAUSE = 500;

/**
 * A row being edited: what is typed shows at once, and is kept after a pause, and when one leaves. Fields that are being
 * typed stay as they are, whatever another tab writes; all others follow the row. @param act what is done with the fields
 * typed, over the row as it was when each was first touched
 */
export function useDraft<T extends { id: string; caseId: string }>(
  saved: T,
  act: (seen: T, patch: Partial<T>) => Act,
): [T, (patch: Partial<T>) => void] {
  const { form, set, done } = useFields(saved);
  const waiting = useRef<{ seen: T; typed: Partial<T>; timer: ReturnType<typeof setTimeout> } | null>(null);
  const keep = (): void => {
    if (!waiting.current) return;
    const { seen, typed, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    void run(act(seen, typed)).then((outcome) => done(outcome, typed));
  };
  const last = useRef(keep);
  last.current = keep;
  useEffect(() => {
    const leave = (): void => last.current();
    const off = onFlush(async () => leave());
    window.addEventListener('pagehide', leave);
    return () => {
      off();
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  const change = (patch: Partial<T>): void => {
    clearTimeout(waiting.current?.timer);
    waiting.current = {
      seen: waiting.current?.seen ?? form.seen,
      typed: { ...waiting.current?.typed, ...patch },
      timer: setTimeout(() => last.current(), PAUSE),
    };
    set(patch);
  };
  const now = useRef(change);
  now.current = change;
  // One and the same for as long as the form stands: what does not hang on what is typed is not drawn anew for it.
  const always = useCallback((patch: Partial<T>) => now.current(patch), []);
  return [form.fields, always];
}
