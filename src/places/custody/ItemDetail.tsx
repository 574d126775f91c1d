import { Button, Group, Paper, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { removeHandOver } from '../../actions/custody';
import { laySheet } from '../../drawing/lanes/lanes';
import { layout, wholeView } from '../../drawing/scene/layout';
import type { Scene } from '../../drawing/scene/scene';
import type { CustodyEntry, Item } from '../../record/custody';
import { isNamedIn, plainName } from '../../rules/words';
import { printBounds } from '../../time/duration';
import type { CaseView } from '../../ui/case-view';
import { StatusMark } from '../../ui/FindingDetails';
import { Picture } from '../../ui/Picture';
import { RowActions } from '../../ui/RowActions';
import { run } from '../../ui/run';
import { Table } from '../../ui/Table';
import { citeOf } from '../../words/cite';
import { windowText } from '../../words/moment';
import css from './custody.module.css';
import { EntryForm } from './EntryForm';
import { ItemForm } from './ItemForm';
import { QuantityPicture } from './QuantityPicture';
import { SamplingPicture } from './SamplingPicture';

/** More entries than this of one item are listed when asked for. */
const MOST = 60;

interface Props {
  readonly item: Item;
  readonly chain: readonly CustodyEntry[];
  readonly view: CaseView;
  readonly onFinding: (key: string) => void;
}

/** One item: its chain drawn and listed, its quantity over time, what was tested, who opened its place, and the findings on it. */
export function ItemDetail({ item, chain, view, onFinding }: Props) {
  const [form, setForm] = useState(false);
  const findings = view.analysis.findings.filter((f) => f.item === item.id);
  const scene = useMemo(() => chainScene(view, item), [view, item]);
  return (
    <Paper withBorder p="md" component="section" aria-label={`Item ${item.number}`} style={{ minWidth: 0 }}>
      <Group justify="space-between" align="flex-start">
        <Title order={2} size="h4">
          Item {item.number}
          {item.description ? `: ${item.description}` : ''}
        </Title>
        <Button size="compact-sm" variant="default" onClick={() => setForm(true)} disabled={form}>
          Edit the item
        </Button>
      </Group>
      {form && <ItemForm item={item} view={view} onDone={() => setForm(false)} />}
      {scene && <Picture scene={scene} alt={`Chain of item ${item.number}`} />}
      {findings.map((f) => (
        <button type="button" key={f.key} className="finding-line" onClick={() => onFinding(f.key)}>
          <span className="number">{view.analysis.findings.indexOf(f) + 1}</span>
          <span>
            <strong>{f.title}</strong> {f.bounds && <span className="cite">{printBounds(f.bounds)}</span>}{' '}
            <StatusMark finding={f} />
          </span>
        </button>
      ))}
      <ChainTable item={item} chain={chain} view={view} />
      <QuantityPicture chain={chain} view={view} />
      {item.sampling && <SamplingPicture sampling={item.sampling} brackets={view.latest.case.brackets} />}
      <Accesses chain={chain} view={view} />
    </Paper>
  );
}

/** The chain of one item on a sheet of its own: its time is not the stop's. */
function chainScene(view: CaseView, item: Item): Scene | null {
  const n = view.record.events.length;
  const places: number[] = [];
  view.record.custody.forEach((c, i) => {
    if (c.itemId === item.id) places.push(2 * (n + i), 2 * (n + i) + 1);
  });
  const { positions } = view.analysis;
  const part = {
    min: Float64Array.from(places, (m) => positions.min[m] as number),
    max: Float64Array.from(places, (m) => positions.max[m] as number),
    at: Float64Array.from(places, (m) => positions.at[m] as number),
    untied: Uint8Array.from(places, (m) => positions.untied[m] as number),
  };
  const record = {
    ...view.record,
    events: [],
    sources: [],
    items: [item],
    custody: view.record.custody.filter((c) => c.itemId === item.id),
  };
  const sheet = laySheet(record, { ...view.analysis, stops: [], positions: part, findings: [] });
  return sheet.lanes.length === 0 ? null : layout(sheet, wholeView(sheet, 980));
}

function ChainTable({ item, chain, view }: { item: Item; chain: readonly CustodyEntry[]; view: CaseView }) {
  const [editing, setEditing] = useState<string | null>(null);
  const [more, setMore] = useState(false);
  const source = (c: CustodyEntry) => view.latest.sources.find((s) => s.id === c.sourceId);
  const shown = more ? chain : chain.slice(0, MOST);
  const remove = async (c: CustodyEntry): Promise<void> => {
    if (!(await run(removeHandOver(c, item)))) return;
    notifications.show({ message: 'Hand-over taken out. Ctrl+Z brings it back.' });
  };
  return (
    <>
      <Table
        label={`Chain of item ${item.number}`}
        className={`minutes ${css['chain']}`}
        rows={shown}
        keyOf={(c) => c.id}
        instead={(c) =>
          editing === c.id ? <EntryForm view={view} entry={c} onDone={() => setEditing(null)} /> : null
        }
        columns={[
          {
            head: 'Released by',
            cell: (c) => (
              <>
                {c.releasedBy || '—'}
                {c.releasedSigned === false && c.releasedBy !== '' && <span className="bad"> unsigned</span>}
              </>
            ),
          },
          {
            head: 'at',
            className: 'mono',
            cell: (c) => (c.releasedAt ? `${c.releasedDate} ${c.releasedAt}` : '—'),
          },
          {
            head: 'Received by',
            cell: (c) => (
              <>
                {c.receivedBy || '—'}
                {c.receivedSigned === false && <span className="bad"> unsigned</span>}
              </>
            ),
          },
          {
            head: 'at',
            className: 'mono',
            cell: (c) => (c.receivedAt ? `${c.receivedDate} ${c.receivedAt}` : '—'),
          },
          {
            head: 'Purpose, place, remarks',
            cell: (c) => (
              <>
                {c.purpose === '' ? <span className="bad">none given</span> : (c.purpose ?? '')}
                {c.place !== '' && <span className="cite"> {c.place}</span>}
                {c.note !== '' && <div className="cite">{c.note}</div>}
              </>
            ),
          },
          {
            head: 'Seal',
            nowrap: true,
            cell: (c) => (
              <>
                {c.seal}
                {c.sealState === 'broken' && <span className="bad"> broken</span>}
              </>
            ),
          },
          {
            head: 'Quantity',
            cell: (c) => (
              <>
                {c.quantities
                  .map(
                    (q) =>
                      `${q.of} ${q.value}${q.unit ? ` ${q.unit}` : ''}${q.plusMinus === null ? '' : ` ±\u00a0${q.plusMinus}`}`,
                  )
                  .join(', ')}
                {c.hash !== '' && <span className="mono cite"> {c.hash.slice(0, 10)}…</span>}
              </>
            ),
          },
          {
            head: 'Cite',
            className: 'cite',
            cell: (c) => `${citeOf(c, source(c))}${c.photo === '' ? '' : ` photo ${c.photo}`}`,
          },
          {
            head: 'Actions',
            unseen: true,
            cell: (c) => (
              <RowActions of={handOver(c)} onEdit={() => setEditing(c.id)} onRemove={() => void remove(c)} />
            ),
          },
        ]}
      />
      {shown.length < chain.length && (
        <Button size="xs" variant="default" mt="xs" onClick={() => setMore(true)}>
          Show all {chain.length} entries
        </Button>
      )}
    </>
  );
}

/** Openings of the places where the item lay, by their access logs. */
function Accesses({ chain, view }: { chain: readonly CustodyEntry[]; view: CaseView }) {
  const places = [...new Set(chain.map((c) => plainName(c.place)).filter((p) => p !== ''))];
  const rows = view.latest.events.filter(
    (e) => e.kind === 'access' && places.some((p) => isNamedIn(p, e.description)),
  );
  if (rows.length === 0) return null;
  return (
    <>
      <div className="overline">Access logs of its places</div>
      <ul className="premises">
        {rows.slice(0, MOST).map((e) => (
          <li key={e.id}>
            <span className="mono">
              {e.date} {windowText(view, e.id) || e.start}
            </span>{' '}
            {e.description} {e.actor && <>by {e.actor}</>}{' '}
            <span className="cite">
              {citeOf(
                e,
                view.latest.sources.find((s) => s.id === e.sourceId),
              )}
            </span>
          </li>
        ))}
        {rows.length > MOST && <li>and {rows.length - MOST} more, under Record.</li>}
      </ul>
    </>
  );
}

/** A hand-over by whom it goes to, and when: one person has a thing twice. */
const handOver = (c: CustodyEntry): string =>
  [
    `the hand-over to ${c.receivedBy || 'nobody named'}`,
    c.receivedAt === '' ? c.releasedDate : c.receivedDate,
    c.receivedAt || c.releasedAt,
  ]
    .filter(Boolean)
    .join(' ');
