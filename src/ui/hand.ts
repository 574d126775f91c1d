import { useEffect } from 'react';

/** What lies over the page for a while: it takes the focus, and gives it back. */
const OVER = '[role=dialog], [role=menu], [role=listbox]';

/** Where the hand last was in the page itself; null where it pressed on nothing that takes the focus. */
let hand: HTMLElement | SVGElement | null = null;

const inPage = (target: EventTarget | null): target is HTMLElement | SVGElement =>
  (target instanceof HTMLElement || target instanceof SVGElement) && target.closest(OVER) === null;

/** Follows the hand through the page, from its first act on. Gives what ends it. */
export function followHand(): () => void {
  const followed = (e: FocusEvent): void => {
    if (inPage(e.target)) hand = e.target;
  };
  const pressed = (e: PointerEvent): void => {
    // What is pressed takes the focus in its turn, if it can; pressed again it keeps it.
    if (inPage(e.target) && !hand?.contains(e.target)) hand = null;
  };
  document.addEventListener('focusin', followed);
  document.addEventListener('pointerdown', pressed);
  return () => {
    document.removeEventListener('focusin', followed);
    document.removeEventListener('pointerdown', pressed);
  };
}

/** ms until what closes has said where the focus goes by itself; Mantine's own return takes 10. */
const SETTLED = 30;

/** The place that the address names. */
const place = (): string => location.hash.split('?')[0] ?? '';

/**
 * Gives the focus back to where the hand was as a dialog closes or goes, unless something else has taken it. Mantine looks
 * for that place when `opened` turns true; a dialog whose code came with its first opening, or which is in the page only
 * while it is open, never turns, and one opened from a menu finds an item that is gone. Where it led to another place the hand is there.
 */
export function useHandBack(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    const from = place();
    return () => {
      const inIt = document.activeElement;
      setTimeout(() => {
        if (place() !== from) return;
        const now = document.activeElement;
        if (now !== null && now !== document.body && now !== inIt) return;
        if (hand?.isConnected) hand.focus({ preventScroll: true });
      }, SETTLED);
    };
  }, [opened]);
}
