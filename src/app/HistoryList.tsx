import { Modal, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { keep, recall } from '../store/commands';
import { ofCase } from '../store/database';
import { db } from '../store/open';

const SHOWN = 300;

/** Who changed what and when, the newest first. */
export function HistoryList({ caseId, opened, onClose }: { caseId: string; opened: boolean; onClose: () => void }) {
  const entries = useLiveQuery(async () => (opened ? ofCase(db.history, caseId, 'seq').reverse().limit(SHOWN).toArray() : []), [caseId, opened]) ?? [];
  const [who, setWho] = useState('');
  const [open, setOpen] = useState<number | null>(null);
  useEffect(() => {
    void recall(db, 'who').then((w) => setWho(typeof w === 'string' ? w : ''));
  }, []);
  return (
    <Modal opened={opened} onClose={onClose} title="History of changes" size="lg">
      <TextInput
        label="Your name in the history"
        value={who}
        onChange={(e) => setWho(e.currentTarget.value)}
        onBlur={() => void keep(db, 'who', who.trim())}
        placeholder="set once for this browser"
        mb="sm"
      />
      <table className="mapping" aria-label="History of changes">
        <thead>
          <tr>
            <th>When</th>
            <th>Who</th>
            <th>What</th>
            <th>Rows</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((e) => (
            <tr key={e.seq}>
              <td className="mono">{new Date(e.at).toLocaleString()}</td>
              <td>{e.who}</td>
              <td>
                {e.rows > 20 ? (
                  e.what
                ) : (
                  <details onToggle={(x) => x.currentTarget.open && setOpen(e.seq)}>
                    <summary>{e.what}</summary>
                    {open === e.seq && <Before caseId={caseId} seq={e.seq} />}
                  </details>
                )}
              </td>
              <td>{e.rows}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}

/** What each changed field was before, and what it became. */
function Before({ caseId, seq }: { caseId: string; seq: number }) {
  const list = useLiveQuery(() => db.changes.get([caseId, seq]), [caseId, seq]);
  const lines = (list?.changes ?? []).flatMap((c) => {
    const [before, after] = [(c.before ?? {}) as Record<string, unknown>, (c.after ?? {}) as Record<string, unknown>];
    if (c.before === null) return [`${c.table}: a row was made`];
    if (c.after === null) return [`${c.table}: a row was taken out (${String(before['description'] ?? before['name'] ?? c.id)})`];
    return Object.keys({ ...before, ...after })
      .filter((k) => JSON.stringify(before[k]) !== JSON.stringify(after[k]))
      .map((k) => `${k}: ${JSON.stringify(before[k])} → ${JSON.stringify(after[k])}`);
  });
  return (
    <ul className="premises">
      {lines.map((l) => (
        <li key={l}>{l}</li>
      ))}
    </ul>
  );
}
