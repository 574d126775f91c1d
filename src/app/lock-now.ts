import { notifications } from '@mantine/notifications';
import { lockNow } from '../store/lock';
import { db } from '../store/open';

/** Locks, or says that no lock is set. */
export async function lockOrSay(): Promise<void> {
  if (!(await lockNow(db))) notifications.show({ message: 'No lock is set: it is set under Cases.' });
}
