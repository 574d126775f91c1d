import { Button } from '@mantine/core';
import { type RefObject, useEffect } from 'react';
import css from './head.module.css';
import { palette } from './palette-state';

/** What the tab is called: the place, the case, the app. */
export function usePageTitle(place: string, title = ''): void {
  useEffect(() => {
    document.title = [place, title, 'Stopline'].filter((s) => s !== '').join(' · ');
  }, [place, title]);
}

/** Past head and rail to the place itself: the first stop of the Tab key, seen only there. The address holds the route, so it is no link. */
export function SkipLink({ to }: { to: RefObject<HTMLElement | null> }) {
  return (
    <button type="button" className={css['skip']} onClick={() => to.current?.focus()}>
      Skip to the place
    </button>
  );
}

const asked = new EventTarget();

/** Hears where help is asked for. @returns how to stop */
export function onHelpAsked(hear: () => void): () => void {
  asked.addEventListener('help', hear);
  return () => asked.removeEventListener('help', hear);
}

/** The palette and the help, each by its name and its key. */
export function HeadHelp() {
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        color="gray"
        title="Go anywhere, do anything, find a word (Ctrl K)"
        onClick={() => palette.open()}
      >
        Find <kbd className={css['key']}>Ctrl K</kbd>
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        color="gray"
        title="Every key and every word, and the tour (?)"
        onClick={() => asked.dispatchEvent(new Event('help'))}
      >
        Help <kbd className={css['key']}>?</kbd>
      </Button>
    </>
  );
}
