import { useId } from 'react';
import { PALETTES, type Theme } from '../drawing/paint/palette';
import { paintSvg } from '../drawing/paint/svg';
import { LEGEND_NAMES, SWATCH, swatch } from '../drawing/scene/legend';

const ORDER = Object.keys(LEGEND_NAMES);

/** Only what is on the sheet, each by the mark itself. */
export function Legend({ shown, theme }: { shown: readonly string[]; theme: Theme }) {
  // The legend of the paper stands on the same page: hatches of one must not be looked for in the other, which is not shown.
  const own = useId();
  return (
    <div className="legend">
      {ORDER.filter((k) => shown.includes(k)).map((k) => (
        <span key={k}>
          <i aria-hidden="true" dangerouslySetInnerHTML={{ __html: picture(k, theme, `${own}${k}-`) }} />
          {LEGEND_NAMES[k]}
        </span>
      ))}
    </div>
  );
}

function picture(key: string, theme: Theme, prefix: string): string {
  const scene = {
    width: SWATCH.w + 2,
    height: SWATCH.h + 2,
    left: 0,
    shapes: swatch(key, 1, 1),
    hits: [],
    legend: [],
  };
  return paintSvg(scene, PALETTES[theme], '', prefix);
}
