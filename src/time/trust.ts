import type { CaseRecord } from '../record/record';
import type { SourceKind } from '../record/source';
import { isAssumption, type Reason } from './reason';

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

/** How much a reason is trusted: assumptions least, definitions beyond question. */
export function trustOf(reason: Reason, sourceKindOf: (row: string) => SourceKind | null): number {
  if (reason.kind === 'definition') return Number.POSITIVE_INFINITY;
  if (isAssumption(reason)) return 0;
  if (reason.kind === 'offset') return 6.5;
  if (reason.kind === 'sync') return 6.5;
  const kind = sourceKindOf(reason.row);
  // Of two statements by one source, what it says of order or sameness outlives the clock time it gives.
  return (kind === null ? 3 : TRUST[kind]) + (reason.kind === 'relation' ? 0.5 : 0);
}

/** The kind of the source behind a row, or null where none is named. */
export function sourceKinds(record: CaseRecord): (row: string) => SourceKind | null {
  const kinds = new Map(record.sources.map((s) => [s.id, s.kind]));
  const rows = new Map<string, string>();
  for (const table of [record.events, record.custody, record.relations]) for (const row of table) rows.set(row.id, row.sourceId);
  return (row) => kinds.get(rows.get(row) ?? '') ?? null;
}
