import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase } from '../../src/record/case';
import { type Harness, resize, shotsFolder, shown, startHarness } from './harness';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

/** Puts rows into the database as the app keeps them. */
const fill = (page: Page, rows: Record<string, object[]>): Promise<void> =>
  page.evaluate(
    (all) =>
      new Promise<void>((done, fail) => {
        const asked = indexedDB.open('stopline');
        asked.onerror = () => fail(asked.error);
        asked.onsuccess = () => {
          const db = asked.result;
          const tx = db.transaction(Object.keys(all), 'readwrite');
          for (const [store, list] of Object.entries(all))
            for (const row of list) tx.objectStore(store).put(row);
          tx.oncomplete = () => {
            db.close();
            done();
          };
          tx.onerror = () => fail(tx.error);
        };
      }),
    rows,
  );
const made = (i: number) =>
  newCase(`case-${i}`, `State v. Number ${i}`, 'America/Chicago', 1_700_000_000_000 + i);
const date = (i: number, day: string, kind = 'hearing') => ({
  id: `d${i}`,
  caseId: `case-${i}`,
  kind,
  title: `Hearing of ${i}`,
  day,
  hour: '',
  where: '',
  state: '',
  met: '',
  calendar: '',
  uid: '',
  note: '',
  paper: '',
  page: '',
});

describe('Cases as the list of an office', () => {
  it('says what is ahead, what is shown and what is kept; finds words in all; lists a folder without importing', async () => {
    const { page, context, errors } = await h.open('#/sample/sample-roadside');
    await page.waitForURL(/#\/case\//);
    await page.goto(`${h.url}#/cases`);
    const list = page.getByRole('list', { name: 'Cases' });
    await shown(list, /\d+ findings? shown by the record, \d+ uncontested/);
    await shown(list, 'no case file saved yet');
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    await fill(page, {
      cases: [made(1), made(2)],
      dates: [date(1, soon), date(2, '2020-01-02', 'deadline')],
    });
    await page.reload();
    await shown(list, /\(in [234] days\): Hearing of 1/);
    await shown(list, '1 open day passed');
    await page.getByLabel('Order').selectOption('next');
    await expect.poll(() => list.getByRole('listitem').first().textContent()).toMatch(/Number 1/);
    for (const [name, width, theme] of [
      ['wide', 1280, 'light'],
      ['phone', 390, 'light'],
      ['dark', 1280, 'dark'],
    ] as const) {
      await page.evaluate((t) => {
        document.documentElement.dataset['theme'] = t;
        document.documentElement.dataset['mantineColorScheme'] = t;
      }, theme);
      await resize(page, width, 800);
      await shown(list, /Hearing of 1/);
      await page.screenshot({ path: `${shotsFolder()}/cases-${name}.png` });
    }
    // A word of an entry, found across all cases by the keyboard alone.
    await page.getByLabel('Search all cases').fill('canine unit');
    await page.keyboard.press('Enter');
    const found = page.getByRole('region', { name: /Found in entries/ });
    await shown(found, /rows? holds? “canine unit”|rows hold/);
    await found.getByRole('button').first().click();
    await page.waitForURL(/record\?at=/);
    // A folder of case files.
    const dir = mkdtempSync(join(tmpdir(), 'cases-'));
    mkdirSync(join(dir, 'office'));
    copyFileSync('test/fixtures/casefile/version-6.stopline', join(dir, 'office', 'one.stopline'));
    writeFileSync(join(dir, 'office', 'torn.stopline'), 'PK');
    await page.goto(`${h.url}#/cases`);
    const before = await list.getByRole('listitem').count();
    await page.getByRole('button', { name: 'List a folder' }).click();
    await page.locator('input[webkitdirectory]').setInputFiles(join(dir, 'office'));
    const files = page.getByRole('list', { name: 'Case files' });
    await shown(files, /shown by the record/);
    await shown(files, /not a case file, or it was cut short/);
    await page.screenshot({ path: `${shotsFolder()}/cases-folder.png` });
    await page.keyboard.press('Escape');
    expect(await list.getByRole('listitem').count()).toBe(before);
    rmSync(dir, { recursive: true });
    expect(errors).toEqual([]);
    await context.close();
  }, 180_000);

  it('stays usable with 5,000 cases', async () => {
    const { page, context, errors } = await h.open('#/cases');
    await page.getByRole('button', { name: 'New case' }).waitFor();
    await fill(page, { cases: Array.from({ length: 5000 }, (_, i) => made(i)) });
    await page.reload();
    await shown(page, /5,000 of 5,000 cases/);
    const list = page.getByRole('list', { name: 'Cases' });
    await expect.poll(() => list.getByRole('button', { name: /^State v/ }).count()).toBe(100);
    await page.getByLabel('Search all cases').fill('number 4711');
    await expect
      .poll(() => list.getByRole('button', { name: /^State v/ }).allTextContents())
      .toEqual(['State v. Number 4711']);
    await page.getByLabel('Search all cases').fill('nobody of that name');
    await shown(page, 'No case is called so.');
    await page.getByLabel('Search all cases').fill('');
    await page.getByRole('button', { name: /Show 100 more/ }).click();
    await expect.poll(() => list.getByRole('button', { name: /^State v/ }).count()).toBe(200);
    await page.screenshot({ path: `${shotsFolder()}/cases-many.png` });
    expect(errors).toEqual([]);
    await context.close();
  }, 180_000);
});
