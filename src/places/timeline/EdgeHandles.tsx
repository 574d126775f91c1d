import { Button, Group } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { moveEnd } from '../../actions/entries';
import { clockLine, shiftAt } from '../../analysis/clocks';
import type { Sheet } from '../../drawing/lanes/lanes';
import type { Scene } from '../../drawing/scene/scene';
import type { EventRow } from '../../record/event';
import { rowById } from '../../record/rows';
import { KINDS } from '../../record/vocabulary';
import { parseTime } from '../../time/grammar/parse';
import { clockOf, dayOf, localOf } from '../../time/grammar/zones';
import type { CaseView } from '../../ui/case-view';
import { run } from '../../ui/run';
import { FindingLights } from '../../ui/WhatIf';
import { momentNumber } from '../../words/moment';
import css from './timeline.module.css';
import type { Range } from './use-range';

type End = 'start' | 'end';

interface Props {
  readonly view: CaseView;
  readonly sheet: Sheet;
  readonly scene: Scene;
  readonly range: Range;
  readonly width: number;
  readonly selected: string | null;
}

/** Within so many pixels of another entry, an end snaps to it. */
const SNAP = 6;

/**
 * The ends of the selected entry, to be dragged or moved by the arrow keys: what each would read on its own clock, and
 * which findings would change, is shown before anything is saved.
 */
export function EdgeHandles({ view, sheet, scene, range, width, selected }: Props) {
  const [trial, setTrial] = useState<{ id: string; end: End; text: string } | null>(null);
  const held = useRef<{ end: End; left: number } | null>(null);
  const e = rowById(view.record.events, selected);
  useEffect(() => setTrial(null), [selected]);
  const hit = e ? scene.hits.find((h) => h.kind === 'event' && h.id === e.id) : undefined;
  if (!e || !hit) return null;
  const wide = Math.max(1, width - 10 - scene.left);
  const x = (t: number): number =>
    scene.left + ((sheet.axis.toU(t) - range.u0) / (range.u1 - range.u0)) * wide;
  const timeAt = (px: number): number =>
    sheet.axis.toT(range.u0 + ((px - scene.left) / wide) * (range.u1 - range.u0));
  const at = view.analysis.positions.at;
  const m = momentNumber(view.record, e.id);
  const ends = (['start', 'end'] as const).filter((end) => isMovable(end === 'start' ? e.start : e.end));
  const move = (end: End, t: number): void => {
    const text = readingAt(view, e, t);
    if (text) setTrial({ id: e.id, end, text });
  };
  const snapped = (px: number): number => {
    const t = timeAt(px);
    let [best, away] = [t, SNAP];
    for (let k = 0; k < 2 * view.record.events.length; k++) {
      const other = at[k] as number;
      if (k >> 1 === m >> 1 || Number.isNaN(other)) continue;
      const d = Math.abs(x(other) - px);
      if (d < away) [best, away] = [other, d];
    }
    return best;
  };
  const nowOf = (end: End): number =>
    trial?.end === end && trial.id === e.id
      ? (timeOf(view, e, trial.text) ?? Number.NaN)
      : (at[end === 'start' ? m : m + 1] as number);
  return (
    <>
      {ends.map((end) => {
        const t = nowOf(end);
        const px = x(t);
        if (Number.isNaN(px) || px < scene.left - 4 || px > width - 6) return null;
        return (
          <div
            key={end}
            className={css['edge-handle']}
            role="slider"
            tabIndex={0}
            aria-label={`${end === 'start' ? 'Beginning' : 'End'} of ${e.description || KINDS[e.kind].label}`}
            aria-valuenow={Math.round(t / 1000)}
            aria-valuetext={trial?.end === end ? trial.text : end === 'start' ? e.start : e.end}
            style={{ left: px - 5, top: hit.y - 3, height: hit.h + 6 }}
            onPointerDown={(p: PointerEvent<HTMLDivElement>) => {
              p.preventDefault();
              p.currentTarget.setPointerCapture(p.pointerId);
              held.current = { end, left: p.clientX - px };
            }}
            onPointerMove={(p) =>
              held.current && move(held.current.end, snapped(p.clientX - held.current.left))
            }
            onPointerUp={() => {
              held.current = null;
            }}
            onKeyDown={(k: KeyboardEvent) => {
              const by = { ArrowLeft: -1000, ArrowRight: 1000 }[k.key];
              if (!by) return;
              k.preventDefault();
              k.stopPropagation();
              move(end, t + (k.shiftKey ? 10 * by : by));
            }}
          />
        );
      })}
      {trial && trial.id === e.id && (
        <Trial
          view={view}
          e={e}
          end={trial.end}
          text={trial.text}
          top={Math.min(scene.height - 40, hit.y + hit.h + 10)}
          onDone={() => setTrial(null)}
        />
      )}
    </>
  );
}

