import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { writeCaseFile } from '../../src/casefile/case-file';
import { contentOnScreen } from '../../src/casefile/on-screen';
import { serve } from '../../src/cli/serve';
import { ordinary } from '../browser/harness';
import { FLAGS, findChromium } from '../chromium';
import { caseRecord } from './case-record';

/** One thing that a person does, and the longest task of the page's thread until the page is quiet again, ms of its own time. */
interface Held {
  readonly what: string;
  readonly longest: number;
}
type Act = readonly [what: string, act: (page: Page) => Promise<unknown>];

/** ms without a change after which a page is quiet. */
const QUIET = 1000;
const PASSPHRASE = 'zircon heron ballast 4419';

async function quiet(page: Page): Promise<void> {
  const look = (): Promise<string> => page.evaluate(() => String(document.querySelectorAll('*').length));
  let calm = 0;
  for (let was = ''; calm < 2; await page.waitForTimeout(QUIET / 2)) {
    const is = await look();
    calm = is === was ? calm + 1 : 0;
    was = is;
  }
}

/** What is counted is the time of the thread, and not that of the clock: other programs take none of it. */
async function longest(page: Page, act: () => Promise<unknown>): Promise<number> {
  type Event = { name: string; pid: number; tid: number; tdur?: number; args?: { name?: string } };
  const cdp = await page.context().newCDPSession(page);
  const events: Event[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Event[])));
  const done = new Promise<void>((told) => cdp.on('Tracing.tracingComplete', () => told()));
  const includedCategories = ['disabled-by-default-devtools.timeline', '__metadata'];
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await act();
  await quiet(page);
  await cdp.send('Tracing.end');
  await done;
  await cdp.detach();
  const mains = new Set(
    events.filter((e) => e.args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter((e) => e.name === 'RunTask' && mains.has(`${e.pid} ${e.tid}`));
  return Math.max(0, ...tasks.map((e) => (e.tdur ?? 0) / 1000));
}

const PLACES =
  'record timeline findings claims discovery docket client officers settings exhibits hearing papers import footage custody clocks';

function actsOf(url: string): Act[] {
  const to = (place: string) => (page: Page) => page.goto(`${url}#/case/bench/${place}`);
  const press = (name: string | RegExp) => (page: Page) =>
    page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  const type = (label: string) => (page: Page) =>
    page.getByLabel(label, { exact: true }).first().pressSequentially(' abcd', { delay: 120 });
  return [
    ['open the case', to('timeline')],
    ...PLACES.split(' ').map((p): Act => [`go to ${p}`, to(p)]),
    ['to the exhibits', to('exhibits')],
    ['a new exhibit', press('New exhibit')],
    ['letters in its title', type('Title')],
    ['to the record', to('record')],
    ['sort by when', press('When')],
    ['letters in the search', type('Search')],
    ['no search', (page) => page.getByLabel('Search').fill('')],
    ['choose all', (page) => page.getByLabel('Choose all that are shown').click()],
    ['choose none', (page) => page.getByLabel('Choose all that are shown').click()],
    [
      'scroll far',
      async (page) => {
        for (const k of [3, 6, 1])
          await page.getByRole('table').evaluate((e, part) => {
            e.scrollTop = (e.scrollHeight * part) / 7;
          }, k);
      },
    ],
    ['to the cases', (page) => page.goto(`${url}#/cases`)],
    ['lock', press('Lock now')],
    // What the lock let go is collected now, by the browser, and not while one unlocks.
    ['locked, left alone', (page) => page.waitForTimeout(12_000)],
    [
      'unlock',
      async (page) => {
        await page.getByRole('heading', { name: 'Stopline is locked' }).waitFor();
        await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
        await page.getByRole('button', { name: 'Open', exact: true }).click();
        await page.getByRole('button', { name: 'Lock now' }).waitFor();
      },
    ],
  ];
}

/** How long each thing that is done holds the page at most, in a case of so many entries. @param dist the app as it is built */
export async function longestTasks(dist: string, n: number): Promise<Held[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stopline-tasks-'));
  const { url, server } = await serve(dist, 0);
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: findChromium(),
    args: FLAGS,
    serviceWorkers: 'block',
  });
  await ordinary(context);
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(180_000);
  await page.goto(`${url}#/cases`);
  const made = caseRecord(n);
  const record = { ...made, case: { ...made.case, title: 'State v. Long' } };
  const file = Buffer.from(await writeCaseFile(contentOnScreen(record, new Map(), 'Bench', 0)));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a case file' }).click();
  await (await chooser).setFiles({ name: 'long.stopline', mimeType: 'application/zip', buffer: file });
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  await page.goto(`${url}#/cases`);
  await page.getByRole('button', { name: 'Lock the app with a passphrase' }).click();
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await page.getByRole('textbox', { name: 'Once more' }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Set the lock' }).click();
  await page.getByRole('button', { name: 'Lock now' }).waitFor();
  const held: Held[] = [];
  for (const [what, act] of actsOf(url)) held.push({ what, longest: await longest(page, () => act(page)) });
  await context.close();
  server.close();
  rmSync(folder, { recursive: true });
  return held;
}
