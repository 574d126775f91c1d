import { notifications } from '@mantine/notifications';
import { redo, undo } from '../store/commands';
import { db } from '../store/open';

/** Undoes or redoes and says what; and what was left as it is, since it became something else after. */
export async function undoOrRedo(caseId: string, kind: 'undo' | 'redo'): Promise<void> {
  const done = await (kind === 'undo' ? undo : redo)(db, caseId);
  if (!done) return void notifications.show({ message: `Nothing to ${kind}.` });
  notifications.show({ message: `${kind === 'undo' ? 'Undone' : 'Done again'}: ${done.what}` });
  if (done.left.length > 0)
    notifications.show({
      color: 'yellow',
      title: 'Left as it is',
      message: `${done.left.map((c) => `“${c.name}”, ${c.field ?? 'the row itself'}`).join('; ')}: it became something else since, and was not turned back.`,
      autoClose: false,
    });
}
