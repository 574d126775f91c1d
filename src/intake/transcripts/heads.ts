import { isName } from './speech';
import { anyStamp, type Stamp } from './stamp';

/** How a line carries its time. All lines of one file carry it in one way: what looks like a time elsewhere was said. */
export type Way = 'bracket' | 'bare' | 'range' | 'after a name' | 'name and time' | 'name, time, words';

/** The time before a line, and what else stands there. */
export interface Head {
  readonly way: Way;
  readonly at: Stamp;
  readonly to: number | null;
  readonly speaker: string;
  readonly rest: string;
  /** Whether a dash stands before the rest, `[03:15] - Name`. */
  readonly dash: boolean;
}

const OPEN = /^\s*[[({<]\s*/;
const CLOSE = /^\s*[\])}>]/;
const BETWEEN = /^\s*(?:-->|[-=]>|→|--|[-–—]|to)\s*/;
/** `Ash  0:03`, `Speaker 1 (00:03):`, `Ash: [00:03]`, alone on a line or before words where it stands in brackets. */
const AFTER = /^(?:(.{1,50}?)\s*:?\s*[[(]|(.{1,50}?)(?:\s{2,}|\t|\s*\|\s*|(?<=\d)\s+))\s*(?=\d{1,3}[:;]\d)/;

const ONE_BLANK = /^(?:\[([^\]]{1,50})\]|([^[\]:]{1,50}?))\s*[:,]?\s+(?:[-–—]\s+)?(?=\d{1,3}[:;]\d)/;

/** The second time of a range, ms, and what follows it; null where one time stands alone. */
function endAfter(rest: string): { readonly to: number | null; readonly rest: string } {
  const arrow = /^\s*(?:-->|[-=]>|→|--|[-–—]|to)\s*(?=\d{1,3}[:;]\d)/.exec(rest);
  const second = arrow ? anyStamp(rest.slice(arrow[0].length)) : null;
  return second ? { to: second.ms, rest: second.rest } : { to: null, rest };
}

/** The time at the head of a line, or after a name there; null where there is none. */
export function headOf(line: string): Head | null {
  const bracket = OPEN.test(line);
  const at = anyStamp(line.replace(bracket ? OPEN : /^\s*/, ''));
  if (at) {
    const inner = bracket ? at.rest.replace(BETWEEN, ' - ') : at.rest;
    const end = endAfter(at.rest);
    const tail = end.to !== null ? end.rest : bracket ? at.rest : inner;
    if (bracket && !CLOSE.test(tail)) return null;
    const open = tail.replace(bracket ? CLOSE : /^/, '');
    const rest = open.replace(/^\s*[-–—|]?\s*/, '');
    if (!bracket && rest !== '' && !/^[\s\-–—|:]/.test(tail)) return null;
    const way = end.to !== null ? 'range' : bracket ? 'bracket' : 'bare';
    const dash = /^\s*[-–—]\s/.test(open);
    return { way, at, to: end.to, speaker: '', rest: rest.replace(/^:\s+/, ''), dash };
  }
  return afterName(line) ?? afterOneBlank(line);
}

function afterName(line: string): Head | null {
  const m = AFTER.exec(line);
  const after = m && anyStamp(line.slice(m[0].length));
  if (!after) return null;
  const closed = m[1] !== undefined;
  const end = endAfter(after.rest);
  if (closed && !CLOSE.test(end.rest)) return null;
  const rest = end.rest.replace(closed ? /^\s*[\])]\s*:?\s*/ : /^\s*:?\s*/, '');
  const name = ((m[1] ?? m[2]) as string).replace(/\s*[:·•]$/, '').trim();
  // Bare, it is a name's time only at the end of its line.
  if ((!closed && rest !== '') || /[.?!,]$/.test(name) || !/^[\p{Lu}\d>[]/u.test(name)) return null;
  const speaker = name.replace(/^>>\s*/, '');
  return { way: 'after a name', at: after, to: end.to, speaker, rest, dash: false };
}

/** `Ash 0:03`, `Ash - 0:03`, `[Ash] 0:03` alone on a line, and `S1 00:00:03 words`: with one blank only what is written as a name is one. */
function afterOneBlank(line: string): Head | null {
  const m = ONE_BLANK.exec(line);
  const name = (m?.[1] ?? m?.[2] ?? '').trim();
  const at = m && anyStamp(line.slice(m[0].length));
  if (!at || !isName(name)) return null;
  const end = endAfter(at.rest);
  if (!/^(?:\s|:\s|$)/.test(end.rest)) return null;
  const rest = end.rest.trim().replace(/^[-–—|:]\s+/, '');
  const way = rest === '' ? 'name and time' : 'name, time, words';
  return { way, at, to: end.to, speaker: name, rest, dash: false };
}
