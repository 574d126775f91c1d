/** A time at the head of a text and what follows it; ms of the counter. `frames` where its last part counts frames. */
export interface Stamp {
  readonly ms: number;
  readonly rest: string;
  readonly frames: boolean;
  /** As written. */
  readonly text: string;
}

/** `HH:MM:SS.mmm`: WebVTT, with hours of any number of digits; with hours, Teams writes every part as short as it is (`0:0:5.0`). */
const VTT = /^(?:(?:(\d+):)?([0-5]\d):([0-5]\d)[.,](\d{3})|(\d+):([0-5]?\d):([0-5]?\d)[.,](\d{1,3}))(?!\d)/;
/** What people and programs write: hours and fraction or not, a comma, frames after a colon or semicolon. */
const ANY = /^(?:(\d{1,3})[:;])?(\d{1,3})[:;]([0-5]?\d)(?:[.,](\d{1,6})|[:;](\d{2})(?![\d:]))?(?!\d|:\S)/;

function stampBy(form: RegExp, text: string): Stamp | null {
  const m = form.exec(text);
  if (!m) return null;
  const [all, ...parts] = m as unknown as [string, ...(string | undefined)[]];
  const short = form === VTT && parts[1] === undefined;
  const [h = '0', min, s, fraction = '', frames] = short ? parts.slice(4) : parts;
  return {
    ms:
      Number(h) * 3_600_000 +
      Number(min) * 60_000 +
      Number(s) * 1000 +
      Math.round(Number(`0.${fraction || 0}`) * 1000),
    rest: text.slice(all.length),
    frames: frames !== undefined,
    text: all,
  };
}

/** A time as WebVTT has it at the head of a text. */
export const vttStamp = (text: string): Stamp | null => stampBy(VTT, text);

/** A time in any of the forms people write, at the head of a text. `0:00:01:12` counts frames: their length is not known here. */
export function anyStamp(text: string): Stamp | null {
  // Four parts: the last one counts frames.
  const four = /^(\d{1,3})[:;](\d{2})[:;](\d{2})[:;](\d{2})(?![\d:])/.exec(text);
  if (four) return stampBy(/^(\d{1,3})[:;](\d{2})[:;](\d{2})()[:;](\d{2})/, text);
  const found = stampBy(ANY, text);
  return found && !found.frames ? found : null;
}

/** A whole text that is a time on a counter: `1:02:03.5`, `02:03,5`. ms, or null. */
export function clockMs(text: string): number | null {
  const found = anyStamp(text.trim());
  return found && found.rest === '' ? found.ms : null;
}
