import type { Analysis } from '../analysis/analyze';
import type { CustodyEntry } from '../record/custody';
import type { EventRow } from '../record/event';
import type { CaseRecord } from '../record/record';
import { classOf, KINDS } from '../record/vocabulary';
import { momentOf } from '../time/solve';
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
  const stopRows = new Set(analysis.stops.flatMap((s) => s.acts));
  const placed = Float64Array.from(positions.at.filter((t) => !Number.isNaN(t))).sort();
  const index = lazyIndex(record);
  const momentAt = (id: string, edge: 'start' | 'end' | 'released' | 'received'): number => {
    const i = index(id);
    return i < 0 ? -1 : momentOf(edge === 'start' || edge === 'end' ? i : i - n, n, edge);
  };
  const stops = analysis.stops
    .filter((s) => s.begins !== null || s.acts.length < 500)
    .map((s) => stopSpan(s.acts, (id, edge) => positions.at[momentAt(id, edge)] as number));
  const axis = layAxis(
    placed,
    stops.filter((s): s is [number, number] => s !== null),
  );
  const first = analysis.stops.find((s) => s.begins !== null);
  const zero = first?.begins ? (positions.min[momentAt(first.begins, 'start')] as number) : null;
  const place = (m: number): { at: number; min: number; max: number } => ({
    at: positions.at[m] as number,
    min: positions.min[m] as number,
    max: positions.max[m] as number,
  });
  const lanes: Lane[] = [];
  const build = (id: string, group: Lane['group'], name: string, sub: string, drafts: Draft[], labels: number, custody = false): void => {
    if (drafts.length > 0) lanes.push(laneFrom(id, group, name, sub, drafts, labels, axis, custody));
  };
  const acts = record.events.map((e, i) => ({ e, i })).filter(({ e }) => stopRows.has(e.id) && e.kind !== 'note');
  const mission = acts.filter(({ e }) => isMission(e));
  build(
    'mission',
    'stop',
    'Mission',
    'why they were stopped',
    mission.flatMap(({ e, i }) => eventDraft(e, i, place)),
    3,
  );
  const others = acts.filter(({ e }) => !isMission(e) && classOf(e.kind) !== 'canine');
  const actors = new Map<string, typeof others>();
  for (const a of others) {
    const list = actors.get(a.e.actor);
    if (list) list.push(a);
    else actors.set(a.e.actor, [a]);
  }
  for (const [actor, list] of [...actors].slice(0, 12))
    build(
      `actor ${actor}`,
      'stop',
      actor === '' ? 'Nobody named' : capital(actor),
      'acts',
      list.flatMap(({ e, i }) => eventDraft(e, i, place)),
      2,
    );
  build(
    'canine',
    'stop',
    'Canine',
    'dog and handler',
    acts.filter(({ e }) => classOf(e.kind) === 'canine').flatMap(({ e, i }) => eventDraft(e, i, place)),
    2,
  );
  sourceLanes(record, place, build);
  custodyLanes(record, place, n, axis.stretches.at(-1)?.t1 ?? 0, build);
  const counterOnly = n > 0 && placed.length > 0 && positions.untied.every((x, m) => x === 1 || Number.isNaN(positions.at[m] as number));
  return { record, analysis, axis, lanes, zero, counterOnly, momentAt };
}

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

