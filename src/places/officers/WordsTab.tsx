import { Button, FileButton, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { rateSays } from '../../exhibits/stop-summary';
import type { Officer, OfficerReport } from '../../officers/rows';
import { OBSERVATIONS, observationsIn, type Run, type RunPlace } from '../../officers/words-again';
import { newId } from '../../record/ids';
import { officerRows, putOfficerRows, removeOfficerRow } from '../../store/officers';
import { db } from '../../store/open';
import { pagesOf } from '../../store/papers';
import type { CaseView } from '../../ui/case-view';
import { useKept } from '../../ui/use-kept';
import { WorkEnded, workerClient } from '../../workers/client';
import type { OfficersApi } from '../../workers/officers-worker';
import css from './officers.module.css';
import { told } from './told';

/** So many runs are listed at once. */
const SHOWN = 100;
/** Lines before and after a run that are shown with it. */
const AROUND = 1;

/** Words used again: the officer's reports side by side, runs that stand alike in several, and observations as shares. */
export function WordsTab({ officer, view }: { officer: Officer; view: CaseView | null }) {
  const reports = useKept(() => officerRows(db, 'officerReports', officer.id), [officer.id]);
  const [asked, setAsked] = useState(OBSERVATIONS.join(', '));
  const runs = useRuns(reports ?? null);
  const [chosen, setChosen] = useState(0);
  const observed = useMemo(
    () =>
      observationsIn(
        reports ?? [],
        asked
          .split(',')
          .map((w) => w.trim())
          .filter((w) => w !== ''),
      ),
    [reports, asked],
  );
  const run = runs?.[chosen];
  return (
    <>
      <Reports officer={officer} view={view} reports={reports ?? []} />
      {(reports?.length ?? 0) < 2 ? (
        <p className={css['empty']}>Two reports at least are needed: words are held against one another.</p>
      ) : (
        <>
          <h3>The same words again</h3>
          {runs === null && <p role="status">Reading the reports …</p>}
          {runs?.length === 0 && <p>No run of eight words or more stands alike in two of them.</p>}
          {runs && runs.length > 0 && (
            <div className={css['runs']}>
              <ol className={css['runlist']} aria-label="Runs of words">
                {runs.slice(0, SHOWN).map((r, i) => (
                  <li key={`${r.text.slice(0, 60)} ${r.words}`}>
                    <button type="button" aria-pressed={i === chosen} onClick={() => setChosen(i)}>
                      <strong>
                        the same {r.words} words in {r.reports} of {reports?.length}
                      </strong>
                      <span>{r.text}</span>
                    </button>
                  </li>
                ))}
                {runs.length > SHOWN && (
                  <li className="cite">{runs.length - SHOWN} more, shorter or in fewer reports</li>
                )}
              </ol>
              {run && (
                <div role="group" aria-label="Each place" className={css['places']}>
                  {run.places.map((p) => (
                    <Place
                      key={`${p.report} ${p.page} ${p.from.line} ${p.from.word}`}
                      place={p}
                      reports={reports ?? []}
                    />
                  ))}
                </div>
              )}
            </div>
          )}
          <h3>Observations, by report</h3>
          <TextInput
            size="xs"
            label="Words, apart by commas; a beginning stands for its endings"
            value={asked}
            onChange={(e) => setAsked(e.currentTarget.value)}
          />
          <table className={css['table']} aria-label="Observations">
            <tbody>
              {observed.map((o) => (
                <tr key={o.what}>
                  <th scope="row">“{o.what}”</th>
                  <td>{rateSays(o.n, o.of)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}

/** The reports that are held against one another, and where more come from. */
function Reports({
  officer,
  view,
  reports,
}: {
  officer: Officer;
  view: CaseView | null;
  reports: readonly OfficerReport[];
}) {
  const put = (rows: readonly Omit<OfficerReport, 'officerId' | 'id' | 'at' | 'day'>[]): Promise<boolean> =>
    told(
      putOfficerRows(
        db,
        'officerReports',
        rows.map((r) => ({ ...r, officerId: officer.id, id: newId(), at: Date.now(), day: '' })),
      ),
    );
  const texts = async (files: readonly File[]): Promise<void> => {
    const rows = await Promise.all(
      files.map(async (f) => ({ name: f.name, caseId: '', paperId: '', pages: pagesOfText(await f.text()) })),
    );
    await put(rows);
  };
  const paper = async (id: string, name: string): Promise<void> => {
    if (!view) return;
    const caseId = view.record.case.id;
    const pages = (await pagesOf(db, caseId, id)).map((p) => ({
      number: p.number,
      lines: p.lines.map((l) => l.text.slice(0, 2000)),
    }));
    await put([{ name: name.split(/[/\\]/).at(-1) ?? name, caseId, paperId: id, pages }]);
  };
  const open = (view?.latest.papers ?? []).filter(
    (p) => p.pages > 0 && p.state !== 'again' && !reports.some((r) => r.paperId === p.id),
  );
  return (
    <details className={css['mapping']} open={reports.length < 2}>
      <summary>{reports.length === 1 ? '1 report' : `${reports.length} reports`}</summary>
      <ul className={css['reports']}>
        {reports.map((r) => (
          <li key={r.id}>
            {r.name} <span className="cite">{r.pages.length} pages</span>{' '}
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-label={`Take out ${r.name}`}
              onClick={() => void told(removeOfficerRow(db, 'officerReports', r, Date.now()))}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      <div className={css['line']}>
        <FileButton multiple accept=".txt" onChange={(f) => f.length > 0 && void texts(f)}>
          {(props) => (
            <Button {...props} size="compact-xs" variant="default">
              Add text files
            </Button>
          )}
        </FileButton>
        <span className="cite">
          {view
            ? 'Or papers of this case:'
            : 'PDF, Word and scans are read in the Papers of a case, and taken from there.'}
        </span>
        {open.slice(0, 40).map((p) => (
          <Button key={p.id} size="compact-xs" variant="default" onClick={() => void paper(p.id, p.name)}>
            {p.name.split(/[/\\]/).at(-1)}
          </Button>
        ))}
      </div>
    </details>
  );
}

/** Pages of a text: a form feed begins a new one. */
const pagesOfText = (text: string): OfficerReport['pages'] =>
  text.split('\f').map((page, i) => ({
    number: i + 1,
    lines: page.split(/\r\n|\n|\r/).flatMap((l) => l.match(/.{1,1900}(?:\s|$)|.{1,1900}/g) ?? ['']),
  }));

/** One place of a run: its lines with the words lit, and the way to its page where the case is in this browser. */
function Place({ place, reports }: { place: RunPlace; reports: readonly OfficerReport[] }) {
  const report = reports.find((r) => r.id === place.report);
  const page = report?.pages.find((p) => p.number === place.page);
  if (!report || !page) return null;
  const last = place.to.page === place.page ? place.to.line : page.lines.length - 1;
  const from = Math.max(0, place.from.line - AROUND);
  const lit = (line: number, word: number): boolean =>
    (line > place.from.line || (line === place.from.line && word >= place.from.word)) &&
    (place.to.page > place.page || line < place.to.line || (line === place.to.line && word <= place.to.word));
  const words = (line: number): string[] => (page.lines[line] ?? '').split(' ').filter((w) => w !== '');
  const quote = Array.from({ length: last - place.from.line + 1 }, (_, i) => place.from.line + i)
    .flatMap((line) => words(line).filter((_, w) => lit(line, w)))
    .join(' ');
  return (
    <figure className={css['place']}>
      <figcaption>
        {report.paperId !== '' ? (
          <a
            className="cite-link"
            href={`#/case/${report.caseId}/papers?at=${encodeURIComponent(`${report.paperId}~${place.page}~${place.from.line}~${last}~${quote.replaceAll('~', ' ')}`)}`}
          >
            {report.name} at {place.page}
          </a>
        ) : (
          `${report.name} at ${place.page}`
        )}
      </figcaption>
      <p>
        {Array.from(
          { length: Math.min(page.lines.length, last + AROUND + 1) - from },
          (_, i) => from + i,
        ).map((line) => (
          <span key={line}>
            {words(line).map((w, k) => {
              const key = `${line} ${k}`;
              return lit(line, k) ? <mark key={key}>{w} </mark> : <span key={key}>{w} </span>;
            })}
            <br />
          </span>
        ))}
      </p>
    </figure>
  );
}

/** Runs of the reports, found off the page's thread; null while they are looked for. */
function useRuns(reports: readonly OfficerReport[] | null): readonly Run[] | null {
  const [worker] = useState(() =>
    workerClient<OfficersApi>(
      () => new Worker(new URL('../../workers/officers-worker.ts', import.meta.url), { type: 'module' }),
      'reads the reports',
    ),
  );
  const [runs, setRuns] = useState<readonly Run[] | null>(null);
  useEffect(() => worker.end, [worker]);
  useEffect(() => {
    if (!reports || reports.length < 2) return setRuns(null);
    let stale = false;
    worker
      .ask((api) => api.runs(reports.map(({ id, pages }) => ({ id, pages }))))
      .then(
        (found) => !stale && setRuns(found),
        (error: unknown) => !stale && !(error instanceof WorkEnded) && setRuns([]),
      );
    return () => {
      stale = true;
    };
  }, [reports, worker]);
  return runs;
}
