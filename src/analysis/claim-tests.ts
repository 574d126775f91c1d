import type { EventRow, MomentRef, Relation } from '../record/event';
import type { CaseRecord } from '../record/record';
import type { Source } from '../record/source';
import type { Bounds } from '../time/duration';
import { parseTime } from '../time/grammar/parse';
import { type Statement, spanBounds, statementsOf } from '../time/grammar/written';
import { isAssumption, type Reason, reasonKey } from '../time/solver/reason';
import { type Solved, solveRecord } from '../time/solver/solve';
import type { Steps } from '../time/steps';
import { lengthSays, timeSays } from '../words/claim';
import type { Tested } from './claims';
import { isSame, without } from './independence';

/** What a claim is put to. */
export interface TestContext {
  readonly record: CaseRecord;
  readonly sources: ReadonlyMap<string, Source>;
  /** The record without what the voice says: what others prove. */
  readonly rest: Solved;
  /** The record with what the voice says of times, and without what ties its rows to others: what it says. */
  readonly alone: Solved;
  readonly isOwn: (row: { readonly sourceId: string; readonly actor?: string }) => boolean;
  /** Rows that are the same moment as the claim. */
  readonly others: readonly string[];
}

/** How what is proved lies to what is claimed: within it, apart from it and by how much, or neither. */
export function compare(
  claimed: Bounds,
  proved: Bounds,
): { standing: Tested['standing']; by: number | null } {
  if (!Number.isFinite(proved.min) && !Number.isFinite(proved.max)) return { standing: 'untested', by: null };
  const by = Math.max(proved.min - claimed.max, claimed.min - proved.max);
  if (by > 0) return { standing: 'refuted', by };
  return {
    standing: proved.min >= claimed.min && proved.max <= claimed.max ? 'holds' : 'open',
    by: null,
  };
}

/** What a relation says of the time between two moments, against what others prove: exact at both ends. */
export function relationTest(context: TestContext, row: Relation): Tested {
  const from: MomentRef = { id: row.fromId, edge: row.fromEdge };
  const to: MomentRef = { id: row.toId, edge: row.toEdge };
  const claimed = { min: row.min ?? Number.NEGATIVE_INFINITY, max: row.max ?? Number.POSITIVE_INFINITY };
  return between(context, from, to, claimed, isOrder(claimed) ? 'order' : 'length');
}

const isOrder = (b: Bounds): boolean =>
  (b.min === 0 && b.max === Number.POSITIVE_INFINITY) || (b.max === 0 && b.min === Number.NEGATIVE_INFINITY);

function between(
  { record, rest }: TestContext,
  from: MomentRef,
  to: MomentRef,
  claimed: Bounds,
  of: 'order' | 'length',
): Tested {
  const proved = rest.bounds(from, to);
  const { standing, by } = compare(claimed, proved);
  const ends =
    standing === 'untested'
      ? []
      : standing === 'refuted'
        ? [proved.min > claimed.max ? ('min' as const) : ('max' as const)]
        : (['min', 'max'] as const);
  const reasons = ends.flatMap((end) => rest.proof(from, to, end).map((p) => p.reason));
  return {
    of,
    standing,
    by,
    says: lengthSays(record, from, to, proved, standing, by),
    ...behind(record, reasons),
  };
}

/** That two rows are one moment, in the words of whoever found it. */
const tieSays = (r: Relation): string =>
  r.says.trim().replace(/\.$/, '') || 'the two entries are one and the same moment';

/** The rows and the assumptions behind reasons, each once: that two rows are one moment is a person's finding, and said as one. */
function behind(record: CaseRecord, reasons: readonly Reason[]): Pick<Tested, 'rows' | 'assumes'> {
  const same = new Map(record.relations.filter(isSame).map((r) => [r.id, tieSays(r)]));
  const once = [...new Map(reasons.map((r) => [reasonKey(r), r])).values()];
  const isTie = (r: Reason): boolean => r.kind === 'relation' && same.has(r.row);
  return {
    rows: [
      ...new Set(
        once.flatMap((r) => ((r.kind === 'reading' || r.kind === 'relation') && !isTie(r) ? r.row : [])),
      ),
    ],
    assumes: once.flatMap((r) =>
      isTie(r) && 'row' in r ? (same.get(r.row) ?? []) : isAssumption(r) && 'says' in r ? r.says : [],
    ),
  };
}

