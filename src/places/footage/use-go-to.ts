import { useCallback, useEffect, useRef } from 'react';
import type { FramePlayer } from '../../media/player/frame-player';
import { asked } from './asked';

/** A moment to go to, ms of the counter of a recording; of whichever leads where it is null. */
interface Wanted {
  readonly source: string | null;
  readonly ms: number;
}

function fromAddress(): Wanted | null {
  const { recordings, t } = asked();
  return t === null ? null : { source: recordings[0] ?? null, ms: t };
}

/**
 * Goes to a moment of a recording. Where that does not lead yet, or its file is still being opened, it is gone to once it is there:
 * what was clicked meanwhile is not lost. The moment that the address asks for is the first.
 * @param leader the leading recording @param player of the leading recording
 */
export function useGoTo(leader: string | null, player: FramePlayer | null) {
  const waiting = useRef(fromAddress());
  useEffect(() => {
    const wanted = waiting.current;
    // A camera that was beside and leads now has a picture of its own in a moment: the one it had is not asked.
    if (!player?.video.isConnected || !wanted || (wanted.source ?? leader) !== leader) return;
    waiting.current = null;
    player.seek(wanted.ms);
  }, [player, leader]);
  return useCallback(
    (ms: number, source: string | null = leader): void => {
      const now = player !== null && (source ?? leader) === leader;
      waiting.current = now ? null : { source, ms };
      if (now) player.seek(ms);
    },
    [player, leader],
  );
}
