import { useCallback, useMemo, useState } from 'react';
import { type AsWritten, asWritten } from '../../analysis/as-written';
import { type Sheet, sheetSteps, stepsOf } from '../../drawing/lanes/lanes';
import type { Steps } from '../../time/steps';
import type { CaseView } from '../../ui/case-view';
import { useSteps } from '../../ui/use-steps';
import { Drawn } from './Drawn';
import { densityOf } from './density';
import { useBeside } from './use-beside';
import { useLanes } from './use-lanes';

interface Props {
  readonly view: CaseView;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly onPlace: (place: string) => void;
}

/** What is drawn, and of which record: the one before, while a long one is being laid. */
interface Laid extends Pick<CaseView, 'record' | 'analysis'> {
  readonly sheet: Sheet;
  readonly written: AsWritten | null;
  /** Every row that Up and Down step through, in the order of time. */
  readonly entries: readonly string[];
  /** How much lies where, for the strip of the whole case. */
  readonly density: readonly number[];
}

/** A case's home: the picture, what is selected, and the same minute by minute below. */
export function TimelinePlace({ view, ...props }: Props) {
  const { record, analysis } = view;
  const lanes = useLanes(record.case.id);
  const fold = lanes.fold ?? Number.POSITIVE_INFINITY;
  const beside = useBeside(record.case.id, lanes.beside);
  const [unfolded, setUnfolded] = useState<readonly number[]>([]);
  const [plain, setPlain] = useState(false);
  const lay = useCallback(
    function* (): Steps<Laid> {
      const written = plain ? asWritten(record, analysis.positions) : null;
      const placed = written ? { ...analysis, positions: written.positions } : analysis;
      const sheet = yield* sheetSteps(record, placed, { fold, open: unfolded, beside });
      yield;
      const entries = stepsOf(sheet);
      yield;
      return { record, analysis, sheet, written, entries, density: densityOf(sheet) };
    },
    [record, analysis, plain, fold, unfolded, beside],
  );
  const laid = useSteps(lay);
  // The picture and what is said beside it are of one record.
  const drawn = useMemo(
    () => laid && { ...view, record: laid.record, analysis: laid.analysis },
    [view, laid],
  );
  if (!laid || !drawn)
    return (
      <main className="page" role="status">
        Drawing {record.events.length + record.custody.length} entries …
      </main>
    );
  return (
    <Drawn
      {...props}
      view={drawn}
      lanes={lanes}
      {...{ sheet: laid.sheet, written: laid.written, entries: laid.entries, density: laid.density }}
      {...{ unfolded, setUnfolded, setPlain }}
    />
  );
}
