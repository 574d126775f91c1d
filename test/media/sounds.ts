import type { Sound } from '../../src/media/sound';
import { numbers } from '../rules/made-up';

/** Normal deviates that are the same for ever. */
export function noise(seed: number): () => number {
  const draw = numbers(seed);
  return () => Math.sqrt(-2 * Math.log((draw(1e9) + 1) / 1e9)) * Math.cos((2 * Math.PI * draw(1e9)) / 1e9);
}

/** A roadside heard at a steady rate: voices that come and go, a door, traffic. `at` in s. */
export function scene(seed: number, seconds: number, rate: number): Float64Array {
  const out = new Float64Array(Math.ceil(seconds * rate));
  const draw = numbers(seed);
  const hiss = noise(seed + 1);
  for (let t = 0; t < seconds; ) {
    const long = 0.06 + draw(300) / 1000;
    const pitch = 90 + draw(160);
    const loud = 0.3 + draw(70) / 100;
    const voiced = draw(3) > 0;
    for (let i = Math.floor(t * rate); i < Math.min(out.length, Math.floor((t + long) * rate)); i++) {
      const u = (i / rate - t) / long;
      const shape = Math.sqrt(Math.max(0, Math.sin(Math.PI * u)));
      let v = 0;
      if (voiced) {
        // Seven overtones, each from the two before it: the sine of a multiple costs no sine of its own.
        const angle = 2 * Math.PI * pitch * (i / rate) * (1 + 0.02 * u);
        const twice = 2 * Math.cos(angle);
        let [before, now] = [0, Math.sin(angle)];
        for (let h = 1; h < 8; h++) {
          v += now / h;
          [before, now] = [now, twice * now - before];
        }
      } else v = hiss() * 0.8;
      out[i] = (out[i] as number) + loud * shape * v * 0.5;
    }
    t += long + (draw(8) === 0 ? draw(2500) / 1000 : draw(120) / 1000);
  }
  return out;
}

const powers = new WeakMap<Float64Array, number>();

/** How loud a scene is as a whole: the mean of its squares. */
function powerOf(of: Float64Array): number {
  const known = powers.get(of);
  if (known !== undefined) return known;
  let power = 0;
  for (const v of of) power += v * v;
  powers.set(of, power / of.length);
  return power / of.length;
}

/**
 * What a camera makes of a scene: its counter reads 0 at `start` (s of the scene) and runs `ppm` parts in a million fast;
 * noise of its own as loud as the scene at 0 dB.
 */
export function heardBy(
  of: Float64Array,
  rate: number,
  start: number,
  seconds: number,
  ppm: number,
  noiseDb: number | null,
  seed: number,
  silent = 0,
): Sound {
  const n = Math.floor(seconds * rate);
  const level = noiseDb === null ? 0 : Math.sqrt(powerOf(of) * 10 ** (noiseDb / 10));
  const hiss = noise(seed);
  const samples = new Int16Array(n);
  for (let i = Math.floor(silent * rate); i < n; i++) {
    // A fast counter counts more in the same time.
    const x = start * rate + i / (1 + ppm / 1e6);
    const k = Math.floor(x);
    const v = (of[k] ?? 0) + (x - k) * ((of[k + 1] ?? 0) - (of[k] ?? 0));
    const heard = level === 0 ? v : v + level * hiss();
    samples[i] = Math.max(-32767, Math.min(32767, Math.round(heard * 6000)));
  }
  return { rate, samples };
}
