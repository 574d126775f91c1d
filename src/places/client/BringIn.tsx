import { Button, FileButton, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { addClient } from '../../actions/client';
import {
  type ClientDrafts,
  readClientCalendar,
  readClientLines,
  readClientTable,
} from '../../intake/client-lines';
import type { ClientEntry } from '../../record/client';
import { draftKey } from '../../store/drafts';
import { daysOf, printDays } from '../../time/days';
import { useFormHandBack } from '../../ui/hand';
import { run } from '../../ui/run';
import { Table } from '../../ui/Table';
import { useDraftText } from '../../ui/use-draft';
import css from './client.module.css';
import { KIND_SAYS, OUTCOME_SAYS } from './fields';

interface Props {
  readonly caseId: string;
  readonly zone: string;
  readonly entries: readonly ClientEntry[];
  readonly onDone: () => void;
}

/** So many are shown of what was understood. */
const SHOWN = 25;

/** Typed lines, a table or a calendar file: what was understood is shown before anything is kept. */
export function BringIn({ caseId, zone, entries, onDone }: Props) {
  useFormHandBack();
  const [text, setText] = useDraftText(draftKey(caseId, 'client lines'));
  const [file, setFile] = useState<{ name: string; read: ClientDrafts; notices: readonly string[] } | null>(
    null,
  );
  const [says, setSays] = useState('');
  const typed = useMemo(() => readClientLines(text), [text]);
  const read = file?.read ?? typed;
  const open = async (f: File): Promise<void> => {
    try {
      const bytes = new Uint8Array(await f.arrayBuffer());
      if (/\.ics$/i.test(f.name)) {
        const { readCalendar } = await import('../../intake/formats/calendar');
        const { days, notices } = readCalendar(bytes, f.name, zone);
        setFile({ name: f.name, read: readClientCalendar(days), notices });
      } else {
        const sheet = /\.xlsx$/i.test(f.name)
          ? (await import('../../intake/formats/xlsx')).readXlsx(bytes, f.name)[0]
          : (await import('../../intake/formats/csv')).readCsv(bytes, f.name);
        if (!sheet) throw new Error(`${f.name} holds no sheet.`);
        setFile({ name: f.name, read: readClientTable(sheet), notices: sheet.notices });
      }
      setSays('');
    } catch (error) {
      setSays(error instanceof Error ? error.message : String(error));
    }
  };
  const take = async (): Promise<void> => {
    const { act, says: what } = addClient(caseId, entries, read.drafts);
    if (act && !(await run(act))) return;
    setSays(what);
    setText('');
    setFile(null);
  };
  return (
    <section className="entry-form" aria-label="Lines and files">
      {file === null ? (
        <Textarea
          label="A line an entry: the day, what it was, @ with whom, [its document]"
          placeholder={
            '2026-03-05 group session kept @ Lakeside Clinic [attendance sheet p. 2]\n2026-03-09 urine screen positive [lab report 12]\n2026-01-05 to 2026-04-30 work, warehouse @ Harlan Foods'
          }
          autosize
          minRows={3}
          maxRows={14}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
          onKeyDown={(e) => {
            if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) void take();
            if (e.key === 'Escape') onDone();
          }}
          autoFocus
        />
      ) : (
        <p>
          <strong>{file.name}</strong>{' '}
          <button type="button" className="cite-link" onClick={() => setFile(null)}>
            leave it
          </button>
        </p>
      )}
      <div className={css['bar']}>
        <FileButton onChange={(f) => f && void open(f)} accept=".csv,.tsv,.txt,.xlsx,.ics">
          {(props) => (
            <Button {...props} size="compact-sm" variant="default">
              CSV, XLSX or calendar file
            </Button>
          )}
        </FileButton>
        <Button size="compact-sm" disabled={read.drafts.length === 0} onClick={() => void take()}>
          Put in {read.drafts.length || ''}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onDone}>
          Close
        </Button>
        <span role="status" className="cite">
          {says}
        </span>
      </div>
      {file?.notices.map((n) => (
        <p key={n} className="cite">
          {n}
        </p>
      ))}
      {read.refused.length > 0 && (
        <ul className={css['counts']} aria-label="Not taken">
          {read.refused.slice(0, SHOWN).map((r) => (
            <li key={r.line} className={css['open']}>
              Line {r.line}, “{r.text.slice(0, 80)}”: {r.why}
            </li>
          ))}
          {read.refused.length > SHOWN && <li>{read.refused.length - SHOWN} more are not taken</li>}
        </ul>
      )}
      {read.drafts.length > 0 && (
        <>
          <Table
            label="What was understood"
            headless
            rows={read.drafts.slice(0, SHOWN)}
            keyOf={(d, i) => `${i} ${d.day} ${d.what}`}
            columns={[
              { head: 'Day', cell: understoodDay },
              { head: 'Kind', cell: (d) => KIND_SAYS[d.kind] },
              { head: 'Outcome', cell: (d) => OUTCOME_SAYS[d.outcome] },
              { head: 'What', cell: (d) => [d.what, d.who].filter(Boolean).join(', ') },
              { head: 'Document', cell: (d) => (d.document === '' ? 'undocumented' : d.document) },
            ]}
          />
          {read.drafts.length > SHOWN && <p className="cite">{read.drafts.length - SHOWN} more</p>}
        </>
      )}
    </section>
  );
}

const understoodDay = (d: { readonly day: string; readonly until: string }): string => {
  const days = daysOf(d.day);
  return `${days ? printDays(days) : d.day}${d.until === '' ? '' : ` to ${d.until}`}`;
};
