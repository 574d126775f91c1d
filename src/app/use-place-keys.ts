import { useEffect } from 'react';
import { isTyping } from '../ui/typing';
import { PLACES } from './places';

/** Listens for `g t`, `g r`, ... within a second of one another. */
export function usePlaceKeys(caseId: string, go: (to: string) => void): void {
  useEffect(() => {
    let armed = 0;
    const onKey = (e: KeyboardEvent): void => {
      if (isTyping(e.target) || e.ctrlKey || e.metaKey || e.altKey) return;
      const place = PLACES.find((p) => p.key === e.key);
      if (Date.now() - armed < 1000 && (place || e.key === 'l')) {
        armed = 0;
        e.preventDefault();
        go(place ? `/case/${caseId}/${place.id}` : '/cases');
      } else if (e.key === 'g') armed = Date.now();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [caseId, go]);
}
