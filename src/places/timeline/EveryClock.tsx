import { clockLine, shownAt } from '../../analysis/clocks';
import { rowById } from '../../record/rows';
import { UNTIED } from '../../time/solver/moment';
import type { CaseView } from '../../ui/case-view';
import { momentNumber, spanText } from '../../words/moment';
import css from './timeline.module.css';

/** What the other clocks of the case showed at the start of an entry: each name with its earliest and latest reading. */
export function onEveryClock(view: CaseView, id: string): { name: string; shows: string }[] {
  const m = momentNumber(view.record, id);
  const { min, max, untied } = view.analysis.positions;
  const [lo, hi] = [min[m] ?? Number.NaN, max[m] ?? Number.NaN];
  if (!Number.isFinite(lo) || !Number.isFinite(hi) || untied[m] !== UNTIED.no) return [];
  const own = (rowById(view.record.events, id) ?? rowById(view.record.custody, id))?.clockId;
  return view.record.clocks.flatMap((c) => {
    const shows = own === c.id ? null : shownAt(clockLine(view.analysis, c.id), { min: lo, max: hi });
    return shows
      ? [{ name: c.name, shows: spanText(shows.min, shows.max, c.zone || view.record.case.zone) }]
      : [];
  });
}

/** What every clock of the case showed at a moment, with its bounds. */
export function EveryClock({ view, id }: { view: CaseView; id: string }) {
  const clocks = onEveryClock(view, id);
  if (clocks.length === 0) return null;
  return (
    <details style={{ marginTop: 10, fontSize: 13 }}>
      <summary className="cite">On every clock</summary>
      <dl className={css['facts']} style={{ marginTop: 6, gridTemplateColumns: '110px minmax(0, 1fr)' }}>
        {clocks.map((c) => (
          <div key={c.name} style={{ display: 'contents' }}>
            <dt>{c.name}</dt>
            <dd className="mono">{c.shows}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
