import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { CaseView } from '../../../ui/case-view';
import { type ShareView, Sharing } from './engine';
import { ShareDialog } from './ShareDialog';
import css from './share.module.css';

/** A member is taken for being there so long (ms) after a sign of life. */
const THERE = 10 * 60_000;

function chipSays({ status, apart, faults, waiting, members, trouble }: ShareView): string {
  if (apart.length > 0) return `${apart.length} to settle`;
  if (status === 'trouble' || trouble !== '') return 'sharing: trouble';
  if (status === 'ask') return 'sharing: ask again';
  if (faults.length + waiting.length > 0) return `shared; ${faults.length + waiting.length} wait`;
  const there = members.filter((m) => !m.left && Date.now() - m.at < THERE);
  if (status === 'starting') return 'sharing …';
  return there.length === 0 ? 'shared' : `shared with ${there.map((m) => m.who).join(', ')}`.slice(0, 60);
}

/** Keeps an open case in step with its share, and says in the head how that goes. @param asked the dialog was asked for */
export function ShareChip({
  caseId,
  view,
  asked,
  onClose,
}: {
  caseId: string;
  view: CaseView | null;
  asked: boolean;
  onClose: () => void;
}) {
  const sharing = useMemo(() => new Sharing(caseId), [caseId]);
  const share = useSyncExternalStore(sharing.subscribe, sharing.now);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    sharing.start();
    return () => sharing.stop();
  }, [sharing]);
  const calls =
    share.apart.length > 0 || share.status === 'trouble' || share.status === 'ask' || share.trouble !== '';
  return (
    <>
      {share.status !== 'off' && (
        <button
          type="button"
          className={css['chip']}
          data-calls={calls}
          title={share.trouble || 'Who shares this case, and what is to settle'}
          onClick={() => (share.status === 'ask' ? void sharing.look(true) : setOpened(true))}
        >
          {chipSays(share)}
        </button>
      )}
      {(opened || asked) && view && (
        <ShareDialog
          sharing={sharing}
          share={share}
          view={view}
          onClose={() => {
            setOpened(false);
            onClose();
          }}
        />
      )}
    </>
  );
}
