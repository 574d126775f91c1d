import type { EventRow, MomentRef } from '../../record/event';
import type { Source } from '../../record/source';
import { LONG_AFTER, type Stop, stopEnd } from '../../stops/stops';
import { type Finding, statusOf } from '../finding';
import { AUTHORITIES } from '../law/authorities';
import { makeFinding } from '../make-finding';
import { latestEnd, untilEnd } from '../order';
import { endOf, leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { type Settings, settingsOf, stateLawOf } from '../settings';

export const cameraHole: Rule = {
  id: 'camera-hole',
  section: 'sources',
  name: 'The camera has a hole',
  finds: 'Part of the seizure that a camera which was there did not record, or recorded without sound.',
  bounds: 'how much of the seizure the camera did not record',
  settledBy:
    'The camera’s audit trail with the period it covers, the shift’s camera check, and the policy that tells when it is to be on.',
  answers: 'policy allows the mute; battery, buffer / others saw it / no bad faith; we rebut (havens)',
  turns: 'Colorado, Illinois and New Jersey have statutes on recordings that are missing.',
  hole: true,
  drawn: { through: 'camera' },
  run: (context) => context.stops.flatMap((stop) => (stop.begins ? camerasOf(context, stop) : [])),
};

/** A camera of the record: what it did, its recordings in order, and the instants by which a hole beside them is looked for. */
interface Camera {
  readonly id: string;
  /** When it surely was muted or off: of each such entry, when it begins at the earliest, and when it ends at the latest. */
  readonly silent: readonly { readonly e: EventRow; readonly from: number; readonly until: number }[];
  readonly recordings: readonly EventRow[];
  /** Of each recording: whether it states no end, when it has begun at the latest, and when it ends at the earliest. */
  readonly open: readonly boolean[];
  readonly begun: Float64Array;
  readonly ended: Float64Array;
  /** Of each recording: when it begins at the earliest, and when it ends at the latest. */
  readonly first: Float64Array;
  readonly last: Float64Array;
}

const cameras = new WeakMap<readonly EventRow[], readonly Camera[]>();

/** The cameras of the record, read once: they are the same for every stop. */
function camerasIn({ solved }: RuleContext, coverage: readonly EventRow[]): readonly Camera[] {
  const known = cameras.get(coverage);
  if (known) return known;
  const bySource = new Map<string, EventRow[]>();
  for (const e of coverage) {
    const list = bySource.get(e.sourceId);
    if (list) list.push(e);
    else bySource.set(e.sourceId, [e]);
  }
  const made = [...bySource].map(([id, rows]) => {
    const recordings = rows
      .filter((e) => e.kind === 'recording' && solved.placed(startOf(e)))
      .map((e) => ({ e, from: solved.earliest(startOf(e)) }))
      .sort((a, b) => a.from - b.from || (a.e.id < b.e.id ? -1 : 1))
      .map(({ e }) => e);
    return {
      id,
      silent: rows
        .filter((e) => e.kind === 'muted' || e.kind === 'camera-off')
        .filter((e) => solved.placed(startOf(e)) && !solved.openEnd(e.id))
        .map((e) => ({
          e,
          from: solved.earliest(startOf(e)),
          until: solved.latest(endOf(e)),
        })),
      recordings,
      open: recordings.map((e) => solved.openEnd(e.id)),
      begun: Float64Array.from(recordings, (e) => solved.latest(startOf(e))),
      ended: Float64Array.from(recordings, (e) => solved.earliest(endOf(e))),
      first: Float64Array.from(recordings, (e) => solved.earliest(startOf(e))),
      last: Float64Array.from(recordings, (e) => solved.latest(endOf(e))),
    };
  });
  cameras.set(coverage, made);
  return made;
}

function camerasOf(context: RuleContext, stop: Stop): Finding[] {
  const { solved } = context;
  const begins = solved.earliest(startOf(stop.begins as EventRow));
  const ends = latestEnd(solved, stop);
  return camerasIn(context, stop.coverage)
    .filter((camera) => wasThere(camera, { begins, ends }))
    .flatMap((camera) => holesOf(context, stop, { begins, ends }, context.sources.get(camera.id), camera));
}

/** A camera that runs days before or after the stop, in an evidence room or at another stop, was not there to record it. */
const wasThere = ({ recordings, open, first, last }: Camera, { begins, ends }: Reach): boolean =>
  recordings.length === 0 ||
  recordings.some(
    (_, i) =>
      !((first[i] as number) > ends + LONG_AFTER) &&
      (open[i] || !((last[i] as number) < begins - LONG_AFTER)),
  );

/** The instants before which, and after which, nothing is of the stop. */
interface Reach {
  readonly begins: number;
  readonly ends: number;
}

function holesOf(
  context: RuleContext,
  stop: Stop,
  reach: Reach,
  source: Source | undefined,
  { silent, recordings, open, begun, ended }: Camera,
): Finding[] {
  const name = source?.name ?? 'A camera';
  const actor = recordings[0]?.actor.trim() ?? '';
  const arrival = stop.acts.find(
    (e) =>
      (e.kind === 'backup-arrives' || e.kind === 'dog-arrives') && actor !== '' && e.actor.trim() === actor,
  );
  const from: MomentRef = arrival ? startOf(arrival) : startOf(stop.begins as EventRow);
  const until = stopEnd(stop);
  const found: Finding[] = [];
  const id = source?.id ?? 'camera';
  const add = (
    title: string,
    key: string,
    froms: readonly MomentRef[],
    tos: readonly MomentRef[],
    subjects: string[],
    says: string,
  ): void => {
    const hole = holeAt(context, stop, {
      froms,
      tos,
      title,
      key: `${id} ${key}`,
      subjects,
      says,
      sourceId: source?.id,
    });
    if (hole) found.push(hole);
  };
  // Which recording is the first, and which the last, is itself a matter of bounds: a hole is what no one of them covers.
  if (recordings.length > 0 && begun.every((t) => t > reach.begins))
    add(
      `${name} starts late`,
      'late',
      [from],
      recordings.map(startOf),
      recordings.slice(0, 1).map((r) => r.id),
      `${arrival ? 'The officer arrives' : 'The seizure begins'} before the recording does.`,
    );
  for (let i = 1; i < recordings.length; i++) {
    // Where the next has begun before the stop, or the one before ends after it, no hole of this stop lies between.
    if (open[i - 1] || !((begun[i] as number) > reach.begins) || !((ended[i - 1] as number) < reach.ends))
      continue;
    const first = Math.max(0, i - NEAR);
    const left = recordings.slice(first, i);
    const right = recordings.slice(i, i + NEAR);
    const [before, after] = [left.at(-1) as EventRow, right[0] as EventRow];
    if (!open.slice(first, i).some(Boolean))
      add(
        `${name} is off`,
        `${before.id} ${after.id}`,
        left.map(endOf),
        right.map(startOf),
        [before.id, after.id],
        'One recording ends, and the next begins later.',
      );
  }
  if (recordings.length > 0 && until && !open.some(Boolean) && ended.every((t) => t < reach.ends))
    add(
      `${name} stops early`,
      'early',
      recordings.map(endOf),
      [],
      recordings.slice(-1).map((r) => r.id),
      'The recording ends before the last recorded act of the stop.',
    );
  for (const { e, from: begins, until: ends } of silent) {
    if (ends <= reach.begins || begins >= reach.ends) continue;
    add(
      e.kind === 'muted' ? `${name} records no sound` : `${name} is off`,
      e.id,
      [startOf(e)],
      [endOf(e)],
      [e.id],
      e.description,
    );
  }
  return found;
}

/** The camera’s own buffer in a hole before its recording. */
const bufferIn = ({ solved, ofKind }: RuleContext, hole: Hole, from: MomentRef, to: MomentRef): EventRow[] =>
  ofKind('buffer')
    .filter(
      (e) =>
        e.sourceId === hole.sourceId &&
        hole.key.endsWith(' late') &&
        solved.mayBefore(from, endOf(e)) &&
        solved.mayBefore(startOf(e), to),
    )
    .slice(0, 1);

/** What the law gives for a recording that is missing: the state's statute first, and without one next to nothing. */
function lossSays(settings: Settings): string {
  const statute = stateLawOf(settings).camera;
  return statute
    ? `${AUTHORITIES[statute.statute].cite}: ${statute.gives}.`
    : 'Loss alone is no violation without bad faith.';
}

/** Recordings further than this from a hole, in their order, cannot cover it. */
const NEAR = 20;

interface Hole {
  /** It begins with the last of these, and ends with the first of those, or, where there are none, with the stop. */
  readonly froms: readonly MomentRef[];
  readonly tos: readonly MomentRef[];
  readonly title: string;
  readonly key: string;
  readonly subjects: readonly string[];
  readonly says: string;
  readonly sourceId: string | undefined;
}

/** How much of a hole lies inside the seizure: the least of all differences across it, exact below and sound above. */
function holeAt(context: RuleContext, stop: Stop, hole: Hole): Finding | null {
  const { solved, record } = context;
  const begins = startOf(stop.begins as EventRow);
  const starts = [...hole.froms, begins];
  const all = starts.flatMap((a) => hole.tos.map((b) => ({ a, b, bounds: solved.bounds(a, b) })));
  const inStop = leastOf([...all.map((x) => x.bounds), ...starts.map((a) => untilEnd(solved, stop, a))]);
  if (inStop.min <= 0 && !(inStop.max > record.case.policies.unaccounted && Number.isFinite(inStop.min)))
    return null;
  const end = stopEnd(stop) ?? begins;
  const tos = hole.tos.length > 0 ? hole.tos : [end];
  const tightest = hole.froms
    .flatMap((a) => tos.map((b) => ({ a, b, bounds: solved.bounds(a, b) })))
    .reduce((x, y) => (y.bounds.min < x.bounds.min ? y : x));
  const { a, b } = tightest;
  const inside = stop.acts.filter(
    (e) => e.sourceId !== hole.sourceId && solved.surely(a, startOf(e)) && solved.surely(startOf(e), b),
  );
  return makeFinding('camera-hole', hole.key, {
    status: statusOf(inStop),
    title: hole.title,
    bounds: { min: Math.max(0, inStop.min), max: Math.max(0, inStop.max) },
    measures: 'of the stop not recorded, or recorded without sound',
    quantities: [{ from: a, to: b, bounds: tightest.bounds }],
    span: { from: a, to: b },
    subjects: hole.subjects,
    premises: [
      { says: hole.says, row: hole.subjects[0] ?? null },
      ...inside
        .slice(0, 8)
        .map((e) => ({ says: `Meanwhile, by another source: ${e.description}`, row: e.id })),
      ...bufferIn(context, hole, a, b).map((own) => ({
        says: 'A buffer without sound stands there: so the camera is made, and that is no mute.',
        row: own.id,
      })),
      { says: lossSays(settingsOf(record.case)), row: null },
    ],
    restsOn: reasonsFor(solved, [
      ...all.map((x) => [x.a, x.b] as const),
      ...starts.map((m) => [m, end] as const),
    ]),
  });
}
