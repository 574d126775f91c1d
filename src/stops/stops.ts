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
    readonly codes: Uint8Array,
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

/** The kind of every event as a number, so that a hundred thousand of them are sorted out in a millisecond. */
export function kindCodes(events: readonly EventRow[]): Uint8Array {
  const codes = new Uint8Array(events.length);
  for (let i = 0; i < events.length; i++) codes[i] = codeOf(events[i] as EventRow);
  return codes;
}

function everyPlace(n: number): Int32Array {
  const all = new Int32Array(n);
  for (let i = 0; i < n; i++) all[i] = i;
  return all;
}

/** Sorted once for the same codes: an edit that changes no kind changes nothing here. */
const sortedByCodes = new WeakMap<Uint8Array, Sorted>();

/** Events by kind, sorted out when the first kind is asked for. @param codes `kindCodes` of the events; an array that is never changed in place */
export function eventsByKind(
  events: readonly EventRow[],
  codes: Uint8Array,
): (kind: EventKind) => readonly EventRow[] {
  const lists = new Map<EventKind, readonly EventRow[]>();
  return (kind) => {
    let list = lists.get(kind);
    if (!list) {
      const sorted = sortedByCodes.get(codes) ?? sortByKind(everyPlace(events.length), codes);
      sortedByCodes.set(codes, sorted);
      list = placesIn(sorted, CODES.get(kind) as number, (i) => events[i] as EventRow);
      lists.set(kind, list);
    }
    return list;
  };
}

const CODES = new Map(EVENT_KINDS.map((k, i) => [k, i]));

/** The number of an event's kind. */
export function codeOf(e: EventRow): number {
  return CODES.get(e.kind) as number;
}

const BEGINS = CODES.get('seizure-begins') as number;

/**
 * The stops of a record: each runs from a seizure to the next, or to six hours of nothing.
 * @param codes `kindCodes` of its events
 */
export function stopsOf(
  record: CaseRecord,
  solved: Solved,
  codes: Uint8Array = kindCodes(record.events),
): Stop[] {
  const { at } = solved.positions;
  const { events } = record;
  const placed = new Int32Array(events.length);
  let count = 0;
  const coverage: EventRow[] = [];
  const begins: number[] = [];
  let telling = false;
  for (let i = 0; i < events.length; i++) {
    const use = USE[codes[i] as number] as number;
    if (use === COVERAGE) coverage.push(events[i] as EventRow);
    else if (use !== OUTSIDE && !Number.isNaN(at[2 * i] as number)) {
      placed[count++] = i;
      if (codes[i] === BEGINS) begins.push(i);
      telling ||= use === TELLS;
    }
  }
  const drawn = new Drawn(events, at, placed.subarray(0, count), codes);
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

const [ACT, TELLS, COVERAGE, OUTSIDE] = [0, 1, 2, 3];
/** What an event of each kind is to a stop; a record that begins no seizure still tells of one where it has a completion, a dog, a detour or a search. */
const USE = Uint8Array.from(EVENT_KINDS, (k) => {
  if (classOf(k) === 'coverage') return COVERAGE;
  if (BEYOND.has(k)) return OUTSIDE;
  return ['completion', 'canine', 'off-mission', 'search'].includes(classOf(k)) ? TELLS : ACT;
});

/** What is said to justify a stop comes before it. */
const isCause = (e: EventRow, before: number): boolean => classOf(e.kind) === 'claim' && before < LONG_AFTER;

/** An act drawn shortly before the seizure that the record lets come after it, or that runs into it. */
function mayFollow(solved: Solved, begins: EventRow, e: EventRow, before: number): boolean {
  if (before >= 600_000) return false;
  const from = { id: begins.id, edge: 'start' } as const;
  if (solved.most(from, { id: e.id, edge: 'start' }) > 0) return true;
  return e.end !== '' && !solved.openEnd(e.id) && solved.most(from, { id: e.id, edge: 'end' }) > 0;
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
  private readonly kinds = new Map<EventKind, readonly EventRow[]>();
  private rank: Map<string, number> | null = null;
  private byKind: Sorted | null = null;

  constructor(
    readonly begins: EventRow | null,
    private readonly drawn: Drawn,
    readonly places: Int32Array,
    readonly coverage: readonly EventRow[],
  ) {
    this.key = begins?.id ?? 'stop';
    this.ends = this.of('seizure').find((e) => e.kind === 'seizure-ends') ?? null;
  }

  get acts(): readonly EventRow[] {
    this.all ??= Array.from(this.places, (i) => this.drawn.row(i));
    return this.all;
  }

  kind(kind: EventKind): readonly EventRow[] {
    let list = this.kinds.get(kind);
    if (!list) {
      this.byKind ??= sortByKind(this.places, this.drawn.codes);
      list = placesIn(this.byKind, CODES.get(kind) as number, (i) => this.drawn.row(i));
      this.kinds.set(kind, list);
    }
    return list;
  }

  private inOrder(rows: EventRow[]): EventRow[] {
    if (!this.rank) {
      const rank = new Map<string, number>();
      this.acts.forEach((e, i) => {
        rank.set(e.id, i);
      });
      this.rank = rank;
    }
    const { rank } = this;
    return rows.sort((a, b) => (rank.get(a.id) as number) - (rank.get(b.id) as number));
  }

  of(kind: KindClass): readonly EventRow[] {
    let list = this.classes.get(kind);
    if (!list) {
      const lists =
        KINDS_OF.get(kind)
          ?.map((k) => this.kind(k))
          .filter((l) => l.length > 0) ?? [];
      list = lists.length < 2 ? (lists[0] ?? []) : this.inOrder(lists.flat());
      this.classes.set(kind, list);
    }
    return list;
  }
}

/** The kinds of each class. */
const KINDS_OF = new Map(
  [...new Set(EVENT_KINDS.map(classOf))].map((c) => [c, EVENT_KINDS.filter((k) => classOf(k) === c)]),
);
/** Places sorted out by the kind of their events: those of code k are `list[first[k]]` up to `list[first[k + 1]]`, in their order. */
interface Sorted {
  readonly first: Int32Array;
  readonly list: Int32Array;
}

/** Sorts places by the kind of each: by counting, in two passes. */
function sortByKind(places: Int32Array, codes: Uint8Array): Sorted {
  const size = EVENT_KINDS.length;
  const first = new Int32Array(size + 1);
  for (let p = 0; p < places.length; p++) {
    const k = (codes[places[p] as number] as number) + 1;
    first[k] = (first[k] as number) + 1;
  }
  for (let k = 0; k < size; k++) first[k + 1] = (first[k + 1] as number) + (first[k] as number);
  const list = new Int32Array(places.length);
  const fill = first.slice();
  for (let p = 0; p < places.length; p++) {
    const i = places[p] as number;
    const k = codes[i] as number;
    list[fill[k] as number] = i;
    fill[k] = (fill[k] as number) + 1;
  }
  return { first, list };
}

const placesIn = (
  { first, list }: Sorted,
  k: number,
  row: (place: number) => EventRow,
): readonly EventRow[] => Array.from(list.subarray(first[k], first[k + 1]), row);

/** The last moment of the stop that the record knows: its stated end, or its last act. */
export function stopEnd(stop: Stop): MomentRef | null {
  if (stop.ends) return { id: stop.ends.id, edge: 'start' };
  const last = stop.acts.at(-1);
  return last ? { id: last.id, edge: 'start' } : null;
}
