import type { EventRow } from '../../record/event';
import type { Stop } from '../../stops/stops';
import type { Finding, Status } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { mayBelong, surelyBefore } from '../order';
import { type Rule, type RuleContext, reasonsFor, startOf } from '../rule';

export const searchIncidentLate: Rule = {
  id: 'search-incident-late',
  section: 'search',
  name: 'Searched once the person was secured',
  finds:
    'A search of the car incident to arrest after the person was secured, or one that rests on a citation alone.',
  bounds: 'from when the person was secured to the search',
  authorities: ['gant', 'knowles'],
  answer: 'Evidence of the offence of arrest was likely to be in the car.',
  settledBy: 'Footage of the handcuffing and of the search, and the charge on which the arrest was made.',
  run: (context) =>
    context.stops.flatMap((stop) => stop.kind('search').flatMap((search) => judge(context, stop, search))),
};

/** Alert, consent, warrant or plain view is a ground of its own: where one surely comes first, this rule has nothing to say. */
function judge(context: RuleContext, stop: Stop, search: EventRow): Finding[] {
  const { solved } = context;
  const at = startOf(search);
  const secured = [...stop.kind('secured'), ...stop.kind('transport')];
  const arrests = mayBelong(context, stop, ['arrest']);
  const cited = stop.of('completion').filter((e) => e.kind === 'citation-issued');
  const other = mayBelong(context, stop, ['alert', 'consent-given', 'warrant-issued', 'plain-view']);
  const ground = other.some((g) => surelyBefore(solved, startOf(g), at))
    ? 'surely'
    : other.some((g) => solved.bounds(startOf(g), at).max > 0)
      ? 'maybe'
      : 'no';
  const arrested = arrests.some((a) => solved.bounds(startOf(a), at).max > 0);
  // An arrest that may only come later is no arrest to which the search could be incident.
  const certain = !arrested || arrests.some((a) => surelyBefore(solved, startOf(a), at));
  const base = arrested ? secured : cited;
  const before = base
    .map((e) => ({ e, bounds: solved.bounds(startOf(e), at) }))
    .filter((x) => x.bounds.max > 0);
  if (before.length === 0 || (!arrested && secured.length > 0)) return [];
  const best = before.reduce((a, b) => (b.bounds.min > a.bounds.min ? b : a));
  const doubt = mayBelong(context, stop, ['suspicion-articulated', 'found', 'observation']).some(
    (e) => solved.bounds(startOf(e), at).max > 0,
  );
  const status: Status =
    ground === 'surely'
      ? 'foreclosed'
      : certain && best.bounds.min > 0 && ground === 'no' && !doubt
        ? 'established'
        : 'arguable';
  return [
    makeFinding('search-incident-late', search.id, {
      status,
      title: arrested ? 'Searched once the person was secured' : 'Searched on a citation',
      bounds: { min: Math.max(0, best.bounds.min), max: best.bounds.max },
      measures: arrested
        ? 'from when the person was secured to the search'
        : 'from the citation to the search',
      quantities: before.map((x) => ({ from: startOf(x.e), to: at, bounds: x.bounds })),
      span: { from: startOf(best.e), to: at },
      subjects: [search.id, best.e.id],
      premises: [
        premise(search),
        ...before.map((x) => premise(x.e)),
        ...arrests.slice(0, 2).map((a) => premise(a)),
        ...other.slice(0, 3).map((g) => premise(g, 'Another ground in the record')),
      ],
      restsOn: reasonsFor(
        solved,
        before.map((x) => [startOf(x.e), at] as const),
      ),
    }),
  ];
}
