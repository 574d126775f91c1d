import type { CaseView } from '../../widgets/case-view';
import { momentNumber, spanText } from '../../widgets/moment';

/** What every clock of the case showed at a moment, with its bounds. */
export function EveryClock({ view, id }: { view: CaseView; id: string }) {
  const m = momentNumber(view.record, id);
  const { min, max, untied } = view.analysis.positions;
  const [lo, hi] = [min[m] ?? Number.NaN, max[m] ?? Number.NaN];
  if (!Number.isFinite(lo) || !Number.isFinite(hi) || untied[m] === 1 || view.record.clocks.length < 2) return null;
  return (
    <details style={{ marginTop: 10, fontSize: 13 }}>
      <summary className="cite">On every clock</summary>
      <dl className="facts" style={{ marginTop: 6, gridTemplateColumns: '110px minmax(0, 1fr)' }}>
        {view.record.clocks.map((c) => {
          const offset = view.analysis.clocks.find((k) => k.id === c.id)?.offset;
          const own = (view.record.events.find((e) => e.id === id) ?? view.record.custody.find((x) => x.id === id))?.clockId === c.id;
          if (!offset || !Number.isFinite(offset.min) || own) return null;
          return (
            <div key={c.id} style={{ display: 'contents' }}>
              <dt>{c.name}</dt>
              <dd className="mono">{spanText(lo - offset.max, hi - offset.min, c.zone || view.record.case.zone)}</dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
