import type { EventRow } from '../../record/event';
import { contests } from '../doubts';
import type { Finding, Status } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { counted, mayBelong, stopOf } from '../order';
import { endOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { ByTime } from '../sweep';
import { searchAsks } from './search-asks';

export const searchAfterWithdrawal: Rule = {
  id: 'search-after-withdrawal',
  section: 'search',
  name: 'Searched on after consent was taken back',
  finds: 'Searching that goes on after consent was withdrawn, with no other ground by then.',
  bounds: 'from the withdrawal to the end of the search',
  settledBy: 'Body-camera sound of the withdrawal, and footage of the search from then on.',
  answers: 'never clearly taken back / cause by then',
  taints: 'after',
  run,
};

/** So many searches around one withdrawal are looked at. */
const NEAR = 12;
/** A search this long before a withdrawal has nothing to do with it, ms. */
const FAR = 6 * 3_600_000;

function run(context: RuleContext): Finding[] {
  const withdrawals = context.ofKind('consent-withdrawn');
  if (withdrawals.length === 0) return [];
  const { solved } = context;
  const searches = new ByTime(
    solved,
    [...context.ofKind('search'), ...context.ofKind('search-person'), ...context.ofKind('frisk')],
    startOf,
  );
  return withdrawals.flatMap((w) => {
    const { min, max } = solved.window(startOf(w));
    return searches
      .touching(min - FAR, max + FAR, NEAR)
      .reverse()
      .flatMap((search) =>
        stopOf(context, w.id) === stopOf(context, search.id) ? judge(context, w, search) : [],
      );
  });
}

function judge(context: RuleContext, withdrawn: EventRow, search: EventRow): Finding[] {
  const { solved } = context;
  const stop = stopOf(context, withdrawn.id);
  const at = startOf(withdrawn);
  const open = solved.openEnd(search.id);
  const to = open ? startOf(search) : endOf(search);
  const bounds = solved.bounds(at, to);
  const grounds = mayBelong(context, stop, ['alert', 'warrant-issued', 'plain-view']);
  if (grounds.some((g) => solved.surely(startOf(g), at))) return [];
  const over = !open && bounds.max <= 0;
  const maybe = grounds.filter((g) => solved.mayBefore(startOf(g), to));
  const status: Status = over
    ? 'foreclosed'
    : bounds.min > 0 && maybe.length === 0
      ? 'established'
      : 'arguable';
  return [
    makeFinding('search-after-withdrawal', `${withdrawn.id} ${search.id}`, {
      status,
      title: 'Searched on after consent was taken back',
      bounds: over
        ? null
        : { min: Math.max(0, bounds.min), max: open ? Number.POSITIVE_INFINITY : counted(bounds).max },
      measures: 'from the withdrawal to the end of the search',
      quantities: [{ from: at, to, bounds }],
      span: { from: at, to },
      subjects: [withdrawn.id, search.id],
      premises: [
        premise(withdrawn),
        premise(search),
        ...maybe.slice(0, 4).map((g) => premise(g, 'Another ground that may have arisen by then')),
        { says: 'Were the words clear? That is no matter of time.', row: null },
        ...searchAsks(context),
        ...contests(context, stop, [at], {
          except: new Set(grounds.map((g) => g.id)),
          also: ['arrest'],
          actor: search.actor,
        }),
      ],
      restsOn: reasonsFor(solved, [[at, to]]),
    }),
  ];
}
