import { useMemo } from 'react';
import { KINDS } from '../../record/vocabulary';
import type { CaseView } from '../../ui/case-view';
import { Table } from '../../ui/Table';
import { usePrinting } from '../../ui/use-printing';
import { citeOf } from '../../words/cite';
import { elapsedText } from '../../words/elapsed';
import { atOf, dayText, widthText, windowText } from '../../words/moment';

/** More than this is for the Record place, which scrolls through any number. */
const MOST = 200;

/** The picture in words, minute by minute: what a screen reader reads and what prints below the sheet. */
export function Minutes({
  view,
  selected,
  onSelect,
}: {
  view: CaseView;
  selected: string | null;
  onSelect: (id: string) => void;
}) {
  const rows = useMemo(() => {
    const all = view.record.events.map((e) => ({ e, t: atOf(view, e) }));
    all.sort((a, b) => (Number.isNaN(a.t) ? 1 : Number.isNaN(b.t) ? -1 : a.t - b.t));
    return all;
  }, [view]);
  const sources = useMemo(() => new Map(view.record.sources.map((s) => [s.id, s])), [view.record.sources]);
  const most = usePrinting() ? rows.length : MOST;
  const days = new Set(rows.slice(0, most).map(({ e }) => dayText(view, e.id)));
  return (
    <>
      <Table
        label="Minute by minute"
        className="minutes"
        rows={rows.slice(0, most)}
        keyOf={({ e }) => e.id}
        marks={({ e }) => ({ 'data-selected': e.id === selected, onClick: () => onSelect(e.id) })}
        columns={[
          {
            head: 'Clock',
            className: 'mono',
            nowrap: true,
            cell: ({ e }) =>
              `${days.size > 1 ? `${dayText(view, e.id).slice(5)} ` : ''}${windowText(view, e.id) || 'to be determined'}`,
          },
          { head: 'T+', className: 'mono', nowrap: true, cell: ({ e }) => elapsedText(view, e.id) },
          {
            head: 'Event',
            cell: ({ e }) => (
              <button type="button">
                {e.description || KINDS[e.kind].label}
                {e.actor ? ` (${e.actor})` : ''}
              </button>
            ),
          },
          { head: 'Source and cite', cell: ({ e }) => citeOf(e, sources.get(e.sourceId)) },
          { head: 'Known', className: 'cite', nowrap: true, cell: ({ e }) => widthText(view, e.id) },
        ]}
      />
      {rows.length > most && (
        <p className="cite" style={{ padding: '6px 20px' }}>
          The first {most} of {rows.length} entries. The{' '}
          <a href={`#/case/${view.record.case.id}/record`}>Record</a> holds them all.
        </p>
      )}
    </>
  );
}
