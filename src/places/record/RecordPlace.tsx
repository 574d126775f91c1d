import { Button, Group, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { createColumnHelper, getCoreRowModel, type SortingState, useReactTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { removeEntries } from '../../actions/entries';
import type { EventRow } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import { Cite } from '../../ui/Cite';
import type { CaseView } from '../../ui/case-view';
import { EventForm } from '../../ui/EventForm';
import type { PlaceProps } from '../../ui/place';
import { run } from '../../ui/run';
import { usePrinting } from '../../ui/use-printing';
import { useSteps } from '../../ui/use-steps';
import { dayText, elapsedText, widthText, windowText } from '../../words/moment';
import { type Arranged, type Column, Lines } from './lines';

const column = createColumnHelper<EventRow>();
/** Each sorts upward first, but time, in whose order the lines already are. */
const sortable = (id: Column, header: string) =>
  column.accessor((e) => e.id, { id, header, sortDescFirst: id === 'known' });
const COLUMNS = [
  sortable('written', 'As written'),
  sortable('known', 'When'),
  column.display({ id: 'elapsed', header: 'T+' }),
  sortable('kind', 'Kind'),
  sortable('what', 'What happened'),
  sortable('who', 'Who'),
  sortable('cite', 'Source and cite'),
  column.display({ id: 'bad', header: 'Known' }),
];
/** The table keeps the columns and how they are sorted; the lines themselves are arranged in `lines.ts`. */
const NO_ROWS: EventRow[] = [];

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
  const { record, latest, analysis } = view;
  const lines = useMemo(() => new Lines({ record, latest, analysis }), [record, latest, analysis]);
  const [sort] = sorting;
  const arrange = useCallback(
    () =>
      lines.arrange({
        column: (sort?.id as Column | undefined) ?? null,
        down: sort?.desc ?? false,
        filter,
        source,
      }),
    [lines, sort, filter, source],
  );
  const arranged = useSteps(arrange);
  const table = useReactTable({
    data: NO_ROWS,
    columns: COLUMNS,
    state: { sorting },
    onSortingChange: setSorting,
    manualSorting: true,
    getCoreRowModel: getCoreRowModel(),
  });
  const printing = usePrinting();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: arranged?.places.length ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 35,
    overscan: 12,
    getItemKey: useCallback((i: number) => idAt(arranged, i) ?? i, [arranged]),
  });
  const reveal = useRef(selected);
  useEffect(() => {
    if (!arranged) return;
    const i = arranged.places.findIndex((p) => arranged.lines.event(p).id === reveal.current);
    if (i >= 0) virtual.scrollToIndex(i, { align: 'center' });
    reveal.current = null;
  }, [arranged, virtual]);
  const caseId = view.record.case.id;
  const remove = async (e: EventRow): Promise<void> => {
    if (!(await run(removeEntries(caseId, [e])))) return;
    notifications.show({ message: 'Entry taken out. Ctrl+Z brings it back.' });
  };
  return (
    <main className="wide">
      <Group mb="sm" gap="sm" align="flex-end" className="no-print">
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
          {!arranged || arranged.places.length === lines.events.length
            ? `${lines.events.length} entries`
            : `${arranged.places.length} of ${lines.events.length} entries`}
          {view.busy ? ' · working out the bounds …' : ''}
        </span>
      </Group>
      {adding && <EventForm view={view} event={null} onDone={() => setAdding(false)} />}
      {lines.events.length === 0 && !adding ? (
        <p>
          No entries yet. <a href={`#/case/${caseId}/import`}>Import a table</a>, or add the first entry here.
        </p>
      ) : (
        <div
          className="grid record-grid"
          ref={scroller}
          style={{ height: printing ? 'auto' : 'calc(100vh - 160px)' }}
          role="table"
          aria-label="The record"
          aria-rowcount={(arranged?.places.length ?? 0) + 1}
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
          <div
            style={{ height: printing ? 'auto' : virtual.getTotalSize(), position: 'relative' }}
            role="rowgroup"
          >
            {(printing
              ? Array.from(arranged?.places ?? [], (_, index) => ({ index, key: index, start: 0 }))
              : virtual.getVirtualItems()
            ).map((item) => {
              const place = arranged?.places[item.index];
              if (!arranged || place === undefined) return null;
              const e = arranged.lines.event(place);
              return (
                <div
                  key={item.key}
                  data-index={item.index}
                  ref={printing ? undefined : virtual.measureElement}
                  style={
                    printing
                      ? { breakInside: 'avoid' }
                      : {
                          position: 'absolute',
                          top: 0,
                          left: 0,
                          width: '100%',
                          transform: `translateY(${item.start}px)`,
                        }
                  }
                >
                  {editing === e.id ? (
                    <EventForm view={view} event={e} onDone={() => setEditing(null)} />
                  ) : (
                    <RecordLine
                      e={e}
                      bad={arranged.lines.bad(place)}
                      view={view}
                      current={!printing && e.id === selected}
                      onEdit={() => setEditing(e.id)}
                      onRemove={() => void remove(e)}
                      onSelect={() => onSelect(e.id)}
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
  readonly e: EventRow;
  readonly bad: string;
  readonly view: CaseView;
  readonly current: boolean;
  readonly index: number;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onSelect: () => void;
}

function RecordLine({ e, bad, view, current, index, onEdit, onRemove, onSelect }: LineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the row's Edit button does the same from the keyboard
    <div
      className="grid-row"
      style={{ background: current ? 'var(--finding-soft)' : undefined }}
      role="row"
      tabIndex={-1}
      data-bad={bad !== ''}
      aria-rowindex={index + 2}
      onDoubleClick={onEdit}
      onClick={onSelect}
    >
      <div role="cell" className="mono">
        {e.start}
        {e.end ? ` … ${e.end}` : ''}
      </div>
      <div role="cell" className="mono">
        {bad ? (
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
        {bad && <div className="bad">{bad}</div>}
      </div>
      <div role="cell">{e.actor}</div>
      <div role="cell">
        <Cite row={e} source={view.record.sources.find((s) => s.id === e.sourceId)} />
      </div>
      <div role="cell" className="cite">
        {widthText(view, e.id)}
      </div>
      <div role="cell" className="no-print" style={{ display: 'flex', gap: 2 }}>
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

const idAt = (arranged: Arranged | null, i: number): string | undefined => {
  const place = arranged?.places[i];
  return place === undefined ? undefined : arranged?.lines.event(place).id;
};
