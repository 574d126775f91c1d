import { useEffect } from 'react';
import { isTyping } from '../ui/typing';

/** `g` and then a letter goes to a place. */
export const PLACE_KEYS: Readonly<Record<string, readonly [place: string, name: string]>> = {
  t: ['timeline', 'Timeline'],
  r: ['record', 'Record'],
  k: ['clocks', 'Clocks'],
  v: ['footage', 'Footage'],
  c: ['custody', 'Custody'],
  f: ['findings', 'Findings'],
  x: ['exhibits', 'Exhibits'],
  h: ['hearing', 'Hearing'],
  i: ['import', 'Import'],
  s: ['settings', 'Case'],
};

/** Listens for `g t`, `g r`, ... within a second of one another. */
export function usePlaceKeys(caseId: string, go: (to: string) => void): void {
  useEffect(() => {
    let armed = 0;
    const onKey = (e: KeyboardEvent): void => {
      if (isTyping(e.target) || e.ctrlKey || e.metaKey || e.altKey) return;
      const place = PLACE_KEYS[e.key];
      if (Date.now() - armed < 1000 && (place || e.key === 'l')) {
        armed = 0;
        e.preventDefault();
        go(place ? `/case/${caseId}/${place[0]}` : '/cases');
      } else if (e.key === 'g') armed = Date.now();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [caseId, go]);
}
