import { describe, expect, it } from 'vitest';
import { align } from '../../src/media/alignment';
import { SOUND_RATE } from '../../src/media/sound';
import { finish } from '../../src/time/steps';
import { heardBy, scene } from './sounds';

const R = SOUND_RATE;

describe('alignment by sound', () => {
  const road = scene(3, 420, R);
  it('finds 7.314 s at 0 dB of noise and 145 ppm of drift to within 10 ms, and says how far it drifts', () => {
    const a = heardBy(road, R, 0, 400, 0, 0, 10);
    const b = heardBy(road, R, 7.314, 400, 145, 0, 11);
    const found = finish(align(a, b, 15));
    if (!found.found) throw new Error(found.why);
    for (const t of [found.from, found.to]) {
      const said = found.ahead + (found.rate / 1e6) * (t - found.from);
      const truth = (t - 7314) * (1 + 145e-6) - t;
      expect(Math.abs(said - truth)).toBeLessThan(10);
      expect(Math.abs(said - truth)).toBeLessThan(found.within);
    }
    expect(found.rate).toBeGreaterThan(100);
    expect(found.rate).toBeLessThan(190);
  });
  it('skips a buffer without sound', () => {
    const a = heardBy(road, R, 0, 300, 0, -6, 12, 30);
    const b = heardBy(road, R, 21.25, 300, 0, -6, 13);
    const found = finish(align(a, b, 10));
    if (!found.found) throw new Error(found.why);
    expect(Math.abs(found.ahead + 21_250)).toBeLessThan(10);
    expect(found.from).toBeGreaterThan(30_000);
  });
  it('finds a short recording in a long one, whichever comes first', () => {
    const long = heardBy(road, R, 0, 420, 0, -3, 14);
    const short = heardBy(road, R, 200.5, 60, 0, -3, 15);
    const one = finish(align(long, short, 10));
    const other = finish(align(short, long, 10));
    if (!one.found || !other.found) throw new Error(`${JSON.stringify(one)} ${JSON.stringify(other)}`);
    expect(Math.abs(one.ahead + 200_500)).toBeLessThan(10);
    expect(Math.abs(other.ahead - 200_500)).toBeLessThan(10);
  });
  it.each([20, 16, 12.5])('finds %f s of a long one, cut out of it or heard beside it', (seconds) => {
    const long = heardBy(road, R, 0, 110, 0, 0, 14);
    const from = 13_300;
    const cut = { rate: R, samples: long.samples.slice((from / 1000) * R, (from / 1000 + seconds) * R) };
    const beside = heardBy(road, R, from / 1000, seconds, 0, -6, 15);
    for (const short of [cut, beside]) {
      const found = finish(align(short, long, 5));
      if (!found.found) throw new Error(found.why);
      expect(Math.abs(found.ahead - from)).toBeLessThan(found.within);
    }
  });
  it('of what is too short it says how long would be needed', () => {
    const short = finish(align(heardBy(road, R, 30, 8, 0, null, 4), heardBy(road, R, 0, 110, 0, null, 5), 5));
    expect(short).toMatchObject({
      found: false,
      why: expect.stringMatching(/At most [78] s of sound .* 12 s .*no reliable match/),
    });
  });
  it('refuses forty short strangers', () => {
    const long = heardBy(road, R, 0, 110, 0, -6, 14);
    for (let k = 0; k < 40; k++) {
      const stranger = heardBy(scene(300 + k, 24, R), R, 0, 12 + (k % 12), 0, -6, 60 + k);
      expect([k, finish(align(stranger, long, 15)).found]).toEqual([k, false]);
    }
  });
  it.each([1, 2, 3, 4, 5])('refuses unrelated recordings (%i)', (k) => {
    const a = heardBy(scene(100 + k, 300, R), R, 0, 300, 0, -6, 20 + k);
    const b = heardBy(scene(200 + k, 300, R), R, 0, 300, 0, -6, 30 + k);
    const found = finish(align(a, b, 15));
    expect(found.found).toBe(false);
    if (!found.found) expect(found.why).toMatch(/no reliable match/);
  });
  it('refuses silence', () => {
    const found = finish(
      align({ rate: R, samples: new Int16Array(100 * R) }, heardBy(road, R, 0, 100, 0, null, 1), 15),
    );
    expect(found.found).toBe(false);
  });
  it('refuses steady noise, and a hum that both heard', () => {
    const hum = Float64Array.from({ length: 200 * R }, (_, i) => Math.sin((2 * Math.PI * 60 * i) / R));
    for (const long of [190, 20]) {
      const found = finish(align(heardBy(hum, R, 0, long, 0, -3, 5), heardBy(hum, R, 3, 190, 0, -3, 6), 15));
      expect(found.found).toBe(false);
    }
  });
});
