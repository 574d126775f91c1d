import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { backUp } from '../places/cases/backup';
import { downloadCase } from '../places/cases/case-files';
import { recall } from '../store/commands';
import { ofCase } from '../store/database';
import { db } from '../store/open';

/** Backed up so long (ms) after the last change. */
const PAUSE = 30_000;
const MINUTE = 60_000;

function ago(ms: number): string {
  if (ms < MINUTE) return 'just now';
  if (ms < 60 * MINUTE) return `${Math.floor(ms / MINUTE)} min ago`;
  if (ms < 48 * 60 * MINUTE) return `${Math.floor(ms / 60 / MINUTE)} h ago`;
  return `${Math.floor(ms / 1440 / MINUTE)} days ago`;
}

/** How old the last case file is, always in sight; where a folder was picked, a new one is written after each pause in the work. */
export function BackupAge({ caseId, title }: { caseId: string; title: string }) {
  const last = useLiveQuery(() => recall(db, `backup ${caseId}`), [caseId]);
  const entry = useLiveQuery(
    async () => (await ofCase(db.history, caseId, 'seq').reverse().limit(1).toArray())[0],
    [caseId],
  );
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 20_000);
    return () => clearInterval(tick);
  }, []);
  const seq = entry?.seq;
  useEffect(() => {
    if (seq === undefined) return;
    const timer = setTimeout(() => void backUp(caseId, title).catch(() => undefined), PAUSE);
    return () => clearTimeout(timer);
  }, [caseId, title, seq]);
  const at = typeof last === 'number' ? last : null;
  const stale = entry !== undefined && (at === null || entry.at > at);
  const save = async (): Promise<void> => {
    if (!(await backUp(caseId, title, true))) await downloadCase(caseId, title);
  };
  return (
    <button
      type="button"
      className="backup-age"
      data-stale={stale}
      title={
        stale
          ? 'The case has changed since its last case file: click for a new one'
          : 'Click for a new case file'
      }
      onClick={() => void save()}
    >
      {at === null
        ? 'not saved to a file'
        : `file ${ago(Math.max(0, now - at))}${stale ? ', changed since' : ''}`}
    </button>
  );
}
