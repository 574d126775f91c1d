import type { EventRow } from '../../record/event';
import type { Stop } from '../../stops/stops';
import { contests } from '../doubts';
import type { Finding, Status } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { counted, mayBelong } from '../order';
import { type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { settingsOf } from '../settings';
import { searchAsks } from './search-asks';

export const searchIncidentLate: Rule = {
  id: 'search-incident-late',
  section: 'search',
  name: 'Searched once the person was secured',
  finds:
    'A search of the car incident to arrest after the person was secured, or one that rests on a citation alone.',
  bounds: 'from when the person was secured, or cited, to the search',
  settledBy: 'Footage of the handcuffing and of the search, and the charge on which the arrest was made.',
  answers: 'a drug arrest; not yet secured / automobile exception / inventory',
  taints: 'after',
  run: (context) =>
    context.stops.flatMap((stop) => stop.kind('search').flatMap((search) => judge(context, stop, search))),
};

/** So many moments at which he was secured are compared. */
const COMPARED = 40;

/** Alert, consent, warrant or plain view is a ground of its own: where one surely comes first, this rule has nothing to say. */
function judge(context: RuleContext, stop: Stop, search: EventRow): Finding[] {
  const { solved } = context;
  const at = startOf(search);
  const other = mayBelong(context, stop, ['alert', 'consent-given', 'warrant-issued', 'plain-view']);
  if (other.some((g) => solved.surely(startOf(g), at))) return [];
  const arrests = mayBelong(context, stop, ['arrest']);
  const arrested = arrests.some((a) => solved.mayBefore(startOf(a), at));
  const arrestFirst = arrests.some((a) => solved.surely(startOf(a), at));
  const secured = [...stop.kind('secured'), ...stop.kind('transport')];
  const cited = stop.kind('citation-issued');
  if (!arrested && secured.length > 0) return [];
  const base = (arrested ? secured : cited)
    .slice(0, COMPARED)
    .map((e) => ({ e, bounds: solved.bounds(startOf(e), at) }))
    .filter((x) => x.bounds.max > 0);
  if (base.length === 0) return [];
  const best = base.reduce((a, b) => (b.bounds.min > a.bounds.min ? b : a));
  const { offenceOfArrest } = settingsOf(context.record.case);
  const offence = offenceOfArrest === 'traffic' || offenceOfArrest === 'warrant';
  const maybe = other.filter((g) => solved.mayBefore(startOf(g), at));
  const status: Status =
    arrestFirst && offence && best.bounds.min > 0 && maybe.length === 0 ? 'established' : 'arguable';
  const bounds = counted(best.bounds);
  return [
    makeFinding('search-incident-late', search.id, {
      status,
      title: arrested ? 'Searched once the person was secured' : 'Searched on a citation',
      bounds,
      measures: arrested
        ? 'from when the person was secured to the search'
        : 'from the citation to the search',
      quantities: base.slice(0, 12).map((x) => ({ from: startOf(x.e), to: at, bounds: x.bounds })),
      span: { from: startOf(best.e), to: at },
      subjects: [search.id, best.e.id],
      premises: [
        premise(search),
        ...base.slice(0, 4).map((x) => premise(x.e)),
        ...arrests.slice(0, 2).map((a) => premise(a)),
        arrested
          ? { says: `The offense of arrest in this case: ${offenceOfArrest}.`, row: null }
          : { says: 'Nothing says that the search was incident to the citation.', row: null },
        ...maybe.slice(0, 3).map((g) => premise(g, 'Another ground that may come before')),
        ...searchAsks(context),
        ...contests(context, stop, [at], {
          except: new Set([search.id, ...maybe.map((g) => g.id)]),
          actor: search.actor,
        }),
      ],
      restsOn: reasonsFor(
        solved,
        base.slice(0, 12).map((x) => [startOf(x.e), at] as const),
      ),
    }),
  ];
}
