import { Button, FileButton, Progress, Select } from '@mantine/core';
import { proxy } from 'comlink';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Officer, OfficerFigure } from '../../officers/rows';
import { STOP_DATA, type StopChoice, type StopMapping } from '../../officers/stop-data';
import { newId } from '../../record/ids';
import { officerRows, putOfficerRows } from '../../store/officers';
import { db } from '../../store/open';
import type { CaseView } from '../../ui/case-view';
import { today } from '../../ui/today';
import { WorkEnded, workerClient } from '../../workers/client';
import type { OfficersApi, StopTable, Surveyed, Told } from '../../workers/officers-worker';
import { ChoiceForm, choiceSays } from './ChoiceForm';
import { FigureCard } from './FigureCard';
import css from './officers.module.css';
import { told } from './told';

const UNITS = [
  { value: '60000', label: 'minutes' },
  { value: '1000', label: 'seconds' },
  { value: '3600000', label: 'hours' },
];

interface Opened {
  readonly file: File;
  readonly table: StopTable;
  readonly mapping: StopMapping;
  readonly surveyed: Surveyed | null;
}

/** Stop data of any size: mapped, surveyed, counted against a benchmark that is named. No row of it is kept. */
export function StopsTab({ officer, view }: { officer: Officer; view: CaseView | null }) {
  const figures = useLiveQuery(() => officerRows(db, 'officerFigures', officer.id), [officer.id]);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { busy, far, ask, stop, fault } = useCounting();
  const open = async (file: File): Promise<void> => {
    const table = await ask('reading the header', (api) => api.open(file));
    if (!table) return;
    const heading = table.header[table.columns['length'] ?? -1] ?? '';
    const unit = /sec/i.test(heading) ? 1000 : /hour|hrs/i.test(heading) ? 3_600_000 : 60_000;
    setOpened({ file, table, mapping: { columns: table.columns, dateOrder: 'mdy', unit }, surveyed: null });
  };
  const survey = async (o: Opened): Promise<void> => {
    const surveyed = await ask('listing what the columns hold', (api, tell) =>
      api.survey(o.file, o.mapping, o.table.headerLine, tell),
    );
    if (surveyed) setOpened({ ...o, surveyed });
  };
  const count = async (o: Opened, choice: StopChoice, measures: OfficerFigure['measures']): Promise<void> => {
    const counted = await ask('counting', (api, tell) =>
      api.count(o.file, o.mapping, choice, o.table.headerLine, tell),
    );
    if (!counted) return;
    const sha256 = await ask('hashing the file', (api, tell) => api.hash(o.file, tell));
    if (sha256 === null) return;
    const { lengths, leftOut, rates, rows } = counted;
    await told(
      putOfficerRows(db, 'officerFigures', [
        {
          officerId: officer.id,
          id: newId(),
          at: Date.now(),
          says: choiceSays(choice),
          measures,
          lengths: [...lengths],
          leftOut: [...leftOut],
          rates: [...rates],
          file: { name: o.file.name, size: o.file.size, rows, sha256 },
          made: today(),
        },
      ]),
    );
  };
  return (
    <>
      <div className={css['line']}>
        <FileButton onChange={(f) => f && void open(f)} accept=".csv,.tsv,.txt,.xlsx">
          {(props) => (
            <Button {...props} size="compact-sm" disabled={busy !== null}>
              Choose a table of stops
            </Button>
          )}
        </FileButton>
        <span className="cite">
          CSV of any size, or XLSX. It is counted as it streams by, and no row of it is kept.
        </span>
      </div>
      {fault !== '' && (
        <p role="alert" className={css['fault']}>
          {fault}
        </p>
      )}
      {busy !== null && <HowFar what={busy} far={far} onStop={stop} />}
      {opened && (
        <Mapping
          opened={opened}
          onChange={(mapping) => setOpened({ ...opened, mapping, surveyed: null })}
          onNext={() => void survey(opened)}
          busy={busy !== null}
        />
      )}
      {opened?.surveyed && (
        <ChoiceForm
          key={opened.file.name}
          officer={officer}
          surveyed={opened.surveyed}
          columns={opened.mapping.columns}
          busy={busy !== null}
          onCount={(choice, measures) => void count(opened, choice, measures)}
        />
      )}
      {figures?.length === 0 && !opened && (
        <p className={css['empty']}>
          Nothing is counted yet. The table may be of a whole agency: officer, district, kind, outcome, hours
          and days are chosen after it was looked through.
        </p>
      )}
      {[...(figures ?? [])]
        .sort((a, b) => b.at - a.at)
        .map((f) => (
          <FigureCard key={f.id} officer={officer} figure={f} view={view} />
        ))}
    </>
  );
}

