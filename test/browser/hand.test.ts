import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawn, drop, type Harness, pressed, shown, startHarness, toPlace } from './harness';

let h: Harness;
let page: Page;
let errors: string[];
beforeAll(async () => {
  h = await startHarness();
  ({ page, errors } = await h.open('#/sample/sample-roadside'));
}, 180_000);
afterAll(async () => h?.close());

/** At the timeline of a sample, and nothing before it. @param fresh loaded anew: what comes for the first time comes so */
async function at(sample: string, fresh = false): Promise<void> {
  await page.goto(`${h.url}#/sample/${sample}`);
  if (fresh) await page.reload();
  await page.waitForURL(/\/timeline$/);
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  await page.keyboard.press('Escape');
}

/** What has the focus: nothing is the page itself. */
const hand = (): Promise<string> =>
  page.evaluate(() => {
    const e = document.activeElement;
    if (!e || e === document.body || !e.checkVisibility()) return '';
    return (e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 60) || e.tagName;
  });

it('the focus stays where the hand is: after an edit is saved or left, a finding opened and closed', async () => {
  await at('sample-roadside');
  await toPlace(page, 'Record');
  const row = page.getByRole('row').nth(4);
  for (const leaves of ['Enter', 'Escape']) {
    await row.getByRole('button', { name: /Edit/ }).focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: /Edit/ });
    await form.getByLabel('What happened').fill(`He steps out, ${leaves}.`);
    await page.keyboard.press(leaves);
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => hand(), { message: `after ${leaves}` }).not.toBe('');
  }
  await toPlace(page, 'Timeline');
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  await page.locator('.finding-line:visible').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'All findings' }).waitFor();
  await expect.poll(() => hand(), { message: 'a finding opened' }).not.toBe('');
  await page.getByRole('button', { name: 'All findings' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => hand(), { message: 'a finding closed' }).not.toBe('');
  // One key shows all as written, with how many lie elsewhere, and back.
  await page.getByRole('img', { name: /Timeline of/ }).focus();
  await page.keyboard.press('w');
  await shown(page, /as written: \d+ entries lie elsewhere/);
  await page.keyboard.press('w');
  await expect.poll(() => page.getByText(/as written: \d+ entries lie elsewhere/).count()).toBe(0);
  expect(errors).toEqual([]);
}, 120_000);

it('and in menus: into one as it opens for the first time, whose code comes only then, and back to its button', async () => {
  await at('sample-roadside', true);
  for (const [name, inside] of [
    ['More', page.getByRole('menuitem', { name: 'Export case file', exact: true })],
    ['Bookmarks', page.getByRole('textbox', { name: 'Name of this view' })],
    ['View', page.getByLabel('Clock of the ruler').first()],
  ] as const)
    for (const time of ['first', 'second']) {
      const button = page.getByRole('button', { name, exact: true });
      await button.focus();
      await page.keyboard.press('Enter');
      await inside.waitFor();
      await expect
        .poll(() =>
          page.evaluate(
            () => document.activeElement?.closest('[data-menu-dropdown], [role=dialog]') !== null,
          ),
        )
        .toBe(true);
      await page.keyboard.press('Escape');
      await inside.waitFor({ state: 'detached' });
      await expect.poll(() => hand(), { message: `${name}, the ${time} time` }).toBe(name);
    }
  // The palette and the help: their code comes with the key, and what is typed next goes into them.
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Place, case or command' }).fill('custody');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Help' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Help' }).waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
}, 120_000);

it('and where the hand went: in the place that the palette or a dropped file leads to, not on a button of before', async () => {
  await at('sample-roadside');
  await page.getByRole('button', { name: 'More', exact: true }).focus();
  await page.keyboard.press('Control+k');
  const asks = page.getByRole('textbox', { name: 'Place, case or command' });
  await asks.fill('record');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/record$/);
  await asks.waitFor({ state: 'detached' });
  // Some frames later what gives the focus back would have done so.
  for (let i = 0; i < 3; i++) await drawn(page);
  expect(await hand()).not.toBe('More');
  await page.getByRole('button', { name: 'More', exact: true }).focus();
  await drop(page, 'log.csv', Buffer.from('date,time,event\n2024-03-14,14:05,stop\n'));
  await page.waitForURL(/\/import$/);
  await drawn(page);
  expect(await hand()).not.toBe('More');
  expect(errors).toEqual([]);
}, 120_000);

it('and after every dialog: back to where it was, the first time that it comes and the second', async () => {
  await at('sample-roadside', true);
  const closes = async (what: string, back: string): Promise<void> => {
    const dialog = page.getByRole('dialog').filter({ visible: true });
    await dialog.waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null))
      .toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => hand(), { message: what }).toBe(back);
  };
  for (const time of ['first', 'second']) {
    for (const key of ['Control+k', '?']) {
      await page.getByRole('button', { name: 'View', exact: true }).focus();
      await page.keyboard.press(key);
      await closes(`${key}, the ${time} time`, 'View');
    }
    for (const item of ['Export with a passphrase', 'Share with others', 'History of changes']) {
      await page.getByRole('button', { name: 'More', exact: true }).focus();
      await page.keyboard.press('Enter');
      await pressed(page, item);
      await closes(`${item}, the ${time} time`, 'More');
    }
  }
  expect(errors).toEqual([]);
}, 120_000);

it('and after an import: the first question or the button that takes the rows, then what stands next', async () => {
  await at('sample-rodriguez');
  await page.evaluate(() => {
    location.hash = '#/case/sample-rodriguez/import';
  });
  await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).focus();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles('public/samples/roadside-custody.csv');
  const add = page.getByRole('button', { name: /^Add \d+/ });
  await add.waitFor();
  await expect.poll(() => hand(), { message: 'a file read' }).not.toBe('');
  await add.focus();
  await page.keyboard.press('Enter');
  await add.waitFor({ state: 'detached' });
  await expect.poll(() => hand(), { message: 'rows taken' }).not.toBe('');
  expect(errors).toEqual([]);
}, 120_000);
