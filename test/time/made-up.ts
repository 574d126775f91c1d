import type { Edge, MomentRef } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import { driftOver } from '../../src/time/solver/drift';
import { random } from '../bench/synthetic';
import type { Listed } from '../brute';
import { record, relation } from '../make';

/** A constraint, and the key of what says so; what a word means has none. */
export interface Said extends Listed {
  readonly key: string;
}

/** A record, and what it says as the definitions of `README.md` have it: worked out beside the text, not from it. */
export interface Made {
  readonly record: CaseRecord;
  readonly said: readonly Said[];
  /** The moments, by their numbers in `said`; an end that is its start has the number of the start. */
  readonly moments: readonly (readonly [MomentRef, number])[];
  readonly nodes: number;
}

const MIN = 60_000;
/** The key of what holds by the meaning of the word: nothing ends before it begins. */
export const ENDS = 'ends';
const DAY = Date.UTC(2024, 2, 14);
const { POSITIVE_INFINITY: EVER } = Number;
const two = (n: number): string => String(n).padStart(2, '0');
const hm = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** Ways to write a reading at a minute of the day, and the ms between which it lies on its clock. */
const READINGS: readonly ((minute: number, more: number) => readonly [string, number, number])[] = [
  (m) => [hm(m), m * MIN, m * MIN + MIN - 1],
  (m, more) => [`${hm(m)}:${two(more)}`, m * MIN + more * 1000, m * MIN + more * 1000 + 999],
  (m, more) => [`between ${hm(m)} and ${hm(m + more)}`, m * MIN, (m + more) * MIN + MIN - 1],
  (m) => [`after ${hm(m)}`, m * MIN, EVER],
  (m) => [`before ${hm(m)}`, -EVER, m * MIN - 1],
  (m) => [`by ${hm(m)}`, -EVER, m * MIN + MIN - 1],
  (m) => [`~${hm(m)} +-2m`, m * MIN - 2 * MIN, m * MIN + 3 * MIN - 1],
];
/** Ways to tie a moment to another, and by how many ms it comes after it. */
const TIES: readonly ((ref: string, n: number) => readonly [string, number, number])[] = [
  (r, n) => [`@${r} +${n}m`, n * MIN, n * MIN + MIN - 1],
  (r, n) => [`@${r} -${n}m`, -n * MIN - MIN + 1, -n * MIN],
  (r) => [`@${r}`, 0, 0],
  (r) => [`after @${r}`, 0, EVER],
  (r) => [`before @${r}`, -EVER, 0],
  (r, n) => [`@${r} +up to ${n}m`, 0, n * MIN],
  (r, n) => [`within ${n}m of @${r}`, -n * MIN, n * MIN],
  (r, n) => [`@${r} +${n} or ${n + 2}m`, n * MIN, n * MIN + 3 * MIN - 1],
  (r, n) => [`@${r} +at least ${n}m`, n * MIN, EVER],
];
/** The clocks of each record; `bare` has no zone. */
export const CLOCKS = ['dispatch', 'cam', 'watch', 'typed', 'bare'] as const;

/** How records of a kind are drawn: how many rows, minutes over which they lie, and how often each thing stands in them. */
export interface Kind {
  readonly rows: number;
  readonly minutes: number;
  readonly ties: number;
  readonly ends: number;
  readonly syncs: number;
  readonly relations: number;
  readonly custody: number;
  readonly ways: number;
  /** Parts in a million by which every clock but the reference may gain or lose; 0 where it is not said. */
  readonly drift?: number;
  /** How often a row, or one side of a sync point, is read on the counter of a recording. */
  readonly film?: number;
}

