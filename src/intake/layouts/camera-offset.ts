import type { Clock } from '../../record/clock';
import { BadCell } from './cell';

/** `4 min 10 s`, as `4:10`. */
const MINUTES_AND_SECONDS =
  /(\d+)\s*(?:m|min|mins|minutes?)\.?,?\s*(?:and\s*)?(\d{1,2})\s*(?:s|sec|secs|seconds?)\b\.?/gi;
const ONE = String.raw`(\d+):(\d{2})|(\d+(?:\.\d+)?)`;
const AHEAD = new RegExp(
  String.raw`^([+-])?\s*(?:${ONE})(?:\s*(?:-|to|\.\.|–)\s*(?:${ONE}))?\s*(s|sec|secs|seconds?|m|min|mins|minutes?)?\s*(ahead|fast|behind|slow)?$`,
  'i',
);

/**
 * `41-43`, `0:41 to 0:43`, `12 s behind`: how far the clock runs ahead of the reference, in seconds unless minutes are
 * written. True time = reading + offset, so a clock ahead has a negative offset. A single figure is taken to the unit either way.
 */
export function offsetOf(text: string, why: string): Clock['offset'] {
  if (text === '') return null;
  const m = AHEAD.exec(
    text.replace(MINUTES_AND_SECONDS, (_, min: string, s: string) => `${min}:${s.padStart(2, '0')}`),
  );
  if (!m)
    throw new BadCell('ahead', `“${text}” is not an offset: write 41-43 s, 0:41 to 0:43, or 12 s behind`);
  const minutes = /^m/i.test(m[8] ?? '');
  const value = (a: string | undefined, b: string | undefined, c: string | undefined): number | null =>
    a !== undefined
      ? (Number(a) * 60 + Number(b)) * 1000
      : c !== undefined
        ? Math.round(Number(c) * (minutes ? 60_000 : 1000))
        : null;
  const first = value(m[2], m[3], m[4]) as number;
  const second = value(m[5], m[6], m[7]);
  const unit = minutes ? 60_000 : 1000;
  const [low, high] =
    second === null ? [first - unit, first + unit] : [Math.min(first, second), Math.max(first, second)];
  const behind = m[1] === '-' || /behind|slow/i.test(m[9] ?? '');
  const min = behind ? low : -high;
  const max = behind ? high : -low;
  return { min: min + 0, max: max + 0, why: why || `camera list: “${text}”` };
}
