import type { Sentence } from '../record/paper';
import type { Fact } from './facts';
import { dayHead, oneLine, printable } from './printable';

/** One paragraph of the statement of facts, or a heading (`row` empty). */
export interface Stated {
  readonly row: string;
  readonly text: string;
  readonly cite: string;
  /** What the record gives now where that is not what it gave when she wrote the sentence; empty where it is. */
  readonly changed: string;
}

/** The block below the last paragraph, until she writes her own. */
export const SIGNATURE =
  'Dated: ____________\n\nRespectfully submitted,\n\n\n______________________________\nAttorney for the Defendant\n[Name, bar number]\n[Address, telephone, e-mail]';

/** What is certified, by court. */
export const CERTIFICATE = {
  federal:
    'I certify that on ____________ I filed this paper with the Clerk of the Court by its electronic filing system, which gives notice of it to all counsel of record.\n\n______________________________\nAttorney for the Defendant',
  state:
    'I certify that on ____________ I served a copy of this paper on counsel for the State by ____________.\n\n______________________________\nAttorney for the Defendant',
} as const;

/** Stands where a time is in no paper, and is explained once, below the last paragraph. */
const BY_ALL = 'by the whole record';

/** What `by the whole record` means, for the foot of a statement that says it; empty for one that does not. */
export const byAllSays = (stated: readonly Stated[]): string =>
  stated.some((s) => s.text.includes(BY_ALL))
    ? `Where a time is given “${BY_ALL},” no paper writes it: it is all that these records together allow.`
    : '';

/**
 * An entry as a sentence that says no more than its paper: `At 14:09:12 by the dispatch clock, Officer A: Canine unit asked for.`
 * What a report claims is its claim: `Report of Officer A claims, at about 14:15: ...`, and nothing stands beside it that would
 * lend it a proof. Where no paper writes a time, or the whole record allows something else than its paper writes, that is
 * given, the same as in the summary, and the sentence says so.
 */
export function sentenceOf(f: Fact): string {
  const what = oneLine(f.what, 900)
    .replace(/\s*[.;]\s*$/, '')
    .replace(/^reports?: /i, '');
  // A clock of another zone is given in local time beside it.
  const foreign = /(\((?!overlay)[^)]+\)|\dZ|\d ?[+−-]\d\d:?\d\d)( on [A-Z]\w+ \d+)?$/.test(f.written);
  const known = /\d/.test(f.clock);
  const local = foreign && known ? ` (${f.clock} local time)` : '';
  const all = !foreign && known && !f.claim && !isSame(f) ? ` (${f.clock} ${BY_ALL})` : '';
  const ownClock = f.claim || f.by === '' || /\((overlay|recording)\)$/.test(f.written);
  const when =
    f.written !== ''
      ? `${preposed(f.written)}${local}${ownClock ? '' : ` by the ${clockName(f.by)}`}${all}`
      : f.day === ''
        ? 'at a time that the record does not give'
        : `${placed(f.clock)} ${BY_ALL}`;
  const proved = f.doubt === '' ? '' : ` This time ${f.doubt}.`;
  if (f.claim) return `${paperOf(f.cite)} claims, ${when}: ${what}.${proved}`;
  const who = f.who === '' || f.who.toLowerCase() === 'annotator' ? '' : `, ${f.who}`;
  return `${when.slice(0, 1).toUpperCase()}${when.slice(1)}${who}: ${what}.${proved}`;
}

/** Whether its paper writes what all records together allow, in whatever words. */
const isSame = (f: Fact): boolean =>
  f.written
    .replace(/^between /i, '')
    .replace(' and ', '–')
    .replaceAll(/(?<=\d) ?- ?(?=\d)/g, '–') === f.clock;

/** `at 14:04`, `from 14:04:50 to 14:09:30`, `between 14:18:12 and 14:18:58`. */
const preposed = (written: string): string =>
  /^(between|before|after|by|from|until|since)\b/i.test(written)
    ? written
    : / to /.test(written)
      ? `from ${written}`
      : `at ${written}`;

const paperOf = (cite: string): string =>
  /^(.*?)( at |, line |, entry |, hand-over |$)/.exec(cite)?.[1] || 'A report';

/** `dispatch clock`, `Trooper’s watch`: whose clock a time is read on. */
const clockName = (by: string): string => (/(clock|watch|time)$/i.test(by) ? by : `${by} clock`);

/** `between 14:06 and 14:28`, `not before 14:27`; a stretch by both of its ends. */
const placed = (clock: string): string => {
  const [start = '', end] = clock.split(' to ');
  return end === undefined
    ? one(start, 'at')
    : `from ${one(start, '')} to ${one(end, '')}`.replace(/ {2}/g, ' ');
};

const one = (window: string, exact: string): string =>
  /^from /.test(window)
    ? window.replace(/^from /, 'not before ')
    : /^by /.test(window)
      ? window.replace(/^by /, 'not after ')
      : /–/.test(window)
        ? `between ${window.replace('–', ' and ')}`
        : `${exact} ${window}`.trim();

/** The sentences that the record gives, in its order, with a heading for each day. */
function given(facts: readonly Fact[]): Sentence[] {
  let day: string | null = null;
  return facts.flatMap((f) => {
    const says = sentenceOf(f);
    const head = f.day === day ? [] : [{ row: '', text: dayHead(f.day), was: '' }];
    day = f.day;
    return [...head, { row: f.id, text: says, was: says }];
  });
}

/** The sentences as a plan first holds them: all of them, to be edited, left out and ordered. */
export const firstSentences = (facts: readonly Fact[]): Sentence[] => given(facts);

/** The statement of an exhibit: the sentences that she chose, in her order and words; what the record gives where she chose none. */
export function statedOf(facts: readonly Fact[], chosen: readonly Sentence[] | undefined): Stated[] {
  const by = new Map(facts.map((f) => [f.id, f]));
  return (chosen ?? given(facts)).flatMap((s) => {
    if (s.row === '') return [{ row: '', text: printable(s.text, 300), cite: '', changed: '' }];
    const f = by.get(s.row);
    // What the exhibit no longer shows is not stated either.
    if (!f) return [];
    const now = sentenceOf(f);
    return [{ row: s.row, text: printable(s.text), cite: f.cite, changed: now === s.was ? '' : now }];
  });
}
