import { Button, Loader } from '@mantine/core';
import { KINDS_OF_PAPER, TYPES } from '../../exhibits/kinds';
import type { ExhibitPlan } from '../../record/paper';
import type { CaseView } from '../../ui/case-view';
import { today } from '../../ui/today';
import { useExport } from './use-export';

interface Props {
  readonly view: CaseView;
  readonly plan: ExhibitPlan;
  readonly onMade: () => void;
}

/** The documents an exhibit becomes, each by a button; they are written in a worker and can be given up. */
export function ExportBar({ view, plan, onMade }: Props) {
  const { underWay, run, stop } = useExport();
  const read = { record: view.record, analysis: view.analysis };
  const made = today();
  return (
    <div className="export-bar" role="toolbar" aria-label="Make of it">
      {KINDS_OF_PAPER.map((kind) => (
        <Button
          key={kind}
          size="compact-sm"
          variant={kind === 'word' ? 'filled' : 'default'}
          title={TYPES[kind].says}
          disabled={underWay !== null}
          onClick={() =>
            void run(TYPES[kind].name, (api, progress) => api.make(kind, read, plan, made, progress)).then(
              (m) => m && onMade(),
            )
          }
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
