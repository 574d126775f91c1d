import { useEffect, useMemo, useRef, useState } from 'react';
import { keepDraft, keptDraft } from '../store/drafts';
import { db } from '../store/open';
import { onFlush } from '../store/unsaved';

/** ms after the last letter at which it is kept; leaving the page, the place or the tab keeps it at once. */
const PAUSE = 300;

/** A form's draft: when the one that was found was typed (ms; null where there was none), and how to throw it away. */
export interface Draft {
  readonly at: number | null;
  /** For good: what was typed is saved, or not wanted. */
  readonly drop: () => void;
}

/**
 * A text that is kept as it is typed; set to what it starts with it is no draft any more.
 * @param key of `draftKey` @param first what it starts with, as it is when the field is first shown
 */
export function useDraftText(
  key: string,
  first = '',
): [text: string, set: (text: string) => void, over: () => void] {
  const [start] = useState(first);
  const [text, setText] = useState(start);
  const draft = useDraft(key, text === start ? null : { text }, (found) => {
    const { text: before } = found as { text?: unknown };
    if (typeof before === 'string') setText((now) => (now === start ? before : now));
  });
  const set = (next: string): void => {
    // The form may close before it is drawn empty.
    if (next === start) draft.drop();
    setText(next);
  };
  return [text, set, () => set(start)];
}

/**
 * Keeps what is typed in a form until it is saved or thrown away: it outlives another place, a reload, a closed tab, the lock.
 * @param key of `draftKey`; null keeps nothing @param typed what is typed, as plain data; null where nothing is
 * @param restore lays a draft that was found into the form, under what was typed meanwhile
 */
export function useDraft(key: string | null, typed: object | null, restore: (found: unknown) => void): Draft {
  const [at, setAt] = useState<number | null>(null);
  const text = typed === null ? null : JSON.stringify(typed);
  const now = useRef({ key, text, restore, loaded: false, kept: null as string | null, gone: false });
  Object.assign(now.current, { key, text, restore });
  const flush = useMemo(
    () => async (): Promise<void> => {
      const n = now.current;
      if (n.key === null || !n.loaded || n.gone || n.text === n.kept) return;
      n.kept = n.text;
      await keepDraft(db, n.key, n.text === null ? null : { value: JSON.parse(n.text), at: Date.now() });
    },
    [],
  );
  useEffect(() => {
    const n = now.current;
    if (key === null) return;
    let stale = false;
    Object.assign(n, { loaded: false, kept: null, gone: false });
    setAt(null);
    void keptDraft(db, key).then((found) => {
      if (stale) return;
      n.loaded = true;
      if (!found) return void flush();
      n.kept = JSON.stringify(found.value);
      setAt(found.at);
      n.restore(found.value);
    });
    return () => {
      stale = true;
      void flush();
    };
  }, [key, flush]);
  useEffect(() => {
    // What is typed after a draft was thrown away is a draft again.
    if (text === null) now.current.gone = false;
    const timer = setTimeout(() => void flush(), PAUSE);
    return () => clearTimeout(timer);
  }, [text, flush]);
  useEffect(() => {
    const leave = (): void => void flush();
    const off = onFlush(flush);
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      off();
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
    };
  }, [flush]);
  const drop = useMemo(
    () => (): void => {
      const n = now.current;
      n.gone = true;
      setAt(null);
      if (n.key !== null) void keepDraft(db, n.key, null);
    },
    [],
  );
  return { at, drop };
}
