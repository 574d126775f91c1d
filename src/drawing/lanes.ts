import type { Analysis } from '../analysis/analyze';
import type { CustodyEntry } from '../record/custody';
import type { EventRow } from '../record/event';
import type { CaseRecord } from '../record/record';
import { classOf, KINDS } from '../record/vocabulary';
import { momentOf } from '../time/moments';
import type { Positions } from '../time/solve';
import type { Ink } from './scene';
import { layAxis, type TimeAxis } from './time-axis';

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

/** A mark before it has its place on the axis; times in ms. */
interface Draft {
  row: number;
  id: string;
  t0: number;
  t1: number;
  solid0: number;
  solid1: number;
  lo: number;
  hi: number;
  style: Style;
  label: string;
}

/** Makes the sheet of a record and its analysis. */
export function laySheet(record: CaseRecord, analysis: Analysis): Sheet {
  const { positions } = analysis;
  const n = record.events.length;
  const placed = Float64Array.from(positions.at.filter((t) => !Number.isNaN(t))).sort();
  const index = lazyIndex(record);
  const momentAt = (id: string, edge: 'start' | 'end' | 'released' | 'received'): number => {
    const i = index(id);
    return i < 0 ? -1 : momentOf(edge === 'start' || edge === 'end' ? i : i - n, n, edge);
  };
  const stops = analysis.stops.filter((s) => s.begins !== null || s.acts.length < 500).map((s) => stopSpan(s.acts, positions));
  const axis = layAxis(
    placed,
    stops.filter((s): s is [number, number] => s !== null),
  );
  const first = analysis.stops.find((s) => s.begins !== null);
  const zero = first?.begins ? (positions.min[momentAt(first.begins, 'start')] as number) : null;
  const lanes: Lane[] = [];
  const add = (id: string, group: Lane['group'], name: string, sub: string, rows: readonly number[], labels: number, pointsOnly = false): void => {
    const lane = eventLane({ id, group, name, sub }, record, positions, axis, rows, labels, pointsOnly);
    if (lane.n > 0) lanes.push(lane);
  };
  stopLanes(record, analysis, add);
  sourceLanes(record, add);
  for (const lane of custodyLanes(record, positions, axis)) lanes.push(lane);
  const counterOnly = n > 0 && placed.length > 0 && positions.untied.every((x, m) => x === 1 || Number.isNaN(positions.at[m] as number));
  return { record, analysis, axis, lanes, zero, counterOnly, momentAt };
}

type Add = (id: string, group: Lane['group'], name: string, sub: string, rows: readonly number[], labels: number, pointsOnly?: boolean) => void;

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
  add('mission', 'stop', 'Mission', 'why they were stopped', mission, 3);
  for (const [actor, rows] of [...actors].slice(0, MOST_ACTORS)) add(`actor ${actor}`, 'stop', actor === '' ? 'Nobody named' : capital(actor), 'acts', rows, 2);
  const rest = [...actors].slice(MOST_ACTORS).flatMap(([, rows]) => rows);
  add('actors rest', 'stop', 'Everybody else', `${actors.size - MOST_ACTORS} more`, rest, 2);
  add('canine', 'stop', 'Canine', 'dog and handler', canine, 2);
}

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

function stopSpan(acts: Int32Array, { at }: Positions): [number, number] | null {
  let [lo, hi] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const i of acts) {
    for (const t of [at[2 * i] as number, at[2 * i + 1] as number]) {
      if (Number.isNaN(t)) continue;
      lo = Math.min(lo, t);
      hi = Math.max(hi, t);
    }
  }
  return lo < hi ? [lo, hi] : null;
}

const COVERAGE: Record<string, Style> = {
  recording: { ink: 'source', shape: 'bar' },
  buffer: { ink: 'faint', shape: 'bar' },
  muted: { ink: 'paper', shape: 'bar', hatch: 'dots' },
  'camera-off': { ink: 'paper', shape: 'bar', hatch: 'dots' },
};

