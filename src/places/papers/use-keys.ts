import { useEffect, useRef } from 'react';
import { isTyping } from '../../ui/typing';

/** Keys of the reading desk, where nobody types; `g` and a letter still goes to another place. */
export function useReadingKeys(on: boolean, keys: Readonly<Record<string, () => unknown>>): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    if (!on) return;
    let going = 0;
    const press = (e: KeyboardEvent): void => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || isTyping(e.target)) return;
      if (document.querySelector('[role="dialog"]')) return;
      if (e.key === 'g') going = Date.now();
      if (Date.now() - going < 1000) return;
      // A button that has the focus is pressed by Enter.
      const button = e.target instanceof HTMLElement && e.target.closest('button, a, input');
      if (e.key === 'Enter' && button && !button.hasAttribute('aria-selected')) return;
      const act = now.current[e.key.length === 1 ? e.key.toLowerCase() : e.key];
      if (!act) return;
      e.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [on]);
}
