import 'fake-indexeddb/auto';
import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { draftKey, keepDraft, keptDraft } from '../../src/store/drafts';
import { db } from '../../src/store/open';
import { flushAll } from '../../src/store/unsaved';
import { useFields } from '../../src/ui/use-fields';

const KEY = draftKey('c', 'entry', 'e');
const ROW = { text: 'as it was', page: '3' };
const form = (key: string | null = KEY, row = ROW) =>
  renderHook(({ now }) => useFields(now, key), { initialProps: { now: row } });
const loaded = () => act(() => new Promise((done) => setTimeout(done, 50)));

beforeEach(() => db.kept.clear());

describe('what is typed and not saved', () => {
  it('outlives its form, and the writing of another tab beneath it', async () => {
    const one = form();
    await loaded();
    act(() => one.result.current.set({ text: 'half a sen' }));
    one.rerender({ now: { ...ROW, page: '7' } });
    expect(one.result.current.form.fields).toEqual({ text: 'half a sen', page: '7' });
    one.unmount();
    await waitFor(async () => expect(await keptDraft(db, KEY)).not.toBeNull());
    const again = form();
    await waitFor(() => expect(again.result.current.form.fields.text).toBe('half a sen'));
    expect(again.result.current.draft.at).toBeGreaterThan(0);
    // What the row held when it was typed is known still: a conflict shows as one.
    expect(again.result.current.form.seen.text).toBe('as it was');
  });

  it('is kept at once where the lock or the page asks, without the pause', async () => {
    const one = form();
    await loaded();
    act(() => one.result.current.set({ text: 'now' }));
    await flushAll();
    expect((await keptDraft(db, KEY))?.value).toMatchObject({ typed: { text: 'now' } });
  });

  it('goes when it is thrown away, and does not come back with the form', async () => {
    await keepDraft(db, KEY, { value: { typed: { text: 'old' }, seen: { text: 'as it was' } }, at: 5 });
    const one = form();
    await waitFor(() => expect(one.result.current.draft.at).toBe(5));
    act(() => one.result.current.draft.drop());
    expect(one.result.current.form.fields).toEqual(ROW);
    one.unmount();
    await loaded();
    expect(await keptDraft(db, KEY)).toBeNull();
  });

  it('goes when the row has caught up with it', async () => {
    const one = form();
    await loaded();
    act(() => one.result.current.set({ text: 'done' }));
    await waitFor(async () => expect(await keptDraft(db, KEY)).not.toBeNull());
    one.rerender({ now: { ...ROW, text: 'done' } });
    await waitFor(async () => expect(await keptDraft(db, KEY)).toBeNull());
  });

  it('is not written in the open while the app is locked, nor without a key', async () => {
    await db.kept.put({ key: 'locked', value: 1 });
    await keepDraft(db, KEY, { value: 'x', at: 1 });
    expect(await keptDraft(db, KEY)).toBeNull();
    await db.kept.clear();
    const none = form(null);
    act(() => none.result.current.set({ text: 'x' }));
    none.unmount();
    await loaded();
    expect(await db.kept.where('key').startsWith('draft').count()).toBe(0);
  });
});
