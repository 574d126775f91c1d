import type { Said } from '../settings';
import type { CaseAt } from './cases-in';
import { screenCase } from './screen-case';

/** One process of `npm run screen`: cases in, one at a time their lines out, in their order. It ends with the one that asks it, however that one ends. */
const said = JSON.parse(process.argv[2] ?? '') as Said;
let queue = Promise.resolve();
process.on('message', (at: CaseAt) => {
  queue = queue.then(async () => void process.send?.(await screenCase(at, said)));
});
// Killed and not left: an ordinary end waits for a file that does not answer.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('uncaughtException', (error) => {
  process.send?.({ dead: `the program stopped at it: ${error.message}` }, () => process.exit(1));
});
