import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  camera,
  ffmpeg,
  folder,
  H264,
  inTwoPieces,
  made,
  overlaid,
  RATE,
  roadside,
  sound,
  VP9,
} from './making';
import { heardBy, noise, scene } from './sounds';

/** When the tones of `tones` begin, ms: no two gaps alike. */
export const ONSETS = Array.from({ length: 48 }, (_, k) => 700 + 1170 * k + ((k * k * 137) % 400));

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
    made('hevc-wide.mp4', (path) =>
      ffmpeg([
        ...['-i', RECORDINGS.wide(), '-t', '20', '-c:v', 'libx265', '-x265-params', 'log-level=error'],
        ...['-preset', 'ultrafast', '-tag:v', 'hvc1', '-c:a', 'copy', '-f', 'mp4', path],
      ]),
    ),
  /** Two stretches of one recording, of 5 s from 0 and from 10 s on, played one after the other by its lists of edits. */
  pieces: (): string =>
    made('pieces.mp4', (path) => {
      const whole = made('first-20-s.mp4', (to) =>
        ffmpeg(['-i', RECORDINGS.wide(), '-t', '20', '-c', 'copy', '-f', 'mp4', to]),
      );
      writeFileSync(path, inTwoPieces(readFileSync(whole)));
    }),
  /** Its overlay goes through midnight in Chicago, 12 s after it begins. */
  midnight: (): string => overlaid('midnight.mp4', '2024-03-15T04:59:48Z'),
  /** Its overlay goes from 1:59:59 back to 1:00:00 in Chicago, 12 s after it begins. */
  putBack: (): string => overlaid('put-back.mp4', '2024-11-03T06:59:48Z'),
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
  /** Sound alone: a tone of 60 ms at each of `ONSETS`, over a little hiss. */
  tones: (kind: 'wav' | 'mp3' | 'm4a'): string =>
    made(`tones.${kind}`, (path) => {
      const hiss = noise(12);
      const samples = Int16Array.from({ length: 58 * RATE }, () => 60 * hiss());
      for (const ms of ONSETS)
        for (let k = 0; k < 0.06 * RATE; k++)
          samples[Math.round((ms / 1000) * RATE) + k] = 24_000 * Math.sin((2 * Math.PI * 880 * k) / RATE);
      const plain = sound('tones-made', samples);
      if (kind === 'wav') writeFileSync(path, readFileSync(plain));
      else ffmpeg(['-i', plain, '-f', kind === 'mp3' ? 'mp3' : 'mp4', path]);
    }),
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
