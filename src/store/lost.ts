import * as v from 'valibot';
import { ROW_TABLES } from '../record/tables';
import { ofCase, type StoplineDb } from './database';
import { LOCKED } from './lock-keys';

/**
 * What was seen of a case when it was last looked: after which step, and how many rows it had. It lies beside the case under its
 * id, so that the lock covers it and erasing the case erases it; a case that goes in any other way leaves it behind.
 */
const SeenSchema = v.object({ title: v.string(), seq: v.number(), rows: v.number(), at: v.number() });
type Seen = v.InferOutput<typeof SeenSchema>;

const KEY = 'seen ';

/** What the browser lost of one case. */
export interface Loss {
  readonly caseId: string;
  readonly title: string;
  /** When it was last seen whole, ms. */
  readonly at: number;
  /** What is not there any more, as a sentence. */
  readonly says: string;
  /** Whether the folder of its backups is known here. */
  readonly folder: boolean;
}

/** Every case as it stands: title, last step, rows. Only in a transaction. */
async function casesNow(db: StoplineDb): Promise<Map<string, Omit<Seen, 'at'>>> {
  const now = new Map<string, Omit<Seen, 'at'>>();
  for (const { id, title } of await db.cases.toArray()) {
    const [last] = await ofCase(db.history, id, 'seq').reverse().limit(1).primaryKeys();
    const counts = await Promise.all(ROW_TABLES.map((t) => ofCase(db.table(t), id).count()));
    now.set(id, { title, seq: last?.[1] ?? 0, rows: counts.reduce((a, b) => a + b, 0) });
  }
  return now;
}

async function seenOf(db: StoplineDb): Promise<[id: string, seen: Seen][]> {
  const kept = await db.kept.where('key').startsWith(KEY).toArray();
  return kept.flatMap(({ key, value }) => {
    const seen = v.safeParse(SeenSchema, value);
    return seen.success ? [[key.slice(KEY.length), seen.output] as [string, Seen]] : [];
  });
}

const many = (n: number, one: string): string => (n === 1 ? `one ${one}` : `${n} ${one}s`);

function lossSays(seen: Seen, now: Omit<Seen, 'at'> | undefined): string | null {
  if (!now) return `The browser no longer has the case ${seen.title}.`;
  if (now.seq < seen.seq)
    return `The browser lost what was last done in ${now.title}: ${many(seen.seq - now.seq, 'step')}.`;
  // Steps that came since may have taken rows out: then the numbers say nothing.
  if (now.seq === seen.seq && now.rows < seen.rows)
    return `The browser lost ${many(seen.rows - now.rows, 'row')} of ${now.title}.`;
  return null;
}

/** What is not there any more of the cases that were seen here, though nobody erased them; none while the app is locked. */
export const lossesOf = (db: StoplineDb): Promise<Loss[]> =>
  db.transaction('r', db.tables, async () => {
    if (await db.kept.get(LOCKED)) return [];
    const now = await casesNow(db);
    const losses: Loss[] = [];
    for (const [caseId, seen] of await seenOf(db)) {
      const says = lossSays(seen, now.get(caseId));
      if (says === null) continue;
      const folder = (await db.kept.get(`backup-folder ${caseId}`)) !== undefined;
      losses.push({ caseId, title: seen.title, at: seen.at, says, folder });
    }
    return losses;
  });

/** Notes the cases as they stand. A loss stays noted until it was read. @param read the case whose loss the user has read @param at ms */
export async function noteSeen(db: StoplineDb, at: number, read: string | null = null): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    if (await db.kept.get(LOCKED)) return;
    const [now, before] = [await casesNow(db), new Map(await seenOf(db))];
    if (read !== null && !now.has(read)) await db.kept.delete(KEY + read);
    for (const [id, is] of now) {
      const was = before.get(id);
      if (was && id !== read && lossSays(was, is) !== null) continue;
      if (was?.seq === is.seq && was.rows === is.rows && was.title === is.title) continue;
      await db.kept.put({ key: KEY + id, value: { ...is, at } });
    }
  });
}
