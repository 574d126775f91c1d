import { rowById } from '../../record/rows';
import { KINDS } from '../../record/vocabulary';
import { readCounter } from '../../time/grammar/counted';
import type { CaseView } from '../../ui/case-view';
import { citeOf } from '../../words/cite';

/**
 * The cite of a row: a click opens its page with the words lit, or the frame where it was marked, or, where the case holds
 * neither, the row on the timeline.
 */
export function RowCite({ view, id, onRow }: { view: CaseView; id: string; onRow: (id: string) => void }) {
  const { latest } = view;
  const row = rowById(latest.events, id) ?? rowById(latest.custody, id);
  const relation = row ? undefined : latest.relations.find((r) => r.id === id);
  const { passage, sourceId, page } = row ?? relation ?? {};
  const source = latest.sources.find((s) => s.id === sourceId);
  const text = row
    ? citeOf(row, source)
    : source
      ? `${source.name}${page ? ` at ${page}` : ''}`
      : 'a relation of the record';
  const frame = row && 'start' in row ? readCounter(row.start) : null;
  const to = passage
    ? `papers?at=${row ? id : `${passage.paper}~${passage.page}~${passage.from}~${passage.to}`}`
    : frame
      ? `footage?rec=${sourceId}&t=${frame.at}`
      : '';
  if (to !== '')
    return (
      <a className="cite-link" href={`#/case/${latest.case.id}/${to}`}>
        {text}
      </a>
    );
  if (!row) return <span className="cite">{text}</span>;
  // Two rows of one page have one cite: each says what it is.
  const what = 'kind' in row ? `${KINDS[row.kind].label} ${row.start}` : '';
  return (
    <button
      type="button"
      className="cite-link"
      data-of={id}
      aria-label={[text, what.trim()].filter(Boolean).join(': ')}
      onClick={() => onRow(id)}
    >
      {text}
    </button>
  );
}
