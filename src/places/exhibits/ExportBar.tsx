import { Button, Loader } from '@mantine/core';
import { KINDS_OF_PAPER, TYPES } from '../../exhibits/kinds';
import type { Withheld } from '../../exhibits/withheld';
import type { ChainHead } from '../../record/chain';
import type { ExhibitPlan } from '../../record/paper';
import { headNow } from '../../store/commands';
import { db } from '../../store/open';
import type { CaseView } from '../../ui/case-view';
import { today } from '../../ui/today';
import { useExport } from './use-export';

interface Props {
  readonly view: CaseView;
  readonly plan: ExhibitPlan;
  readonly withheld: Withheld;
  /** Hears that one was made, and from which entry of the history, where that is printed on it. */
  readonly onMade: (head: ChainHead | null) => void;
}

/** The documents an exhibit becomes, each by a button; they are written in a worker and can be given up. */
export function ExportBar({ view, plan, withheld, onMade }: Props) {
  const { underWay, run, stop } = useExport();
  const read = { record: view.record, analysis: view.analysis };
  const made = today();
  const make = async (kind: (typeof KINDS_OF_PAPER)[number]): Promise<void> => {
    const head = plan.head ? await headNow(db, plan.caseId) : null;
    const done = await run(TYPES[kind].name, (api, progress) =>
      api.make(kind, read, plan, made, withheld, head, progress),
    );
    if (done) onMade(head);
  };
  return (
    <div className="export-bar" role="toolbar" aria-label="Make of it">
      {KINDS_OF_PAPER.map((kind) => (
        <Button
          key={kind}
          size="compact-sm"
          variant={TYPES[kind].paper && TYPES[kind].ending === 'docx' ? 'filled' : 'default'}
          title={TYPES[kind].says}
          disabled={underWay !== null}
          onClick={() => void make(kind)}
        >
          {TYPES[kind].name}
        </Button>
      ))}
      {underWay && (
        <span role="status" className="cite">
          <Loader size={12} /> {underWay.what}: {underWay.says} …{' '}
          <button type="button" className="cite-link" onClick={stop}>
            stop
          </button>
        </span>
      )}
      {!underWay && plan.exported && (
        <span className="cite">last exported {new Date(plan.exported.at).toLocaleString('en-US')}</span>
      )}
    </div>
  );
}
