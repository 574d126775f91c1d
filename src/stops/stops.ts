import type { EventRow, MomentRef } from '../record/event';
import type { KindClass } from '../record/kind';
import type { CaseRecord } from '../record/record';
import { classOf, EVENT_KINDS, type EventKind } from '../record/vocabulary';
import type { Solved } from '../time/solver/solve';

/** One seizure and what the record says was done in it. */
export interface Stop {
  /** The id of the row with which it begins, or `stop`. */
  readonly key: string;
  readonly begins: EventRow | null;
  readonly ends: EventRow | null;
  /** Acts in the order in which they are drawn; what is said to justify the stop may come before its beginning. */
  readonly acts: readonly EventRow[];
  /** Places of the acts among the record's events. */
  readonly places: Int32Array;
  /** The acts of one class, in their order. */
  of(kind: KindClass): readonly EventRow[];
  /** The acts of one kind, in their order. */
  kind(kind: EventKind): readonly EventRow[];
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
  'premises-held',
  'access',
  'lab-test',
  'lab-report',
  'mention',
]);

/** Acts this long after the last one belong to no stop. */
export const LONG_AFTER = 6 * 3_600_000;

/** Events with a place, in the order in which they are drawn. */
class Drawn {
  /** Places among the record's events. */
  readonly places: Int32Array;

  constructor(
    private readonly events: readonly EventRow[],
    private readonly at: Float64Array,
    places: Int32Array,
  ) {
    this.places = places;
    this.sort();
  }

  /** By insertion, since records come nearly in order; by merging, where one does not. */
  private sort(): void {
    const order = this.places;
    let moves = 16 * order.length + 64;
    for (let k = 1; k < order.length; k++) {
      const i = order[k] as number;
      let j = k;
      while (j > 0 && this.before(i, order[j - 1] as number) < 0) {
        order[j] = order[j - 1] as number;
        j--;
        if (--moves < 0) {
          order[j] = i;
          order.sort((a, b) => this.before(a, b));
          return;
        }
      }
      order[j] = i;
    }
  }

  private before(a: number, b: number): number {
    const d = (this.at[2 * a] as number) - (this.at[2 * b] as number);
    return d !== 0 ? d : this.row(a).id < this.row(b).id ? -1 : 1;
  }

  row(i: number): EventRow {
    return this.events[i] as EventRow;
  }

  t(i: number): number {
    return this.at[2 * i] as number;
  }

  /** The first in the order that is not before `t`. */
  from(t: number): number {
    let [lo, hi] = [0, this.places.length];
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (this.t(this.places[mid] as number) < t) lo = mid + 1;
      else hi = mid;
    }
    return lo;
  }
}

/** Events sorted out by kind, in their order. */
const byKind = (events: Iterable<EventRow>): Map<EventKind, EventRow[]> => {
  const lists = new Map<EventKind, EventRow[]>();
  for (const e of events) {
    const list = lists.get(e.kind);
    if (list) list.push(e);
    else lists.set(e.kind, [e]);
  }
  return lists;
};

/** Events of a record by kind, sorted out when the first kind is asked for. */
export function eventsByKind(events: readonly EventRow[]): (kind: EventKind) => readonly EventRow[] {
  let lists: Map<EventKind, readonly EventRow[]> | null = null;
  return (kind) => {
    lists ??= byKind(events);
    return lists.get(kind) ?? [];
  };
}

/** The stops of a record: each runs from a seizure to the next, or to six hours of nothing. */
export function stopsOf(record: CaseRecord, solved: Solved): Stop[] {
  const { at } = solved.positions;
  const { events } = record;
  const placed = new Int32Array(events.length);
  let count = 0;
  const coverage: EventRow[] = [];
  const begins: number[] = [];
  let telling = false;
  for (let i = 0; i < events.length; i++) {
    const e = events[i] as EventRow;
    const use = USE[e.kind];
    if (use === 'coverage') coverage.push(e);
    else if (use !== 'outside' && !Number.isNaN(at[2 * i] as number)) {
      placed[count++] = i;
      if (e.kind === 'seizure-begins') begins.push(i);
      telling ||= use === 'tells';
    }
  }
  const drawn = new Drawn(events, at, placed.subarray(0, count));
  if (begins.length === 0) return telling ? [stopFrom(null, drawn, drawn.places, coverage)] : [];
  begins.sort((a, b) => drawn.t(a) - drawn.t(b) || (drawn.row(a).id < drawn.row(b).id ? -1 : 1));
  return begins.map((b, k) => {
    const [t, next] = [drawn.t(b), begins[k + 1]];
    const until = next === undefined ? Number.POSITIVE_INFINITY : drawn.t(next);
    const mine = drawn.places.subarray(drawn.from(t - LONG_AFTER), drawn.from(until)).filter((i) => {
      const before = t - drawn.t(i);
      return (
        before <= 0 ||
        (k === 0 && isCause(drawn.row(i), before)) ||
        mayFollow(solved, drawn.row(b), drawn.row(i), before)
      );
    });
    return stopFrom(drawn.row(b), drawn, mine, coverage);
  });
}

