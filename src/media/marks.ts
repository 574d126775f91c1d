import type { EventRow, Filmed, SyncPoint } from '../record/event';
import type { CaseRecord } from '../record/record';
import type { Source } from '../record/source';
import type { EventKind } from '../record/vocabulary';
import { readCounter } from '../time/grammar/counted';
import { printMedia } from '../time/grammar/print';
import type { Alignment } from './alignment';

/** A time on a counter as the record writes it, to the ms: `v 3:15.234`. */
export const mediaText = (ms: number): string => `v ${printMedia(Math.max(0, Math.round(ms)), 1)}`;

/** ms of a reading such as `v 1:03:15.234`, or null where it is none. */
export const msOf = (text: string): number | null => readCounter(text)?.at ?? null;

/** The clock and the day on which a recording's rows stand: those of its coverage, or of anything read on it. */
export function clockOfRecording(
  record: CaseRecord,
  sourceId: string,
): { clockId: string; date: string } | null {
  const rows = record.events.filter((e) => e.sourceId === sourceId);
  const row = rows.find((e) => e.kind === 'recording') ?? rows[0];
  return row ? { clockId: row.clockId, date: row.date } : null;
}

export interface Mark {
  readonly kind: EventKind;
  /** ms of the counter; `end` null for a moment, or a span whose end is not marked. */
  readonly at: number;
  readonly end: number | null;
  readonly filmed: Filmed | undefined;
  readonly actor: string;
  readonly description: string;
}

/** An entry of the record for something marked on footage. */
export function markRow(record: CaseRecord, source: Source, mark: Mark, newId: () => string): EventRow {
  const stands = clockOfRecording(record, source.id);
  return {
    id: newId(),
    caseId: record.case.id,
    logId: `marks ${source.id}`.slice(0, 80),
    ref: '',
    kind: mark.kind,
    clockId: stands?.clockId ?? record.clocks[0]?.id ?? '',
    zone: '',
    date: stands?.date ?? '',
    start: mediaText(mark.at),
    end: mark.end === null ? '' : mediaText(mark.end),
    actor: mark.actor,
    description: mark.description,
    item: '',
    sourceId: source.id,
    page: '',
    line: null,
    order: Math.round(mark.at),
    ...(mark.filmed ? { filmed: mark.filmed } : {}),
  };
}

/**
 * A mark on sound alone, one end of it moved by so many ms: what changes, and where that end is then. Null where it would pass the
 * other end, or has no such end.
 */
export function movedSound(
  row: Pick<EventRow, 'start' | 'end'>,
  edge: 'start' | 'end',
  by: number,
  duration: number,
): { readonly patch: { start?: string; end?: string }; readonly ms: number } | null {
  const [start, end] = [msOf(row.start), msOf(row.end)];
  const was = edge === 'start' ? start : end;
  if (was === null) return null;
  const ms = Math.max(0, Math.min(duration, was + by));
  if (edge === 'start' ? end !== null && ms > end : start !== null && ms < start) return null;
  return { patch: { [edge]: mediaText(ms) }, ms };
}

/** A silence this long (ms) from the first frame on is taken for a camera's buffer; the longest that cameras keep is two minutes. */
const BUFFER = { least: 1000, most: 125_000 };
/** A digital silence this long later on is a mute. */
const MUTE = 5000;

/**
 * The coverage of a recording by itself: from its first frame to its last, its buffer and its mutes.
 * @param silent stretches of digital silence, ms; none where it has no sound at all
 */
export function coverageRows(
  record: CaseRecord,
  source: Source,
  duration: number,
  silent: readonly { from: number; to: number }[],
  newId: () => string,
): EventRow[] {
  const row = (kind: EventKind, at: number, end: number, description: string): EventRow =>
    markRow(record, source, { kind, at, end, filmed: undefined, actor: '', description }, newId);
  const rows: EventRow[] = [];
  const known = record.events.filter((e) => e.sourceId === source.id);
  if (!known.some((e) => e.kind === 'recording'))
    rows.push(row('recording', 0, duration, `${source.name} records`));
  if (known.some((e) => e.kind === 'buffer' || e.kind === 'muted')) return rows;
  for (const s of silent) {
    const whole = s.from < 500 && s.to > duration - 500;
    if (whole) continue;
    if (s.from < 500 && s.to - s.from >= BUFFER.least && s.to <= BUFFER.most) {
      rows.push(
        row(
          'buffer',
          0,
          s.to,
          `${source.name}: picture without sound from the first frame on, as a buffer before the press has it`,
        ),
      );
    } else if (s.to - s.from >= MUTE)
      rows.push(row('muted', s.from, Math.min(duration, s.to), `${source.name}: digital silence`));
  }
  return rows;
}

/** A sync point between a recording's overlay and its counter. @param changes whether the seconds change at this very frame */
export function overlayPoint(
  record: CaseRecord,
  source: Source,
  at: number,
  shows: string,
  date: string,
  changes: boolean,
  newId: () => string,
): SyncPoint {
  const stands = clockOfRecording(record, source.id);
  const clockId = stands?.clockId ?? '';
  // To the tenth where the seconds change at this frame: no frame of footage is longer.
  const reading =
    changes && /:\d{2}(:\d{2})(?=[^:\d]*$)/.test(shows)
      ? shows.replace(/(\d{2}:\d{2}:\d{2})/, '$1.0')
      : shows;
  return {
    id: newId(),
    caseId: record.case.id,
    what: 'overlay',
    clockA: clockId,
    dateA: date,
    readingA: reading.trim(),
    clockB: clockId,
    dateB: stands?.date ?? date,
    readingB: mediaText(at),
    sourceId: source.id,
    page: '',
  };
}

/** A sync point between two recordings' counters, good to `within` ms. */
export function counterPoint(
  record: CaseRecord,
  first: Source,
  at: number,
  second: Source,
  reads: number,
  within: number,
  by: 'sound' | 'eye' | undefined,
  what: string,
  newId: () => string,
): SyncPoint {
  const [a, b] = [clockOfRecording(record, first.id), clockOfRecording(record, second.id)];
  return {
    id: newId(),
    caseId: record.case.id,
    what,
    ...(by ? { by } : {}),
    clockA: a?.clockId ?? '',
    dateA: a?.date ?? '',
    readingA: mediaText(at),
    clockB: b?.clockId ?? '',
    dateB: b?.date ?? '',
    readingB: `~${mediaText(reads)} +-${(Math.ceil(within) / 1000).toFixed(3)}s`,
    sourceId: first.id,
    sourceB: second.id,
    page: '',
  };
}

/** Two counters further apart than this where they were compared are tied at both ends, so that their drift is bounded too, ms. */
const TWO_ENDS = 120_000;

/** What an alignment by sound says, as sync points: one, or one at each end where it drifts over a long time. @param sounds which were compared */
export function alignmentPoints(
  record: CaseRecord,
  first: Source,
  second: Source,
  found: Alignment,
  newId: () => string,
  sounds = '',
): SyncPoint[] {
  const says = `the same sound in both (${found.pieces.filter((p) => p.agrees).length} of ${found.pieces.length} pieces agree)${sounds}`;
  const point = (t: number): SyncPoint =>
    counterPoint(
      record,
      first,
      t,
      second,
      t + found.ahead + (found.rate / 1e6) * (t - found.from),
      found.within,
      'sound',
      says,
      newId,
    );
  return found.to - found.from >= TWO_ENDS
    ? [point(found.from), point(found.to)]
    : [point((found.from + found.to) / 2)];
}
