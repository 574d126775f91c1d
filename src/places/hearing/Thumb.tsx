import { useEffect, useRef } from 'react';
import { paintCanvas } from '../../drawing/paint/canvas';
import { PALETTES } from '../../drawing/paint/palette';
import type { Exhibit } from '../../exhibits/exhibit';
import { sceneOf } from '../../exhibits/picture';
import type { HearingStep } from '../../record/paper';
import css from './hearing.module.css';

/** px: how wide a thumbnail is, and the sheet that it is made of. */
const [WIDE, OF] = [168, 1040];

/** A step in small, for the desk: the picture, or for footage the name alone. */
export function Thumb({ exhibit, step }: { exhibit: Exhibit; step: HearingStep }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const el = canvas.current;
    const context = el?.getContext('2d');
    if (!el || !context || step.show === 'footage') return;
    const scene = sceneOf(exhibit, { show: step.show, id: step.id }, OF);
    const ratio = (WIDE / scene.width) * (window.devicePixelRatio || 1);
    el.width = Math.round(scene.width * ratio);
    el.height = Math.round(Math.min(scene.height, scene.width * 0.6) * ratio);
    paintCanvas(context, scene, PALETTES.light, ratio);
  }, [exhibit, step]);
  if (step.show === 'footage') return <span className={css['thumb-film']}>▶ footage</span>;
  return <canvas ref={canvas} style={{ width: WIDE }} />;
}
