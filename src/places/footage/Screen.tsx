import { useEffect, useRef, useState } from 'react';
import { convertLine } from '../../media/convert';
import type { FramePlayer } from '../../media/player/frame-player';
import { playBeside } from '../../media/player/other-sound';
import type { OpenFile } from '../../ui/open-files';
import css from './footage.module.css';
import type { Look } from './Transport';
import { usePlayer } from './use-player';

/** Loudness beyond what the element allows: one graph for each element, since an element can have but one. */
const gains = new WeakMap<HTMLMediaElement, GainNode>();
function boost(video: HTMLMediaElement, by: number): void {
  let gain = gains.get(video);
  if (!gain) {
    if (by <= 1) {
      video.volume = Math.max(0, by);
      return;
    }
    const context = new AudioContext();
    gain = context.createGain();
    context.createMediaElementSource(video).connect(gain).connect(context.destination);
    gains.set(video, gain);
  }
  video.volume = 1;
  gain.gain.value = by;
}

interface Props {
  readonly open: OpenFile;
  readonly name: string;
  readonly look: Look;
  readonly muted: boolean;
  readonly leading: boolean;
  readonly onPlayer: (source: string, player: FramePlayer | null) => void;
  readonly children?: React.ReactNode;
}

/** One camera's picture. A drag moves it about where it is enlarged. */
export function Screen({ open, name, look, muted, leading, onPlayer, children }: Props) {
  const [element, setElement] = useState<HTMLVideoElement | null>(null);
  const [failed, setFailed] = useState(false);
  const [at, setAt] = useState({ x: 50, y: 50 });
  const held = useRef<{ x: number; y: number } | null>(null);
  const player = usePlayer(element, open);
  const { source } = open;
  useEffect(() => {
    onPlayer(source, player);
    return () => onPlayer(source, null);
  }, [source, player, onPlayer]);
  useEffect(() => {
    if (element) boost(element, look.boost);
  }, [element, look.boost]);
  // A chosen sound that the browser does not play itself goes beside the picture, which is silent.
  const { own } = open;
  const { boost: loud } = look;
  const beside = useRef<HTMLAudioElement | null>(null);
  useEffect(() => {
    if (!own || !player || muted) return;
    const audio = new Audio(own.url);
    beside.current = audio;
    const stop = playBeside(player, audio, own.from);
    return () => {
      stop();
      beside.current = null;
      audio.removeAttribute('src');
      audio.load();
    };
  }, [own, player, muted]);
  useEffect(() => {
    if (beside.current && own) boost(beside.current, loud);
  }, [own, loud]);
  const { plays, media } = open.inspected;
  return (
    <figure className={css['screen']} data-leading={leading}>
      <div
        className={css['picture']}
        style={{
          aspectRatio: media.width > 0 ? `${media.width} / ${media.height}` : '6 / 1',
          cursor: look.zoom > 1 ? 'grab' : undefined,
        }}
        onPointerDown={(e) => {
          if (look.zoom <= 1) return;
          e.currentTarget.setPointerCapture(e.pointerId);
          held.current = { x: e.clientX, y: e.clientY };
        }}
        onPointerMove={(e) => {
          const from = held.current;
          if (!from || e.buttons !== 1) return;
          const box = e.currentTarget.getBoundingClientRect();
          const step = (d: number, size: number): number => (-d / size / Math.max(0.1, look.zoom - 1)) * 100;
          setAt((p) => ({
            x: clamp(p.x + step(e.clientX - from.x, box.width)),
            y: clamp(p.y + step(e.clientY - from.y, box.height)),
          }));
          held.current = { x: e.clientX, y: e.clientY };
        }}
        onPointerUp={() => {
          held.current = null;
        }}
      >
        <video
          ref={setElement}
          muted={muted || open.sound > 0}
          preload="auto"
          playsInline
          aria-label={`Picture of ${name}`}
          style={{
            transform: `scale(${look.zoom})`,
            transformOrigin: `${at.x}% ${at.y}%`,
            filter: look.bright === 1 ? undefined : `brightness(${look.bright})`,
          }}
          onError={() => setFailed(true)}
        />
        {(failed || plays.video === false) && (
          <p className={css['no-picture']} role="alert">
            {plays.video === false
              ? `This browser cannot show ${media.video.toUpperCase()} pictures${open.inspected.opens ? '' : ', nor play this file'}.`
              : `The browser gave up on this file: it does not play this kind, or the file is damaged from somewhere on. Try a copy made by: ${convertLine(open.file.name)}`}
          </p>
        )}
        {plays.video === null && <p className={css['no-picture']}>{name}: sound alone</p>}
        {children}
      </div>
      <figcaption>
        <strong>{name}</strong> <span className="cite">{describe(open)}</span>
      </figcaption>
    </figure>
  );
}

const clamp = (v: number): number => Math.max(0, Math.min(100, v));

function describe({ inspected, frames, framesRead, hashed, sha256 }: OpenFile): string {
  const { media } = inspected;
  const parts = [
    media.width > 0 ? `${media.width} × ${media.height}` : '',
    [media.video, media.audio].filter(Boolean).join(', ').toUpperCase(),
  ];
  if (frames) {
    const each = frames.end / Math.max(1, frames.times.length);
    parts.push(
      `${(1000 / each).toFixed(2)} frames a second${frames.variable ? ' on average, of unequal length' : ''}`,
    );
  } else if (media.video !== '' && framesRead < 1)
    parts.push(`reading its frames, ${Math.round(framesRead * 100)} %`);
  parts.push(
    hashed < 1
      ? `hash: ${Math.round(hashed * 100)} %`
      : sha256 === ''
        ? 'hash unknown'
        : `sha-256 ${sha256.slice(0, 12)}…`,
  );
  return parts.filter(Boolean).join(' · ');
}