/** Classes that tell of a stop where no seizure is written. */
const TELLING: readonly KindClass[] = ['completion', 'canine', 'off-mission', 'search'];

/** What an event of each kind is to a stop. */
const USE = Object.fromEntries(
  EVENT_KINDS.map((k) => {
    if (classOf(k) === 'coverage') return [k, 'coverage'];
    if (BEYOND.has(k)) return [k, 'outside'];
    return [k, TELLING.includes(classOf(k)) ? 'tells' : 'act'];
  }),
) as Record<EventKind, 'act' | 'tells' | 'coverage' | 'outside'>;

/** What is said to justify a stop comes before it. */
const isCause = (e: EventRow, before: number): boolean => classOf(e.kind) === 'claim' && before < LONG_AFTER;

/** An act drawn shortly before the seizure that the record lets come after it, or that runs into it. */
function mayFollow(solved: Solved, begins: EventRow, e: EventRow, before: number): boolean {
  if (before >= 600_000) return false;
  const from = { id: begins.id, edge: 'start' } as const;
  if (solved.mayBefore(from, { id: e.id, edge: 'start' })) return true;
  return e.end !== '' && !solved.openEnd(e.id) && solved.mayBefore(from, { id: e.id, edge: 'end' });
}

function stopFrom(
  begins: EventRow | null,
  drawn: Drawn,
  mine: Int32Array,
  coverage: readonly EventRow[],
): Stop {
  let [length, last] = [0, mine.length > 0 ? drawn.t(mine[0] as number) : 0];
  for (; length < mine.length; length++) {
    const t = drawn.t(mine[length] as number);
    if (t - last > LONG_AFTER) break;
    last = t;
  }
  return new DrawnStop(begins, drawn, mine.subarray(0, length), coverage);
}

/** A stop whose lists are made when a rule first asks for them. */
class DrawnStop implements Stop {
  readonly key: string;
  readonly ends: EventRow | null;
  private all: readonly EventRow[] | null = null;
  private readonly classes = new Map<KindClass, readonly EventRow[]>();
  private kinds: Map<EventKind, readonly EventRow[]> | null = null;

  constructor(
    readonly begins: EventRow | null,
    private readonly drawn: Drawn,
    readonly places: Int32Array,
    readonly coverage: readonly EventRow[],
  ) {
    this.key = begins?.id ?? 'stop';
    // Who was never arrested was not released from custody, but at the roadside.
    const released = this.kind('arrest').length === 0 ? this.kind('released')[0] : undefined;
    this.ends = this.kind('seizure-ends')[0] ?? released ?? null;
  }

  get acts(): readonly EventRow[] {
    this.all ??= Array.from(this.places, (i) => this.drawn.row(i));
    return this.all;
  }

  kind(kind: EventKind): readonly EventRow[] {
    this.kinds ??= byKind(this.acts);
    return this.kinds.get(kind) ?? [];
  }

  of(kind: KindClass): readonly EventRow[] {
    let list = this.classes.get(kind);
    if (!list) {
      list = this.acts.filter((e) => classOf(e.kind) === kind);
      this.classes.set(kind, list);
    }
    return list;
  }
}

/** The last moment of the stop that the record knows: its stated end, or its last act. */
export function stopEnd(stop: Stop): MomentRef | null {
  if (stop.ends) return { id: stop.ends.id, edge: 'start' };
  const last = stop.acts.at(-1);
  return last ? { id: last.id, edge: 'start' } : null;
}
