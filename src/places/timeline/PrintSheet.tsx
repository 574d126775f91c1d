import type { laySheet } from '../../drawing/lanes/lanes';
import { PALETTES } from '../../drawing/paint/palette';
import { paintSvg } from '../../drawing/paint/svg';
import type { View } from '../../drawing/scene/layout';
import { pagesOf } from '../../drawing/scene/pages';
import type { CaseView } from '../../ui/case-view';
import { Legend } from '../../ui/Legend';
import { usePrinting } from '../../ui/use-printing';
import css from './timeline.module.css';

/** Width of the picture, px, over the 724 points between the margins of letter paper that lies. */
const WIDE = 1010;
/** Letters of so many px are 6 points there: the smallest that are read. */
const LEAST = (6 * WIDE) / 724;
/** What such a page, or one of A4, holds below its heading and above the legend, px of the scene. */
const ROOM = 515;

/** The same scene through the SVG painter, shown only on paper: on as many pages as it takes to be read. */
export function PrintSheet({
  sheet,
  view,
  shown,
}: {
  sheet: ReturnType<typeof laySheet>;
  view: CaseView;
  shown: View;
}) {
  const printing = usePrinting();
  if (!printing) return <div className={css['print-sheet']} />;
  const pages = pagesOf(
    sheet,
    { ...shown, width: WIDE, still: true, clock: null, selected: null, lit: null },
    ROOM,
    LEAST,
  );
  const c = view.record.case;
  const legend = [...new Set(pages.flatMap((scene) => scene.legend))];
  return (
    <div className={css['print-sheet']}>
      {pages.map((scene, i) => (
        <div key={scene.shapes.length + i * 1e6} className={css['print-page']}>
          {i === 0 && <h1 style={{ fontSize: 18, margin: '0 0 2px' }}>{c.title}</h1>}
          <p style={{ fontSize: 12, margin: '0 0 8px' }}>
            {(i === 0 ? [c.number, c.court, `times in ${c.zone}`] : [c.title, 'timeline, continued'])
              .concat(pages.length > 1 ? `picture ${i + 1} of ${pages.length}` : [])
              .filter(Boolean)
              .join(' · ')}
          </p>
          <div
            className={css['print-picture']}
            dangerouslySetInnerHTML={{ __html: paintSvg(scene, PALETTES.light, `Timeline of ${c.title}`) }}
          />
          {i === pages.length - 1 && <Legend shown={legend} theme="light" />}
        </div>
      ))}
    </div>
  );
}
