import type { Block } from './blocks';

/** A head that tells the window of a printout: `OPENED ... CLOSED ...`, `From ... Thru ...`, `03/15/2024 22:00 - 03/16/2024 01:00`. */
export const PERIOD =
  /\bOPENED\b.{0,40}\bCLOSED\b|\bfrom:?\s.{4,30}\bthr(?:u|ough)\b|\d{1,2}\/\d{1,2}\/\d{2,4}\s+\d{1,2}:?\d{2}(?::\d{2})?\s*(?:-|to|thru)\s*\d{1,2}\/\d{1,2}\/\d{2,4}/i;
/** `From 11/06/2023 12:00:00 AM to 11/08/2023 11:59:59 PM` of a printout; that of an occurrence is none. */
const ASKED_FOR =
  /^(?!.*\b(?:occurr\w*|incident|offense|event|call)\b).*\bfrom:?\s+\d{1,4}[/-]\d{1,2}[/-]\d{2,4}\b.{0,16}\bto:?\s+\d{1,4}[/-]\d{1,2}[/-]\d{2,4}/i;
const PAPER =
  /\b(?:print(?:ed)?|run|generated|typed|export(?:ed)?(?: (?:time|date|on|at))?|rpt(?=\W{0,3}$)|submitted|approved|reviewed|\(?signed\)?|written|mailed|revised|dictated|transcribed|report\W{0,3}(?:(?:run|printed|generated|date|as of)\W{0,3})?$|(?<!\b(?:observation|waiting|deprivation) )period(?: of| covered)?|open|office hours|checked|best time to call|paid|filed|prepared|exported|vacated|see|attesting officer|set back|replaces report of|review\w*:?.{0,40}\breleased)\b.{0,44}$/i;
/** A label that makes a day the paper's own subject, whatever stands before it on the line. */
/** The day of the report, not of what it tells. */
const REPORT_DAY =
  /\bdate(?:\/time)? (?:of (?:this )?report|reported|report(?:ed)? (?:written|taken|made)|written|submitted|printed|prepared)\W*$|\breport date\W*$/i;
const OWN_DAY = /\b(?:date(?: of [a-z]+)?|day|occurred|arrest(?:ed)?)\W*$/i;
const PAPER_PROSE =
  /^\W*(?:\/s\/|(?:this )?(?:report )?(?:was )?(?:print|typed|submitted|approved|reviewed|written|signed|dictated|transcribed|completed|prepared|mailed|generated|run|filed)(?:ed)?\b(?! (?:the|a|his|her|him|it|both)\b)).{0,44}$|\bset back\b.{0,10}$|\breplaces report of\b|\b(?:analyst|reviewer|examiner)\b.{0,50}\b(?:signed|reviewed|released)\W.{0,12}$/i;
/** Labels of boxes that hold when the paper itself was written or signed. */
export const PAPER_LABEL =
  /written|approved|printed|typed|signed|best time|reviewed|submitted|prepared|supervisor/i;

/** `Report period:`, `Date range:`: both ends of it are the paper's own. */
const WINDOW =
  /^\W*(?:(?:report|audit|search|covered|requested|export)\w* )?(?:period|window|(?:date|time|date\/time) range|range)(?: of \w+)?\s*:/i;

/** Whether what stands at `at` is of the paper's own life (printed, typed, signed, asked for), not of the case. */
export function isPaper(b: Block, at: number, after: number): boolean {
  // `Call Summary  1/22/2024 9:14 AM  Page 1`: when that page was printed.
  if (!b.prose && /\bpage:? ?\d+\b/i.test(b.text.slice(at)) && !OWN_DAY.test(b.text.slice(0, at)))
    return true;
  // When a witness sat down to write is not when it happened.
  if (!b.prose && /\b(?:witness|voluntary|sworn|written) statement\b/i.test(b.text)) return true;
  if (
    !b.prose &&
    (PERIOD.test(b.text) ||
      WINDOW.test(b.text) ||
      WINDOW.test(b.cells.findLast((c) => c.at <= at)?.text ?? '') ||
      ASKED_FOR.test(b.text))
  )
    return true;
  const before = b.text
    .slice(Math.max(after, at - 70), at)
    .replace(/.*(?<!\b(?:Sgt|Lt|Ofc|Dep|Det|Tpr|Cpl|Ptl|Capt|Dr|Mr|Ms|P\.O))[.;]\s(?=[A-Z])/, '');
  // A label is whole within its cell: `INCIDENT REPORT   Date:` is the day of the incident.
  const cell = b.cells.findLast((c) => c.at <= at);
  if (REPORT_DAY.test(b.text.slice(Math.max(cell?.at ?? 0, at - 40), at))) return true;
  if (
    /\b(?:received|returned|found)\b/i.test(before) ||
    /\b(?:run|ran) (?:him|her|it|both|(?:driver.?s )?lic\w*|d\.?l|o\.?l|plate|tag|reg\w*|name|driver|warrants?|wants|records?|ncic|vin|subject|checks?)\b/i.test(
      before,
    )
  )
    return false;
  if (
    OWN_DAY.test(before) &&
    !/\b(?:print|run|report|typed|signed|mailed|approved|reviewed)\w*\s+(?:on\s+)?date\W*$/i.test(before)
  )
    return false;
  if (/\bis VACATED\b/.test(b.text.slice(at, at + 40))) return true;
  return b.prose ? PAPER_PROSE.test(before) : PAPER.test(before);
}
