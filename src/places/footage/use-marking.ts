import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { addMark, moveMark } from '../../actions/footage';
import { clockOfRecording, markRow, mediaText } from '../../media/marks';
import { calibrations, overlayAt } from '../../media/overlay';
import type { EventRow } from '../../record/event';
import { newId } from '../../record/ids';
import type { Source } from '../../record/source';
import { type EventKind, KINDS } from '../../record/vocabulary';
import { clockOf } from '../../time/grammar/zones';
import type { CaseView } from '../../ui/case-view';
import type { OpenFile } from '../../ui/open-files';
import { run } from '../../ui/run';
import type { FramePlayer } from './frame-player';

/** A key held down this long (ms) marks a span from down to up; a shorter press begins one that the next press ends. */
const HELD = 400;

interface Begun {
  readonly kind: EventKind;
  readonly at: number;
  readonly frame: number | null;
  readonly pressed: number;
}

export interface Marking {
  /** A span that has begun and not ended. */
  readonly begun: Begun | null;
  readonly range: readonly [number | null, number | null];
  readonly setRange: (edge: 0 | 1) => void;
  readonly clearRange: () => void;
  readonly press: (kind: EventKind) => void;
  readonly release: (kind: EventKind) => void;
  readonly drop: () => void;
  readonly nudge: (row: EventRow, edge: 'start' | 'end', frames: number) => void;
  readonly cueToEvent: (from: number, to: number, text: string) => void;
}

/** Marks by key: each becomes an entry of the record with its counter, frame and overlay as they were on screen. */
export function useMarking(
  view: CaseView,
  source: Source | undefined,
  open: OpenFile | undefined,
  player: FramePlayer | null,
  said: { actor: string; claim: string },
  onMarked: (id: string) => void,
): Marking {
  const [begun, setBegun] = useState<Begun | null>(null);
  const [range, setRange] = useState<readonly [number | null, number | null]>([null, null]);
  const running = useRef<Begun | null>(null);
  running.current = begun;

  const put = (
    kind: EventKind,
    at: number,
    frame: number | null,
    end: number | null,
    endFrame: number | null,
    description = '',
  ): void => {
    if (!source) return;
    if (!open || open.sha256 === '') {
      notifications.show({
        color: 'yellow',
        message: 'Marks wait until the file’s hash is known, so that they can be tied to it.',
      });
      return;
    }
    const { latest } = view;
    const stands = clockOfRecording(latest, source.id);
    const shows = stands
      ? overlayAt(calibrations(latest, source.id, stands.clockId), at, latest.case.policies.drift)
      : null;
    const zone = latest.clocks.find((c) => c.id === stands?.clockId)?.zone || latest.case.zone;
    const claimed = kind === 'seen' || kind === 'not-seen';
    const row = markRow(
      latest,
      source,
      {
        kind,
        at,
        end,
        filmed:
          frame === null
            ? undefined
            : { frame, endFrame, overlay: shows ? clockOf((shows.min + shows.max) / 2, zone, true) : '' },
        actor: claimed ? '' : said.actor,
        description: description || (claimed ? said.claim : ''),
      },
      newId,
    );
    void run(addMark(source, row)).then((done) => done && onMarked(row.id));
  };

  const now = (): { ms: number; frame: number | null } => ({
    ms: player?.shown.ms ?? 0,
    frame: player?.shown.frame ?? null,
  });
  const frameOf = (ms: number): number | null => {
    const times = open?.frames?.times;
    if (!times) return null;
    let k = 0;
    while (k + 1 < times.length && (times[k + 1] as number) <= ms + 0.5) k++;
    return k;
  };
  const finish = (b: Begun): void => {
    const { ms, frame } = now();
    setBegun(null);
    const [a, z] = ms >= b.at ? [b.at, ms] : [ms, b.at];
    put(b.kind, a, ms >= b.at ? b.frame : frame, z, ms >= b.at ? frame : b.frame);
  };

  return {
    begun,
    range,
    setRange: (edge) => {
      const { ms } = now();
      setRange((r) => {
        const next: [number | null, number | null] = edge === 0 ? [ms, r[1]] : [r[0], ms];
        // An out before the in, or an in after the out, begins anew.
        return next[0] !== null && next[1] !== null && next[0] > next[1]
          ? edge === 0
            ? [ms, null]
            : [null, ms]
          : next;
      });
    },
    clearRange: () => setRange([null, null]),
    press: (kind) => {
      if (!player) return;
      const { ms, frame } = now();
      const [from, to] = range;
      if (from !== null && to !== null && KINDS[kind].span) {
        put(kind, from, frameOf(from), to, frameOf(to));
        setRange([null, null]);
        return;
      }
      if (!KINDS[kind].span) return put(kind, ms, frame, null, null);
      const b = running.current;
      if (b && b.kind === kind) return finish(b);
      if (b) finish(b);
      setBegun({ kind, at: ms, frame, pressed: performance.now() });
    },
    release: (kind) => {
      const b = running.current;
      if (b && b.kind === kind && performance.now() - b.pressed >= HELD && b.pressed > 0) finish(b);
    },
    drop: () => setBegun(null),
    nudge: (row, edge, frames) => {
      const times = open?.frames?.times;
      const filmed = row.filmed;
      if (!times || !filmed) return;
      const from = edge === 'start' ? filmed.frame : (filmed.endFrame ?? filmed.frame);
      const to = Math.max(0, Math.min(times.length - 1, from + frames));
      if (edge === 'start' && filmed.endFrame !== null && to > filmed.endFrame) return;
      if (edge === 'end' && (filmed.endFrame === null || to < filmed.frame)) return;
      const text = mediaText(times[to] as number);
      const patch =
        edge === 'start'
          ? { start: text, filmed: { ...filmed, frame: to } }
          : { end: text, filmed: { ...filmed, endFrame: to } };
      void run(moveMark(row, patch, frames));
      player?.seekFrame(to);
    },
    cueToEvent: (from, to, text) =>
      put('note', from, frameOf(from), to > from ? to : null, to > from ? frameOf(to) : null, text),
  };
}
