import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { serve } from '../../src/cli/serve';
import { buildApp } from '../browser/build';
import {
  add,
  burned,
  differs,
  emptyFootage,
  type Marked,
  marksAtRandom,
  stepped,
} from '../browser/footage-steps';
import { byFfmpeg } from '../browser/second-decoder';
import { stored } from '../browser/stored';
import { FLAGS, findChromium } from '../chromium';
import { RECORDINGS } from '../media/recordings';

/** Marks on each recording, and frames stepped on and back. */
const EACH = 51;
const STEPS = 500;

/** Every recording with frames, and those of which a thousand are stepped. */
const FILES = [
  ...(['body', 'dash', 'variable'] as const).map((name) => ({ name, file: RECORDINGS[name], steps: true })),
  ...(['late', 'cut', 'wide', 'twoSounds', 'turned'] as const).map((name) => ({
    name,
    file: RECORDINGS[name],
    steps: false,
  })),
  ...[0, 1].map((k) => ({ name: `split ${k}`, file: () => RECORDINGS.split()[k as 0 | 1], steps: false })),
];

/** What heard the same as `wide`, and where its 0 lies on that one's counter, ms: all made from one another, so that the truth is known. */
const HEARD: readonly (readonly [name: string, file: () => string, zero: number])[] = [
  ['body', RECORDINGS.body, 0],
  ['variable', RECORDINGS.variable, 20_000],
  ['late', RECORDINGS.late, 0],
  ['cut', RECORDINGS.cut, 13_300],
  ['call', RECORDINGS.call, 5000],
  ...[16_000, 22_050, 48_000].map((r) => [`m4a ${r}`, () => RECORDINGS.m4a(r), 0] as const),
];

/** Lays each by its sound on `wide`, in the app. @returns how many were found, and by how much the worst was off, ms */
async function aligned(page: Page, fail: (round: number, why: string) => never): Promise<[number, number]> {
  for (const [name, file] of HEARD) await add(page, file(), name);
  await add(page, RECORDINGS.wide(), 'wide');
  let [found, worst] = [0, 0];
  const missed: string[] = [];
  for (const [i, [name, , zero]] of HEARD.entries()) {
    await page.getByRole('button', { name: `${name} beside`, exact: true }).click();
    const step = page.getByRole('region', { name: `${name} in step` });
    await step.getByRole('button', { name: 'Align by sound' }).click({ timeout: 120_000 });
    const says = await step
      .getByText(/The same sound in both|no reliable match/)
      .first()
      .locator('..')
      .innerText();
    const [, s, way, within] = /is ([\d.]+) s (ahead|behind), within ([\d.]+) s/.exec(says) ?? [];
    if (s !== undefined) {
      found++;
      const off = Math.abs((way === 'ahead' ? 1 : -1) * Number(s) * 1000 + zero);
      worst = Math.max(worst, off);
      if (off > Number(within) * 1000) fail(i, `${name} is off by ${off} ms, and says within ${within} s`);
    } else missed.push(name);
    await page.getByRole('button', { name: `${name} beside`, exact: true }).click();
  }
  // Twenty seconds of traffic may be too little; what is longer is found.
  const lost = missed.filter((m) => !['variable', 'late', 'cut'].includes(m));
  if (lost.length > 0) fail(found, `not found by their sound: ${missed.join(', ')}`);
  process.stderr.write(`${found} laid by sound${missed.length > 0 ? `, not ${missed.join(', ')}` : ''}
`);
  return [found, worst];
}

/** Marks of each recording that are shown in the hearing. */
const SHOWN = 3;

