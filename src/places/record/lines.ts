import type { EventRow } from '../../record/event';
import { placesById, rowById } from '../../record/rows';
import { KINDS } from '../../record/vocabulary';
import type { Steps } from '../../time/steps';
import type { CaseView } from '../../ui/case-view';
import { citeOf } from '../../words/cite';

/** The columns that can be sorted. */
export type Column = 'written' | 'known' | 'kind' | 'what' | 'who' | 'cite';

/** What of the record is asked for, and in which order; without a column, in the order of time. */
export interface Asked {
  readonly column: Column | null;
  readonly down: boolean;
  readonly filter: string;
  readonly source: string | null;
}

/** Lines in the order asked for: places among the events of `lines`. */
export interface Arranged {
  readonly lines: Lines;
  readonly places: Int32Array;
}

/** So many rows are seen to before the next step. */
const SLICE = 2048;

/** The rows of a record as its table shows them. What is derived of a row is worked out when it is first needed, and kept. */
export class Lines {
  readonly events: readonly EventRow[];
  /** Where each is drawn, ms; NaN where it has no place. */
  readonly at: Float64Array;
  private readonly whyNot: ReadonlyMap<string, string>;
  private readonly cites: (string | undefined)[];
  private readonly texts: (string | undefined)[];
  private readonly keys = new Map<Column, readonly string[]>();
  private byTime: Int32Array | null = null;

  constructor(private readonly view: Pick<CaseView, 'record' | 'latest' | 'analysis'>) {
    const { events } = view.latest;
    const { at } = view.analysis.positions;
    const known = view.record.events === events ? null : placesById(view.record.events);
    this.events = events;
    this.at = Float64Array.from(
      events,
      (e, i) => at[2 * (known ? (known.get(e.id) ?? -1) : i)] ?? Number.NaN,
    );
    this.whyNot = new Map(view.analysis.unplaced.map((u) => [u.row, u.why]));
    this.cites = new Array(events.length);
    this.texts = new Array(events.length);
  }

  event(place: number): EventRow {
    return this.events[place] as EventRow;
  }

  /** Why a row has no time; empty where it has one. */
  bad(place: number): string {
    return this.whyNot.get(this.event(place).id) ?? '';
  }

  cite(place: number): string {
    let cite = this.cites[place];
    if (cite === undefined) {
      const e = this.event(place);
      cite = citeOf(e, rowById(this.view.record.sources, e.sourceId));
      this.cites[place] = cite;
    }
    return cite;
  }

  /** What a search looks through. */
  private text(place: number): string {
    let text = this.texts[place];
    if (text === undefined) {
      const e = this.event(place);
      text =
        `${e.ref} ${e.start} ${e.description} ${e.actor} ${KINDS[e.kind].label} ${this.cite(place)}`.toLowerCase();
      this.texts[place] = text;
    }
    return text;
  }

  /** Those asked for, in steps between which it can be given up for a newer question. */
  *arrange({ column, down, filter, source }: Asked): Steps<Arranged> {
    const { at } = this;
    if (!this.byTime) {
      const all = Int32Array.from(this.events, (_, i) => i);
      this.byTime = yield* sorted(all, (a, b) => later(at[a] as number, at[b] as number));
    }
    const wanted = filter.toLowerCase();
    let places = this.byTime;
    if (source !== null || wanted !== '') {
      const kept: number[] = [];
      for (const [i, p] of places.entries()) {
        if (i % SLICE === SLICE - 1) yield;
        if (source !== null && this.event(p).sourceId !== source) continue;
        if (wanted === '' || this.text(p).includes(wanted)) kept.push(p);
      }
      places = Int32Array.from(kept);
    }
    if (column === null) return { lines: this, places };
    const turn = down ? -1 : 1;
    if (column === 'known')
      return {
        lines: this,
        places: yield* sorted(places.slice(), (a, b) => turn * later(at[a] as number, at[b] as number)),
      };
    const keys = yield* this.keysOf(column);
    const compare = (a: number, b: number): number => {
      const [x, y] = [keys[a] as string, keys[b] as string];
      return x < y ? -turn : x > y ? turn : 0;
    };
    return { lines: this, places: yield* sorted(places.slice(), compare) };
  }

  /** By what a column is sorted: numbers within a text by their size, whatever the case. */
  private *keysOf(column: Exclude<Column, 'known'>): Steps<readonly string[]> {
    const known = this.keys.get(column);
    if (known) return known;
    const keys: string[] = [];
    for (let i = 0; i < this.events.length; i++) {
      if (i % SLICE === SLICE - 1) yield;
      keys.push(keyOf(this.cell(i, column)));
    }
    this.keys.set(column, keys);
    return keys;
  }

  private cell(place: number, column: Exclude<Column, 'known'>): string {
    const e = this.event(place);
    switch (column) {
      case 'written':
        return e.start;
      case 'kind':
        return KINDS[e.kind].label;
      case 'what':
        return e.description;
      case 'who':
        return e.actor;
      case 'cite':
        return this.cite(place);
    }
  }
}

const keyOf = (text: string): string => text.toLowerCase().replace(/\d+/g, (d) => d.padStart(12, '0'));

/** In the order of time, what has no place last. */
const later = (a: number, b: number): number =>
  Number.isNaN(a) ? (Number.isNaN(b) ? 0 : 1) : Number.isNaN(b) ? -1 : a - b;

/** Sorts in place or in a copy, without changing the order of equals: small runs first, then run by run together, in steps. */
function* sorted(places: Int32Array, compare: (a: number, b: number) => number): Steps<Int32Array> {
  const n = places.length;
  for (let a = 0; a < n; a += SLICE) {
    places.subarray(a, a + SLICE).sort(compare);
    yield;
  }
  let from = places;
  let to: Int32Array = new Int32Array(n);
  for (let size = SLICE; size < n; size *= 2) {
    for (let first = 0; first < n; first += 2 * size) {
      const middle = Math.min(first + size, n);
      const end = Math.min(first + 2 * size, n);
      let [a, b] = [first, middle];
      for (let k = first; k < end; k++) {
        if (k % SLICE === 0) yield;
        const left = b >= end || (a < middle && compare(from[a] as number, from[b] as number) <= 0);
        to[k] = (left ? from[a++] : from[b++]) as number;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
