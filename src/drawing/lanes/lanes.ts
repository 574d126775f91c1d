import type { Analysis } from '../../analysis/analyze';
import type { EventRow } from '../../record/event';
import type { CaseRecord } from '../../record/record';
import { classOf, KINDS } from '../../record/vocabulary';
import { momentOf } from '../../time/solver/moment';
import { type Positions, UNTIED } from '../../time/solver/positions';
import type { Ink } from '../scene/scene';
import { layAxis, type TimeAxis } from '../sheet/time-axis';
import { custodyLanes } from './custody-lanes';
import { emptyMarks, finish, put } from './lane-marks';

/** How one row is drawn. */
export interface Style {
  readonly ink: Ink;
  readonly shape: 'bar' | 'dot' | 'diamond' | 'ring' | 'tick';
  readonly hatch?: 'dots';
}

/** The marks of one lane in typed arrays, in the order in which they begin, so that a hundred thousand cost no more than their pixels. */
export interface Lane {
  readonly id: string;
  readonly group: 'stop' | 'sources' | 'custody';
  readonly name: string;
  readonly sub: string;
  readonly tracks: number;
  /** Rows of labels under the marks. */
  readonly labelRows: number;
  readonly n: number;
  /** Drawing units: where each mark begins and ends, and the ends of what it may be (`lo` to `hi`). */
  readonly u0: Float64Array;
  readonly u1: Float64Array;
  readonly solid0: Float64Array;
  readonly solid1: Float64Array;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  /** Greatest end so far: where to begin looking for what is on screen. */
  readonly reach: Float64Array;
  readonly track: Uint8Array;
  readonly row: Int32Array;
  /** Custody rows instead of events. */
  readonly custody: boolean;
  styleOf(i: number): Style;
  labelOf(i: number): string;
  /** 0 for what keeps its name before all else, 1 for the rest. */
  rankOf(i: number): number;
  idOf(i: number): string;
}

/** What the picture is drawn from: lanes and axis, made once for each analysis. */
export interface Sheet {
  readonly record: CaseRecord;
  readonly analysis: Analysis;
  readonly axis: TimeAxis;
  readonly lanes: readonly Lane[];
  /** T+0, in ms; null where no seizure is in the record. */
  readonly zero: number | null;
  /** Every moment hangs on a counter tied to no clock: the ruler shows the counter. */
  readonly counterOnly: boolean;
  /** Row id to moment number of its start. */
  momentAt(id: string, edge: 'start' | 'end' | 'released' | 'received'): number;
}

/**
 * Makes the sheet of a record and its analysis.
 * @param fold dead time (ms) longer than this is folded; its own length where none is given @param open instants (ms) in dead time that stays unfolded
 */
export function laySheet(
  record: CaseRecord,
  analysis: Analysis,
  fold?: number,
  open: readonly number[] = [],
): Sheet {
  const { positions } = analysis;
  const n = record.events.length;
  const placed = Float64Array.from(positions.at.filter((t) => !Number.isNaN(t))).sort();
  const index = lazyIndex(record);
  const momentAt = (id: string, edge: 'start' | 'end' | 'released' | 'received'): number => {
    const i = index(id);
    return i < 0 ? -1 : momentOf(edge === 'start' || edge === 'end' ? i : i - n, n, edge);
  };
  const startOf = (id: string | null): number =>
    id === null ? Number.NaN : (positions.at[momentAt(id, 'start')] ?? Number.NaN);
  const stops = analysis.stops
    .filter((s) => s.begins !== null || s.acts.length < 500)
    .map((s) => stopSpan(startOf(s.begins), startOf(s.ends), s.acts, positions));
  const axis = layAxis(
    placed,
    stops.filter((s): s is [number, number] => s !== null),
    fold,
    open,
  );
  const first = analysis.stops.find((s) => s.begins !== null);
  const zero = first?.begins ? (positions.min[momentAt(first.begins, 'start')] as number) : null;
  const lanes: Lane[] = [];
  const add = (
    id: string,
    group: Lane['group'],
    name: string,
    sub: string,
    rows: readonly number[],
    labels: number,
    pointsOnly = false,
  ): void => {
    const lane = eventLane({ id, group, name, sub }, record, positions, axis, rows, labels, pointsOnly);
    if (lane.n > 0) lanes.push(lane);
  };
  stopLanes(record, analysis, add);
  sourceLanes(record, add);
  for (const lane of custodyLanes(record, positions, axis)) lanes.push(lane);
  const counterOnly =
    n > 0 &&
    placed.length > 0 &&
    positions.untied.every((x, m) => x === UNTIED.counter || Number.isNaN(positions.at[m] as number));
  return { record, analysis, axis, lanes, zero, counterOnly, momentAt };
}

