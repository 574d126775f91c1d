import type { Change } from '../record/change';
import { type Clock, guessClockKind } from '../record/clock';
import type { CaseRecord } from '../record/record';
import { guessSourceKind, type Source } from '../record/source';

/** The row that `make` gives, with the change that puts it into the case. */
function made<T extends { id: string }>(changes: Change[], table: Change['table'], row: T): T {
  changes.push({ table, id: row.id, before: null, after: row });
  return row;
}

/** The source of that name, whatever its case; where the case has none, a new one, its making added to `changes`. */
export function sourceNamed(
  record: CaseRecord,
  name: string,
  newId: () => string,
  changes: Change[],
): Source {
  const plain = name.trim();
  const known = record.sources.find((s) => s.name.toLowerCase() === plain.toLowerCase());
  return (
    known ??
    made(changes, 'sources', {
      id: newId(),
      caseId: record.case.id,
      name: plain,
      kind: guessSourceKind(plain),
      exhibit: '',
      batesFrom: '',
      batesTo: '',
      file: '',
      sha256: '',
    })
  );
}

/** The clock of that name; where the case has none, a new one, its making added to `changes`. The first of a case is its reference. */
export function clockNamed(record: CaseRecord, name: string, newId: () => string, changes: Change[]): Clock {
  const plain = name.trim();
  const known = record.clocks.find((c) => c.name.toLowerCase() === plain.toLowerCase());
  return (
    known ??
    made(changes, 'clocks', {
      id: newId(),
      caseId: record.case.id,
      name: plain,
      kind: guessClockKind(plain),
      zone: '',
      reference: record.clocks.length === 0,
      offset: null,
    })
  );
}
