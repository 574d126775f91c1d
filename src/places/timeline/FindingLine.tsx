import { Anchor } from '@mantine/core';
import type { Finding } from '../../rules/finding';
import { printBounds } from '../../time/duration';
import type { CaseView } from '../../ui/case-view';

/** One finding by its number, title and bounds; a click selects it. */
export function FindingLine({
  f,
  view,
  onSelect,
}: {
  f: Finding;
  view: CaseView;
  onSelect: (id: string) => void;
}) {
  return (
    <button type="button" className="finding-line" data-line={f.key} onClick={() => onSelect(f.key)}>
      <span className="number">{view.analysis.findings.indexOf(f) + 1}</span>
      <span>
        <strong>{f.title}</strong>
        {f.bounds && <span className="cite"> {printBounds(f.bounds)}</span>}
      </span>
    </button>
  );
}

/** The way back from what is selected to all findings. */
export function Back({ onSelect }: { onSelect: (id: null) => void }) {
  return (
    <Anchor component="button" type="button" size="xs" onClick={() => onSelect(null)} mb={8} data-back>
      All findings
    </Anchor>
  );
}
