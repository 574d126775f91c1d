import { expose } from 'comlink';
import { type Outlook, outlookOf } from '../analysis/outlook';
import { readCaseFile } from '../casefile/case-file';
import { BadCaseFile } from '../casefile/content';
import { isLocked } from '../casefile/encrypt';
import type { CaseRecord } from '../record/record';
import { FACT_TABLES, nameOf, ROW_TABLES, type Row, TABLES, type TableName } from '../record/tables';
import { keep, readCase, recall } from '../store/commands';
import { ofCase, StoplineDb } from '../store/database';

const db = new StoplineDb();

/** The outlook of a case as it was after one step of its history, on one day. */
export interface KeptOutlook {
  readonly seq: number;
  readonly today: string;
  readonly outlook: Outlook;
}

/** A case file in a folder, as a list shows it without importing it; or why it cannot be read. */
export type FileOutlook =
  | {
      readonly ok: true;
      readonly id: string;
      readonly title: string;
      readonly number: string;
      readonly court: string;
      readonly outlook: Outlook;
    }
  | { readonly ok: false; readonly why: string };

/** A row of a case in which words were found. */
export interface FoundRow {
  readonly caseId: string;
  readonly id: string;
  readonly one: string;
  readonly text: string;
}

/** Bytes: a larger file is no case file. */
const LARGEST = 512 * 1_048_576;
/** Hits of one search; more are counted and not shown. */
const MOST = 200;
/** Tables searched: what people wrote. */
const SEARCHED: readonly TableName[] = ROW_TABLES.filter((t) => t !== 'cues');

async function seqOf(caseId: string): Promise<number> {
  return (await ofCase(db.history, caseId, 'seq').reverse().limit(1).primaryKeys())[0]?.[1] ?? 0;
}

const factsOf = (content: Awaited<ReturnType<typeof readCase>>): CaseRecord =>
  ({
    case: content.case,
    ...Object.fromEntries(FACT_TABLES.map((t) => [t, content.facts[t]])),
  }) as unknown as CaseRecord;

/** All that a row says, in one text of small letters. */
const textOf = (row: Row): string =>
  Object.entries(row)
    .flatMap(([k, x]) => (typeof x === 'string' && !/id$/i.test(k) ? [x] : []))
    .join(' · ');

let search = 0;

const api = {
  /** Works the outlook of a case out anew where it changed, and keeps it. */
  async refresh(caseId: string, today: string): Promise<void> {
    const seq = await seqOf(caseId);
    const key = `outlook ${caseId}`;
    const kept = (await recall(db, key)) as KeptOutlook | undefined;
    if (kept?.seq === seq && kept.today === today) return;
    const content = await readCase(db, caseId);
    const outlook = outlookOf(factsOf(content), { ...content.work, ...content.papers }, today);
    await keep(db, key, { seq, today, outlook } satisfies KeptOutlook);
  },

  /** The outlook of a case file, which is read and let go again. */
  async ofFile(file: Blob, today: string): Promise<FileOutlook> {
    try {
      if (file.size > LARGEST) return { ok: false, why: 'it is larger than any case file' };
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (isLocked(bytes)) return { ok: false, why: 'locked with a passphrase' };
      const content = await readCaseFile(bytes);
      if (content.part) return { ok: false, why: 'annotations alone, no whole case' };
      const { id, title, number, court } = content.case;
      const outlook = outlookOf(factsOf(content), { ...content.work, ...content.papers }, today);
      return { ok: true, id, title, number, court, outlook };
    } catch (error) {
      if (error instanceof BadCaseFile) return { ok: false, why: error.message };
      return { ok: false, why: error instanceof Error ? error.message : 'it cannot be read' };
    }
  },

  /**
   * Looks for words in every row that people wrote, of these cases; all words of one row, in any order. A later search ends an
   * earlier one. @returns hits, and whether there were more
   */
  async search(
    caseIds: readonly string[],
    words: string,
    tell: (cases: number) => void,
  ): Promise<{ readonly found: readonly FoundRow[]; readonly more: boolean }> {
    const mine = ++search;
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const found: FoundRow[] = [];
    for (const [i, caseId] of caseIds.entries()) {
      if (mine !== search) return { found: [], more: false };
      if (i % 25 === 0) tell(i);
      for (const table of SEARCHED) {
        const rows = (await ofCase(db.table(table), caseId).toArray()) as Row[];
        for (const row of rows) {
          const text = textOf(row);
          const small = text.toLowerCase();
          if (!wanted.every((w) => small.includes(w))) continue;
          if (found.length >= MOST) return { found, more: true };
          found.push({ caseId, id: row.id, one: TABLES[table].one, text: nameOf(table, row) });
        }
      }
    }
    return { found, more: false };
  },
};
export type OutlookApi = typeof api;

expose(api);
