import { fractionOf } from './clock-time';
import type { Reading } from './refusal';
import { ask, Refusal, refuse } from './refusal';
import { HOUR, type MediaStamp, MINUTE } from './written';

const FIGURES = String.raw`(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,9}))?`;
const NAMED = String.raw`(?:the |his |her )?(?:[\w'.#-]+ ){0,3}(?:video|recording|tape|clip|footage|bwc|film|counter|file)`;
const BEFORE = new RegExp(
  String.raw`^(?:v|(?:(?:the )?(?:video|recording|tape|clip|footage|bwc|film|counter|file|media))(?: time| counter)?(?: at)?)\.? ?${FIGURES}$`,
);
const BEHIND = new RegExp(`^${FIGURES} (?:into|in|on|of) ${NAMED}$|^${FIGURES} (?:video|counter)(?: time)?$`);

/** A text that says it counts a recording, and no clock: `v 3:15`, `1:39 into the video`. */
export const countsRecording = (text: string): boolean =>
  /^v[ .\d]|^v$/.test(text) || BEFORE.test(text) || BEHIND.test(text);

/** `BWC 14:27` names a camera: its counter, or the clock in its picture. */
const CAMERA = new RegExp(String.raw`^(?:the )?bwc(?: time)?(?: at)?\.? ?(${FIGURES})$`);

/** A media time: `v 3:15`, `v 1:03:15.2`, `video 1:39`, `1:39 into the recording`. @throws Refusal */
export function readMedia(text: string, reading: Reading): MediaStamp {
  const camera = CAMERA.exec(text)?.[1];
  if (camera !== undefined)
    return ask(text, `“${text}” can be the recording’s counter, or the clock in its picture: say which`, [
      { text: `v ${camera}`, says: 'counted from its first frame' },
      { text: camera, says: 'the clock in the picture' },
    ]);
  const m = (BEFORE.exec(text) ?? BEHIND.exec(text))?.slice(1);
  if (!m)
    throw new Refusal(
      `“${text}” is not a media time: write v 3:15 or v 1:03:15.2`,
      [],
      null,
      /[ -]/.test(text),
    );
  const at = m[2] === undefined ? 4 : 0;
  const [h, min, s, fraction] = m.slice(at, at + 4) as unknown as [string?, string?, string?, string?];
  if (Number(s) > 59 || (h !== undefined && Number(min) > 59))
    refuse(`“${text}” is no media time: seconds run from 0 to 59`);
  const { ms, precision } = fractionOf(fraction, reading);
  return {
    clock: 'media',
    ms: Number(h ?? 0) * HOUR + Number(min) * MINUTE + Number(s) * 1000 + ms,
    precision,
  };
}
