import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { solveRecord } from '../../src/time/solver/solve';
import { random } from '../bench/synthetic';
import { record, relation } from '../make';

const MIN = 60_000;
const ZONE = 'America/Chicago';
/** Days on which records are made up: an ordinary one, and the two of a year on which clocks change. */
const DAYS = ['2024-03-14', '2024-03-10', '2024-11-03'];

/** What really happened, and a record written of it by clocks that are off, gain or lose, and by a recording's counter. */
function written(seed: number) {
  const draw = random(seed);
  const int = (n: number): number => Math.floor(draw() * n);
  const often = (share: number): boolean => draw() < share;
  const day = DAYS[seed % DAYS.length] as string;
  const zero = DateTime.fromISO(`${day}T00:10:00`, { zone: ZONE }).toMillis();
  // Each clock shows t less what it is off there: a camera gains or loses 95 parts in a million, a watch 240, nearly all that is assumed.
  const off = [0, 1, 2].map((k) => ({
    by: k === 0 ? 0 : int(k * 180_000) - k * 90_000,
    rate: ([0, 9.5e-5, 2.4e-4][k] as number) * (often(0.5) ? 1 : -1),
  }));
  const began = zero + int(60 * MIN);
  const shown = (clock: number, t: number): number => {
    const { by, rate } = off[clock] as { by: number; rate: number };
    return Math.floor(t - by - rate * (t - zero));
  };
  const film = (t: number): number => Math.floor((t - began) * (1 + 9.5e-5));
  const at = (ms: number): DateTime => DateTime.fromMillis(ms, { zone: ZONE });
  const hm = (ms: number): string => at(ms).toFormat('HH:mm');
  // To the second or the tenth of one.
  const hms = (ms: number): string =>
    at(ms).toFormat('HH:mm:ss') + (often(0.5) ? `.${Math.floor((ms % 1000) / 100)}` : '');
  const counted = (t: number): string => {
    const s = Math.floor(film(t) / 1000);
    return `v ${Math.floor(s / 3600)}:${String(Math.floor(s / 60) % 60).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}`;
  };
  const named = (ms: number): string => (at(ms).offset === -300 ? 'CDT' : 'CST');
  const dated = (ms: number, text: string): string => `${at(ms).toFormat('yyyy-MM-dd')} ${text}`;
  const reading = (clock: number, t: number): string => {
    const c = shown(clock, t);
    const [before, after, rough] = [c - int(10 * MIN), c + int(10 * MIN), c + int(8 * MIN) - 4 * MIN];
    return (
      [
        () => dated(c, hm(c)),
        () => dated(c, hms(c)),
        () => `${dated(c, hms(c))} ${named(c)}`,
        () => `about ${dated(rough, hm(rough))}`,
        () => `after ${dated(before, hm(before))}`,
        () => `by ${dated(after, hm(after))}`,
        () =>
          `between ${dated(before, hms(before))} ${named(before)} and ${dated(after, hms(after))} ${named(after)}`,
      ][[0, 1, 1, 1, 2, 2, 4, 5, 6][int(9)] as number] as () => string
    )();
  };
  const acts = Array.from({ length: 3 + int(5) }, () => {
    const t = zero + int(240 * MIN);
    return { t, until: t + int(30 * MIN) };
  });
  const ids = ['dispatch', 'cam', 'watch'];
  const custody = Array.from({ length: int(3) }, (_, i) => {
    const [clock, from] = [int(3), zero + int(200 * MIN)];
    const until = from + int(40 * MIN);
    const [a, b] = [shown(clock, from), shown(clock, until)];
    return {
      ...{ id: `c${i}`, clockId: ids[clock] as string, from, until, releasedBy: 'A', receivedBy: 'B' },
      ...{ releasedAt: hm(a), releasedDate: at(a).toFormat('yyyy-MM-dd') },
      ...{ receivedAt: hms(b), receivedDate: at(b).toFormat('yyyy-MM-dd') },
    };
  });
  const events = acts.map(({ t, until }, i) => {
    const clock = int(3);
    const onFilm = often(0.25) && t > began;
    const o = int(acts.length);
    const [from, ended] = [(acts[o] as { t: number }).t, often(0.4)];
    const ahead = t - from;
    const tie =
      o === i
        ? ''
        : often(0.5)
          ? `${ahead >= 0 ? 'after' : 'before'} @e${o}`
          : ahead > 0
            ? often(0.5)
              ? `@e${o} +${Math.floor(ahead / MIN)}m`
              : `@e${o} +${Math.max(0, Math.floor(ahead / MIN) - 1)} or ${Math.floor(ahead / MIN) + int(2)} min`
            : `within ${Math.ceil(-ahead / MIN) + 1}m of @e${o}`;
    const own = onFilm ? counted(t) : reading(clock, t);
    const start = tie !== '' && often(0.3) ? (often(0.5) ? tie : `${own}; ${tie}`) : own;
    const length = until - t;
    const end = !ended
      ? ''
      : often(0.3)
        ? `+${Math.floor(length / MIN)}m`
        : onFilm
          ? counted(until)
          : reading(clock, until);
    return {
      ref: `e${i}`,
      date: day,
      start,
      end,
      kind: 'search' as const,
      clockId: ids[clock] as string,
      sourceId: onFilm ? 'film' : 'log',
      written: ended,
    };
  });
  const syncPoints = Array.from({ length: int(4) }, (_, i) => {
    const t = zero + int(240 * MIN);
    const clock = 1 + int(2);
    const onFilm = often(0.4) && t > began;
    const [a, b] = [shown(0, t), shown(clock, t)];
    return {
      ...{
        id: `s${i}`,
        caseId: 'c',
        what: 'one moment',
        sourceId: 'log',
        sourceB: onFilm ? 'film' : 'log',
        page: '',
      },
      ...{ clockA: 'dispatch', dateA: at(a).toFormat('yyyy-MM-dd'), readingA: hms(a) },
      ...{
        clockB: ids[clock] as string,
        dateB: at(b).toFormat('yyyy-MM-dd'),
        readingB: onFilm ? counted(t) : hms(b),
      },
    };
  });
  const relations = Array.from({ length: int(3) }, (_, i) => {
    const [x, y] = [int(acts.length), int(acts.length)];
    const apart = (acts[y] as { t: number }).t - (acts[x] as { t: number }).t;
    return relation(`e${x}`, `e${y}`, {
      id: `r${i}`,
      min: apart - int(5 * MIN),
      max: often(0.5) ? apart + int(5 * MIN) : null,
    });
  });
  const r = record({
    clocks: [
      { zone: ZONE },
      { id: 'cam', name: 'cam', kind: 'camera', reference: false, zone: ZONE },
      { id: 'watch', name: 'watch', kind: 'person', reference: false, zone: '' },
    ],
    events: events.map(({ written: _, ...e }) => e),
    relations,
    syncPoints,
    custody: custody.map(({ from: _, until: __, ...c }) => c),
  });
  return {
    record: { ...r, case: { ...r.case, zone: ZONE } },
    acts,
    custody,
    ended: events.map((e) => e.written),
  };
}

