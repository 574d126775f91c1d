import { Button, Checkbox, Group, Select, TextInput, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { createColumnHelper, getCoreRowModel, type SortingState, useReactTable } from '@tanstack/react-table';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { removeEntries } from '../../actions/entries';
import type { EventRow } from '../../record/event';
import { askEntry, handPasted, isManyRows, useAdding } from '../../ui/adding';
import { EventForm } from '../../ui/EventForm';
import { LongRows, useLongList } from '../../ui/LongRows';
import { Narrowed, searchedFor } from '../../ui/Narrowed';
import type { PlaceProps } from '../../ui/place';
import { run } from '../../ui/run';
import { isTyping } from '../../ui/typing';
import { useChosen } from '../../ui/use-chosen';
import { useSteps } from '../../ui/use-steps';
import { Chosen } from './Chosen';
import { type Arranged, type Column, Lines } from './lines';
import { RecordLine } from './RecordLine';
import css from './record.module.css';

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
  selected: selectedBefore,
  onSelect,
  onPlace,
}: Pick<PlaceProps, 'view' | 'at' | 'selected' | 'onSelect' | 'onPlace'>) {
  const selected = at ?? selectedBefore;
  const [sorting, setSorting] = useState<SortingState>([]);
  const [filter, setFilter] = useState('');
  const [source, setSource] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const adding = useAdding();
  const add = useRef<HTMLButtonElement>(null);
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
  const list = useLongList({
    count: arranged?.places.length ?? 0,
    height: 35,
    keyOf: (i) => idAt(arranged, i) ?? i,
    of: arranged,
  });
  const { scroller, virtual, printing } = list;
  const { chosen, last, toggle, choose } = useChosen(() => idsOf(arranged));
  const reveal = useRef(selected);
  useEffect(() => {
    if (!arranged) return;
    const i = arranged.places.findIndex((p) => arranged.lines.event(p).id === reveal.current);
    if (i >= 0) virtual.scrollToIndex(i, { align: 'center' });
    reveal.current = null;
  }, [arranged, virtual]);
  // The editor stands in sight, whole, with its buttons.
  useEffect(() => {
    if (editing === null) return;
    const wait = requestAnimationFrame(() =>
      scroller.current?.querySelector('.entry-form')?.scrollIntoView({ block: 'nearest' }),
    );
    return () => cancelAnimationFrame(wait);
  }, [editing, scroller]);
  const row = (id: string): HTMLElement | null | undefined =>
    scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  const indexOf = (id: string | null): number =>
    arranged ? arranged.places.findIndex((p) => arranged.lines.event(p).id === id) : -1;
  const toFocus = useRef<string | null>(null);
  const focusRow = (id: string | null | undefined): void => {
    if (id === undefined || id === null) return;
    const there = row(id);
    if (there) return there.focus();
    toFocus.current = id;
    const i = indexOf(id);
    if (i >= 0) virtual.scrollToIndex(i);
  };
  // A row that is not drawn yet takes the focus as soon as it is.
  useEffect(() => {
    const there = toFocus.current && row(toFocus.current);
    if (!there) return;
    toFocus.current = null;
    there.focus();
  });
  const step = (index: number): void => {
    if (idAt(arranged, index) === undefined) return;
    virtual.scrollToIndex(index);
    focusRow(idAt(arranged, index));
  };
  // Rows copied in a spreadsheet, or a paragraph of a report, become entries to look at.
  useEffect(() => {
    const onPaste = (e: ClipboardEvent): void => {
      const text = e.clipboardData?.getData('text/plain') ?? '';
      if (isTyping(e.target) || !isManyRows(text)) return;
      handPasted({ text, date: '', clock: '', source: '' });
      onPlace('import');
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [onPlace]);
  const shown = arranged?.places.length ?? 0;
  const inTable = useMemo(
    () =>
      arranged && chosen.size > 0
        ? Array.from(arranged.places, (p) => arranged.lines.event(p)).filter((e) => chosen.has(e.id))
        : [],
    [arranged, chosen],
  );
  const caseId = view.record.case.id;
  const remove = async (e: EventRow): Promise<void> => {
    if (!(await run(removeEntries(latest, [e])))) return;
    notifications.show({ message: 'Entry taken out. Ctrl+Z brings it back.' });
    const i = indexOf(e.id);
    focusRow(idAt(arranged, i + 1) ?? idAt(arranged, i - 1));
  };
  return (
    <main className="wide">
      <VisuallyHidden component="h1">Record</VisuallyHidden>
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
        <Button ref={add} onClick={() => askEntry(true)} disabled={adding}>
          Add an entry
        </Button>
        <span className="cite" style={{ marginLeft: 'auto' }} aria-live="polite">
          {!arranged || arranged.places.length === lines.events.length
            ? `${lines.events.length} entries`
            : `${arranged.places.length} of ${lines.events.length} entries`}
          {view.busy ? ' · working out the bounds …' : ''}
        </span>
      </Group>
      <Narrowed
        shown={shown}
        of={lines.events.length}
        what="entries"
        by={[
          searchedFor(filter),
          source === null ? '' : `the source ${view.record.sources.find((s) => s.id === source)?.name ?? ''}`,
        ]}
      />
      {adding && (
        <EventForm
          view={view}
          event={null}
          onPasted={() => onPlace('import')}
          onDone={() => {
            askEntry(false);
            requestAnimationFrame(() => add.current?.focus());
          }}
        />
      )}
      {inTable.length > 0 && (
        <Chosen
          view={view}
          rows={inTable}
          onNone={() => choose([])}
          onDone={(message) => {
            notifications.show({ message });
            choose([]);
            focusRow(last);
          }}
        />
      )}
      {lines.events.length === 0 && !adding ? (
        <p>
          No entries yet. <a href={`#/case/${caseId}/import`}>Import a table</a>, add the first entry here
          (key n), or paste rows of a spreadsheet or a paragraph of a report.
        </p>
      ) : (
        <div
          className={`${css['grid']} ${css['record-grid']}`}
          ref={scroller}
          style={{ height: printing ? 'auto' : 'calc(100vh - 160px)' }}
          role="table"
          aria-label="The record"
          aria-rowcount={(arranged?.places.length ?? 0) + 1}
        >
          <div className={`${css['grid-row']} ${css['grid-head']}`} role="row">
            <div role="columnheader">
              <Checkbox
                size="xs"
                aria-label="Choose all that are shown"
                checked={shown > 0 && inTable.length === shown}
                indeterminate={inTable.length > 0 && inTable.length < shown}
                onChange={(x) => choose(x.currentTarget.checked ? idsOf(arranged) : [])}
              />
            </div>
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
          <LongRows list={list} role="rowgroup">
            {(i) => {
              const place = arranged?.places[i];
              if (!arranged || place === undefined) return null;
              const e = arranged.lines.event(place);
              return (
                <>
                  {editing === e.id ? (
                    <EventForm
                      view={view}
                      event={e}
                      onDone={() => {
                        setEditing(null);
                        focusRow(e.id);
                      }}
                    />
                  ) : (
                    <RecordLine
                      e={e}
                      bad={arranged.lines.bad(place)}
                      view={view}
                      current={!printing && e.id === selected}
                      chosen={chosen.has(e.id)}
                      onChoose={(range) => toggle(e.id, range)}
                      onStep={(by) => step(i + by)}
                      onEdit={() => setEditing(e.id)}
                      onRemove={() => void remove(e)}
                      onSelect={() => onSelect(e.id)}
                      index={i}
                    />
                  )}
                </>
              );
            }}
          </LongRows>
        </div>
      )}
    </main>
  );
}

const idAt = (arranged: Arranged | null, i: number): string | undefined => {
  const place = arranged?.places[i];
  return place === undefined ? undefined : arranged?.lines.event(place).id;
};

const idsOf = (arranged: Arranged | null): string[] =>
  arranged ? Array.from(arranged.places, (p) => arranged.lines.event(p).id) : [];
