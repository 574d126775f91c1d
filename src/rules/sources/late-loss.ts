import type { EventRow } from '../../record/event';
import { type Finding, statusOf } from '../finding';
import { AUTHORITIES } from '../law/authorities';
import { makeFinding, premise } from '../make-finding';
import { firstForItem, greatestOf, mayComeBy } from '../order';
import { type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { settingsOf, stateLawOf } from '../settings';

export const lateLoss: Rule = {
  id: 'late-loss',
  section: 'sources',
  name: 'Lost after it was asked for',
  finds:
    'A recording or thing destroyed after the defense had asked for it, where the law gives something for that.',
  bounds: 'from the asking to the loss',
  settledBy:
    'The retention schedule, the audit trail of the deletion, who knew of the request, and whether anything like it is left.',
  answers: 'overwritten on schedule / something like it remains / a request is no bad faith (fisher)',
  turns: 'Without a camera statute the law gives little for a recording that is lost.',
  run: (context) => context.ofKind('destroyed').flatMap((d) => judge(context, d)),
};

const RECORDING = /\b(camera|cam|bwc|video|footage|recording|audio|dash ?cam|tape|clip)\b/i;

/** Never established: a camera statute that speaks of the recording, or a worth that the State knew before, makes it arguable; without either the law gives nothing. */
function judge(context: RuleContext, lost: EventRow): Finding[] {
  const { solved } = context;
  const asked = firstForItem(context, 'request', lost.item).map((r) => ({
    r,
    bounds: solved.bounds(startOf(r), startOf(lost)),
  }));
  const first = asked.reduce<(typeof asked)[number] | null>(
    (best, a) => (best === null || a.bounds.min > best.bounds.min ? a : best),
    null,
  );
  if (!first) return [];
  const bounds = greatestOf(asked.map((a) => a.bounds));
  if (statusOf(bounds) === 'foreclosed') return [];
  const camera = RECORDING.test(lost.description) || context.sources.get(lost.sourceId)?.kind === 'camera';
  const statute = camera ? stateLawOf(settingsOf(context.record.case)).camera : undefined;
  const known = knownBefore(context, lost);
  if (!statute && known.length === 0) return [];
  return [
    makeFinding('late-loss', lost.id, {
      status: 'arguable',
      title: `Lost after it was asked for: ${lost.description.slice(0, 80) || 'a recording or thing'}`,
      bounds: { min: Math.max(0, bounds.min), max: bounds.max },
      measures: 'from the asking to the loss',
      quantities: asked.map((a) => ({ from: startOf(a.r), to: startOf(lost), bounds: a.bounds })),
      span: { from: startOf(first.r), to: startOf(lost) },
      subjects: [lost.id, first.r.id],
      premises: [
        premise(first.r, 'Asked for'),
        premise(lost, 'Lost'),
        ...(statute ? [{ says: `${AUTHORITIES[statute.statute].cite}: ${statute.gives}.`, row: null }] : []),
        ...known.map((w) => premise(w, 'What it would show was known')),
        ...(known.length > 0 ? [{ says: 'Is nothing like it left? Ask.', row: null }] : []),
        { says: 'A request alone is no bad faith.', row: null },
      ],
      restsOn: reasonsFor(
        solved,
        asked.map((a) => [startOf(a.r), startOf(lost)] as const),
      ),
    }),
  ];
}

/** The first entries that what it would show was known surely before a loss. */
function knownBefore(context: RuleContext, lost: EventRow): EventRow[] {
  const { solved } = context;
  const found: EventRow[] = [];
  for (const w of mayComeBy(context, null, ['worth-known'], [startOf(lost)])) {
    if (solved.surely(startOf(w), startOf(lost)) && solved.placed(startOf(w))) found.push(w);
    if (found.length >= NAMED) break;
  }
  return found;
}

/** So many of them are named. */
const NAMED = 4;