function stopSpan(acts: readonly string[], at: (id: string, edge: 'start' | 'end') => number): [number, number] | null {
  let [lo, hi] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const id of acts) {
    for (const edge of ['start', 'end'] as const) {
      const t = at(id, edge);
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

type Place = (m: number) => { at: number; min: number; max: number };

function eventDraft(e: EventRow, i: number, place: Place): Draft[] {
  const s = place(2 * i);
  if (Number.isNaN(s.at)) return [];
  const own = place(2 * i + 1);
  const open = KINDS[e.kind].span && e.end === '';
  const end = Number.isNaN(own.at) || open ? s : own;
  const clamp = (v: number, otherwise: number): number => (Number.isFinite(v) ? v : otherwise);
  return [
    {
      row: i,
      id: e.id,
      t0: s.at,
      t1: Math.max(s.at, end.at),
      solid0: clamp(s.max, s.at),
      solid1: clamp(end.min, s.at),
      lo: clamp(s.min, s.at),
      hi: clamp(open ? s.max : end.max, Math.max(s.at, end.at)),
      style: styleFor(e),
      label: KINDS[e.kind].label.toLowerCase(),
    },
  ];
}

type Build = (id: string, group: Lane['group'], name: string, sub: string, drafts: Draft[], labels: number, custody?: boolean) => void;

/** One lane a source: cameras by what they cover, the others by what they say when. */
function sourceLanes(record: CaseRecord, place: Place, build: Build): void {
  const bySource = new Map<string, number[]>();
  record.events.forEach((e, i) => {
    const list = bySource.get(e.sourceId);
    if (list) list.push(i);
    else bySource.set(e.sourceId, [i]);
  });
  const clocks = new Map(record.clocks.map((c) => [c.id, c]));
  for (const source of record.sources) {
    const rows = bySource.get(source.id) ?? [];
    const covers = rows.some((i) => classOf((record.events[i] as EventRow).kind) === 'coverage');
    const used = covers ? rows.filter((i) => classOf((record.events[i] as EventRow).kind) === 'coverage') : rows;
    const first = record.events[rows[0] ?? -1];
    const clock = first ? clocks.get(first.clockId) : undefined;
    const drafts = used.flatMap((i) => {
      const e = record.events[i] as EventRow;
      return eventDraft(e, i, place).map((d) =>
        covers
          ? d
          : { ...d, t1: d.t0, solid0: d.t0, solid1: d.t0, hi: Math.min(d.hi, maxStart(d, place(2 * i).max)), style: { ink: 'ink', shape: 'dot' } as Style },
      );
    });
    build(`source ${source.id}`, 'sources', source.name, clockNote(clock), drafts, covers ? 1 : 0);
  }
}

const maxStart = (d: Draft, max: number): number => (Number.isFinite(max) ? max : d.t0);

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
function custodyLanes(record: CaseRecord, place: Place, events: number, last: number, build: Build): void {
  const byItem = new Map<string, { c: CustodyEntry; i: number }[]>();
  record.custody.forEach((c, i) => {
    byItem.set(c.itemId, [...(byItem.get(c.itemId) ?? []), { c, i }]);
  });
  for (const item of record.items) {
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
    build(
      `item ${item.id}`,
      'custody',
      `Item ${item.number}${item.description ? `: ${item.description}` : ''}`,
      weights(chain.map((x) => x.c)),
      drafts,
      0,
      true,
    );
  }
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

function laneFrom(id: string, group: Lane['group'], name: string, sub: string, drafts: Draft[], labels: number, axis: TimeAxis, custody: boolean): Lane {
  const n = drafts.length;
  drafts.sort((a, b) => a.t0 - b.t0);
  const lane = {
    u0: new Float64Array(n),
    u1: new Float64Array(n),
    solid0: new Float64Array(n),
    solid1: new Float64Array(n),
    lo: new Float64Array(n),
    hi: new Float64Array(n),
    reach: new Float64Array(n),
    track: new Uint8Array(n),
    row: new Int32Array(n),
  };
  const ends: number[] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    const d = drafts[i] as Draft;
    lane.u0[i] = axis.toU(d.t0);
    lane.u1[i] = d.t1 === d.t0 ? (lane.u0[i] as number) : axis.toU(d.t1);
    lane.solid0[i] = axis.toU(d.solid0);
    lane.solid1[i] = axis.toU(d.solid1);
    lane.lo[i] = axis.toU(d.lo);
    lane.hi[i] = axis.toU(d.hi);
    reach = Math.max(reach, lane.hi[i] as number, lane.u1[i] as number);
    lane.reach[i] = reach;
    lane.row[i] = d.row;
    if (group === 'sources' || d.t1 === d.t0) continue;
    let t = ends.findIndex((e) => e <= d.t0 + 1);
    if (t < 0) t = ends.length < MOST_TRACKS ? ends.length : MOST_TRACKS - 1;
    ends[t] = d.t1;
    lane.track[i] = t;
  }
  return {
    id,
    group,
    name,
    sub,
    tracks: Math.max(1, ends.length),
    labelRows: n > 400 ? 0 : labels,
    n,
    ...lane,
    custody,
    styleOf: (i) => (drafts[i] as Draft).style,
    labelOf: (i) => (drafts[i] as Draft).label,
    idOf: (i) => (drafts[i] as Draft).id,
  };
}
