import type { EventRow, MomentRef } from '../record/event';
import type { CaseRecord } from '../record/record';
import { classOf, type EventKind } from '../record/vocabulary';
import type { Solved } from '../time/solve';

/** One seizure and what the record says was done in it. */
export interface Stop {
  /** The id of the row with which it begins, or `stop`. */
  readonly key: string;
  readonly begins: EventRow | null;
  readonly ends: EventRow | null;
  /** Acts in the order in which they are drawn; what is said to justify the stop may come before its beginning. */
  readonly acts: readonly EventRow[];
  /** Places of the acts among the record's events. */
  readonly places: readonly number[];
  /** Camera coverage: kept apart, since a camera is not an act. */
  readonly coverage: readonly EventRow[];
}

/** Kinds that lie beyond any stop. */
const BEYOND = new Set<EventKind>([
  'offer',
  'deadline',
  'disclosure',
  'request',
  'treatment',
  'test-result',
  'employment',
  'payment',
  'testimony',
  'warrant-sought',
  'warrant-issued',
  'warrant-executed',
  'phone-opened',
  'probable-cause-finding',
]);

/** Acts this long after the last one belong to no stop. */
const LONG_AFTER = 6 * 3_600_000;

/** The stops of a record: each runs from a seizure to the next, or to six hours of nothing. */
export function stopsOf(record: CaseRecord, solved: Solved): Stop[] {
  const { at } = solved.positions;
  const placed: { e: EventRow; t: number; i: number }[] = [];
  const coverage: EventRow[] = [];
  record.events.forEach((e, i) => {
    if (classOf(e.kind) === 'coverage') coverage.push(e);
    else if (!BEYOND.has(e.kind) && !Number.isNaN(at[2 * i] as number)) placed.push({ e, t: at[2 * i] as number, i });
  });
  placed.sort((a, b) => a.t - b.t || a.i - b.i);
  const begins = placed.filter((p) => p.e.kind === 'seizure-begins');
  if (begins.length === 0) {
    const telling = placed.some((p) => ['completion', 'canine', 'off-mission', 'search'].includes(classOf(p.e.kind)));
    return telling ? [stopFrom(null, placed, coverage)] : [];
  }
  return begins.map((b, k) => {
    const until = begins[k + 1]?.t ?? Number.POSITIVE_INFINITY;
    return stopFrom(
      b.e,
      placed.filter((p) => p.t < until && (p.t >= b.t || (k === 0 && isCause(p.e, b.t - p.t)) || mayFollow(solved, b.e, p.e, b.t - p.t))),
      coverage,
    );
  });
}

/** What is said to justify a stop comes before it. */
const isCause = (e: EventRow, before: number): boolean => classOf(e.kind) === 'claim' && before < LONG_AFTER;

/** An act drawn shortly before the seizure that the record lets come after it. */
function mayFollow(solved: Solved, begins: EventRow, e: EventRow, before: number): boolean {
  return before < 600_000 && solved.bounds({ id: begins.id, edge: 'start' }, { id: e.id, edge: 'start' }).max > 0;
}

function stopFrom(begins: EventRow | null, placed: readonly { e: EventRow; t: number; i: number }[], coverage: readonly EventRow[]): Stop {
  const acts: EventRow[] = [];
  const places: number[] = [];
  let last = placed[0]?.t ?? 0;
  for (const p of placed) {
    if (p.t - last > LONG_AFTER) break;
    last = p.t;
    acts.push(p.e);
    places.push(p.i);
  }
  const ends = acts.find((e) => e.kind === 'seizure-ends') ?? null;
  return { key: begins?.id ?? 'stop', begins, ends, acts, places, coverage };
}

/** The last moment of the stop that the record knows: its stated end, or its last act. */
export function stopEnd(stop: Stop): MomentRef | null {
  if (stop.ends) return { id: stop.ends.id, edge: 'start' };
  const last = stop.acts.at(-1);
  return last ? { id: last.id, edge: 'start' } : null;
}
