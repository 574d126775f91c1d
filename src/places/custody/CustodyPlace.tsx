import { Button, Group, Paper, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { laySheet, type Sheet } from '../../drawing/lanes';
import { layout, wholeView } from '../../drawing/layout';
import { PALETTES } from '../../drawing/palette';
import { paintSvg } from '../../drawing/svg';
import { citeOf } from '../../record/cite';
import type { CustodyEntry, Item } from '../../record/custody';
import { removeRows } from '../../store/commands';
import { db } from '../../store/open';
import { printBounds } from '../../time/duration';
import type { CaseView } from '../../widgets/case-view';
import { StatusMark } from '../../widgets/FindingDetails';
import { RowActions } from '../../widgets/RowActions';
import { useThemeChoice } from '../../widgets/theme-choice';
import { EntryForm } from './EntryForm';

/** More items than this are listed by name first: each chain is opened when wanted. */
const MOST = 40;

/** Items and their chains: drawn, listed, with the findings on each. */
export function CustodyPlace({ view, onFinding }: { view: CaseView; onFinding: (key: string) => void }) {
  const sheet = useMemo(() => custodySheet(view), [view]);
  const [adding, setAdding] = useState(false);
  const [more, setMore] = useState(false);
  const { items } = view.latest;
  const shown = more ? items : items.slice(0, MOST);
  return (
    <main className="page" style={{ maxWidth: 1240 }}>
      <Group justify="space-between" mb="md">
        <Title order={1} size="h2">
          Custody
        </Title>
        <Button onClick={() => setAdding(true)} disabled={adding}>
          Add a hand-over
        </Button>
      </Group>
      <p className="cite">A break in the chain usually goes to weight, not admissibility (Fed. R. Evid. 901). Verify before filing.</p>
      {adding && <EntryForm view={view} entry={null} onDone={() => setAdding(false)} />}
      {items.length === 0 && !adding && (
        <p>
          No items yet. <a href={`#/case/${view.record.case.id}/import`}>Import a custody form</a>, or add the first hand-over here.
        </p>
      )}
      {shown.map((item) => (
        <OneItem key={item.id} item={item} view={view} sheet={sheet} onFinding={onFinding} />
      ))}
      {shown.length < items.length && (
        <Button variant="default" onClick={() => setMore(true)}>
          Show all {items.length} items
        </Button>
      )}
    </main>
  );
}

/** The sheet of the hand-overs alone: their time is not the stop's. */
function custodySheet(view: CaseView): Sheet {
  const n = 2 * view.record.events.length;
  const { positions } = view.analysis;
  const part = { min: positions.min.slice(n), max: positions.max.slice(n), at: positions.at.slice(n), untied: positions.untied.slice(n) };
  return laySheet({ ...view.record, events: [], sources: [] }, { ...view.analysis, stops: [], positions: part, findings: [] });
}

function OneItem({ item, view, sheet, onFinding }: { item: Item; view: CaseView; sheet: Sheet; onFinding: (key: string) => void }) {
  const theme = useThemeChoice();
  const [editing, setEditing] = useState<string | null>(null);
  const chain = view.latest.custody.filter((c) => c.itemId === item.id).sort((a, b) => a.order - b.order);
  const findings = view.analysis.findings.filter((f) => f.item === item.id);
  const source = (c: CustodyEntry) => view.latest.sources.find((s) => s.id === c.sourceId);
  const svg = useMemo(() => {
    const only: Sheet = { ...sheet, lanes: sheet.lanes.filter((l) => l.id === `item ${item.id}`) };
    if (only.lanes.length === 0) return '';
    const scene = layout(only, wholeView(only, 1150));
    return paintSvg(scene, PALETTES[theme], `Chain of item ${item.number}`);
  }, [sheet, item, theme]);
  const remove = async (c: CustodyEntry): Promise<void> => {
    await removeRows(db, c.caseId, [{ table: 'custody', row: c }], `Hand-over taken out: item ${item.number}`);
    notifications.show({ message: 'Hand-over taken out. Ctrl+Z brings it back.' });
  };
  return (
    <Paper withBorder p="md" mb="md" component="section" aria-label={`Item ${item.number}`}>
      <Title order={2} size="h4">
        Item {item.number}
        {item.description ? `: ${item.description}` : ''}
      </Title>
      {svg !== '' && <div className="chain-svg" dangerouslySetInnerHTML={{ __html: svg }} />}
      {findings.map((f) => (
        <button type="button" key={f.key} className="finding-line" onClick={() => onFinding(f.key)}>
          <span className="number">{view.analysis.findings.indexOf(f) + 1}</span>
          <span>
            <strong>{f.title}</strong> {f.bounds && <span className="cite">{printBounds(f.bounds)}</span>} <StatusMark status={f.status} />
          </span>
        </button>
      ))}
      <div style={{ overflowX: 'auto' }}>
        <table className="minutes" style={{ width: '100%', margin: '8px 0 0' }} aria-label={`Chain of item ${item.number}`}>
          <thead>
            <tr>
              <th>Released by</th>
              <th>at</th>
              <th>Received by</th>
              <th>at</th>
              <th>Purpose</th>
              <th>Seal</th>
              <th>Quantity</th>
              <th>Cite</th>
              <th>
                <span className="sr">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {chain.map((c) =>
              editing === c.id ? (
                <tr key={c.id}>
                  <td colSpan={9}>
                    <EntryForm view={view} entry={c} onDone={() => setEditing(null)} />
                  </td>
                </tr>
              ) : (
                <tr key={c.id} style={{ cursor: 'default' }}>
                  <td>
                    {c.releasedBy || '—'}
                    {c.releasedSigned === false && c.releasedBy !== '' && <span className="bad"> unsigned</span>}
                  </td>
                  <td className="mono">{c.releasedAt ? `${c.releasedDate} ${c.releasedAt}` : '—'}</td>
                  <td>
                    {c.receivedBy || '—'}
                    {c.receivedSigned === false && <span className="bad"> unsigned</span>}
                  </td>
                  <td className="mono">{c.receivedAt ? `${c.receivedDate} ${c.receivedAt}` : '—'}</td>
                  <td>{c.purpose === '' ? <span className="bad">none given</span> : (c.purpose ?? '')}</td>
                  <td>{c.seal}</td>
                  <td>
                    {c.quantities.map((q) => `${q.of} ${q.value}${q.unit ? ` ${q.unit}` : ''}${q.plusMinus === null ? '' : ` ± ${q.plusMinus}`}`).join(', ')}
                  </td>
                  <td className="cite">{citeOf(c, source(c))}</td>
                  <td>
                    <RowActions of={`the hand-over to ${c.receivedBy || 'nobody named'}`} onEdit={() => setEditing(c.id)} onRemove={() => void remove(c)} />
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </Paper>
  );
}
