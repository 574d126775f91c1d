import { ActionIcon, Button, Select, Tooltip } from '@mantine/core';
import { IconMinus, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { paintCanvas } from '../../drawing/canvas';
import { spanOf } from '../../drawing/findings';
import { laySheet } from '../../drawing/lanes';
import { hitAt, layout, type View } from '../../drawing/layout';
import { PALETTES } from '../../drawing/palette';
import type { Hit } from '../../drawing/scene';
import { ruleOf } from '../../rules';
import type { CaseView } from '../../widgets/case-view';
import { Legend } from '../../widgets/Legend';
import { momentNumber } from '../../widgets/moment';
import { useThemeChoice } from '../../widgets/theme-choice';
import { Details } from './Details';
import { HoverNote } from './HoverNote';
import { Minutes } from './Minutes';
import { PrintSheet } from './PrintSheet';
import { usePointer } from './use-pointer';

interface Props {
  readonly view: CaseView;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

/** A case's home: the picture, what is selected, and the same minute by minute below. */
export function TimelinePlace({ view, selected, onSelect }: Props) {
  const theme = useThemeChoice();
  const sheet = useMemo(() => laySheet(view.record, view.analysis), [view.record, view.analysis]);
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const [range, setRange] = useState<[number, number] | null>(null);
  const [clock, setClock] = useState<string | null>(null);
  const [findings, setFindings] = useState('all');
  const [hover, setHover] = useState<{ hit: Hit; x: number; y: number } | null>(null);
  const length = sheet.axis.length;
  const empty = view.record.events.length === 0 && view.record.custody.length === 0;
  const [u0, u1] = range ?? [0, length];

  useEffect(() => {
    const el = holder.current;
    // The sheet is not there while the case is empty: it is measured when it comes.
    if (!el || empty) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(el.clientWidth)));
    observer.observe(el);
    setWidth(Math.floor(el.clientWidth));
    return () => observer.disconnect();
  }, [empty]);

  const shown: View = useMemo(() => ({ width, u0, u1, selected, hidden: new Set<string>(), findings, clock }), [width, u0, u1, selected, findings, clock]);
  const scene = useMemo(() => (width > 0 ? layout(sheet, shown) : null), [sheet, shown, width]);

  useEffect(() => {
    const el = canvas.current;
    const context = el?.getContext('2d');
    if (!el || !context || !scene) return;
    const ratio = window.devicePixelRatio || 1;
    el.width = Math.round(scene.width * ratio);
    el.height = Math.round(scene.height * ratio);
    el.style.height = `${scene.height}px`;
    const paint = (): void => paintCanvas(context, scene, PALETTES[theme], ratio);
    paint();
    let current = true;
    // The first paint may come before the font does.
    void document.fonts?.ready.then(() => current && paint());
    return () => {
      current = false;
    };
  }, [scene, theme]);

  const zoomTo = useCallback(
    (a: number, b: number): void => {
      const w = Math.min(length * 1.02, Math.max(1e-7 * length, b - a));
      const from = Math.max(-0.01 * length, Math.min(a, length * 1.01 - w));
      setRange([from, from + w]);
    },
    [length],
  );
  const zoomBy = useCallback((factor: number, at = (u0 + u1) / 2) => zoomTo(at - (at - u0) * factor, at + (u1 - at) * factor), [u0, u1, zoomTo]);
  const pan = useCallback((share: number) => zoomTo(u0 + (u1 - u0) * share, u1 + (u1 - u0) * share), [u0, u1, zoomTo]);
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

  usePointer(canvas, !empty, scene?.left ?? 0, width, { u0, u1, zoomTo, zoomBy });

  const point = (e: { nativeEvent: { offsetX: number; offsetY: number } }): Hit | null =>
    scene ? hitAt(scene, e.nativeEvent.offsetX, e.nativeEvent.offsetY) : null;
  const entries = useMemo(() => order(view), [view]);
  const step = (by: number): void => {
    const i = entries.indexOf(selected ?? '');
    onSelect(entries[(i + by + entries.length) % entries.length] ?? null);
  };
  const onKey = (e: React.KeyboardEvent): void => {
    const moves: Record<string, () => void> = {
      ArrowLeft: () => pan(-0.15),
      ArrowRight: () => pan(0.15),
      '+': () => zoomBy(0.7),
      '=': () => zoomBy(0.7),
      '-': () => zoomBy(1 / 0.7),
      '0': () => setRange(null),
      s: () => stop && zoomTo(stop.u0, stop.u1),
      z: zoomToSelected,
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Escape: () => onSelect(null),
    };
    const move = moves[e.key];
    if (!move || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    move();
  };

  const rulerClocks = view.record.clocks
    .filter((c) => Number.isFinite(view.analysis.clocks.find((k) => k.id === c.id)?.offset?.max ?? Number.NaN))
    .map((c) => ({ value: c.id, label: c.name }));
  return (
    <div className="timeline">
      <div className="sheet">
        {empty && view.busy ? (
          <div className="page" role="status">
            Working out the bounds of {view.latest.events.length + view.latest.custody.length} entries …
          </div>
        ) : empty ? (
          <div className="page">
            <h1>Nothing on the timeline yet</h1>
            <p>Bring in a stop log, a camera list or a custody form under Import, or type the first entry under Record.</p>
            <Button component="a" href={`#/case/${view.record.case.id}/import`}>
              Import a table
            </Button>
          </div>
        ) : (
          <>
            <div className="sheet-tools" role="toolbar" aria-label="View">
              <Button size="compact-sm" variant="default" onClick={() => setRange(null)}>
                Whole case
              </Button>
              {stop && (
                <Button size="compact-sm" variant="default" onClick={() => zoomTo(stop.u0, stop.u1)}>
                  The stop
                </Button>
              )}
              <Button size="compact-sm" variant="default" disabled={!selected} onClick={zoomToSelected}>
                Selection
              </Button>
              <Select
                size="xs"
                w={170}
                aria-label="Clock of the ruler"
                placeholder="wall clock"
                clearable
                value={clock}
                onChange={setClock}
                data={rulerClocks}
              />
              <Select
                size="xs"
                w={190}
                aria-label="Findings shown"
                value={findings}
                onChange={(v) => setFindings(v ?? 'all')}
                allowDeselect={false}
                data={[
                  { value: 'all', label: 'All findings' },
                  { value: 'selected', label: 'Only the one selected' },
                  ...[...new Set(view.analysis.findings.map((f) => f.rule))].map((rule) => ({ value: rule, label: ruleOf(rule).name })),
                ]}
              />
              <Tooltip label="Zoom in (+)">
                <ActionIcon variant="default" size={26} onClick={() => zoomBy(0.6)} aria-label="Zoom in">
                  <IconPlus size={15} />
                </ActionIcon>
              </Tooltip>
              <Tooltip label="Zoom out (−)">
                <ActionIcon variant="default" size={26} onClick={() => zoomBy(1 / 0.6)} aria-label="Zoom out">
                  <IconMinus size={15} />
                </ActionIcon>
              </Tooltip>
              <Tooltip label="Print the sheet">
                <ActionIcon variant="default" size={26} onClick={() => window.print()} aria-label="Print the sheet">
                  <IconPrinter size={15} />
                </ActionIcon>
              </Tooltip>
              <span className="cite" style={{ marginLeft: 'auto' }}>
                {view.busy ? 'working out the bounds …' : summaryOf(view)}
              </span>
            </div>
            <div ref={holder} style={{ position: 'relative' }}>
              <canvas
                ref={canvas}
                tabIndex={0}
                role="img"
                aria-label={`Timeline of ${view.record.case.title}. Arrow keys move, plus and minus zoom, up and down step through the entries; the table below says the same.`}
                onKeyDown={onKey}
                onMouseMove={(e) => {
                  const hit = point(e);
                  setHover(hit ? { hit, x: e.nativeEvent.offsetX, y: e.nativeEvent.offsetY } : null);
                }}
                onMouseLeave={() => setHover(null)}
                onClick={(e) => {
                  const hit = point(e);
                  if (!hit) onSelect(null);
                  else if (hit.kind === 'run' || hit.kind === 'fold') {
                    const [a, b] = [hit.u0 ?? u0, hit.u1 ?? u1];
                    const pad = Math.max((b - a) * 0.1, (u1 - u0) * 0.02);
                    zoomTo(a - pad, b + pad);
                  } else onSelect(hit.id);
                }}
              />
              {hover && <HoverNote hover={hover} width={width} view={view} />}
            </div>
            <div className="legend-screen">{scene && <Legend shown={scene.legend} theme={theme} />}</div>
            <PrintSheet sheet={sheet} view={view} shown={shown} />
            <Minutes view={view} selected={selected} onSelect={onSelect} />
          </>
        )}
      </div>
      <aside className="side" aria-label="Details">
        <Details view={view} selected={selected} onSelect={onSelect} />
      </aside>
    </div>
  );
}

/** `23 entries, 9 established findings`. */
function summaryOf(view: CaseView): string {
  const established = view.analysis.findings.filter((f) => f.status === 'established').length;
  const n = view.record.events.length;
  return `${n} ${n === 1 ? 'entry' : 'entries'}, ${established} established ${established === 1 ? 'finding' : 'findings'}`;
}

/** Entries in the order of time: what up and down step through. */
function order(view: CaseView): string[] {
  const { at } = view.analysis.positions;
  return view.record.events
    .map((e, i) => ({ id: e.id, t: at[2 * i] as number }))
    .filter((x) => !Number.isNaN(x.t))
    .sort((a, b) => a.t - b.t)
    .map((x) => x.id);
}
