import type { EventRow, MomentRef } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import { mayBeFirst, mayBeLast } from '../../stops/acts';
import { isStated } from '../../stops/kinds';
import type { Solved } from '../../time/solver/solve';
import { endOf, type RuleContext, startOf } from '../rule';
import { overBy, type Stretch } from '../stretch';
import { ByTime } from '../sweep';

/** What must be known of one officer to say what he did while a dog worked. */
export interface Officer {
  readonly who: string;
  readonly first: EventRow;
  /** The ends of his tasks that may be the last; null where one states no end, or he had none. */
  readonly done: readonly MomentRef[] | null;
  /** His acts that are none of the mission. */
  readonly other: () => ByTime<EventRow>;
  /** When he may first be there. */
  readonly from: () => readonly MomentRef[];
}

export function officerOf(
  solved: Solved,
  who: string,
  acts: readonly EventRow[],
  next: (e: EventRow) => EventRow | null,
): Officer {
  const tasks = acts.filter((e) => KINDS[e.kind].class === 'mission' && KINDS[e.kind].span);
  const closed = tasks.length > 0 && tasks.every((t) => !solved.openEnd(t.id));
  return {
    who,
    first: acts[0] as EventRow,
    done: closed ? mayBeLast(solved, tasks.map(endOf)) : null,
    other: once(
      () =>
        new ByTime(
          solved,
          acts.filter((e) => KINDS[e.kind].class !== 'mission' && !isStated(e.kind)),
          startOf,
          overBy(solved, next),
        ),
    ),
    from: once(() => mayBeFirst(solved, acts.map(startOf))),
  };
}

/** Worked out when it is first asked for. */
function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}

/** Officers other than the dog's handler of whom the record neither ends the tasks before the sniff is over nor says what else they did in it. */
export function unaccountedOfficers(
  { solved }: RuleContext,
  sniff: EventRow,
  s: Stretch,
  officers: readonly Officer[],
): EventRow[] {
  const at = startOf(sniff);
  const end = s.ends[0] ?? endOf(sniff);
  const [lo, hi] = [solved.earliest(at), solved.latest(end)];
  return officers
    .filter(({ who, done, other, from }) => {
      if (who === sniff.actor.trim().toLowerCase()) return false;
      if (done?.every((m) => solved.surely(m, end))) return false;
      const elsewhere = other()
        .touching(lo, hi, NEAR)
        .some(
          (e) =>
            solved.surely(startOf(e), end) &&
            solved.least(at, solved.openEnd(e.id) ? startOf(e) : endOf(e)) > 0,
        );
      return !elsewhere && !from().every((m) => solved.surely(end, m));
    })
    .map((o) => o.first);
}

/** So many of an officer's acts around a sniff are looked at. */
const NEAR = 24;
