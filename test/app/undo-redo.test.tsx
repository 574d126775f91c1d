import 'fake-indexeddb/auto';
import { MantineProvider } from '@mantine/core';
import { act, render, screen } from '@testing-library/react';
import { it } from 'vitest';
import { Notices } from '../../src/app/Notices';
import { undoOrRedo } from '../../src/app/undo-redo';
import { newCase } from '../../src/record/case';
import { commit, createCase } from '../../src/store/commands';
import { db } from '../../src/store/open';
import { event } from '../make';

it('each of many steps that are undone in a row is said at once: none waits until the first goes by itself', async () => {
  await createCase(db, newCase('c', 'State v. C', 'UTC', 1));
  for (const ref of ['a', 'b', 'c', 'd', 'e'])
    await commit(db, 'c', `row ${ref}`, [
      { table: 'events', id: ref, before: null, after: event({ ref, start: '14:00' }) },
    ]);
  render(
    <MantineProvider>
      <Notices />
    </MantineProvider>,
  );
  for (const ref of ['e', 'd', 'c', 'b', 'a']) {
    await act(() => undoOrRedo('c', 'undo'));
    screen.getByText(`Undone: row ${ref}`);
  }
  await act(() => undoOrRedo('c', 'undo'));
  screen.getByText('Nothing to undo.');
});
