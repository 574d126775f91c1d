import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startHarness } from './harness';

let h: Harness;
let page: Page;
let context: BrowserContext;
let errors: string[];
beforeAll(async () => {
  h = await startHarness();
  ({ page, context, errors } = await h.open('#/sample/sample-rodriguez'));
  await page.waitForURL(/#\/case\//);
}, 400_000);
afterAll(async () => h?.close());

/** Opens the form of the first entry that reads so, in the record. */
async function edit(page: Page, words: RegExp): Promise<ReturnType<Page['getByRole']>> {
  await page
    .getByRole('row')
    .filter({ hasText: words })
    .first()
    .getByRole('button', { name: /Edit/ })
    .click();
  return page.getByRole('form', { name: /Edit the entry/ });
}

describe('nothing typed is lost', () => {
  it('two edits of one plan from one rendering make one plan that holds both', async () => {
    await page.goto(`${h.url}#/case/sample-rodriguez/findings`);
    const finding = page.locator('details[class*=finding-row]').first();
    await finding.locator('summary').click();
    await finding.getByLabel('By the day').fill('2024-06-01');
    await finding.getByLabel('Dismissed, because').evaluate((el) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
      set?.call(el, 'the dog was there');
      el.dispatchEvent(new Event('input', { bubbles: true }));
    });
    // Both fields are left in one go, before anything is shown anew.
    await page.evaluate(() => {
      const by = document.activeElement;
      const why = [...document.querySelectorAll('input')].find((x) => x.value === 'the dog was there');
      why?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
      by?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    });
    const plans = (): Promise<unknown[]> =>
      page.evaluate(
        () =>
          new Promise((resolve, reject) => {
            const open = indexedDB.open('stopline');
            open.onerror = () => reject(open.error);
            open.onsuccess = () => {
              const all = open.result.transaction('disclosures').objectStore('disclosures').getAll();
              all.onsuccess = () => {
                open.result.close();
                resolve(all.result);
              };
            };
          }),
      );
    await expect
      .poll(plans, { timeout: 10_000 })
      .toMatchObject([{ by: '2024-06-01', dismissed: 'the dog was there' }]);
    expect(errors).toEqual([]);
  }, 120_000);

  it('two tabs that edit one entry both hold; of one field, both are shown and a person chooses', async () => {
    const a = page;
    const b = await context.newPage();
    b.setDefaultTimeout(20_000);
    for (const p of [a, b]) await p.goto(`${h.url}#/case/sample-rodriguez/record`);
    const mine = await edit(a, /alert/i);
    await mine.getByLabel('Page').fill('77');
    const theirs = await edit(b, /alert/i);
    await theirs.getByLabel('What happened').fill('The dog alert, as B has it');
    await theirs.getByRole('button', { name: 'Save' }).click();
    await theirs.waitFor({ state: 'detached' });
    // A sees what B wrote in the field that A did not touch, keeps what A typed, and saves.
    await expect.poll(() => mine.getByLabel('What happened').inputValue()).toBe('The dog alert, as B has it');
    expect(await mine.getByLabel('Page').inputValue()).toBe('77');
    await mine.getByRole('button', { name: 'Save' }).click();
    await mine.waitFor({ state: 'detached' });
    const row = a.getByRole('row').filter({ hasText: 'The dog alert, as B has it' });
    await row.first().waitFor();
    await expect.poll(() => row.first().innerText(), { timeout: 10_000 }).toContain('77');
    // One field by both.
    const again = await edit(a, /The dog alert/);
    await again.getByLabel('Page').fill('78');
    const other = await edit(b, /The dog alert/);
    await other.getByLabel('Page').fill('79');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.waitFor({ state: 'detached' });
    await again.getByRole('button', { name: 'Save' }).click();
    const asked = a.getByRole('dialog', { name: 'Changed meanwhile' });
    await asked.getByText('yours', { exact: true }).click();
    await asked.getByRole('button', { name: 'Write it so' }).click();
    await again.waitFor({ state: 'detached' });
    await expect.poll(async () => (await row.first().innerText()).includes('78')).toBe(true);
    expect(errors).toEqual([]);
  }, 180_000);
});
