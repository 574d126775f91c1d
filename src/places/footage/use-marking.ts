import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { addMark, moveMark } from '../../actions/footage';
import { clockOfRecording, markRow, mediaText, movedSound } from '../../media/marks';
import { calibrations, overlayAt } from '../../media/overlay';
import { type Part, piecesOf, wholeMs } from '../../media/parts';
import { type FramePlayer, SOUND_STEP } from '../../media/player/frame-player';
import { secondsText } from '../../media/shown';
import { type At, type Begun, dropSpan, pressSpan, releaseSpan } from '../../media/spans';
import type { EventRow } from '../../record/event';
import { newId } from '../../record/ids';
import { rowById } from '../../record/rows';
import type { Source } from '../../record/source';
import { type EventKind, KINDS } from '../../record/vocabulary';
import type { CaseView } from '../../ui/case-view';
import type { OpenFile } from '../../ui/open-files';
import { run } from '../../ui/run';
import { holdMark } from './held-marks';
import { useNudging } from './use-nudging';

interface Range {
  readonly source: string;
  readonly edges: readonly [number | null, number | null];
}
const NO_RANGE: Range = { source: '', edges: [null, null] };

export interface Marking {
  /** Spans that have begun and not ended, of all recordings. */
  readonly running: readonly Begun[];
  readonly range: readonly [number | null, number | null];
  readonly setRange: (edge: 0 | 1) => void;
  readonly clearRange: () => void;
  /** @param when the key went down, by the event itself: a busy page hears of it late; null where none is held */
  readonly press: (kind: EventKind, when: number | null) => void;
  readonly release: (kind: EventKind, when: number) => void;
  readonly drop: () => void;
  readonly nudge: (row: EventRow, edge: 'start' | 'end', frames: number) => void;
  /** The mark that was made last, as long as it is not among the rows yet. */
  readonly coming: () => string | null;
  readonly cueToEvent: (from: number, to: number, text: string) => void;
}

