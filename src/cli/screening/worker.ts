import { parentPort, workerData } from 'node:worker_threads';
import type { Said } from '../settings';
import type { CaseAt } from './cases-in';
import { screenCase } from './screen-case';

/** One thread of `npm run screen`: a case in, its line out. */
parentPort?.on('message', (at: CaseAt) => {
  void screenCase(at, workerData.said as Said).then((line) => parentPort?.postMessage(line));
});
