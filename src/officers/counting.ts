import {
  bare,
  CHOSEN,
  type Chosen,
  lengthOf,
  type StopChoice,
  type StopMapping,
  StopTimes,
  severalIn,
  yesOf,
} from './stop-data';

/** Distinct values of a column that are listed; of more only the first are. */
const MOST_VALUES = 5000;
/** Lengths that are told apart; beyond, a table is no table of stops. */
const MOST_LENGTHS = 100_000;
const DAY = 86_400_000;

/** Which values stand in the columns that a benchmark chooses between, with how many rows have each. */
export class Survey {
  rows = 0;
  readonly values: Readonly<Record<Chosen, Map<string, number>>> = {
    officer: new Map(),
    district: new Map(),
    kind: new Map(),
    outcome: new Map(),
  };
  private readonly at: readonly (readonly [Map<string, number>, number])[];

  constructor(mapping: StopMapping) {
    this.at = CHOSEN.flatMap((f) => {
      const column = mapping.columns[f];
      return column === undefined ? [] : [[this.values[f], column] as const];
    });
  }

  row(cells: readonly string[]): void {
    this.rows++;
    for (const [values, column] of this.at) {
      const value = bare(cells[column]);
      const n = values.get(value);
      if (n !== undefined) values.set(value, n + 1);
      else if (values.size < MOST_VALUES) values.set(value, 1);
    }
  }
}

/** What was counted: lengths with how many had each, what was left out and why, and rates. */
export interface Counted {
  readonly rows: number;
  /** Stops that the benchmark chooses, with a length or without. */
  readonly chosen: number;
  readonly lengths: readonly { readonly min: number; readonly max: number; readonly n: number }[];
  readonly leftOut: readonly { readonly why: string; readonly n: number }[];
  readonly rates: readonly { readonly what: string; readonly n: number; readonly of: number }[];
}

const WHY = {
  noEnd: 'no end is written',
  noStart: 'no beginning is written',
  unread: 'a time or length that cannot be read',
  several: 'several times or lengths in one cell',
  negative: 'the end is before the beginning',
  zero: 'a length of 0',
  forgotten: 'longer than the limit: a timer that was forgotten',
  self: 'the stop of this case itself',
  dayUnread: 'a date that cannot be read, where the choice turns on it',
  timeUnread: 'a time of day that cannot be read, where the choice turns on it',
} as const;

const RATES = [
  ['dog', 'a dog was called'],
  ['search', 'a search'],
  ['consent', 'consent was asked'],
] as const;

/** Counts the stops of one benchmark as they stream by; no row of them is kept. */
export class Counter {
  private rows = 0;
  private chosen = 0;
  private readonly lengths = new Map<number, Map<number, number>>();
  private distinct = 0;
  private readonly left = new Map<keyof typeof WHY, number>();
  private readonly yes = new Map<string, [number, number]>();
  private readonly times: StopTimes;
  private readonly wanted: readonly (readonly [number, ReadonlySet<string>])[];
  /** The rates of which the table has a column. */
  private readonly asked: readonly { readonly what: string; readonly column: number }[];
  private readonly since: number;
  private readonly until: number;
  private readonly c: Readonly<Record<string, number>>;

  constructor(
    private readonly mapping: StopMapping,
    private readonly choice: StopChoice,
  ) {
    this.times = new StopTimes(mapping.dateOrder);
    this.c = mapping.columns;
    this.wanted = CHOSEN.flatMap((f) => {
      const [column, values] = [mapping.columns[f], choice.values[f]];
      return column === undefined || values === undefined ? [] : [[column, new Set(values)] as const];
    });
    this.asked = RATES.flatMap(([field, what]) => {
      const column = mapping.columns[field];
      return column === undefined ? [] : [{ what, column }];
    });
    const day = (text: string, open: number): number =>
      text === '' ? open : Date.parse(`${text}T00:00:00Z`) / DAY;
    this.since = day(choice.since, Number.NEGATIVE_INFINITY);
    this.until = day(choice.until, Number.POSITIVE_INFINITY);
  }