/** Marks by key: each becomes an entry of the record with its counter, frame and overlay as they were on screen. */
export function useMarking(
  view: CaseView,
  source: Source | undefined,
  open: OpenFile | undefined,
  player: FramePlayer | null,
  said: { actor: string; claim: string },
  onMarked: (id: string | null) => void,
  parts: readonly Part[],
): Marking {
  const [running, setRunning] = useState<readonly Begun[]>([]);
  const [ranged, setRanged] = useState<Range>(NO_RANGE);
  const now = useRef(running);
  const nudging = useNudging(view.latest.events);
  const coming = useRef<string | null>(null);
  useEffect(() => {
    if (rowById(view.latest.events, coming.current)) coming.current = null;
  }, [view.latest.events]);
  const id = source?.id ?? '';
  // An in and an out belong to the recording on which they were set.
  const range = ranged.source === id ? ranged.edges : NO_RANGE.edges;
  const keepRunning = (next: readonly Begun[]): void => {
    now.current = next;
    setRunning(next);
  };

  const put = (
    kind: EventKind,
    at: number,
    frame: number | null,
    end: number | null,
    endFrame: number | null,
    description = '',
    actor = said.actor,
    of = source,
  ): void => {
    if (!of || !open) return;
    const { latest } = view;
    const stands = clockOfRecording(latest, of.id);
    const shows = stands
      ? overlayAt(calibrations(latest, of.id, stands.clockId), at, latest.case.policies.drift)
      : null;
    const zone = latest.clocks.find((c) => c.id === stands?.clockId)?.zone || latest.case.zone;
    const claimed = kind === 'seen' || kind === 'not-seen' || kind === 'cannot-be-seen';
    const row = markRow(
      latest,
      of,
      {
        kind,
        at,
        end,
        filmed:
          frame === null ? undefined : { frame, endFrame, overlay: shows ? secondsText(shows, zone) : '' },
        actor: claimed ? '' : actor,
        description: description || (claimed ? said.claim : ''),
      },
      newId,
    );
    // An Enter that follows at once is its note, however long the write takes.
    const write = (): void => {
      coming.current = row.id;
      onMarked(row.id);
      void run(addMark(of, row)).then((done) => {
        if (done || coming.current !== row.id) return;
        coming.current = null;
        onMarked(null);
      });
    };
    // A new file's hash is whatever it turns out to be; a known one's may yet say that this is another file.
    if (of !== source || open.sha256 !== '' || of.sha256 === '') write();
    else holdMark(of.id, write);
  };

  /** The first file of the recording on screen, under which its spans run. */
  const first = parts[0]?.source.id ?? id;
  const here = (): At => {
    const { ms = 0, frame = null } = player?.shown ?? {};
    return { source: id, ms, frame, whole: { id: first, ms: wholeMs(parts, id, ms) } };
  };
  const frameOf = (ms: number): number | null => {
    const times = open?.inspected.plays.video === true ? open.frames?.times : undefined;
    if (!times) return null;
    let k = 0;
    while (k + 1 < times.length && (times[k + 1] as number) <= ms + 0.5) k++;
    return k;
  };
  const take = (after: ReturnType<typeof pressSpan>): void => {
    keepRunning(after.running);
    const { ended } = after;
    if (!ended) return;
    for (const { source: file, from, to } of piecesOf(parts, ended.from, ended.to)) {
      const of = parts.find((p) => p.source.id === file)?.source ?? source;
      put(ended.kind, from.ms, from.frame, to.ms, to.frame, '', ended.actor, of);
    }
  };

  return {
    running,
    range,
    coming: () => coming.current,
    setRange: (edge) => {
      const { ms } = here();
      const next: [number | null, number | null] = edge === 0 ? [ms, range[1]] : [range[0], ms];
      // An out before the in, or an in after the out, begins anew.
      const anew = next[0] !== null && next[1] !== null && next[0] > next[1];
      setRanged({ source: id, edges: !anew ? next : edge === 0 ? [ms, null] : [null, ms] });
    },
    clearRange: () => setRanged(NO_RANGE),
    press: (kind, when) => {
      if (!player) return;
      if (player.dead) {
        notifications.show({
          color: 'yellow',
          message: `Nothing is marked: this browser shows and plays nothing of ${open?.file.name ?? 'this file'}. Open a copy that it can play.`,
        });
        return;
      }
      const at = here();
      const [from, to] = range;
      if (from !== null && to !== null && KINDS[kind].span) {
        put(kind, from, frameOf(from), to, frameOf(to));
        setRanged(NO_RANGE);
        return;
      }
      if (!KINDS[kind].span) return put(kind, at.ms, at.frame, null, null);
      take(pressSpan(now.current, kind, said.actor, at, when));
    },
    release: (kind, when) => take(releaseSpan(now.current, kind, here(), when)),
    drop: () => keepRunning(dropSpan(now.current, first)),
    nudge: (seen, edge, frames) => {
      const row = nudging.standing(seen);
      const move = (patch: Parameters<typeof moveMark>[1]): void => {
        nudging.moved({ ...row, ...patch });
        void run(moveMark(row, patch, frames));
      };
      const times = open?.frames?.times;
      const filmed = row.filmed;
      if (!filmed && open && open.inspected.plays.video !== true) {
        const moved = movedSound(row, edge, frames * SOUND_STEP, open.inspected.media.duration);
        if (!moved) return;
        move(moved.patch);
        player?.seek(moved.ms);
        return;
      }
      if (!times || !filmed) return;
      const from = edge === 'start' ? filmed.frame : (filmed.endFrame ?? filmed.frame);
      const to = Math.max(0, Math.min(times.length - 1, from + frames));
      if (edge === 'start' && filmed.endFrame !== null && to > filmed.endFrame) return;
      if (edge === 'end' && (filmed.endFrame === null || to < filmed.frame)) return;
      const text = mediaText(times[to] as number);
      move(
        edge === 'start'
          ? { start: text, filmed: { ...filmed, frame: to } }
          : { end: text, filmed: { ...filmed, endFrame: to } },
      );
      player?.seekFrame(to);
    },
    cueToEvent: (from, to, text) =>
      put('note', from, frameOf(from), to > from ? to : null, to > from ? frameOf(to) : null, text),
  };
}
