import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from '../../src/cli/serve';
import { buildApp } from '../browser/build';
import { add, differs, emptyFootage, type Marked, marksAtRandom, stepped } from '../browser/footage-steps';
import { byFfmpeg } from '../browser/second-decoder';
import { stored } from '../browser/stored';
import { FLAGS, findChromium } from '../chromium';
import { RECORDINGS } from '../media/recordings';

/** Marks on each recording, and frames stepped on and back. */
const EACH = 84;
const STEPS = 500;

/**
 * What `test/browser/footage.test.ts` and `footage-marks.test.ts` try with a few, at length: five hundred and four marks at random over
 * six recordings against FFmpeg's frames and times, and a thousand steps on three of them. @returns the figure
 */
export async function footage(fail: (round: number, why: string) => never): Promise<string> {
  buildApp();
  const { url, server } = await serve(resolve('dist'), 0);
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  const open = async (hash = '', viewport = { width: 1440, height: 1000 }) => {
    const context = await browser.newContext({ viewport, serviceWorkers: 'block', reducedMotion: 'reduce' });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (e) => errors.push(e.message));
    await page.goto(`${url}${hash}`);
    return { page, context, errors };
  };
  const of = ['body', 'dash', 'variable', 'late', 'cut', 'wide'] as const;
  for (const [i, name] of of.entries()) {
    const file = RECORDINGS[name]();
    const { page, context } = await emptyFootage({ open });
    await add(page, file, 'Camera');
    if (i < 3) {
      const seen = await stepped(page, '.'.repeat(STEPS) + ','.repeat(STEPS));
      const wrong = seen.findIndex(([named, bore], k) => {
        const meant = k < STEPS ? k + 1 : 2 * STEPS - 1 - k;
        return named !== meant || bore !== meant;
      });
      if (wrong >= 0) fail(i, `${name}, step ${wrong}: named and borne ${seen[wrong]}`);
    }
    const bore = await marksAtRandom(page, EACH, 7 + i);
    const marks = ((await stored(page, 'events')) as Marked[]).filter((r) => r.filmed !== undefined);
    const why = marks.length === EACH ? differs(marks, bore, byFfmpeg(file)) : `${marks.length} marks`;
    if (why) fail(i, `${name}: ${why}`);
    await context.close();
  }
  await browser.close();
  await new Promise((done) => server.close(done));
  return `footage: ${of.length * EACH} marks at random over ${of.length} recordings are FFmpeg's frames and times; 3 times ${2 * STEPS} steps each name the frame that is painted`;
}