  row(cells: readonly string[]): void {
    this.rows++;
    for (const [column, values] of this.wanted) if (!values.has(bare(cells[column]))) return;
    const { hours, notThis } = this.choice;
    const dated = Number.isFinite(this.since) || Number.isFinite(this.until);
    const begun = this.begun(cells);
    if (dated) {
      if (begun.day === null) return this.out('dayUnread');
      if (begun.day < this.since || begun.day > this.until) return;
    }
    if (hours) {
      if (!begun.time) return this.unread(cells, 'start', 'timeUnread');
      const minute = Math.floor(begun.time.ms / 60_000);
      const [from, to] = hours;
      if (from <= to ? minute < from || minute >= to : minute < from && minute >= to) return;
    }
    if (notThis !== '' && this.cell(cells, 'id') === notThis) return this.out('self');
    this.chosen++;
    this.rates(cells);
    this.length(cells, begun);
  }

  private cell(cells: readonly string[], field: string): string {
    const column = this.c[field];
    return column === undefined ? '' : bare(cells[column]);
  }

  private begun(cells: readonly string[]): ReturnType<StopTimes['moment']> {
    const text = this.cell(cells, 'start');
    const at = text === '' ? { day: null, time: null } : this.times.moment(text);
    const date = this.cell(cells, 'date');
    return { time: at.time, day: at.day ?? (date === '' ? null : this.times.moment(date).day) };
  }

  private length(cells: readonly string[], begun: ReturnType<StopTimes['moment']>): void {
    const written = this.cell(cells, 'length');
    if (this.c['length'] !== undefined) {
      if (written === '') return this.out('noEnd');
      // Nobody stops a car for no time at all: the field was left at its beginning.
      if (/\d/.test(written) && !/[1-9]/.test(written)) return this.out('zero');
      const length = lengthOf(written, this.mapping.unit);
      return length ? this.put(length.min, length.max) : this.unread(cells, 'length');
    }
    const text = this.cell(cells, 'end');
    if (text === '') return this.out('noEnd');
    if (this.cell(cells, 'start') === '') return this.out('noStart');
    const end = this.times.moment(text);
    if (!begun.time) return this.unread(cells, 'start');
    if (!end.time) return this.unread(cells, 'end');
    let ms = end.time.ms - begun.time.ms;
    if (end.day !== null && begun.day !== null) ms += (end.day - begun.day) * DAY;
    // Without a day of its own the end is of the next day where the time falls.
    else if (ms < 0) ms += DAY;
    // Within its unit each may be anything; both are of one clock.
    this.put(ms - begun.time.width + 1, ms + end.time.width - 1);
  }

  /** A cell that is read as no time and no length: it may hold several. */
  private unread(cells: readonly string[], field: string, why: keyof typeof WHY = 'unread'): void {
    this.out(severalIn(this.cell(cells, field), this.mapping.unit) ? 'several' : why);
  }

  private put(min: number, max: number): void {
    if (max < 0) return this.out('negative');
    if (min >= this.choice.forgotten) return this.out('forgotten');
    const least = Math.max(0, min);
    let most = this.lengths.get(least);
    if (!most) {
      most = new Map();
      this.lengths.set(least, most);
    }
    const n = most.get(max);
    if (n === undefined && ++this.distinct > MOST_LENGTHS)
      throw new Error(
        'The lengths are told apart to less than a second: map the columns of beginning and end anew.',
      );
    most.set(max, (n ?? 0) + 1);
  }

  private rates(cells: readonly string[]): void {
    for (const { what, column } of this.asked) this.say(what, yesOf(bare(cells[column])));
    if (this.c['found'] === undefined || yesOf(this.cell(cells, 'search')) !== true) return;
    const found = yesOf(this.cell(cells, 'found'));
    this.say('nothing found in a search', found === null ? null : !found);
  }

  private say(what: string, yes: boolean | null): void {
    if (yes === null) return;
    const now = this.yes.get(what);
    if (!now) this.yes.set(what, [yes ? 1 : 0, 1]);
    else {
      if (yes) now[0]++;
      now[1]++;
    }
  }

  private out(why: keyof typeof WHY): void {
    this.left.set(why, (this.left.get(why) ?? 0) + 1);
  }

  counted(): Counted {
    const lengths = [...this.lengths]
      .flatMap(([min, all]) => [...all].map(([max, n]) => ({ min, max, n })))
      .sort((a, b) => a.min - b.min || a.max - b.max);
    return {
      rows: this.rows,
      chosen: this.chosen,
      lengths,
      leftOut: [...this.left].map(([why, n]) => ({ why: WHY[why], n })).sort((a, b) => b.n - a.n),
      rates: [...this.yes].map(([what, [n, of]]) => ({ what, n, of })),
    };
  }
}