/** What the cells of an entry say of its beginning and its end, each against what others prove. */
export function* cellTests(context: TestContext, row: EventRow): Steps<Tested[]> {
  const tests: Tested[] = [];
  for (const edge of ['start', 'end'] as const) {
    const text = row[edge].trim();
    const parsed = text === '' ? null : parseTime(text);
    if (!parsed?.ok) continue;
    const all = statementsOf(parsed.written);
    for (const s of all) {
      const test = related(context, row, edge, s);
      if (test) tests.push(test);
    }
    // A cell that says more than its time has a window of all of it together: then its time is not tested by itself.
    if (all.length === 1 && all.some((s) => s.form === 'reading' || s.form === 'open'))
      tests.push(yield* reading(context, row, edge));
  }
  return tests;
}

/** `after @warning`, `2 min after @stop`, `+3m`: an order or a length, exact at both ends. */
function related(context: TestContext, row: EventRow, edge: 'start' | 'end', s: Statement): Tested | null {
  if (s.form === 'reading' || s.form === 'open') return null;
  const { events, case: of } = context.record;
  const target =
    s.form === 'after-previous'
      ? edge === 'end'
        ? row
        : events[events.indexOf(row) - 1]
      : (events.find((e) => e.ref === s.ref && e.logId === row.logId) ?? events.find((e) => e.ref === s.ref));
  if (!target) return null;
  const from: MomentRef = { id: target.id, edge: 'edge' in s ? s.edge : 'start' };
  const claimed: Bounds =
    s.form === 'ordered'
      ? s.side === 'after'
        ? { min: 0, max: Number.POSITIVE_INFINITY }
        : { min: Number.NEGATIVE_INFINITY, max: 0 }
      : s.span
        ? spanBounds(s.span, of.policies.approximate)
        : { min: 0, max: 0 };
  if (s.form !== 'ordered' && s.span?.days) return null;
  return between(context, from, { id: row.id, edge }, claimed, s.form === 'ordered' ? 'order' : 'length');
}

/** A clock time: where its own clock lets it lie, against where others put the same moment. */
function* reading(context: TestContext, row: EventRow, edge: 'start' | 'end'): Steps<Tested> {
  const { record, rest, alone, isOwn, others } = context;
  const at: MomentRef = { id: row.id, edge };
  const [claimed, proved] = [alone.window(at), rest.window(at)];
  const found = compare(claimed, proved);
  const witnesses = others.filter((id) => record.events.some((e) => e.id === id && !isOwn(e)));
  const ties = record.relations.filter((r) => isSame(r) && (r.fromId === row.id || r.toId === row.id));
  const base = {
    of: 'time' as const,
    rows: witnesses,
    assumes: ties.map(tieSays),
  };
  if (found.standing === 'untested' || found.standing === 'holds')
    return { ...base, ...found, says: timeSays(record, claimed, proved, found.standing, null) };
  // Exactly, with the entries that miss one another: the claim alone is put back, as what is trusted least.
  const { trust } = record.case;
  const put = without(record, isOwn, new Set([row.id]));
  const solved = solveRecord({
    ...put,
    case: {
      ...put.case,
      trust: { ...trust, pinned: trust.pinned.filter((p) => p !== row.id), impeached: [row.id] },
    },
  });
  yield;
  const clash = solved.contradictions
    .filter((c) =>
      c.entries.some((r) => 'row' in r && r.row === row.id && r.kind === 'reading' && r.edge === edge),
    )
    .sort((a, b) => b.by - a.by)[0];
  if (!clash) return { ...base, ...found, says: timeSays(record, claimed, proved, found.standing, found.by) };
  const { rows, assumes } = behind(record, clash.entries);
  const by = Math.max(clash.by, found.by ?? 0);
  return {
    of: 'time',
    standing: 'refuted',
    by,
    says: timeSays(record, claimed, proved, 'refuted', by),
    rows: [...new Set([...rows.filter((r) => r !== row.id), ...witnesses])],
    assumes,
  };
}
