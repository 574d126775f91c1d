import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { serve } from '../../src/cli/serve';
import { FLAGS, findChromium } from '../chromium';

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

let built: Promise<void> | null = null;

async function buildOnce(): Promise<void> {
  if (process.env['STOPLINE_BUILT'] === '1' && existsSync('dist/index.html')) return;
  await build({ logLevel: 'error' });
}

/** A test's profile is thrown away, as a private window's is: it is given the storage of an ordinary one. */
export const ordinary = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const { estimate } = StorageManager.prototype;
    StorageManager.prototype.estimate = async function () {
      return { ...(await estimate.call(this)), quota: 1e12 };
    };
  });

/** Builds the app (once a process), serves it and starts Chromium. */
export async function startHarness(): Promise<Harness> {
  built ??= buildOnce();
  await built;
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

/** Folder for pictures that people look at. */
export function shotsFolder(): string {
  mkdirSync('.shots', { recursive: true });
  return '.shots';
}
