import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, startHarness } from './harness';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
}, 180_000);
afterAll(async () => h?.close());

it('a fresh sample alarms nobody, is named in the tab, says where help is, and is reached past the rail', async () => {
  const { page, errors, context } = await h.open('#/sample/sample-roadside');
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  await expect.poll(() => page.title()).toMatch(/^Timeline · .+ · Stopline$/);
  const age = page.locator('[class*=backup-age]');
  expect(await age.textContent()).toBe('not saved to a file');
  expect(await age.getAttribute('data-stale')).toBe('false');

  await page.getByRole('button', { name: 'Keys ?' }).click();
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Find Ctrl K' }).click();
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Skip to the place' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('shell-place');

  // One edit, and it is no longer quiet.
  await page.getByRole('link', { name: 'Case', exact: true }).click();
  await expect.poll(() => page.title()).toMatch(/^Case · /);
  await page.getByRole('link', { name: 'Record', exact: true }).click();
  await page.getByRole('row').nth(3).getByRole('button', { name: /Edit/ }).click();
  const edit = page.getByRole('form', { name: /Edit/ });
  await edit.getByLabel('What happened').fill('He steps out of the car.');
  await edit.getByLabel('What happened').press('Enter');
  await expect.poll(() => age.getAttribute('data-stale')).toBe('true');
  expect(errors).toEqual([]);
  await context.close();
}, 120_000);

it('the made-up sample comes with an exhibit, a hearing and a clip that plays, its marks beside it', async () => {
  const { page, errors, context } = await h.open('#/sample/sample-roadside');
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  await page.getByRole('link', { name: 'Exhibits', exact: true }).click();
  await page.getByRole('button', { name: /Timeline of the stop/, pressed: true }).waitFor();

  await page.getByRole('link', { name: 'Footage', exact: true }).click();
  await page.getByRole('button', { name: /^Property room camera/ }).click();
  await page.getByText('Seal S-101 is turned to the camera and read aloud').first().waitFor();
  const video = page.locator('video').first();
  await expect.poll(() => video.evaluate((v: HTMLVideoElement) => v.videoWidth)).toBe(480);
  await page.keyboard.press('Space');
  await expect.poll(() => video.evaluate((v: HTMLVideoElement) => v.currentTime)).toBeGreaterThan(0.5);
  await page.keyboard.press('k');

  await page.getByRole('link', { name: 'Hearing', exact: true }).click();
  await page.getByRole('button', { name: 'Show it here, full screen' }).click();
  await page.locator('[data-step^="minute"]').waitFor();
  for (let k = 0; k < 12 && (await page.locator('[data-step] video').count()) === 0; k++)
    await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => page.locator('[data-step] video').evaluate((v: HTMLVideoElement) => v.currentTime))
    .toBeGreaterThan(4.9);
  await page.keyboard.press('Escape');
  expect(errors).toEqual([]);
  expect(h.foreign).toEqual([]);
  await context.close();
}, 120_000);
