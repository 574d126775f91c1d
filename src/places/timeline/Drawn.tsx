import { Button, Group, VisuallyHidden } from '@mantine/core';
import { type Dispatch, type SetStateAction, useCallback, useMemo, useState } from 'react';
import type { AsWritten } from '../../analysis/as-written';
import { spanOf } from '../../drawing/lanes/findings';
import { detailsOf, type Sheet } from '../../drawing/lanes/lanes';
import { hitAt } from '../../drawing/scene/hit';
import { layout, type View } from '../../drawing/scene/layout';
import { litBy } from '../../drawing/scene/lit';
import type { Hit } from '../../drawing/scene/scene';
import type { CaseView } from '../../ui/case-view';
import { Legend } from '../../ui/Legend';
import { later } from '../../ui/later';
import { useThemeChoice } from '../../ui/theme-choice';
import { momentNumber } from '../../words/moment';
import { Details } from './Details';
import { HoverNote } from './HoverNote';
import { Minimap } from './Minimap';
import { Minutes } from './Minutes';
import { PrintSheet } from './PrintSheet';
import { SheetTools } from './SheetTools';
import css from './timeline.module.css';
import type { useLanes } from './use-lanes';
import { usePainted, useWidth } from './use-painted';
import { usePointer } from './use-pointer';
import { useRange } from './use-range';

const Chosen = later(() => import('./Chosen').then((m) => m.Chosen));
const EdgeHandles = later(() => import('./EdgeHandles').then((m) => m.EdgeHandles));
/** What a selection shows is fetched as the hand comes over the place, so that it is there when it is asked for. */
const ahead = (): void => {
  for (const code of [import('./EdgeHandles'), import('./OneFinding'), import('./OneRow')])
    code.catch(() => undefined);
};

const OneMinute = later(() => import('./OneMinute').then((m) => m.OneMinute));
const SpanDraft = later(() => import('./SpanDraft').then((m) => m.SpanDraft));

interface Props {
  readonly view: CaseView;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly onPlace: (place: string) => void;
  readonly sheet: Sheet;
  readonly written: AsWritten | null;
  readonly entries: readonly string[];
  readonly density: readonly number[];
  readonly lanes: ReturnType<typeof useLanes>;
  readonly unfolded: readonly number[];
  readonly setUnfolded: (open: readonly number[]) => void;
  readonly setPlain: Dispatch<SetStateAction<boolean>>;
}

