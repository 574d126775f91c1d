import type { EventRow, MomentRef } from '../record/event';
import { classOf, type EventKind, KINDS } from '../record/vocabulary';
import type { Bounds } from '../time/duration';
import { Ref } from '../time/solver/moment';
import type { Solved } from '../time/solver/solve';
import { toldInStop } from './in-other-words';
import { isStated, type OpenKinds, taskKinds } from './kinds';
import type { Stop } from './stops';

const startOf = (e: EventRow): MomentRef => new Ref(e.id, 'start');
const endOf = (e: EventRow): MomentRef => new Ref(e.id, 'end');

/** Moments of which one may be the last: what surely is not is left out. At least one where any is given. */
export function mayBeLast(solved: Solved, moments: readonly MomentRef[]): MomentRef[] {
  let reach = Number.NEGATIVE_INFINITY;
  for (const m of moments) reach = Math.max(reach, solved.earliest(m));
  return moments.filter((m) => !(solved.latest(m) < reach));
}

/** Moments of which one may be the first. */
export function mayBeFirst(solved: Solved, moments: readonly MomentRef[]): MomentRef[] {
  let reach = Number.POSITIVE_INFINITY;
  for (const m of moments) reach = Math.min(reach, solved.latest(m));
  return moments.filter((m) => !(solved.earliest(m) > reach));
}

/** Rows of which one may begin first, in their order: what surely comes before another surely, or may, only where one of these does. */
export function mayBeginFirst(solved: Solved, rows: readonly EventRow[]): EventRow[] {
  const first = new Set(mayBeFirst(solved, rows.map(startOf)).map((m) => m.id));
  return rows.filter((e) => first.has(e.id));
}

/** Rows of which one may begin last, in their order. */
function mayBeginLast(solved: Solved, rows: readonly EventRow[]): EventRow[] {
  const last = new Set(mayBeLast(solved, rows.map(startOf)).map((m) => m.id));
  return rows.filter((e) => last.has(e.id));
}

/** The end of the mission: the last of these moments, whichever that is. */
export interface MissionEnd {
  readonly moments: readonly MomentRef[];
  /** The completion from which the report is written: the paper in the driver's hands, else the last word that it was done. */
  readonly principal: EventRow;
  readonly completions: readonly EventRow[];
  /** The same moments, those that can be no earlier than the others first. */
  readonly latest: readonly MomentRef[];
}

/** So many of the moments at which a mission may end are always looked at. */
const ENOUGH = 24;

/**
 * How long after the end of the mission a moment comes: the least over all moments that may be that end. Sound at both ends,
 * and exact but where more than `ENOUGH` tasks have an order and no time: then its least is open already.
 */
export function pastMission(solved: Solved, { latest }: MissionEnd, at: MomentRef): Bounds {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < latest.length && (i < ENOUGH || Number.isFinite(min)); i++) {
    const b = solved.bounds(latest[i] as MomentRef, at);
    min = Math.min(min, b.min);
    max = Math.min(max, b.max);
  }
  return { min, max };
}

const missions = new WeakMap<Stop, MissionEnd | null>();

/** When the mission of a stop ended: its completions, and each task that may outlast them; null where the record completes nothing. */
export function missionEnd(solved: Solved, stop: Stop, open: OpenKinds): MissionEnd | null {
  let end = missions.get(stop);
  if (end === undefined) {
    end = findMissionEnd(solved, stop, open);
    missions.set(stop, end);
  }
  return end;
}

function findMissionEnd(solved: Solved, stop: Stop, open: OpenKinds): MissionEnd | null {
  const completions = stop.of('completion');
  const principal =
    completions.findLast((e) => e.kind === 'warning-issued' || e.kind === 'citation-issued') ??
    completions.at(-1);
  if (!principal) return null;
  const written = startOf(principal);
  const outlasting = taskKinds(open)
    .flatMap((k) => stop.kind(k))
    .map((e) => (solved.openEnd(e.id) ? startOf(e) : endOf(e)))
    .filter((m) => solved.mayBefore(written, m));
  const moments = mayBeLast(solved, [...completions.map(startOf), ...outlasting]);
  const from = new Map(moments.map((m) => [m, solved.earliest(m)]));
  const latest = [...moments].sort((a, b) =>
    (from.get(a) as number) > (from.get(b) as number) ? -1 : from.get(a) === from.get(b) ? 0 : 1,
  );
  return { moments, principal, completions, latest };
}