/** What the answers to a record leave out of what really happened. */
function missed(seed: number): string[] {
  const { record: r, acts, custody, ended } = written(seed);
  const solved = solveRecord(r);
  const wrong = [
    ...solved.contradictions.map((c) => `clash: ${JSON.stringify(c.entries)}`),
    ...solved.unplaced.map((u) => `${u.row} ${u.edge}: ${u.why}`),
  ];
  const hold = (what: string, { min, max }: { min: number; max: number }, truth: number): void => {
    if (!(min <= truth && truth <= max))
      wrong.push(`${what}: ${min - truth} to ${max - truth} from what was`);
  };
  for (const c of custody) {
    const [from, until] = [
      { id: c.id, edge: 'released' },
      { id: c.id, edge: 'received' },
    ] as const;
    hold(`${c.id} let go`, solved.window(from), c.from);
    hold(`${c.id} taken`, solved.window(until), c.until);
    hold(`${c.id}`, solved.bounds(from, until), c.until - c.from);
  }
  for (const [i, a] of acts.entries()) {
    const s = { id: `e${i}`, edge: 'start' } as const;
    hold(`e${i}`, solved.window(s), a.t);
    for (const [j, b] of acts.entries()) {
      hold(`e${i} to e${j}`, solved.bounds(s, { id: `e${j}`, edge: 'start' }), b.t - a.t);
      if (ended[j])
        hold(`e${i} to the end of e${j}`, solved.bounds(s, { id: `e${j}`, edge: 'end' }), b.until - a.t);
    }
  }
  return wrong;
}

describe('a record written of a true course, by clocks that drift and nights on which they change', () => {
  it('holds it within every window and length', () => {
    for (const seed of Array(200).keys()) expect(missed(seed), `seed ${seed}`).toEqual([]);
  });
});
