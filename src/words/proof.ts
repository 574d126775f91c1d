import type { MomentRef } from '../record/event';
import type { CaseRecord } from '../record/record';
import { rowById } from '../record/rows';
import { KINDS } from '../record/vocabulary';
import {
  type Bounds,
  printAtLeast,
  printAtMost,
  printUpTo,
  roundLength,
  shortLength,
} from '../time/duration';
import { asPapersHave } from '../time/grammar/as-papers-have';
import { parseTime } from '../time/grammar/parse';
import { printWritten } from '../time/grammar/print';
import { resolveReading } from '../time/grammar/resolve';
import { type Statement, statementsOf } from '../time/grammar/written';
import { clockOf, dayOf, localOf } from '../time/grammar/zones';
import { isAssumption, type Reason } from '../time/solver/reason';
import type { ProofStep, Solved } from '../time/solver/solve';
import { citeOf } from './cite';
import { offsetSays } from './reason';
import { syncSays } from './sync-says';

/** One sentence of a proof, to be checked against its page. `ms`: what it adds to the sum. */
export interface ProofLine {
  readonly says: string;
  readonly cite: string;
  readonly assumption: boolean;
  readonly row: string | null;
  /** It is the end of that entry that is read. */
  readonly end?: true;
  readonly ms: number;
}

/** Why one end of the bounds between two moments is what it is: the lines, then what follows from them. */
export interface Proof {
  readonly from: MomentRef;
  readonly to: MomentRef;
  readonly end: 'min' | 'max';
  readonly lines: readonly ProofLine[];
  readonly concludes: string;
}

/** A moment in the words of its row: `the warning (“Warning printed”)`. */
export function momentName(record: CaseRecord, m: MomentRef): string {
  const e = rowById(record.events, m.id);
  if (e) return `${m.edge === 'end' ? 'the end of ' : ''}“${e.description || KINDS[e.kind].label}”`;
  const c = rowById(record.custody, m.id);
  if (!c) return 'a moment';
  return m.edge === 'released'
    ? `release by ${c.releasedBy || 'nobody named'}`
    : `receipt by ${c.receivedBy || 'nobody named'}`;
}

/** The proof of one end of t(to) - t(from), in an order that can be read aloud; null where nothing bounds it. */
export function proofOf(
  record: CaseRecord,
  solved: Solved,
  from: MomentRef,
  to: MomentRef,
  end: 'min' | 'max',
  bounds: Bounds,
): Proof | null {
  const steps = solved.proof(from, to, end);
  if (steps.length === 0) return null;
  // A lower bound is the path back from `to`: read it the other way, from the first moment to the second.
  const ordered = end === 'min' ? [...steps].reverse() : steps;
  // Beyond most of a day a time of day alone would not say when.
  const dated = [bounds.min, bounds.max].some((b) => Number.isFinite(b) && Math.abs(b) > DATED);
  const lines = once(ordered.map((s) => lineOf(record, s, dated)).filter((l): l is ProofLine => l !== null));
  const says = end === 'min' ? leastSays(bounds.min) : mostSays(bounds.max);
  return {
    from,
    to,
    end,
    lines,
    concludes: `So from ${momentName(record, from)} to ${momentName(record, to)}: ${says}.`,
  };
}

/** The least that lies between two moments; negative where the second may come first. Never a negative time, nor one of nothing. */
function leastSays(min: number): string {
  if (min < 0) return `the second may even come first, by as much as ${printUpTo(-min)}`;
  return min === 0 ? 'the second does not come first' : printAtLeast(min);
}

/** The most that lies between them; negative where the second comes first. */
function mostSays(max: number): string {
  if (max < 0) return `the second comes first, by ${printAtLeast(-max)}`;
  return max === 0 ? 'the second does not come later' : printAtMost(max);
}

/** Proofs over more than this name the day of each reading, ms. */
const DATED = 20 * 3_600_000;

/** A sync point is two steps, from one clock to the moment and from there to the other: read aloud it is one. */
function once(lines: readonly ProofLine[]): ProofLine[] {
  const out: ProofLine[] = [];
  for (const l of lines) {
    const last = out.at(-1);
    if (last && last.row === l.row && last.says === l.says)
      out[out.length - 1] = { ...last, ms: last.ms + l.ms };
    else out.push(l);
  }
  return out;
}

function lineOf(record: CaseRecord, step: ProofStep, dated: boolean): ProofLine | null {
  const { reason, ms } = step;
  const base = { assumption: isAssumption(reason), row: 'row' in reason ? reason.row : null, ms };
  switch (reason.kind) {
    case 'definition':
      return reason.says.includes('reference clock')
        ? null
        : { ...base, says: sentence(reason.says), cite: '' };
    case 'assumption':
      return { ...base, says: `Assumed: ${reason.says}.`, cite: 'assumption' };
    case 'offset':
      return { ...base, ...offsetSays(record, reason.row) };
    case 'sync': {
      const s = record.syncPoints.find((p) => p.id === reason.row);
      if (!s) return null;
      return {
        ...base,
        says: `Sync (${s.what}): ${syncSays(record, s)}.`,
        cite: sourceCite(record, s.sourceId, s.page),
      };
    }
    case 'reading':
      return {
        ...base,
        ...(reason.edge === 'end' && { end: true as const }),
        ...readingSays(record, reason, step.side, dated),
      };
    case 'relation':
      return { ...base, ...relationSays(record, reason) };
  }
}

const sentence = (s: string): string => `${s.slice(0, 1).toUpperCase()}${s.slice(1)}.`;

function sourceCite(record: CaseRecord, id: string, page: string): string {
  const s = record.sources.find((x) => x.id === id);
  return s ? `${s.exhibit || s.name}${page ? ` at ${page}` : ''}` : '';
}

