import { useEffect, useRef } from 'react';
import { handOver, type Way, wayOf } from '../ui/handed';

const WAYS: readonly Way[] = ['papers', 'import', 'footage', 'merge'];

/** Files dropped anywhere in a case find their way: papers, tables to be mapped, recordings, another copy to merge. */
export function useDrops(go: (place: string) => void): void {
  const now = useRef(go);
  now.current = go;
  useEffect(() => {
    const holdsFiles = (e: DragEvent): boolean => e.dataTransfer?.types.includes('Files') ?? false;
    const over = (e: DragEvent): void => {
      if (holdsFiles(e)) e.preventDefault();
    };
    const drop = (e: DragEvent): void => {
      // A field of a place that takes files itself has taken them.
      if (e.defaultPrevented || !holdsFiles(e)) return;
      e.preventDefault();
      const files = [...(e.dataTransfer?.files ?? [])];
      for (const way of WAYS)
        handOver(
          way,
          files.filter((f) => wayOf(f) === way),
        );
      const first = WAYS.find((way) => way !== 'merge' && files.some((f) => wayOf(f) === way));
      // The hand is where they were dropped, and in the place that opens: no button of before hears its keys.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (first) now.current(first);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
}
