import { type CaseContent, grouped } from './content';

/**
 * What an investigator hands over: recordings, what was marked on them, their transcripts, clocks and sync points; no notes,
 * no papers, no history. It is merged into the attorney's copy.
 */
export function annotationsOf(whole: CaseContent): CaseContent {
  const { facts } = whole;
  const recordings = new Set(
    facts.sources.filter((s) => s.media !== undefined || s.kind === 'camera').map((s) => s.id),
  );
  const events = facts.events.filter((e) => recordings.has(e.sourceId));
  const syncPoints = facts.syncPoints.filter(
    (s) => recordings.has(s.sourceId) || (s.sourceB !== undefined && recordings.has(s.sourceB)),
  );
  const clocks = new Set([
    ...events.map((e) => e.clockId),
    ...syncPoints.flatMap((s) => [s.clockA, s.clockB]),
  ]);
  const none = grouped(() => []);
  return {
    case: whole.case,
    ...none,
    facts: {
      ...none.facts,
      clocks: facts.clocks.filter((c) => clocks.has(c.id)),
      sources: facts.sources.filter((s) => recordings.has(s.id)),
      events,
      syncPoints,
      cues: facts.cues.filter((c) => recordings.has(c.sourceId)),
    },
    history: [],
    part: true,
  };
}