/** One record of a kind, always the same of a seed. */
export function madeUp(kind: Kind, seed: number): Made {
  const draw = random(seed);
  const int = (n: number): number => Math.floor(draw() * n);
  const often = (share: number): boolean => draw() < share;
  const said: Said[] = [];
  let nodes = 1;
  const say = (key: string, a: number, b: number, min: number, max: number): void =>
    void said.push({ key, a, b, min, max });
  // The clocks: the reference, a machine within 2 min of it, a watch within 5, one with an offset that was typed, and one without a zone.
  const clocks = new Map<string, number>(CLOCKS.map((id) => [id, nodes++]));
  const of = (id: string): number => clocks.get(id) as number;
  say('', 0, of('dispatch'), 0, 0);
  say('assumption cam ', 0, of('cam'), -2 * MIN, 2 * MIN);
  say('assumption watch ', 0, of('watch'), -5 * MIN, 5 * MIN);
  say('offset typed ', 0, of('typed'), 20_000, 50_000);
  const plain = nodes++;
  say('assumption bare ', 0, plain, -2 * MIN, 2 * MIN);
  say('assumption bare zone ', plain, of('bare'), 0, 0);
  const reading = (way = int(kind.ways)): readonly [string, number, number] => {
    const make = READINGS[way] as (typeof READINGS)[number];
    const [text, lo, hi] = make(600 + int(kind.minutes), int(20));
    return [text, lo + DAY, hi + DAY];
  };
  // A clock that drifts is off by another amount at each of its readings.
  const rate = kind.drift ?? 0;
  const knots = new Map<string, Map<number, number>>();
  const offsetAt = (id: string, p: number): number => {
    if (rate === 0 || id === 'dispatch') return of(id);
    const at = knots.get(id) ?? new Map<number, number>();
    knots.set(id, at);
    if (!at.has(p)) at.set(p, nodes++);
    return at.get(p) as number;
  };
  const read = (key: string, id: string, moment: number, lo: number, hi: number): void => {
    if (rate === 0) return say(key, of(id), moment, lo, hi);
    if (lo > -EVER) say(key, offsetAt(id, lo), moment, lo, EVER);
    if (hi < EVER) say(key, offsetAt(id, hi), moment, -EVER, hi);
  };
  const onFilm = (): boolean => kind.film !== undefined && often(kind.film);
  const counted = (minute: number): readonly [string, number, number] => {
    const s = int(3);
    return [`v ${minute}:${two(s)}`, minute * MIN + s * 1000, minute * MIN + s * 1000 + 999];
  };
  const moments: [MomentRef, number][] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const events = Array.from({ length: kind.rows }, (_, i) => {
    const ref = `e${i}`;
    const clockId = CLOCKS[int(CLOCKS.length)] as string;
    const film = onFilm();
    const zone = rate > 0 && clockId === 'bare' && often(0.5) ? 'UTC' : '';
    const s = nodes++;
    starts.push(s);
    let start: string;
    if (i > 0 && often(kind.ties)) {
      const end = often(0.3);
      const to = int(i);
      const make = TIES[int(TIES.length)] as (typeof TIES)[number];
      const [text, min, max] = make(`e${to}${end ? '.end' : ''}`, 1 + int(4));
      say(`relation ${ref} start`, (end ? ends : starts)[to] as number, s, min, max);
      start = text;
    } else {
      const [text, lo, hi] = film ? counted(int(kind.minutes)) : reading();
      read(`reading ${ref} start`, film ? 'film' : clockId, s, lo, hi);
      start = text;
    }
    const runsOn = often(0.6);
    let [end, e] = ['', s];
    if (runsOn || often(kind.ends)) {
      e = nodes++;
      say(ENDS, s, e, 0, EVER);
      if (often(kind.ends)) {
        if (often(0.3)) {
          const n = int(5);
          end = `+${n}m`;
          say(`relation ${ref} end`, s, e, n * MIN, n * MIN + MIN - 1);
        } else {
          const [text, lo, hi] = reading();
          end = text;
          read(`reading ${ref} end`, clockId, e, lo, hi);
        }
      } else if (!runsOn) {
        // A moment whose end nobody writes is over as it begins.
        said.pop();
        e = s;
      }
    }
    ends.push(e);
    moments.push([{ id: ref, edge: 'start' }, s], [{ id: ref, edge: 'end' }, e]);
    return {
      ref,
      kind: runsOn ? ('writing' as const) : ('note' as const),
      start,
      end,
      clockId,
      zone,
      sourceId: film ? 'film' : 'log',
    };
  });
  const edge = (): 'start' | 'end' => (often(0.5) ? 'start' : 'end');
  const relations = Array.from({ length: int(kind.relations + 1) }, (_, i) => {
    const [from, to] = [int(kind.rows), int(kind.rows)];
    const [fromEdge, toEdge] = [edge(), edge()];
    const min = often(0.3) ? null : int(5) * MIN;
    const max = often(0.3) ? null : (min ?? 0) + int(5) * MIN;
    const at = (k: number, of: Edge): number => (of === 'end' ? ends : starts)[k] as number;
    say(`relation r${i} `, at(from, fromEdge), at(to, toEdge), min ?? -EVER, max ?? EVER);
    return relation(`e${from}`, `e${to}`, { id: `r${i}`, fromEdge, toEdge, min, max });
  });
  const syncPoints = Array.from({ length: int(kind.syncs + 1) }, (_, i) => {
    const [a, b] = [CLOCKS[int(5)] as string, CLOCKS[int(5)] as string];
    const at = nodes++;
    const film = onFilm();
    // Clocks that drift are tied where they nearly agree, or few of these records could be true; a recording began at nine.
    const near = 600 + int(kind.minutes);
    const make = (way: number): readonly [string, number, number] => {
      const [text, lo, hi] = (READINGS[way] as (typeof READINGS)[number])(near, int(3));
      return [text, lo + DAY, hi + DAY];
    };
    const x = rate === 0 ? reading(int(2)) : make(int(2));
    const y = film
      ? counted(rate === 0 ? int(kind.minutes) : near - 540)
      : rate === 0
        ? reading(int(2))
        : make(int(2));
    read(`sync s${i} `, a, at, x[1], x[2]);
    read(`sync s${i} `, film ? 'film' : b, at, y[1], y[2]);
    return {
      ...{
        id: `s${i}`,
        caseId: 'c',
        what: 'one moment',
        sourceId: 'log',
        sourceB: film ? 'film' : 'log',
        page: '',
      },
      ...{ clockA: a, dateA: '2024-03-14', readingA: x[0] },
      ...{ clockB: b, dateB: '2024-03-14', readingB: y[0] },
    };
  });
  const custody = Array.from({ length: int(kind.custody + 1) }, (_, i) => {
    const clockId = CLOCKS[int(CLOCKS.length)] as string;
    const texts = (['released', 'received'] as const).map((edge) => {
      const [text, lo, hi] = reading();
      const at = nodes++;
      read(`reading c${i} ${edge}`, clockId, at, lo, hi);
      moments.push([{ id: `c${i}`, edge }, at]);
      return text;
    });
    return { id: `c${i}`, clockId, releasedAt: texts[0] as string, receivedAt: texts[1] as string };
  });
  if (knots.has('film')) offsetAt('film', 0);
  for (const [id, at] of knots)
    for (const [p, v] of at) {
      if (id === 'cam' || id === 'bare') say('', 0, v, -2 * MIN, 2 * MIN);
      if (id === 'watch') say('', 0, v, -5 * MIN, 5 * MIN);
      if (id === 'typed') say('', 0, v, 20_000, 50_000);
      for (const [q, w] of at) if (q < p) say('', w, v, -driftOver(p - q, rate), driftOver(p - q, rate));
    }
  const r = record({
    clocks: [
      { zone: 'UTC' },
      { id: 'cam', name: 'cam', kind: 'camera', reference: false, zone: 'UTC' },
      { id: 'watch', name: 'watch', kind: 'person', reference: false, zone: 'UTC' },
      {
        ...{ id: 'typed', name: 'typed', kind: 'camera', reference: false, zone: 'UTC' },
        offset: { min: 20_000, max: 50_000, why: 'typed' },
      },
      { id: 'bare', name: 'bare', kind: 'keypad', reference: false, zone: '' },
    ],
    events,
    custody,
    relations,
    syncPoints,
  });
  const policies = { ...r.case.policies, machineDrift: rate, personDrift: rate, drift: 0 };
  return { record: { ...r, case: { ...r.case, zone: 'UTC', policies } }, said, moments, nodes };
}

