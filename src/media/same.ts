import type { FrameTable } from './frames';
import type { Sound } from './sound';

/** Two files count their frames alike up to the rounding of their time bases, ms. */
const ROUNDED = 2;
/** Coded anew at a fair rate a sound is like itself by more than this; shifted by half a ms it is not. */
const LIKE = 0.9;
/** Sounds may differ in length by what coders add at both ends, s. */
const PADDING = 0.2;

/** Why the frames of a copy are not those of the original; null where they are. */
function otherFrames(original: FrameTable | null, copy: FrameTable | null): string | null {
  const [n, m] = [original?.times.length ?? 0, copy?.times.length ?? 0];
  if (n !== m) return `The original has ${n} frames, this file has ${m}.`;
  for (let i = 0; i < n; i++) {
    const off = Math.abs((original?.times[i] as number) - (copy?.times[i] as number));
    if (off > ROUNDED)
      return `Frame ${i} stands ${(off / 1000).toFixed(3)} s away from where it stands in the original.`;
  }
  return null;
}

/** How alike two sounds are where they lie, 0 to 1; null where either is silent throughout or too long or short for the other. */
export function likeness(a: Sound, b: Sound): number | null {
  const n = Math.min(a.samples.length, b.samples.length);
  if (a.rate !== b.rate || Math.abs(a.samples.length - b.samples.length) > PADDING * a.rate) return null;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [x, y] = [a.samples[i] as number, b.samples[i] as number];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa === 0 || bb === 0 ? null : ab / Math.sqrt(aa * bb);
}

/** Whether a file is a copy of an original, and what bears that out or why not. */
export type Sameness =
  | { readonly same: true; readonly says: string }
  | { readonly same: false; readonly why: string };

/**
 * Compares a copy with its original by count and times of frames, and by sound. @param like how alike the sounds are; null where they
 * cannot be compared: then frames alone must do @throws nothing
 */
export function sameRecording(
  original: FrameTable | null,
  copy: FrameTable | null,
  like: number | null,
): Sameness {
  const why = otherFrames(original, copy);
  if (why) return { same: false, why };
  if (!original && like === null)
    return {
      same: false,
      why: 'It has no picture, and its sound cannot be compared with that of the original.',
    };
  if (like !== null && like < LIKE)
    return { same: false, why: `Its sound is another, or stands elsewhere (alike by ${like.toFixed(2)}).` };
  const frames = original ? `${original.times.length} frames, each at its time` : 'no picture in either';
  return {
    same: true,
    says: `${frames}; ${like === null ? 'its sound could not be compared' : `the same sound (alike by ${like.toFixed(3)})`}`,
  };
}
