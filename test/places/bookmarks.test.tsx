import 'fake-indexeddb/auto';
import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Sheet } from '../../src/drawing/lanes/lanes';
import { Bookmarks } from '../../src/places/timeline/Bookmarks';
import type { Range } from '../../src/places/timeline/use-range';
import { keep, recall } from '../../src/store/commands';
import { db } from '../../src/store/open';
import type { CaseView } from '../../src/ui/case-view';
import { record } from '../make';

vi.mock('../../src/ui/later-menu', () => ({
  useOpening: () => ({ target: <button type="button">Bookmarks</button>, opened: true }),
}));

/** What is read first comes late: when this is called. */
const late = vi.hoisted(() => ({ comes: () => {}, first: true }));
vi.mock('../../src/store/commands', async (original) => {
  const real = await original<typeof import('../../src/store/commands')>();
  return {
    ...real,
    recall: async (...of: Parameters<typeof real.recall>) => {
      const kept = await real.recall(...of);
      if (late.first) {
        late.first = false;
        await new Promise<void>((done) => {
          late.comes = done;
        });
      }
      return kept;
    },
  };
});

it('a view that is named before the others were read is kept, and so are they', async () => {
  const r = record({});
  const key = `bookmarks ${r.case.id}`;
  await keep(db, key, [{ name: 'the dog', t0: 1, t1: 2 }]);
  const axis = { toT: (u: number) => u, toU: (t: number) => t };
  render(
    <MantineProvider env="test">
      <Bookmarks
        button={null as never}
        view={{ record: r } as unknown as CaseView}
        sheet={{ axis } as unknown as Sheet}
        range={{ u0: 3, u1: 4 } as unknown as Range}
      />
    </MantineProvider>,
  );
  const field = screen.getByLabelText('Name of this view');
  await act(async () => {
    fireEvent.change(field, { target: { value: 'the sniff' } });
  });
  await act(async () => {
    fireEvent.submit(field);
  });
  await act(async () => late.comes());
  await screen.findByRole('menuitem', { name: 'the sniff' });
  await screen.findByRole('menuitem', { name: 'the dog' });
  expect(await recall(db, key)).toEqual([
    { name: 'the dog', t0: 1, t1: 2 },
    { name: 'the sniff', t0: 3, t1: 4 },
  ]);
});
