import type { Clock } from '../record/clock';
import type { CaseRecord } from '../record/record';
import type { Bounds } from '../time/duration';
import { parseTime } from '../time/grammar/parse';
import { resolveReading } from '../time/grammar/resolve';
import { driftOver } from '../time/solver/drift';

/** One place at which a recording's overlay was read: its counter and what the overlay showed, both as intervals in ms. */
export interface Calibration {
  readonly media: Bounds;
  readonly shows: Bounds;
}

function reading(
  record: CaseRecord,
  text: string,
  date: string,
  clock: Clock | undefined,
): { of: 'media' | 'wall'; at: Bounds } | null {
  const parsed = parseTime(text);
  if (!parsed.ok || parsed.written.form !== 'reading') return null;
  const zone = clock?.zone || record.case.zone;
  const r = resolveReading(parsed.written, { date, zone, approximate: record.case.policies.approximate });
  return r.ok ? { of: parsed.written.from.clock, at: { min: r.interval.min, max: r.interval.max } } : null;
}

/**
 * Everything that ties a recording's overlay to its counter: sync points, and a start read off the overlay. What was read in one file
 * of a recording that its camera split serves the others, the wider for what may be missing between them.
 */
export function calibrations(record: CaseRecord, sourceId: string, clockId: string): Calibration[] {
  const others = record.sources.some((s) => s.follows !== undefined)
    ? joinedTo(record, sourceId).flatMap(([id, zero]) =>
        readIn(record, id, clockId).map(({ media, shows }) => ({
          media: { min: media.min + zero.min, max: media.max + zero.max },
          shows,
        })),
      )
    : [];
  return [...readIn(record, sourceId, clockId), ...others];
}

/** The other files of a recording, each with where its 0 lies on the counter of one of them, ms. */
function joinedTo(record: CaseRecord, sourceId: string): [string, Bounds][] {
  const found = new Map<string, Bounds>([[sourceId, { min: 0, max: 0 }]]);
  for (const [id, zero] of found)
    for (const s of record.sources) {
      const [next, prior] = s.follows === id ? [s.id, id] : s.id === id ? [id, s.follows] : [];
      const other = next === id ? prior : next;
      if (next === undefined || prior === undefined || other === undefined || found.has(other)) continue;
      const join = joinOf(record, next, prior);
      if (!join) continue;
      found.set(
        other,
        other === next
          ? { min: zero.min + join.min, max: zero.max + join.max }
          : { min: zero.min - join.max, max: zero.max - join.min },
      );
    }
  found.delete(sourceId);
  return [...found];
}

/** Where a file's 0 lies on the counter of the file that it follows, ms, as the point that joins them says; null where none does. */
function joinOf(record: CaseRecord, next: string, prior: string): Bounds | null {
  for (const s of record.syncPoints) {
    const [own, its] =
      s.sourceId === next && s.sourceB === prior
        ? [s.readingA, s.readingB]
        : s.sourceId === prior && s.sourceB === next
          ? [s.readingB, s.readingA]
          : [];
    if (own === undefined || its === undefined) continue;
    const [a, b] = [reading(record, own, '', undefined), reading(record, its, '', undefined)];
    if (a?.of === 'media' && b?.of === 'media') return { min: b.at.min - a.at.max, max: b.at.max - a.at.min };
  }
  return null;
}

function readIn(record: CaseRecord, sourceId: string, clockId: string): Calibration[] {
  const clock = record.clocks.find((c) => c.id === clockId);
  const points = record.syncPoints.flatMap((s) => {
    const a = { text: s.readingA, clock: s.clockA, date: s.dateA, source: s.sourceId };
    const b = { text: s.readingB, clock: s.clockB, date: s.dateB, source: s.sourceB ?? s.sourceId };
    for (const [wall, media] of [
      [a, b],
      [b, a],
    ] as const) {
      if (wall.clock !== clockId || media.source !== sourceId) continue;
      const [w, m] = [
        reading(record, wall.text, wall.date, clock),
        reading(record, media.text, media.date, clock),
      ];
      if (w?.of === 'wall' && m?.of === 'media') return [{ media: m.at, shows: w.at }];
    }
    return [];
  });
  const starts = record.events.filter(
    (e) => e.kind === 'recording' && e.sourceId === sourceId && e.clockId === clockId,
  );
  const [only] = starts;
  const start = starts.length === 1 && only ? reading(record, only.start, only.date, clock) : null;
  return start?.of === 'wall' ? [...points, { media: { min: 0, max: 0 }, shows: start.at }] : points;
}

/**
 * What the overlay shows at a time on the counter (ms), as an interval in ms of its own showing; null where nobody has read
 * it yet. The farther from where it was read, the wider, by the drift that the case allows.
 */
export function overlayAt(list: readonly Calibration[], ms: number, rate: number): Bounds | null {
  let found: Bounds | null = null;
  const away = (c: Calibration): number => Math.max(Math.abs(ms - c.media.min), Math.abs(ms - c.media.max));
  for (const c of [...list].sort((a, b) => away(a) - away(b))) {
    const drift = driftOver(away(c), rate);
    const here = { min: c.shows.min + ms - c.media.max - drift, max: c.shows.max + ms - c.media.min + drift };
    if (!found) found = here;
    else {
      const both: Bounds = { min: Math.max(found.min, here.min), max: Math.min(found.max, here.max) };
      // Two readings that cannot both hold: the nearer one is shown, the contradiction is named under Clocks.
      if (both.min <= both.max) found = both;
    }
  }
  return found;
}
