import { useSyncExternalStore } from 'react';
import type { Theme } from '../drawing/paint/palette';
import { siteData } from '../store/quirks/site-data';

const KEY = 'stopline-theme';
const listeners = new Set<() => void>();

function stored(): Theme | null {
  const t = siteData.get(KEY);
  return t === 'light' || t === 'dark' || t === 'contrast' ? t : null;
}

/** What the system asks for, the first that it does. */
const ASKED: readonly (readonly [asks: string, theme: Theme])[] = [
  ['(prefers-contrast: more)', 'contrast'],
  ['(prefers-color-scheme: dark)', 'dark'],
];

const current = (): Theme => stored() ?? ASKED.find(([asks]) => matchMedia(asks).matches)?.[1] ?? 'light';

/** Chooses light, dark or high contrast for this browser. */
export function chooseTheme(theme: Theme): void {
  siteData.set(KEY, theme);
  for (const l of listeners) l();
}

function follow(heard: () => void): () => void {
  listeners.add(heard);
  for (const [asks] of ASKED) matchMedia(asks).addEventListener('change', heard);
  return () => {
    listeners.delete(heard);
    for (const [asks] of ASKED) matchMedia(asks).removeEventListener('change', heard);
  };
}

/** The theme in force: the one chosen, else what the system asks for, which may change in the evening. */
export const useThemeChoice = (): Theme => useSyncExternalStore(follow, current);
