import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { lastSaved } from '../places/cases/backup';
import { checkCase } from '../places/cases/case-files';
import { type ChainHead, compareHead, headSays, holdsSays } from '../record/chain';
import type { HistoryEntry } from '../record/history';

/** A head that this browser wrote down, and on what. */
interface Written {
  readonly on: string;
  readonly head: ChainHead;
}

interface Checked {
  readonly faults: readonly string[];
  readonly history: readonly HistoryEntry[];
  readonly written: readonly Written[];
}

async function checkedNow(caseId: string): Promise<Checked> {
  const [{ faults, history, exported }, saved] = await Promise.all([checkCase(caseId), lastSaved(caseId)]);
  const written: Written[] = [];
  if (saved && saved.hash !== '')
    written.push({ on: `The last case file, of ${new Date(saved.at).toLocaleString()}`, head: saved });
  for (const { title, at, head } of exported)
    written.push({ on: `The exhibit ${title}, of ${new Date(at).toLocaleString()}`, head });
  return { faults, history, written };
}

/**
 * Checks a history by itself, and against heads that were written down: those that this browser keeps on its case files and
 * exhibits, and one that somebody types from paper, which alone tells of a history that was made anew with all its hashes.
 */
export function ChainCheck({ caseId }: { caseId: string }) {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [typed, setTyped] = useState('');
  const compared = checked ? comparedSays(checked.history, typed) : null;
  return (
    <>
      <Button variant="default" onClick={() => void checkedNow(caseId).then(setChecked)}>
        Check its chain
      </Button>
      {checked !== null && (
        <div style={{ flexBasis: '100%' }}>
          <p role="status" className={checked.faults.length > 0 ? 'bad' : 'cite'}>
            {checked.faults.length === 0 ? holdsSays(checked.history) : checked.faults.slice(0, 5).join(' ')}
          </p>
          <ul className="premises" aria-label="Heads that were written down">
            {checked.written.map(({ on, head }) => {
              const { holds, says } = compareHead(checked.history, head);
              return (
                <li key={on} className={holds ? undefined : 'bad'}>
                  {on} ({headSays(head, 8)}): {says}
                </li>
              );
            })}
          </ul>
          <TextInput
            size="xs"
            label="Compare with an entry and a hash that were written down"
            placeholder="12 4f53cda1…"
            value={typed}
            onChange={(e) => setTyped(e.currentTarget.value)}
            description={compared?.holds ? compared.says : undefined}
            error={compared && !compared.holds ? compared.says : undefined}
            classNames={{ input: 'mono' }}
          />
        </div>
      )}
    </>
  );
}

/** What a head that was written down (`12 4f53cda1`, `entry 12, 4f53cda1`) says of this history; null until one is typed. */
function comparedSays(
  history: readonly HistoryEntry[],
  text: string,
): { readonly holds: boolean; readonly says: string } | null {
  if (text.trim() === '') return null;
  const [, seq, hash] = /^\s*(?:entry\s+)?(\d{1,9})[\s,:]+([0-9a-f]{8,64})[\s.…]*$/i.exec(text) ?? [];
  if (!seq || !hash)
    return {
      holds: false,
      says: 'Write the number of the entry and at least 8 digits of its hash: 12 4f53cda1.',
    };
  return compareHead(history, { seq: Number(seq), hash });
}
