/**
 * What people write in a cell that is no value. One list for every layout and rule: a form on which ten items have
 * `N/A` for a seal has ten items without one, and not ten that share it.
 */
const NONE = new Set(
  'n/a|na|n.a.|n.a|n a|#n/a|none|nil|null|nothing|no data|not applicable|not available|not recorded|not listed|not stated|not given|not known|unknown|unk|unk.|undetermined|tbd|tba|pending|blank|empty|missing|undefined|nan|(none)|(blank)|(unknown)|.|-|--|---|–|—|?|??|???|*|/|\\|_|x/x'.split(
    '|',
  ),
);

/** No word of the list holds a figure, and none begins with these letters: most cells are told at a glance. */
const SAYS_SOMETHING = /\d|^\s*[acdfghi-loq-svwyz]/i;
/** The same of the first letter alone, by its code. */
const OPENS = new Uint8Array(128);
for (const c of '0123456789acdfghijkloqrsvwyzACDFGHIJKLOQRSVWYZ') OPENS[c.charCodeAt(0)] = 1;

/** Whether a cell holds no value: it is blank, or says so. */
export function isNone(text: string): boolean {
  if (OPENS[text.charCodeAt(0)] === 1 || SAYS_SOMETHING.test(text)) return false;
  const plain = text.trim().toLowerCase();
  if (plain === '' || NONE.has(plain)) return true;
  const first = plain.charCodeAt(0);
  return (first < 97 || first > 122) && /^[-–—_.\s?*]+$/.test(plain);
}

/** Answers to yes or no, and boxes: they are no number, no name and no seal. */
const ANSWER = /^(yes|no|y|n|true|false|ok|okay|checked|x|✓|✔|☑|☒|☐|□|■|√)[.!]?$/i;

/** Whether a cell only answers yes or no. */
export const isAnswer = (text: string): boolean => ANSWER.test(text.trim());

/**
 * The number of a seal: what tells one seal from every other. Empty for `N/A`, `Yes`, `sealed`, `evidence tape` and
 * whatever else holds no figure: such words are on many packages at once.
 */
export function sealNumber(text: string): string {
  const plain = text.trim();
  if (isNone(plain) || isAnswer(plain) || !/\d/.test(plain)) return '';
  return /^(sealed|taped|closed|initialed)\b.*\b(on|at|by)?\s*\d{1,4}[/.-]\d{1,2}/i.test(plain) ? '' : plain;
}
