import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LostCases } from '../../src/app/LostCases';
import { newCase } from '../../src/record/case';
import { createCase, keep } from '../../src/store/commands';
import { noteSeen } from '../../src/store/lost';
import { db } from '../../src/store/open';

it('a case that is gone while others are there is said at the start, until it was read; its backup is offered', async () => {
  for (const id of ['c', 'd']) await createCase(db, newCase(id, `State v. ${id.toUpperCase()}`, 'UTC', 1));
  await keep(db, 'backup-folder c', 'a handle');
  await noteSeen(db, Date.now());
  await db.cases.delete('c');
  const { unmount } = render(<LostCases />);
  await screen.findByText('The browser no longer has the case State v. C.');
  screen.getByRole('button', { name: 'Open its newest backup' });
  unmount();
  render(<LostCases />);
  fireEvent.click(await screen.findByRole('button', { name: 'I have read this' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  // What was lost of the other is none of it, and what was never noted is no loss.
  expect(screen.queryByText(/State v\. D/)).toBeNull();
});
