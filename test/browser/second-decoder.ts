import { execFileSync } from 'node:child_process';
import { BITS, SQUARE } from '../media/making';

/** A row of pixels of each picture, as FFmpeg shows it. */
const WIDTH = BITS * SQUARE;
const rowOf = (path: string, filter: string, more: readonly string[]): Buffer =>
  execFileSync(
    'ffmpeg',
    [
      ...['-v', 'error', '-i', path, '-map', '0:v:0'],
      ...[
        '-vf',
        `${filter}crop=${WIDTH}:2:0:${SQUARE / 2}`,
        ...more,
        '-f',
        'rawvideo',
        '-pix_fmt',
        'gray',
        '-',
      ],
    ],
    { maxBuffer: 1 << 28 },
  );

function numberIn(row: Buffer, at: number): number {
  let number = 0;
  for (let b = 0; b < BITS; b++) if ((row[at + b * SQUARE + SQUARE / 2] as number) > 128) number |= 1 << b;
  return number;
}

type Frame = { readonly number: number; readonly ms: number };
const known = new Map<string, readonly Frame[]>();

/** Every frame that FFmpeg shows: the number burned into it, and its time, ms. A recording is decoded once. */
export function byFfmpeg(path: string): readonly Frame[] {
  const frames = known.get(path) ?? decoded(path);
  known.set(path, frames);
  return frames;
}

function decoded(path: string): Frame[] {
  const rows = rowOf(path, '', ['-fps_mode', 'passthrough']);
  const times = execFileSync('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'frame=pts_time', '-of', 'csv=p=0', path],
  ])
    .toString()
    .split('\n')
    .map((l) => 1000 * Number.parseFloat(l))
    .filter((n) => n >= -1e-6);
  return times.map((ms, k) => ({ number: numberIn(rows, k * WIDTH * 2), ms }));
}

/** The number burned into a picture: of a PNG, or of a frame of a recording. */
export const burnedIn = (path: string, frame: number | null = null): number =>
  numberIn(rowOf(path, frame === null ? '' : `select=eq(n\\,${frame}),`, ['-frames:v', '1']), 0);