interface MappingProps {
  readonly opened: Opened;
  readonly busy: boolean;
  readonly onChange: (mapping: StopMapping) => void;
  readonly onNext: () => void;
}

/** What each column means, guessed by its heading and first values. */
function Mapping({ opened, busy, onChange, onNext }: MappingProps) {
  const { table, mapping, surveyed, file } = opened;
  const { columns } = mapping;
  const data = [
    { value: '', label: 'not in the table' },
    ...table.header.map((h, i) => ({ value: `${i}`, label: h || `column ${i + 1}` })),
  ];
  const set = (field: string, at: string | null): void => {
    const rest = Object.fromEntries(Object.entries(columns).filter(([f]) => f !== field));
    onChange({ ...mapping, columns: at ? { ...rest, [field]: Number(at) } : rest });
  };
  const lengths =
    columns['length'] !== undefined || (columns['start'] !== undefined && columns['end'] !== undefined);
  return (
    <details className={css['mapping']} open={surveyed === null}>
      <summary>Columns of {file.name}</summary>
      <div className={css['fields']}>
        {STOP_DATA.map((f) => {
          const at = columns[f.id];
          return (
            <Select
              key={f.id}
              size="xs"
              label={f.label}
              data={data}
              value={at === undefined ? '' : `${at}`}
              allowDeselect={false}
              searchable
              description={at === undefined ? ' ' : (table.samples[at]?.join(' · ') ?? '')}
              inputWrapperOrder={['label', 'input', 'description']}
              onChange={(v) => set(f.id, v)}
            />
          );
        })}
        <Select
          size="xs"
          label="A length counts"
          data={UNITS}
          value={`${mapping.unit}`}
          allowDeselect={false}
          onChange={(v) => onChange({ ...mapping, unit: Number(v) })}
        />
        <Select
          size="xs"
          label="Dates such as 3/4/2024"
          data={[
            { value: 'mdy', label: 'are month/day' },
            { value: 'dmy', label: 'are day/month' },
          ]}
          value={mapping.dateOrder}
          allowDeselect={false}
          onChange={(v) => onChange({ ...mapping, dateOrder: v === 'dmy' ? 'dmy' : 'mdy' })}
        />
      </div>
      <Button size="compact-sm" mt="sm" disabled={busy || !lengths} onClick={onNext}>
        Look through it
      </Button>
      {!lengths && (
        <span className="cite"> A column of lengths is needed, or those of beginning and end.</span>
      )}
    </details>
  );
}

/** Share of the bytes, 0 to 1, and rows so far; told to the bar alone, for the form beside it is not drawn anew by each word. */
class Far {
  private at = { done: 0, rows: 0 };
  private readonly listeners = new Set<() => void>();
  readonly now = (): Far['at'] => this.at;
  readonly subscribe = (on: () => void): (() => void) => {
    this.listeners.add(on);
    return () => this.listeners.delete(on);
  };
  tell(done: number, rows: number): void {
    this.at = { done, rows };
    for (const on of this.listeners) on();
  }
}

function HowFar({ what, far, onStop }: { what: string; far: Far; onStop: () => void }) {
  const { done, rows } = useSyncExternalStore(far.subscribe, far.now);
  return (
    <div role="status" className={css['busy']}>
      <span>
        {what}: {Math.round(done * 100)} %{rows > 0 && `, ${rows.toLocaleString('en-US')} rows`}
      </span>
      <Progress value={done * 100} size="sm" aria-label="How far it is" />
      <Button size="compact-xs" variant="default" onClick={onStop}>
        Stop
      </Button>
    </div>
  );
}

/** One question after another to the worker that counts, with how far it is, and an end to it. */
function useCounting() {
  const [worker] = useState(() =>
    workerClient<OfficersApi>(
      () => new Worker(new URL('../../workers/officers-worker.ts', import.meta.url), { type: 'module' }),
      'counts stops',
    ),
  );
  const [busy, setBusy] = useState<string | null>(null);
  const [far] = useState(() => new Far());
  const [fault, setFault] = useState('');
  useEffect(() => worker.end, [worker]);
  const ask = async <T,>(
    what: string,
    question: (api: Parameters<Parameters<typeof worker.ask>[0]>[0], tell: Told) => Promise<T>,
  ): Promise<T | null> => {
    setFault('');
    far.tell(0, 0);
    setBusy(what);
    // A word on how far it is may come after its answer.
    let over = false;
    const tell = proxy((done: number, rows: number) => {
      if (!over) far.tell(done, rows);
    });
    try {
      return await worker.ask((api) => question(api, tell));
    } catch (error) {
      if (!(error instanceof WorkEnded)) setFault(error instanceof Error ? error.message : String(error));
      return null;
    } finally {
      over = true;
      setBusy(null);
    }
  };
  return { busy, far, ask, stop: worker.end, fault };
}
