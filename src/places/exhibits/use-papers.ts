import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import type { Demand, ExhibitPlan } from '../../record/paper';
import { commit, updateRow } from '../../store/commands';
import { ofCase } from '../../store/database';
import { db } from '../../store/open';

/** Exhibits planned in a case, in the order in which they were made; undefined until they are read. */
export const useExhibits = (caseId: string): ExhibitPlan[] | undefined =>
  useLiveQuery(() => ofCase(db.exhibits, caseId).toArray(), [caseId]);

export const useDemands = (caseId: string): Demand[] | undefined =>
  useLiveQuery(() => ofCase(db.demands, caseId).toArray(), [caseId]);

export async function addExhibit(plan: ExhibitPlan): Promise<void> {
  await commit(db, plan.caseId, `Exhibit planned: ${plan.title}`, [
    { table: 'exhibits', id: plan.id, before: null, after: plan },
  ]);
}

export async function addDemands(caseId: string, demands: readonly Demand[]): Promise<void> {
  await commit(
    db,
    caseId,
    demands.length === 1 ? 'Demand added to the letter' : `${demands.length} demands added to the letter`,
    demands.map((d) => ({ table: 'demands', id: d.id, before: null, after: d })),
  );
}

/** Typing is kept after this pause, ms. */
const PAUSE = 500;

/** A row being edited: what is typed shows at once, and is kept after a pause, and when one leaves. */
export function useDraft<T extends { id: string; caseId: string }>(
  table: 'exhibits' | 'demands',
  saved: T,
  what: string,
): [T, (patch: Partial<T>) => void] {
  const [draft, setDraft] = useState(saved);
  const state = useRef({ saved, draft, timer: undefined as ReturnType<typeof setTimeout> | undefined });
  state.current.saved = saved;
  // What another tab, or an undo, made of the row shows where nothing is being typed.
  useEffect(() => {
    if (state.current.timer === undefined) {
      state.current.draft = saved;
      setDraft(saved);
    }
  }, [saved]);
  const keep = (): void => {
    const { saved: before, draft: after, timer } = state.current;
    clearTimeout(timer);
    state.current.timer = undefined;
    if (timer !== undefined) void updateRow(db, table, before, after, what);
  };
  const last = useRef(keep);
  last.current = keep;
  useEffect(() => () => last.current(), []);
  const change = (patch: Partial<T>): void => {
    state.current.draft = { ...state.current.draft, ...patch };
    setDraft(state.current.draft);
    clearTimeout(state.current.timer);
    state.current.timer = setTimeout(() => last.current(), PAUSE);
  };
  return [draft, change];
}
