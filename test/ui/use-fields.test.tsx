import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useFields } from '../../src/ui/use-fields';

interface Row {
  readonly text: string;
  readonly by: string;
}
const over = (row: Row) =>
  renderHook(({ now }: { now: Row }) => useFields(now), { initialProps: { now: row } });

it('what is typed stays whatever another tab writes, and all else follows the row', () => {
  const { result, rerender } = over({ text: 'one', by: '' });
  act(() => result.current.set({ text: 'mine' }));
  rerender({ now: { text: 'theirs', by: '2024' } });
  expect(result.current.form).toEqual({
    now: { text: 'theirs', by: '2024' },
    seen: { text: 'one', by: '2024' },
    fields: { text: 'mine', by: '2024' },
  });
});

it('what was written is what is typed over next, before the row has caught up and after', () => {
  const { result, rerender } = over({ text: 'one', by: '' });
  act(() => result.current.set({ text: 'two' }));
  act(() => result.current.done('written', { text: 'two' }));
  act(() => result.current.set({ text: 'two and more' }));
  expect(result.current.form.seen.text).toBe('two');
  rerender({ now: { text: 'two', by: '' } });
  expect(result.current.form.fields.text).toBe('two and more');
  act(() => result.current.done('written', { text: 'two and more' }));
  rerender({ now: { text: 'two and more', by: '' } });
  // Caught up: another tab's words show again.
  rerender({ now: { text: 'theirs', by: '' } });
  expect(result.current.form.fields.text).toBe('theirs');
});

it('where nothing was written it all stays; where a choice was made the row shows', () => {
  const { result } = over({ text: 'one', by: '' });
  act(() => result.current.set({ text: 'mine' }));
  act(() => result.current.done(null, { text: 'mine' }));
  expect(result.current.form.fields.text).toBe('mine');
  act(() => result.current.done('settled', { text: 'mine' }));
  expect(result.current.form.fields.text).toBe('one');
});

it('an input gives the field its text, its choice or its number, and none where there is none', () => {
  const { result } = renderHook(() => useFields({ text: '', by: 'Ada', count: '' as number | '' }));
  const input = document.createElement('input');
  input.value = 'typed';
  act(() => result.current.input('text').onChange({ currentTarget: input }));
  act(() => result.current.input('by').onChange(null));
  act(() => result.current.amount('count').onChange(7));
  expect(result.current.form.fields).toEqual({ text: 'typed', by: '', count: 7 });
  act(() => result.current.amount('count').onChange('-'));
  expect(result.current.amount('count').value).toBe('');
});
