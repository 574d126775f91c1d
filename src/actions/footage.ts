import { type PlainMark, plainMarks } from '../media/exchange/mark';
import { type FrameTable, frameAt } from '../media/frames';
import { counterPoint, coverageRows, markRow, mediaText } from '../media/marks';
import { joined, watchedLength } from '../media/watched';
import { added, changed, type Edit, removed } from '../record/change';
import type { Cue } from '../record/cue';
import type { EventRow, SyncPoint } from '../record/event';
import { newId } from '../record/ids';
import type { CaseRecord } from '../record/record';
import type { Media, PlayedCopy, Source } from '../record/source';
import { KINDS } from '../record/vocabulary';
import type { Watched } from '../record/work-product';
import { type Bounds, printLengthOf } from '../time/duration';
import type { Act } from './act';
import { clockNamed } from './named';

/** Something marked on a recording. */
export const addMark = (source: Source, row: EventRow): Act => ({
  caseId: row.caseId,
  says: `Marked on ${source.name} at ${row.start.slice(2)}: ${KINDS[row.kind].label}`,
  edits: [added('events', row)],
});

/**
 * Marks that another program or another person made, as they come from a file; those that stand in the case already are left out.
 * @param frames of the recording, where its file is open: each mark is given the frames that are shown at its ends
 */
export function takeMarks(
  record: CaseRecord,
  source: Source,
  file: string,
  marks: readonly PlainMark[],
  frames: FrameTable | null,
): Act {
  const same = (m: PlainMark): string => JSON.stringify([m.kind, m.from, m.to, m.who, m.what]);
  const there = new Set(plainMarks(record.events.filter((e) => e.sourceId === source.id)).map(same));
  const edits = marks.flatMap((m) => {
    if (m.kind === 'recording' || there.has(same(m))) return [];
    there.add(same(m));
    const filmed = frames
      ? {
          frame: frameAt(frames, m.from),
          endFrame: m.to === null ? null : frameAt(frames, m.to),
          overlay: '',
        }
      : undefined;
    const mark = { kind: m.kind, at: m.from, end: m.to, filmed, actor: m.who, description: m.what };
    return [added('events', markRow(record, source, mark, newId))];
  });
  return { caseId: source.caseId, says: `${edits.length} marks on ${source.name} from ${file}`, edits };
}

/** The words beside a mark. */
export const noteMark = (row: EventRow, description: string): Act => ({
  caseId: row.caseId,
  says: `Mark noted: ${description.slice(0, 60)}`,
  edits: [changed('events', row, { description })],
});

export const removeMark = (row: EventRow): Act => ({
  caseId: row.caseId,
  says: `Mark taken out: ${KINDS[row.kind].label}`,
  edits: [removed('events', row)],
});

/** A mark moved by frames, or on sound alone by steps, to where its counter and frame are then. */
export const moveMark = (
  row: EventRow,
  patch: Pick<Partial<EventRow>, 'start' | 'end' | 'filmed'>,
  steps: number,
): Act => {
  const step = row.filmed ? 'frame' : 'step';
  return {
    caseId: row.caseId,
    says: `Mark moved by ${Math.abs(steps)} ${step}${Math.abs(steps) === 1 ? '' : 's'}: ${KINDS[row.kind].label}`,
    edits: [changed('events', row, patch)],
  };
};

/** What a person states of a new recording. */
export interface NewRecording {
  readonly name: string;
  readonly clock: string;
  readonly zone: string;
  readonly date: string;
  readonly actor: string;
  /** Where it is the next file of a recording: the source of the file before, and how much may be missing between the two, ms. */
  readonly follows?: { readonly source: string; readonly within: number } | undefined;
}

/** A recording put into the case, with the span of what it shows. @returns the act, and the id of its source */
export function addRecording(
  record: CaseRecord,
  file: string,
  media: Media,
  said: NewRecording,
): { act: Act; source: string } {
  const edits: Edit[] = [];
  const caseId = record.case.id;
  const name = said.name.trim();
  // A new clock is an overlay's: a camera's, and no reference before anything was read on it.
  const clock = clockNamed(record, said.clock, edits, {
    kind: 'camera',
    zone: said.zone.trim(),
    reference: false,
  });
  const known = record.sources.find((s) => s.name.toLowerCase() === name.toLowerCase());
  const made: Source = {
    id: newId(),
    caseId,
    kind: 'camera',
    exhibit: '',
    batesFrom: '',
    batesTo: '',
    sha256: '',
    name,
    file,
    media,
  };
  const prior = record.sources.find((s) => s.id === said.follows?.source);
  const follows = prior ? { follows: prior.id } : {};
  edits.push(
    known
      ? changed('sources', known, { name, file, media, ...follows })
      : added('sources', { ...made, ...follows }),
  );
  const source = (known ?? made).id;
  if (prior && said.follows) {
    const tie = counterPoint(
      record,
      { ...made, id: source },
      0,
      prior,
      prior.media?.duration ?? 0,
      said.follows.within,
      undefined,
      `${name} goes on where ${prior.name} ends: one recording in several files`,
      newId,
    );
    edits.push(added('syncPoints', { ...tie, clockA: clock.id, dateA: said.date }));
  }
  if (!record.events.some((e) => e.sourceId === source && e.kind === 'recording'))
    edits.push(
      added('events', {
        id: newId(),
        caseId,
        logId: `marks ${source}`.slice(0, 80),
        ref: '',
        kind: 'recording',
        clockId: clock.id,
        zone: '',
        date: said.date,
        start: mediaText(0),
        end: mediaText(media.duration),
        actor: said.actor.trim(),
        description: `${name} records`,
        item: '',
        sourceId: source,
        page: '',
        line: null,
        order: 0,
      }),
    );
  return { act: { caseId, says: `Recording added: ${name}`, edits }, source };
}

