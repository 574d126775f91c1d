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
      if (e.key === 'g') afterG = Date.now();
      else if (Date.now() - afterG > 1000 && Object.hasOwn(now.current, e.key)) {
        e.preventDefault();
        now.current[e.key]?.();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
