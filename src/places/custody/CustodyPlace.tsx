import { Button, Group, TextInput, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { byNumber, type CustodyEntry, type Item } from '../../record/custody';
import { rowById } from '../../record/rows';
import type { CaseView } from '../../ui/case-view';
import { LongRows, useLongList } from '../../ui/LongRows';
import { Narrowed, searchedFor } from '../../ui/Narrowed';
import type { PlaceProps } from '../../ui/place';
import { usePrinting } from '../../ui/use-printing';
import { LABELS } from '../../words/label';
import css from './custody.module.css';
import { EntryForm } from './EntryForm';
import { ItemDetail } from './ItemDetail';

/** Items on the left, the chain of the chosen one beside them: drawn, listed, with the findings on it. */
export function CustodyPlace({ view, at, onRow }: Pick<PlaceProps, 'view' | 'at' | 'onRow'>) {
  const { items, custody } = view.latest;
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(() => rowById(custody, at ?? '')?.itemId ?? null);
  const [adding, setAdding] = useState(false);
  const chains = useMemo(() => chainsOf(custody), [custody]);
  const trouble = useMemo(() => troubleOf(view), [view]);
  const shown = useMemo(
    () =>
      items
        .filter((i) => `${i.number} ${i.description}`.toLowerCase().includes(words.toLowerCase()))
        .sort(byNumber),
    [items, words],
  );
  const item = shown.find((i) => i.id === chosen) ?? shown[0];
  const printing = usePrinting();
  return (
    <main className="page" style={{ maxWidth: 1360 }}>
      <Group justify="space-between" mb="md">
        <Title order={1} size="h2">
          Custody
        </Title>
        <Button className="no-print" onClick={() => setAdding(true)} disabled={adding}>
          Add a hand-over
        </Button>
      </Group>
      <p className="cite no-print">
        A break in the chain usually goes to weight, not admissibility (Fed. R. Evid. 901). Verify before
        filing.
      </p>
      {adding && <EntryForm view={view} entry={null} onDone={() => setAdding(false)} />}
      {items.length === 0 && !adding && (
        <p>
          No items yet. <a href={`#/case/${view.record.case.id}/import`}>Import a custody form</a>, or add the
          first hand-over here.
        </p>
      )}
      <Narrowed shown={shown.length} of={items.length} what="items" by={[searchedFor(words)]} />
      {printing &&
        shown.map((i) => (
          <ItemDetail key={i.id} item={i} chain={chains.get(i.id) ?? []} view={view} onFinding={onRow} />
        ))}
      {!printing && items.length > 0 && (
        <div className={css['custody']}>
          <div>
            <TextInput
              aria-label="Search the items"
              placeholder={`search ${items.length} ${items.length === 1 ? 'item' : 'items'}`}
              value={words}
              onChange={(e) => setWords(e.currentTarget.value)}
              mb={8}
            />
            <ItemList
              items={shown}
              chosen={item?.id ?? null}
              chains={chains}
              trouble={trouble}
              onChoose={setChosen}
            />
          </div>
          {item ? (
            <ItemDetail
              key={item.id}
              item={item}
              chain={chains.get(item.id) ?? []}
              view={view}
              onFinding={onRow}
            />
          ) : (
            <p>No item matches.</p>
          )}
        </div>
      )}
    </main>
  );
}

/** The entries of each item, in the order of their form. */
function chainsOf(custody: readonly CustodyEntry[]): Map<string, CustodyEntry[]> {
  const chains = new Map<string, CustodyEntry[]>();
  for (const c of custody) {
    const chain = chains.get(c.itemId);
    if (chain) chain.push(c);
    else chains.set(c.itemId, [c]);
  }
  for (const chain of chains.values())
    chain.sort((a, b) => (a.logId < b.logId ? -1 : a.logId > b.logId ? 1 : a.order - b.order));
  return chains;
}

/** How many findings stand against each item: established, and arguable. */
function troubleOf(view: CaseView): Map<string, { established: number; arguable: number }> {
  const found = new Map<string, { established: number; arguable: number }>();
  for (const f of view.analysis.findings) {
    if (!f.item || f.status === 'foreclosed') continue;
    const t = found.get(f.item) ?? { established: 0, arguable: 0 };
    t[f.status]++;
    found.set(f.item, t);
  }
  return found;
}

interface ListProps {
  readonly items: readonly Item[];
  readonly chosen: string | null;
  readonly chains: ReadonlyMap<string, readonly CustodyEntry[]>;
  readonly trouble: ReadonlyMap<string, { established: number; arguable: number }>;
  readonly onChoose: (id: string) => void;
}

function ItemList({ items, chosen, chains, trouble, onChoose }: ListProps) {
  const list = useLongList({ count: items.length, height: 54, keyOf: (i) => items[i]?.id ?? i, of: items });
  const step = (by: number): void => {
    const next = items[items.findIndex((i) => i.id === chosen) + by];
    if (!next) return;
    onChoose(next.id);
    list.virtual.scrollToIndex(items.indexOf(next));
  };
  return (
    <div
      ref={list.scroller}
      className={css['item-list']}
      role="listbox"
      aria-label="Items"
      tabIndex={0}
      onKeyDown={(e) => {
        const by = { ArrowDown: 1, ArrowUp: -1 }[e.key];
        if (!by) return;
        e.preventDefault();
        step(by);
      }}
    >
      <LongRows
        list={list}
        row={(i) => {
          const { id } = items[i] as Item;
          return {
            role: 'option',
            'aria-selected': id === chosen,
            tabIndex: -1,
            className: css['item-row'],
            onClick: () => onChoose(id),
            onKeyDown: (e) => e.key === 'Enter' && onChoose(id),
          };
        }}
      >
        {(i) => {
          const item = items[i];
          if (!item) return null;
          const t = trouble.get(item.id);
          const n = chains.get(item.id)?.length ?? 0;
          return (
            <>
              <strong>
                Item {item.number}
                {item.description ? `: ${item.description}` : ''}
              </strong>
              <span className="cite">
                {n} {n === 1 ? 'entry' : 'entries'}
                {t
                  ? `; ${[t.established ? `${t.established} ${LABELS.established}` : '', t.arguable ? `${t.arguable} ${LABELS.arguable}` : ''].filter(Boolean).join(', ')}`
                  : ''}
              </span>
            </>
          );
        }}
      </LongRows>
    </div>
  );
}
