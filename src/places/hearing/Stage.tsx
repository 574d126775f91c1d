import { useEffect, useMemo, useRef, useState } from 'react';
import { paintCanvas } from '../../drawing/paint/canvas';
import { PALETTES } from '../../drawing/paint/palette';
import type { Exhibit } from '../../exhibits/exhibit';
import { type Look, sceneOf, sheetOf, stretchOf } from '../../exhibits/picture';
import { onWall } from '../../exhibits/wall';
import type { HearingStep } from '../../record/paper';
import { type ClipShow, ClipStage } from './ClipStage';
import css from './hearing.module.css';
import { stepSays } from './steps';

interface Props {
  readonly exhibit: Exhibit;
  readonly step: HearingStep;
  readonly black: boolean;
  /** Of a step of footage, where its file is at hand: what is shown of it. */
  readonly film: ClipShow | null;
}

/** A move from step to step, ms. */
const MOVE = 520;

/** What the court sees: the picture of a step, what it proves in large letters, and nothing else. */
export function Stage({ exhibit, step, black, film }: Props) {
  const says = film?.clip ?? stepSays(exhibit, step);
  return (
    <div className={css['stage']} data-black={black} data-step={`${step.show} ${step.id}`}>
      {!black && (
        <>
          {step.show !== 'footage' ? (
            <Picture exhibit={exhibit} step={step} />
          ) : film ? (
            <ClipStage exhibit={exhibit} show={film} />
          ) : (
            <div className={`${css['stage-picture']} ${css['stage-wait']}`}>
              The file of this recording is not open. Open it under Footage, and go to this step again.
            </div>
          )}
          <footer>
            <div>
              <p className={css['stage-says']}>{says.says}</p>
              {says.cites !== '' && <p className={css['stage-cites']}>{says.cites}</p>}
            </div>
            <p className={css['stage-mark']}>
              {exhibit.madeUp && <span>MADE UP</span>} {exhibit.sticker.says}{' '}
              <strong>{exhibit.sticker.mark}</strong>
            </p>
          </footer>
        </>
      )}
    </div>
  );
}

function Picture({ exhibit, step }: { exhibit: Exhibit; step: HearingStep }) {
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<readonly [number, number]>([0, 0]);
  const from = useRef<readonly [number, number] | null>(null);
  useEffect(() => {
    const el = holder.current;
    if (!el) return;
    const measure = (): void => setSize([el.clientWidth, el.clientHeight]);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(el);
    return () => observer.disconnect();
  }, []);
  const look: Look = useMemo(
    () => ({ show: step.show === 'footage' ? 'whole' : step.show, id: step.id }),
    [step.show, step.id],
  );
  const stretch = useMemo(() => stretchOf(sheetOf(exhibit), look), [exhibit, look]);
  // As it stands in the room there is, legible at ten meters; on the desk it is the same picture, smaller.
  const { width, exhibit: shown } = useMemo(
    () =>
      size[0] === 0 ? { width: 0, exhibit } : onWall(exhibit, look, size[0], size[1], (size[0] * 9) / 16),
    [exhibit, look, size],
  );
  useEffect(() => {
    const [w, h] = size;
    const el = canvas.current;
    const context = el?.getContext('2d');
    if (!el || !context || width === 0) return;
    const start = from.current ?? stretch;
    from.current = stretch;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches || start === stretch;
    const began = performance.now();
    let frame = 0;
    let current = true;
    const paint = (): void => {
      if (!current) return;
      cancelAnimationFrame(frame);
      const t = still ? 1 : Math.min(1, (performance.now() - began) / MOVE);
      const ease = t < 1 ? 1 - (1 - t) ** 3 : 1;
      const at: readonly [number, number] = [
        start[0] + (stretch[0] - start[0]) * ease,
        start[1] + (stretch[1] - start[1]) * ease,
      ];
      const scene = sceneOf(shown, look, width, at);
      const k = Math.min(w / scene.width, h / scene.height);
      const ratio = k * (window.devicePixelRatio || 1);
      el.width = Math.round(scene.width * ratio);
      el.height = Math.round(scene.height * ratio);
      el.style.width = `${scene.width * k}px`;
      el.style.height = `${scene.height * k}px`;
      el.dataset['settled'] = String(t >= 1);
      paintCanvas(context, scene, PALETTES.light, ratio);
      if (t < 1) frame = requestAnimationFrame(paint);
    };
    paint();
    void document.fonts?.ready.then(paint);
    return () => {
      current = false;
      cancelAnimationFrame(frame);
    };
  }, [shown, look, stretch, width, size]);
  return (
    <div className={css['stage-picture']} ref={holder}>
      <canvas ref={canvas} role="img" aria-label={`Timeline: ${stepSays(exhibit, step).says}`} />
    </div>
  );
}
