import { Button, Group, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  createColumnHelper,
  getCoreRowModel,
  getFilteredRowModel,
  getSortedRowModel,
  type SortingState,
  useReactTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { removeEntries } from '../../actions/entries';
import type { EventRow } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import { Cite } from '../../ui/Cite';
import type { CaseView } from '../../ui/case-view';
import { EventForm } from '../../ui/EventForm';
import type { PlaceProps } from '../../ui/place';
import { run } from '../../ui/run';
import { citeOf } from '../../words/cite';
import { atOf, dayText, elapsedText, widthText, windowText } from '../../words/moment';

interface Line {
  readonly e: EventRow;
  readonly at: number;
  readonly cite: string;
  readonly bad: string;
}

const column = createColumnHelper<Line>();

/** The record as a table: everything that the picture shows, sorted, filtered, edited in place. */
export function RecordPlace({
  view,
  at,
  selected: chosen,
  onSelect,
}: Pick<PlaceProps, 'view' | 'at' | 'selected' | 'onSelect'>) {
  const selected = at ?? chosen;
  const [sorting, setSorting] = useState<SortingState>([]);
  const [filter, setFilter] = useState('');
  const [source, setSource] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const lines = useMemo(() => linesOf(view), [view]);
  const data = useMemo(
    () => (source ? lines.filter((l) => l.e.sourceId === source) : lines),
    [lines, source],
  );
  const columns = useMemo(
    () => [
      column.accessor((l) => l.e.start, { id: 'written', header: 'As written', sortingFn: 'alphanumeric' }),
      column.accessor((l) => (Number.isNaN(l.at) ? Number.POSITIVE_INFINITY : l.at), {
        id: 'known',
        header: 'When',
      }),
      column.accessor((l) => l.at, { id: 'elapsed', header: 'T+', enableSorting: false }),
      column.accessor((l) => KINDS[l.e.kind].label, { id: 'kind', header: 'Kind' }),
      column.accessor((l) => l.e.description, { id: 'what', header: 'What happened' }),
      column.accessor((l) => l.e.actor, { id: 'who', header: 'Who' }),
      column.accessor((l) => l.cite, { id: 'cite', header: 'Source and cite' }),
      column.accessor((l) => l.bad, { id: 'bad', header: 'Known', enableSorting: false }),
    ],
    [],
  );
  const table = useReactTable({
    data,
    columns,
    state: { sorting, globalFilter: filter },
    onSortingChange: setSorting,
    onGlobalFilterChange: setFilter,
    globalFilterFn: (row, _id, value: string) =>
      `${row.original.e.ref} ${row.original.e.start} ${row.original.e.description} ${row.original.e.actor} ${KINDS[row.original.e.kind].label} ${row.original.cite}`
        .toLowerCase()
        .includes(value.toLowerCase()),
    getRowId: (l) => l.e.id,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
  });
  const { rows } = table.getRowModel();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 35,
    overscan: 12,
    getItemKey: (i) => rows[i]?.id ?? i,
  });
  const reveal = useRef(selected);
  useEffect(() => {
    const i = rows.findIndex((r) => r.id === reveal.current);
    if (i >= 0) virtual.scrollToIndex(i, { align: 'center' });
    reveal.current = null;
  }, [rows, virtual]);
  const caseId = view.record.case.id;
  const remove = async (l: Line): Promise<void> => {
    if (!(await run(removeEntries(caseId, [l.e])))) return;
    notifications.show({ message: 'Entry taken out. Ctrl+Z brings it back.' });
  };
  return (
    <main className="wide">
      <Group mb="sm" gap="sm" align="flex-end">
        <TextInput
          label="Search"
          placeholder="word, time, cite"
          value={filter}
          onChange={(e) => setFilter(e.currentTarget.value)}
          w={260}
        />
        <Select
          label="Source"
          placeholder="all"
          clearable
          data={view.record.sources.map((s) => ({ value: s.id, label: s.name }))}
          value={source}
          onChange={setSource}
          w={220}
        />
        <Button onClick={() => setAdding(true)} disabled={adding}>
          Add an entry
        </Button>
        <span className="cite" style={{ marginLeft: 'auto' }} aria-live="polite">
          {rows.length === lines.length
            ? `${lines.length} entries`
            : `${rows.length} of ${lines.length} entries`}
          {view.busy ? ' · working out the bounds …' : ''}
        </span>
      </Group>
      {adding && <EventForm view={view} event={null} onDone={() => setAdding(false)} />}
      {lines.length === 0 && !adding ? (
        <p>
          No entries yet. <a href={`#/case/${caseId}/import`}>Import a table</a>, or add the first entry here.
        </p>
      ) : (
        <div
          className="grid record-grid"
          ref={scroller}
          style={{ height: 'calc(100vh - 160px)' }}
          role="table"
          aria-label="The record"
          aria-rowcount={rows.length + 1}
        >
          <div className="grid-row grid-head" role="row">
            {table.getFlatHeaders().map((h) => {
              const sorted = h.column.getIsSorted();
              return (
                <div
                  key={h.id}
                  role="columnheader"
                  aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
                >
                  {h.column.getCanSort() ? (
                    <button type="button" onClick={h.column.getToggleSortingHandler()}>
                      {String(h.column.columnDef.header)}{' '}
                      {sorted === 'asc' ? '▲' : sorted === 'desc' ? '▼' : ''}
                    </button>
                  ) : (
                    String(h.column.columnDef.header)
                  )}
                </div>
              );
            })}
            <div role="columnheader">
              <span className="sr">Actions</span>
            </div>
          </div>
          <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="rowgroup">
            {virtual.getVirtualItems().map((item) => {
              const l = rows[item.index]?.original;
              if (!l) return null;
              return (
                <div
                  key={item.key}
                  data-index={item.index}
                  ref={virtual.measureElement}
                  style={{
                    position: 'absolute',
                    top: 0,
                    left: 0,
                    width: '100%',
                    transform: `translateY(${item.start}px)`,
                  }}
                >
                  {editing === l.e.id ? (
                    <EventForm view={view} event={l.e} onDone={() => setEditing(null)} />
                  ) : (
                    <RecordLine
                      l={l}
                      view={view}
                      current={l.e.id === selected}
                      onEdit={() => setEditing(l.e.id)}
                      onRemove={() => void remove(l)}
                      onSelect={() => onSelect(l.e.id)}
                      index={item.index}
                    />
                  )}
                </div>
              );
            })}
          </div>
        </div>
      )}
    </main>
  );
}

