import { useMemo } from 'react';
import type { Analysis } from '../analysis/analyze';
import { LANES } from '../drawing/lanes';
import type { Ground } from '../drawing/lanes/lane';
import { laySheet } from '../drawing/lanes/lanes';
import { layout, wholeView } from '../drawing/scene/layout';
import type { Scene } from '../drawing/scene/scene';
import { emptyRecord } from '../record/record';
import type { CaseView } from './case-view';
import { Legend } from './Legend';
import { Picture } from './Picture';
import { useThemeChoice } from './theme-choice';

const DAY = 86_400_000;
/** A pause of more days than these is folded. */
const FOLD = 28;

interface Props {
  readonly view: CaseView;
  readonly beside: Ground['beside'];
  readonly alt: string;
}

/** The case around the stop over months, with the folds of the timeline: the rows given, and nothing of the record. */
export function MonthsPicture({ view, beside, alt }: Props) {
  const theme = useThemeChoice();
  const scene = useMemo(() => monthsScene(view, beside), [view, beside]);
  if (!scene) return null;
  return (
    <figure style={{ margin: '6px 0' }}>
      <Picture scene={scene} alt={alt} />
      <Legend shown={scene.legend} theme={theme} />
    </figure>
  );
}

/** The scene; null where no row has a day. */
function monthsScene({ latest, analysis }: CaseView, beside: Ground['beside']): Scene | null {
  const none = new Float64Array(0);
  const bare: Analysis = {
    ...analysis,
    contradictions: [],
    stops: [],
    positions: { ...analysis.positions, at: none, min: none, max: none, untied: new Uint8Array(0) },
  };
  const kinds = LANES.filter((k) => k.tables);
  const sheet = laySheet(emptyRecord(latest.case), bare, { fold: FOLD * DAY, beside, kinds, byDay: true });
  if (sheet.lanes.length === 0) return null;
  return layout(sheet, { ...wholeView(sheet, 1180), findings: 'none' });
}
