import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, ordinary, shown, startHarness, toPlace } from './harness';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

async function opened(): Promise<{ page: Page; context: BrowserContext }> {
  const context = await h.browser.newContext({
    serviceWorkers: 'block',
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  await ordinary(context);
  // The private folder of the origin stands for one that a person picks.
  await context.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
    // A file that is opened or written fails as a disk or a folder does, while that is asked for (`failing`).
    const { write } = FileSystemWritableFileStream.prototype;
    const { getFileHandle } = FileSystemDirectoryHandle.prototype;
    const fails = (name: string): void => {
      if (localStorage.getItem('fault') === name) throw new DOMException('no', name);
    };
    FileSystemWritableFileStream.prototype.write = async function (data) {
      fails('QuotaExceededError');
      return write.call(this, data);
    };
    FileSystemDirectoryHandle.prototype.getFileHandle = async function (name, options) {
      fails('NotFoundError');
      return getFileHandle.call(this, name, options);
    };
  });
  const page = await context.newPage();
  return { page, context };
}
/** At the timeline of a sample. The tests of one page have a case each, or begin with what they need. */
async function at(page: Page, sample: string): Promise<void> {
  await page.goto(`${h.url}#/sample/${sample}`);
  await page.waitForURL(new RegExp(`/${sample}/timeline$`));
  await timeline(page);
}
const timeline = (page: Page): Promise<void> => page.getByRole('img', { name: /Timeline of/ }).waitFor();
const menu = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};
/** What lies in the folder: names with a byte at least, or those without one. */
const files = (page: Page, empty = false): Promise<string[]> =>
  page.evaluate(async (without) => {
    const out: string[] = [];
    const folder = (await navigator.storage.getDirectory()) as unknown as {
      values(): AsyncIterable<FileSystemFileHandle>;
    };
    for await (const file of folder.values())
      if (((await file.getFile()).size === 0) === without) out.push(file.name);
    return out;
  }, empty);

describe('backups', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await opened());
  });

  it('stand side by side, are read back, open as a copy; what fails is said until one succeeds', async () => {
    await at(page, 'sample-roadside');
    const age = page.locator('[class*=backup-age]');
    await expect.poll(() => age.textContent()).toBe('not saved to a file');
    await menu(page, 'Back up to a folder, by itself');
    await expect.poll(() => age.textContent()).toBe('file just now');
    await age.click();
    await expect.poll(async () => (await files(page)).length).toBe(2);
    expect((await files(page)).every((n) => n.startsWith('State-v.-Doe~sample-roadside~'))).toBe(true);
    // A disk that gives back something else than was written.
    await page.evaluate(() => {
      const { write } = FileSystemWritableFileStream.prototype;
      Object.assign(window, { mend: () => Object.assign(FileSystemWritableFileStream.prototype, { write }) });
      FileSystemWritableFileStream.prototype.write = function (data) {
        return write.call(this, (data as ArrayBuffer).slice(0, 1000));
      };
    });
    await age.click();
    await expect
      .poll(() => age.textContent())
      .toMatch(/^backup failed: what was written could not be read back/);
    expect((await files(page)).length).toBe(2);
    await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
    await age.click();
    await expect.poll(() => age.textContent()).toBe('file just now');
    await menu(page, 'Open the newest backup as a copy');
    await shown(page, 'State v. Doe (copy)');
  }, 90_000);

  it('say a full disk and a folder that is gone, through a reload, until one succeeds', async () => {
    await at(page, 'sample-rodriguez');
    const age = page.locator('[class*=backup-age]');
    await menu(page, 'Back up to a folder, by itself');
    await expect.poll(() => age.textContent()).toBe('file just now');
    /** From now on, after a reload too, a file that is opened or written fails as a disk or a folder does; '': no more. */
    const failing = (name: string): Promise<void> =>
      page.evaluate((fault) => localStorage.setItem('fault', fault), name);
    const before = await files(page);
    for (const [name, says] of [
      [
        'QuotaExceededError',
        /^backup failed: the disk of the folder .* is full\. Older backups are still there/,
      ],
      ['NotFoundError', /^backup failed: the folder .* is not there/],
    ] as const) {
      await failing(name);
      await age.click();
      await expect.poll(() => age.textContent()).toMatch(says);
      // The sentence is kept, in the list of cases too; what was written in part is gone, what was there is there.
      await page.reload();
      await timeline(page);
      await expect.poll(() => age.textContent()).toMatch(says);
      // A backup that is tried anew at the start is there for a moment; of one that a reload ended its name is left.
      await expect.poll(() => files(page)).toEqual(before);
      await page.goto(`${h.url}#/cases`);
      await shown(page, /^backup failed: the/);
      await page.goto(`${h.url}#/case/sample-rodriguez/timeline`);
      await timeline(page);
    }
    await failing('');
    await age.click();
    await expect.poll(() => age.textContent()).toBe('file just now');
    // The next one that succeeds takes such names away.
    await expect.poll(() => files(page, true)).toEqual([]);
    await page.goto(`${h.url}#/cases`);
    const kept = page
      .getByRole('list', { name: 'Cases' })
      .getByRole('listitem')
      .filter({ hasText: 'Rodriguez' });
    await shown(kept, /^case file of/);
    expect(await page.getByText(/backup failed/).count()).toBe(0);
  }, 180_000);

  it('are stale by the number of the last step, though the clock was set back', async () => {
    await at(page, 'sample-rodriguez');
    const age = page.locator('[class*=backup-age]');
    await page.evaluate(() => {
      const now = Date.now;
      Date.now = () => now() + 365 * 86_400_000;
    });
    await menu(page, 'Export case file');
    await expect.poll(() => age.textContent()).toMatch(/^file/);
    await page.reload();
    await timeline(page);
    await page.keyboard.press('Control+z');
    await toPlace(page, 'Record');
    await page.getByRole('row').nth(3).getByRole('button', { name: /Edit/ }).click();
    await page.getByRole('form', { name: /Edit/ }).getByLabel('What happened').fill('changed later');
    await page.keyboard.press('Enter');
    await expect.poll(() => age.textContent()).toMatch(/changed since/);
    // It is longer now, and lies over nothing beside it.
    expect(await age.evaluate((e) => e.scrollWidth - e.clientWidth)).toBeLessThanOrEqual(0);
  }, 60_000);
});

describe('a database that the browser threw away', () => {
  it('is told of at the next start, whatever was opened before and is opened now', async () => {
    const { page, context } = await opened();
    await at(page, 'sample-roadside');
    await page.goto('about:blank');
    await page.goto(`${h.url}icon.svg`);
    await page.evaluate(
      () =>
        new Promise((done) => {
          const r = indexedDB.deleteDatabase('stopline');
          r.onsuccess = done;
        }),
    );
    await page.goto(`${h.url}#/case/sample-roadside/record`);
    await shown(page, /The browser no longer has the cases that were here/);
    await shown(page, /One case was kept here on/);
    await page.getByRole('button', { name: 'I have read this' }).click();
    await page.reload();
    await shown(page, 'This browser holds no such case');
    expect(await page.getByText(/no longer has the cases/).count()).toBe(0);
    await context.close();
  }, 60_000);
});
