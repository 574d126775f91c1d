import { Alert, Button, Group, Loader, Paper, Title } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { layoutOf } from '../../intake';
import { contextFor } from '../../intake/assemble';
import { type Confirmed, confirmed, type Decisions, UNDECIDED } from '../../intake/confirm';
import type { Mapping } from '../../intake/layouts/layout';
import type { PaperRow } from '../../record/discovery';
import { draftKey } from '../../store/drafts';
import { faultSays } from '../../store/faults';
import type { CaseView } from '../../ui/case-view';
import { DraftNote } from '../../ui/DraftNote';
import { useDraft } from '../../ui/use-draft';
import type { Client } from '../../workers/client';
import type { IntakeApi, ReadTable, TableSummary } from '../../workers/intake-worker';
import { Asks } from './Asks';
import { begun, begunBefore } from './begun';
import { MappingScreen } from './MappingScreen';
import { Preview } from './Preview';
import { RefusedLines } from './RefusedLines';
import { useHalfTyped } from './use-half-typed';

/** A table that waits to be looked at. */
export interface Pending {
  readonly file: string;
  /** Of the file's bytes; empty for what was pasted. */
  readonly sha256: string;
  readonly table: TableSummary;
  readonly pasted: boolean;
  /** The paper of the case on whose pages it stands; null for a file of rows. */
  readonly paper: PaperRow | null;
}

interface Props {
  readonly pending: Pending;
  readonly left: number;
  readonly view: CaseView;
  readonly worker: Client<IntakeApi>;
  /** @returns whether it is in the case now */
  readonly onAccept: (table: TableSummary, mapping: Mapping, confirmed: Confirmed) => Promise<boolean>;
  readonly onSkip: () => void;
}

/** Fields that hold what was written of the time of a row. */
const TIMES = [
  'date',
  'time',
  'start',
  'ampm',
  'endDate',
  'end',
  'releasedDate',
  'releasedAt',
  'receivedDate',
  'receivedAt',
];

/** `Add 23 entries, 2 lines left out`: what the button will do. */
export function buttonSays(c: Confirmed, refused: number, left: number): string {
  const n = c.drafts.events.length + c.drafts.custody.length;
  const entries = (k: number): string => `${k} ${k === 1 ? 'entry' : 'entries'}`;
  const skipped = refused + left;
  const parts = [
    n > 0 || c.updates.length === 0 ? `Add ${entries(n)}` : '',
    c.updates.length > 0 ? `${n > 0 ? 'update' : 'Update'} ${entries(c.updates.length)}` : '',
    skipped > 0 ? `${skipped} ${skipped === 1 ? 'line' : 'lines'} left out` : '',
    c.same > 0 ? `${c.same} in the case already` : '',
  ];
  return parts.filter((p) => p !== '').join(', ');
}

