import { useId } from 'react';
import type { LegendEntry } from '../drawing/lanes/lane';
import { PALETTES, type Theme } from '../drawing/paint/palette';
import { paintSvg } from '../drawing/paint/svg';
import { LEGEND, SWATCH } from '../drawing/scene/legend';
import css from './legend.module.css';

/** Only what is on the sheet, each by the mark itself. */
export function Legend({ shown, theme }: { shown: readonly string[]; theme: Theme }) {
  // The legend of the paper stands on the same page: hatches of one must not be looked for in the other, which is not shown.
  const own = useId();
  return (
    <div className={css['legend']}>
      {LEGEND.filter(({ key }) => shown.includes(key)).map((of) => (
        <span key={of.key}>
          <i
            aria-hidden="true"
            dangerouslySetInnerHTML={{ __html: picture(of, theme, `${own}${of.key}-`) }}
          />
          {of.name}
        </span>
      ))}
    </div>
  );
}

function picture({ swatch }: LegendEntry, theme: Theme, prefix: string): string {
  const scene = {
    width: SWATCH.w + 2,
    height: SWATCH.h + 2,
    left: 0,
    shapes: swatch(1, 1),
    hits: [],
    legend: [],
  };
  return paintSvg(scene, PALETTES[theme], '', prefix);
}
