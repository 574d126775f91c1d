import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heardBy, scene } from './sounds';

/** Raised when what is made changes, so that nothing old is taken for it. */
const VERSION = 4;
export const folder = join(tmpdir(), `stopline-recordings-${VERSION}`);

/** Whether Debian's ffmpeg is here, with the coders the recordings are made by. */
export const hasFfmpeg = spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0;

/** Bits of the frame number burned in as a row of squares, lowest first, so that a test can read it off the picture. */
export const BITS = 14;
export const SQUARE = 16;

const burnIn = (clockFrom: string): string => {
  const bits = Array.from(
    { length: BITS },
    (_, b) =>
      `drawbox=x=${b * SQUARE}:y=0:w=${SQUARE}:h=${SQUARE}:color=white:t=fill:enable='mod(floor(n/${2 ** b}),2)'`,
  );
  const font = '/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf';
  const type = existsSync(font) ? `fontfile=${font}:` : '';
  return [
    `drawbox=x=0:y=0:w=${BITS * SQUARE}:h=${SQUARE}:color=black:t=fill`,
    ...bits,
    `drawtext=${type}text='%{pts\\:gmtime\\:${Math.round(Date.parse(clockFrom) / 1000)}}Z':x=w-tw-8:y=24:fontsize=15:fontcolor=white:box=1:boxcolor=black`,
    `drawtext=${type}text='frame %{n}':x=8:y=h-th-8:fontsize=15:fontcolor=white:box=1:boxcolor=black`,
  ].join(',');
};

/** A mono WAV of these samples. */
export function wav(samples: Int16Array, rate: number): Buffer {
  const out = Buffer.alloc(44 + samples.length * 2);
  out.write('RIFF', 0);
  out.writeUInt32LE(36 + samples.length * 2, 4);
  out.write('WAVEfmt ', 8);
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(1, 20);
  out.writeUInt16LE(1, 22);
  out.writeUInt32LE(rate, 24);
  out.writeUInt32LE(rate * 2, 28);
  out.writeUInt16LE(2, 32);
  out.writeUInt16LE(16, 34);
  out.write('data', 36);
  out.writeUInt32LE(samples.length * 2, 40);
  Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength).copy(out, 44);
  return out;
}

export const RATE = 16_000;
let road: Float64Array | null = null;
export const roadside = (): Float64Array => {
  road ??= scene(3, 150, RATE);
  return road;
};

export function made(name: string, make: (path: string) => void): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const part = join(folder, `part-${process.pid}-${name}`);
  make(part);
  renameSync(part, path);
  return path;
}

export const ffmpeg = (args: readonly string[], zone = 'UTC'): void => {
  execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TZ: zone },
  });
};

export const sound = (name: string, samples: Int16Array): string =>
  made(`${name}.wav`, (path) => writeFileSync(path, wav(samples, RATE)));

export const H264 = [
  '-c:v',
  'libx264',
  '-preset',
  'veryfast',
  '-pix_fmt',
  'yuv420p',
  '-g',
  '60',
  '-bf',
  '2',
  '-c:a',
  'aac',
  '-ac',
  '1',
];
export const VP9 = [
  '-c:v',
  'libvpx-vp9',
  '-deadline',
  'realtime',
  '-cpu-used',
  '8',
  '-b:v',
  '400k',
  '-g',
  '60',
  '-c:a',
  'libopus',
  '-ac',
  '1',
];

/** A camera that hears the roadside from `start` s on; see `heardBy`. Its picture is just large enough for the number: decoding it is what steps cost. */
export function camera(
  name: string,
  of: {
    rate: string;
    seconds: number;
    start: number;
    ppm: number;
    noise: number | null;
    silent?: number;
    clock: string;
    codec: readonly string[];
    filter?: string;
  },
): string {
  return made(name, (path) => {
    const heard = heardBy(
      roadside(),
      RATE,
      of.start,
      of.seconds,
      of.ppm,
      of.noise,
      40 + of.start,
      of.silent ?? 0,
    );
    const wavPath = sound(name, heard.samples);
    const source = `testsrc2=size=256x144:rate=${of.rate}:duration=${of.seconds}`;
    ffmpeg([
      '-f',
      'lavfi',
      '-i',
      source,
      '-i',
      wavPath,
      '-vf',
      `${of.filter ?? ''}${burnIn(of.clock)}`,
      ...of.codec,
      '-shortest',
      '-f',
      name.endsWith('webm') ? 'webm' : 'mp4',
      path,
    ]);
  });
}

/** Half a minute with an overlay of local time in Chicago, as cameras burn it in, and the number of each frame. */
export function overlaid(name: string, from: string): string {
  return made(name, (path) => {
    const at = Math.round(Date.parse(from) / 1000);
    const clock = `drawtext=text='%{pts\\:localtime\\:${at}\\:%Y-%m-%d %H.%M.%S}':x=8:y=60:fontsize=18:fontcolor=white`;
    ffmpeg(
      [
        ...['-f', 'lavfi', '-i', 'testsrc2=size=256x144:rate=10:duration=30'],
        ...['-vf', `${clock},${burnIn(from)}`, ...H264, '-f', 'mp4', path],
      ],
      'America/Chicago',
    );
  });
}

/** A file with another stretch, of 5 s from 10 s on, in the list of edits of each track, after the first 5 s. */
export function inTwoPieces(whole: Buffer): Buffer {
  const LONG = 5000;
  let bytes = whole;
  for (let at = bytes.indexOf('elst'); at >= 0; at = bytes.indexOf('elst', at + 4)) {
    const trak = bytes.lastIndexOf('trak', at);
    const scale = bytes.readUInt32BE(bytes.indexOf('mdhd', trak) + 16);
    const entry = at + 12;
    const begins = bytes.readInt32BE(entry + 4);
    const more = Buffer.alloc(12);
    more.writeUInt32BE(LONG, 0);
    more.writeInt32BE(begins + 10 * scale, 4);
    more.writeUInt32BE(0x10000, 8);
    bytes = Buffer.concat([bytes.subarray(0, entry + 12), more, bytes.subarray(entry + 12)]);
    bytes.writeUInt32BE(LONG, entry);
    bytes.writeUInt32BE(2, at + 8);
    for (const box of [at, at - 8, trak, bytes.indexOf('moov')])
      bytes.writeUInt32BE(bytes.readUInt32BE(box - 4) + more.length, box - 4);
  }
  return bytes;
}
