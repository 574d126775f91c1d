import { AudioSampleSink } from 'mediabunny';
import { withTracks, zeroOf } from './inspect';

/** A recording's sound for alignment: mono, so many samples a second, from counter 0; what was not recorded is 0. */
export interface Sound {
  readonly rate: number;
  readonly samples: Int16Array;
}

/** Samples a second of `Sound`: half of it, 2 kHz, holds what tells one moment of speech or traffic from another. */
export const SOUND_RATE = 4000;

/** The outline of a recording's sound, for drawing: the greatest amplitude in each bucket, 0 to 255. Digital silence is 0. */
export interface Peaks {
  /** Buckets a second. */
  readonly rate: number;
  readonly peaks: Uint8Array;
  /** Whether a bucket holds any sound at all: a stretch that was never recorded has none. */
  readonly heard: number;
}

export const PEAK_RATE = 100;

export interface Heard {
  readonly peaks: Peaks;
  readonly sound: Sound;
}

/** An amplitude below this is what a codec makes of nothing: -72 dB. */
const NOTHING = 1 / 4096;

/**
 * Decodes a recording's sound once, as a stream, and keeps its outline and a small mono copy: an hour is 1 MB and 29 MB.
 * @param progress told the share done, 0 to 1 @param track of its sounds, counted from 0
 * @returns null where there is no sound, or it was stopped
 */
export async function hear(
  file: File,
  progress: (done: number) => void,
  stopped: () => boolean,
  track = 0,
): Promise<Heard | null> {
  return withTracks(file, async (opened) => {
    const { input } = opened;
    const audio = (await input.getAudioTracks())[track];
    if (!audio || !(await audio.canDecode())) return null;
    const duration = (await input.getDurationFromMetadata()) ?? (await input.computeDuration());
    // The same 0 as the frames': an edit list hides what comes before it, and a coder's priming is never heard.
    const zero = (await zeroOf(opened)) / 1000;
    const peaks = new Uint8Array(Math.ceil(duration * PEAK_RATE) + 1);
    const samples = new Int16Array(Math.ceil(duration * SOUND_RATE) + 1);
    const mixer = new Mixer(samples);
    let heard = 0;
    let plane = new Float32Array(0);
    for await (const sample of new AudioSampleSink(audio).samples()) {
      const { numberOfFrames: n, numberOfChannels: channels, sampleRate, timestamp } = sample;
      if (plane.length < n) plane = new Float32Array(n);
      const mono = mixer.begin(n);
      for (let c = 0; c < channels; c++) {
        const view = plane.subarray(0, n);
        sample.copyTo(view, { planeIndex: c, format: 'f32-planar' });
        for (let i = 0; i < n; i++) mono[i] = (mono[i] as number) + (view[i] as number) / channels;
      }
      sample.close();
      const at = timestamp - zero;
      for (let i = 0; i < n; i++) {
        const v = Math.abs(mono[i] as number);
        if (v < NOTHING) continue;
        const bucket = Math.floor((at + i / sampleRate) * PEAK_RATE);
        const level = Math.min(255, Math.ceil(v * 255));
        if (bucket >= 0 && bucket < peaks.length && level > (peaks[bucket] as number)) peaks[bucket] = level;
      }
      mixer.add(mono, n, at, sampleRate);
      heard = Math.max(heard, at + n / sampleRate);
      if (stopped()) return null;
      progress(Math.min(1, heard / Math.max(duration, 0.001)));
    }
    mixer.end();
    return { peaks: { rate: PEAK_RATE, peaks, heard }, sound: { rate: SOUND_RATE, samples } };
  });
}

/** Averages a stream of samples down to `SOUND_RATE`. */
class Mixer {
  private mono = new Float32Array(0);
  private bin = -1;
  private sum = 0;
  private count = 0;

  constructor(private readonly out: Int16Array) {}

  begin(n: number): Float32Array {
    if (this.mono.length < n) this.mono = new Float32Array(n);
    else this.mono.fill(0, 0, n);
    return this.mono;
  }

  add(mono: Float32Array, n: number, at: number, rate: number): void {
    for (let i = 0; i < n; i++) {
      const bin = Math.floor((at + i / rate) * SOUND_RATE);
      if (bin !== this.bin) {
        this.end();
        this.bin = bin;
      }
      this.sum += mono[i] as number;
      this.count++;
    }
  }

  end(): void {
    if (this.count > 0 && this.bin >= 0 && this.bin < this.out.length) {
      this.out[this.bin] = Math.max(-32767, Math.min(32767, Math.round((this.sum / this.count) * 32767)));
    }
    this.sum = 0;
    this.count = 0;
  }
}

/** Louder than the ground noise by this factor something is heard: speech, a door, a radio. */
const ABOVE = 2.5;
/** What is heard this close together is one stretch, and shorter than that is a click, ms. */
const TOGETHER = 1500;
const CLICK = 120;

/** Stretches in which something is heard above the ground noise of a recording, ms of the counter: where to begin to listen. */
export function heardIn({ peaks, rate }: Peaks): { from: number; to: number }[] {
  const loud = Uint8Array.from(peaks.filter((p) => p > 0)).sort();
  if (loud.length === 0) return [];
  const floor = loud[Math.floor(loud.length * 0.3)] as number;
  const found: { from: number; to: number }[] = [];
  for (let i = 0; i < peaks.length; i++) {
    if ((peaks[i] as number) < Math.max(3, floor * ABOVE)) continue;
    const [from, to] = [(i / rate) * 1000, ((i + 1) / rate) * 1000];
    const last = found.at(-1);
    if (last && from - last.to <= TOGETHER) last.to = to;
    else found.push({ from, to });
  }
  return found.filter((s) => s.to - s.from >= CLICK);
}

/** Stretches of digital silence at least so long, ms of the counter: a mute, a buffer without sound, or none recorded. */
export function silences({ peaks, rate }: Peaks, least: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = -1;
  for (let i = 0; i <= peaks.length; i++) {
    const silent = i < peaks.length && peaks[i] === 0;
    if (silent && from < 0) from = i;
    if (!silent && from >= 0) {
      if (((i - from) / rate) * 1000 >= least)
        found.push({ from: (from / rate) * 1000, to: (i / rate) * 1000 });
      from = -1;
    }
  }
  return found;
}
