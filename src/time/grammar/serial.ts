import { printWritten } from './print';
import { DAY, type WallStamp } from './written';

/** `45365`, `45365.602083`, `0.602083`: days, parts of a day, as spreadsheets count them. */
const SERIAL = /^(?:(\d{5})(?:\.(\d+))?|0?\.(\d{2,}))$/;
/** With so many decimals a count is whole to the second; with fewer it was rounded, and stands for a stretch. */
const WHOLE = 5;
const SECOND = 1000;

/** Which day is counted from: Windows and most programs, or old Excel for Macintosh. */
export type SerialSystem = '1900' | '1904';
const FIRST: Readonly<Record<SerialSystem, number>> = { '1900': 25_569, '1904': 24_107 };

/** How many decimals a count of days has; null where the text is none. */
export function serialDecimals(text: string): number | null {
  const m = SERIAL.exec(text);
  return m ? (m[2] ?? m[3] ?? '').length : null;
}

/**
 * What a count of days means, in the app's own spelling: a day, a time of day, or both; null where the text is none, or no day of
 * this hundred years or the last.
 * @param decimals how many its column has at most: where others have more, its last zeros were left out and it is exact
 */
export function serialText(
  text: string,
  system: SerialSystem,
  decimals = serialDecimals(text) ?? 0,
): string | null {
  const m = SERIAL.exec(text);
  if (!m) return null;
  const dated = m[1] !== undefined;
  const ms = (Number(text) - (dated ? FIRST[system] : 0)) * DAY;
  const date = (at: number): string | null => (dated ? new Date(at).toISOString().slice(0, 10) : null);
  if (dated && (ms < Date.UTC(1904, 0, 1) || ms > Date.UTC(2100, 0, 1))) return null;
  if (decimals === 0) return date(ms);
  const stamp = (at: number): WallStamp => ({
    clock: 'wall',
    date: date(at),
    ms: ((at % DAY) + DAY) % DAY,
    precision: SECOND,
    zone: null,
  });
  const half = decimals >= WHOLE ? 0 : (0.5 / 10 ** decimals) * DAY;
  const [low, high] =
    half === 0
      ? [Math.round(ms / SECOND), Math.round(ms / SECOND)]
      : [Math.floor((ms - half) / SECOND), Math.ceil((ms + half) / SECOND)];
  return printWritten({
    form: 'reading',
    from: stamp(low * SECOND),
    to: half === 0 ? null : stamp(high * SECOND),
    about: false,
    tolerance: null,
  });
}
