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
}

const OPEN = /^\s*[[(<]\s*/;
const CLOSE = /^\s*[\])>]/;
const BETWEEN = /^\s*(?:-->|--|[-–—]|to)\s*/;
/** `Ash  0:03`, `Speaker 1 (00:03):`, `Ash: [00:03]`, alone on a line or before words where it stands in brackets. */
const AFTER = /^(?:(.{1,50}?)\s*:?\s*[[(]|(.{1,50}?)(?:\s{2,}|\t|\s*\|\s*|(?<=\d)\s+))\s*(?=\d{1,3}[:;]\d)/;

const ONE_BLANK = /^(?:\[([^\]]{1,50})\]|([^[\]:]{1,50}?))\s*:?\s+(?:[-–—]\s+)?(?=\d{1,3}[:;]\d)/;

/** The time at the head of a line, or after a name there; null where there is none. */
export function headOf(line: string): Head | null {
  const bracket = OPEN.test(line);
  const at = anyStamp(line.replace(bracket ? OPEN : /^\s*/, ''));
  if (at) {
    const inner = bracket ? at.rest.replace(BETWEEN, ' - ') : at.rest;
    const arrow = /^\s*(?:-->|--|[-–—]|to)\s*(?=\d{1,3}[:;]\d)/.exec(at.rest);
    const second = arrow ? anyStamp(at.rest.slice(arrow[0].length)) : null;
    const tail = second ? second.rest : bracket ? at.rest : inner;
    if (bracket && !CLOSE.test(tail)) return null;
    const rest = tail.replace(bracket ? CLOSE : /^/, '').replace(/^\s*[-–—|]?\s*/, '');
    if (!bracket && rest !== '' && !/^[\s\-–—|:]/.test(tail)) return null;
    const way = second ? 'range' : bracket ? 'bracket' : 'bare';
    return { way, at, to: second ? second.ms : null, speaker: '', rest: rest.replace(/^:\s+/, '') };
  }
  return afterName(line) ?? afterOneBlank(line);
}

function afterName(line: string): Head | null {
  const m = AFTER.exec(line);
  const after = m && anyStamp(line.slice(m[0].length));
  if (!after) return null;
  const closed = m[1] !== undefined;
  if (closed && !CLOSE.test(after.rest)) return null;
  const rest = after.rest.replace(closed ? /^\s*[\])]\s*:?\s*/ : /^\s*:?\s*/, '');
  const name = ((m[1] ?? m[2]) as string).replace(/\s*[:·•]$/, '').trim();
  // Bare, it is a name's time only at the end of its line.
  if ((!closed && rest !== '') || /[.?!,]$/.test(name) || !/^[\p{Lu}\d>[]/u.test(name)) return null;
  return { way: 'after a name', at: after, to: null, speaker: name.replace(/^>>\s*/, ''), rest };
}

/** `Ash 0:03`, `Ash - 0:03`, `[Ash] 0:03` alone on a line, and `S1 00:00:03 words`: with one blank only what is written as a name is one. */
function afterOneBlank(line: string): Head | null {
  const m = ONE_BLANK.exec(line);
  const name = (m?.[1] ?? m?.[2] ?? '').trim();
  const at = m && anyStamp(line.slice(m[0].length));
  if (!at || !isName(name)) return null;
  const rest = at.rest.trim();
  if (rest === '') return { way: 'name and time', at, to: null, speaker: name, rest };
  return /^(?:\s|:\s)/.test(at.rest)
    ? { way: 'name, time, words', at, to: null, speaker: name, rest: rest.replace(/^[-–—|:]\s+/, '') }
    : null;
}