const NONE: Kind = { rows: 4, minutes: 60, ties: 0, ends: 0, syncs: 0, relations: 0, custody: 0, ways: 7 };
/** Records of these kinds, by name. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'readings alone': { ...NONE, rows: 3, ends: 0.5, custody: 3 },
  'rows among others': { ...NONE, rows: 8, ties: 0.25, minutes: 8, ways: 3 },
  'what hangs on other rows': { ...NONE, ties: 0.5, rows: 5 },
  'ends that are written': { ...NONE, ties: 0.3, ends: 0.7 },
  'clocks that are tied': { ...NONE, syncs: 2, ties: 0.3, minutes: 4, ways: 2 },
  'relations of rows': { ...NONE, relations: 3, ends: 0.3, minutes: 12 },
  'rows that clash': { ...NONE, rows: 4, ties: 0.5, ends: 0.4, relations: 2, minutes: 6, ways: 2 },
};

/** Records whose clocks gain or lose up to one part in a hundred, by name: seconds an hour, beside which rounding is nothing. */
export const DRIFTING: Readonly<Record<string, Kind>> = {
  'readings alone': { ...NONE, rows: 4, minutes: 200, ends: 0.3, custody: 2, drift: 10_000 },
  'clocks that are tied': { ...NONE, rows: 5, minutes: 90, syncs: 3, ties: 0.2, ways: 3, drift: 10_000 },
  'a recording’s counter': { ...NONE, rows: 6, minutes: 90, syncs: 3, ways: 2, drift: 5000, film: 0.5 },
  'what hangs on other rows': { ...NONE, rows: 5, minutes: 120, ties: 0.5, syncs: 2, drift: 3000, film: 0.2 },
  'wide readings among sync points': { ...NONE, rows: 4, minutes: 60, syncs: 5, ends: 0.3, drift: 2000 },
};
