import { Alert, Anchor, Button, FileButton, Group, Loader, Paper, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { clockFor, shortName, sourceOf } from '../../actions/discovery';
import { acceptDrafts } from '../../actions/intake';
import { LAYOUTS } from '../../intake';
import type { Confirmed } from '../../intake/confirm';
import { tooLargeFor } from '../../intake/formats/csv';
import { layoutKey, type Mapping, MappingSchema } from '../../intake/layouts/layout';
import type { PaperRow } from '../../record/discovery';
import type { CaseRecord } from '../../record/record';
import type { Source } from '../../record/source';
import { keep, recall } from '../../store/commands';
import { db } from '../../store/open';
import { askToPersist } from '../../store/quirks/storage';
import { handPasted, isManyRows, type Pasted, takePasted, usePasted } from '../../ui/adding';
import type { CaseView } from '../../ui/case-view';
import { useHanded } from '../../ui/handed';
import { type TableOfPaper, useHandedTables } from '../../ui/page-table';
import { run } from '../../ui/run';
import { isTyping } from '../../ui/typing';
import { workerClient } from '../../workers/client';
import type { IntakeApi, TableSummary } from '../../workers/intake-worker';
import css from './intake.module.css';
import { type Pending, Step } from './Step';

/** Files come in here: read, mapped, previewed, and accepted as one undoable step. */
export function IntakePlace({ view, onPlace }: { view: CaseView; onPlace: (place: string) => void }) {
  const [queue, setQueue] = useState<readonly Pending[]>([]);
  const [failed, setFailed] = useState<readonly string[]>([]);
  const [reading, setReading] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const [taken, setTaken] = useState(0);
  const [worker] = useState(() =>
    workerClient<IntakeApi>(
      () => new Worker(new URL('../../workers/intake-worker.ts', import.meta.url), { type: 'module' }),
      'reads files',
    ),
  );
  const cancel = (): void => {
    worker.end();
    setReading(null);
  };
  useEffect(() => worker.end, [worker]);
  const open = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      setReading(file.name);
      // Too large a file is refused before it is read into memory.
      const tooLarge = tooLargeFor(file.name, file.size);
      if (tooLarge) {
        setFailed((old) => [...old, tooLarge]);
        continue;
      }
      try {
        const result = await worker.ask(async (api) =>
          api.open(new Uint8Array(await file.arrayBuffer()), file.name),
        );
        if (!result.ok) setFailed((old) => [...old, result.why]);
        else {
          for (const table of result.tables) {
            const kept = namesColumns(table)
              ? v.safeParse(MappingSchema, await recall(db, `mapping ${layoutKey(table)}`))
              : null;
            const mapping = kept?.success
              ? { ...kept.output, date: table.mapping.date, answers: {} }
              : table.mapping;
            setQueue((old) => [
              ...old,
              {
                file: file.name,
                sha256: result.sha256,
                table: { ...table, mapping },
                pasted: false,
                paper: null,
              },
            ]);
          }
        }
      } catch (error) {
        setFailed((old) => [
          ...old,
          `${file.name} could not be read: ${error instanceof Error ? error.message : 'unknown fault'}`,
        ]);
      }
    }
    setReading(null);
  };
  useHanded('import', (files) => void open(files));
  const paste = async ({ text, ...given }: Pasted): Promise<void> => {
    const last = view.latest.events.at(-1);
    const isTable = looksLikeTable(text);
    const name = isTable ? 'Pasted table' : 'Pasted paragraph';
    const tables = await worker.ask(async (api) => {
      if (!isTable) return [await api.prose(text, name)];
      const opened = await api.open(new TextEncoder().encode(text), name);
      if (!opened.ok) setFailed((old) => [...old, opened.why]);
      return opened.ok ? opened.tables : [];
    });
    const clock = given.clock || view.latest.clocks.find((c) => c.id === last?.clockId)?.name || '';
    const source = given.source || view.latest.sources.find((s) => s.id === last?.sourceId)?.name || '';
    setQueue((old) => [
      ...old,
      ...tables.map((table) => ({
        file: name,
        sha256: '',
        pasted: true,
        paper: null,
        table: {
          ...table,
          mapping: { ...table.mapping, clock, source, date: table.mapping.date || given.date },
        },
      })),
    ]);
  };
  useHandedTables((tables) => void onPages(tables));
  /** Tables of papers: their source and their clock are those of the paper. */
  const onPages = async (tables: readonly TableOfPaper[]): Promise<void> => {
    for (const { table, paper } of tables) {
      const found = await worker.ask(async (api) => api.onPages(table, paper.id));
      const clock = clockFor(view.latest, paper);
      const source = sourceOf(view.latest, paper, []).name;
      const mapped = { ...found, mapping: { ...found.mapping, clock, source } };
      setQueue((old) => [
        ...old,
        { file: shortName(paper), sha256: paper.sha256, table: mapped, pasted: false, paper },
      ]);
    }
  };
  const waiting = usePasted();
  useEffect(() => {
    const given = waiting && takePasted();
    if (given) void paste(given);
  });
  useEffect(() => {
    const onPaste = (e: ClipboardEvent): void => {
      const text = e.clipboardData?.getData('text/plain') ?? '';
      if (isTyping(e.target)) return;
      if (e.clipboardData && e.clipboardData.files.length > 0) void open([...e.clipboardData.files]);
      else if (isManyRows(text)) handPasted({ text, date: '', clock: '', source: '' });
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  });
  const current = queue[0];
  const next = (): void => setQueue((old) => old.slice(1));
  const accept = async (
    p: Pending,
    table: TableSummary,
    mapping: Mapping,
    { drafts, updates }: Confirmed,
  ): Promise<boolean> => {
    const { paper } = p;
    const whole = paper ? { ...drafts, sources: drafts.sources.map(asPaper(view.latest, paper)) } : drafts;
    if (!(await run(acceptDrafts(view.latest, whole, p.file, updates)))) return false;
    if (!p.pasted && namesColumns(table)) await keep(db, `mapping ${layoutKey(table)}`, mapping);
    void askToPersist();
    setTaken((n) => n + 1);
    next();
    const n = drafts.events.length + drafts.custody.length;
    const come = n === 1 ? 'One entry' : `${n} entries`;
    notifications.show({
      message: `${come} from ${p.file} ${n === 1 ? 'is' : 'are'} in the case${updates.length > 0 ? `, ${updates.length} updated` : ''}. Ctrl+Z takes ${n === 1 ? 'it' : 'them'} out again.`,
    });
    if (queue.length === 1)
      onPlace(paper ? `papers?at=${paper.id}~${pageOf(table)}` : p.pasted ? 'record' : 'timeline');
    return true;
  };
  return (
    <main className="page" style={{ maxWidth: 1240 }}>
      <Title order={1} size="h2" mb={4}>
        Import
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        Stop logs, dispatch logs, camera lists and custody forms, as CSV, TSV or XLSX; or paste rows of a
        spreadsheet or a paragraph of a report. Nothing is in the case until you add it. Templates to fill in:{' '}
        {LAYOUTS.map((l, i) => (
          <span key={l.id}>
            {i > 0 && ', '}
            <Anchor href={`templates/${l.id}.csv`} download size="sm" underline="always">
              {l.name.toLowerCase()}
            </Anchor>
          </span>
        ))}
        .
      </Text>
      {failed.map((why) => (
        <Alert
          key={why}
          color="red"
          variant="light"
          mb="sm"
          withCloseButton
          closeButtonLabel="Close"
          onClose={() => setFailed((old) => old.filter((w) => w !== why))}
          role="alert"
        >
          {why}
        </Alert>
      ))}
      {reading && (
        <Paper withBorder p="md" mb="md">
          <Group>
            <Loader size="sm" />
            <Text>Reading {reading} …</Text>
            <Button size="xs" variant="default" onClick={cancel}>
              Cancel
            </Button>
          </Group>
        </Paper>
      )}
      {current ? (
        <Step
          key={current.table.key}
          pending={current}
          left={queue.length - 1}
          view={view}
          worker={worker}
          onAccept={(t, m, c) => accept(current, t, m, c)}
          onSkip={next}
        />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping has the button inside as its equal
        <div
          className={css['drop']}
          data-over={over}
          onDragOver={(e) => {
            e.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(e) => {
            e.preventDefault();
            setOver(false);
            void open([...e.dataTransfer.files]);
          }}
        >
          <Text fw={600}>{taken > 0 ? 'Drop the next files here' : 'Drop files here'}</Text>
          <Text c="dimmed" size="sm" mb="sm">
            several at once, each is shown before it lands
          </Text>
          <FileButton onChange={(f) => void open(f)} multiple accept=".csv,.tsv,.txt,.xlsx">
            {(props) => <Button {...props}>Choose files</Button>}
          </FileButton>
        </div>
      )}
    </main>
  );
}

/** A source that a table of a paper makes is the paper itself: its kind, its numbers, what it was drafted from. */
const asPaper = (record: CaseRecord, paper: PaperRow): ((made: Source) => Source) => {
  const own = sourceOf(record, paper, []);
  return (made) => (made.name === own.name ? { ...own, id: made.id } : made);
};

const pageOf = (table: TableSummary): number => Number(/\d+/.exec(table.sheet)?.[0] ?? 1);

/** A mapping is remembered under the names of the columns; where there are none, it is not. */
const namesColumns = (table: TableSummary): boolean => table.header.some((h) => h !== '');

/** Whether pasted text is cells in rows: tabs in most of its lines, or one mark as often in each. */
function looksLikeTable(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((l) => l.trim() !== '');
  if (lines.filter((l) => l.includes('\t')).length >= lines.length / 2) return true;
  if (lines.length < 2) return false;
  return [',', ';', '|'].some((mark) => {
    const counts = lines.map((l) => l.split(mark).length);
    return (counts[0] ?? 1) > 2 && counts.every((n) => n === counts[0]);
  });
}
