import type { Source } from '../record/source';
import { firstOf } from '../record/split';
import { hintOf } from './file-name';

/** One file of a recording that its camera split: its source, where it begins on the whole, how long it is, and its frames. */
export interface Part {
  readonly source: Source;
  /** ms on the counter of the whole. */
  readonly from: number;
  readonly length: number;
  /** 0 where none are known. */
  readonly frames: number;
}

/** The files of the recording that a source is of, one after another; alone where nothing goes on from it. */
export function partsOf(sources: readonly Source[], id: string): Part[] {
  const parts: Part[] = [];
  let at = sources.find((s) => s.id === firstOf(sources, id));
  while (at && !parts.some((p) => p.source.id === at?.id)) {
    const last = parts.at(-1);
    parts.push({
      source: at,
      from: last ? last.from + last.length : 0,
      length: at.media?.duration ?? 0,
      frames: at.media?.frames ?? 0,
    });
    const { id: now } = at;
    at = sources.find((s) => s.follows === now);
  }
  return parts;
}

/** A time on the counter of the whole, as the file in which it lies and that file's own counter, ms; the last file where it is past the end. */
export function partAt(parts: readonly Part[], whole: number): { source: string; ms: number } | null {
  const at = parts.findLast((p) => p.from <= Math.max(0, whole));
  return at ? { source: at.source.id, ms: Math.min(at.length, Math.max(0, whole - at.from)) } : null;
}

/** Where on the whole a file's own counter stands, ms. */
export const wholeMs = (parts: readonly Part[], source: string, ms: number): number =>
  (parts.find((p) => p.source.id === source)?.from ?? 0) + ms;

/**
 * The file of a recording beside the leading one in which a moment lies: the one that is shown, where it lies in that too.
 * @param at where the moment is on a file's own counter, ms; null where nothing tells, or the file is not open
 */
export function fileBeside(
  parts: readonly Part[],
  shown: string,
  at: (source: string) => number | null,
): string {
  const holds = (p: Part): boolean => {
    const ms = at(p.source.id);
    return ms !== null && ms >= 0 && ms <= p.length;
  };
  const now = parts.find((p) => p.source.id === shown);
  return now && holds(now) ? shown : (parts.find(holds)?.source.id ?? shown);
}

interface End {
  readonly source: string;
  readonly ms: number;
  readonly frame: number | null;
}

/** A stretch by file: what runs over the end of one goes on in the next, each by its own counter and frames. */
export function piecesOf(
  parts: readonly Part[],
  from: End,
  to: End,
): { source: string; from: Omit<End, 'source'>; to: Omit<End, 'source'> }[] {
  const place = (id: string): number => parts.findIndex((p) => p.source.id === id);
  const [first, last] = [place(from.source), place(to.source)];
  if (from.source === to.source || first < 0 || last < first) return [{ source: from.source, from, to }];
  return parts.slice(first, last + 1).map((p, k) => ({
    source: p.source.id,
    from: k === 0 ? from : { ms: 0, frame: p.frames > 0 ? 0 : null },
    to: k === last - first ? to : { ms: p.length, frame: p.frames > 0 ? p.frames - 1 : null },
  }));
}

/** A number at the end of a name by which files of one recording are counted: `-1`, `_002 (copy)`; not the day of a date. */
const COUNTED = /^(.*?)(?<!\d|\d{4}[-_.]\d\d[-_.])(\d{1,3})(\D*)$/;
/** A file that begins so near to the end of another by their names goes on from it, ms. */
const NEAR = 90_000;

function follows(prior: Source, file: string): boolean {
  const ending = (name: string): string => /\.\w{1,5}$/.exec(name)?.[0] ?? '';
  const stem = (name: string): string => name.slice(0, name.length - ending(name).length);
  if (ending(prior.file) !== ending(file)) return false;
  const [a, b] = [COUNTED.exec(stem(prior.file)), COUNTED.exec(stem(file))];
  const [x, y] = [hintOf(prior.file), hintOf(file)];
  if (a && b && a[1] === b[1] && a[3] === b[3] && Number(b[2]) === Number(a[2]) + 1)
    return x?.date === y?.date;
  const plain = (name: string): string => name.replace(/\d+/g, '#');
  if (!x || !y || plain(prior.file) !== plain(file)) return false;
  const at = (h: { date: string; time: string }): number =>
    Date.parse(`${h.date}T${h.time.length > 5 ? h.time : `${h.time}:00`}Z`);
  return Math.abs(at(y) - at(x) - (prior.media?.duration ?? Number.NaN)) <= NEAR;
}

/** The recording from which a file goes on, by what their names say; null where none does. A suggestion: a person confirms it. */
export const sequelOf = (sources: readonly Source[], file: string): Source | null =>
  sources.find(
    (s) => s.media !== undefined && !sources.some((x) => x.follows === s.id) && follows(s, file),
  ) ?? null;