/** So many of an officer's later acts are looked at for one that surely comes after. */
const FURTHER = 40;

/** The same officer's next act, for each act of a stop (what he states or sees is none); his act without a stated end ends no later than it begins. */
export function nextActs(solved: Solved, stop: Stop): (e: EventRow) => EventRow | null {
  let next = nexts.get(stop);
  if (!next) {
    next = findNext(solved, stop);
    nexts.set(stop, next);
  }
  return next;
}

/** Worked out once a stop, and for each act once it is asked for. */
const nexts = new WeakMap<Stop, (e: EventRow) => EventRow | null>();

function findNext(solved: Solved, stop: Stop): (e: EventRow) => EventRow | null {
  const { acts } = stop;
  const placeOf = new Map<string, number>();
  /** The place of the same officer's next act; -1 after his last. */
  const following = new Int32Array(acts.length);
  const found: (EventRow | null | undefined)[] = new Array(acts.length);
  const seen = new Map<string, number>();
  for (let i = acts.length - 1; i >= 0; i--) {
    const e = acts[i] as EventRow;
    if (e.actor === '' || isStated(e.kind)) continue;
    placeOf.set(e.id, i);
    following[i] = seen.get(e.actor) ?? -1;
    seen.set(e.actor, i);
  }
  const starts: (MomentRef | undefined)[] = new Array(acts.length);
  const begins = (place: number): MomentRef => {
    starts[place] ??= startOf(acts[place] as EventRow);
    return starts[place];
  };
  const nextOf = (place: number): EventRow | null => {
    const from = begins(place);
    let i = following[place] as number;
    for (let steps = 0; i >= 0 && steps < FURTHER; steps++) {
      const n = acts[i] as EventRow;
      if (solved.surely(from, begins(i))) return n;
      i = following[i] as number;
    }
    return null;
  };
  return (e) => {
    const place = placeOf.get(e.id);
    if (place === undefined) return null;
    const known = found[place];
    if (known !== undefined) return known;
    const next = nextOf(place);
    found[place] = next;
    return next;
  };
}

const name = (actor: string): string => actor.trim().toLowerCase();

/** Whether two entries name two different people. */
export const otherNamed = (a: string, b: string): boolean => a !== '' && b !== '' && name(a) !== name(b);

/** The officers of a stop, each with what he is recorded to do: whoever acts in a mission, off-mission or search row, works a dog, or arrives as backup. */
export function officersOf(stop: Stop): Map<string, EventRow[]> {
  const found = new Map<string, EventRow[]>();
  const byText = new Map<string, EventRow[] | null>();
  for (const e of stop.acts) {
    const c = classOf(e.kind);
    const acts = c === 'mission' || c === 'off-mission' || (c === 'search' && e.kind !== 'found');
    if (e.actor === '' || !(acts || e.kind === 'sniff' || e.kind === 'backup-arrives')) continue;
    if (byText.has(e.actor)) continue;
    const own = found.get(name(e.actor)) ?? [];
    byText.set(e.actor, own);
    found.set(name(e.actor), own);
  }
  for (const e of stop.acts) {
    let own = byText.get(e.actor);
    if (own === undefined) {
      own = found.get(name(e.actor)) ?? null;
      byText.set(e.actor, own);
    }
    own?.push(e);
  }
  return found;
}

/** The askings for consent of a stop of which no entry states an answer that may come after them: he may have agreed. */
export function unanswered(solved: Solved, stop: Stop): readonly EventRow[] {
  let open = askings.get(stop);
  if (!open) {
    const answers = (['consent-given', 'consent-refused', 'consent-withdrawn'] as const).flatMap((k) =>
      stop.kind(k),
    );
    const last = mayBeginLast(solved, answers);
    open = mayBeginFirst(
      solved,
      stop.kind('consent-asked').filter((e) => !last.some((a) => solved.may(startOf(e), startOf(a)))),
    );
    askings.set(stop, open);
  }
  return open;
}
const askings = new WeakMap<Stop, readonly EventRow[]>();

