import type { FramePlayer, Shown } from './frame-player';

/** A stretch of a recording, ms of its counter: from the frame shown at `from` to the frame shown at `to`, or on to its end. */
export interface Stretch {
  readonly from: number;
  readonly to: number | null;
  readonly loops: boolean;
}

export interface ClipPlayer {
  play(): void;
  pause(): void;
  /** Lets the player go. */
  drop(): void;
}

/** Times of frames are kept to the ms. */
const ROUNDED = 0.5;
/** A paused browser may paint one frame more; it is sent back so often. */
const SETTLE = 3;

/**
 * Holds a player within a stretch: it stands at its first frame, plays to its last one, and stops there or begins again. Played once
 * more from its end, it begins at its beginning. @param onEnd told when it has stopped at its end
 */
export function holdClip(player: FramePlayer, { from, to, loops }: Stretch, onEnd: () => void): ClipPlayer {
  // Until it is seen before its end, what is shown is of the time before it was sent back.
  let armed = false;
  let ended = false;
  let settled = 0;
  const atEnd = (ms: number): boolean => to !== null && ms >= to - ROUNDED;
  const stopAtEnd = (): void => {
    if (to === null) return;
    player.pause();
    ended = true;
    settled = 0;
    player.seek(to);
    onEnd();
  };
  const watch = ({ ms, playing, moving }: Shown): void => {
    if (to === null) return;
    if (playing) {
      if (!atEnd(ms)) armed = true;
      else if (armed && loops) {
        armed = false;
        player.seek(from);
      } else if (armed) stopAtEnd();
    } else if (ended && !moving && settled < SETTLE && !player.isAt(to)) {
      settled++;
      player.seek(to);
    }
  };
  player.seek(from);
  const off = player.subscribe(watch);
  return {
    play: () => {
      if (to !== null && to <= from) return onEnd();
      const { ms } = player.shown;
      ended = false;
      armed = false;
      if (atEnd(ms) || ms < from - ROUNDED) player.seek(from);
      void player.play(1);
    },
    pause: () => player.pause(),
    drop: off,
  };
}