/** One table: what its columns mean, what is asked, and what would come of it, worked out anew at every change. */
export function Step({ pending, left, view, worker, onAccept, onSkip }: Props) {
  const [table, setTable] = useState(pending.table);
  const [mapping, setMapping] = useState<Mapping>(pending.table.mapping);
  const [read, setRead] = useState<ReadTable | null>(null);
  const [busy, setBusy] = useState(true);
  const [decisions, setDecisions] = useState<Decisions>(UNDECIDED);
  const [storing, setStoring] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const { latest } = view;
  const lay = (t: TableSummary, m: Mapping, d: Decisions): void => {
    setTable(t);
    setMapping(m);
    setDecisions(d);
  };
  const { sha256, table: first } = pending;
  const untouched = table === first && mapping === first.mapping && decisions === UNDECIDED;
  const keyOf = (form: string): string | null =>
    sha256 === ''
      ? null
      : draftKey(latest.case.id, form, `${sha256} ${first.sheet} ${first.headerLine} ${first.rows}`);
  const typed = useHalfTyped(keyOf('refused cells'));
  const draft = useDraft(
    keyOf('import'),
    untouched ? null : begun(table.headerLine, mapping, decisions),
    (found) => {
      const before = begunBefore(found);
      if (!before) return;
      const { header, mapping: was } = before.of;
      if (header === first.headerLine) lay(first, was, before.decisions);
      else
        void worker
          .ask((api) => api.withHeaderOn(first.key, header))
          .then((t) => lay(t, was, before.decisions));
    },
  );
  useEffect(() => {
    let stale = false;
    setBusy(true);
    setFault(null);
    const { newId: _, ...context } = contextFor(latest, sha256, () => '');
    void worker
      .ask((api) => api.read(table.key, mapping, context))
      .then(
        (found) => {
          if (!stale) setRead(found);
        },
        (error: unknown) => {
          if (!stale) setFault(error instanceof Error ? error.message : String(error));
        },
      )
      .finally(() => !stale && setBusy(false));
    return () => {
      stale = true;
    };
  }, [mapping, latest, sha256, table.key, worker]);
  const done = useMemo(() => read && confirmed(latest, read.drafts, decisions), [read, latest, decisions]);
  // The hand goes to what waits for it: the first question, or the button.
  const seen = read !== null;
  useEffect(() => {
    const hand = document.activeElement;
    if (!seen || (hand !== null && !hand.contains(page.current))) return;
    const open = page.current?.querySelector<HTMLElement>(
      '[aria-label=Questions] input:checked, [aria-label=Questions] input, [aria-label="Refused lines"] input',
    );
    (open ?? add.current)?.focus();
  }, [seen]);
  const count = done ? done.drafts.events.length + done.drafts.custody.length + done.updates.length : 0;
  const ready = done !== null && !busy && count > 0 && !fault;
  const store = async (): Promise<void> => {
    if (!done || !ready || storing) return;
    setStoring(true);
    try {
      if (await onAccept(table, mapping, done)) {
        draft.drop();
        typed.drop();
      }
    } catch (error) {
      setFault(faultSays(error) ?? String(error));
    } finally {
      setStoring(false);
    }
  };
  const now = useRef(store);
  now.current = store;
  useEffect(() => {
    const onKey = (e: KeyboardEvent): void => {
      if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) void now.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const answer = (id: string, value: string): void =>
    setMapping((m) => ({ ...m, answers: { ...m.answers, [id]: value } }));
  const fields = layoutOf(mapping.layout).fields;
  const nameOf = (h: string, i: number): string => h.trim() || `column ${i + 1}`;
  const cell = (line: number, field: string): string =>
    mapping.answers[`cell ${line} ${field}`] ??
    read?.cells[line]?.[mapping.columns[field] ?? table.header.findIndex((h, i) => nameOf(h, i) === field)] ??
    '';
  const written = (line: number): string => {
    const columns = TIMES.flatMap((f) => mapping.columns[f] ?? []);
    const moments = mapping.moments.flatMap((m) => [m.date, m.time]);
    return [...new Set([...columns, ...moments])]
      .map((c) => read?.cells[line]?.[c] ?? '')
      .filter((t) => t !== '')
      .join(' · ');
  };
  const fieldOf = (column: string): { field: string; label: string } | null => {
    const at = table.header.findIndex((h, i) => nameOf(h, i) === column);
    // A moment of a call is no field: its cells are mended under the name of their column.
    if (mapping.moments.some((m) => at >= 0 && (m.date === at || m.time === at)))
      return { field: column, label: column };
    const field = Object.entries(mapping.columns).find(([, c]) => c === at)?.[0] ?? column;
    const known = fields.find((f) => f.id === field);
    return known ? { field, label: known.label } : null;
  };
  const change = (next: Promise<TableSummary>): void =>
    void next.then((t) => {
      const { clock, source, zone } = mapping;
      lay(t, { ...t.mapping, clock, source, zone }, UNDECIDED);
    });
  const refused = read ? new Set(read.drafts.refused.map((r) => r.line)).size : 0;
  return (
    <div ref={page}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {pending.file}
          {table.sheet ? `, ${pending.paper ? '' : 'sheet '}${table.sheet}` : ''}{' '}
          <span className="cite">{table.rows} rows</span>
        </Title>
        <Group gap="xs">
          {left > 0 && <span className="cite">{left} more to come</span>}
          <Button
            variant="default"
            onClick={() => {
              draft.drop();
              onSkip();
            }}
          >
            Leave it out
          </Button>
          <Button ref={add} disabled={!ready} loading={storing} onClick={() => void store()}>
            {done ? buttonSays(done, refused, decisions.left.size) : 'Reading …'}
          </Button>
        </Group>
      </Group>
      <DraftNote
        at={draft.at}
        onDrop={() => {
          draft.drop();
          lay(first, first.mapping, UNDECIDED);
        }}
      />
      {!pending.paper && sha256 !== '' && latest.sources.some((s) => s.sha256 === sha256) && (
        <Alert color="yellow" variant="light" mb="sm">
          This file is in the case already, byte for byte. Rows that stand there are left out below.
        </Alert>
      )}
      {!table.known && (
        <Alert color="yellow" variant="light" mb="sm">
          This header fits none of the layouts by itself. Say below what its columns mean.
        </Alert>
      )}
      {read && (
        <Asks
          asks={read.drafts.asks.filter((a) => !a.id.startsWith('cell '))}
          written={written}
          onAnswer={answer}
        />
      )}
      <MappingScreen
        key={table.key}
        table={table}
        mapping={mapping}
        unknown={read?.unknown ?? []}
        caseZone={latest.case.zone}
        onChange={setMapping}
        onHeader={(line) => change(worker.ask((api) => api.withHeaderOn(table.key, line)))}
        onLayout={(layout) =>
          void worker
            .ask((api) => api.mapped(table.key, layout))
            .then((m) => setMapping({ ...m, dateOrder: mapping.dateOrder, date: mapping.date }))
        }
      />
      {fault && (
        <Alert color="red" variant="light" role="alert">
          The rows could not be read this way: {fault}. Nothing was taken in; change the mapping or leave the
          file out.
        </Alert>
      )}
      {!fault && read && done && (
        <div aria-busy={busy}>
          <RefusedLines
            drafts={read.drafts}
            fieldOf={fieldOf}
            cell={cell}
            typed={typed}
            onMend={(line, field, text) => answer(`cell ${line} ${field}`, text)}
          />
          <Preview
            drafts={read.drafts}
            confirmed={done}
            decisions={decisions}
            record={latest}
            written={written}
            onDecide={setDecisions}
          />
        </div>
      )}
      {!fault && !read && (
        <Paper withBorder p="md">
          <Loader size="sm" /> Reading the rows …
        </Paper>
      )}
    </div>
  );
}
