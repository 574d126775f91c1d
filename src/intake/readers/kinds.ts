import type { EventKind } from '../../record/vocabulary';
import { radioKind } from '../layouts/radio-words';
import { asTold } from './as-told';
import { PHRASES } from './phrases';
import { isDenied } from './told-as-done';

/** Codes of dispatch that stand alone. */
const CODES: readonly (readonly [RegExp, EventKind])[] = [
  [/^(?:ts|t\/s|tstop|t-stop|stop|10-38|1038|trafst|mvs)$/i, 'seizure-begins'],
  [/^(?:reqk9|k9req|k9)$/i, 'dog-requested'],
  [/^(?:inq|qu?e?ry|28|29|dl)$/i, 'records-check'],
  [/^(?:cust|10-15|1015|10-95|arrest|arrst)$/i, 'arrest'],
  [/^(?:trans|tran|trn|transport|transp)$/i, 'transport'],
];

/** An act found in a text, and where its words stand. */
export interface FoundKind {
  readonly kind: EventKind;
  readonly at: number;
  readonly end: number;
}

/** Acts that last: the end of one is no act of its kind. */
const SPANS: ReadonlySet<EventKind> = new Set<EventKind>([
  'sniff',
  'search',
  'records-check',
  'writing',
  'transport',
  'custodial-questions',
  'frisk',
]);
const END_BEFORE = /\b(?:end|conclusion|completion) of (?:the |his |her |my )?(?:\w+ )?$/i;
const END_BEHIND =
  /^\W*(?:of (?:the )?\w+ )?(?:was |were |had |is )?(?:end(?:ed|s|ing)?|conclud\w+|complet\w+|finish\w+|stopp?(?:ed)?|done|over)\b/i;

/** Whether the words round an act tell its end: “Search ended at 7:12”. Its beginning is another time. */
export const tellsEnd = (text: string, at: number, end: number): boolean =>
  END_BEFORE.test(text.slice(Math.max(0, at - 40), at)) || END_BEHIND.test(text.slice(end, end + 40));

/** `refused a blood draw`: it has no result. */
const SHUNNED = /\b(?:refus|declin)\w*\b[^.;]{0,24}$/i;

/** Acts whose own words deny. */
const REFUSALS: ReadonlySet<EventKind> = new Set<EventKind>(['no-alert', 'consent-refused']);
/** `HOLT said he left Louisville`: what somebody told of his day ends no stop. */
const SAID = /\b(?:said|says|stated|told|claimed|explained|related)\b[^.;]*$/i;

const TAKEN_OFF =
  /\b(?:remov\w+|unlock\w*|(?:took|tak\w+) off|releas\w+ (?:\w+ )?from)(?: (?:the|his|her|their|my|both|[A-Z]\w+.s))? $/i;
const TAKEN_OFF_BEHIND =
  /^\W*(?:(?:were|was|are|is|had been) )?(?:then |later )?(?:removed|unlocked|taken off)\b/i;

/** Whether hands were freed: `removed handcuffs at 2239`, `handcuffs were taken off`. */
const isFreed = (kind: EventKind, text: string, at: number, end: number): boolean =>
  kind === 'secured' &&
  (TAKEN_OFF.test(text.slice(Math.max(0, at - 40), at)) || TAKEN_OFF_BEHIND.test(text.slice(end)));

/** All acts that a sentence tells, from left to right; overlapping words tell one act, the narrower phrase first. */
export function actsIn(text: string): FoundKind[] {
  const found: FoundKind[] = [];
  for (const { kind, says } of PHRASES) {
    const m = says.exec(text);
    if (!m || found.some((f) => m.index < f.end && m.index + m[0].length > f.at)) continue;
    const freed = isFreed(kind, text, m.index, m.index + m[0].length);
    const ended = SPANS.has(kind) && tellsEnd(text, m.index, m.index + m[0].length);
    const denied = !REFUSALS.has(kind) && isDenied(text, m.index, m.index + m[0].length);
    const shunned = kind === 'test-result' && SHUNNED.test(text.slice(0, m.index));
    const before = kind === 'seizure-ends' && SAID.test(text.slice(0, m.index));
    found.push({
      kind: freed || ended || denied || shunned || before ? 'note' : kind,
      at: m.index,
      end: m.index + m[0].length,
    });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** The act of a row of a log: its status code, or the first of its words that tell one; `note` for the rest. */
export function kindOfRow(detail: string, codes: readonly string[] = []): EventKind {
  // The first cell that tells an act: what stands behind it is what became of it.
  for (const code of codes) {
    for (const [shape, kind] of CODES) if (shape.test(code.trim().replace(/^[*-]/, ''))) return kind;
    if (codes.length > 2 && /[A-Za-z]{3}/.test(code) && firstAct(code) !== 'note') return firstAct(code);
  }
  const words = detail.replace(/^[\s|:.,;*•–-]+/, '');
  const kind = firstAct(words);
  if (kind !== 'note') return kind;
  const told = firstAct(asTold(words));
  // Behind the call sign of who says it.
  return told !== 'note' ? told : (radioKind(words.replace(/^(?=\S*\d)[A-Z0-9-]{2,8}\s+/, '')) ?? 'note');
}

function firstAct(detail: string): EventKind {
  let best: { kind: EventKind; at: number; end: number } | null = null;
  for (const { kind, says } of PHRASES) {
    const m = ROW_KINDS.has(kind) ? says.exec(detail) : null;
    if (m && (best === null || m.index < best.at)) best = { kind, at: m.index, end: m.index + m[0].length };
  }
  if (!best) return 'note';
  if (!REFUSALS.has(best.kind) && isDenied(detail, best.at, best.end)) return 'note';
  if (isFreed(best.kind, detail, best.at, best.end)) return 'note';
  return SPANS.has(best.kind) && tellsEnd(detail, best.at, best.end) ? 'note' : best.kind;
}

/** What a log can tell by a few words; the rest needs a sentence. */
const ROW_KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  'no-alert',
  'alert',
  'consent-refused',
  'consent-given',
  'consent-asked',
  'dog-requested',
  'dog-arrives',
  'sniff',
  'frisk',
  'secured',
  'arrest',
  'warnings-given',
  'custodial-questions',
  'probable-cause-finding',
  'transport',
  'documents-returned',
  'told-to-wait',
  'ordered-out',
  'approach',
  'writing',
  'travel-questions',
  'off-mission-questions',
  'records-check',
  'warning-issued',
  'citation-issued',
  'seizure-ends',
  'found',
  'field-test',
  'test-result',
  'lab-test',
  'search',
  'warrant-executed',
  'warrant-issued',
  'backup-requested',
  'backup-arrives',
  'seizure-begins',
]);