type Add = (
  id: string,
  group: Lane['group'],
  name: string,
  sub: string,
  rows: readonly number[],
  labels: number,
  pointsOnly?: boolean,
) => void;

/** Mission, one lane an officer, and the dog: who did what beside whom. */
function stopLanes(record: CaseRecord, analysis: Analysis, add: Add): void {
  const mission: number[] = [];
  const canine: number[] = [];
  const actors = new Map<string, number[]>();
  for (const stop of analysis.stops) {
    for (const i of stop.acts) {
      const e = record.events[i] as EventRow;
      if (e.kind === 'note') continue;
      if (isMission(e)) mission.push(i);
      else if (classOf(e.kind) === 'canine') canine.push(i);
      else {
        const list = actors.get(e.actor);
        if (list) list.push(i);
        else actors.set(e.actor, [i]);
      }
    }
  }
  // Officers first, in the order of their first acts; whoever only watched the footage last.
  const order = [...actors].sort(([a], [b]) => actorRank(a) - actorRank(b));
  add('mission', 'stop', 'Mission', 'why they were stopped', mission, 3);
  for (const [actor, rows] of order.slice(0, MOST_ACTORS))
    add(`actor ${actor}`, 'stop', actor === '' ? 'Nobody named' : capital(actor), 'acts', rows, 2);
  const rest = order.slice(MOST_ACTORS).flatMap(([, rows]) => rows);
  add('actors rest', 'stop', 'Everybody else', `${actors.size - MOST_ACTORS} more`, rest, 2);
  add('canine', 'stop', 'Canine', 'dog and handler', canine, 2);
}

const actorRank = (name: string): number =>
  /annotator|investigator/i.test(name)
    ? 2
    : /officer|deputy|trooper|agent|sergeant|detective/i.test(name)
      ? 0
      : 1;

/** More officers than this share one lane. */
const MOST_ACTORS = 12;

const capital = (s: string): string => s.slice(0, 1).toUpperCase() + s.slice(1);
const isMission = (e: EventRow): boolean => ['mission', 'completion', 'seizure'].includes(classOf(e.kind));

