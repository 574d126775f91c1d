import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, onePage, shown, startHarness, toPlace } from './harness';

let h: Harness;
const open = onePage(() => h);
beforeAll(async () => {
  h = await startHarness();
}, 180_000);
afterAll(async () => h?.close());

it('a fresh sample alarms nobody, is named in the tab, says where help is, and is reached past the rail', async () => {
  const { page, errors } = await open('#/sample/sample-roadside');
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  await expect.poll(() => page.title()).toMatch(/^Timeline · .+ · Stopline$/);
  const age = page.locator('[class*=backup-age]');
  expect(await age.textContent()).toBe('not saved to a file');
  expect(await age.getAttribute('data-stale')).toBe('false');

  await page.getByRole('button', { name: 'Help ?' }).click();
  await page.getByRole('dialog', { name: 'Help' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Help' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Find Ctrl K' }).click();
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Skip to the place' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('shell-place');

  // One edit, and it is no longer quiet.
  await toPlace(page, 'Case');
  await expect.poll(() => page.title()).toMatch(/^Case · /);
  await toPlace(page, 'Record');
  await page.getByRole('row').nth(3).getByRole('button', { name: /Edit/ }).click();
  const edit = page.getByRole('form', { name: /Edit/ });
  await edit.getByLabel('What happened').fill('He steps out of the car.');
  await edit.getByLabel('What happened').press('Enter');
  await expect.poll(() => age.getAttribute('data-stale')).toBe('true');
  expect(errors).toEqual([]);
}, 120_000);

it('the made-up sample comes with an exhibit, a hearing and a clip that plays, its marks beside it', async () => {
  const { page, errors } = await open('#/sample/sample-roadside');
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  await toPlace(page, 'Exhibits');
  await page.getByRole('button', { name: /Timeline of the stop/, pressed: true }).waitFor();

  await toPlace(page, 'Footage');
  await page.getByRole('button', { name: /^Property room camera/ }).click();
  await shown(page, 'Seal S-101 is turned to the camera and read aloud');
  const video = page.locator('video').first();
  await expect.poll(() => video.evaluate((v: HTMLVideoElement) => v.videoWidth)).toBe(480);
  await page.keyboard.press('Space');
  await expect.poll(() => video.evaluate((v: HTMLVideoElement) => v.currentTime)).toBeGreaterThan(0.5);
  await page.keyboard.press('k');

  await toPlace(page, 'Hearing');
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
}, 120_000);

it('a tour of five steps is walked by keyboard, ends by Escape, and comes again only when asked for', async () => {
  const { page, errors } = await open('#/sample/sample-roadside');
  const tour = page.getByRole('region', { name: 'Tour' });
  await shown(tour, '1 of 5');
  // Nobody asked for it: the focus stays where it is.
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await tour.getByRole('button', { name: 'Next' }).focus();
  for (const place of ['Findings', 'Papers', 'Footage', 'Exhibits']) {
    await page.keyboard.press('Enter');
    await expect.poll(() => page.title()).toMatch(new RegExp(`^${place} · `));
    await shown(tour, /^[2-5] of 5/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Next|Done/);
  }
  await page.keyboard.press('Enter');
  await tour.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('main').waitFor();
  expect(await tour.count()).toBe(0);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  expect(await help.innerText()).toMatch(/shown by the record\s+True under every time/);
  await help.getByRole('button', { name: /Take the tour/ }).click();
  await shown(tour, '1 of 5');
  await expect.poll(() => page.title()).toMatch(/^Timeline · /);
  await page.keyboard.press('Escape');
  await tour.waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
}, 120_000);

it('a word explains itself when the Tab key comes to it, and Find knows it', async () => {
  const { page, errors } = await open('#/sample/sample-roadside');
  await toPlace(page, 'Findings');
  const word = page.getByRole('main').locator('dfn').first();
  // As a keyboard comes to it, not a script.
  await page.keyboard.press('Tab');
  await word.focus();
  await page.getByRole('tooltip').waitFor();
  expect(await page.getByRole('tooltip').innerText()).toBe(await word.getAttribute('aria-description'));
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').fill('margin');
  await shown(page, 'What is “margin”?');
  expect(errors).toEqual([]);
}, 120_000);

it('390 px shows every place, each with a title, one heading and a main part', async () => {
  const { page, errors } = await open('#/sample/sample-roadside', { width: 390, height: 844 });
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  const links = page.getByRole('navigation', { name: 'Places' }).getByRole('link');
  const names = await links.allInnerTexts();
  expect(names.length).toBeGreaterThan(9);
  const lacking: string[] = [];
  for (const [i, name] of names.entries()) {
    const box = await links.nth(i).boundingBox();
    if (!box || box.x < 0 || box.x + box.width > 390) lacking.push(`${name} is beyond the screen`);
    await links.nth(i).click();
    await expect.poll(() => page.title()).toMatch(new RegExp(`^${name} · `));
    await page
      .getByRole('main')
      .waitFor()
      .catch(() => lacking.push(`${name} has no main part`));
    await page
      .getByRole('heading', { level: 1 })
      .first()
      .waitFor()
      .catch(() => undefined);
    const found = await page.evaluate(() => ({
      h1: [...document.querySelectorAll('h1')].filter((e) => e.checkVisibility()).length,
      wide: document.documentElement.scrollWidth,
      unnamed: [...document.querySelectorAll('button:not([aria-hidden]), a[href]')].filter(
        (b) => !(b.textContent?.trim() || b.getAttribute('aria-label') || b.getAttribute('title')),
      ).length,
    }));
    if (found.h1 !== 1) lacking.push(`${name}: ${found.h1} headings of the first rank`);
    if (found.wide > 391) lacking.push(`${name}: ${found.wide} px wide`);
    if (found.unnamed > 0) lacking.push(`${name}: ${found.unnamed} buttons without a name`);
  }
  // A finding that is opened, with its table of intervals, is as wide as the screen: the table alone is moved sideways.
  await toPlace(page, 'Findings');
  await page.getByText('Held beyond the mission').first().click();
  await shown(page, 'Every interval');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  // Keys and what they do: two columns stand beside one another.
  await page.getByRole('button', { name: /^Help/ }).click();
  await shown(page, 'go anywhere, do anything');
  expect(
    await page.evaluate(() => {
      const scroller = document.querySelector('[role=dialog] table')?.parentElement;
      return scroller ? scroller.scrollWidth - scroller.clientWidth : -1;
    }),
  ).toBe(0);
  await page.keyboard.press('Escape');
  expect(lacking).toEqual([]);
  expect(errors).toEqual([]);
}, 120_000);
