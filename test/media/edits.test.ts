import { execFileSync, execSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertLine } from '../../src/media/convert';
import { editsOf } from '../../src/media/creation-time';
import { counterZero, frameTable } from '../../src/media/frames';
import { inspect, readFrames, withTracks, zeroOf } from '../../src/media/inspect';
import { ownSound } from '../../src/media/sound-track';
import { hasFfmpeg } from './making';
import { RECORDINGS } from './recordings';

it('frames that begin before 0 are never shown and never counted; the first after it is shown at 0', () => {
  const t = frameTable(Float64Array.of(-100, -60, -20, 20, 60), 40);
  expect([...t.times]).toEqual([0, 40]);
  expect(t.end).toBe(80);
  expect(t.variable).toBe(false);
});

it('a picture that begins late stands where other players show it; only a stream without a 0 is counted from its first', () => {
  expect([...frameTable(Float64Array.of(500, 540), 40).times]).toEqual([500, 540]);
  expect([...frameTable(Float64Array.of(1467, 1507), 40, 1443).times]).toEqual([24, 64]);
  expect([counterZero(-23, true), counterZero(500, true), counterZero(1443, false)]).toEqual([0, 0, 1443]);
});

it('a name is quoted for a shell', () => {
  expect(convertLine('O"Dell $1.ts')).toMatch(/^ffmpeg -i "O\\"Dell \\\$1\.ts" /);
});

describe.skipIf(!hasFfmpeg)('recordings cut by copy (needs ffmpeg)', () => {
  let dir = '';
  const path = (name: string): string => join(dir, name);
  const file = (name: string): File => new File([readFileSync(path(name))], name);
  const ffmpeg = (...args: string[]): void => {
    execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args]);
  };
  /** Times of the frames that another player shows, ms, by a decoder of its own. */
  const shown = (name: string): number[] =>
    execFileSync('ffprobe', [
      ...['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'frame=pts_time', '-of', 'csv=p=0'],
      path(name),
    ])
      .toString()
      .split('\n')
      .map((l) => Number.parseFloat(l) * 1000)
      .filter((n) => n >= -1e-6);
  const table = async (name: string): Promise<number[]> => [
    ...((
      await readFrames(
        file(name),
        () => undefined,
        () => false,
      )
    )?.times ?? []),
  ];
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'stopline-edits-'));
    const H264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-g', '50', '-bf', '2'];
    ffmpeg(
      ...[
        '-f',
        'lavfi',
        '-i',
        'testsrc=s=160x120:r=25:d=4',
        '-f',
        'lavfi',
        '-i',
        'sine=d=4',
        ...H264,
        '-c:a',
        'aac',
      ],
      path('whole.mp4'),
    );
    ffmpeg('-ss', '1.3', '-i', path('whole.mp4'), '-c', 'copy', path('cut.mp4'));
    ffmpeg('-i', path('whole.mp4'), '-c', 'copy', path('whole.ts'));
    const late = ['-i', path('whole.mp4'), '-itsoffset', '0.5', '-i', path('whole.mp4'), '-c', 'copy'];
    for (const [name, of] of [
      ['late.mp4', ['-map', '1:v', '-map', '0:a']],
      ['late-sound.mp4', ['-map', '0:v', '-map', '1:a']],
      ['late-both.mp4', ['-map', '1:v', '-map', '1:a']],
      ['late.mkv', ['-map', '1:v', '-map', '0:a']],
    ] as const)
      ffmpeg(...late, ...of, path(name));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('are counted as another decoder shows them', async () => {
    for (const name of ['whole.mp4', 'cut.mp4']) {
      const ours = await table(name);
      const theirs = shown(name);
      expect(ours.length).toBe(theirs.length);
      const off = theirs.map((t, i) => Math.abs(t - (theirs[0] as number) - (ours[i] as number)));
      expect(Math.max(...off)).toBeLessThan(1);
    }
    expect((await table('cut.mp4')).length).toBeLessThan(70);
  });
  it.each(['late.mp4', 'late-sound.mp4', 'late-both.mp4', 'late.mkv'])(
    'of %s every frame stands on the file’s own time, and so does the sound',
    async (name) => {
      const [ours, theirs] = [await table(name), shown(name)];
      expect(ours.length).toBe(theirs.length);
      expect(Math.max(...ours.map((t, i) => Math.abs(t - (theirs[i] as number))))).toBeLessThan(1);
      const zero = await withTracks(file(name), zeroOf);
      expect(zero).toBe(0);
      const { media, notices } = await inspect(file(name));
      expect(media.duration).toBeGreaterThanOrEqual(Math.round((theirs.at(-1) as number) + 39));
      expect(notices.some((n) => n.includes('begins 0.5'))).toBe(!name.startsWith('late-sound'));
    },
  );
  it('a second sound is told of, and is taken out by itself, packet for packet', async () => {
    ffmpeg(
      ...[
        '-i',
        path('whole.mp4'),
        '-f',
        'lavfi',
        '-i',
        'sine=f=900:d=4',
        '-map',
        '0:v',
        '-map',
        '0:a',
        '-map',
        '1:a',
      ],
      ...['-c:v', 'copy', '-c:a', 'aac'],
      path('two.mp4'),
    );
    expect((await inspect(file('two.mp4'))).notices.join()).toContain('It holds 2 sounds');
    expect((await inspect(file('two.mp4'))).sounds).toBe(2);
    expect((await inspect(file('whole.mp4'))).notices.join()).not.toContain('sounds');
    /** What the packets of a sound hold, and when, by FFmpeg; of what is heard from 0 on. */
    const packets = (name: string, track: number): { hash: string; ms: number }[] =>
      execFileSync('ffprobe', [
        ...['-v', 'error', '-select_streams', `a:${track}`, '-show_data_hash', 'md5'],
        ...['-show_entries', 'packet=pts_time,data_hash', '-of', 'csv=p=0', path(name)],
      ])
        .toString()
        .split('\n')
        .flatMap((l) => {
          const [pts, hash = ''] = l.split(',');
          return pts && Number(pts) >= 0 && hash ? [{ hash, ms: 1000 * Number(pts) }] : [];
        });
    for (const track of [0, 1]) {
      const own = await ownSound(file('two.mp4'), track, () => false);
      if (!own) throw new Error('stopped');
      writeFileSync(path(`own-${track}.m4a`), Buffer.from(await own.blob.arrayBuffer()));
      const [theirs, ours] = [packets('two.mp4', track), packets(`own-${track}.m4a`, 0)];
      expect(ours.map((p) => p.hash)).toEqual(theirs.map((p) => p.hash));
      for (const [i, p] of ours.entries())
        expect(Math.abs(p.ms + own.from - (theirs[i]?.ms ?? Number.NaN))).toBeLessThan(1);
    }
    expect(packets('own-0.m4a', 0)[40]?.hash).not.toBe(packets('own-1.m4a', 0)[40]?.hash);
    // The first of each is what browsers play, though another has the higher rate.
    const two = new File([readFileSync(RECORDINGS.twoSounds())], 'two-sounds.mp4');
    await withTracks(two, async ({ input, audio, video }) => {
      expect(audio?.id).toBe((await input.getAudioTracks())[0]?.id);
      expect(video?.id).toBe((await input.getVideoTracks())[0]?.id);
    });
    expect(await ownSound(file('two.mp4'), 1, () => true)).toBeNull();
    await expect(ownSound(file('two.mp4'), 2, () => false)).rejects.toThrow('Sound 3 of two.mp4');
  });
  it.each([16_000, 22_050, 48_000])(
    'a sound’s priming is before its 0, at %i samples a second',
    async (rate) => {
      ffmpeg('-i', path('whole.mp4'), '-vn', '-c:a', 'aac', '-ar', String(rate), path(`sound-${rate}.m4a`));
      await withTracks(file(`sound-${rate}.m4a`), async (opened) => {
        expect((await opened.audio?.getFirstTimestamp()) ?? 0).toBeLessThan(0);
        expect(await zeroOf(opened)).toBe(0);
      });
    },
  );
  it('one played in pieces is refused in a sentence, with the line that mends it', async () => {
    expect(await editsOf(file('cut.mp4'))).toBe(1);
    const whole = readFileSync(path('cut.mp4'));
    const at = whole.indexOf('elst');
    // A second edit after the first, and every box around it twelve bytes longer.
    const end = at - 4 + whole.readUInt32BE(at - 4);
    const more = Buffer.from([0, 0, 0, 9, 0, 0, 0, 0, 0, 1, 0, 0]);
    const bytes = Buffer.concat([whole.subarray(0, end), more, whole.subarray(end)]);
    const trak = whole.lastIndexOf('trak', at);
    for (const box of [at, at - 8, trak, whole.indexOf('moov')])
      bytes.writeUInt32BE(bytes.readUInt32BE(box - 4) + 12, box - 4);
    bytes.writeUInt32BE(2, at + 8);
    const pieces = new File([bytes], 'pieces.mp4');
    expect(await editsOf(pieces)).toBe(2);
    await expect(inspect(pieces)).rejects.toThrow(/played in 2 pieces/);
  });
  it('a transport stream is read, and the line makes a copy with every frame at its time', async () => {
    const before = await table('whole.ts');
    expect(before).toHaveLength(100);
    execSync(convertLine('whole.ts').replace('ffmpeg', 'ffmpeg -hide_banner -loglevel error -y'), {
      cwd: dir,
    });
    const after = await table('whole (copy).mp4');
    expect(after).toHaveLength(100);
    expect(Math.max(...after.map((t, i) => Math.abs(t - (before[i] as number))))).toBeLessThan(1);
  });
});
