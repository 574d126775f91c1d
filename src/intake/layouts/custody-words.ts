import type { CustodyEntry } from '../../record/custody';
import { isNone } from '../../record/values';

/** What a cell was read as, and what a person should look at; `doubt` is empty where nothing is in doubt. */
export interface ReadWord<T> {
  readonly value: T;
  readonly doubt: string;
}

const BROKEN =
  /\b(broken|tamper\w*|torn|cut|open|opened|compromised|damaged?|ripped|peeled|breach\w*|violated|punctured|unsealed)\b/;
const INTACT =
  /\b(intact|unbroken|undamaged|unopened|unaltered|untampered|ok|okay|good|secure|sealed|fine|satisfactory)\b/;
const NOT = /\b(no|not|never|without|none|nor|neither|free of|zero|un)\b|n't\b/;

/**
 * How a seal was found: `broken`, `intact`, or nothing said. “Not broken”, “no tampering” and “never opened” are not
 * broken; “not intact” and “no longer intact” are; what says both, or neither, says nothing and is told. `heading` is
 * the name of the column, which a bare yes or no answers.
 */
export function sealStateOf(text: string, heading: string): ReadWord<NonNullable<CustodyEntry['sealState']>> {
  const doubt = `“${text}” does not say plainly whether the seal was intact or broken`;
  if (isNone(text)) return { value: '', doubt: '' };
  const clauses = text
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/\?\s*(yes|no)\b/g, (_, answer: string) => (answer === 'no' ? ' is not so' : ''))
    .split(/[,;.()/:|]|\bbut\b|\band\b|\s[-–—]\s/)
    .map((c) => c.trim())
    .filter((c) => c !== '');
  const said = new Set<'intact' | 'broken' | 'unclear'>();
  let answer: boolean | null = null;
  for (const clause of clauses) {
    if (/^(yes|y|true|x|✓|☑|☒)$/.test(clause)) answer = true;
    else if (/^(no|n|false|☐|□)$/.test(clause)) answer = false;
    else said.add(clauseSays(clause));
  }
  if (said.size === 0 && answer !== null) {
    if (/broken|tamper|opened|damage/i.test(heading))
      return { value: answer ? 'broken' : 'intact', doubt: '' };
    if (/intact|unbroken|secure/i.test(heading)) return { value: answer ? 'intact' : 'broken', doubt: '' };
    return { value: '', doubt };
  }
  said.delete('unclear');
  const [only] = said;
  return said.size === 1 && only && only !== 'unclear' ? { value: only, doubt: '' } : { value: '', doubt };
}

function clauseSays(clause: string): 'intact' | 'broken' | 'unclear' {
  const negated = (word: RegExpExecArray): boolean => {
    const before = clause.slice(0, word.index);
    return NOT.test(before) || /\bis not so\b/.test(clause);
  };
  const broken = BROKEN.exec(clause);
  const intact = INTACT.exec(clause);
  if (broken && intact) {
    // “sealed, never opened” in one breath: both say the same, or nothing is clear.
    return negated(broken) && !negated(intact) ? 'intact' : 'unclear';
  }
  if (broken) return negated(broken) ? 'intact' : 'broken';
  if (!intact) return 'unclear';
  if (!negated(intact)) return 'intact';
  return /intact|unbroken|undamaged|unopened|unaltered|untampered/.test(intact[0]) ? 'broken' : 'unclear';
}

const UNSIGNED =
  /^(no|n|false|0|not\b.*|un-?signed|no signature.*|no sig\b.*|without\b.*|refus\w*.*|declin\w*.*|would not sign|will not sign|unable\b.*|illegible or missing|absent|left blank|☐|□|\[ ?\]|\( ?\))$/i;
const SIGNED = /^(yes|y|true|1|signed|x|✓|✔|☑|☒|√|\[x\]|\(x\)|on file|s\/.*|\/s\/.*)$/i;

/** Whether a cell of signatures holds one: a name, a mark, a checked box. `not signed`, `refused`, `N/A`, `☐` do not. */
export function signedOf(text: string): boolean {
  return !isNone(text) && !UNSIGNED.test(text.trim());
}

/** Who signed, where the cell names somebody and does not only say that it was signed. */
export function signerOf(text: string): string {
  return signedOf(text) && !SIGNED.test(text.trim()) ? text.trim() : '';
}

const MARKED = /^(?:\/{1,2}\s*(?:s|(?:original )?signed)\s*\/{1,2}|\(signed\)|signed:|s\/)\s*(?=\S)/i;

/** `//signed// SA Doe`, as a column for signature and name holds it: the name, and whether a mark says that it was signed. */
export const markedName = (text: string): { readonly name: string; readonly signed: boolean } => ({
  name: text.replace(MARKED, ''),
  signed: MARKED.test(text),
});

const ITEM = String.raw`(?:[A-Za-z]{0,3}-?\d{1,6}(?:[-.]\d{1,4})?[A-Za-z]?|[A-Za-z]{1,2})`;
const LIST = new RegExp(String.raw`^${ITEM}(?:\s*(?:[,;&+]|\band\b)\s*(?:items?\s*)?#?${ITEM})+$`, 'i');
const RANGE = /^(\d{1,6})\s*(?:-|–|to|thru|through)\s*(\d{1,6})$/i;

/**
 * The items that a cell names. Numbers in a list or a range are several items (`1, 2 and 4`, `1-3`); words are one
 * (`Smith & Wesson .38`, `Cash, $1,240`). Where the form numbers its items with dashes (`2-1`), a dash is no range.
 */
export function itemsOf(text: string, dashed: boolean): string[] {
  const plain = text
    .trim()
    .replace(/^(?:evidence\s+)?items?\s*(?:nos?\.?\s*)?#?\s*/i, '')
    .replace(/^#\s*/, '');
  if (isNone(plain)) return [];
  const range = (part: string): string[] => {
    const m = dashed ? null : RANGE.exec(part);
    const [from, to] = [Number(m?.[1]), Number(m?.[2])];
    if (!m || !(to > from) || to - from > 50 || /\b0/.test(part)) return [part];
    return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
  };
  if (!LIST.test(plain.replace(/(\d{1,6})\s*(?:-|–|to|thru|through)\s*(\d{1,6})/gi, '$1')))
    return range(plain);
  return plain
    .split(/\s*(?:[,;&+]|\band\b)\s*/i)
    .map((n) => n.replace(/^items?\s*/i, '').replace(/^#\s*/, ''))
    .filter((n) => n !== '')
    .flatMap(range);
}

/** Whether a form numbers its items with dashes that cannot be ranges: `2-1`, `1-1`, `24-118`. */
export function numbersWithDashes(cells: Iterable<string>): boolean {
  for (const cell of cells) {
    const m = /^(?:items?\s*#?\s*)?(\d{1,6})-(\d{1,6})$/i.exec(cell.trim());
    if (m && Number(m[1]) >= Number(m[2])) return true;
  }
  return false;
}
