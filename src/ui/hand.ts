import { useEffect, useRef, useState } from 'react';

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

/** What opens a form: what it is called, and in which row it stands as which button. */
interface Opener {
  readonly it: HTMLElement;
  readonly called: string;
  readonly row: string;
  readonly nth: number;
}

const PRESSED = 'button, a[href]';
const calledOf = (e: Element): string => e.getAttribute('aria-label') ?? e.textContent?.trim() ?? '';

function openerOf(it: Element | null): Opener | null {
  if (!(it instanceof HTMLElement) || it === document.body || !it.matches(PRESSED)) return null;
  const row = it.closest('[id^="row-"]');
  const nth = row ? [...row.querySelectorAll(PRESSED)].indexOf(it) : -1;
  return { it, called: calledOf(it), row: row?.id ?? '', nth };
}

/** The opener itself, or what stands in its place now: the same button of its row, or one of its name. */
function standing({ it, called, row, nth }: Opener): HTMLElement | undefined {
  if (it.isConnected) return it;
  const inRow = row === '' ? null : document.getElementById(row);
  return (
    inRow?.querySelectorAll<HTMLElement>(PRESSED)[nth] ??
    [...document.querySelectorAll<HTMLElement>(PRESSED)].find((e) => calledOf(e) === called)
  );
}

/**
 * Gives the focus back, as a form within the page goes, to the button that opened it or to the one in its place (a form
 * stands instead of its row or its button), unless something else has taken it.
 * @param on false where the keys of the place come next: Space would press the button and play nothing
 */
export function useFormHandBack(on = true): void {
  // Before the form's first field takes it.
  const [opener] = useState(() => (on ? openerOf(document.activeElement) : null));
  useEffect(() => {
    const from = place();
    return () => {
      setTimeout(() => {
        const now = document.activeElement;
        if (!opener || place() !== from || (now !== null && now !== document.body)) return;
        standing(opener)?.focus({ preventScroll: true });
      }, SETTLED);
    };
  }, [opener]);
}

const ROW = 'tr, li, article';

/** Where the hand goes as the row of a button goes: the same button of the next row, else of the one before, else the first of its section. */
function besideRow(button: HTMLElement): () => HTMLElement | null | undefined {
  const row = button.closest(ROW);
  const nth = row ? [...row.querySelectorAll(PRESSED)].indexOf(button) : -1;
  const [next, before] = [row?.nextElementSibling, row?.previousElementSibling];
  const section = button.closest('section, main');
  return () =>
    [next, before]
      .filter((r) => r?.isConnected)
      .map((r) => r?.querySelectorAll<HTMLElement>(PRESSED)[nth])
      .find((b) => b) ?? section?.querySelector<HTMLElement>(PRESSED);
}

/**
 * For the button that takes out its own row: the hand is then at the row beside it, unless something else has taken it.
 * @returns is told of the button as it is pressed
 */
export function useRowHandOn(): (button: HTMLElement) => void {
  const then = useRef<ReturnType<typeof besideRow> | null>(null);
  useEffect(() => {
    const from = place();
    return () => {
      setTimeout(() => {
        const now = document.activeElement;
        if (!then.current || place() !== from || (now !== null && now !== document.body)) return;
        then.current()?.focus({ preventScroll: true });
      }, SETTLED);
    };
  }, []);
  return (button) => {
    then.current = besideRow(button);
  };
}
