import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heardBy, scene } from './sounds';

/** Raised when what is made changes, so that nothing old is taken for it. */
const VERSION = 4;
const folder = join(tmpdir(), `stopline-recordings-${VERSION}`);

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

const RATE = 16_000;
let road: Float64Array | null = null;
const roadside = (): Float64Array => {
  road ??= scene(3, 150, RATE);
  return road;
};

function made(name: string, make: (path: string) => void): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const part = join(folder, `part-${process.pid}-${name}`);
  make(part);
  renameSync(part, path);
  return path;
}

const ffmpeg = (args: readonly string[]): void => {
  execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
};

const sound = (name: string, samples: Int16Array): string =>
  made(`${name}.wav`, (path) => writeFileSync(path, wav(samples, RATE)));

const H264 = [
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
const VP9 = [
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
function camera(
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

/** The recordings of the tests, each made once on this machine. All are made up. */
export const RECORDINGS = {
  /** H.264 and AAC, 30000/1001 frames a second with frames out of order, 60 s, silent first 30 s as a buffer. */
  body: (): string =>
    camera('OfficerA_202403141903_311-0.mp4', {
      rate: '30000/1001',
      seconds: 60,
      start: 0,
      ppm: 0,
      noise: 0,
      silent: 30,
      clock: '2024-03-14T19:03:21Z',
      codec: H264,
    }),
  /** The same sound 7.314 s later with its own noise at 0 dB and 145 ppm of drift; VP9 and Opus. */
  dash: (): string =>
    camera('dash.webm', {
      rate: '25',
      seconds: 100,
      start: 7.314,
      ppm: 145,
      noise: 0,
      clock: '2024-03-14T19:04:11Z',
      codec: VP9,
    }),
  /** The whole roadside, H.264: what the others are laid against. */
  wide: (): string =>
    camera('wide.mp4', {
      rate: '30',
      seconds: 110,
      start: 0,
      ppm: 0,
      noise: 0,
      clock: '2024-03-14T19:03:21Z',
      codec: H264,
    }),
  /** Frames of unequal length: every third is left out of some stretches, and none repeated. */
  variable: (): string =>
    camera('variable.mp4', {
      rate: '30',
      seconds: 24,
      start: 20,
      ppm: 0,
      noise: -6,
      clock: '2024-03-14T19:03:41Z',
      codec: [...H264, '-fps_mode', 'vfr'],
      filter: "select='not(between(mod(t\\,6)\\,2\\,4)*mod(n\\,3))',",
    }),
  /** Another evening: nothing of the roadside is in it. */
  unrelated: (): string =>
    made('unrelated.mp4', (path) => {
      const heard = heardBy(scene(77, 70, RATE), RATE, 0, 60, 0, -6, 9);
      ffmpeg([
        '-f',
        'lavfi',
        '-i',
        'testsrc2=size=320x180:rate=15:duration=60',
        '-i',
        sound('unrelated', heard.samples),
        ...H264,
        '-shortest',
        '-f',
        'mp4',
        path,
      ]);
    }),
  /** Sound alone. */
  call: (): string =>
    made('call-911.mp3', (path) =>
      ffmpeg(['-i', sound('call', heardBy(roadside(), RATE, 5, 40, 0, -10, 3).samples), '-f', 'mp3', path]),
    ),
  /** A codec this browser does not show. */
  hevc: (): string =>
    made('hevc.mp4', (path) =>
      ffmpeg([
        '-f',
        'lavfi',
        '-i',
        'testsrc2=size=320x180:rate=15:duration=6',
        '-f',
        'lavfi',
        '-i',
        'sine=frequency=440:duration=6',
        '-c:v',
        'libx265',
        '-x265-params',
        'log-level=error',
        '-tag:v',
        'hvc1',
        '-c:a',
        'aac',
        '-f',
        'mp4',
        path,
      ]),
    ),
  /** Its picture begins 0.5 s after its sound. */
  late: (): string =>
    made('late.mp4', (path) => {
      const whole = RECORDINGS.wide();
      const delayed = ['-itsoffset', '0.5', '-i', whole, '-map', '1:v', '-map', '0:a'];
      ffmpeg(['-i', whole, ...delayed, '-t', '20', '-c', 'copy', '-f', 'mp4', path]);
    }),
  /** Cut out of another by copy: an edit list hides the frames before the cut. */
  cut: (): string =>
    made('cut.mp4', (path) =>
      ffmpeg(['-ss', '13.3', '-i', RECORDINGS.wide(), '-t', '20', '-c', 'copy', '-f', 'mp4', path]),
    ),
  /** The same as a transport stream, which no browser plays. */
  stream: (): string =>
    made('stream.ts', (path) =>
      ffmpeg(['-i', RECORDINGS.wide(), '-t', '20', '-c', 'copy', '-f', 'mpegts', path]),
    ),
  /** The picture of `wide` with two sounds: another evening's first, its own second. */
  twoSounds: (): string =>
    made('two-sounds.mp4', (path) =>
      ffmpeg([
        ...[
          '-i',
          RECORDINGS.wide(),
          '-i',
          RECORDINGS.unrelated(),
          '-map',
          '0:v',
          '-map',
          '1:a',
          '-map',
          '0:a',
        ],
        ...['-t', '60', '-c', 'copy', '-f', 'mp4', path],
      ]),
    ),
  /** Held upright: the picture lies on its side in the file, which says by how much it is to be turned. */
  turned: (): string =>
    made('turned.mp4', (path) => {
      const lying = made('lying.mp4', (to) =>
        ffmpeg(['-i', RECORDINGS.wide(), '-t', '20', '-vf', 'transpose=1', ...H264, '-an', '-f', 'mp4', to]),
      );
      ffmpeg(['-i', lying, '-c', 'copy', '-metadata:s:v:0', 'rotate=90', '-f', 'mp4', path]);
    }),
  /** The sound of `wide` alone, as calls come: AAC in M4A, with its coder's priming. */
  m4a: (rate: number): string =>
    made(`call-${rate}.m4a`, (path) =>
      ffmpeg(['-i', RECORDINGS.wide(), '-vn', '-c:a', 'aac', '-ar', String(rate), '-f', 'mp4', path]),
    ),
  /** One recording in two files of ten seconds, as a camera splits it; its numbers go on from one to the other. */
  split: (): [string, string] => {
    const at = (k: number): string => join(folder, `OfficerB_202403141903_77-${k}.mp4`);
    if (!existsSync(at(1)))
      ffmpeg([
        ...['-i', RECORDINGS.wide(), '-t', '20', '-c', 'copy', '-f', 'segment', '-segment_time', '10'],
        ...['-reset_timestamps', '1', join(folder, 'OfficerB_202403141903_77-%d.mp4')],
      ]);
    return [at(0), at(1)];
  },
  /** Two hours, small: for opening, scrubbing and memory. */
  long: (): string =>
    made('long.mp4', (path) => {
      const minute = heardBy(roadside(), RATE, 0, 120, 0, -6, 4).samples;
      const wavPath = sound('two-minutes', minute);
      ffmpeg([
        '-f',
        'lavfi',
        '-i',
        'testsrc2=size=320x180:rate=15:duration=7200',
        '-stream_loop',
        '-1',
        '-i',
        wavPath,
        '-t',
        '7200',
        '-c:v',
        'libx264',
        '-preset',
        'ultrafast',
        '-crf',
        '40',
        '-pix_fmt',
        'yuv420p',
        '-g',
        '150',
        '-c:a',
        'aac',
        '-b:a',
        '32k',
        '-ac',
        '1',
        '-f',
        'mp4',
        path,
      ]);
    }),
};
