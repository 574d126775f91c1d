import { VERSION } from '../casefile/upgrades';
import { StoplineDb } from './database';
import { freshLogAtStart } from './quirks/fresh-log';

/** The one database of this browser. */
export const db = new StoplineDb();

db.on('ready', async (opened) => {
  const kept = (opened as StoplineDb).kept;
  // An older app must not write what a newer one reads.
  const found = (await kept.get('data version'))?.value;
  if (typeof found === 'number' && found > VERSION) {
    const error = new Error('The data in this browser was written by a newer Stopline.');
    error.name = 'VersionError';
    throw error;
  }
  if (found !== VERSION) await kept.put({ key: 'data version', value: VERSION });
  void freshLogAtStart(opened);
});
