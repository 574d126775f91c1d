import { useMemo } from 'react';
import { PALETTES } from '../drawing/paint/palette';
import { paintSvg } from '../drawing/paint/svg';
import type { Scene } from '../drawing/scene/scene';
import css from './picture.module.css';
import { useThemeChoice } from './theme-choice';
import { usePrinting } from './use-printing';

/** A scene as it stands, in the colors of the theme; on paper in those of paper. */
export function Picture({ scene, alt }: { scene: Scene; alt: string }) {
  const theme = useThemeChoice();
  const printing = usePrinting();
  const html = useMemo(
    () => paintSvg(scene, PALETTES[printing ? 'light' : theme], alt),
    [scene, theme, printing, alt],
  );
  return <div className={css['picture']} dangerouslySetInnerHTML={{ __html: html }} />;
}
