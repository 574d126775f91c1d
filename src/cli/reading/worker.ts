import type { DateOrder } from '../../time/grammar/parse';
import { paperSetting } from '../paper-setting';
import { readFile } from './read-file';

/** How papers are read, as the one that asks says it. */
export interface Asked {
  readonly pictures: boolean;
  readonly order: DateOrder;
  readonly password?: string;
}

/** What comes back: that it is ready, that it is further, or the line of the file. */
export type Word = { readonly line?: string };

/** The process of `npm run read`: a path in, words while it is read, its line out. It ends with the one that asks it. */
const { pictures, order, password } = JSON.parse(process.argv[2] ?? '') as Asked;
const setting = paperSetting(pictures, password);
const say = (word: Word): void => void process.send?.(word);
process.on('message', async (path: string) => {
  say({ line: await readFile(path, setting, { dateOrder: order }, () => say({})) });
});
// Killed and not left: an ordinary end waits for a file that does not answer.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
say({});