interface TrialProps {
  readonly view: CaseView;
  readonly e: EventRow;
  readonly end: End;
  readonly text: string;
  readonly top: number;
  readonly onDone: () => void;
}

function Trial({ view, e, end, text, top, onDone }: TrialProps) {
  const now = rowById(view.latest.events, e.id) ?? e;
  const act = moveEnd(now, end, text);
  const clock = view.latest.clocks.find((c) => c.id === e.clockId)?.name ?? 'its clock';
  return (
    <form
      className={css['edge-trial']}
      aria-label="Try out another time"
      style={{ top }}
      onSubmit={(s) => {
        s.preventDefault();
        void run(act).then((done) => done && onDone());
      }}
      onKeyDown={(k) => k.key === 'Escape' && onDone()}
    >
      <strong>
        {end === 'start' ? 'It would read' : 'Its end would read'} <span className="mono">{text}</span> on{' '}
        {clock}
      </strong>{' '}
      <span className="cite">
        now <span className="mono">{end === 'start' ? now.start : now.end}</span>
      </span>
      <FindingLights view={view} changes={act.edits} change={`${e.id} ${end} ${text}`} />
      <Group gap="xs" mt={8}>
        <Button type="submit" size="compact-xs">
          Keep
        </Button>
        <Button size="compact-xs" variant="default" onClick={onDone}>
          Let go
        </Button>
      </Group>
    </form>
  );
}

/** Only a plain reading of a wall clock can be moved: a tie to another entry, or a counter, says something else than a time of day. */
function isMovable(text: string): boolean {
  const parsed = parseTime(text);
  return (
    parsed.ok &&
    parsed.written.form === 'reading' &&
    parsed.written.from.clock === 'wall' &&
    parsed.written.from.date === null &&
    parsed.written.to === null
  );
}

/** The middle of what a row's clock may be off by at an instant, in ms; null where that is not bounded. */
const shiftOf = (view: CaseView, e: EventRow, t: number): number | null =>
  shiftAt(clockLine(view.analysis, e.clockId), t);

const zoneOf = (view: CaseView, e: EventRow): string =>
  e.zone || view.record.clocks.find((c) => c.id === e.clockId)?.zone || view.record.case.zone;

/** What the row's own clock shows at an instant, on the row's day; null on another day. */
function readingAt(view: CaseView, e: EventRow, t: number): string | null {
  const shift = Number.isNaN(t) ? null : shiftOf(view, e, t);
  if (shift === null) return null;
  const own = Math.round((t - shift) / 1000) * 1000;
  return dayOf(localOf(own, zoneOf(view, e))) === e.date ? clockOf(own, zoneOf(view, e), true) : null;
}

/** The instant at which the row's clock shows a reading of `readingAt`: found again from where the row is drawn now. */
function timeOf(view: CaseView, e: EventRow, text: string): number | null {
  const at = view.analysis.positions.at[momentNumber(view.record, e.id)] ?? Number.NaN;
  const shift = Number.isNaN(at) ? null : shiftOf(view, e, at);
  if (shift === null) return null;
  const seconds = (s: string): number => s.split(':').reduce((sum, part) => 60 * sum + Number(part), 0);
  const own = Math.round((at - shift) / 1000) * 1000;
  return own + (seconds(text) - seconds(clockOf(own, zoneOf(view, e), true))) * 1000 + shift;
}
