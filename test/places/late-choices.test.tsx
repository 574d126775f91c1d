import 'fake-indexeddb/auto';
import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useLanes } from '../../src/places/timeline/use-lanes';

/** What was kept comes late: when this is called. */
const late = vi.hoisted(() => ({ comes: (_: unknown) => {} }));
vi.mock('../../src/store/commands', () => ({
  keep: () => Promise.resolve(),
  recall: () =>
    new Promise((done) => {
      late.comes = done;
    }),
}));

it('a lane that is hidden before what was kept is read stays hidden', async () => {
  const { result } = renderHook(() => useLanes('c'));
  act(() => result.current.hide(['dog'], true));
  await act(async () => late.comes({ hidden: [], order: [], fold: 0, beside: [] }));
  expect(result.current.hidden).toEqual(['dog']);
});
