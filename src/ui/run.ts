import type { Act } from '../actions/act';
import { type EditConflict, settled } from '../record/change';
import { commit, NoSuchCase } from '../store/commands';
import { db } from '../store/open';

/** What a person chose for each conflict; null where they went back to what they typed. */
type Choice = ((c: EditConflict) => 'mine' | 'theirs') | null;

/** A question that waits for its answer. */
export interface Asked {
  readonly says: string;
  readonly conflicts: readonly EditConflict[];
  readonly answer: (choice: Choice) => void;
}

let asked: Asked | null = null;
const listeners = new Set<() => void>();
const ask = (next: Asked | null): void => {
  asked = next;
  for (const l of listeners) l();
};

/** The conflicts that wait for a person, for `useSyncExternalStore`. */
export const conflictsAsked = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  now: (): Asked | null => asked,
};

/** `settled`: another's words may stand in place of what was typed. */
export type Outcome = 'written' | 'settled' | null;

const goneHeard = new Set<() => void>();

/** Hears where a write was refused since its case is gone. @returns how to stop */
export function onCaseGone(hear: () => void): () => void {
  goneHeard.add(hear);
  return () => goneHeard.delete(hear);
}

let queue: Promise<unknown> = Promise.resolve();

/**
 * Writes what a person did. Where a field became something else since they saw it, both are shown side by side first, and
 * nothing is written until they chose. @returns whether it is done, and whether a choice was made on the way; null where they went back to what they typed
 * @throws what `commit` throws, and then what was typed is still with whoever called
 */
export async function run(act: Act): Promise<Outcome> {
  let { edits } = act;
  let outcome: Outcome = 'written';
  for (;;) {
    const { conflicts } = await commit(db, act.caseId, act.says, edits, act.aside ? 'aside' : 'do').catch(
      (error: unknown) => {
        if (error instanceof NoSuchCase) for (const hear of goneHeard) hear();
        throw error;
      },
    );
    if (conflicts.length === 0) return outcome;
    // One question at a time.
    const answer = queue.then(
      () =>
        new Promise<Choice>((resolve) => {
          ask({ says: act.says, conflicts, answer: resolve });
        }),
    );
    queue = answer.then(() => ask(null));
    const choice = await answer;
    if (!choice) return null;
    outcome = 'settled';
    edits = settled(edits, conflicts, choice);
  }
}
