import type { EventRow } from '../../record/event';
import type { Bounds } from '../../time/duration';
import type { Finding } from '../finding';
import { makeFinding, premise, says } from '../make-finding';
import { endOf, leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { ByTime } from '../sweep';

export const claimAgainstFootage: Rule = {
  id: 'claim-against-footage',
  section: 'stop',
  name: 'Claimed, but not on the footage',
  finds:
    'A claimed observation whose time is filmed by a camera on which an annotator marked that it is not seen.',
  bounds: 'of the claimed time that the camera filmed',
  settledBy: 'The footage itself, and the officer’s account of where he looked.',
  answers:
    'angle, light, range, compression; smell and nerves cannot be filmed / the stop hangs on more / credibility is for the judge',
  drawn: { mark: 'cause', onlyLabel: true },
  run,
};

/** A mark speaks of what is claimed within this time of it, in ms. */
const REACH = 120_000;
/** So many claims near one mark are judged. */
const NEAR = 40;

function run(context: RuleContext): Finding[] {
  const { solved } = context;
  const marks = context.ofKind('not-seen');
  if (marks.length === 0) return [];
  const claims = new ByTime(
    solved,
    [...context.ofKind('claimed-violation'), ...context.ofKind('observation')],
    startOf,
  );
  const films = new Map<string, EventRow[]>();
  for (const f of context.ofKind('recording')) {
    const list = films.get(f.sourceId);
    if (list) list.push(f);
    else films.set(f.sourceId, [f]);
  }
  return marks.flatMap((mark) => {
    const own = films.get(mark.sourceId);
    const { min, max } = solved.window(startOf(mark));
    if (!own) return [];
    return claims
      .touching(min - REACH, max + REACH, NEAR)
      .reverse()
      .flatMap((claim) => judge(context, claim, mark, own));
  });
}

/**
 * The mark must stand in a recording that runs over the whole time at which the claim can lie, and speak of that time: it
 * lies within the claim's window, or the claim's within it. Words are matched by no machine: that both speak of one thing is for a person to say.
 */
function judge(
  { solved }: RuleContext,
  claim: EventRow,
  mark: EventRow,
  films: readonly EventRow[],
): Finding[] {
  const near = solved.bounds(startOf(mark), startOf(claim));
  if (near.min > REACH || near.max < -REACH || !Number.isFinite(near.max) || !Number.isFinite(near.min))
    return [];
  const film = films.find((f) => !solved.openEnd(f.id) && solved.mayBefore(startOf(f), startOf(claim)));
  if (!film) return [];
  const into: Bounds = leastOf([
    solved.bounds(startOf(film), startOf(claim)),
    solved.bounds(startOf(claim), endOf(film)),
  ]);
  if (into.max <= 0) return [];
  const seen = solved.bounds(startOf(film), startOf(mark));
  const filmed = into.min >= 0 && seen.min >= 0 && near.min >= -REACH && near.max <= REACH;
  return [
    makeFinding('claim-against-footage', `${claim.id} ${mark.id}`, {
      status: filmed ? 'established' : 'arguable',
      title: `Claimed, but not on the footage: ${says(claim).slice(0, 80)}`,
      measures: 'between the mark on the footage and the claim',
      quantities: [{ from: startOf(mark), to: startOf(claim), bounds: near }],
      span: { from: startOf(mark), to: startOf(claim) },
      subjects: [claim.id, mark.id],
      premises: [
        premise(claim, 'Claimed'),
        premise(mark, 'On the footage of that time'),
        {
          says: filmed
            ? 'The recording covers the whole time at which the claim can lie.'
            : 'The recording may not cover the whole time of the claim.',
          row: film.id,
        },
        {
          says: 'It does not show that it did not happen; that both speak of the same thing is for the attorney to judge.',
          row: null,
        },
      ],
      restsOn: reasonsFor(solved, [
        [startOf(film), startOf(claim)],
        [startOf(claim), endOf(film)],
      ]),
    }),
  ];
}
