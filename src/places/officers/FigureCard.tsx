import { Button, NumberInput } from '@mantine/core';
import { memo, useEffect, useMemo, useState } from 'react';
import { putBenchmark } from '../../actions/officers';
import { PALETTES } from '../../drawing/paint/palette';
import { paintSvg } from '../../drawing/paint/svg';
import { distributionScene } from '../../exhibits/distribution';
import { stopData } from '../../exhibits/documents/stop-summary';
import { figureRows, rateSays } from '../../exhibits/stop-summary';
import type { OfficerFigure } from '../../officers/rows';
import { countOf, LEAST } from '../../officers/stats';
import { rowById } from '../../record/rows';
import { classOf } from '../../record/vocabulary';
import { removeOfficerRow } from '../../store/officers';
import { db } from '../../store/open';
import type { Bounds } from '../../time/duration';
import type { CaseView } from '../../ui/case-view';
import { run } from '../../ui/run';
import { stampNow } from '../../ui/stamp-now';
import { useThemeChoice } from '../../ui/theme-choice';
import { today } from '../../ui/today';
import { useExport } from '../../ui/use-export';
import css from './officers.module.css';
import { told } from './told';

/** One figure: how many, median, quartiles, this stop's place with its bounds, what was left out, rates, and the picture. */
export const FigureCard = memo(OneFigure, (was, now) => {
  const { figure, name, view } = was;
  // A figure that was counted stays as it is: each reading of the tables makes it anew.
  return figure.id === now.figure.id && figure.at === now.figure.at && name === now.name && view === now.view;
});

interface Props {
  /** Of the officer. */
  readonly name: string;
  readonly figure: OfficerFigure;
  readonly view: CaseView | null;
}

function OneFigure({ name, figure, view }: Props) {
  const proved = useStopLength(view, figure.measures);
  const [typed, setTyped] = useState<{ min: number | string; max: number | string }>({ min: '', max: '' });
  const own =
    typed.min === ''
      ? null
      : {
          min: Number(typed.min) * 60_000,
          max: typed.max === '' ? Number.POSITIVE_INFINITY : Number(typed.max) * 60_000,
        };
  const stop = own && own.max >= own.min ? own : proved;
  const { underWay, make } = useExport();
  const rows = useMemo(() => figureRows(figure, stop), [figure, stop]);
  const input = {
    officer: name,
    counted: figure,
    stop,
    file: figure.file,
    caption: view
      ? { court: view.record.case.court, parties: view.record.case.title, number: view.record.case.number }
      : { court: '', parties: '', number: '' },
    madeUp: view?.record.case.madeUp ?? false,
    zone: view?.record.case.zone ?? 'UTC',
    made: today(),
  };
  const makeOf = async (kind: (typeof stopData)[number]): Promise<void> => {
    await make(kind, { ...input, stamp: view ? await stampNow(view.record.case.id) : '' });
  };
  const put = view?.latest.benchmarks.some(
    (b) => b.says === figure.says && b.made === figure.made && b.rows === figure.file.rows,
  );
  return (
    <article className={css['figure']} aria-label={figure.says}>
      <h3>{figure.says}</h3>
      <p className="cite">
        {figure.file.name}, {figure.file.rows.toLocaleString('en-US')} rows, sha-256{' '}
        {figure.file.sha256.slice(0, 12)}…, counted {figure.made}
      </p>
      <table className={css['table']} aria-label="Of the stops counted">
        <tbody>
          {rows.map(([name, says]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {countOf(figure.lengths) >= LEAST && <Picture figure={figure} stop={stop} />}
      <table className={css['table']} aria-label="Left out">
        <tbody>
          {figure.leftOut.map((l) => (
            <tr key={l.why}>
              <th scope="row">Left out: {l.why}</th>
              <td>{l.n.toLocaleString('en-US')}</td>
            </tr>
          ))}
          {figure.rates.map((r) => (
            <tr key={r.what}>
              <th scope="row">Rate: {r.what}</th>
              <td>{rateSays(r.n, r.of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css['line']}>
        {!proved && (
          <>
            <NumberInput
              size="xs"
              w={120}
              label="This stop, at least min"
              min={0}
              value={typed.min}
              onChange={(min) => setTyped({ ...typed, min })}
            />
            <NumberInput
              size="xs"
              w={120}
              label="at most min"
              min={0}
              value={typed.max}
              onChange={(max) => setTyped({ ...typed, max })}
            />
          </>
        )}
        {stopData.map((kind) => (
          <Button
            key={kind.id}
            size="compact-xs"
            variant="default"
            disabled={underWay !== null}
            loading={underWay?.what === kind.name}
            onClick={() => void makeOf(kind)}
          >
            Rule 1006 summary in {kind.ending === 'docx' ? 'Word' : kind.ending.toUpperCase()}
          </Button>
        ))}
        {view && (
          <Button
            size="compact-xs"
            variant="default"
            disabled={put === true}
            onClick={() => void run(putBenchmark(view.latest, name, figure))}
          >
            {put ? 'It is in this case' : 'Put it into this case'}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          onClick={() => void told(removeOfficerRow(db, 'officerFigures', figure, Date.now()))}
        >
          Take out
        </Button>
      </div>
    </article>
  );
}

function Picture({ figure, stop }: { figure: OfficerFigure; stop: Bounds | null }) {
  const theme = useThemeChoice();
  const svg = useMemo(() => {
    const scene = distributionScene(figure.lengths, stop, '', 860);
    return paintSvg(
      scene,
      PALETTES[theme],
      'Lengths of the other stops, with this stop upon them',
      figure.id,
    );
  }, [figure, stop, theme]);
  // The scene is our own: its texts are escaped by the painter.
  return <div className={css['picture']} dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** The length of the case's first stop that has both ends, as it is proved; null where there is none. */
function useStopLength(view: CaseView | null, measures: OfficerFigure['measures']): Bounds | null {
  const [bounds, setBounds] = useState<Bounds | null>(null);
  const record = view?.record;
  const analysis = view?.analysis;
  const measure = view?.measure;
  useEffect(() => {
    if (!record || !analysis || !measure) return setBounds(null);
    const stop = analysis.stops.find((s) => s.begins !== null);
    const acts = [...(stop?.acts ?? [])].flatMap((i) => record.events[i] ?? []);
    // As the rule has it: to the end or the arrest, or to the first paper.
    const to =
      measures === 'stop'
        ? (stop?.ends ?? acts.find((e) => e.kind === 'arrest')?.id)
        : acts.find((e) => classOf(e.kind) === 'completion')?.id;
    if (!stop?.begins || !to || !rowById(record.events, to)) return setBounds(null);
    let stale = false;
    measure({ id: stop.begins, edge: 'start' }, { id: to, edge: 'start' }).then(
      (m) => !stale && m && setBounds({ min: Math.max(0, m.bounds.min), max: m.bounds.max }),
      () => !stale && setBounds(null),
    );
    return () => {
      stale = true;
    };
  }, [record, analysis, measure, measures]);
  return bounds;
}
