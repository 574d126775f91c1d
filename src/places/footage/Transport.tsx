import { ActionIcon, Button, SegmentedControl, Slider, Tooltip } from '@mantine/core';
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconRepeat,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { type FramePlayer, SOUND_STEP } from '../../media/player/frame-player';
import css from './footage.module.css';
import { useShown } from './use-player';

export interface Look {
  readonly zoom: number;
  readonly bright: number;
  readonly boost: number;
}
export const PLAIN_LOOK: Look = { zoom: 1, bright: 1, boost: 1 };

interface Props {
  readonly player: FramePlayer | null;
  /** Whether this browser shows its picture: sound alone has nothing to enlarge, and no frames. */
  readonly pictured: boolean;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  readonly looping: boolean;
  readonly onLoop: (() => void) | null;
  /** How many sounds the recording holds, which is heard, and how to hear another. */
  readonly sounds: number;
  readonly sound: number;
  readonly onSound: (track: number) => void;
}

/** Play, step, speed; zoom and brightness for dark roadsides; loudness beyond the file's own. */
export function Transport({
  player,
  pictured,
  look,
  onLook,
  looping,
  onLoop,
  sounds,
  sound,
  onSound,
}: Props) {
  const { playing } = useShown(player, 100);
  const [rate, setRate] = useState(1);
  useEffect(() => {
    const video = player?.video;
    if (!video) return;
    const take = (): void => setRate(video.playbackRate);
    video.addEventListener('ratechange', take);
    return () => video.removeEventListener('ratechange', take);
  }, [player]);
  const tool = (label: string, icon: React.ReactNode, act: () => void, pressed?: boolean) => (
    <Tooltip label={label}>
      <ActionIcon
        variant={pressed ? 'filled' : 'default'}
        aria-label={label}
        aria-pressed={pressed}
        disabled={!player}
        onClick={act}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className={css['transport']}>
      {tool(`${stepName(pictured)} back (,)`, <IconPlayerSkipBack size={16} />, () => player?.step(-1))}
      {tool(
        playing ? 'Pause (space)' : 'Play (space)',
        playing ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />,
        () => player?.toggle(),
      )}
      {tool(`${stepName(pictured)} on (.)`, <IconPlayerSkipForward size={16} />, () => player?.step(1))}
      {tool('Loop from in to out (r)', <IconRepeat size={16} />, () => onLoop?.(), looping)}
      <Knob
        name="Speed"
        value={rate}
        min={0.1}
        max={8}
        says={`${Number(rate.toFixed(2))}×`}
        log
        onChange={(v) => player && setSpeed(player, v)}
      />
      {pictured && (
        <>
          <Knob
            name="Zoom"
            value={look.zoom}
            min={1}
            max={6}
            says={`${look.zoom.toFixed(1)}×`}
            onChange={(zoom) => onLook({ ...look, zoom })}
          />
          <Knob
            name="Brightness"
            value={look.bright}
            min={0.5}
            max={5}
            says={`${look.bright.toFixed(1)}×`}
            onChange={(bright) => onLook({ ...look, bright })}
          />
        </>
      )}
      <Knob
        name="Loudness"
        value={look.boost}
        min={0}
        max={8}
        says={`${look.boost.toFixed(1)}×`}
        onChange={(boost) => onLook({ ...look, boost })}
      />
      {sounds > 1 && (
        <SegmentedControl
          size="xs"
          aria-label="Sound that is heard"
          value={String(sound)}
          onChange={(v) => onSound(Number(v))}
          data={Array.from({ length: sounds }, (_, i) => ({ value: String(i), label: `sound ${i + 1}` }))}
        />
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        onClick={() => onLook(PLAIN_LOOK)}
        disabled={look === PLAIN_LOOK}
      >
        as recorded
      </Button>
    </div>
  );
}

/** What a comma and a period go by: a frame, or a step of sound. */
const stepName = (pictured: boolean): string => (pictured ? 'A frame' : `${SOUND_STEP / 1000} s`);

export function setSpeed(player: FramePlayer, rate: number): void {
  player.video.playbackRate = Math.max(0.1, Math.min(8, rate));
}

interface KnobProps {
  readonly name: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly says: string;
  /** Equal steps multiply instead of adding. */
  readonly log?: boolean;
  readonly onChange: (value: number) => void;
}

function Knob({ name, value, min, max, says, log = false, onChange }: KnobProps) {
  const to = (v: number): number => (log ? Math.log2(v) : v);
  const from = (v: number): number => (log ? 2 ** v : v);
  return (
    <span className={css['knob']}>
      <span>
        {name} <strong className="mono">{says}</strong>
      </span>
      <Slider
        size="xs"
        w={92}
        label={null}
        min={to(min)}
        max={to(max)}
        step={0.05}
        value={to(value)}
        onChange={(v) => onChange(from(v))}
        thumbLabel={name}
      />
    </span>
  );
}
