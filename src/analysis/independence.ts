import type { CaseRecord } from '../record/record';
import { isDrafted, type Source } from '../record/source';
import { wordsOf } from '../rules/words';

/** Whose word a row is: the source it goes back to, and who speaks in it. */
export interface Voice {
  /** The source itself, or the camera that it was drafted from. */
  readonly root: string;
  /** A report or testimony: somebody's word, where a camera or a log is none. */
  readonly spoken: boolean;
  /** Empty where nobody said who speaks. */
  readonly speaker: string;
  readonly camera: boolean;
  /** A program drafted it, and nobody knows from what. */
  readonly draftedFromUnknown: boolean;
}

const SPOKEN = new Set(['report', 'testimony']);

/** Whether a source is somebody's word: what its rows say is a claim. */
export const isSpoken = (s: Source | undefined): boolean =>
  s !== undefined && (SPOKEN.has(s.kind) || (s.kind === 'other' && (s.by ?? '') !== ''));

const RANKS =
  /^(officer|ofc|deputy|dep|trooper|tpr|sgt|sergeant|det|detective|cpl|corporal|lt|agent|ptl|mr|ms|mrs|dr)$/;

/** A name without rank and numbers, small: `Ofc. D. Marsh #12` and `Officer Marsh` are the same `marsh`. */
export function plainSpeaker(name: string): string {
  const words = wordsOf(name).filter((w) => !RANKS.test(w) && !/^\d+$/.test(w) && w.length > 1);
  return words.at(-1) ?? wordsOf(name).join(' ');
}

/** Whose word a source is. @param actor who acts in a row, for a source of which nobody said who speaks */
export function voiceOf(source: Source | undefined, sources: ReadonlyMap<string, Source>, actor = ''): Voice {
  const from = source?.draftedFrom ?? '';
  return {
    root: sources.has(from) ? from : (source?.id ?? ''),
    spoken: isSpoken(source),
    speaker: plainSpeaker((source?.by ?? '') || actor),
    camera: source?.kind === 'camera',
    draftedFromUnknown: source !== undefined && isDrafted(source) && !sources.has(from),
  };
}

/**
 * Why one voice is no independent witness of another; null where it is one. A speaker does not bear himself out, nor does a
 * report the camera that it was drafted from; where nobody said who speaks, it may be the same person.
 */
export function dependsOn(a: Voice, b: Voice): string | null {
  if (a.root === b.root) return 'one source';
  if ((a.draftedFromUnknown && b.camera) || (b.draftedFromUnknown && a.camera))
    return 'drafted by a program, nobody knows from which camera';
  if (!a.spoken || !b.spoken) return null;
  if (a.speaker === '' || b.speaker === '') return 'nobody said who speaks';
  return a.speaker === b.speaker ? 'one speaker' : null;
}

/**
 * The record without what depends on a voice: its times unsaid, its relations and sync points gone; that two rows are one and
 * the same moment stays where one of them is another's. @param keep one row whose times stay @param alone without what says that two rows are one moment
 */
export function without(
  record: CaseRecord,
  isOwn: (row: { readonly sourceId: string; readonly actor?: string }) => boolean,
  keep: ReadonlySet<string>,
  alone = false,
): CaseRecord {
  const own = new Set<string>();
  const events = record.events.map((e) => {
    if (!isOwn(e)) return e;
    own.add(e.id);
    return keep.has(e.id) ? e : { ...e, start: '', end: '' };
  });
  const custody = record.custody.map((c) => {
    if (!isOwn(c)) return c;
    own.add(c.id);
    return { ...c, releasedAt: '', receivedAt: '' };
  });
  const relations = record.relations.filter((r) => {
    const touches = own.has(r.fromId) || own.has(r.toId);
    if (!isSame(r)) return !isOwn(r) && !(alone && touches);
    return alone ? !touches : !(own.has(r.fromId) && own.has(r.toId)) && (touches || !isOwn(r));
  });
  return { ...record, events, custody, relations, syncPoints: record.syncPoints.filter((s) => !isOwn(s)) };
}

/** Whether a relation says that two rows are one and the same moment. */
export const isSame = (r: { readonly min: number | null; readonly max: number | null }): boolean =>
  r.min === 0 && r.max === 0;

/** Rows that relations say are one and the same moment, by row: all of them, itself too. */
export function sameMoments(record: CaseRecord): ReadonlyMap<string, readonly string[]> {
  const of = new Map<string, string[]>();
  const groupOf = (id: string): string[] => of.get(id) ?? [id];
  for (const r of record.relations) {
    if (!isSame(r) || r.fromEdge !== 'start' || r.toEdge !== 'start') continue;
    const both = [...new Set([...groupOf(r.fromId), ...groupOf(r.toId)])];
    for (const id of both) of.set(id, both);
  }
  return of;
}

export const sourcesById = (record: CaseRecord): ReadonlyMap<string, Source> =>
  new Map(record.sources.map((s) => [s.id, s]));
