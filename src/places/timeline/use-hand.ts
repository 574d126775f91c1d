import { useEffect, useRef } from 'react';

/**
 * The focus goes on where the hand is: the line that was pressed is gone once what it leads to is shown, and so is the way back once
 * it was taken. Where something else has the focus (the sheet, which is stepped through by keys), it stays there.
 */
export function useHand(selected: string | null): void {
  const last = useRef(selected);
  useEffect(() => {
    const was = last.current;
    last.current = selected;
    if (was === selected || document.activeElement !== document.body) return;
    const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')];
    const to =
      selected === null
        ? [...lines.filter((l) => l.dataset['line'] === was), ...lines]
        : [...document.querySelectorAll<HTMLElement>('[data-back]')];
    to.find((e) => e.checkVisibility())?.focus({ preventScroll: true });
  }, [selected]);
}
