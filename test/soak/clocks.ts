import type { MomentRef } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import { solveRecord } from '../../src/time/solver/solve';
import { record } from '../make';

type Int = (below: number) => number;
const two = (n: number): string => String(n).padStart(2, '0');

/** Noon of 14 March 2024, UTC. */
const NOON = Date.UTC(2024, 2, 14, 12);
const HOUR = 3_600_000;

/** A clock as it truly runs: its offset and rate change nowhere by more than the case allows. */
interface True {
  readonly id: string;
  readonly kind: 'dispatch' | 'camera' | 'keypad' | 'person';
  /** Hours that its zone is behind UTC; null where its source states none, and it keeps the case's. */
  readonly zone: number | null;
  /** What it shows at a true instant, ms UTC by its own showing. */
  readonly shows: (t: number) => number;
}

/** A rate that wanders, piece by piece, never beyond `most` parts in a million; the reading at `t` in exact ms. */
function wandering(int: Int, offset: number, most: number, span: number): (t: number) => number {
  const pieces = 1 + int(3);
  // Parts in a million of true time: just within what is allowed of its own reading.
  const rates = Array.from({ length: pieces }, () => ((int(2001) - 1000) / 1000) * (most - 1));
  const piece = span / pieces;
  return (t) => {
    let shown = t - offset;
    const since = Math.max(0, Math.min(span, t - NOON));
    for (let i = 0; i < pieces; i++)
      shown += (Math.max(0, Math.min(piece, since - i * piece)) * (rates[i] as number)) / 1e6;
    return shown;
  };
}