/** `“Warning printed” no later than 14:18:58 by dispatch`. */
function readingSays(
  record: CaseRecord,
  reason: Reason & { kind: 'reading' },
  side: 'min' | 'max',
  dated: boolean,
): { says: string; cite: string } {
  const e = rowById(record.events, reason.row);
  const c = e ? undefined : rowById(record.custody, reason.row);
  const row = e ?? c;
  if (!row) return { says: 'An entry that is no longer there.', cite: '' };
  const [text, date] = e
    ? [reason.edge === 'end' ? e.end : e.start, e.date]
    : reason.edge === 'released'
      ? [c?.releasedAt ?? '', c?.releasedDate ?? '']
      : [c?.receivedAt ?? '', c?.receivedDate ?? ''];
  const clock = record.clocks.find((k) => k.id === row.clockId);
  const zone = row.zone || clock?.zone || record.case.zone;
  const source = record.sources.find((s) => s.id === row.sourceId);
  const name = momentName(record, { id: row.id, edge: reason.edge });
  return {
    says: `${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${side === 'max' ? 'no later' : 'no earlier'} than ${endOfReading(text, reason.part, date, zone, side, record.case.policies.approximate, dated)} by ${clock?.name ?? 'its clock'} (${writtenSays(text)}${reason.byDefault ? aboutSays(record) : ''}).`,
    cite: citeOf(row, source),
  };
}

/** `written “about 14:15”, read as within 1 min of it`: what the paper has, and apart from it the width that we gave it. */
function writtenSays(text: string): string {
  const width = /(?:\+-|±|\+\/-)\s*(\d+(?:\.\d+)?\s*[a-z]*)/i.exec(text)?.[1];
  return `written “${asPapersHave(text)}”${width ? `, read as within ${lengthWords(width)} of it` : ''}`;
}

/** How near an “about” without a figure is taken to be: no page says it. */
const aboutSays = (record: CaseRecord): string =>
  `, assumed to be within ${roundLength(record.case.policies.approximate)} of it`;

/** Lengths as they are typed, in the words of a paper: `7m or 8m` is `7 min or 8 min`. */
const lengthWords = (typed: string): string =>
  typed.replace(/(\d)\s*m\b/g, '$1 min').replace(/(\d)([sh])\b/g, '$1 $2');

/** The statement of a cell that a reason stands for; without a number, its reading. */
function statementOf(text: string, part: number | undefined): Statement | null {
  const parsed = parseTime(text);
  if (!parsed.ok) return null;
  const all = statementsOf(parsed.written);
  if (part !== undefined) return all[part] ?? null;
  return all.find((w) => w.form === 'reading' || w.form === 'open') ?? all[0] ?? null;
}

function endOfReading(
  text: string,
  part: number | undefined,
  date: string,
  zone: string,
  side: 'min' | 'max',
  approximate: number,
  dated: boolean,
): string {
  const w = statementOf(text, part);
  if (!w || (w.form !== 'reading' && w.form !== 'open')) return text;
  const resolved = resolveReading(w, { date, zone, approximate });
  if (!resolved.ok) return text;
  const t = side === 'max' ? resolved.interval.max : resolved.interval.min;
  const stamp = w.form === 'reading' ? w.from : w.stamp;
  if (stamp.clock === 'media') return `${shortLength(t)} on the recording`;
  return `${dated ? `${dayOf(localOf(t, zone))} ` : ''}${clockOf(t, zone, true)}`;
}

/** A time that is told from another moment, in words: `7 or 8 min after “Warning issued”`, `before the end of “Records check”`. */
function besideWords(record: CaseRecord, text: string, id: string, ref: string): string {
  const at = text.indexOf(`@${ref}`);
  const ends = text.slice(at + ref.length + 1).startsWith('.end');
  const moment = momentName(record, { id, edge: ends ? 'end' : 'start' });
  const [lead, rest] = [text.slice(0, at), text.slice(at + ref.length + (ends ? 5 : 1)).trim()];
  const apart = /^([+−-])\s*(.+)$/s.exec(rest);
  if (lead.trim() !== '') return `${lead}${moment}${rest === '' ? '' : ` ${rest}`}`;
  if (apart)
    return `${lengthWords(apart[2] as string).replace(/^~/, 'about ')} ${apart[1] === '+' ? 'after' : 'before'} ${moment}`;
  return rest === '' ? `together with ${moment}` : `${moment} ${rest}`;
}

function relationSays(
  record: CaseRecord,
  reason: Reason & { kind: 'relation' },
): { says: string; cite: string } {
  const e = rowById(record.events, reason.row);
  if (e) {
    const cell = reason.edge === 'end' ? e.end : e.start;
    const w = statementOf(cell, reason.part);
    const text = w && reason.part !== undefined ? printWritten(w) : cell;
    const ref = w && 'ref' in w ? w.ref : null;
    const target = ref
      ? (record.events.find((x) => x.ref === ref && x.logId === e.logId) ??
        record.events.find((x) => x.ref === ref))
      : undefined;
    const words = target ? besideWords(record, text, target.id, ref as string) : text;
    const name = momentName(record, { id: e.id, edge: reason.edge ?? 'start' });
    return {
      says: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}: ${words}${reason.byDefault ? aboutSays(record) : ''}.`,
      cite: citeOf(
        e,
        record.sources.find((s) => s.id === e.sourceId),
      ),
    };
  }
  const r = record.relations.find((x) => x.id === reason.row);
  return r
    ? { says: sentence(r.says || 'the two belong together'), cite: sourceCite(record, r.sourceId, r.page) }
    : { says: 'A relation that is no longer there.', cite: '' };
}
