import type { EventRow } from '../../record/event';
import { placesById } from '../../record/rows';
import { classOf, KINDS } from '../../record/vocabulary';
import { UNTIED } from '../../time/solver/moment';
import type { TimeAxis } from '../sheet/time-axis';
import type { Details, Ground, Lane, Style } from './lane';
import { emptyMarks, finish, put } from './lane-marks';

interface Head extends Pick<Lane, 'id' | 'group' | 'name' | 'sub'> {
  /** Rows of labels under the marks. */
  readonly labels: number;
  /** A source says things at moments, whatever their length. */
  readonly pointsOnly?: boolean;
}

/** A lane of entries, by their places in the record; none where none of them has a place in time. */
export function eventLane(head: Head, ground: Ground, axis: TimeAxis, all: readonly number[]): Lane[] {
  const { events } = ground.record;
  const { at, min, max, untied } = ground.analysis.positions;
  const { id, group, name, sub, labels, pointsOnly = false } = head;
  const rows = all.filter((i) => !Number.isNaN(at[2 * i] as number));
  if (rows.length === 0) return [];
  const ordered = rows.every(
    (r, k) => k === 0 || (at[2 * (rows[k - 1] as number)] as number) <= (at[2 * r] as number),
  );
  if (!ordered) rows.sort((a, b) => (at[2 * a] as number) - (at[2 * b] as number));
  const n = rows.length;
  const marks = emptyMarks(n);
  for (let k = 0; k < n; k++) {
    const i = rows[k] as number;
    const e = events[i] as EventRow;
    const t0 = at[2 * i] as number;
    const open = e.end === '';
    const end = pointsOnly || open || Number.isNaN(at[2 * i + 1] as number) ? 2 * i : 2 * i + 1;
    const t1 = Math.max(t0, at[end] as number);
    // What only a counter times has no place among the others: nowhere does it surely run.
    const known = !pointsOnly && untied[2 * i] !== UNTIED.counter;
    marks.row[k] = i;
    put(
      marks,
      axis,
      k,
      t0,
      t1,
      known ? finite(max[2 * i] as number, t0) : t0,
      known ? finite(min[end] as number, t0) : t0,
      finite(min[2 * i] as number, t0),
      finite(max[end] as number, t1),
    );
  }
  const eventOf = (k: number): EventRow => events[marks.row[k] as number] as EventRow;
  const lane: Lane = {
    id,
    group,
    name,
    sub,
    labelRows: n > 400 ? 0 : n > CROWDED && labels > 0 ? labels + 1 : labels,
    hit: 'event',
    ...finish(marks, n, group.id !== 'sources'),
    styleOf: (k) => {
      const style = pointsOnly ? ENTRY : styleFor(eventOf(k));
      return untied[2 * (marks.row[k] as number)] === UNTIED.counter ? { ...style, untied: true } : style;
    },
    labelOf: (k) => KINDS[eventOf(k).kind].label.toLowerCase(),
    rankOf: (k) => rankOf(eventOf(k).kind),
    idOf: (k) => eventOf(k).id,
    openOf: (k) => {
      const i = 2 * (marks.row[k] as number);
      if (min[i] === Number.NEGATIVE_INFINITY) return 'before';
      return max[i] === Number.POSITIVE_INFINITY ? 'after' : null;
    },
  };
  return [lane];
}

/** What an entry says of itself, whatever lane it stands in. */
export function eventDetails({ record }: Ground, id: string): Details | null {
  const e = record.events[placesById(record.events).get(id) ?? -1];
  return (
    (e && {
      title: KINDS[e.kind].label,
      says: e.description,
      facts: [
        ...(e.actor === '' ? [] : [['Who', e.actor] as const]),
        ['As written', `${e.start}${e.end ? ` to ${e.end}` : ''}`],
      ],
      goes: { to: `record?at=${encodeURIComponent(id)}`, says: 'Edit in the record' },
    }) ??
    null
  );
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
  'alert',
  'search',
  'arrest',
]);

/** What comes next: neither the dog's coming nor one of many sniffs takes the room of the alert. */
const NEXT: readonly EventRow['kind'][] = ['dog-arrives', 'sniff'];

/** What is named first: the lower, the sooner. */
const rankOf = (kind: EventRow['kind']): number => {
  if (FIRST.has(kind)) return 0;
  const next = NEXT.indexOf(kind);
  return next < 0 ? 1 + NEXT.length : 1 + next;
};

const finite = (v: number, otherwise: number): number => (Number.isFinite(v) ? v : otherwise);

const ENTRY: Style = { ink: 'ink', shape: 'dot', legend: 'entry' };

/** How an entry is drawn: by the class of its kind, and the hint of the kind itself. */
function styleFor(e: EventRow): Style {
  const { class: c, runsOn, look } = KINDS[e.kind];
  const span = KINDS[e.kind].span && (runsOn || e.end !== '');
  const shape = span ? 'bar' : 'dot';
  if (c === 'coverage') {
    if (look === 'holes') return { ink: 'paper', shape: 'bar', hatch: 'dots', legend: 'uncovered' };
    return { ...inked(look === 'faint' ? 'faint' : 'source'), shape: 'bar' };
  }
  if (c === 'completion') return { ink: 'mission', shape: 'ring', legend: 'completion' };
  if (c === 'seizure') return { ink: 'ink', shape: 'tick', legend: 'entry' };
  if (c === 'mission') return { ...inked(look === 'second' ? 'mission2' : 'mission'), shape };
  if (c === 'off-mission' || c === 'open') return { ...inked('off'), shape };
  if (c === 'canine') return { ...inked('canine'), shape: span ? 'bar' : look === 'dot' ? 'dot' : 'diamond' };
  return { ...inked('act'), shape };
}

const inked = (ink: Style['ink']): Pick<Style, 'ink' | 'legend'> => ({ ink, legend: ink });

/** Whether an entry of the stop is of its mission, of the dog, or an act of whoever did it. */
export function partOf(e: EventRow): 'mission' | 'canine' | 'act' {
  const c = classOf(e.kind);
  if (c === 'mission' || c === 'completion' || c === 'seizure') return 'mission';
  return c === 'canine' ? 'canine' : 'act';
}

type Parts = Readonly<Record<ReturnType<typeof partOf>, readonly number[]>>;

/** Read once for all lanes of one ground. */
const partsOf = new WeakMap<Ground, Parts>();

/** The entries of all stops that are of one part, by their places in the record. */
export function actsOf(ground: Ground, part: keyof Parts): readonly number[] {
  let parts = partsOf.get(ground);
  if (!parts) {
    const made = { mission: [] as number[], canine: [] as number[], act: [] as number[] };
    for (const { acts } of ground.analysis.stops)
      for (const i of acts) {
        const e = ground.record.events[i] as EventRow;
        if (e.kind !== 'note') made[partOf(e)].push(i);
      }
    parts = made;
    partsOf.set(ground, parts);
  }
  return parts[part];
}
