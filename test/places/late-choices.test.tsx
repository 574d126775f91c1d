import 'fake-indexeddb/auto';
import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, renderHook, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { HistoryList } from '../../src/app/HistoryList';
import { useLanes } from '../../src/places/timeline/use-lanes';

/** What was kept comes late: when this is called. */
const late = vi.hoisted(() => ({ comes: (_: unknown) => {} }));
vi.mock('../../src/store/commands', () => ({
  keep: () => Promise.resolve(),
  readCase: () => Promise.resolve(),
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

it('a name typed into the history before the kept one is read stays', async () => {
  render(
    <MantineProvider env="test">
      <HistoryList caseId="c" opened row={null} onClose={() => {}} />
    </MantineProvider>,
  );
  expect(screen.queryByText('Nothing was changed yet.')).toBeNull();
  const name = screen.getByLabelText<HTMLInputElement>('Your name in the history');
  fireEvent.change(name, { target: { value: 'B. Cole' } });
  await act(async () => late.comes('A. Reyes'));
  expect(name.value).toBe('B. Cole');
  await screen.findByText('Nothing was changed yet.');
});
