import type { laySheet } from '../../drawing/lanes/lanes';
import { PALETTES } from '../../drawing/paint/palette';
import { paintSvg } from '../../drawing/paint/svg';
import { layout, type View } from '../../drawing/scene/layout';
import type { CaseView } from '../../ui/case-view';
import { Legend } from '../../ui/Legend';
import { usePrinting } from '../../ui/use-printing';
import css from './timeline.module.css';

/** The same scene through the SVG painter, shown only on paper. */
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
  const scene = layout(sheet, { ...shown, width: 1220, still: true, clock: null, selected: null, lit: null });
  const c = view.record.case;
  return (
    <div className={css['print-sheet']}>
      <h1 style={{ fontSize: 18, margin: '0 0 2px' }}>{c.title}</h1>
      <p style={{ fontSize: 12, margin: '0 0 8px' }}>
        {[c.number, c.court, `times in ${c.zone}`].filter(Boolean).join(' · ')}
      </p>
      <div
        className={css['print-picture']}
        dangerouslySetInnerHTML={{ __html: paintSvg(scene, PALETTES.light, `Timeline of ${c.title}`) }}
      />
      <Legend shown={scene.legend} theme="light" />
    </div>
  );
}
