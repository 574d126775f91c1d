import { analyze } from '../../src/analysis/analyze';
import { Session } from '../../src/analysis/session';
import { laySheet } from '../../src/drawing/lanes/lanes';
import type { CaseRecord } from '../../src/record/record';
import { syntheticRecord } from './synthetic';

/** Bytes on the heap after everything that can go has gone, MB; needs --expose-gc. */
async function heap(): Promise<number> {
  for (let i = 0; i < 4; i++) {
    globalThis.gc?.();
    await new Promise((r) => setTimeout(r, 20));
  }
  return (process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers) / 1e6;
}

/** What a session keeps of a case of that many entries, its rows and the sheet laid of it included, against the rows alone. */
const n = Number(process.argv[2]);
const text = JSON.stringify(syntheticRecord(n, 12, n / 10));
// Once on another record, so that code and tables that stay are there before anything is counted.
analyze(syntheticRecord(1000, 12, 100));
const start = await heap();
const rows = JSON.parse(text) as CaseRecord;
const plain = (await heap()) - start;
const session = new Session();
session.open(rows);
const sheet = laySheet(rows, session.analysis());
const ours = (await heap()) - start;
if (sheet.lanes.length === 0 || !session.record || text === '') throw new Error('nothing was laid');
process.stdout.write(JSON.stringify({ ours, plain }));
