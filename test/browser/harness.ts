import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { serve } from '../../src/cli/serve';
import { testBrowser } from '../chromium';
import { buildApp } from './build';
import { stored } from './stored';

/** The production build, served below a sub-path, and a real Chromium on it. */
export interface Harness {
  readonly browser: Browser;
  readonly url: string;
  /** Addresses asked for outside the app's own origin: must stay empty. */
  readonly foreign: string[];
  /**
   * A context of its own with one page.
   * @param as as an ordinary browser has it: kept for use without a network (eight megabytes at each first visit), and moving
   * @param before what its pages are told before they load
   */
  open(
    hash?: string,
    size?: { width: number; height: number },
    as?: 'ordinary' | 'quick',
    before?: (context: BrowserContext) => Promise<unknown>,
  ): Promise<{ page: Page; context: BrowserContext; errors: string[] }>;
  close(): Promise<void>;
}

/** What `Harness.open` gives. */
export type Opened = Awaited<ReturnType<Harness['open']>>;

/** A test's profile is thrown away, as a private window's is: it is given the storage of an ordinary one. */
export const ordinary = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const { estimate } = StorageManager.prototype;
    StorageManager.prototype.estimate = async function () {
      return { ...(await estimate.call(this)), quota: 1e12 };
    };
  });

/** One Chromium a worker, for all its files: each has contexts of its own, which share nothing. It ends with the worker. */
let running: Browser | undefined;

/** Serves the app, built once for all files, and starts Chromium where it does not run yet. */
export async function startHarness(): Promise<Harness> {
  buildApp();
  const { url, server } = await serve(resolve('dist'), 0, '/some/sub-path/');
  if (!running?.isConnected()) running = await chromium.launch(testBrowser());
  const browser = running;
  const foreign: string[] = [];
  return {
    browser,
    url,
    foreign,
    async open(hash = '', size = { width: 1280, height: 800 }, as = 'quick', before) {
      const context = await browser.newContext({
        viewport: size,
        acceptDownloads: true,
        timezoneId: 'America/Chicago',
        locale: 'en-US',
        serviceWorkers: as === 'quick' ? 'block' : 'allow',
        reducedMotion: as === 'quick' ? 'reduce' : 'no-preference',
      });
      await ordinary(context);
      await before?.(context);
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (e) => errors.push(e.message));
      page.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
      page.on('request', (r) => {
        if (!r.url().startsWith(url) && !/^(blob|data):/.test(r.url())) foreign.push(r.url());
      });
      page.setDefaultTimeout(20_000);
      await page.goto(`${url}${hash}`);
      return { page, context, errors };
    },
    async close() {
      await Promise.all(browser.contexts().map((c) => c.close()));
      await new Promise((r) => server.close(r));
    },
  };
}

/** Closes each notice by its cross, a late one too: by itself it goes after some seconds. */
export const unnoticed = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(() => {
        for (const b of document.querySelectorAll<HTMLElement>('.mantine-Notification-closeButton'))
          b.click();
        return document.querySelector('.mantine-Notification-root');
      }),
    )
    .toBeNull();

/** What is in the page's way of being as at first: no case, nothing kept beside one, no notice, nothing chosen or pointed at. */
async function emptied({ page, errors }: Opened): Promise<void> {
  const dialogs = page.getByRole('dialog');
  for (; (await dialogs.count()) > 0; await drawn(page)) await page.keyboard.press('Escape');
  await page.evaluate(() => {
    location.hash = '#/cases';
  });
  await page.getByRole('heading', { name: 'Cases', level: 1 }).waitFor();
  await page.getByText('Reading the cases in this browser …').waitFor({ state: 'detached' });
  // Pressed by script: a notice may lie over a button for some seconds.
  for (const erased = page.getByRole('button', { name: /^Delete / }); (await erased.count()) > 0; ) {
    const last = (await erased.count()) === 1;
    await erased.first().dispatchEvent('click');
    await page.getByRole('button', { name: 'Erase for good' }).first().dispatchEvent('click');
    if (last) await shown(page, 'No case yet.');
  }
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
    (document.activeElement as HTMLElement | null)?.blur();
  });
  await unnoticed(page);
  await page.emulateMedia({ media: null });
  await page.mouse.move(0, 0);
  errors.length = 0;
}

