import { Dexie } from 'dexie';
import * as v from 'valibot';
import {
  type Officer,
  type OfficerFact,
  OfficerFactSchema,
  type OfficerFigure,
  OfficerFigureSchema,
  type OfficerReport,
  OfficerReportSchema,
  OfficerSchema,
} from '../officers/rows';
import type { StoplineDb } from './database';
import { IsLocked } from './lock';
import { LOCKED } from './lock-keys';

/** Tables of what is kept about one officer. */
interface Beside {
  readonly officerReports: OfficerReport;
  readonly officerFacts: OfficerFact;
  readonly officerFigures: OfficerFigure;
}
export type OfficerTable = keyof Beside;
const BESIDE = ['officerReports', 'officerFacts', 'officerFigures'] as const;

const rowsOf = <T extends OfficerTable>(db: StoplineDb, table: T, officerId: string) =>
  db
    .table<Beside[T]>(table)
    .where('[officerId+id]')
    .between([officerId, Dexie.minKey], [officerId, Dexie.maxKey]);

const tables = (db: StoplineDb) => [db.kept, db.officers, ...BESIDE.map((t) => db.table(t))];

async function write(db: StoplineDb, work: () => Promise<unknown>): Promise<void> {
  await db.transaction('rw', tables(db), async () => {
    if (await db.kept.get(LOCKED)) throw new IsLocked();
    await work();
  });
}

/** Every row of one table about an officer. */
export const officerRows = <T extends OfficerTable>(
  db: StoplineDb,
  table: T,
  officerId: string,
): Promise<Beside[T][]> => rowsOf(db, table, officerId).toArray();

/** An officer put in, or changed. @throws IsLocked */
export const putOfficer = (db: StoplineDb, officer: Officer): Promise<void> =>
  write(db, () => db.officers.put(v.parse(OfficerSchema, officer)));

const SCHEMAS = {
  officerReports: OfficerReportSchema,
  officerFacts: OfficerFactSchema,
  officerFigures: OfficerFigureSchema,
} as const;

/** Rows about an officer put in, or changed. @throws IsLocked */
export const putOfficerRows = <T extends OfficerTable>(
  db: StoplineDb,
  table: T,
  rows: readonly Beside[T][],
): Promise<void> =>
  write(db, async () => {
    await db.table(table).bulkPut(rows.map((r) => v.parse(SCHEMAS[table], r)));
    const at = Math.max(...rows.map((r) => r.at));
    for (const id of new Set(rows.map((r) => r.officerId))) await db.officers.update(id, { at });
  });

/** @param at ms @throws IsLocked */
export const removeOfficerRow = (
  db: StoplineDb,
  table: OfficerTable,
  row: { readonly officerId: string; readonly id: string },
  at: number,
): Promise<void> =>
  write(db, async () => {
    await db.table(table).delete([row.officerId, row.id]);
    await db.officers.update(row.officerId, { at });
  });

/** An officer and all that is kept about him, erased. @throws IsLocked */
export const eraseOfficer = (db: StoplineDb, id: string): Promise<void> =>
  write(db, async () => {
    await db.officers.delete(id);
    for (const t of BESIDE) await rowsOf(db, t, id).delete();
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
  let came = 0;
  await write(db, async () => {
    for (const name of ['officers', ...BESIDE] as const) {
      for (const row of file.output[name]) {
        const key = 'officerId' in row ? [row.officerId, row.id] : row.id;
        const here = (await db.table(name).get(key)) as { at: number } | undefined;
        if (here && here.at >= row.at) continue;
        await db.table(name).put(row);
        came++;
      }
    }
  });
  return came;
}
