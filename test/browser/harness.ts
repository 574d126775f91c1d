import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { serve } from '../../src/cli/serve';
import { FLAGS, findChromium } from '../chromium';
import { buildApp } from './build';

/** The production build, served below a sub-path, and a real Chromium on it. */
export interface Harness {
  readonly browser: Browser;
  readonly url: string;
  /** Addresses asked for outside the app's own origin: must stay empty. */
  readonly foreign: string[];
  open(
    hash?: string,
    size?: { width: number; height: number },
  ): Promise<{ page: Page; context: BrowserContext; errors: string[] }>;
  close(): Promise<void>;
}

/** A test's profile is thrown away, as a private window's is: it is given the storage of an ordinary one. */
export const ordinary = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const { estimate } = StorageManager.prototype;
    StorageManager.prototype.estimate = async function () {
      return { ...(await estimate.call(this)), quota: 1e12 };
    };
  });

/** Serves the app, built once for all files, and starts Chromium. */
export async function startHarness(): Promise<Harness> {
  buildApp();
  const { url, server } = await serve(resolve('dist'), 0, '/some/sub-path/');
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  const foreign: string[] = [];
  return {
    browser,
    url,
    foreign,
    async open(hash = '', size = { width: 1280, height: 800 }) {
      const context = await browser.newContext({
        viewport: size,
        acceptDownloads: true,
        timezoneId: 'America/Chicago',
        locale: 'en-US',
      });
      await ordinary(context);
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
      await browser.close();
      await new Promise((r) => server.close(r));
    },
  };
}

/** A picture that has come to rest: the same at three looks one after another, two frames apart. */
export async function atRest(page: Page, look: () => Promise<string>): Promise<string> {
  let seen = await look();
  for (let same = 0; same < 3; ) {
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    const now = await look();
    same = now === seen ? same + 1 : 0;
    seen = now;
  }
  return seen;
}

/** Folder for pictures that people look at. */
export function shotsFolder(): string {
  mkdirSync('.shots', { recursive: true });
  return '.shots';
}
