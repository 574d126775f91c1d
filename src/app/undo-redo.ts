import { notifications } from '@mantine/notifications';
import { redo, stepAt, undo } from '../store/commands';
import { officersStepAt, undoOfficers } from '../store/officer-steps';
import { db } from '../store/open';

type Kind = 'undo' | 'redo';

/** The notes of the last two steps: the third is said at once, in the place of the first, and does not wait until that goes by itself. */
const stand: string[] = [];
const say = (kind: Kind, what: string): void => {
  while (stand.length > 1) notifications.hide(String(stand.shift()));
  stand.push(notifications.show({ message: `${kind === 'undo' ? 'Undone' : 'Done again'}: ${what}` }));
};
const sayLeft = (what: string): void => {
  notifications.show({
    color: 'yellow',
    title: 'Left as it is',
    message: `${what}: it became something else since, and was not turned back.`,
    autoClose: false,
  });
};

/** Undoes or redoes and says what; and what was left as it is, since it became something else after. */
export async function undoOrRedo(caseId: string, kind: Kind): Promise<void> {
  const done = await (kind === 'undo' ? undo : redo)(db, caseId);
  if (!done) return void notifications.show({ message: `Nothing to ${kind}.` });
  say(kind, done.what);
  if (done.left.length > 0)
    sayLeft(done.left.map((c) => `“${c.name}”, ${c.field ?? 'the row itself'}`).join('; '));
}

/**
 * The same in Officers, whose tables lie beside every case: what was done last is undone, there or in the case that is open
 * (null for none), and what was undone last is done again.
 */
export async function undoOrRedoOfficers(caseId: string | null, kind: Kind): Promise<void> {
  const there = await officersStepAt(db, kind);
  const inCase = caseId === null ? null : await stepAt(db, caseId, kind);
  if (
    caseId !== null &&
    inCase !== null &&
    (there === null || (kind === 'undo' ? inCase > there : inCase < there))
  )
    return undoOrRedo(caseId, kind);
  const done = await undoOfficers(db, kind, Date.now());
  if (!done) return void notifications.show({ message: `Nothing to ${kind}.` });
  say(kind, done.what);
  if (done.left > 0) sayLeft(`${done.left} of its rows`);
}
