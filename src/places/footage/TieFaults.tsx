import { printMiss } from '../../time/duration';
import { reasonKey } from '../../time/solver/reason';
import type { CaseView } from '../../ui/case-view';
import { sayReason } from '../../words/reason';

/** Ties of these recordings that cannot all be true: by how much they miss, and which is set aside and steers nothing. */
export function TieFaults({ view, sources }: { view: CaseView; sources: readonly string[] }) {
  const { record, analysis } = view;
  const ours = new Set(
    record.syncPoints
      .filter((s) => sources.includes(s.sourceId) || sources.includes(s.sourceB ?? ''))
      .map((s) => s.id),
  );
  const clash = analysis.contradictions.filter((c) =>
    c.entries.some((r) => r.kind === 'sync' && ours.has(r.row)),
  );
  return clash.map((c) => (
    <div key={c.entries.map(reasonKey).join()} className="bad" role="alert">
      These cannot all be true; they miss one another by {printMiss(c.by)}. Set aside, so that it steers
      nothing: {sayReason(record, c.setAside)}.
      <ul className="premises">
        {c.entries
          .filter((r) => 'row' in r)
          .map((r) => (
            <li key={reasonKey(r)}>{sayReason(record, r)}</li>
          ))}
      </ul>
    </div>
  ));
}
