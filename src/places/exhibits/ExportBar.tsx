import { Button, Loader } from '@mantine/core';
import type { DocumentKind, Planned } from '../../exhibits/document';
import { OF_EXHIBIT } from '../../exhibits/documents';
import type { Withheld } from '../../exhibits/withheld';
import type { ChainHead } from '../../record/chain';
import type { ExhibitPlan } from '../../record/paper';
import { headNow } from '../../store/commands';
import { db } from '../../store/open';
import type { CaseView } from '../../ui/case-view';
import { stampNow } from '../../ui/stamp-now';
import { today } from '../../ui/today';
import { useExport } from '../../ui/use-export';
import css from './exhibits.module.css';

interface Props {
  readonly view: CaseView;
  readonly plan: ExhibitPlan;
  readonly withheld: Withheld;
  /** Hears that one was made, and from which entry of the history, where that is printed on it. */
  readonly onMade: (head: ChainHead | null) => void;
}

/** The documents an exhibit becomes, each by a button; they are written in a worker and can be given up. */
export function ExportBar({ view, plan, withheld, onMade }: Props) {
  const { underWay, make, stop } = useExport();
  const read = { record: view.record, analysis: view.analysis };
  const makeOf = async (kind: DocumentKind<Planned>): Promise<void> => {
    const head = plan.head ? await headNow(db, plan.caseId) : null;
    const stamp = await stampNow(plan.caseId);
    if (await make(kind, { read, plan, made: today(), withheld, head, stamp })) onMade(head);
  };
  return (
    <div className={css['export-bar']} role="toolbar" aria-label="Make of it">
      {OF_EXHIBIT.map((kind) => (
        <Button
          key={kind.id}
          size="compact-sm"
          variant={kind.first ? 'filled' : 'default'}
          title={kind.says}
          disabled={underWay !== null}
          onClick={() => void makeOf(kind)}
        >
          {kind.name}
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
