import { startTransition, useEffect, useRef, useState } from 'react';
import { CROWDED, paintRuler, StripPainter } from '../../drawing/paint/canvas';
import { PALETTES, type Theme } from '../../drawing/paint/palette';
import type { Scene } from '../../drawing/scene/scene';
import { doInSlices } from '../../ui/use-steps';

/** The width of what holds the sheet, in whole CSS px, while it is there; 0 before it was measured. */
export function useWidth(present: boolean): {
  readonly holder: React.RefObject<HTMLDivElement | null>;
  readonly width: number;
} {
  const holder = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const el = holder.current;
    // The sheet is not there while the case is empty: it is measured when it comes.
    if (!el || !present) return;
    // A crowded sheet is laid for its width in slices: what is on the screen stays until then.
    const measure = (): void => startTransition(() => setWidth(Math.floor(el.clientWidth)));
    const observer = new ResizeObserver(measure);
    observer.observe(el);
    return () => observer.disconnect();
  }, [present]);
  return { holder, width };
}

/** A scene on its canvas, and its ruler on another that stays in sight; only the strips that changed are painted. */
export function usePainted(
  scene: Scene | null,
  theme: Theme,
): {
  readonly canvas: React.RefObject<HTMLCanvasElement | null>;
  readonly stay: React.RefObject<HTMLCanvasElement | null>;
} {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stay = useRef<HTMLCanvasElement>(null);
  const painter = useRef<{ canvas: HTMLCanvasElement; strips: StripPainter } | null>(null);
  useEffect(() => {
    const el = canvas.current;
    if (!el || !scene) return;
    if (painter.current?.canvas !== el) painter.current = { canvas: el, strips: new StripPainter(el) };
    const { strips } = painter.current;
    const ratio = window.devicePixelRatio || 1;
    el.style.height = `${scene.height}px`;
    const paint = (): void => {
      const { painted, of } = strips.paint(scene, PALETTES[theme], ratio);
      el.dataset['painted'] = `${painted} of ${of} strips`;
      if (stay.current) paintRuler(stay.current, scene, PALETTES[theme], ratio);
    };
    let current = true;
    // A crowded sheet comes on the screen in slices, and is then painted as all are.
    const first = el.dataset['painted'] === undefined && scene.shapes.length > CROWDED;
    const giveUp = first ? doInSlices(strips.first(scene, PALETTES[theme], ratio), paint) : null;
    if (!first) paint();
    // The first paint may come before the font does.
    if (document.fonts?.status === 'loading')
      void document.fonts.ready.then(() => {
        giveUp?.();
        strips.forget();
        if (current) paint();
      });
    return () => {
      giveUp?.();
      current = false;
    };
  }, [scene, theme]);
  return { canvas, stay };
}
