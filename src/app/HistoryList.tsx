import { Button, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import type { Change } from '../record/change';
import { entryOf, nameOf, type Row } from '../record/tables';
import { keep, readCase, recall } from '../store/commands';
import { ofCase } from '../store/database';
import { db } from '../store/open';
import { Dialog } from '../ui/Dialog';
import { run } from '../ui/run';
import { saveFile } from '../ui/save-file';
import { Table } from '../ui/Table';
import { useKeptAside } from '../ui/use-kept';
import { ChainCheck } from './ChainCheck';

const SHOWN = 300;

interface Props {
  readonly caseId: string;
  readonly opened: boolean;
  /** A row whose past alone is asked for; null for everything. */
  readonly row: string | null;
  readonly onClose: () => void;
}

/** Who changed what and when, the newest first; searched, followed for one row, brought back, and given out as a log. */
export function HistoryList({ caseId, opened, row, onClose }: Props) {
  const [words, setWords] = useState('');
  const read = useKeptAside(async () => {
    if (!opened) return [];
    const about =
      row === null
        ? null
        : new Set(
            (await ofCase(db.changes, caseId, 'seq').toArray())
              .filter((l) => l.changes.some((c) => c.id === row))
              .map((l) => l.seq),
          );
    const asked = words.trim().toLowerCase();
    return ofCase(db.history, caseId, 'seq')
      .reverse()
      .filter(
        (e) =>
          (about === null || about.has(e.seq)) &&
          (asked === '' || `${e.what} ${e.who}`.toLowerCase().includes(asked)),
      )
      .limit(SHOWN)
      .toArray();
  }, [caseId, opened, row, words]);
  const entries = read ?? [];
  const [who, setWho] = useState('');
  const [open, setOpen] = useState<number | null>(null);
  useEffect(() => {
    // What is typed meanwhile stays.
    void recall(db, 'who').then((w) => setWho((now) => (now === '' && typeof w === 'string' ? w : now)));
  }, []);
  const log = async (): Promise<void> => {
    const [content, { historyLog }] = await Promise.all([readCase(db, caseId), import('./history-log')]);
    saveFile('history.csv', 'text/csv', historyLog(content));
  };
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={row === null ? 'History of changes' : 'The past of one entry'}
      size="xl"
    >
      <Group align="end" mb="sm">
        <TextInput
          label="Your name in the history"
          value={who}
          onChange={(e) => setWho(e.currentTarget.value)}
          onBlur={() => void keep(db, 'who', who.trim())}
          placeholder="set once for this browser"
        />
        <TextInput
          label="Search"
          value={words}
          onChange={(e) => setWords(e.currentTarget.value)}
          placeholder="what, or who"
        />
        <Button variant="default" onClick={() => void log()}>
          Give it out as a log
        </Button>
        {opened && <ChainCheck caseId={caseId} />}
      </Group>
      {read === undefined && <p role="status">Reading the changes …</p>}
      {read?.length === 0 && (
        <p className="cite">
          {words.trim() === '' ? 'Nothing was changed yet.' : 'No change is called that.'}
        </p>
      )}
      <Table
        label="History of changes"
        className="mapping"
        rows={entries}
        keyOf={(e) => e.seq}
        columns={[
          { head: 'When', className: 'mono', cell: (e) => new Date(e.at).toLocaleString() },
          { head: 'Who', cell: (e) => e.who },
          {
            head: 'What',
            cell: (e) =>
              e.rows > 20 ? (
                e.what
              ) : (
                <details onToggle={(x) => x.currentTarget.open && setOpen(e.seq)}>
                  <summary>{e.what}</summary>
                  {open === e.seq && <Before caseId={caseId} seq={e.seq} />}
                </details>
              ),
          },
          { head: 'Rows', cell: (e) => e.rows },
        ]}
      />
    </Dialog>
  );
}

/** A value of a field as it is read. */
const valueSays = (value: unknown): string =>
  value === undefined || value === null || value === ''
    ? '(nothing)'
    : typeof value === 'string'
      ? `“${value}”`
      : JSON.stringify(value);

/** What each changed field was before, and what it became; and the way back to what was before. */
function Before({ caseId, seq }: { caseId: string; seq: number }) {
  const list = useKeptAside(() => db.changes.get([caseId, seq]), [caseId, seq]);
  const lines = (list?.changes ?? []).flatMap((c) => {
    const [before, after] = [
      (c.before ?? {}) as Record<string, unknown>,
      (c.after ?? {}) as Record<string, unknown>,
    ];
    const { one } = entryOf(c.table);
    if (c.before === null) return [`${one}: made`];
    if (c.after === null) return [`${one}: taken out (${nameOf(c.table, before as unknown as Row)})`];
    return Object.keys({ ...before, ...after })
      .filter((k) => JSON.stringify(before[k]) !== JSON.stringify(after[k]))
      .map((k) => `${one}, ${k}: ${valueSays(before[k])} → ${valueSays(after[k])}`);
  });
  const back = (list?.changes ?? []).filter((c) => c.before !== null);
  return (
    <>
      <ul className="premises">
        {lines.map((l) => (
          <li key={l}>{l}</li>
        ))}
      </ul>
      {back.length > 0 && (
        <Button size="compact-xs" variant="default" onClick={() => void bringBack(caseId, seq, back)}>
          Bring back what was before
        </Button>
      )}
    </>
  );
}

/** Puts rows back as they were before one step, as a step of its own: nothing that came after is lost from the history. */
async function bringBack(caseId: string, seq: number, changes: readonly Change[]): Promise<void> {
  const edits = [...changes].reverse().map((c) => ({ ...c, before: c.after, after: c.before }));
  const before =
    (await db.history.where('[caseId+seq]').between([caseId, 0], [caseId, Infinity]).count()) ?? 0;
  if (!(await run({ caseId, says: `Brought back from before step ${seq}`, edits }))) return;
  const after = await db.history.where('[caseId+seq]').between([caseId, 0], [caseId, Infinity]).count();
  notifications.show({
    message: after > before ? 'It is as it was before.' : 'It stands like that already.',
  });
}
