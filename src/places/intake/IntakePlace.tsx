import { Alert, Anchor, Button, FileButton, Group, Loader, Paper, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { acceptDrafts } from '../../actions/intake';
import { alreadyThere, withoutAgain } from '../../intake/again';
import { contextFor } from '../../intake/assemble';
import type { Drafts } from '../../intake/drafts';
import { tooLargeFor } from '../../intake/formats/csv';
import { layoutKey, type Mapping, MappingSchema } from '../../intake/layouts/layout';
import { keep, recall } from '../../store/commands';
import { faultSays } from '../../store/faults';
import { db } from '../../store/open';
import { askToPersist } from '../../store/quirks/storage';
import type { CaseView } from '../../ui/case-view';
import { useHanded } from '../../ui/handed';
import { run } from '../../ui/run';
import { type Client, workerClient } from '../../workers/client';
import type { IntakeApi, TableSummary } from '../../workers/intake-worker';
import { MappingScreen } from './MappingScreen';
import { Preview } from './Preview';

interface Pending {
  readonly file: string;
  readonly sha256: string;
  readonly table: TableSummary;
}

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
            const kept = v.safeParse(MappingSchema, await recall(db, `mapping ${layoutKey(table)}`));
            const mapping = kept.success
              ? { ...kept.output, date: table.mapping.date, answers: {} }
              : table.mapping;
            setQueue((old) => [
              ...old,
              { file: file.name, sha256: result.sha256, table: { ...table, mapping } },
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
  const current = queue[0];
  const next = (): void => setQueue((old) => old.slice(1));
  const accept = async (p: Pending, mapping: Mapping, drafts: Drafts): Promise<void> => {
    if (!(await run(acceptDrafts(view.latest, drafts, p.file)))) return;
    await keep(db, `mapping ${layoutKey(p.table)}`, mapping);
    void askToPersist();
    setTaken((n) => n + 1);
    next();
    notifications.show({
      message: `${drafts.events.length + drafts.custody.length} entries from ${p.file} are in the case. Ctrl+Z takes them out again.`,
    });
    if (queue.length === 1) onPlace('timeline');
  };
  return (
    <main className="page" style={{ maxWidth: 1240 }}>
      <Title order={1} size="h2" mb={4}>
        Import
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        Stop logs, dispatch logs, camera lists and custody forms, as CSV, TSV or XLSX. Nothing is in the case
        until you accept it. Templates to fill in:{' '}
        <Anchor href="templates/stop-log.csv" download size="sm" underline="always">
          stop log
        </Anchor>
        {', '}
        <Anchor href="templates/custody-form.csv" download size="sm" underline="always">
          custody form
        </Anchor>
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
          onAccept={(m, d) => accept(current, m, d)}
          onSkip={next}
        />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping has the button inside as its equal
        <div
          className="drop"
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

interface StepProps {
  readonly pending: Pending;
  readonly left: number;
  readonly view: CaseView;
  readonly worker: Client<IntakeApi>;
  readonly onAccept: (mapping: Mapping, drafts: Drafts) => Promise<void>;
  readonly onSkip: () => void;
}

/** One table: what its columns mean, and what would come of it, worked out anew at every change. */
function Step({ pending, left, view, worker, onAccept, onSkip }: StepProps) {
  const { table } = pending;
  const [mapping, setMapping] = useState<Mapping>(() => ({ ...table.mapping, zone: table.mapping.zone }));
  const [drafts, setDrafts] = useState<Drafts | null>(null);
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const [storing, setStoring] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { latest } = view;
  const store = async (accepted: Drafts): Promise<void> => {
    setStoring(true);
    try {
      await onAccept(mapping, accepted);
    } catch (error) {
      setFault(faultSays(error) ?? String(error));
    } finally {
      setStoring(false);
    }
  };
  useEffect(() => {
    let stale = false;
    setDrafts(null);
    setFault(null);
    const { newId: _, ...context } = contextFor(latest, pending.sha256, () => '');
    void Promise.all([
      worker.ask((api) => api.read(table.key, mapping, context)),
      worker.ask((api) => api.unknown(table.key, { ...mapping, kinds: {} })),
    ]).then(
      ([d, u]) => {
        if (stale) return;
        setDrafts(withoutAgain(d, alreadyThere(latest, d)));
        setUnknown(u);
      },
      (error: unknown) => {
        if (!stale) setFault(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      stale = true;
    };
  }, [mapping, latest, pending.sha256, table.key, worker]);
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {pending.file}
          {table.sheet ? `, sheet ${table.sheet}` : ''} <span className="cite">{table.rows} rows</span>
        </Title>
        <Group gap="xs">
          {left > 0 && <span className="cite">{left} more to come</span>}
          <Button variant="default" onClick={onSkip}>
            Leave it out
          </Button>
          <Button
            disabled={!drafts || drafts.events.length + drafts.custody.length === 0}
            loading={storing}
            onClick={() => drafts && void store(drafts)}
          >
            {drafts ? `Accept ${drafts.events.length + drafts.custody.length} entries` : 'Reading …'}
          </Button>
        </Group>
      </Group>
      {latest.sources.some((s) => s.sha256 === pending.sha256) && (
        <Alert color="yellow" variant="light" mb="sm">
          This file is in the case already, byte for byte. Rows that stand there are left out below.
        </Alert>
      )}
      {!table.known && (
        <Alert color="yellow" variant="light" mb="sm">
          This header fits none of the layouts by itself. Say below what its columns mean.
        </Alert>
      )}
      <MappingScreen
        table={table}
        mapping={mapping}
        unknown={unknown}
        caseZone={latest.case.zone}
        onChange={setMapping}
      />
      {fault ? (
        <Alert color="red" variant="light" role="alert">
          The rows could not be read this way: {fault}. Nothing was taken in; change the mapping or leave the
          file out.
        </Alert>
      ) : (
        <Preview drafts={drafts} record={latest} />
      )}
    </>
  );
}
