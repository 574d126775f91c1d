import type { Paper } from '../../../papers/paper';
import { headOf, says, textOf } from '../looks';
import type { Reader } from '../reader';
import { readTrail } from '../trail';

const RECORDS =
  /record(?:ing)? (?:started|stopped|start|stop|began|ended)|recorded on|buffering|mute (?:on|off)|audio (?:un)?muted/i;

/** A title is written by hand and may be changed: a time in it is none of the recording’s. */
const TITLE = /^(?:[^:]{0,20}:\s*\S+\s+)?(?:video |evidence )?title:/i;

/** `RECORD_START` is of two words. */
const wordsOf = (p: Paper): string => textOf(p).replaceAll('_', ' ');

export const trail: Reader = {
  id: 'trail',
  name: 'Audit or device trail',
  sure: (p) =>
    Math.min(
      1,
      says(
        headOf(p),
        /audit (?:trail|log)|device (?:event |activity |audit |usage )?(?:trail|log|history)|evidence history|trail report|activity trail/i,
      ) *
        0.6 +
        (says(wordsOf(p), RECORDS) > 0
          ? says(
              headOf(p),
              /audit (?:report|history)|(?:device|camera|bwc)\b.{0,24}\b(?:report|history|log|events)/i,
            ) * 0.6
          : 0) +
        says(wordsOf(p), RECORDS, /serial|uuid|camera|firmware|evidence|workstation|dock/i) * 0.2,
    ),
  read: (p, c) => {
    const got = readTrail(p, c);
    return {
      ...got,
      entries: got.entries.map((e) => (TITLE.test(e.quote) ? { ...e, role: 'paper', certain: false } : e)),
    };
  },
};
