import type { Analysis } from '../../analysis/analyze';
import type { CaseRecord } from '../../record/record';
import { placesById } from '../../record/rows';
import { momentOf, UNTIED } from '../../time/solver/moment';
import type { Positions } from '../../time/solver/positions';
import { finish, type Steps } from '../../time/steps';
import { layAxis, type TimeAxis } from '../sheet/time-axis';
import { LANES } from '.';
import type { Details, Ground, Lane, LaneKind } from './lane';

/** What the picture is drawn from: lanes and axis, made once for each analysis. */
export interface Sheet extends Ground {
  readonly axis: TimeAxis;
  readonly lanes: readonly Lane[];
  /** T+0 of each stop, in ms, in the order of time; empty where no seizure is in the record. */
  readonly zeros: readonly number[];
  /** Every moment hangs on a counter tied to no clock: the ruler shows the counter. */
  readonly counterOnly: boolean;
  /** Findings have letters, as in all that leaves; else their numbers. */
  readonly lettered: boolean;
  /** Row id to moment number of its start. */
  momentAt(id: string, edge: 'start' | 'end' | 'released' | 'received'): number;
}

interface How {
  /** Dead time longer than this (ms) is folded; its own length where none is given. */
  readonly fold?: number;
  /** Instants (ms) in dead time that stays unfolded. */
  readonly open?: readonly number[];
  /** Rows beside the record that are drawn as well. */
  readonly beside?: Ground['beside'];
  readonly kinds?: readonly LaneKind[];
  /** Everything that is drawn is known by the day. */
  readonly byDay?: boolean;
  /** It leaves: findings have letters. */
  readonly lettered?: boolean;
}

/** Makes the sheet of a record and its analysis: the lanes of each kind in turn, on one axis. */
export const laySheet = (record: CaseRecord, analysis: Analysis, how: How = {}): Sheet =>
  finish(sheetSteps(record, analysis, how));

/** The same in steps: of a long record it takes longer than a screen may stand still. */
export function* sheetSteps(
  record: CaseRecord,
  analysis: Analysis,
  { fold, open = [], beside = {}, kinds = LANES, byDay = false, lettered = false }: How = {},
): Steps<Sheet> {
  const { positions } = analysis;
  const ground: Ground = { record, analysis, beside };
  const wanted = kinds.filter((kind) => (kind.tables ?? []).every((t) => beside[t]));
  const n = record.events.length;
  const others = wanted.flatMap((kind) => kind.instants?.(ground) ?? []);
  const placed = placesOf(positions.at, others);
  const momentAt = (id: string, edge: 'start' | 'end' | 'released' | 'received'): number => {
    const rows = edge === 'start' || edge === 'end' ? record.events : record.custody;
    const i = placesById(rows).get(id);
    return i === undefined ? -1 : momentOf(i, n, edge);
  };
  const startOf = (id: string | null): number =>
    id === null ? Number.NaN : (positions.at[momentAt(id, 'start')] ?? Number.NaN);
  yield;
  const stops: [number, number][] = [];
  for (const s of analysis.stops) {
    if (s.begins === null && s.acts.length >= 500) continue;
    const span = stopSpan(startOf(s.begins), startOf(s.ends), s.acts, positions);
    if (span) stops.push(span);
    yield;
  }
  const axis = layAxis(placed, stops, fold, open, byDay);
  yield;
  const zeros = analysis.stops
    .flatMap((s) => (s.begins === null ? [] : (positions.min[momentAt(s.begins, 'start')] as number)))
    .sort((a, b) => a - b);
  const counterOnly =
    n > 0 &&
    placed.length > 0 &&
    positions.untied.every((x, m) => x === UNTIED.counter || Number.isNaN(positions.at[m] as number));
  const lanes: Lane[] = [];
  for (const kind of wanted) {
    yield;
    lanes.push(...kind.lay(ground, axis));
  }
  return { ...ground, axis, lanes, zeros, counterOnly, lettered, momentAt };
}

/** All instants that stand on a sheet, in order: NaN is none. */
function placesOf(at: Float64Array, others: readonly number[]): Float64Array {
  const all = new Float64Array(at.length + others.length);
  all.set(others);
  let n = others.length;
  for (const t of at) if (!Number.isNaN(t)) all[n++] = t;
  return all.subarray(0, n).sort();
}

/** Every row that Up and Down step through, in the order of time: entries, and whatever else is drawn. */
export function stepsOf({ record, analysis, axis, lanes }: Sheet): string[] {
  const at = new Map<string, number>();
  record.events.forEach((e, i) => {
    at.set(e.id, analysis.positions.at[2 * i] as number);
  });
  for (const lane of lanes)
    if (lane.hit !== 'event')
      for (let k = 0; k < lane.n; k++) at.set(lane.idOf(k), axis.toT(lane.u0[k] as number));
  return [...at]
    .filter(([, t]) => !Number.isNaN(t))
    .sort(([, a], [, b]) => a - b)
    .map(([id]) => id);
}

/** What a row says of itself, by the kind of lane that it is drawn in; null where it is drawn in none. */
export function detailsOf(ground: Ground, id: string, kinds: readonly LaneKind[] = LANES): Details | null {
  for (const kind of kinds) {
    const details = kind.details(ground, id);
    if (details) return details;
  }
  return null;
}

/** A pause longer than this ends a stop on paper: what an officer did the next day is none of its minutes. */
const STOP_PAUSE = 60 * 60_000;

/**
 * A stop on paper, ms: from its seizure to its end, and the acts before and after that follow one another within the
 * hour; null where none has a place. @param ends NaN where the record does not say, and then acts alone end it
 */
function stopSpan(
  begins: number,
  ends: number,
  acts: Int32Array,
  { at }: Positions,
): [number, number] | null {
  const times = [...acts]
    .flatMap((i) => [at[2 * i] as number, at[2 * i + 1] as number])
    .filter((t) => !Number.isNaN(t))
    .sort((a, b) => a - b);
  const first = times[0];
  if (first === undefined) return null;
  let lo = Number.isNaN(begins) ? first : begins;
  let hi = Number.isNaN(ends) ? lo : Math.max(lo, ends);
  for (const t of times) if (t > hi && t - hi <= STOP_PAUSE) hi = t;
  for (const t of times.reverse()) if (t < lo && lo - t <= STOP_PAUSE) lo = t;
  return [lo, hi];
}
