import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

const media = matchMedia('print');
const listeners = new Set<() => void>();
let asked = false;

const tell = (): void => {
  for (const changed of listeners) changed();
};

/**
 * The browser lays the paper out as soon as its `beforeprint` is through: what is drawn a moment later is on no page. The
 * medium alone, changed by the tools of a developer, comes without that event.
 */
window.addEventListener('beforeprint', () => {
  asked = true;
  flushSync(tell);
});
window.addEventListener('afterprint', () => {
  asked = false;
  tell();
});
media.addEventListener('change', tell);

function listen(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Whether the page is being printed: then a place draws all of its rows, and nothing that only a screen needs. */
export const usePrinting = (): boolean => useSyncExternalStore(listen, () => asked || media.matches);