/** Shows some of the marks as steps of a hearing, on the wall and on the desk. @returns what differs from the frame marked, else '' */
async function projected(
  page: Page,
  marks: readonly Marked[],
  theirs: ReturnType<typeof byFfmpeg>,
): Promise<string> {
  await page.getByRole('link', { name: 'Exhibits', exact: true }).click();
  await page
    .getByRole('button', { name: /^(Make|New)/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Hearing', exact: true }).click();
  const steps = page.locator('.steps > li');
  await steps.first().waitFor();
  const began = await steps.count();
  for (let k = 0; k < SHOWN; k++) {
    await page.getByRole('combobox', { name: 'Add a step' }).click();
    await page
      .getByRole('option', { name: /^Footage: / })
      .nth(k * 7)
      .click();
    await steps.nth(began + k).waitFor();
  }
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Show it in a second window' }).click();
  const wall = await opened;
  await wall.locator('[data-step] canvas[data-settled=true]').waitFor();
  const meant = new Set(marks.map((m) => m.filmed?.frame));
  const at = async (window: Page): Promise<[number, number]> => {
    await window.locator('[data-moving=false] video').waitFor();
    return [
      Number(await window.locator('[data-step] [data-reading=frame]').innerText()),
      await burned(window),
    ];
  };
  for (let k = SHOWN - 1; k >= 0; k--) {
    await wall.keyboard.press(k === SHOWN - 1 ? 'End' : 'ArrowLeft');
    let seen: [number, number][] = [];
    for (const until = Date.now() + 15_000; Date.now() < until; ) {
      seen = [await at(wall), await at(page)];
      const [[a, x], [b, y]] = seen as [[number, number], [number, number]];
      if (a === b && x === y && meant.has(a)) break;
      await page.waitForTimeout(100);
    }
    const [[a, x], [b, y]] = seen as [[number, number], [number, number]];
    if (a !== b || x !== y || !meant.has(a) || theirs[a]?.number !== x)
      return `step ${k}: the wall shows ${a} (${x}), the desk ${b} (${y}), by FFmpeg ${theirs[a]?.number}`;
  }
  await wall.close();
  return '';
}

/**
 * What `test/browser/footage.test.ts` and `footage-marks.test.ts` try with a few, at length: five hundred and ten marks at random over
 * ten recordings against FFmpeg's frames and times, a thousand steps on three of them, and some of the marks on the wall and
 * on the desk; and every recording that heard the same is laid by
 * its sound within the bounds that it is said with. @returns the figure
 */
export async function footage(fail: (round: number, why: string) => never): Promise<string> {
  buildApp();
  const { url, server } = await serve(resolve('dist'), 0);
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  const open = async (hash = '', viewport = { width: 1440, height: 1000 }) => {
    const context = await browser.newContext({ viewport, serviceWorkers: 'block', reducedMotion: 'reduce' });
    // What tsx names functions by is not there in the page.
    await context.addInitScript('globalThis.__name = (f) => f');
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (e) => errors.push(e.message));
    await page.goto(`${url}${hash}`);
    return { page, context, errors };
  };
  const heard = await emptyFootage({ open });
  const [found, worst] = await aligned(heard.page, fail);
  await heard.context.close();
  for (const [i, { name, file: of, steps }] of FILES.entries()) {
    const file = of();
    const { page, context } = await emptyFootage({ open });
    await add(page, file, 'Camera');
    if (steps) {
      const seen = await stepped(page, '.'.repeat(STEPS) + ','.repeat(STEPS));
      const off = seen.findIndex(([named, bore], k) => {
        const meant = k < STEPS ? k + 1 : 2 * STEPS - 1 - k;
        return named !== meant || bore !== meant;
      });
      if (off >= 0) fail(i, `${name}, step ${off}: named and borne ${seen[off]}`);
    }
    const bore = await marksAtRandom(page, EACH, 7 + i);
    const marks = ((await stored(page, 'events')) as Marked[]).filter((r) => r.filmed !== undefined);
    const theirs = byFfmpeg(file);
    const why = marks.length === EACH ? differs(marks, bore, theirs) : `${marks.length} marks`;
    if (why) fail(i, `${name}: ${why}`);
    const wrong = await projected(page, marks, theirs);
    if (wrong) fail(i, `${name}, in the hearing: ${wrong}`);
    process.stderr.write(`${name}: ${EACH} marks\n`);
    await context.close();
  }
  await browser.close();
  await new Promise((done) => server.close(done));
  return `footage: ${FILES.length * EACH} marks at random over ${FILES.length} recordings are FFmpeg's frames and times; 3 times ${2 * STEPS} steps each name the frame that is painted; ${FILES.length * SHOWN} of them on the wall and on the desk; ${found} of ${HEARD.length} laid by sound, each within what it says, at worst ${worst.toFixed(0)} ms off`;
}
