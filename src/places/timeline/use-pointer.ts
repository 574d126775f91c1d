import { useEffect, useRef } from 'react';

interface Pointer {
  readonly u0: number;
  readonly u1: number;
  readonly zoomTo: (a: number, b: number) => void;
  readonly zoomBy: (factor: number, at?: number) => void;
  /** A stretch drawn with Shift held, in drawing units; again and again while it is drawn. */
  readonly onDraw: (a: number, b: number) => void;
}

/** Wheel and pinch (of a trackpad, or two fingers) zoom where they are, shift or sideways wheel pans, dragging pans; dragging with Shift draws a stretch. */
export function usePointer(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  present: boolean,
  left: number,
  width: number,
  now: Pointer,
): void {
  const state = useRef({ now, left, width });
  state.current = { now, left, width };
  useEffect(() => {
    const el = canvas.current;
    if (!el || !present) return;
    const uAt = (x: number): number => {
      const { now: n, left: l, width: w } = state.current;
      return n.u0 + ((x - l) / Math.max(1, w - 10 - l)) * (n.u1 - n.u0);
    };
    const wheel = (e: WheelEvent): void => {
      const { now: n } = state.current;
      const sideways = Math.abs(e.deltaX) > Math.abs(e.deltaY) || e.shiftKey;
      if (!sideways && !e.ctrlKey && !e.metaKey && !e.altKey && Math.abs(e.deltaY) < 1) return;
      e.preventDefault();
      if (sideways) {
        const d = ((e.deltaX || e.deltaY) / 1000) * (n.u1 - n.u0);
        n.zoomTo(n.u0 + d, n.u1 + d);
      } else n.zoomBy(Math.exp(Math.max(-120, Math.min(120, e.deltaY)) * 0.004), uAt(e.offsetX));
    };
    let from: { x: number; u0: number; u1: number; draws: boolean } | null = null;
    // Two fingers: what lies under each of them stays there.
    const fingers = new Map<number, number>();
    let pinch: { readonly a: number; readonly b: number } | null = null;
    const spread = (): [number, number] => {
      const [p = 0, q = 0] = [...fingers.values()].sort((x, y) => x - y);
      return [p, Math.max(p + 1, q)];
    };
    const pinching = (): void => {
      if (!pinch) return;
      const { left: l, width: w, now: n } = state.current;
      const [p, q] = spread();
      const perPixel = (pinch.b - pinch.a) / (q - p);
      n.zoomTo(pinch.a - (p - l) * perPixel, pinch.b + (w - 10 - q) * perPixel);
    };
    const down = (e: PointerEvent): void => {
      const { now: n } = state.current;
      if (e.pointerType === 'touch') fingers.set(e.pointerId, e.offsetX);
      if (fingers.size === 2) {
        const [p, q] = spread();
        pinch = { a: uAt(p), b: uAt(q) };
        from = null;
        return;
      }
      from = { x: e.offsetX, u0: n.u0, u1: n.u1, draws: e.shiftKey };
    };
    const move = (e: PointerEvent): void => {
      if (fingers.has(e.pointerId)) fingers.set(e.pointerId, e.offsetX);
      if (pinch) return pinching();
      if (!from || e.buttons !== 1) return;
      const { left: l, width: w, now: n } = state.current;
      const d = ((from.x - e.offsetX) / Math.max(1, w - 10 - l)) * (from.u1 - from.u0);
      if (from.draws) {
        const [a, b] = [uAt(from.x), uAt(e.offsetX)];
        if (Math.abs(from.x - e.offsetX) > 3) n.onDraw(Math.min(a, b), Math.max(a, b));
      } else if (Math.abs(from.x - e.offsetX) > 3) n.zoomTo(from.u0 + d, from.u1 + d);
    };
    const up = (e: PointerEvent): void => {
      fingers.delete(e.pointerId);
      pinch = null;
      from = null;
    };
    el.addEventListener('wheel', wheel, { passive: false });
    el.addEventListener('pointerdown', down);
    el.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', up);
    return () => {
      el.removeEventListener('wheel', wheel);
      el.removeEventListener('pointerdown', down);
      el.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', up);
    };
  }, [canvas, present]);
}