function lazyIndex(record: CaseRecord): (id: string) => number {
  let map: Map<string, number> | null = null;
  return (id) => {
    if (!map) {
      const made = new Map<string, number>();
      record.events.forEach((e, i) => {
        made.set(e.id, i);
      });
      record.custody.forEach((c, i) => {
        made.set(c.id, record.events.length + i);
      });
      map = made;
    }
    return map.get(id) ?? -1;
  };
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

/** How an entry is drawn: by the class of its kind, and the hint of the kind itself. */
function styleFor(e: EventRow): Style {
  const { class: c, runsOn, look } = KINDS[e.kind];
  const span = KINDS[e.kind].span && (runsOn || e.end !== '');
  const shape = span ? 'bar' : 'dot';
  if (c === 'coverage') {
    if (look === 'holes') return { ink: 'paper', shape: 'bar', hatch: 'dots' };
    return { ink: look === 'faint' ? 'faint' : 'source', shape: 'bar' };
  }
  if (c === 'completion') return { ink: 'mission', shape: 'ring' };
  if (c === 'seizure') return { ink: 'ink', shape: 'tick' };
  if (c === 'mission') return { ink: look === 'second' ? 'mission2' : 'mission', shape };
  if (c === 'off-mission' || c === 'open') return { ink: 'off', shape };
  if (c === 'canine') return { ink: 'canine', shape: span ? 'bar' : look === 'dot' ? 'dot' : 'diamond' };
  return { ink: 'act', shape };
}

/** One lane a source: cameras by what they cover, the others by what they say when. */
function sourceLanes(record: CaseRecord, add: Add): void {
  const bySource = new Map<string, number[]>();
  record.events.forEach((e, i) => {
    const list = bySource.get(e.sourceId);
    if (list) list.push(i);
    else bySource.set(e.sourceId, [i]);
  });
  const clocks = new Map(record.clocks.map((c) => [c.id, c]));
  for (const source of record.sources) {
    const rows = bySource.get(source.id) ?? [];
    const coverage = rows.filter((i) => classOf((record.events[i] as EventRow).kind) === 'coverage');
    const first = record.events[rows[0] ?? -1];
    const note = clockNote(first ? clocks.get(first.clockId) : undefined);
    if (coverage.length > 0) add(`source ${source.id}`, 'sources', source.name, note, coverage, 1);
    else add(`source ${source.id}`, 'sources', source.name, note, rows, 0, true);
  }
}

function clockNote(clock: CaseRecord['clocks'][number] | undefined): string {
  if (!clock) return '';
  if (clock.reference) return 'reference clock';
  if (clock.offset) {
    const { min, max } = clock.offset;
    const s = (v: number): number => Math.round(v / 1000);
    return max <= 0
      ? `${s(-max)}–${s(-min)} s ahead`
      : min >= 0
        ? `${s(min)}–${s(max)} s behind`
        : `−${s(-min)} to +${s(max)} s`;
  }
  return 'no offset known';
}

/** A lane of events. `pointsOnly`: a source says things at moments, whatever their length. */
function eventLane(
  head: Pick<Lane, 'id' | 'group' | 'name' | 'sub'>,
  record: CaseRecord,
  positions: Positions,
  axis: TimeAxis,
  all: readonly number[],
  labels: number,
  pointsOnly: boolean,
): Lane {
  const { at, min, max } = positions;
  const rows = all.filter((i) => !Number.isNaN(at[2 * i] as number));
  const ordered = rows.every(
    (r, k) => k === 0 || (at[2 * (rows[k - 1] as number)] as number) <= (at[2 * r] as number),
  );
  if (!ordered) rows.sort((a, b) => (at[2 * a] as number) - (at[2 * b] as number));
  const n = rows.length;
  const marks = emptyMarks(n);
  for (let k = 0; k < n; k++) {
    const i = rows[k] as number;
    const e = record.events[i] as EventRow;
    const t0 = at[2 * i] as number;
    const open = e.end === '';
    const end = pointsOnly || open || Number.isNaN(at[2 * i + 1] as number) ? 2 * i : 2 * i + 1;
    const t1 = Math.max(t0, at[end] as number);
    marks.row[k] = i;
    put(
      marks,
      axis,
      k,
      t0,
      t1,
      pointsOnly ? t0 : finite(max[2 * i] as number, t0),
      pointsOnly ? t0 : finite(min[end] as number, t0),
      finite(min[2 * i] as number, t0),
      finite(max[end] as number, t1),
    );
  }
  const eventOf = (k: number): EventRow => record.events[marks.row[k] as number] as EventRow;
  return {
    ...head,
    labelRows: n > 400 ? 0 : n > CROWDED && labels > 0 ? labels + 1 : labels,
    custody: false,
    ...finish(marks, n, head.group !== 'sources'),
    styleOf: pointsOnly ? () => ENTRY : (k) => styleFor(eventOf(k)),
    labelOf: (k) => KINDS[eventOf(k).kind].label.toLowerCase(),
    rankOf: (k) => (FIRST.has(eventOf(k).kind) ? 0 : 1),
    idOf: (k) => eventOf(k).id,
  };
}

/** A lane of more entries than this has one more row for their names. */
const CROWDED = 7;

/** What a stop turns on: these keep their names where there is not room for all. */
const FIRST: ReadonlySet<EventRow['kind']> = new Set([
  'seizure-begins',
  'warning-issued',
  'citation-issued',
  'documents-returned',
  'mission-complete',
  'dog-arrives',
  'sniff',
  'alert',
  'search',
  'arrest',
]);

const finite = (v: number, otherwise: number): number => (Number.isFinite(v) ? v : otherwise);

const ENTRY: Style = { ink: 'ink', shape: 'dot' };
