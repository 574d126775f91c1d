import { useEffect, useMemo, useRef } from 'react';
import { fileBeside, type Part, partAt, partsOf, wholeMs } from '../../media/parts';
import type { FramePlayer } from '../../media/player/frame-player';
import type { Source } from '../../record/source';
import type { OpenFile } from '../../ui/open-files';

interface Of {
  readonly recordings: readonly Source[];
  readonly files: ReadonlyMap<string, OpenFile>;
  readonly leaderId: string | null;
  readonly player: FramePlayer | null;
  readonly goTo: (ms: number, source: string) => void;
  readonly lead: (id: string) => void;
}

export interface Parts {
  readonly parts: readonly Part[];
  /** To a time on the counter of the whole, ms, in whichever file it lies. */
  readonly goWhole: (ms: number) => void;
  /** A step or leap that leaves this file goes on in the next or the one before, where that is open. @returns whether it did */
  readonly stepOver: (by: -1 | 1) => boolean;
  readonly leapOver: (by: number) => boolean;
}

/** The files of the recording that leads, played, stepped and jumped through as one. */
export function useParts({ recordings, files, leaderId, player, goTo, lead }: Of): Parts {
  const parts = useMemo(() => (leaderId ? partsOf(recordings, leaderId) : []), [recordings, leaderId]);
  const at = parts.findIndex((p) => p.source.id === leaderId);
  const playsOn = useRef<{ source: string; rate: number } | null>(null);
  const to = (source: string, ms: number): boolean => {
    if (!files.has(source)) return false;
    if (source !== leaderId) {
      goTo(ms, source);
      lead(source);
    } else player?.seek(ms);
    return true;
  };
  const next = parts[at + 1];
  const prior = at > 0 ? parts[at - 1] : undefined;
  // At its end the next file goes on by itself, as fast.
  const onEnd = useRef(() => undefined as undefined);
  onEnd.current = () => {
    if (!next || !player) return;
    playsOn.current = { source: next.source.id, rate: player.video.playbackRate };
    if (!to(next.source.id, 0)) playsOn.current = null;
  };
  useEffect(() => {
    const video = player?.video;
    if (!video) return;
    const ended = (): void => onEnd.current();
    video.addEventListener('ended', ended);
    return () => video.removeEventListener('ended', ended);
  }, [player]);
  useEffect(() => {
    const wanted = playsOn.current;
    if (!player || wanted?.source !== leaderId) return;
    playsOn.current = null;
    void player.play(wanted.rate);
  }, [player, leaderId]);
  return {
    parts,
    goWhole: (ms) => {
      const there = partAt(parts, ms);
      if (there) to(there.source, there.ms);
    },
    stepOver: (by) => {
      const frames = files.get(leaderId ?? '')?.frames?.times.length ?? 0;
      const { frame } = player?.shown ?? { frame: null };
      if (frame === null || player?.shown.moving) return false;
      if (by > 0 && next && frame >= frames - 1) return to(next.source.id, 0);
      return by < 0 && prior !== undefined && frame === 0 && to(prior.source.id, prior.length);
    },
    leapOver: (by) => {
      const part = parts[at];
      if (!player || !part) return false;
      const there = player.going + by;
      if (there >= 0 && there <= part.length) return false;
      const over = partAt(parts, wholeMs(parts, part.source.id, there));
      return over !== null && over.source !== leaderId && to(over.source, over.ms);
    },
  };
}

interface Beside extends Pick<Of, 'recordings' | 'files' | 'player' | 'leaderId'> {
  readonly followers: readonly string[];
  readonly ahead: (other: string, ms: number) => number | null;
  readonly goOn: (from: string, to: string) => void;
}

/** A camera beside whose recording is in several files goes on in the next, or back in the one before, with the moment that is shown. */
export function usePartsBeside({
  recordings,
  files,
  player,
  leaderId,
  followers,
  ahead,
  goOn,
}: Beside): void {
  useEffect(() => {
    if (!player) return;
    const split = followers.flatMap((id) => {
      const parts = partsOf(recordings, id);
      return parts.length > 1 && !parts.some((p) => p.source.id === leaderId) ? [{ id, parts }] : [];
    });
    const look = (): void => {
      const { ms } = player.shown;
      for (const { id, parts } of split) {
        const to = fileBeside(parts, id, (file) => {
          const by = files.has(file) ? ahead(file, ms) : null;
          return by === null ? null : ms + by;
        });
        if (to !== id) goOn(id, to);
      }
    };
    if (split.length === 0) return;
    look();
    return player.subscribe(look);
  }, [recordings, files, player, leaderId, followers, ahead, goOn]);
}
