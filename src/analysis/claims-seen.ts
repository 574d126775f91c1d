import type { EventRow } from '../record/event';
import type { CaseRecord } from '../record/record';
import type { Solved } from '../time/solver/solve';
import { sightSays } from '../words/claim';
import type { Claim, Tested } from './claims';
import { dependsOn, type Voice } from './independence';

const MARKS = new Set(['seen', 'not-seen', 'cannot-be-seen']);

/** What somebody marked as seen, not seen, or out of view on footage. */
export const marksOf = (record: CaseRecord): EventRow[] => record.events.filter((e) => MARKS.has(e.kind));

/** What marks on footage say of a claim. A camera that the report was drafted from bears nothing out, and may well refute. */
export function sightTests(
  marks: readonly EventRow[],
  voice: Voice,
  voiceFor: (row: EventRow) => Voice,
): Tested[] {
  return marks.map((mark) => {
    const own = dependsOn(voice, voiceFor(mark)) !== null;
    const standing =
      mark.kind === 'not-seen' ? 'unseen' : mark.kind === 'seen' ? (own ? 'open' : 'holds') : 'untested';
    return { of: 'sight', standing, by: null, says: sightSays(mark, own), rows: [mark.id], assumes: [] };
  });
}

/** A mark may speak of what is claimed within this time of it, ms. */
const REACH = 120_000;
/** So many marks are offered for one claim. */
const OFFERED = 5;

/** Marks near a claim that speak of nothing yet, and cameras that may have filmed it and on which it is not marked. */
export function footageFor(
  record: CaseRecord,
  solved: Solved,
  row: EventRow,
  marks: readonly EventRow[],
): Pick<Claim, 'near' | 'watch'> {
  const claimed = solved.window({ id: row.id, edge: 'start' });
  if (!Number.isFinite(claimed.min) && !Number.isFinite(claimed.max)) return { near: [], watch: [] };
  const near = marks
    .filter((m) => {
      if (m.about !== undefined && m.about !== '') return false;
      const w = solved.window({ id: m.id, edge: 'start' });
      return w.min - REACH <= claimed.max && w.max + REACH >= claimed.min && Number.isFinite(w.min);
    })
    .slice(0, OFFERED)
    .map((m) => m.id);
  const marked = new Set(marks.filter((m) => m.about === row.id).map((m) => m.sourceId));
  const films = record.events.filter((e) => {
    if (e.kind !== 'recording' || marked.has(e.sourceId)) return false;
    const [from, to] = [
      solved.earliest({ id: e.id, edge: 'start' }),
      solved.openEnd(e.id) ? Number.POSITIVE_INFINITY : solved.latest({ id: e.id, edge: 'end' }),
    ];
    return from <= claimed.max && to >= claimed.min;
  });
  return { near, watch: [...new Set(films.map((f) => f.sourceId))].slice(0, OFFERED) };
}
