import FFT from 'fft.js';

/** Transforms are made once for each size. */
const transforms = new Map<number, FFT>();
function fftOf(size: number): FFT {
  let fft = transforms.get(size);
  if (!fft) {
    fft = new FFT(size);
    transforms.set(size, fft);
  }
  return fft;
}

export function powerOfTwo(n: number): number {
  let size = 2;
  while (size < n) size *= 2;
  return size;
}

/** The whole spectrum of a real signal, padded with nothing to `size`: re, im, re, im ... */
export function spectrumOf(signal: Float64Array | Float32Array, size: number): Float64Array {
  const padded = new Float64Array(size);
  padded.set(signal);
  const out = new Float64Array(2 * size);
  const fft = fftOf(size);
  fft.realTransform(out, padded);
  fft.completeSpectrum(out);
  return out;
}

/**
 * Cross-correlation by spectra: entry k of the result is sum over t of a(t) b(t + k), for k from 0 (negative k at the end).
 * @param whiten 0 keeps each frequency as loud as it is; 1 hears all alike (Knapp and Carter, "The generalized correlation
 * method for estimation of time delay", 1976: the phase transform), which sharpens the peak; between is between
 */
export function correlation(a: Float64Array, b: Float64Array, whiten: number): Float64Array {
  const size = a.length / 2;
  const product = new Float64Array(2 * size);
  const loud = new Float64Array(size);
  let mean = 0;
  for (let i = 0; i < 2 * size; i += 2) {
    const [ar, ai, br, bi] = [a[i] as number, a[i + 1] as number, b[i] as number, b[i + 1] as number];
    const re = ar * br + ai * bi;
    const im = ar * bi - ai * br;
    product[i] = re;
    product[i + 1] = im;
    // Not `Math.hypot`, which is several times as slow: these neither overflow nor vanish.
    const magnitude = Math.sqrt(re * re + im * im);
    loud[i / 2] = magnitude;
    mean += magnitude;
  }
  if (whiten > 0) {
    // Frequencies at which there is nothing are not made loud.
    const floor = (mean / size) * 1e-3 + 1e-30;
    for (let i = 0; i < 2 * size; i += 2) {
      const weight = 1 / ((loud[i / 2] as number) + floor) ** whiten;
      product[i] = (product[i] as number) * weight;
      product[i + 1] = (product[i + 1] as number) * weight;
    }
  }
  const out = new Float64Array(2 * size);
  fftOf(size).inverseTransform(out, product);
  const real = new Float64Array(size);
  for (let i = 0; i < size; i++) real[i] = out[2 * i] as number;
  return real;
}

/** The highest place of a correlation among `lags` (from, to; both in): where, between samples by a parabola, and how far above the rest (in standard deviations). */
export function peakOf(c: Float64Array, from: number, to: number): { lag: number; score: number } {
  const n = c.length;
  const at = (k: number): number => c[((k % n) + n) % n] as number;
  let [best, sum, squares] = [from, 0, 0];
  for (let k = from; k <= to; k++) {
    const v = at(k);
    if (v > at(best)) best = k;
    sum += v;
    squares += v * v;
  }
  const count = to - from + 1;
  const mean = sum / count;
  const deviation = Math.sqrt(Math.max(1e-30, squares / count - mean * mean));
  const [l, m, r] = [at(best - 1), at(best), at(best + 1)];
  const bend = l - 2 * m + r;
  const between = bend < 0 ? Math.max(-0.5, Math.min(0.5, (l - r) / (2 * bend))) : 0;
  return { lag: best + between, score: (m - mean) / deviation };
}