/** The overlay of a recording read at a counter. In a case that has no reference clock yet, the clock that was read is it. */
export function readOverlay(record: CaseRecord, source: Source, point: SyncPoint): Act {
  const clock = record.clocks.find((c) => c.id === point.clockA);
  const none = !record.clocks.some((c) => c.reference);
  return {
    caseId: source.caseId,
    says: `Overlay of ${source.name} read: ${point.readingA} at ${point.readingB}`,
    edits: [
      added('syncPoints', point),
      ...(clock && none ? [changed('clocks', clock, { reference: true })] : []),
    ],
  };
}

/** The hash and the frames of a file that was read through. */
export const fileRead = (source: Source, sha256: string, media: Media): Act => ({
  caseId: source.caseId,
  says: `File of ${source.name} read: hash and frames`,
  edits: [changed('sources', source, { sha256, media })],
});

/** A file that plays in place of a recording, with its hash and what was compared. */
export const addCopy = (source: Source, copy: PlayedCopy): Act => ({
  caseId: source.caseId,
  says: `${copy.file} is a copy of ${source.file}: ${copy.says}`,
  edits: [
    changed('sources', source, {
      copies: [...(source.copies ?? []).filter((c) => c.sha256 !== copy.sha256), copy],
    }),
  ],
});

/** What was watched of a recording in this browser, joined with what its row says already. */
export function keepWatched(
  source: Source,
  seen: Watched | undefined,
  who: string,
  browser: string,
  stretches: readonly Bounds[],
): Act {
  const all = joined([...(seen?.stretches ?? []), ...stretches]);
  return {
    caseId: source.caseId,
    says: `Watched of ${source.name}: ${printLengthOf(watchedLength(all))} in all`,
    aside: true,
    edits: [
      seen
        ? changed('watched', seen, { stretches: all })
        : added('watched', {
            id: newId(),
            caseId: source.caseId,
            sourceId: source.id,
            who,
            browser,
            stretches: all,
          }),
    ],
  };
}

/** Where a recording shows and hears something, as far as the record does not say it yet. @param duration ms */
export function addCoverage(
  record: CaseRecord,
  source: Source,
  duration: number,
  silent: readonly { readonly from: number; readonly to: number }[],
): Act {
  const rows = coverageRows(record, source, duration, silent, newId);
  return {
    caseId: source.caseId,
    says: `Coverage of ${source.name}: ${rows.map((r) => r.kind).join(', ')}`,
    edits: rows.map((r) => added('events', r)),
  };
}

/** The lines of a transcript. @param file its name @param replaces lines that go as these come; none where both are kept */
export const addTranscript = (
  source: Source,
  file: string,
  lines: readonly Omit<Cue, 'id' | 'caseId' | 'sourceId'>[],
  replaces: readonly Cue[],
): Act => ({
  caseId: source.caseId,
  says: `Transcript of ${source.name}: ${lines.length} lines from ${file}${replaces.length > 0 ? `, in place of ${replaces.length}` : ''}`,
  edits: [
    ...replaces.map((c) => removed('cues', c)),
    ...lines.map((c) =>
      added('cues', {
        ...c,
        id: newId(),
        caseId: source.caseId,
        sourceId: source.id,
        from: Math.round(c.from),
        to: Math.round(c.to),
      }),
    ),
  ],
});

/** All lines earlier or later by so many ms; none before the recording begins. */
export const shiftTranscript = (source: Source, cues: readonly Cue[], by: number): Act => ({
  caseId: source.caseId,
  says: `Transcript of ${source.name} moved by ${by} ms`,
  edits: cues.map((c) =>
    changed('cues', c, {
      from: Math.max(0, Math.round(c.from + by)),
      to: Math.max(0, Math.round(c.to + by)),
    }),
  ),
});

/** A speaker is called otherwise, in every line of this transcript. */
export const renameSpeaker = (source: Source, cues: readonly Cue[], was: string, now: string): Act => ({
  caseId: source.caseId,
  says: `Speaker of ${source.name}: ${was || 'nobody named'} is ${now}`,
  edits: cues.flatMap((c) => (c.speaker === was ? [changed('cues', c, { speaker: now })] : [])),
});

/** What one line says, as it is heard. */
export const editCue = (source: Source, cue: Cue, said: Partial<Pick<Cue, 'text' | 'speaker'>>): Act => ({
  caseId: source.caseId,
  says: `Line of ${source.name} corrected: ${(said.text ?? cue.text).slice(0, 60)}`,
  edits: [changed('cues', cue, said)],
});

export const removeTranscript = (source: Source, cues: readonly Cue[]): Act => ({
  caseId: source.caseId,
  says: `Transcript of ${source.name} taken out`,
  edits: cues.map((c) => removed('cues', c)),
});

/** A speaker's turn begins, and the one before ends. @param ms of the recording's counter */
export function beginTurn(source: Source, cues: readonly Cue[], ms: number, speaker: string): Act {
  const at = Math.round(ms);
  const open = cues.filter((c) => c.line === 0 && c.to === c.from).at(-1);
  const row: Cue = {
    id: newId(),
    caseId: source.caseId,
    sourceId: source.id,
    from: at,
    to: at,
    speaker,
    text: '',
    line: 0,
  };
  return {
    caseId: source.caseId,
    says: `Speaker’s turn: ${speaker}`,
    edits: [...(open && open.from < at ? [changed('cues', open, { to: at })] : []), added('cues', row)],
  };
}
