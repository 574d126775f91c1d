import { useEffect, useMemo, useRef } from 'react';
import { CROWDED, paintSteps } from '../../drawing/paint/canvas';
import { PALETTES } from '../../drawing/paint/palette';
import { paintSvg } from '../../drawing/paint/svg';
import type { Scene } from '../../drawing/scene/scene';
import { doInSlices } from '../../ui/use-steps';
import css from './exhibits.module.css';

interface Props {
  readonly scene: Scene;
  readonly title: string;
}

/** The picture as it will stand on paper. Thousands of shapes are painted: as elements they hold up every letter typed beside them. */
export const PaperPicture = ({ scene, title }: Props) =>
  scene.shapes.length > CROWDED ? <Painted {...{ scene, title }} /> : <Drawn {...{ scene, title }} />;

function Drawn({ scene, title }: Props) {
  const svg = useMemo(() => paintSvg(scene, PALETTES.light, title), [scene, title]);
  return <div className={css['picture']} dangerouslySetInnerHTML={{ __html: svg }} />;
}

function Painted({ scene, title }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !canvas.current) return;
    const ratio = window.devicePixelRatio || 1;
    canvas.current.width = Math.round(scene.width * ratio);
    canvas.current.height = Math.round(scene.height * ratio);
    return doInSlices(paintSteps(context, scene, PALETTES.light, ratio));
  }, [scene]);
  return (
    <div className={css['picture']}>
      <canvas ref={canvas} role="img" aria-label={title} />
    </div>
  );
}