/**
 * One page for the tests of a file, one after another: opening in it what the app has loaded costs a fifth of a context of
 * its own. Each test finds it as a new one, whatever was before it; a test that fails takes its page with it.
 * @returns as `Harness.open`; who asks leaves the context open
 */
export function onePage(
  h: () => Harness,
  before?: (context: BrowserContext) => Promise<unknown>,
): (hash?: string, size?: { width: number; height: number }) => Promise<Opened> {
  let kept: Opened | undefined;
  return async (hash = '', size = { width: 1280, height: 800 }) => {
    onTestFinished(async ({ task }) => {
      if (task.result?.state !== 'fail') return;
      const lost = kept;
      kept = undefined;
      await lost?.context.close();
    });
    if (!kept) {
      kept = await h().open(hash, size, 'quick', before);
      return kept;
    }
    await kept.page.setViewportSize(size);
    await emptied(kept);
    if (hash)
      await kept.page.evaluate((to) => {
        location.hash = to;
      }, hash);
    return kept;
  };
}

/**
 * Waits until `text` can be seen in `where`, once or more often: what the page says of a step (a notice that comes and
 * goes by itself) may stand beside the row it speaks of, and which of the two comes first is nobody's promise.
 */
export const shown = (
  where: Page | Locator,
  text: string | RegExp,
  like?: { exact: boolean },
): Promise<void> => where.getByText(text, like).filter({ visible: true }).first().waitFor();

/** Two frames later: what was changed is drawn. */
export const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/**
 * Goes to another place by its link, and waits until it is there: the one before it stays, with all that is in it, until
 * the code of the next has come. The title is that of the place that is drawn.
 */
export async function toPlace(page: Page, name: string): Promise<void> {
  const titled = async (): Promise<boolean> => (await page.title()).startsWith(`${name} · `);
  if (!(await titled()))
    await page.evaluate(() => document.querySelector('main')?.setAttribute('data-left', ''));
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name, exact: true }).click();
  await expect.poll(titled).toBe(true);
  await page.locator('main:not([data-left], [aria-busy=true], [role=status])').waitFor({ state: 'attached' });
}

/** Has the focus in a menu's item as it is open: the menu takes it itself as it opens, and what was in it is asked for later. */
export async function pressed(page: Page, item: string): Promise<void> {
  const inMenu = (): boolean => document.activeElement?.closest('[data-menu-dropdown]') != null;
  await expect.poll(() => page.evaluate(inMenu)).toBe(true);
  await drawn(page);
  await page.getByRole('menuitem', { name: item }).focus();
  await page.keyboard.press('Enter');
}

/** A window of another size, drawn in it. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await drawn(page);
}

/** Waits until a table holds these words. */
export const holds = (page: Page, table: string, words: string): Promise<void> =>
  expect.poll(async () => JSON.stringify(await stored(page, table))).toContain(words);

/** Drops a file on the window, as from the desktop. */
export const drop = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page.evaluate(
    ([file, text]) => {
      const data = Uint8Array.from(atob(text as string), (c) => c.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([data], file as string));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    },
    [name, Buffer.from(bytes).toString('base64')],
  );

/** A file as it is chosen: a table. */
export const file = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

/** Chooses tables, from any place of a case. */
export async function importFiles(page: Page, files: ReturnType<typeof file>[]): Promise<void> {
  await toPlace(page, 'Papers');
  await page.getByRole('button', { name: 'Tables: map their columns' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(files);
}

/** A picture that has come to rest: the same at three looks one after another, two frames apart. */
export async function atRest(page: Page, look: () => Promise<string>): Promise<string> {
  let seen = await look();
  for (let same = 0; same < 3; ) {
    await drawn(page);
    const now = await look();
    same = now === seen ? same + 1 : 0;
    seen = now;
  }
  return seen;
}

/** Waits until the words of the page are the same at three looks one after another, two frames apart: looked at in the page, no text goes out of it. */
export const wordsAtRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    let seen = document.body.innerText;
    for (let same = 0; same < 3; ) {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const now = document.body.innerText;
      same = now === seen ? same + 1 : 0;
      seen = now;
    }
  });

/** Folder for pictures that people look at. */
export function shotsFolder(): string {
  mkdirSync('.shots', { recursive: true });
  return '.shots';
}