/** The picture, what is selected, and the same minute by minute below. */
export function Drawn({
  view,
  selected,
  onSelect,
  onPlace,
  sheet,
  written,
  entries,
  density,
  lanes,
  unfolded,
  setUnfolded,
  setPlain,
}: Props) {
  const theme = useThemeChoice();
  const [minute, setMinute] = useState(false);
  const [stretch, setStretch] = useState<readonly [number, number] | null>(null);
  const [many, setMany] = useState<readonly string[]>([]);
  const [clock, setClock] = useState<string | null>(null);
  const [findings, setFindings] = useState('all');
  const [words, setWords] = useState('');
  const [hover, setHover] = useState<{ hit: Hit; x: number; y: number } | null>(null);
  const length = sheet.axis.length;
  const empty = view.record.events.length === 0 && view.record.custody.length === 0;
  const range = useRange(length);
  const { u0, u1, zoomTo, zoomBy, pan } = range;
  const lit = useMemo(
    () => (many.length > 1 ? new Set(many) : litBy(view.record, words)),
    [view.record, words, many],
  );

  const { holder, width } = useWidth(!empty);
  const shown: View = useMemo(
    () => ({
      width,
      u0,
      u1,
      selected,
      hidden: new Set(lanes.hidden),
      order: lanes.order,
      lit,
      findings,
      clock: written ? null : clock,
      moved: written?.moved ?? null,
      still: false,
    }),
    [width, u0, u1, selected, lanes.hidden, lanes.order, lit, findings, clock, written],
  );
  const scene = useMemo(() => (width > 0 ? layout(sheet, shown) : null), [sheet, shown, width]);

  const { canvas, stay } = usePainted(scene, theme);
  const stop = sheet.axis.stretches.find((s) => s.stop);

  const zoomToSelected = useCallback((): void => {
    if (!selected) return;
    const finding = view.analysis.findings.find((f) => f.key === selected);
    let [a, b] = finding ? spanOf(sheet, finding) : [Number.NaN, Number.NaN];
    if (!finding) {
      const m = momentNumber(view.record, selected);
      a = sheet.axis.toU(view.analysis.positions.min[m] ?? Number.NaN);
      b = sheet.axis.toU(view.analysis.positions.max[m + 1] ?? Number.NaN);
      const at = sheet.axis.toU(view.analysis.positions.at[m] ?? Number.NaN);
      if (!Number.isFinite(a)) a = at;
      if (!Number.isFinite(b)) b = at;
    }
    if (Number.isNaN(a) || Number.isNaN(b)) return;
    const pad = Math.max((b - a) * 0.6, length / 400);
    zoomTo(a - pad, b + pad);
  }, [selected, view, sheet, zoomTo, length]);

  usePointer(canvas, !empty, scene?.left ?? 0, width, {
    u0,
    u1,
    zoomTo,
    zoomBy,
    onDraw: (a, b) => setStretch([sheet.axis.toT(a), sheet.axis.toT(b)]),
  });

  const point = (e: { nativeEvent: { offsetX: number; offsetY: number } }): Hit | null =>
    scene ? hitAt(scene, e.nativeEvent.offsetX, e.nativeEvent.offsetY) : null;
  const step = (by: number): void => {
    const i = entries.indexOf(selected ?? '');
    onSelect(entries[(i + by + entries.length) % entries.length] ?? null);
  };
  const nextHit = (): void => {
    const found = entries.filter((id) => lit?.has(id));
    const id = found[(found.indexOf(selected ?? '') + 1) % found.length];
    if (!id) return;
    onSelect(id);
    const u = sheet.axis.toU(view.analysis.positions.at[momentNumber(view.record, id)] ?? Number.NaN);
    if (u < u0 || u > u1) zoomTo(u - (u1 - u0) / 2, u + (u1 - u0) / 2);
  };
  const onKey = (e: React.KeyboardEvent): void => {
    const moves: Record<string, () => void> = {
      ArrowLeft: () => pan(-0.15),
      ArrowRight: () => pan(0.15),
      '+': () => zoomBy(0.7),
      '=': () => zoomBy(0.7),
      '-': () => zoomBy(1 / 0.7),
      '0': range.whole,
      '[': () => range.back?.(),
      ']': () => range.forward?.(),
      s: () => stop && zoomTo(stop.u0, stop.u1),
      w: () => setPlain((on) => !on),
      m: () => setMinute((on) => !on),
      z: zoomToSelected,
      ' ': () => {
        if (selected && view.record.events.some((e) => e.id === selected))
          setMany((list) => toggled(list, selected));
      },
      d: () => {
        const t = view.analysis.positions.at[momentNumber(view.record, selected ?? '')] ?? Number.NaN;
        const from = Number.isNaN(t) ? sheet.axis.toT((u0 + u1) / 2) : t;
        setStretch([from, from + 60_000]);
      },
      Enter: () => {
        const details = selected ? detailsOf(sheet, selected) : null;
        if (details) onPlace(details.goes.to);
      },
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Escape: () => {
        setStretch(null);
        setMany([]);
        onSelect(null);
      },
    };
    const move = moves[e.key];
    if (!move || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    move();
  };

  return (
    <main className={css['timeline']} onPointerEnter={ahead} onFocus={ahead}>
      {!empty && <VisuallyHidden component="h1">Timeline</VisuallyHidden>}
      <div className={css['sheet']}>
        {empty && view.busy ? (
          <div className="page" role="status">
            Working out the bounds of {view.latest.events.length + view.latest.custody.length} entries …
          </div>
        ) : empty ? (
          <div className="page">
            <h1>Nothing on the timeline yet</h1>
            <p>
              Drop the discovery anywhere in the app: reports, printouts, camera lists, custody forms, tables,
              recordings. Or type the first entry.
            </p>
            <Group gap="sm">
              <Button component="a" href={`#/case/${view.record.case.id}/papers`}>
                Bring in papers and tables
              </Button>
              <Button variant="default" component="a" href={`#/case/${view.record.case.id}/record`}>
                Type an entry
              </Button>
            </Group>
          </div>
        ) : (
          <>
            <SheetTools
              view={view}
              sheet={sheet}
              range={range}
              lanes={lanes}
              clock={clock}
              onClock={setClock}
              findings={findings}
              onFindings={setFindings}
              asWritten={written?.moved.size ?? null}
              onAsWritten={setPlain}
              minute={minute}
              onMinute={setMinute}
              onSelection={selected ? zoomToSelected : null}
              words={words}
              onWords={setWords}
              onNextHit={nextHit}
              hits={lit && words.trim() !== '' ? lit.size : null}
              onRefold={unfolded.length > 0 ? () => setUnfolded([]) : null}
            />
            {minute && <OneMinute view={view} />}
            <div ref={holder} style={{ position: 'relative' }}>
              <div className={css['ruler-stays']} aria-hidden="true">
                <canvas ref={stay} />
              </div>
              <canvas
                ref={canvas}
                tabIndex={0}
                role="img"
                aria-label={`Timeline of ${view.record.case.title}. Arrow keys move, plus and minus zoom, up and down step through the entries, Enter opens one where it is edited, space chooses several, D makes an entry, W shows all as written, M the one-minute view; the table below says the same.`}
                onKeyDown={onKey}
                onMouseMove={(e) => {
                  const hit = point(e);
                  setHover(hit ? { hit, x: e.nativeEvent.offsetX, y: e.nativeEvent.offsetY } : null);
                }}
                onMouseLeave={() => setHover(null)}
                onClick={(e) => {
                  if (e.shiftKey) return;
                  const hit = point(e);
                  if ((e.ctrlKey || e.metaKey) && hit?.kind === 'event') {
                    setMany((list) =>
                      toggled(
                        list.length === 0 && selected && selected !== hit.id ? [selected] : list,
                        hit.id,
                      ),
                    );
                    return;
                  }
                  setMany([]);
                  if (!hit) onSelect(null);
                  else if (hit.kind === 'fold')
                    setUnfolded([
                      ...unfolded,
                      (sheet.axis.toT(hit.u0 ?? 0) + sheet.axis.toT(hit.u1 ?? 0)) / 2,
                    ]);
                  else if (hit.kind === 'run') {
                    const [a, b] = [hit.u0 ?? u0, hit.u1 ?? u1];
                    const pad = Math.max((b - a) * 0.1, (u1 - u0) * 0.02);
                    zoomTo(a - pad, b + pad);
                  } else onSelect(hit.id);
                }}
              />
              {scene && selected && (
                <EdgeHandles
                  view={view}
                  sheet={sheet}
                  scene={scene}
                  range={range}
                  width={width}
                  selected={selected}
                />
              )}
              {stretch && scene && (
                <SpanDraft
                  view={view}
                  sheet={sheet}
                  range={range}
                  left={scene.left}
                  width={width}
                  height={scene.height}
                  drawn={stretch}
                  onDone={() => setStretch(null)}
                />
              )}
              {hover && <HoverNote hover={hover} width={width} view={view} />}
            </div>
            {scene && <Minimap {...{ sheet, density, range, width }} left={scene.left} />}
            <div className={css['legend-screen']}>
              {scene && <Legend shown={scene.legend} theme={theme} />}
            </div>
            <PrintSheet sheet={sheet} view={view} shown={shown} />
            <Minutes view={view} selected={selected} onSelect={onSelect} />
          </>
        )}
      </div>
      <aside className="side" aria-label="Details">
        {many.length > 1 ? (
          <Chosen view={view} ids={many} onSelect={onSelect} onDone={() => setMany([])} />
        ) : (
          <Details view={view} ground={sheet} selected={selected} onSelect={onSelect} />
        )}
      </aside>
    </main>
  );
}

const toggled = (list: readonly string[], id: string): string[] =>
  list.includes(id) ? list.filter((x) => x !== id) : [...list, id];
