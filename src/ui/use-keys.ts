import { useEffect, useRef } from 'react';
import { isTyping } from './typing';

/** Keys of one letter that a place has for itself, while nobody types. */
export function useLetters(keys: Readonly<Record<string, () => void>>): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    let afterG = 0;
    const onKey = (e: KeyboardEvent): void => {
      if (isTyping(e.target) || e.ctrlKey || e.metaKey || e.altKey) return;
      // `g` and a letter go to another place.
      const goes = Date.now() - afterG <= 1000;
      // That one letter, and not what is pressed after it.
      afterG = e.key === 'g' ? Date.now() : 0;
      if (!goes && Object.hasOwn(now.current, e.key)) {
        e.preventDefault();
        now.current[e.key]?.();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