/** A time as a log writes it: the clock's reading cut to the unit, in its zone. */
function written(clock: True, t: number, unit: number): { text: string; date: string } {
  const local = Math.floor(clock.shows(t)) - (clock.zone ?? 5) * HOUR;
  const d = new Date(local);
  const hm = `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
  const s = two(d.getUTCSeconds());
  const text =
    unit >= 60_000
      ? hm
      : unit >= 1000
        ? `${hm}:${s}`
        : `${hm}:${s}.${String(Math.floor(d.getUTCMilliseconds() / unit) * unit)
            .padStart(3, '0')
            .slice(0, unit >= 100 ? 1 : 2)}`;
  return { text, date: d.toISOString().slice(0, 10) };
}

const UNITS = [60_000, 1000, 1000, 100, 10] as const;

/** A true course of up to five days on clocks that drift within the case's rates, and the record that was written of it. */
function madeUp(int: Int): { record: CaseRecord; truth: Map<string, number> } {
  const span = [HOUR, 12 * HOUR, 24 * HOUR, 120 * HOUR][int(4)] as number;
  const media = int(3) === 0;
  const clocks: True[] = [
    { id: 'dispatch', kind: 'dispatch', zone: 5, shows: (t) => t },
    {
      id: 'cam',
      kind: 'camera',
      zone: [0, 5, null][int(3)] as number | null,
      shows: wandering(int, int(120_001) - 60_000, 100, span),
    },
    { id: 'door', kind: 'keypad', zone: 5, shows: wandering(int, int(120_001) - 60_000, 100, span) },
    {
      id: 'watch',
      kind: 'person',
      zone: [5, null][int(2)] as number | null,
      shows: wandering(int, int(360_001) - 180_000, 250, span),
    },
  ];
  const pick = (): True => clocks[int(clocks.length)] as True;
  const at = (): number => NOON + int(span);
  const truth = new Map<string, number>();
  const begins = NOON + int(span);
  const counter = wandering(int, 0, 100, span);
  const counted = (t: number): string => {
    const ms = Math.max(0, Math.floor(counter(t) - counter(begins)));
    const s = Math.floor(ms / 1000);
    return `v ${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}.${Math.floor((ms % 1000) / 100)}`;
  };
  const events = Array.from({ length: 3 + int(7) }, (_, i) => {
    const id = `e${i}`;
    const earlier = [...truth].filter(([k]) => !k.endsWith('end'));
    const [ref, when] = (earlier[int(Math.max(1, earlier.length))] ?? []) as [string?, number?];
    const how = int(6);
    const clock = pick();
    if (ref !== undefined && when !== undefined && how === 0) {
      const t = when + int(3 * HOUR);
      truth.set(id, t);
      return { ref: id, start: `@${ref} +${Math.floor((t - when) / 60_000)}m`, clockId: clock.id };
    }
    const t = media && how === 1 ? begins + int(2 * HOUR) : at();
    truth.set(id, t);
    if (ref !== undefined && when !== undefined && how === 2)
      return { ref: id, start: t >= when ? `after @${ref}` : `before @${ref}`, clockId: clock.id };
    if (media && how === 1) return { ref: id, start: counted(t), clockId: 'cam', sourceId: 'film' };
    const unit = UNITS[int(UNITS.length)] as number;
    const { text, date } = written(clock, t, unit);
    if (how !== 3) return { ref: id, start: text, date, clockId: clock.id };
    const until = t + int(2 * HOUR);
    const end = written(clock, until, unit);
    if (end.date !== date) return { ref: id, start: text, date, clockId: clock.id };
    truth.set(`${id} end`, until);
    return { ref: id, kind: 'search' as const, start: text, date, end: end.text, clockId: clock.id };
  });
  const syncPoints = Array.from({ length: int(4) }, (_, i) => {
    const [a, b] = [pick(), pick()];
    const film = media && int(2) === 0;
    const t = film ? begins + int(2 * HOUR) : at();
    const unit = UNITS[1 + int(4)] as number;
    const [x, y] = [written(a, t, unit), written(b, t, unit)];
    return {
      id: `s${i}`,
      caseId: 'c',
      what: 'one moment',
      clockA: a.id,
      dateA: x.date,
      readingA: x.text,
      clockB: film ? 'cam' : b.id,
      dateB: film ? x.date : y.date,
      readingB: film ? counted(t) : y.text,
      sourceId: 'log',
      sourceB: film ? 'film' : undefined,
      page: '',
    };
  });
  const r = record({
    clocks: clocks.map((c) => ({
      id: c.id,
      name: c.id,
      kind: c.kind,
      reference: c.kind === 'dispatch',
      zone: c.zone === null ? '' : c.zone === 0 ? 'UTC' : '-05:00',
    })),
    sources: [{}, { id: 'film', name: 'Film', kind: 'camera' }],
    events,
    syncPoints: syncPoints.map(({ sourceB, ...s }) => (sourceB ? { ...s, sourceB } : s)),
  });
  return { record: { ...r, case: { ...r.case, zone: '-05:00' } }, truth };
}

/**
 * Random cases with clocks that drift within the case's rates, in several zones, read to the minute, second, tenth and
 * hundredth, with sync points, counters, spans and relations: every bound contains the truth, none is called a
 * contradiction, and the proofs of every end add up to it.
 */
export function driftingClocks(total: number, int: Int, miss: (round: number, why: string) => never): string {
  let [bounds, proofs, assumed] = [0, 0, 0];
  for (let round = 0; round < total; round++) {
    const { record: r, truth } = madeUp(int);
    const solved = solveRecord(r);
    const say = (): string =>
      JSON.stringify([
        r.events.map((e) => [e.id, e.clockId, e.date, e.start, e.end]),
        r.syncPoints.map((s) => [s.clockA, s.dateA, s.readingA, s.clockB, s.dateB, s.readingB]),
        [...truth],
      ]);
    if (solved.unplaced.length > 0) miss(round, `not placed: ${solved.unplaced[0]?.why} ${say()}`);
    if (solved.contradictions.length > 0)
      miss(round, `a contradiction that is none, by ${solved.contradictions[0]?.by} ms ${say()}`);
    const moments = [...truth].map(([k, t]): [MomentRef, number] => [
      { id: k.replace(' end', ''), edge: k.endsWith('end') ? 'end' : 'start' },
      t,
    ]);
    for (const [a, ta] of moments) {
      const w = solved.window(a);
      if (w.min > ta || w.max < ta)
        miss(round, `${a.id} is outside its window by ${Math.max(w.min - ta, ta - w.max)} ms ${say()}`);
      for (const [b, tb] of moments) {
        const { min, max } = solved.bounds(a, b);
        bounds++;
        if (min > tb - ta || max < tb - ta)
          miss(round, `${a.id} to ${b.id}: ${tb - ta} lies outside ${min} to ${max} ${say()}`);
        const told = [solved.surely(a, b), solved.may(a, b), solved.mayBefore(a, b)];
        if (`${told}` !== `${[min >= 0, max >= 0, max > 0]}`)
          miss(round, `${a.id} to ${b.id}: ${min} to ${max} is told to be ${told} ${say()}`);
        if (a === b || round % 8 > 0) continue;
        for (const end of ['min', 'max'] as const) {
          const bound = end === 'min' ? min : max;
          const steps = solved.proof(a, b, end);
          if (steps.length === 0) continue;
          const sum = steps.reduce((s, p) => s + p.ms, 0);
          if (sum !== (end === 'min' ? -bound : bound))
            miss(
              round,
              `${a.id} to ${b.id}, ${end}: the proof adds up to ${sum}, the bound is ${bound} ${say()}`,
            );
          proofs++;
          if (steps.some((p) => p.reason.kind === 'assumption' && / drift$/.test(p.reason.row))) assumed++;
        }
      }
    }
  }
  return `${total} random cases on clocks that drift: ${bounds} bounds, each contains the truth, no false contradiction; ${proofs} proofs add up, ${assumed} of them by a rate that is assumed`;
}
