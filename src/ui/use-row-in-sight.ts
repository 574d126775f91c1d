import { useEffect, useRef } from 'react';

/** Brings the row that the address names into sight as soon as it is there, and puts the focus on it: a row's id is `row-ID`. */
export function useRowInSight(id: string | null): void {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (id === null || shown.current === id) return;
    const row = document.getElementById(`row-${id}`);
    if (!row) return;
    shown.current = id;
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'center' });
  });
}
