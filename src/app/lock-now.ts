import { notifications } from '@mantine/notifications';
import { db } from '../store/open';
import { lockApart } from '../workers/locking';

/** Locks, or says that no lock is set. */
export async function lockOrSay(): Promise<void> {
  if (!(await lockApart(db))) notifications.show({ message: 'No lock is set: it is set under Cases.' });
}
