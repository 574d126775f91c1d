import { useEffect, useState } from 'react';
import { FramePlayer, type Shown } from '../../media/player/frame-player';
import type { OpenFile } from '../../ui/open-files';

/** Where each recording stood when its picture was last taken off the screen, ms: one comes back to the same moment. */
const stood = new Map<string, number>();

/** A player on a video element for a file; null until the element is there. */
export function usePlayer(element: HTMLVideoElement | null, open: OpenFile | undefined): FramePlayer | null {
  const [player, setPlayer] = useState<FramePlayer | null>(null);
  const url = open?.url;
  const source = open?.source ?? '';
  useEffect(() => {
    if (!element || !url) return;
    element.src = url;
    const made = new FramePlayer(element);
    // Whatever is asked for after this comes instead.
    const ms = stood.get(source);
    if (ms) made.seek(ms);
    setPlayer(made);
    return () => {
      stood.set(source, made.going);
      made.destroy();
      setPlayer(null);
      element.removeAttribute('src');
      element.load();
    };
  }, [element, url, source]);
  // A picture that is not shown is not marked by frame: what is heard of it is.
  const frames = open?.inspected.plays.video === true ? open.frames : null;
  useEffect(() => player?.setFrames(frames), [player, frames]);
  return player;
}

const NOTHING: Shown = { frame: null, ms: 0, playing: false, moving: false };

/** What a player shows, drawn anew no more often than every so many ms. */
export function useShown(player: FramePlayer | null, every = 0): Shown {
  const [shown, setShown] = useState<Shown>(player?.shown ?? NOTHING);
  useEffect(() => {
    if (!player) {
      setShown(NOTHING);
      return;
    }
    let last = 0;
    let late: ReturnType<typeof setTimeout> | undefined;
    const take = (): void => {
      last = performance.now();
      setShown(player.shown);
    };
    take();
    const off = player.subscribe(() => {
      clearTimeout(late);
      const wait = every - (performance.now() - last);
      if (wait <= 0) take();
      else late = setTimeout(take, wait);
    });
    return () => {
      clearTimeout(late);
      off();
    };
  }, [player, every]);
  return shown;
}
