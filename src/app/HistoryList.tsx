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
              <td>{e.what}</td>
              <td>{e.rows}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
