import { isKept, rowShare, says, titleOf } from '../looks';
import type { Proposals, Reader } from '../reader';
import { rowsOnly } from '../rows';
import { inRecording } from '../trail';

const OF_JAIL = /\b(?:booking|jail|inmate|detention|intake)\b/i;
/** What a jail does to everybody it takes in is no search of a stop. */
const ROUTINE: ReadonlySet<string> = new Set(['frisk', 'search', 'search-person', 'inventory']);
const positioned = (got: Proposals): Proposals => ({ ...got, entries: inRecording(got.entries) });
const withoutRoutine = (got: Proposals): Proposals => ({
  ...got,
  entries: got.entries.map((e) => (ROUTINE.has(e.kind) ? { ...e, kind: 'note' } : e)),
});

export const log: Reader = {
  id: 'log',
  name: 'Dispatch printout, jail sheet or other log',
  sure: (p) =>
    Math.min(
      0.9,
      0.15 +
        rowShare(p) +
        says(
          titleOf(p),
          /\bcad\b|dispatch|press log|unit history|incident detail|event\b.*\btype|call (?:log|detail|history)|booking|jail|inmate|towing|tow (?:sheet|report|invoice)|detention log|incident log|crime log|person activity|final report|message log/i,
        ) *
          0.4 +
        (isKept(p) ? 0.75 : 0),
    ),
  read: (p, c) => positioned(OF_JAIL.test(titleOf(p)) ? withoutRoutine(rowsOnly(p, c)) : rowsOnly(p, c)),
};
