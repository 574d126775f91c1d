import { useEffect, useState } from 'react';
import { backUp, backupTrouble, downloadCase, lastSaved } from '../places/cases/backup';
import { headSays } from '../record/chain';
import { ofCase } from '../store/database';
import { db } from '../store/open';
import { useKeptAside } from '../ui/use-kept';
import css from './backup-age.module.css';

/** Backed up so long (ms) after the last change. */
const PAUSE = 30_000;
const MINUTE = 60_000;
/** The number of the step that makes a case. */
const MADE = 1;

function ago(ms: number): string {
  if (ms < MINUTE) return 'just now';
  if (ms < 60 * MINUTE) return `${Math.floor(ms / MINUTE)} min ago`;
  if (ms < 48 * 60 * MINUTE) return `${Math.floor(ms / 60 / MINUTE)} h ago`;
  return `${Math.floor(ms / 1440 / MINUTE)} days ago`;
}

/**
 * How old the last case file is, always in sight; where a folder was picked, a new one is written after each pause in the work.
 * Whether the case has changed since is told by the numbers of its steps: a clock may be set.
 */
export function BackupAge({ caseId, title }: { caseId: string; title: string }) {
  const last = useKeptAside(() => lastSaved(caseId), [caseId]);
  const trouble = useKeptAside(() => backupTrouble(caseId), [caseId]) ?? '';
  const seq = useKeptAside(
    async () => (await ofCase(db.history, caseId, 'seq').reverse().limit(1).primaryKeys())[0]?.[1],
    [caseId],
  );
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 20_000);
    return () => clearInterval(tick);
  }, []);
  useEffect(() => {
    if (seq === undefined) return;
    const timer = setTimeout(() => void backUp(caseId, title), PAUSE);
    return () => clearTimeout(timer);
  }, [caseId, title, seq]);
  // A case that nobody has worked in yet has one step, its making: there is nothing to lose, and no alarm.
  const stale = seq !== undefined && (last?.seq ?? MADE) < seq;
  const save = async (): Promise<void> => {
    if (!(await backUp(caseId, title, true))) await downloadCase(caseId, title);
  };
  const says = !last ? 'not saved to a file' : `file ${ago(Math.max(0, now - last.at))}`;
  const upTo = last && last.hash !== '' ? ` The last holds up to ${headSays(last, 8)}.` : '';
  const title_ =
    trouble !== ''
      ? `The last backup failed: ${trouble}. Click to try again, or to save a case file.`
      : stale
        ? `The case has changed since its last case file: click for a new one.${upTo}`
        : `Click for a new case file.${upTo}`;
  return (
    <button
      type="button"
      className={css['backup-age']}
      data-stale={stale || trouble !== ''}
      title={title_}
      onClick={() => void save()}
    >
      {trouble !== '' ? `backup failed: ${trouble}` : `${says}${last && stale ? ', changed since' : ''}`}
    </button>
  );
}