function styleFor(e: EventRow): Style {
  const c = classOf(e.kind);
  const span = KINDS[e.kind].span;
  if (c === 'coverage') return COVERAGE[e.kind] ?? { ink: 'source', shape: 'bar' };
  if (c === 'completion') return { ink: 'mission', shape: 'ring' };
  if (c === 'seizure') return { ink: 'ink', shape: 'tick' };
  if (c === 'mission') return { ink: e.kind === 'writing' || e.kind === 'records-check' ? 'mission2' : 'mission', shape: span ? 'bar' : 'dot' };
  if (c === 'off-mission') return { ink: 'off', shape: 'bar' };
  if (c === 'canine') return { ink: 'canine', shape: span ? 'bar' : e.kind === 'alert' ? 'dot' : 'diamond' };
  return { ink: 'act', shape: span ? 'bar' : 'dot' };
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
    return max <= 0 ? `${s(-max)}–${s(-min)} s ahead` : min >= 0 ? `${s(min)}–${s(max)} s behind` : `−${s(-min)} to +${s(max)} s`;
  }
  return 'no offset known';
}

/** One lane an item: its custodians as bars, and what nobody held as a break. */
function custodyLanes(record: CaseRecord, positions: Positions, axis: TimeAxis): Lane[] {
  const events = record.events.length;
  const last = axis.stretches.at(-1)?.t1 ?? 0;
  const place = (m: number): { at: number; min: number; max: number } => ({
    at: positions.at[m] as number,
    min: positions.min[m] as number,
    max: positions.max[m] as number,
  });
  const byItem = new Map<string, { c: CustodyEntry; i: number }[]>();
  record.custody.forEach((c, i) => {
    const list = byItem.get(c.itemId);
    if (list) list.push({ c, i });
    else byItem.set(c.itemId, [{ c, i }]);
  });
  return record.items.flatMap((item) => {
    const chain = (byItem.get(item.id) ?? []).sort((a, b) => a.c.order - b.c.order);
    const drafts = chain.flatMap(({ c, i }, k): Draft[] => {
      const got = place(2 * (events + i) + 1);
      const gave = place(2 * (events + i));
      const next = chain[k + 1];
      const left = next ? place(2 * (events + next.i)) : null;
      const until = left && !Number.isNaN(left.at) ? left : next ? place(2 * (events + next.i) + 1) : { at: last, min: last, max: last };
      const out: Draft[] = [];
      if (!Number.isNaN(gave.at) && !Number.isNaN(got.at) && got.min - gave.max > 0)
        out.push({
          row: i,
          id: c.id,
          t0: gave.at,
          t1: got.at,
          solid0: gave.max,
          solid1: got.min,
          lo: gave.min,
          hi: got.max,
          style: { ink: 'finding', shape: 'bar', hatch: 'dots' },
          label: 'nobody',
        });
      if (!Number.isNaN(got.at) && !Number.isNaN(until.at) && c.receivedBy !== '')
        out.push({
          row: i,
          id: c.id,
          t0: got.at,
          t1: Math.max(got.at, until.at),
          solid0: got.max,
          solid1: until.min,
          lo: got.min,
          hi: Math.max(got.max, until.max),
          style: { ink: 'custody', shape: 'bar' },
          label: `${c.receivedBy}${c.seal ? `, seal ${c.seal}` : ''}`,
        });
      return out;
    });
    if (drafts.length === 0) return [];
    drafts.sort((a, b) => a.t0 - b.t0);
    const marks = emptyMarks(drafts.length);
    drafts.forEach((d, k) => {
      marks.row[k] = d.row;
      put(marks, axis, k, d.t0, d.t1, d.solid0, d.solid1, d.lo, d.hi);
    });
    const name = `Item ${item.number}${item.description ? `: ${item.description}` : ''}`;
    return [
      {
        id: `item ${item.id}`,
        group: 'custody' as const,
        name,
        sub: weights(chain.map((x) => x.c)),
        labelRows: 0,
        custody: true,
        ...finish(marks, drafts.length, true),
        styleOf: (k: number) => (drafts[k] as Draft).style,
        labelOf: (k: number) => (drafts[k] as Draft).label,
        idOf: (k: number) => (drafts[k] as Draft).id,
      },
    ];
  });
}

