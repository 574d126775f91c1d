import { isKept, rowShare, says, titleOf } from '../looks';
import type { Reader } from '../reader';
import { rowsOnly } from '../rows';

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
  read: (p, c) => rowsOnly(p, c),
};
