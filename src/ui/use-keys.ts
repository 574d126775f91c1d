import { useEffect, useRef } from 'react';
import { isTyping, plainKey } from './typing';

/** Within so many ms after `g` a letter goes somewhere. */
const WITHIN = 1000;

/**
 * Follows keys as they go down, one by one: whether this one is the letter after `g`, which goes to another place and is no
 * key of the place that is left. That one letter, and not what is pressed after it. What counts is when the two were
 * pressed (`timeStamp`, ms), not when a page that was busy came to hear of them.
 */
export function followG(): (pressed: Pick<KeyboardEvent, 'key' | 'timeStamp'>) => boolean {
  let armed = Number.NEGATIVE_INFINITY;
  return ({ key, timeStamp }) => {
    if (key === 'Shift') return false;
    const second = timeStamp - armed < WITHIN;
    armed = plainKey(key) === 'g' && !second ? timeStamp : Number.NEGATIVE_INFINITY;
    return second;
  };
}

/** A button or a link that has the focus is pressed by Enter and Space; a row that is chosen is none. */
const isPressed = (e: KeyboardEvent): boolean =>
  (e.key === 'Enter' || e.key === ' ') &&
  e.target instanceof HTMLElement &&
  e.target.closest('button:not([aria-selected]), a, input') !== null;

/**
 * Keys that a place has for itself, by their small letter or their name (`ArrowDown`): while nobody types, no dialog is open
 * and `g` was not pressed before. @param keys one that gives false leaves the key to the browser @param on whether it listens
 */
export function useKeys(keys: Readonly<Record<string, () => unknown>>, on = true): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    if (!on) return;
    const goes = followG();
    // A dialog that this very key closes is gone before the key comes here: it was for the dialog.
    let dialog = false;
    const before = (): void => {
      dialog = document.querySelector('[role="dialog"]') !== null;
    };
    const down = (e: KeyboardEvent): void => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || isTyping(e.target)) return;
      if (goes(e) || isPressed(e) || dialog) return;
      const key = plainKey(e.key);
      if (Object.hasOwn(now.current, key) && now.current[key]?.() !== false) e.preventDefault();
    };
    window.addEventListener('keydown', before, true);
    window.addEventListener('keydown', down);
    return () => {
      window.removeEventListener('keydown', before, true);
      window.removeEventListener('keydown', down);
    };
  }, [on]);
}
