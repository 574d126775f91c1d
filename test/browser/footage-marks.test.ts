import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BITS, hasFfmpeg, RECORDINGS, SQUARE } from '../media/recordings';
import { add, emptyFootage } from './footage-steps';
import { type Harness, startHarness, stored } from './harness';

/** Marks on each recording; `MARKS=84` makes five hundred and four of them, in five minutes. */
const EACH = Number(process.env['MARKS'] ?? 20);

let h: Harness;
beforeAll(async () => {
  if (hasFfmpeg) h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

interface Marked {
  readonly kind: string;
  readonly sourceId: string;
  readonly start: string;
  readonly end: string;
  readonly description: string;
  readonly filmed?: { readonly frame: number; readonly endFrame: number | null };
}

/** Every mark as the database has it, in the order in which they were made. */
const kept = async (page: Page): Promise<Marked[]> =>
  ((await stored(page, 'events')) as Marked[]).filter((r) => r.filmed !== undefined);

/** Every frame that FFmpeg shows: the number burned into it, and its time, ms. */
function byFfmpeg(path: string): { number: number; ms: number }[] {
  const width = BITS * SQUARE;
  const rows = execFileSync(
    'ffmpeg',
    [
      ...['-v', 'error', '-i', path, '-map', '0:v:0', '-vf', `crop=${width}:2:0:${SQUARE / 2}`],
      ...['-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'gray', '-'],
    ],
    { maxBuffer: 1 << 28 },
  );
  const times = execFileSync('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'frame=pts_time', '-of', 'csv=p=0', path],
  ])
    .toString()
    .split('\n')
    .map((l) => 1000 * Number.parseFloat(l))
    .filter((n) => n >= -1e-6);
  return times.map((ms, k) => {
    let number = 0;
    for (let b = 0; b < BITS; b++)
      if ((rows[k * width * 2 + b * SQUARE + SQUARE / 2] as number) > 128) number |= 1 << b;
    return { number, ms };
  });
}

/** Goes about a recording by keys and marks what is on screen, so often; the numbers that the picture bore then. */
const marks = (page: Page, times: number, seed: number): Promise<number[]> =>
  page.evaluate(
    async ([count, start, bits, square]) => {
      let state = start;
      const draw = (n: number): number => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return Math.floor((state / 2147483648) * n);
      };
      const v = document.querySelector('video') as HTMLVideoElement;
      const reading = (): HTMLElement => document.querySelector('[data-reading=frame]') as HTMLElement;
      const c = document.createElement('canvas');
      [c.width, c.height] = [v.videoWidth, square];
      const x = c.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
      const press = (key: string, shiftKey = false): void => {
        window.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
      };
      const wait = (ms: number): Promise<void> => new Promise((r) => setTimeout(r, ms));
      const seen: number[] = [];
      while (seen.length < count) {
        const way = draw(4);
        if (way === 0) press(draw(2) ? '.' : ',');
        else if (way === 1) for (let k = draw(7); k >= 0; k--) press('ArrowRight', true);
        else if (way === 2) for (let k = draw(7); k >= 0; k--) press('ArrowLeft', true);
        else {
          press('l');
          await wait(120 + draw(200));
          press('k');
        }
        // At rest: what the app names and what is painted stay the same.
        let still = 0;
        let last = '';
        for (const until = performance.now() + 8000; still < 3 && performance.now() < until; ) {
          await new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)));
          const now = `${reading().innerText} ${v.currentTime}`;
          still =
            now === last && reading().dataset['moving'] !== 'true' && v.paused && !v.seeking ? still + 1 : 0;
          last = now;
        }
        x.drawImage(v, 0, 0);
        const { data } = x.getImageData(0, square / 2, v.videoWidth, 1);
        let n = 0;
        for (let b = 0; b < bits; b++) if ((data[4 * (b * square + square / 2)] as number) > 128) n |= 1 << b;
        press('m');
        seen.push(n);
        await wait(8);
      }
      return seen;
    },
    [times, seed, BITS, SQUARE] as const,
  );

const counterMs = (text: string): number =>
  Math.round(
    text
      .replace('v ', '')
      .split(':')
      .reduce((sum, part) => sum * 60 + Number(part), 0) * 1000,
  );

describe.skipIf(!hasFfmpeg)('marks (needs ffmpeg)', () => {
  it('at random over six recordings are the frames and times of another decoder', async () => {
    const files = [
      RECORDINGS.body(),
      RECORDINGS.dash(),
      RECORDINGS.variable(),
      RECORDINGS.late(),
      RECORDINGS.cut(),
      RECORDINGS.wide(),
    ];
    let all = 0;
    for (const [i, file] of files.entries()) {
      const { page, context, errors } = await emptyFootage(h);
      await add(page, file, 'Camera');
      const numbers = await marks(page, EACH, 7 + i);
      await expect.poll(async () => (await kept(page)).length).toBe(EACH);
      const theirs = byFfmpeg(file);
      const ours = (await kept(page)).map((m) => [m.filmed?.frame ?? -1, counterMs(m.start)] as const);
      // What each picture bore is what the second decoder's frame of that number bears, at that time.
      const borne = ours.map(([frame]) => theirs[frame]?.number).sort((a, b) => Number(a) - Number(b));
      expect([file, borne]).toEqual([file, [...numbers].sort((a, b) => a - b)]);
      for (const [frame, ms] of ours)
        expect(Math.abs(ms - (theirs[frame]?.ms ?? Number.NaN))).toBeLessThanOrEqual(1);
      expect(errors).toEqual([]);
      all += ours.length;
      await context.close();
    }
    expect(all).toBe(EACH * files.length);
  }, 600_000);
});
