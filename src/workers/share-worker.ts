import { expose, transfer } from 'comlink';
import type { PaperContent } from '../casefile/content';
import { type PaperPart, type PaperWorks, paperWorks } from '../share/papers';
import { sealOf } from '../share/seal';

const all = new Map<string, Promise<PaperWorks>>();
/** The works of a share by its key. */
function worksOf(key: string): Promise<PaperWorks> {
  const works = all.get(key) ?? sealOf(key).then(paperWorks);
  all.set(key, works);
  return works;
}
const moved = (bytes: Uint8Array): Uint8Array => transfer(bytes, [bytes.buffer as ArrayBuffer]);

/** Papers shut and opened off the page's thread: thirty megabytes take a second. */
const api = {
  async shutBytes(key: string, part: PaperPart, body: Uint8Array): Promise<Uint8Array> {
    return moved(await (await worksOf(key)).shutBytes(part, body));
  },
  async openBytes(key: string, part: PaperPart, file: Uint8Array): Promise<Uint8Array> {
    return moved((await (await worksOf(key)).openBytes(part, file)).slice());
  },
  async shutPages(key: string, part: PaperPart, pages: PaperContent['pages']): Promise<Uint8Array> {
    return moved(await (await worksOf(key)).shutPages(part, pages));
  },
  async takePages(key: string, part: PaperPart, file: Uint8Array, mine: PaperContent['pages']) {
    return (await worksOf(key)).takePages(part, file, mine);
  },
};
export type ShareApi = typeof api;

expose(api);
