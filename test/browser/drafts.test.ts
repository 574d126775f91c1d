import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { file, type Harness, importFiles, shown, startHarness, toPlace } from './harness';
import { stored } from './stored';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

const PASSPHRASE = 'correct horse battery';
const words = 'half a sentence about the dog';
const first = (page: Page) => page.getByRole('row').nth(3).getByRole('button', { name: /Edit/ });
const field = (page: Page) => page.getByRole('form', { name: /Edit/ }).getByLabel('What happened');

/** Waits until a draft of the sample is kept, or is not: what is looked for at each start. */
const keptOnce = (page: Page, is: boolean): Promise<void> =>
  expect
    .poll(async () =>
      (await stored(page, 'kept')).some((row) =>
        (row as { key: string }).key.startsWith('draft sample-roadside '),
      ),
    )
    .toBe(is);

it('what is typed outlives another place, a reload, another tab, a closed tab and the lock; saved or left, it is gone', async () => {
  const { page, context, errors } = await h.open('#/sample/sample-roadside');
  await page.waitForURL(/#\/case\//);
  const record = `${h.url}#/case/sample-roadside/record`;
  await page.goto(record);
  await first(page).click();
  const was = await field(page).inputValue();
  await field(page).fill(words);
  const there = async (on: Page): Promise<void> => {
    await first(on).click();
    await expect.poll(() => field(on).inputValue()).toBe(words);
    await shown(on, /A draft from .* was kept/);
  };
  await toPlace(page, 'Clocks');
  await page.getByRole('heading', { name: 'Clocks' }).first().waitFor();
  await page.goto(record);
  await there(page);
  await page.reload();
  await there(page);
  const other = await context.newPage();
  await page.close();
  await other.goto(`${h.url}#/cases`);
  await other.getByRole('button', { name: 'Lock the app with a passphrase' }).click();
  await other.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await other.getByRole('textbox', { name: 'Once more' }).fill(PASSPHRASE);
  await other.getByRole('button', { name: 'Set the lock' }).click();
  await other.getByRole('button', { name: 'Lock now' }).click();
  await other.getByRole('heading', { name: 'Stopline is locked' }).waitFor();
  await other.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await other.getByRole('button', { name: 'Open', exact: true }).click();
  await other.getByRole('button', { name: 'Lock now' }).waitFor();
  await other.goto(record);
  await there(other);
  await keptOnce(other, true);
  await other.getByRole('button', { name: 'Throw it away' }).click();
  await expect.poll(() => field(other).inputValue()).toBe(was);
  await keptOnce(other, false);
  await toPlace(other, 'Clocks');
  await other.getByRole('heading', { name: 'Clocks' }).first().waitFor();
  await other.goto(record);
  await first(other).click();
  await expect.poll(() => field(other).inputValue()).toBe(was);
  expect(errors).toEqual([]);
  await context.close();
}, 120_000);

it('what was said of a file that is not in yet outlives a reload; taken in or thrown away, it is gone', async () => {
  const { page, context, errors } = await h.open('#/sample/sample-roadside');
  await page.waitForURL(/#\/case\//);
  const log =
    'date,time,kind,description\n2024-03-14,21:05,note,tow called\n2024-03-14,25:10,note,tow came\n';
  const bring = () => importFiles(page, [file('tow.csv', log)]);
  const line = page.getByRole('textbox', { name: /^Line 3/ });
  await bring();
  await shown(page, 'Will create 1 event');
  await line.fill('21:10');
  await line.press('Enter');
  await shown(page, 'Will create 2 events');
  await keptOnce(page, true);
  await page.reload();
  await bring();
  await shown(page, 'Will create 2 events');
  await shown(page, /A draft from .* was kept/);
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await shown(page, 'Will create 1 event');
  await keptOnce(page, false);
  await bring();
  await shown(page, 'Will create 1 event');
  await line.fill('21:12');
  await line.press('Enter');
  await page.getByRole('button', { name: 'Add 2 entries' }).click();
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  await bring();
  await shown(page, '1 line left out');
  expect(await line.inputValue()).toBe('25:10');
  expect(errors).toEqual([]);
  await context.close();
}, 120_000);
