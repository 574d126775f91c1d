import type { FramePlayer } from './frame-player';

/** Further apart than this, s, the sound is sent to where the picture is: nearer nobody hears it. */
const APART = 0.06;
const EVENTS = ['play', 'playing', 'pause', 'seeking', 'seeked', 'ratechange', 'timeupdate', 'waiting'];

type Heard = Pick<
  HTMLMediaElement,
  'currentTime' | 'duration' | 'paused' | 'playbackRate' | 'play' | 'pause' | 'preservesPitch'
>;

/**
 * Plays another sound of a file with its picture, which is silent meanwhile: whatever the picture does, it follows.
 * While the picture stands, is sought, creeps or goes backwards nothing is heard. @param from where the sound begins, ms @returns how to stop
 */
export function playBeside(player: FramePlayer, sound: Heard, from: number): () => void {
  const { video } = player;
  const off = new AbortController();
  sound.preservesPitch = true;
  const follow = (): void => {
    const at = video.currentTime - from / 1000;
    const inside = at >= 0 && !(at >= sound.duration);
    if (video.paused || video.seeking || !player.shown.playing || !inside) {
      if (!sound.paused) sound.pause();
      return;
    }
    if (sound.playbackRate !== video.playbackRate) sound.playbackRate = video.playbackRate;
    if (Math.abs(sound.currentTime - at) > APART * Math.max(1, video.playbackRate)) sound.currentTime = at;
    if (sound.paused) void sound.play().catch(() => undefined);
  };
  for (const name of EVENTS) video.addEventListener(name, follow, { signal: off.signal });
  const deaf = player.subscribe(follow);
  follow();
  return () => {
    off.abort();
    deaf();
    sound.pause();
  };
}
