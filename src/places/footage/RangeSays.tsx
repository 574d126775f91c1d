import { printMedia } from '../../time/grammar/print';
import { ToHearing } from './ToHearing';
import type { Marking } from './use-marking';

/** The in and the out that are set on the leading recording: what they are for, and the step of a hearing that they make. */
export function RangeSays({ caseId, leader, marking }: { caseId: string; leader: string; marking: Marking }) {
  const [from, to] = marking.range;
  if (from === null && to === null) return null;
  return (
    <p className="cite" role="status">
      From {from === null ? '…' : printMedia(from, 1)} to {to === null ? '…' : printMedia(to, 1)}: a key of a
      span marks it; R loops it.{' '}
      <button type="button" className="cite-link" onClick={marking.clearRange}>
        clear
      </button>{' '}
      {from !== null && to !== null && (
        <ToHearing
          caseId={caseId}
          step={{ show: 'footage', id: leader, at: Math.round(from), to: Math.round(to) }}
        />
      )}
    </p>
  );
}
