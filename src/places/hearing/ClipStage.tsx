import { useEffect, useRef, useState } from 'react';
import { paintCanvas } from '../../drawing/paint/canvas';
import { PALETTES } from '../../drawing/paint/palette';
import type { Exhibit } from '../../exhibits/exhibit';
import { type Look, sceneOf, sheetOf, stretchOf } from '../../exhibits/picture';
import type { FrameTable } from '../../media/frames';
import { type ClipPlayer, holdClip } from '../../media/player/clip';
import { FramePlayer, type Shown } from '../../media/player/frame-player';
import type { WallAt } from './channel';
import { type Clip, caseTimeAt, readingsOf } from './clip';
import styles from './clip.module.css';

export interface ClipShow {
  readonly clip: Clip;
  readonly file: File;
  /** Null for sound alone. */
  readonly frames: FrameTable | null;
  readonly playing: boolean;
  readonly fills: boolean;
  /** Told when it has stopped at its end. */
  readonly onEnd: () => void;
  /** Told of what is shown, as it is shown. */
  readonly onAt?: (at: WallAt) => void;
  /** In the speaker's window: where the wall stands, which this follows in silence. */
  readonly follows?: WallAt | null;
}

/** Further apart than this (ms) the speaker's picture jumps to the wall's while it plays. */
const APART = 250;

/** A clip on the wall: the recording, with the timeline and its cursor, the counter, the overlay, the cite and what is said beside it. */
export function ClipStage({ exhibit, show }: { exhibit: Exhibit; show: ClipShow }) {
  const { clip, file, frames, playing, fills, onEnd, onAt, follows } = show;
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [player, setPlayer] = useState<FramePlayer | null>(null);
  const [shown, setShown] = useState<Shown>({ frame: null, ms: clip.from, playing: false, moving: true });
  const held = useRef<ClipPlayer | null>(null);
  const told = useRef({ onEnd, onAt });
  told.current = { onEnd, onAt };
  useEffect(() => {
    if (!video) return;
    const url = URL.createObjectURL(file);
    video.src = url;
    const made = new FramePlayer(video);
    setPlayer(made);
    return () => {
      made.destroy();
      setPlayer(null);
      video.removeAttribute('src');
      video.load();
      URL.revokeObjectURL(url);
    };
  }, [video, file]);
  useEffect(() => {
    if (!player) return;
    player.setFrames(frames);
    const off = player.subscribe((s) => {
      setShown(s);
      // What it only passes on its way is not where the wall stands.
      if (!s.moving) told.current.onAt?.({ ms: s.ms, playing: s.playing });
    });
    const clipPlayer = holdClip(player, clip, () => told.current.onEnd());
    held.current = clipPlayer;
    return () => {
      clipPlayer.drop();
      off();
    };
  }, [player, frames, clip]);
  useEffect(() => {
    if (!player || follows !== undefined) return;
    if (playing) held.current?.play();
    else player.pause();
  }, [player, playing, follows]);
  useEffect(() => {
    if (!player || !follows) return;
    if (!follows.playing) {
      player.pause();
      if (!player.isAt(follows.ms)) player.seek(follows.ms);
    } else {
      if (Math.abs(player.going - follows.ms) > APART) player.seek(follows.ms);
      if (player.video.paused) void player.play(1);
    }
  }, [player, follows]);
  const says = readingsOf(clip, shown.ms);
  return (
    <div
      className={styles['clip']}
      data-fills={fills}
      data-frame={shown.frame ?? ''}
      data-moving={shown.moving}
    >
      <video ref={setVideo} muted={follows !== undefined} playsInline preload="auto" aria-label="Footage">
        <track kind="captions" />
      </video>
      {says.captions.length > 0 && (
        <div className={styles['captions']}>
          {says.captions.map((c) => (
            <p key={c}>{c}</p>
          ))}
        </div>
      )}
      <aside className={styles['beside']}>
        <dl>
          <dt>Counter</dt>
          <dd data-reading="counter">{says.counter}</dd>
          {shown.frame !== null && (
            <>
              <dt>Frame</dt>
              <dd data-reading="frame">{shown.frame}</dd>
            </>
          )}
          {says.overlay !== '' && (
            <>
              <dt>Its overlay</dt>
              <dd>{says.overlay}</dd>
            </>
          )}
          <dt>Case time</dt>
          <dd data-reading="case">{says.time === '' ? 'not tied' : says.time}</dd>
          {says.day !== '' && <dd className={styles['day']}>{says.day}</dd>}
        </dl>
        <CursorPicture exhibit={exhibit} row={clip.row} at={caseTimeAt(clip, shown.ms)} />
      </aside>
    </div>
  );
}

/** px in which the picture beside a clip is laid: narrow, so that its letters are large. */
const WIDE = 520;

/** The timeline beside a clip, with the cursor where the clip stands. */
function CursorPicture({ exhibit, row, at }: { exhibit: Exhibit; row: string; at: number | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const look: Look = row === '' ? { show: 'stop', id: '' } : { show: 'entry', id: row };
  const sheet = sheetOf(exhibit);
  const [u0, u1] = stretchOf(sheet, look);
  const scene = sceneOf(exhibit, look, WIDE);
  useEffect(() => {
    const el = canvas.current;
    const context = el?.getContext('2d');
    if (!el || !context) return;
    const ratio = 2 * (window.devicePixelRatio || 1);
    el.width = Math.round(scene.width * ratio);
    el.height = Math.round(scene.height * ratio);
    const paint = (): void => paintCanvas(context, scene, PALETTES.light, ratio);
    paint();
    void document.fonts?.ready.then(paint);
  }, [scene]);
  if (sheet.lanes.length === 0) return null;
  const u = at === null ? Number.NaN : sheet.axis.toU(at);
  const share = (u - u0) / Math.max(1e-9, u1 - u0);
  const x = scene.left + share * (scene.width - 10 - scene.left);
  return (
    <div className={styles['timeline']}>
      <canvas ref={canvas} role="img" aria-label="Timeline beside the clip" />
      {share >= 0 && share <= 1 && (
        <div
          className={styles['cursor']}
          data-cursor={at ?? ''}
          style={{ left: `${(100 * x) / scene.width}%` }}
        />
      )}
    </div>
  );
}
