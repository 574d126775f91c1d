import { Anchor, Badge, Button, NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { binCase } from '../../actions/case';
import { nextOf } from '../../analysis/next-day';
import type { Outlook } from '../../analysis/outlook';
import type { Case } from '../../record/case';
import { db } from '../../store/open';
import { run } from '../../ui/run';
import { today } from '../../ui/today';
import { useKept } from '../../ui/use-kept';
import { downloadCase, savedOf } from './backup';
import css from './cases.module.css';
import { FoundRows } from './FoundRows';
import { OutlookLine } from './OutlookLine';
import { useOutlooks } from './outlooks';

/** Cases shown at once; more on demand. */
const SHOWN = 100;

const ORDERS = { new: 'newest first', next: 'next deadline first', title: 'by title' } as const;
type Order = keyof typeof ORDERS;

const textOf = (c: Case): string => `${c.title} ${c.number} ${c.court}`.toLowerCase();

function inOrder(cases: readonly Case[], order: Order, outlooks: ReadonlyMap<string, Outlook>): Case[] {
  const day = today();
  const next = (c: Case): string => nextOf(outlooks.get(c.id)?.days ?? [], day).next?.on ?? '9999';
  const by: Record<Order, (a: Case, b: Case) => number> = {
    new: (a, b) => b.createdAt - a.createdAt,
    next: (a, b) => (next(a) < next(b) ? -1 : next(a) > next(b) ? 1 : b.createdAt - a.createdAt),
    title: (a, b) => a.title.localeCompare(b.title),
  };
  return [...cases].sort(by[order]);
}

/** The cases of this browser as an office's list: what is ahead of each, what it shows, its backup, who is on it; found by any word. */
export function CaseList({ cases, go }: { cases: readonly Case[]; go: (to: string) => void }) {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const [order, setOrder] = useState<Order>('new');
  const [most, setMost] = useState(SHOWN);
  const outlooks = useOutlooks(cases);
  const wanted = useDeferredValue(words).toLowerCase().split(/\s+/).filter(Boolean);
  const found = inOrder(
    cases.filter((c) => wanted.every((w) => textOf(c).includes(w))),
    order,
    outlooks.of,
  );
  const shown = found.slice(0, most);
  return (
    <>
      {cases.length > 1 && (
        <form
          role="search"
          className={css['find']}
          onSubmit={(e) => {
            e.preventDefault();
            setAsked(words.trim());
          }}
        >
          <TextInput
            label="Search all cases"
            placeholder="title, number, court; Enter looks into every entry"
            value={words}
            onChange={(e) => {
              setWords(e.currentTarget.value);
              if (e.currentTarget.value.trim() === '') setAsked('');
            }}
          />
          <NativeSelect
            label="Order"
            value={order}
            onChange={(e) => setOrder(e.currentTarget.value as Order)}
            data={Object.entries(ORDERS).map(([value, label]) => ({ value, label }))}
          />
          <Button type="submit" variant="default" disabled={words.trim() === ''}>
            Look into every entry
          </Button>
        </form>
      )}
      {asked !== '' && <FoundRows key={asked} cases={cases} words={asked} />}
      {cases.length > 20 && (
        <p className="cite" role="status">
          {found.length.toLocaleString('en-US')} of {cases.length.toLocaleString('en-US')} cases
          {outlooks.done < cases.length
            ? `; looked over ${outlooks.done.toLocaleString('en-US')} of them so far`
            : ''}
          .
        </p>
      )}
      {found.length === 0 && <p>No case is called so. Enter looks into the entries of all of them.</p>}
      <ul className="plain-list" aria-label="Cases" style={{ display: 'grid', gap: 8, marginBottom: 16 }}>
        {shown.map((c) => (
          <CaseRow
            key={c.id}
            of={c}
            outlook={outlooks.of.get(c.id)}
            onOpen={() => go(`/case/${c.id}/timeline`)}
          />
        ))}
      </ul>
      {found.length > most && (
        <Button variant="default" mb="lg" onClick={() => setMost(most + SHOWN)}>
          Show {Math.min(SHOWN, found.length - most)} more of {(found.length - most).toLocaleString('en-US')}
        </Button>
      )}
    </>
  );
}

interface Beside {
  readonly saved: ReturnType<typeof savedOf>;
  readonly failed: string;
  readonly shared: boolean;
  readonly who: readonly string[];
}

/** What is kept beside a case: its last file, whether its backup failed, and with whom it is shared. */
async function besideOf(id: string): Promise<Beside> {
  const [saved, failed, share, seen] = await db.kept.bulkGet([
    `backup ${id}`,
    `backup-failed ${id}`,
    `share ${id}`,
    `share-seen ${id}`,
  ]);
  const members = Array.isArray(seen?.value) ? (seen.value as { who: string; left: boolean }[]) : [];
  return {
    saved: savedOf(saved?.value),
    failed: typeof failed?.value === 'string' ? failed.value : '',
    shared: share !== undefined,
    who: [...new Set(members.filter((m) => !m.left).map((m) => m.who))],
  };
}

function besideSays({ saved, failed, shared, who }: Beside): { says: string; calls?: boolean }[] {
  const on = saved ? new Date(saved.at).toLocaleDateString('en-US') : '';
  return [
    failed !== ''
      ? { says: `backup failed: ${failed}`, calls: true }
      : { says: saved ? `case file of ${on}` : 'no case file saved yet' },
    ...(shared ? [{ says: who.length > 0 ? `shared with ${who.join(', ')}` : 'shared' }] : []),
  ];
}

function CaseRow({ of, outlook, onOpen }: { of: Case; outlook: Outlook | undefined; onOpen: () => void }) {
  const beside = useKept(() => besideOf(of.id), [of.id]);
  const entries = outlook ? `${outlook.entries.toLocaleString('en-US')} entries` : '';
  const head = beside?.saved?.hash
    ? `last case file: step ${beside.saved.seq} of the history, ${beside.saved.hash.slice(0, 8)}`
    : '';
  return (
    <li className={css['row']}>
      <div>
        <Anchor component="button" type="button" fw={650} onClick={onOpen}>
          {of.title}
        </Anchor>{' '}
        {of.madeUp && (
          <Badge size="sm" variant="outline" color="gray">
            made up
          </Badge>
        )}
        <div className={css['about']}>{[of.number, of.court, entries, head].filter(Boolean).join(' · ')}</div>
        <OutlookLine outlook={outlook} more={beside ? besideSays(beside) : []} />
      </div>
      <div className={css['tools']}>
        <Button size="xs" variant="default" onClick={() => void downloadCase(of.id, of.title)}>
          Export case file
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={14} />}
          onClick={() => void bin(of)}
          aria-label={`Delete ${of.title}`}
        >
          Delete
        </Button>
      </div>
    </li>
  );
}

async function bin(of: Case): Promise<void> {
  if (!(await run(binCase(of, Date.now())))) return;
  notifications.show({ message: `${of.title} is in the bin below; it can be restored.` });
}
