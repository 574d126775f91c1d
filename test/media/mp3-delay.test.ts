import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect } from '../../src/media/inspect';
import { mp3Delay } from '../../src/media/mp3-delay';
import { hasFfmpeg } from './making';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'stopline-mp3-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Two seconds and 123 ms of a tone. */
const made = (name: string, ...more: string[]): File => {
  const path = join(dir, name);
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000:duration=2.123'];
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...tone, ...more, path]);
  return new File([readFileSync(path)], name);
};

describe.skipIf(!hasFfmpeg)('what an MP3 encoder adds (needs ffmpeg)', () => {
  it.each([
    ['8000', '1', 1105 / 8],
    ['16000', '1', 1105 / 16],
    ['22050', '2', 1105 / 22.05],
    ['44100', '2', 1105 / 44.1],
    ['48000', '1', 1105 / 48],
  ])(
    'at %s Hz with %s channels is skipped: the counter begins and ends with the sound',
    async (rate, channels, before) => {
      const file = made(
        `a${rate}.mp3`,
        '-ar',
        rate,
        '-ac',
        channels,
        '-metadata',
        `title=${'a call '.repeat(2000)}`,
      );
      expect((await mp3Delay(file)).before).toBeCloseTo(before, 6);
      const { media } = await inspect(file);
      expect(Math.abs(media.duration - 2123)).toBeLessThanOrEqual(1);
    },
  );
  it('is nothing where no tag says so, and in no MP3', async () => {
    const bare = made('bare.mp3', '-ar', '16000', '-write_xing', '0');
    expect(await mp3Delay(bare)).toEqual({ before: 0, after: 0 });
    expect(await mp3Delay(made('a.wav'))).toEqual({ before: 0, after: 0 });
    for (const n of [0, 3, 10, 40])
      expect(await mp3Delay(new File([new Uint8Array(n).fill(255)], 'x'))).toEqual({ before: 0, after: 0 });
  });
});
