import type { EventRow, MomentRef } from '../../record/event';
import type { Source } from '../../record/source';
import type { Bounds } from '../../time/duration';
import { type Finding, statusOf } from '../finding';
import { endOf, leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { type Stop, stopEnd } from '../stops';

export const cameraHole: Rule = {
  id: 'camera-hole',
  section: 'sources',
  name: 'The camera has a hole',
  finds: 'Part of the seizure that a camera which was there did not record, or recorded without sound.',
  bounds: 'how much of the seizure the camera did not record',
  authorities: ['youngblood', 'brady'],
  answer: 'The policy allows it; the camera failed; the officer was elsewhere.',
  settledBy: 'The camera’s audit log, and the policy that tells when it is to be on.',
  run: (context) => context.stops.flatMap((stop) => (stop.begins ? camerasOf(context, stop) : [])),
};

function camerasOf(context: RuleContext, stop: Stop): Finding[] {
  const bySource = new Map<string, EventRow[]>();
  for (const e of stop.coverage) bySource.set(e.sourceId, [...(bySource.get(e.sourceId) ?? []), e]);
  return [...bySource].flatMap(([id, rows]) => holesOf(context, stop, context.sources.get(id), rows));
}

function holesOf(context: RuleContext, stop: Stop, source: Source | undefined, rows: readonly EventRow[]): Finding[] {
  const { solved } = context;
  const name = source?.name ?? 'A camera';
  const recordings = rows
    .filter((e) => e.kind === 'recording' && solved.placed(startOf(e)))
    .sort((a, b) => solved.window(startOf(a)).min - solved.window(startOf(b)).min);
  const [first, last] = [recordings[0], recordings.at(-1)];
  const arrival = stop.acts.find((e) => (e.kind === 'backup-arrives' || e.kind === 'dog-arrives') && first && e.actor !== '' && e.actor === first.actor);
  const from: MomentRef = arrival ? startOf(arrival) : startOf(stop.begins as EventRow);
  const until = stopEnd(stop);
  const found: Finding[] = [];
  const add = (title: string, a: MomentRef, b: MomentRef, subjects: string[], says: string): void => {
    const hole = holeAt(context, stop, a, b, title, `${source?.id ?? 'camera'} ${subjects.join(' ')}`, subjects, says, source?.id);
    if (hole) found.push(hole);
  };
  if (first)
    add(`${name} starts late`, from, startOf(first), [first.id], `${arrival ? 'The officer arrives' : 'The seizure begins'} before the recording does.`);
  recordings.slice(1).forEach((r, i) => {
    const before = recordings[i] as EventRow;
    if (!solved.openEnd(before.id)) add(`${name} is off`, endOf(before), startOf(r), [before.id, r.id], 'One recording ends, and the next begins later.');
  });
  if (last && until && !solved.openEnd(last.id))
    add(`${name} stops early`, endOf(last), until, [last.id], 'The recording ends before the last recorded act of the stop.');
  for (const e of rows) {
    if (e.kind !== 'muted' && e.kind !== 'camera-off') continue;
    if (!solved.placed(startOf(e)) || solved.openEnd(e.id)) continue;
    add(e.kind === 'muted' ? `${name} records no sound` : `${name} is off`, startOf(e), endOf(e), [e.id], e.description);
  }
  return found;
}

function holeAt(
  context: RuleContext,
  stop: Stop,
  a: MomentRef,
  b: MomentRef,
  title: string,
  key: string,
  subjects: string[],
  says: string,
  sourceId: string | undefined,
): Finding | null {
  const { solved, record } = context;
  const bounds = solved.bounds(a, b);
  const { inStop, pairs } = withinStop(context, stop, a, b);
  if (inStop.min <= 0 && !(inStop.max > record.case.policies.unaccounted && Number.isFinite(inStop.min))) return null;
  const inside = stop.acts.filter((e) => e.sourceId !== sourceId && solved.bounds(a, startOf(e)).min >= 0 && solved.bounds(startOf(e), b).min >= 0);
  return {
    key: `camera-hole ${key}`,
    rule: 'camera-hole',
    status: statusOf(inStop),
    title,
    bounds: { min: Math.max(0, inStop.min), max: Math.max(0, inStop.max) },
    measures: 'of the stop not recorded, or recorded without sound',
    quantities: [{ from: a, to: b, bounds }],
    span: { from: a, to: b },
    subjects,
    item: null,
    premises: [{ says, row: subjects[0] ?? null }, ...inside.slice(0, 8).map((e) => ({ says: `Meanwhile, by another source: ${e.description}`, row: e.id }))],
    restsOn: reasonsFor(solved, pairs),
  };
}

/** How much of a hole lies inside the seizure: the least of four differences, exact below and sound above. */
function withinStop({ solved }: RuleContext, stop: Stop, a: MomentRef, b: MomentRef): { inStop: Bounds; pairs: [MomentRef, MomentRef][] } {
  const begins = startOf(stop.begins as EventRow);
  const end = stopEnd(stop);
  const pairs: [MomentRef, MomentRef][] = [[a, b]];
  if (a.id !== begins.id) pairs.push([begins, b]);
  if (end && b.id !== end.id) pairs.push([a, end]);
  if (end && a.id !== begins.id && b.id !== end.id) pairs.push([begins, end]);
  return { inStop: leastOf(pairs.map(([x, y]) => solved.bounds(x, y))), pairs };
}
