import { readCustody } from '../custody';
import { KEPT } from '../hand-lines';
import { says, textOf, titleOf } from '../looks';
import type { Reader } from '../reader';

export const custody: Reader = {
  id: 'custody',
  name: 'Property sheet or chain of custody',
  sure: (p) =>
    Math.min(
      1,
      says(
        textOf(p),
        /chain of custody|custody log|custody record|\bitem history|(?:evidence|property) (?:history|movements?|transactions?)/i,
        /releas\w+ by|relinquished|out: by|\bfrom\b.*\bto\b.*\b(?:person|reason|purpose|by)\b/i,
        /received by|in: by|check[- ]?in|deposit/i,
        /evidence|property/i,
        /\b(?:evidence|property)\b.{0,24}\b(?:control|voucher|receipt|tracking|transfer|submission)\b/i,
        // The head of its table.
        /^(?=.*\bitems?\b)(?=.*\bfrom\b)(?=.*\bto\b)(?=.*\b(?:date|time)\b)[^.:]{0,160}$/im,
        /\b(?:initial (?:entry|deposit)|transaction (?:date|type)|temp(?:orary)? locker|property room|evidence locker)\b/i,
      ) *
        0.24 +
        (HANDED.test(textOf(p)) && KEPT.test(titleOf(p).split('\n').slice(0, 4).join('\n')) ? 0.5 : 0),
    ),
  read: readCustody,
};

/** A hand-over of a line of its own: `02/22/2024 0915 From: Dep. Hall To: Evidence Room`. */
const HANDED = /^.*\d\d:?\d\d\b.*\bfrom ?: ?[A-Z].*\s+to ?: ?[A-Z]/im;
