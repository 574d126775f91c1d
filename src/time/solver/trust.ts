import type { Trust } from '../../record/case';
import type { SourceKind } from '../../record/source';
import { isAssumption, type Reason } from './reason';
import type { Timed } from './timed';

/** The order of trust of `time.md`, most trusted highest: what is set aside first where entries cannot all be true is the lowest. */
const TRUST: Record<SourceKind, number> = {
  camera: 7,
  'dispatch-log': 6,
  'access-log': 5,
  form: 4,
  other: 3,
  opinion: 3,
  report: 2,
  testimony: 1,
};

/** The default order, most trusted first. */
export const DEFAULT_ORDER: readonly SourceKind[] = [
  'camera',
  'dispatch-log',
  'access-log',
  'form',
  'opinion',
  'other',
  'report',
  'testimony',
];

/** What two cameras heard outranks what somebody saw in both; a tie of another kind stands between. */
const TIES = { sound: 0.1, eye: -0.1 } as const;

/** By how much each sync point between two recordings is trusted more or less than others. */
export function tieRanks(record: Timed): (row: string) => number | undefined {
  const ranks = new Map(record.syncPoints.flatMap((s) => (s.by ? [[s.id, TIES[s.by]] as const] : [])));
  return (row) => ranks.get(row);
}

/** How much a reason is trusted: assumptions least but for what was impeached, definitions and what was pinned beyond question. */
export function trustOf(
  reason: Reason,
  sourceKindOf: (row: string) => SourceKind | null,
  trust: Trust,
  tieOf: (row: string) => number | undefined,
): number {
  if (reason.kind === 'definition') return Number.POSITIVE_INFINITY;
  if (trust.pinned.includes(reason.row)) return 1000;
  if (trust.impeached.includes(reason.row)) return -1;
  if (isAssumption(reason)) return 0;
  if (reason.kind === 'offset') return 6.5;
  if (reason.kind === 'sync') return 6.5 + (tieOf(reason.row) ?? 0);
  const kind = sourceKindOf(reason.row);
  // Of two statements by one source, what it says of order or sameness outlives the clock time it gives.
  return (kind === null ? 3 : rankOf(kind, trust.order)) + (reason.kind === 'relation' ? 0.5 : 0);
}

/** Place of a kind in the case's order, or in the default where the case has none. */
function rankOf(kind: SourceKind, order: readonly string[]): number {
  const at = order.indexOf(kind);
  return at < 0 ? TRUST[kind] : 1 + (6 * (order.length - at)) / Math.max(1, order.length);
}

/** The kind of the source behind a row, or null where none is named. */
export function sourceKinds(record: Timed): (row: string) => SourceKind | null {
  const kinds = new Map(record.sources.map((s) => [s.id, s.kind]));
  const rows = new Map<string, string>();
  for (const table of [record.events, record.custody, record.relations])
    for (const row of table) rows.set(row.id, row.sourceId);
  return (row) => kinds.get(rows.get(row) ?? '') ?? null;
}
