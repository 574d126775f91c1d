import type { CaseRecord } from '../record/record';
import { roundLength } from '../time/duration';
import { isAssumption, type Reason, reasonKey } from '../time/solver/reason';
import { momentName, type Proof } from '../words/proof';
import { oneLine } from './printable';

/** So many assumptions are written out; of the rest it is said how many they are. */
const NAMED = 6;

/**
 * What a finding takes for granted, for a paper: that the proof printed below it marks what it assumes, where it does, and in
 * words whatever the finding rests on beside that. Empty where nothing is assumed.
 */
export function assumedSays(
  record: CaseRecord,
  restsOn: readonly Reason[],
  printed: readonly Proof[],
): string {
  const lines = printed.flatMap((p) => p.lines).filter((l) => l.assumption);
  const marked = lines.length > 0;
  const others = [
    ...new Map(
      restsOn
        .filter(isAssumption)
        .filter((r) => !lines.some((l) => isOf(r, l)))
        .map((r) => [reasonKey(r), r]),
    ).values(),
  ];
  const says = others
    .slice(0, NAMED)
    .map((r) => `${marked ? 'Assumed besides' : 'Assumed'}: ${inWords(record, r)}.`);
  const more = others.length - says.length;
  return [
    ...(marked ? ['It rests on what its proof marks as assumed.'] : []),
    ...[...new Set(says)],
    ...(more > 0 ? [`And ${more} more of the kind.`] : []),
  ].join(' ');
}

/** Whether a line of a proof already says what a reason assumes. */
const isOf = (r: Reason, l: Proof['lines'][number]): boolean =>
  'row' in r && r.row === l.row && (r.kind !== 'assumption' || l.says.includes(r.says));

/** The same as the lines of a proof have it, without its cite. */
function inWords(record: CaseRecord, r: Reason): string {
  if (r.kind === 'assumption') return oneLine(r.says, 300);
  if (r.kind !== 'reading' && r.kind !== 'relation') return 'how near “about” is';
  const of = momentName(record, { id: r.row, edge: r.edge ?? 'start' });
  return oneLine(`the “about” of ${of} is within ${roundLength(record.case.policies.approximate)}`, 300);
}
