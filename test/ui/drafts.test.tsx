import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { draftKey, keepDraft, keptDraft } from '../../src/store/drafts';
import { db } from '../../src/store/open';
import { flushAll } from '../../src/store/unsaved';
import { useDraftText } from '../../src/ui/use-draft';
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

  it('of a text goes where it was taken, though its form closes in the same moment; else it stays', async () => {
    const text = () => renderHook(() => useDraftText(KEY));
    const one = text();
    await loaded();
    act(() => one.result.current[1]('2026-03-05 group session kept'));
    one.unmount();
    await waitFor(async () => expect(await keptDraft(db, KEY)).not.toBeNull());
    const again = text();
    await waitFor(() => expect(again.result.current[0]).toBe('2026-03-05 group session kept'));
    act(() => {
      again.result.current[1]('');
      again.unmount();
    });
    await loaded();
    expect(await keptDraft(db, KEY)).toBeNull();
  });

  it('goes when it was written without the spaces at its ends', async () => {
    const one = form();
    await loaded();
    act(() => one.result.current.set({ text: ' done ' }));
    act(() => one.result.current.done('written', { text: 'done' }));
    one.rerender({ now: { ...ROW, text: 'done' } });
    expect(one.result.current.form.fields.text).toBe('done');
    await waitFor(async () => expect(await keptDraft(db, KEY)).toBeNull());
  });

  it('is kept by every form of the app, but for those that say why not', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.tsx'));
    const without = files.filter((f) => {
      const text = readFileSync(join('src', f), 'utf8');
      const forms = text.match(/= useFields\b/g)?.length ?? 0;
      return forms > (text.match(/\bdraftKey\(/g)?.length ?? 0);
    });
    expect(without.sort()).toEqual([
      // A passphrase is kept nowhere.
      'places/cases/NewPassphrase.tsx',
      // Which rows of a table are counted: the table is read anew with them.
      'places/officers/ChoiceForm.tsx',
      // The times of a stretch that is drawn by hand; its words are kept.
      'places/timeline/SpanDraft.tsx',
    ]);
  });

  it('of a text that starts as something is what was made of it, and none where it is that again', async () => {
    const text = () => renderHook(() => useDraftText(KEY, 'Speaker 1'));
    const one = text();
    await loaded();
    act(() => one.result.current[1]('Officer Ortiz'));
    one.unmount();
    await waitFor(async () => expect(await keptDraft(db, KEY)).not.toBeNull());
    const again = text();
    expect(again.result.current[0]).toBe('Speaker 1');
    await waitFor(() => expect(again.result.current[0]).toBe('Officer Ortiz'));
    act(() => again.result.current[2]());
    expect(again.result.current[0]).toBe('Speaker 1');
    await waitFor(async () => expect(await keptDraft(db, KEY)).toBeNull());
  });

  it('is kept in fields that stand alone too, but for what is looked for and what may not be kept', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.tsx'));
    const typed = files.flatMap((f) => {
      const text = readFileSync(join('src', f), 'utf8');
      return [...text.matchAll(/const \[(\w+), (set\w+)\] = useState\((?!false|true|null|0)/g)]
        .filter(([, , set]) =>
          new RegExp(`onChange=\\{(${set}\\}|[^\\n]*${set}\\(e\\.(currentT|t)arget\\.value)`).test(text),
        )
        .map(([, name]) => `${f.replaceAll('\\', '/')} ${name}`);
    });
    const looked = [
      'app/ChainCheck.tsx typed',
      'app/HistoryList.tsx words',
      'places/client/Entries.tsx words',
      'places/client/Entries.tsx kind',
      'places/custody/CustodyPlace.tsx words',
      'places/discovery/DiscoveryPlace.tsx asked',
      'places/docket/DocketPlace.tsx asked',
      'places/findings/FindingsPlace.tsx by',
      'places/findings/FindingsPlace.tsx words',
      'places/footage/TranscriptPanel.tsx words',
      'places/hearing/JumpBox.tsx words',
      'places/officers/WordsTab.tsx asked',
      'places/papers/PaperTools.tsx word',
      'places/papers/PapersPlace.tsx filter',
      'places/papers/SearchBox.tsx query',
      'places/record/RecordPlace.tsx filter',
    ];
    const others = [
      // Kept with each letter, in a way of its own.
      'app/HistoryList.tsx who',
      'places/record/Chosen.tsx text',
      // A name, a limit or a choice of one word beside what is kept.
      'places/cases/NewLock.tsx minutes',
      'places/cases/sharing/BeginShare.tsx name',
      'places/cases/sharing/JoinShare.tsx name',
      'places/footage/KeySetEditor.tsx name',
      'ui/AskLimit.tsx typed',
      // A passphrase is kept nowhere.
      'places/cases/sharing/JoinShare.tsx phrase',
      // A transcript is kept nowhere: it is one counter, beside the file that is looked at.
      'places/footage/TranscriptPreview.tsx counter',
    ];
    expect(typed.sort()).toEqual([...looked, ...others].sort());
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
