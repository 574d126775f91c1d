import { type Edit, kept } from '../record/change';
import { type Clock, guessClockKind } from '../record/clock';
import { newId } from '../record/ids';
import type { CaseRecord } from '../record/record';
import { guessSourceKind, type Source } from '../record/source';

/** The source of that name, whatever its letter case; where the case has none, a new one, its making added to `edits`. */
export function sourceNamed(record: CaseRecord, name: string, edits: Edit[]): Source {
  const plain = name.trim();
  const known = record.sources.find((s) => s.name.trim().toLowerCase() === plain.toLowerCase());
  if (known) return known;
  const row: Source = {
    id: newId(),
    caseId: record.case.id,
    name: plain,
    kind: guessSourceKind(plain),
    exhibit: '',
    batesFrom: '',
    batesTo: '',
    file: '',
    sha256: '',
  };
  edits.push(kept('sources', undefined, row));
  return row;
}

/** The clock of that name; where the case has none, a new one, its making added to `edits`. The first of a case is its reference, or the first of dispatch. */
export function clockNamed(
  record: CaseRecord,
  name: string,
  edits: Edit[],
  stated: Partial<Pick<Clock, 'kind' | 'zone' | 'reference'>> = {},
): Clock {
  const plain = name.trim();
  const known = record.clocks.find((c) => c.name.trim().toLowerCase() === plain.toLowerCase());
  if (known) return known;
  const row: Clock = {
    id: newId(),
    caseId: record.case.id,
    name: plain,
    kind: guessClockKind(plain),
    zone: '',
    reference: false,
    offset: null,
    ...stated,
  };
  const first = record.clocks.length === 0 || row.kind === 'dispatch';
  row.reference = stated.reference ?? (first && !record.clocks.some((c) => c.reference));
  edits.push(kept('clocks', undefined, row));
  return row;
}
