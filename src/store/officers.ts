import { Dexie } from 'dexie';
import * as v from 'valibot';
import {
  type Officer,
  OfficerFactSchema,
  OfficerFigureSchema,
  OfficerReportSchema,
  OfficerSchema,
} from '../officers/rows';
import type { StoplineDb } from './database';
import {
  BESIDE,
  type Beside,
  forgetIn,
  inTables,
  type OfficerTable,
  type RowChange,
  rowNow,
  step,
} from './officer-steps';

const rowsOf = <T extends OfficerTable>(db: StoplineDb, table: T, officerId: string) =>
  db
    .table<Beside[T]>(table)
    .where('[officerId+id]')
    .between([officerId, Dexie.minKey], [officerId, Dexie.maxKey]);

/** Every row of one table about an officer. */
export const officerRows = <T extends OfficerTable>(
  db: StoplineDb,
  table: T,
  officerId: string,
): Promise<Beside[T][]> => rowsOf(db, table, officerId).toArray();

/** An officer put in, or changed; it can be undone. @throws IsLocked */
export const putOfficer = (db: StoplineDb, officer: Officer): Promise<void> =>
  inTables(db, async () => {
    const after = v.parse(OfficerSchema, officer);
    const before = await rowNow(db, 'officers', after);
    const says = before ? `${after.name} changed` : `Officer ${after.name} added`;
    await step(db, says, [{ table: 'officers', before, after }], after.at);
  });

const SCHEMAS = {
  officerReports: OfficerReportSchema,
  officerFacts: OfficerFactSchema,
  officerFigures: OfficerFigureSchema,
} as const;

/** What a row is called where it was put in or taken out. */
const calledOf = (row: Beside[OfficerTable]): string => ('says' in row ? row.says : row.name).slice(0, 80);

/** Rows about an officer put in, or changed; it can be undone. @throws IsLocked */
export const putOfficerRows = <T extends OfficerTable>(
  db: StoplineDb,
  table: T,
  rows: readonly Beside[T][],
): Promise<void> =>
  inTables(db, async () => {
    const changes: RowChange[] = [];
    for (const row of rows) {
      const after = v.parse(SCHEMAS[table], row);
      changes.push({ table, before: await rowNow(db, table, after), after });
    }
    const [first] = rows;
    if (!first) return;
    const says = `Put in: ${calledOf(first)}${rows.length > 1 ? ` and ${rows.length - 1} more` : ''}`;
    await step(
      db,
      says,
      changes,
      rows.reduce((at, r) => Math.max(at, r.at), 0),
    );
  });

/** Takes a row out; it can be undone. @param at ms @throws IsLocked */
export const removeOfficerRow = <T extends OfficerTable>(
  db: StoplineDb,
  table: T,
  row: Beside[T],
  at: number,
): Promise<void> =>
  inTables(db, async () => {
    const before = await rowNow(db, table, row);
    await step(db, `Taken out: ${calledOf(row)}`, [{ table, before, after: null }], at);
  });

/** An officer and all that is kept about him, erased for good: no step of before holds him. @throws IsLocked */
export const eraseOfficer = (db: StoplineDb, id: string): Promise<void> =>
  inTables(db, async () => {
    await db.officers.delete(id);
    for (const t of BESIDE) await rowsOf(db, t, id).delete();
    await forgetIn(db, id);
  });

const FORMAT = 'stopline officers';
const FileSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  officers: v.array(OfficerSchema),
  officerReports: v.array(OfficerReportSchema),
  officerFacts: v.array(OfficerFactSchema),
  officerFigures: v.array(OfficerFigureSchema),
});

/** All officers as a file of their own: JSON, the same text for the same rows. */
export async function officersFile(db: StoplineDb): Promise<string> {
  const [officers, officerReports, officerFacts, officerFigures] = await Promise.all([
    db.officers.toArray(),
    db.officerReports.toArray(),
    db.officerFacts.toArray(),
    db.officerFigures.toArray(),
  ]);
  return JSON.stringify(
    { format: FORMAT, version: 1, officers, officerReports, officerFacts, officerFigures },
    null,
    1,
  );
}

/** Takes such a file in: of two rows with one id the newer stays. @returns how many rows came @throws with a sentence where it is none */
export async function takeOfficersFile(db: StoplineDb, text: string): Promise<number> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Error('This is no file of officers: it is not JSON.');
  }
  const file = v.safeParse(FileSchema, read);
  if (!file.success)
    throw new Error(`This is no file of officers, or not a whole one: ${file.issues[0]?.message ?? ''}`);
  return inTables(db, async () => {
    const changes: RowChange[] = [];
    for (const table of ['officers', ...BESIDE] as const)
      for (const after of file.output[table]) {
        const before = await rowNow(db, table, after);
        if (!before || before.at < after.at) changes.push({ table, before, after });
      }
    await step(db, `A file of officers: ${changes.length} rows`, changes, Date.now());
    return changes.length;
  });
}
