import type { Transcript } from './draft';

const HOUR = 3_600_000;
const clock = (ms: number): string => {
  const s = Math.floor(ms / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
};

/** Where the first line stands, ms; infinite where there is none. */
const firstOf = (cues: Transcript['cues']): number => cues.reduce((t, c) => Math.min(t, c.from), Infinity);

/** A counter that begins so late may be the time of the day, as dispatch writes it: what to do then. Empty where it does not. */
export function lateCounter(cues: Transcript['cues']): string[] {
  const first = firstOf(cues);
  return cues.length === 0 || first < 4 * HOUR
    ? []
    : [
        `Its first line stands at ${clock(first)}. If that is a time of the day and not the recording’s counter, move the lines by what the counter shows there.`,
      ];
}

/**
 * What a transcript's times say against the recording it is laid beside: lines past its end, and what may be the reason. Empty where
 * they fit. @param duration of the recording, ms
 */
export function against(cues: Transcript['cues'], duration: number): string[] {
  if (duration <= 0 || cues.length === 0) return [];
  const past = cues.filter((c) => c.from >= duration).length;
  if (past === 0) return [];
  const first = firstOf(cues);
  const last = cues.reduce((t, c) => Math.max(t, c.from), 0);
  const says = `${past} of ${cues.length} lines begin after the recording ends (${clock(duration)}); the last at ${clock(last)}.`;
  if (past < cues.length)
    return [`${says} It may be the transcript of a longer recording, or of several joined.`];
  // Editors count from one o'clock; dispatch and courts write the time of day.
  const whole = Math.floor(first / HOUR) * HOUR;
  const fits = whole > 0 && last - whole <= duration;
  return [
    `${says} ${
      fits
        ? `Its counter may begin at ${clock(whole)}: take it, and move it by that much.`
        : 'Its times may be of the day, or it belongs to another recording.'
    }`,
  ];
}

/**
 * Lines whose place in the recording has to be asked for: at times of the day, or all of them past its end. Null where their times are
 * its counter's. @param duration of the recording, ms; 0 where it is not known
 */
export function toPlace(transcript: Transcript, duration: number): Transcript['cues'] | null {
  const { cues, day } = transcript;
  if (day && day.length > 0) return day;
  return duration > 0 && cues.length > 0 && cues.every((c) => c.from >= duration) ? cues : null;
}

/** Lines moved together, so that the first of them stands where it is told. @param counter of the first line, ms */
export function placedAt(cues: Transcript['cues'], counter: number): Transcript['cues'] {
  const by = counter - firstOf(cues);
  return cues.map((c) => ({ ...c, from: c.from + by, to: c.to + by }));
}
