import { useSyncExternalStore } from 'react';
import type { Theme } from '../drawing/paint/palette';
import { siteData } from '../store/quirks/site-data';

const KEY = 'stopline-theme';
const listeners = new Set<() => void>();

function stored(): Theme | null {
  const t = siteData.get(KEY);
  return t === 'light' || t === 'dark' || t === 'contrast' ? t : null;
}

function current(): Theme {
  return (
    stored() ??
    (matchMedia('(prefers-contrast: more)').matches
      ? 'contrast'
      : matchMedia('(prefers-color-scheme: dark)').matches
        ? 'dark'
        : 'light')
  );
}

/** Chooses light, dark or high contrast for this browser. */
export function chooseTheme(theme: Theme): void {
  siteData.set(KEY, theme);
  for (const l of listeners) l();
}

/** The theme in force. */
export function useThemeChoice(): Theme {
  return useSyncExternalStore((l) => {
    listeners.add(l);
    return () => listeners.delete(l);
  }, current);
}
