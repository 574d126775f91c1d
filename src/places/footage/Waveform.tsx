import { useEffect, useMemo, useRef, useState } from 'react';
import { msOf } from '../../media/marks';
import type { FramePlayer } from '../../media/player/frame-player';
import { silences } from '../../media/sound';
import type { EventRow } from '../../record/event';
import type { OpenFile } from '../../ui/open-files';
import css from './footage.module.css';
import { useShown } from './use-player';

const HEIGHT = 56;
const SPANS: readonly (readonly [number | null, string])[] = [
  [null, 'all'],
  [600_000, '10 min'],
  [60_000, '1 min'],
  [10_000, '10 s'],
];

interface Props {
  readonly open: OpenFile;
  readonly player: FramePlayer | null;
  readonly marks: readonly EventRow[];
  readonly range: readonly [number | null, number | null];
}

/** The outline of the sound with what is marked on it; a click goes there. */
export function Waveform({ open, player, marks, range }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const [span, setSpan] = useState<number | null>(null);
  const { ms } = useShown(player, 40);
  const duration = open.inspected.media.duration;
  const silent = useMemo(() => (open.peaks ? silences(open.peaks, 1000) : []), [open.peaks]);
  const [from, to] = windowAt(ms, span, duration);

  useEffect(() => {
    const el = canvas.current;
    if (!el) return;
    const observer = new ResizeObserver(() => setWidth(el.clientWidth));
    observer.observe(el);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const el = canvas.current;
    const c = el?.getContext('2d');
    if (!el || !c || width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    el.width = Math.round(width * ratio);
    el.height = Math.round(HEIGHT * ratio);
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    const ink = getComputedStyle(el);
    const [line, muted, finding, link] = ['--line', '--muted', '--finding', '--link'].map(
      (n) => ink.getPropertyValue(n).trim() || '#888',
    ) as [string, string, string, string];
    const x = (t: number): number => ((t - from) / Math.max(1, to - from)) * width;
    c.clearRect(0, 0, width, HEIGHT);
    c.fillStyle = line;
    for (const s of silent) {
      const [a, b] = [Math.max(0, x(s.from)), Math.min(width, x(s.to))];
      // Hatched: nothing was recorded here, which is another thing than quiet.
      for (let k = Math.floor(a / 5) * 5; k < b; k += 5) if (k >= a) c.fillRect(k, 8, 1, HEIGHT - 22);
    }
    const [i, o] = range;
    if (i !== null && o !== null) {
      c.globalAlpha = 0.18;
      c.fillStyle = link;
      c.fillRect(x(i), 0, x(o) - x(i), HEIGHT);
      c.globalAlpha = 1;
    }
    if (open.peaks) {
      const { peaks, rate } = open.peaks;
      const mid = 6 + (HEIGHT - 20) / 2;
      c.fillStyle = muted;
      for (let px = 0; px < width; px++) {
        const a = Math.floor(((from + (px / width) * (to - from)) / 1000) * rate);
        const b = Math.max(a + 1, Math.floor(((from + ((px + 1) / width) * (to - from)) / 1000) * rate));
        let top = 0;
        for (let k = Math.max(0, a); k < Math.min(b, peaks.length); k++)
          top = Math.max(top, peaks[k] as number);
        const h = (Math.sqrt(top / 255) * (HEIGHT - 20)) / 2;
        if (h > 0) c.fillRect(px, mid - h, 1, Math.max(1, 2 * h));
      }
    }
    c.fillStyle = link;
    for (const m of marks) {
      const [a, b] = [msOf(m.start), msOf(m.end)];
      if (a === null) continue;
      c.fillRect(x(a), HEIGHT - 12, Math.max(2, b === null ? 2 : x(b) - x(a)), 7);
    }
    for (const edge of range) if (edge !== null) c.fillRect(x(edge) - 1, 0, 2, HEIGHT);
    c.fillStyle = finding;
    c.fillRect(x(ms) - 1, 0, 2, HEIGHT);
  }, [width, from, to, ms, open.peaks, marks, range, silent]);

  const sounds = open.inspected.plays.audio;
  return (
    <div className={css['wave']}>
      <canvas
        ref={canvas}
        aria-label="Outline of the sound: click to go there"
        role="img"
        style={{ height: HEIGHT }}
        onPointerDown={(e) => {
          e.currentTarget.setPointerCapture(e.pointerId);
          player?.seek(from + (e.nativeEvent.offsetX / Math.max(1, width)) * (to - from));
        }}
        onPointerMove={(e) => {
          if (e.buttons === 1)
            player?.seek(from + (e.nativeEvent.offsetX / Math.max(1, width)) * (to - from));
        }}
      />
      <span className={css['wave-tools']}>
        {sounds && !open.peaks && open.heard < 1 && (
          <span role="status">reading the sound, {Math.round(open.heard * 100)} %</span>
        )}
        {SPANS.filter(([s]) => s === null || s < duration).map(([s, name]) => (
          <button key={name} type="button" aria-pressed={span === s} onClick={() => setSpan(s)}>
            {name}
          </button>
        ))}
      </span>
    </div>
  );
}

function windowAt(ms: number, span: number | null, duration: number): [number, number] {
  if (span === null || span >= duration) return [0, duration];
  const from = Math.max(0, Math.min(duration - span, ms - span / 2));
  return [from, from + span];
}
