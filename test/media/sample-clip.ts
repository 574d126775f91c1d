import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wav } from './making';
import { scene } from './sounds';

/**
 * `tsx test/media/sample-clip.ts`: makes the half minute of the property room's camera that comes with the made-up sample, drawn
 * from boxes and words, with made-up voices: a bag's seal is turned to the camera from 6 to 11 s, and from 15 to 17 s it
 * crosses the counter to somebody.
 * What is made is committed: another ffmpeg gives other bytes.
 */
const SECONDS = 30;
const RATE = 16_000;
/** What its overlay shows at the first frame; the time of day as it is there, without a zone. */
const OVERLAY_FROM = Date.parse('2024-03-18T09:10:05Z') / 1000;
const OUT = 'public/samples/property-room.mp4';

const box = (x: number, y: number, w: number, h: number, color: string): string =>
  `drawbox=x=${x}:y=${y}:w=${w}:h=${h}:color=${color}:t=fill`;
const font = 'fontfile=/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf';
const words = (text: string, x: string, y: string, size: number, rest = ''): string =>
  `drawtext=${font}:text='${text}':x=${x}:y=${y}:fontsize=${size}:fontcolor=white:box=1:boxcolor=black@0.75:boxborderw=4${rest}`;

// A wall with shelves, the clerk on the left, whoever came for the bag on the right, and the counter before them.
const room = [
  box(0, 0, 480, 270, '0x8f958f'),
  box(20, 60, 440, 6, '0x6b6f69'),
  box(20, 110, 440, 6, '0x6b6f69'),
  ...[40, 88, 150, 196, 262, 330, 392].map((x, i) =>
    box(x, 34 + 50 * (i % 2), 30, 26, i % 3 ? '0xb39b6f' : '0x9a8a66'),
  ),
  box(70, 70, 40, 46, '0x8a6f5c'),
  box(50, 116, 80, 90, '0x54604a'),
  box(370, 70, 40, 46, '0xa98b74'),
  box(350, 116, 80, 90, '0x1d2a44'),
  box(0, 196, 480, 74, '0x5d4a38'),
  box(0, 192, 480, 6, '0x7a6450'),
].join(',');

// The bag: on the clerk's side, held up from 5 to 6 s, down again at 12 s, across the counter from 15 to 17 s, away at 26 s.
const along = "'if(lt(t,15),140,if(lt(t,17),140+80*(t-15),if(lt(t,25),300,300+120*(t-25))))'";
const up = "'if(lt(t,5),150,if(lt(t,6),150-30*(t-5),if(lt(t,11),120,if(lt(t,12),120+30*(t-11),150))))'";
const filter = [
  `color=c=black:s=480x270:r=15:d=${SECONDS},${room}[room]`,
  `color=c=0xd9d4c4:s=64x48:r=15:d=${SECONDS},${box(6, 30, 52, 12, '0xb3262b')},${words('S-101', '15', '31', 10, ":enable='between(t,6,11)'")}[bag]`,
  `[room][bag]overlay=x=${along}:y=${up}:eval=frame[two]`,
  `[two]${[
    words(`%{pts\\:gmtime\\:${OVERLAY_FROM}}`, 'w-tw-10', '10', 15),
    words('PROPERTY ROOM', '10', '10', 15),
    words('MADE UP', '10', '244', 15),
    words('Seal S-101. S, one zero one.', '(w-tw)/2', '244', 15, ":enable='between(t,6,11)'"),
    words('For the laboratory.', '(w-tw)/2', '244', 15, ":enable='between(t,15,19)'"),
    words('Thank you.', '(w-tw)/2', '244', 15, ":enable='between(t,23,26)'"),
  ].join(',')}[picture]`,
].join(';');

const folder = mkdtempSync(join(tmpdir(), 'sample-clip-'));
const heard = scene(7, SECONDS, RATE);
const loudest = heard.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
writeFileSync(
  join(folder, 'a.wav'),
  wav(
    Int16Array.from(heard, (v) => (v / loudest) * 9000),
    RATE,
  ),
);
execFileSync(
  'ffmpeg',
  [
    ...['-hide_banner', '-loglevel', 'error', '-y', '-i', join(folder, 'a.wav'), '-filter_complex', filter],
    ...['-map', '[picture]', '-map', '0:a', '-t', String(SECONDS)],
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'veryslow',
      '-crf',
      '28',
      '-pix_fmt',
      'yuv420p',
      '-g',
      '30',
      '-bf',
      '0',
    ],
    ...['-c:a', 'aac', '-ac', '1', '-b:a', '32k', '-map_metadata', '-1', '-fflags', '+bitexact'],
    ...['-flags', '+bitexact', '-movflags', '+faststart', OUT],
  ],
  { stdio: 'inherit' },
);
rmSync(folder, { recursive: true });
