import type { Claim } from '../../analysis/claims';
import { isSpoken } from '../../analysis/independence';
import type { EventRow } from '../../record/event';
import { rowById } from '../../record/rows';
import { KINDS } from '../../record/vocabulary';
import type { CaseView } from '../../ui/case-view';
import css from './claims.module.css';
import { RowCite } from './RowCite';

const COLUMNS = [
  ['report', 'Reports'],
  ['testimony', 'Testimony'],
  ['footage', 'Footage'],
  ['log', 'Logs and others'],
] as const;

/** One moment as report, testimony, footage and logs have it, with pages: what changed from one to the next is seen, not scored. */
export function SideBySide({
  view,
  claim,
  onRow,
}: {
  view: CaseView;
  claim: Claim;
  onRow: (id: string) => void;
}) {
  const { latest } = view;
  const columnOf = (e: EventRow): (typeof COLUMNS)[number][0] => {
    const source = latest.sources.find((s) => s.id === e.sourceId);
    if (source?.kind === 'camera') return 'footage';
    if (source?.kind === 'testimony') return 'testimony';
    return isSpoken(source) ? 'report' : 'log';
  };
  const rows = [claim.id, ...claim.beside].flatMap((id) => rowById(latest.events, id) ?? []);
  const columns = COLUMNS.map(([id, name]) => ({
    id,
    name,
    rows: rows.filter((e) => columnOf(e) === id),
  })).filter((c) => c.rows.length > 0);
  if (rows.length < 2) return null;
  return (
    <div className={css['beside']} role="group" aria-label="This moment side by side">
      {columns.map((c) => (
        <div key={c.id}>
          <h3>{c.name}</h3>
          {c.rows.map((e) => (
            <div key={e.id} className={css['side']}>
              <strong>{e.start === '' ? KINDS[e.kind].label : e.start}</strong>{' '}
              {e.passage?.quote || e.description || KINDS[e.kind].label}
              <small>
                <RowCite view={view} id={e.id} onRow={onRow} />
              </small>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
