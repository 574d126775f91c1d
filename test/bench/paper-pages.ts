import { readdirSync, readFileSync } from 'node:fs';
import { paperSetting } from '../../src/cli/paper-setting';
import { LIMITS } from '../../src/papers/limits';
import { openPdf } from '../../src/papers/pdf';
import { cpu, type Print, ratioOf } from './cpu';

const FOLDER = 'test/fixtures/papers';
/** Papers of the corpus whose pages are text: printouts, forms, reports. */
const WITH_TEXT = /^(?:acc|book|cad|court|cust|lab|nar|tow|trail)-\d+\.pdf$/;
/** Enough for both sides to be as fast as they are in a packet of hundreds of pages: these are two dozen. */
const ROUNDS = 15;

/**
 * The pages of papers with text as our readers get them (lines, cells, boxes) beside pdf.js's own loop over the same pages, which
 * gets their text and drops it. Opening is on neither side. ms of processor time.
 */
export async function printPages(print: Print): Promise<void> {
  const files = readdirSync(FOLDER)
    .filter((name) => WITH_TEXT.test(name))
    .map((name) => new Uint8Array(readFileSync(`${FOLDER}/${name}`)));
  const { places } = paperSetting(false);
  let pages = 0;
  const ours = async (): Promise<number> => {
    let ms = 0;
    pages = 0;
    for (const bytes of files) {
      const pdf = await openPdf(bytes, places, LIMITS);
      ms += await cpu(async () => {
        for (let n = 1; n <= pdf.count; n++) await pdf.page(n);
      });
      pages += pdf.count;
      await pdf.close();
    }
    return ms;
  };
  const lib = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const theirs = async (): Promise<number> => {
    let ms = 0;
    for (const bytes of files) {
      const { worker: _, ...urls } = places;
      const task = lib.getDocument({
        data: bytes.slice(),
        ...urls,
        cMapPacked: true,
        isEvalSupported: false,
        useSystemFonts: false,
        verbosity: 0,
      });
      const doc = await task.promise;
      ms += await cpu(async () => {
        for (let n = 1; n <= doc.numPages; n++) {
          const page = await doc.getPage(n);
          await page.getTextContent({ disableNormalization: false });
          page.cleanup();
        }
      });
      await task.destroy();
    }
    return ms;
  };
  const { a, b } = await ratioOf(ROUNDS, ours, theirs);
  print('pages with text / pdf.js’s own loop', pages, a, b, 'at most 1.5');
}
