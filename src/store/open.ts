import { StoplineDb } from './database';
import { freshLogAtStart } from './quirks/fresh-log';

/** The one database of this browser. */
export const db = new StoplineDb();

/** Raised with every change of what rows hold: an older app must not write what a newer one reads. */
const DATA_VERSION = 4;

db.on('ready', async (opened) => {
  const kept = (opened as StoplineDb).kept;
  const found = (await kept.get('data version'))?.value;
  if (typeof found === 'number' && found > DATA_VERSION) {
    const error = new Error('The data in this browser was written by a newer Stopline.');
    error.name = 'VersionError';
    throw error;
  }
  if (found !== DATA_VERSION) await kept.put({ key: 'data version', value: DATA_VERSION });
  void freshLogAtStart(opened);
});
