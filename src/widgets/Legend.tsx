import { LEGEND_NAMES, SWATCH, swatch } from '../drawing/legend';
import { PALETTES, type Theme } from '../drawing/palette';
import { paintSvg } from '../drawing/svg';

const ORDER = Object.keys(LEGEND_NAMES);

/** Only what is on the sheet, each by the mark itself. */
export function Legend({ shown, theme }: { shown: readonly string[]; theme: Theme }) {
  return (
    <div className="legend">
      {ORDER.filter((k) => shown.includes(k)).map((k) => (
        <span key={k}>
          <i aria-hidden="true" dangerouslySetInnerHTML={{ __html: picture(k, theme) }} />
          {LEGEND_NAMES[k]}
        </span>
      ))}
    </div>
  );
}

function picture(key: string, theme: Theme): string {
  const scene = { width: SWATCH.w + 2, height: SWATCH.h + 2, left: 0, shapes: swatch(key, 1, 1), hits: [], legend: [] };
  return paintSvg(scene, PALETTES[theme], LEGEND_NAMES[key] ?? '', `legend-${key}-`);
}