/** `12.4 g → 8.4 g`, from the first and last weight on the form. */
function weights(chain: readonly CustodyEntry[]): string {
  const all = chain.flatMap((c) => c.quantities.filter((q) => q.of !== 'count').slice(-1));
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return `${chain.length} ${chain.length === 1 ? 'entry' : 'entries'}`;
  const text = (q: typeof first): string => `${q.value} ${q.unit}`;
  return first.value === last.value ? text(first) : `${text(first)} → ${text(last)}`;
}

const MOST_TRACKS = 3;

type Marks = Pick<Lane, 'u0' | 'u1' | 'solid0' | 'solid1' | 'lo' | 'hi' | 'reach' | 'track' | 'row'>;

function emptyMarks(n: number): Marks {
  const f = (): Float64Array => new Float64Array(n);
  return { u0: f(), u1: f(), solid0: f(), solid1: f(), lo: f(), hi: f(), reach: f(), track: new Uint8Array(n), row: new Int32Array(n) };
}

/** Gives mark `k` its place in drawing units; equal times are mapped once. */
function put(marks: Marks, axis: TimeAxis, k: number, t0: number, t1: number, solid0: number, solid1: number, lo: number, hi: number): void {
  const u0 = axis.toU(t0);
  marks.u0[k] = u0;
  marks.u1[k] = t1 === t0 ? u0 : axis.toU(t1);
  marks.lo[k] = lo === t0 ? u0 : axis.toU(lo);
  marks.hi[k] = hi === t1 ? (marks.u1[k] as number) : axis.toU(hi);
  marks.solid0[k] = solid0 === t0 ? u0 : axis.toU(solid0);
  marks.solid1[k] = solid1 === solid0 ? (marks.solid0[k] as number) : axis.toU(solid1);
}

/** How far the marks so far reach, and in which track of the lane each span lies. */
function finish(marks: Marks, n: number, stacked: boolean): Marks & { n: number; tracks: number } {
  const ends: number[] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < n; k++) {
    const [u0, u1] = [marks.u0[k] as number, marks.u1[k] as number];
    reach = Math.max(reach, marks.hi[k] as number, u1);
    marks.reach[k] = reach;
    if (!stacked) continue;
    let t = ends.findIndex((e) => e <= u0 + 1e-9);
    // A moment within a running span stands in the next track, so that neither hides the other.
    if (u1 === u0 && (t >= 0 || ends.length === 0)) {
      marks.track[k] = Math.max(0, t);
      continue;
    }
    if (t < 0) t = ends.length < MOST_TRACKS ? ends.length : MOST_TRACKS - 1;
    ends[t] = Math.max(u1, ends[t] ?? Number.NEGATIVE_INFINITY);
    marks.track[k] = t;
  }
  return { ...marks, n, tracks: Math.max(1, ends.length) };
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
  const ordered = rows.every((r, k) => k === 0 || (at[2 * (rows[k - 1] as number)] as number) <= (at[2 * r] as number));
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
    labelRows: n > 400 ? 0 : labels,
    custody: false,
    ...finish(marks, n, head.group !== 'sources'),
    styleOf: pointsOnly ? () => ENTRY : (k) => styleFor(eventOf(k)),
    labelOf: (k) => KINDS[eventOf(k).kind].label.toLowerCase(),
    idOf: (k) => eventOf(k).id,
  };
}

const finite = (v: number, otherwise: number): number => (Number.isFinite(v) ? v : otherwise);

const ENTRY: Style = { ink: 'ink', shape: 'dot' };
