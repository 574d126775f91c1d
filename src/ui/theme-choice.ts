import { useSyncExternalStore } from 'react';
import type { Theme } from '../drawing/paint/palette';

const KEY = 'stopline-theme';
const listeners = new Set<() => void>();

function stored(): Theme | null {
  try {
    const t = localStorage.getItem(KEY);
    return t === 'light' || t === 'dark' || t === 'contrast' ? t : null;
  } catch {
    return null;
  }
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
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing still shows the theme until it is closed.
  }
  for (const l of listeners) l();
}

/** The theme in force. */
export function useThemeChoice(): Theme {
  return useSyncExternalStore((l) => {
    listeners.add(l);
    return () => listeners.delete(l);
  }, current);
}
