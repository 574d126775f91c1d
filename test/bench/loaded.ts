import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/** kB of compressed scripts (1000 bytes, gzip), workers' own included, that were loaded when a place stood there. */
export interface Loaded {
  readonly cases: number;
  readonly timeline: number;
  /** Scripts up to the timeline, by number. */
  readonly files: number;
}

/** What the app as built loads up to Cases and up to the timeline, each script once, as it goes over the wire. @param url where it is served */
export async function loadedAt(browser: Browser, url: string): Promise<Loaded> {
  const page = await browser.newPage();
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (r) => {
    if (!/\.js$/.test(new URL(r.url()).pathname)) return;
    const size = r.body().then((b) => gzipSync(b).length);
    // What comes after the last count may be gone with the page.
    size.catch(() => undefined);
    sizes.set(r.url(), size);
  });
  const loaded = async (): Promise<number> => {
    // What a place asks for once it stands there.
    await page.waitForLoadState('networkidle');
    return (await Promise.all(sizes.values())).reduce((a, b) => a + b, 0) / 1000;
  };
  await page.goto(`${url}#/cases`);
  await page.getByRole('button', { name: 'New case' }).waitFor();
  const cases = await loaded();
  // A case that is there already: making the sample loads the readers of its tables too.
  await page.goto(`${url}#/sample/sample-roadside`);
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  // What is still read of it would be gone with the page.
  await loaded();
  await page.goto('about:blank');
  sizes.clear();
  await page.goto(`${url}#/case/sample-roadside/timeline`);
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  const timeline = await loaded();
  await page.close();
  return { cases, timeline, files: sizes.size };
}