/** What of one kind of acts shows that the person was not free at a moment of the stop. */
export interface Restraint {
  readonly says: string;
  readonly rows: readonly EventRow[];
}

/**
 * Finds restraint at an act of a stop; the lists it looks through are read once a stop. Whether any of them comes before an
 * act, surely or perhaps, is known by those that may be the first.
 */
export class Restraints {
  private readonly taken: readonly EventRow[];
  private readonly back: readonly EventRow[];
  private readonly free: readonly EventRow[];
  private readonly consents: readonly EventRow[];
  private readonly refusals: readonly EventRow[];
  private readonly waits: readonly EventRow[];
  private readonly releases: readonly EventRow[];

  constructor(
    private readonly solved: Solved,
    stop: Stop,
  ) {
    const first = (kind: EventKind): EventRow[] => mayBeginFirst(solved, stop.kind(kind));
    this.taken = first('documents-received');
    // What is concluded from there being none is not where the words of an entry of another kind may tell of one.
    const told = (kind: EventKind): EventRow[] =>
      mayBeginFirst(solved, [...stop.kind(kind), ...toldInStop(stop, kind)]);
    this.back = told('documents-returned');
    this.free = [...told('told-free'), ...this.back];
    this.consents = [...told('consent-given'), ...unanswered(solved, stop)];
    this.refusals = first('consent-refused');
    this.waits = first('told-to-wait');
    this.releases = [
      ...mayBeginLast(solved, stop.kind('seizure-ends')),
      ...mayBeginLast(solved, stop.kind('released')),
    ];
  }

  /** Why the papers are held at a moment: received surely before it, and no return that may be; null where they may be back. */
  papersHeld(at: MomentRef): Restraint | null {
    const taken = this.taken.find((t) => this.solved.surely(startOf(t), at));
    if (!taken || this.back.some((r) => this.solved.may(startOf(r), at))) return null;
    return {
      says: 'The papers were taken, and no entry of this case states that they were back by then',
      rows: [taken],
    };
  }

  /** Whether he may have been told free, or have his papers back, by a moment. */
  mayBeFree(at: MomentRef): EventRow | null {
    return this.free.find((f) => this.solved.may(startOf(f), at)) ?? null;
  }

  /** Why the person was not free at an act; null where no entry shows it. */
  at(e: EventRow): Restraint | null {
    const at = startOf(e);
    const { solved } = this;
    if (e.kind === 'told-to-wait' || e.kind === 'ordered-out' || e.kind === 'secured')
      return { says: KINDS[e.kind].label, rows: [e] };
    const searches = isSearch(e.kind);
    if (searches && !this.consents.some((c) => solved.may(startOf(c), at)))
      return { says: 'A search, with no consent that may come before it', rows: [e] };
    if (searches || e.kind === 'sniff') {
      const refusal = this.refusals.find((r) => solved.surely(startOf(r), at));
      if (refusal) return { says: 'He had said no', rows: [refusal, e] };
    }
    return this.around(at);
  }

  /** Restraint at a moment that no act of its own shows: told to wait before, papers held, or a release surely later. */
  around(at: MomentRef): Restraint | null {
    const { solved } = this;
    const wait = this.waits.find((w) => solved.surely(startOf(w), at));
    if (wait && !this.mayBeFree(at)) return { says: 'He had been told to wait', rows: [wait] };
    const held = this.papersHeld(at);
    if (held) return held;
    const release = this.releases.find((r) => solved.least(at, startOf(r)) > 0);
    if (release && !this.mayBeFree(at)) return { says: 'He was let go only later', rows: [release] };
    return null;
  }
}

const isSearch = (kind: EventKind): boolean =>
  kind === 'search' || kind === 'search-person' || kind === 'frisk';
