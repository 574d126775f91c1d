import 'fake-indexeddb/auto';
import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { Drafts } from '../../src/intake/drafts';
import { RefusedLines } from '../../src/places/intake/RefusedLines';
import { useHalfTyped } from '../../src/places/intake/use-half-typed';
import { draftKey, keptDraft } from '../../src/store/drafts';
import { db } from '../../src/store/open';

const KEY = draftKey('c', 'refused cells', 'sha');
const WROTE: Record<number, string> = { 4: '14:6I', 9: 'noonish' };
const drafts = {
  refused: [4, 9].map((line) => ({ line, column: 'Time', why: 'is no time' })),
  asks: [],
} as unknown as Drafts;

function Lines({ onMend }: { onMend: (line: number, field: string, text: string) => void }) {
  const typed = useHalfTyped(KEY);
  return (
    <MantineProvider>
      <RefusedLines
        drafts={drafts}
        fieldOf={() => ({ field: 'start', label: 'Time' })}
        cell={(line) => WROTE[line] ?? ''}
        typed={typed}
        onMend={onMend}
      />
      <button type="button" onClick={typed.drop}>
        taken in
      </button>
    </MantineProvider>
  );
}
const field = (line: number): HTMLInputElement => screen.getByLabelText(`Line ${line}, Time`);
const loaded = () => act(() => new Promise((done) => setTimeout(done, 50)));

beforeEach(() => db.kept.clear());

it('a cell that is half typed outlives its place; read again, or taken in, it is no draft any more', async () => {
  const mended: string[] = [];
  const shown = () => render(<Lines onMend={(line, f, text) => mended.push(`${line} ${f} ${text}`)} />);
  const one = shown();
  await loaded();
  fireEvent.change(field(4), { target: { value: '14:06' } });
  fireEvent.change(field(9), { target: { value: 'no' } });
  one.unmount();
  await waitFor(async () =>
    expect((await keptDraft(db, KEY))?.value).toMatchObject({ 'cell 9 start': 'no' }),
  );
  const two = shown();
  await waitFor(() => expect(field(4).value).toBe('14:06'));
  expect(field(9).value).toBe('no');
  fireEvent.submit(field(4).form as HTMLFormElement);
  expect(mended).toEqual(['4 start 14:06']);
  two.unmount();
  await waitFor(async () => expect((await keptDraft(db, KEY))?.value).toEqual({ 'cell 9 start': 'no' }));
  shown();
  await waitFor(() => expect(field(9).value).toBe('no'));
  expect(field(4).value).toBe('14:6I');
  // As it was written again it is nothing to keep.
  fireEvent.change(field(9), { target: { value: 'noonish' } });
  await waitFor(async () => expect(await keptDraft(db, KEY)).toBeNull());
  fireEvent.change(field(9), { target: { value: '12:00' } });
  await waitFor(async () => expect(await keptDraft(db, KEY)).not.toBeNull());
  fireEvent.click(screen.getByText('taken in'));
  await waitFor(async () => expect(await keptDraft(db, KEY)).toBeNull());
});
