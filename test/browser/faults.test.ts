import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, ordinary, shown, startHarness, toPlace } from './harness';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

async function opened(
  broken: () => void,
  hash = '#/cases',
  clock = false,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await h.browser.newContext({ serviceWorkers: 'block' });
  await ordinary(context);
  if (clock) await context.clock.install();
  await context.addInitScript(broken);
  const page = await context.newPage();
  await page.goto(`${h.url}${hash}`);
  return { page, context };
}

/** Waits until the page says so, its clock put forward: what it says once something takes longer than it should. */
const saidLate = (page: Page, words: string | RegExp): Promise<void> =>
  expect
    .poll(async () => {
      await page.clock.fastForward(5_000);
      return page.getByText(words).filter({ visible: true }).count();
    })
    .toBeGreaterThan(0);

describe('where the browser will not keep anything', () => {
  it.each([
    [
      'site data are denied',
      () => {
        const denied = (): never => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        };
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
          Object.defineProperty(window, name, { get: denied, configurable: true });
      },
      /does not let this site keep data|offers no database/,
      shown,
    ],
    [
      'there is no database',
      () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
      /offers no database/,
      shown,
    ],
    [
      'its files are broken',
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
        };
      },
      /could not open its own database files/,
      shown,
    ],
    [
      'they are of a newer version',
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('The requested version is less than the existing version.', 'VersionError');
        };
      },
      /newer Stopline/,
      shown,
    ],
    [
      'another tab holds on to it',
      () => {
        // A request that neither succeeds nor fails, as long as the other tab stays.
        IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
      },
      /another tab of Stopline holds on to it/,
      saidLate,
    ],
  ])('%s: a sentence and a way on, never a white page', async (_, broken, says, waits) => {
    const { page, context } = await opened(broken, '#/cases', waits === saidLate);
    await waits(page, says);
    await context.close();
  });

  it('localStorage is full, or denied alone: the app goes on', async () => {
    const { page, context } = await opened(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      Storage.prototype.getItem = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    }, '#/sample/sample-roadside');
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    await context.close();
  });
});

describe('a place that fails', () => {
  it('leaves the rest of the app and the case file', async () => {
    const { page, context } = await opened(() => undefined, '#/sample/sample-roadside', true);
    // A part that cannot be loaded any more, as after a new version on the host.
    await page.route(/ClocksPlace.*\.js/, (route) => route.abort());
    await page.getByRole('link', { name: 'Clocks', exact: true }).click();
    // It is tried again after a while, and after a longer one.
    await saidLate(page, 'Clocks could not be shown');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save this case as a file' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.stopline$/);
    await toPlace(page, 'Record');
    await page.getByRole('row').nth(2).waitFor();
    await context.close();
  });
});
