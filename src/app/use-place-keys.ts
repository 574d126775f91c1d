import { useEffect } from 'react';
import { askEntry } from '../ui/adding';
import { isTyping, plainKey } from '../ui/typing';
import { followG } from '../ui/use-keys';
import { PLACES } from './places';

/** Where `n` marks a recording, or makes an entry of the words chosen on a page that is open. */
const ownsN = (at: string): boolean =>
  at === 'footage' || (at === 'papers' && document.querySelector('[role="document"]') !== null);

/**
 * Listens for `g t`, `g r`, ... within a second of one another; for `n`, and `g n` where `n` is the place's own, which opens
 * the form for new entries over any place.
 */
export function usePlaceKeys(caseId: string, at: string, go: (to: string) => void): void {
  useEffect(() => {
    const goes = followG();
    const onKey = (e: KeyboardEvent): void => {
      if (isTyping(e.target) || e.ctrlKey || e.metaKey || e.altKey) return;
      const key = plainKey(e.key);
      const place = PLACES.find((p) => p.key === key);
      const second = goes(e);
      if (key === 'n' && (second || !ownsN(at))) {
        e.preventDefault();
        askEntry(true);
      } else if (second && (place || key === 'l')) {
        e.preventDefault();
        go(place ? `/case/${caseId}/${place.id}` : '/cases');
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [caseId, at, go]);
}