interface LineProps {
  readonly l: Line;
  readonly view: CaseView;
  readonly current: boolean;
  readonly index: number;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onSelect: () => void;
}

function RecordLine({ l, view, current, index, onEdit, onRemove, onSelect }: LineProps) {
  const { e } = l;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the row's Edit button does the same from the keyboard
    <div
      className="grid-row"
      style={{ background: current ? 'var(--finding-soft)' : undefined }}
      role="row"
      tabIndex={-1}
      data-bad={l.bad !== ''}
      aria-rowindex={index + 2}
      onDoubleClick={onEdit}
      onClick={onSelect}
    >
      <div role="cell" className="mono">
        {e.start}
        {e.end ? ` … ${e.end}` : ''}
      </div>
      <div role="cell" className="mono">
        {l.bad ? (
          <span className="bad">not dated</span>
        ) : (
          `${dayText(view, e.id).slice(5)} ${windowText(view, e.id)}`
        )}
      </div>
      <div role="cell" className="mono">
        {elapsedText(view, e.id)}
      </div>
      <div role="cell">{KINDS[e.kind].label}</div>
      <div role="cell">
        {e.description}
        {l.bad && <div className="bad">{l.bad}</div>}
      </div>
      <div role="cell">{e.actor}</div>
      <div role="cell">
        <Cite row={e} source={view.record.sources.find((s) => s.id === e.sourceId)} />
      </div>
      <div role="cell" className="cite">
        {widthText(view, e.id)}
      </div>
      <div role="cell" style={{ display: 'flex', gap: 2 }}>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={onEdit}
          aria-label={`Edit ${e.ref || e.description}`}
        >
          Edit
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={onRemove}
          aria-label={`Take out ${e.ref || e.description}`}
        >
          ✕
        </Button>
      </div>
    </div>
  );
}

/** Rows with what is known of them, in the order of time; those without a place come last, with the reason. */
function linesOf(view: CaseView): Line[] {
  const bad = new Map(view.analysis.unplaced.map((u) => [u.row, u.why]));
  const sources = new Map(view.record.sources.map((s) => [s.id, s]));
  const lines = view.latest.events.map((e) => ({
    e,
    at: atOf(view, e),
    cite: citeOf(e, sources.get(e.sourceId)),
    bad: bad.get(e.id) ?? '',
  }));
  return lines.sort((a, b) =>
    Number.isNaN(a.at) ? (Number.isNaN(b.at) ? 0 : 1) : Number.isNaN(b.at) ? -1 : a.at - b.at,
  );
}
