import type { Page } from 'playwright-core';

/** All rows of a table, as they lie in the database of the page. */
export const stored = (page: Page, table: string): Promise<unknown[]> =>
  page.evaluate(async (name) => {
    const done = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((give, fail) => {
        asked.onsuccess = () => give(asked.result);
        asked.onerror = () => fail(asked.error);
      });
    for (const { name: of } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(of as string));
      const has = db.objectStoreNames.contains(name);
      const rows = has ? await done<unknown[]>(db.transaction(name).objectStore(name).getAll()) : [];
      db.close();
      if (has) return rows;
    }
    return [];
  }, table);
