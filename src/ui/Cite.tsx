import type { CustodyEntry } from '../record/custody';
import type { EventRow } from '../record/event';
import type { Source } from '../record/source';
import { citeOf } from '../words/cite';

/** A cite; where the case holds the paper, a click opens its page with the passage lit. */
export function Cite({ row, source }: { row: EventRow | CustodyEntry; source: Source | undefined }) {
  const text = citeOf(row, source);
  if (!row.passage) return <>{text}</>;
  return (
    <a
      className="cite-link"
      href={`#/case/${row.caseId}/papers?at=${row.id}`}
      title={`Opens page ${row.passage.page} with these words lit`}
      onClick={(e) => e.stopPropagation()}
    >
      {text}
    </a>
  );
}
