import type { EventRow } from '../../record/event';
import type { Stop } from '../../stops/stops';
import type { Finding, Status } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { mayBelong, surelyBefore } from '../order';
import { endOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';

export const searchAfterWithdrawal: Rule = {
  id: 'search-after-withdrawal',
  section: 'search',
  name: 'Searched on after consent was taken back',
  finds: 'Searching that goes on after consent was withdrawn, with no other ground by then.',
  bounds: 'from the withdrawal to the end of the search',
  authorities: ['jimeno', 'schneckloth'],
  answer: 'Probable cause had arisen by then.',
  settledBy: 'Body-camera sound of the withdrawal, and footage of the search from then on.',
  run: (context) =>
    context.stops.flatMap((stop) =>
      stop
        .of('consent')
        .filter((e) => e.kind === 'consent-withdrawn')
        .flatMap((w) =>
          stop
            .of('search')
            .filter((e) => e.kind === 'search' || e.kind === 'frisk')
            .flatMap((search) => judge(context, stop, w, search)),
        ),
    ),
};

function judge(context: RuleContext, stop: Stop, withdrawn: EventRow, search: EventRow): Finding[] {
  const { solved } = context;
  const at = startOf(withdrawn);
  const open = solved.openEnd(search.id);
  const to = open ? startOf(search) : endOf(search);
  const bounds = solved.bounds(at, to);
  if (bounds.max <= 0) return [];
  const grounds = mayBelong(context, stop, ['alert', 'arrest', 'warrant-issued', 'plain-view', 'found']);
  const surely = grounds.some((g) => surelyBefore(solved, startOf(g), at));
  const maybe = grounds.some((g) => solved.bounds(startOf(g), to).max > 0);
  const status: Status = surely ? 'foreclosed' : bounds.min > 0 && !maybe ? 'established' : 'arguable';
  return [
    makeFinding('search-after-withdrawal', `${withdrawn.id} ${search.id}`, {
      status,
      title: 'Searched on after consent was taken back',
      bounds: { min: Math.max(0, bounds.min), max: open ? Number.POSITIVE_INFINITY : bounds.max },
      measures: 'from the withdrawal to the end of the search',
      quantities: [{ from: at, to, bounds }],
      span: { from: at, to },
      subjects: [withdrawn.id, search.id],
      premises: [
        premise(withdrawn),
        premise(search),
        ...grounds.slice(0, 4).map((g) => premise(g, 'Another ground in the record')),
      ],
      restsOn: reasonsFor(solved, [[at, to]]),
    }),
  ];
}
