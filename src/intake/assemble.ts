import { newCase } from '../record/case';
import type { EventRow } from '../record/event';
import { type CaseRecord, emptyRecord } from '../record/record';
import { alreadyThere, withoutAgain } from './again';
import type { Drafts, ImportContext } from './drafts';
import type { Refused } from './formats/table';
import { guessMapping, isKnownLayout, layoutOf, readTables, UnreadableFile, whyUnknown } from './index';

interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The record as it stands plus what an import would add. */
export function withDrafts(record: CaseRecord, drafts: Drafts): CaseRecord {
  return {
    ...record,
    clocks: [
      ...record.clocks.map((c) => drafts.changedClocks.find((d) => d.id === c.id) ?? c),
      ...drafts.clocks,
    ],
    sources: [
      ...record.sources.map((s) => drafts.changedSources.find((d) => d.id === s.id) ?? s),
      ...drafts.sources,
    ],
    items: [...record.items, ...drafts.items],
    events: [...record.events, ...drafts.events],
    custody: [...record.custody, ...drafts.custody],
  };
}

/** What an import into this record may build on. */
export function contextFor(record: CaseRecord, sha256: string, newId: () => string): ImportContext {
  return {
    caseId: record.case.id,
    zone: record.case.zone,
    sha256,
    clocks: record.clocks,
    sources: record.sources,
    items: record.items,
    refs: new Set(record.events.map((e) => e.ref)),
    years: yearsOf(record),
    newId,
  };
}

/** The years of the days that stand in a record, the commonest first. */
function yearsOf({ events, custody }: CaseRecord): number[] {
  const seen = new Map<string, number>();
  for (const day of [
    ...events.map((e) => e.date),
    ...custody.flatMap((c) => [c.releasedDate, c.receivedDate]),
  ])
    if (day !== '') seen.set(day.slice(0, 4), (seen.get(day.slice(0, 4)) ?? 0) + 1);
  return [...seen].sort((a, b) => b[1] - a[1]).map(([y]) => Number(y));
}

/** A case made of files: what was refused by line, what a person should know, and which files gave nothing at all. */
export interface Assembled {
  readonly record: CaseRecord;
  readonly refused: readonly Refused[];
  readonly notices: readonly string[];
  /** Files that could not be read, in which no table is known, or of which no row could be taken. */
  readonly unread: readonly string[];
}

/** Whether neither an entry nor its time states a zone. */
const isZoneless = (e: EventRow): boolean => e.zone === '' && !/(?:\dZ|[+-]\d\d:?\d\d)$/.test(e.start);

/** What tables ask a person: how `04/03/24` is meant, and the day of times that state none. */
export interface AskedOfTables {
  readonly order?: 'mdy' | 'dmy';
  /** `2024-04-03` */
  readonly date?: string;
}

/**
 * One case from files, every mapping guessed: what an office runs over many cases overnight. A file that cannot be
 * read is listed among the refused, and the others still count; the same file twice is taken once, and said.
 * `asked` answers what a table that states neither would ask a person.
 */
export async function recordFromFiles(
  files: readonly NamedFile[],
  zone: string,
  asked: AskedOfTables = {},
): Promise<Assembled> {
  let n = 0;
  const newId = (): string => `row-${++n}`;
  let record = emptyRecord(newCase('case', 'Case', zone || 'UTC', 0));
  let zoneKnown = zone !== '';
  const refused: Refused[] = [];
  const notices: string[] = [];
  const unread: string[] = [];
  for (const [i, file] of files.entries()) {
    const same = files.slice(0, i).find((f) => sameBytes(f.bytes, file.bytes));
    if (same && file.bytes.length > 0) {
      notices.push(`${file.name} is the same file as ${same.name}, byte for byte: it is taken once.`);
      continue;
    }
    try {
      let known = 0;
      for (const table of await readTables(file.bytes, file.name)) {
        if (!isKnownLayout(table)) {
          refused.push({
            file: file.name,
            line: table.headerLine,
            column: '',
            why: whyUnknown(table),
          });
          continue;
        }
        const guessed = guessMapping(table);
        const mapping = {
          ...guessed,
          dateOrder: guessed.dateOrder ?? asked.order ?? null,
          date: guessed.date || (asked.date ?? ''),
        };
        const read = layoutOf(mapping.layout).read(table, mapping, contextFor(record, '', newId));
        if (read.events.length + read.custody.length + read.sources.length > 0) known++;
        const drafts = withoutAgain(read, alreadyThere(record, read));
        record = withDrafts(record, drafts);
        for (const r of drafts.refused) refused.push(r);
        notices.push(...drafts.notices.map((t) => `${file.name}: ${t}`));
        const stated = record.clocks.find((c) => c.zone !== '')?.zone;
        if (!zoneKnown && stated) {
          record = { ...record, case: { ...record.case, zone: stated } };
          zoneKnown = true;
        }
      }
      if (known === 0) unread.push(file.name);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      refused.push({ file: file.name, line: 0, column: '', why: error.message });
      unread.push(file.name);
    }
  }
  if (!zoneKnown && (record.custody.length > 0 || record.events.some(isZoneless)))
    notices.push('No zone is stated in the files or by --zone: times are taken as UTC.');
  return { record, refused, notices, unread };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
