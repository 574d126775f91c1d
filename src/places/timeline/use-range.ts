import { useCallback, useMemo, useRef, useState } from 'react';

/** What part of the sheet is in view, in drawing units, and the views before and after it. */
export interface Range {
  readonly u0: number;
  readonly u1: number;
  readonly zoomTo: (a: number, b: number) => void;
  readonly zoomBy: (factor: number, at?: number) => void;
  readonly pan: (share: number) => void;
  readonly whole: () => void;
  /** Null where there is nothing to go back or forward to. */
  readonly back: (() => void) | null;
  readonly forward: (() => void) | null;
}

type Seen = readonly [number, number] | null;

/** A rest of this long between two moves of the view makes them two steps to go back over, in ms. */
const REST = 900;
const MOST = 100;

/** The view of the sheet; null inside stands for the whole of it, whatever its length becomes. */
export function useRange(length: number): Range {
  const [seen, setSeen] = useState<{
    readonly past: readonly Seen[];
    readonly now: Seen;
    readonly next: readonly Seen[];
  }>({ past: [], now: null, next: [] });
  const moved = useRef(0);
  const [u0, u1] = seen.now ?? [0, length];
  const go = useCallback((to: Seen): void => {
    const rested = Date.now() - moved.current > REST;
    moved.current = Date.now();
    setSeen((s) => ({ past: rested ? [...s.past.slice(-MOST), s.now] : s.past, now: to, next: [] }));
  }, []);
  const zoomTo = useCallback(
    (a: number, b: number): void => {
      const w = Math.min(length * 1.02, Math.max(1e-7 * length, b - a));
      const from = Math.max(-0.01 * length, Math.min(a, length * 1.01 - w));
      go([from, from + w]);
    },
    [length, go],
  );
  return useMemo(() => {
    const step = (dir: 'past' | 'next'): (() => void) | null => {
      if (seen[dir].length === 0) return null;
      return () => {
        moved.current = 0;
        setSeen((s) =>
          dir === 'past'
            ? { past: s.past.slice(0, -1), now: s.past.at(-1) ?? null, next: [s.now, ...s.next] }
            : { past: [...s.past, s.now], now: s.next[0] ?? null, next: s.next.slice(1) },
        );
      };
    };
    return {
      u0,
      u1,
      zoomTo,
      zoomBy: (factor, at = (u0 + u1) / 2) => zoomTo(at - (at - u0) * factor, at + (u1 - at) * factor),
      pan: (share) => zoomTo(u0 + (u1 - u0) * share, u1 + (u1 - u0) * share),
      whole: () => go(null),
      back: step('past'),
      forward: step('next'),
    };
  }, [seen, u0, u1, zoomTo, go]);
}
