import { Button, FileButton } from '@mantine/core';
import { startTransition, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Officer, OfficerFigure } from '../../officers/rows';
import type { StopChoice, StopMapping } from '../../officers/stop-data';
import { newId } from '../../record/ids';
import { officerRows, putOfficerRows } from '../../store/officers';
import { db } from '../../store/open';
import type { CaseView } from '../../ui/case-view';
import { today } from '../../ui/today';
import { useKept } from '../../ui/use-kept';
import type { StopTable, Surveyed } from '../../workers/officers-worker';
import { ChoiceForm, choiceSays } from './ChoiceForm';
import { Counting } from './counting';
import { FigureCard } from './FigureCard';
import { HowFar, useBusy } from './HowFar';
import { Mapping } from './Mapping';
import css from './officers.module.css';
import { told } from './told';

interface Opened {
  readonly file: File;
  readonly table: StopTable;
  readonly mapping: StopMapping;
  readonly surveyed: Surveyed | null;
}

/** Stop data of any size: mapped, surveyed, counted against a benchmark that is named. No row of it is kept. */
export function StopsTab({ officer, view }: { officer: Officer; view: CaseView | null }) {
  const figures = useKept(() => officerRows(db, 'officerFigures', officer.id), [officer.id]);
  const shown = useDeferredValue(figures);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [counting] = useState(() => new Counting());
  useEffect(() => counting.stop, [counting]);
  const names = useMemo(() => [officer.name, ...officer.also], [officer.name, officer.also.join('\n')]);
  const open = async (file: File): Promise<void> => {
    const table = await counting.ask('reading the header', (api) => api.open(file));
    if (!table) return;
    const heading = table.header[table.columns['length'] ?? -1] ?? '';
    const unit = /sec/i.test(heading) ? 1000 : /hour|hrs/i.test(heading) ? 3_600_000 : 60_000;
    // What is long to draw is drawn in pieces, between which the page hears its user.
    startTransition(() =>
      setOpened({ file, table, mapping: { columns: table.columns, dateOrder: 'mdy', unit }, surveyed: null }),
    );
  };
  const survey = useCallback(async (): Promise<void> => {
    if (!opened) return;
    const { file, mapping, table } = opened;
    const surveyed = await counting.ask('listing what the columns hold', (api, tell) =>
      api.survey(file, mapping, table.headerLine, tell),
    );
    if (surveyed) startTransition(() => setOpened({ ...opened, surveyed }));
  }, [opened, counting]);
  const change = useCallback(
    (to: (was: StopMapping) => StopMapping): void =>
      setOpened((o) => o && { ...o, mapping: to(o.mapping), surveyed: null }),
    [],
  );
  const count = useCallback(
    async (choice: StopChoice, measures: OfficerFigure['measures']): Promise<void> => {
      if (!opened) return;
      const { file, mapping, table } = opened;
      const counted = await counting.ask('counting', (api, tell) =>
        api.count(file, mapping, choice, table.headerLine, tell),
      );
      if (!counted) return;
      const sha256 = await counting.ask('hashing the file', (api, tell) => api.hash(file, tell));
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
            file: { name: file.name, size: file.size, rows, sha256 },
            made: today(),
          },
        ]),
      );
    },
    [opened, counting, officer.id],
  );
  return (
    <>
      <div className={css['line']}>
        <ChooseTable counting={counting} onFile={open} />
        <span className="cite">
          CSV of any size, or XLSX. It is counted as it streams by, and no row of it is kept.
        </span>
      </div>
      <HowFar counting={counting} />
      {opened && (
        <Mapping
          name={opened.file.name}
          table={opened.table}
          mapping={opened.mapping}
          surveyed={opened.surveyed !== null}
          counting={counting}
          onChange={change}
          onNext={survey}
        />
      )}
      {opened?.surveyed && (
        <ChoiceForm
          key={opened.file.name}
          names={names}
          surveyed={opened.surveyed}
          columns={opened.mapping.columns}
          counting={counting}
          onCount={count}
        />
      )}
      {figures?.length === 0 && !opened && (
        <p className={css['empty']}>
          Nothing is counted yet. The table may be of a whole agency: officer, district, kind, outcome, hours
          and days are chosen after it was looked through.
        </p>
      )}
      {[...(shown ?? [])]
        .sort((a, b) => b.at - a.at)
        .map((f) => (
          <FigureCard key={f.id} name={officer.name} figure={f} view={view} />
        ))}
    </>
  );
}

function ChooseTable({ counting, onFile }: { counting: Counting; onFile: (file: File) => Promise<void> }) {
  const busy = useBusy(counting);
  return (
    <FileButton onChange={(f) => f && void onFile(f)} accept=".csv,.tsv,.txt,.xlsx">
      {(props) => (
        <Button {...props} size="compact-sm" disabled={busy}>
          Choose a table of stops
        </Button>
      )}
    </FileButton>
  );
}
