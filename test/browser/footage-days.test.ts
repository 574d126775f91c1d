import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasFfmpeg } from '../media/making';
import { RECORDINGS } from '../media/recordings';
import { add, burned, emptyFootage, type Marked, plainPicker } from './footage-steps';
import { type Harness, holds, onePage, shown, startHarness } from './harness';
import { burnedIn } from './second-decoder';
import { stored } from './stored';

let h: Harness;
const desk = { open: onePage(() => h, plainPicker) };
beforeAll(async () => {
  if (hasFfmpeg) h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

const rest = (page: Page, n: number): Promise<void> =>
  page.locator('[data-reading=frame][data-moving=false]', { hasText: new RegExp(`^${n}$`) }).waitFor();

/** The keys are nobody's but the player's again. */
const leave = (page: Page): Promise<void> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

async function jump(page: Page, to: string, on = 'counter or #frame'): Promise<void> {
  const clock = page.getByRole('combobox', { name: 'On the clock' });
  if ((await clock.inputValue()) !== on) {
    await clock.click();
    await page.getByRole('option', { name: on }).click();
  }
  await page.getByLabel('Jump to').fill(to);
  await page.getByLabel('Jump to').press('Enter');
}

async function goTo(page: Page, n: number): Promise<void> {
  await jump(page, `#${n}`);
  await rest(page, n);
}

const says = (page: Page, reading: 'overlay' | 'case'): Promise<string> =>
  page.locator(`[data-reading=${reading}]`).locator('..').innerText();

const tie = (page: Page) => page.getByRole('button', { name: 'Tie the overlay here' });

/** Ten frames a second: frame n is shown n tenths after the first. */
describe.skipIf(!hasFfmpeg)('overlays that ffmpeg burned in (needs ffmpeg)', () => {
  it('through midnight: the day of a reading is doubted, its own day stands beside each, and a jump goes past it', async () => {
    const { page, errors } = await emptyFootage(desk);
    const file = RECORDINGS.midnight();
    await add(page, file, 'Night', 'America/Chicago', '2024-03-14');
    await page.getByText('Clock', { exact: true }).last().click();
    const day = page.getByLabel('On the day');
    await goTo(page, 0);
    await page.getByLabel('The overlay shows').fill('23:59:48');
    await page.getByLabel('The overlay shows').press('Enter');
    await shown(page, 'overlay: 23:59:48 on Night');
    await goTo(page, 150);
    await page.getByLabel('The overlay shows').fill('00:00:03');
    // Fifteen seconds on, not a day back: as it stands it is not taken.
    await shown(page, /shows this time on 2024-03-15/);
    expect(await tie(page).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'It is 2024-03-15' }).click();
    await tie(page).click();
    await shown(page, 'overlay: 00:00:03 on Night');
    for (const [n, time, date] of [
      [50, /23:59:5[23]\.\d/, /2024-03-14|Mar(ch)? 14/],
      [220, /00:00:(09|10)\.\d/, /2024-03-15|Mar(ch)? 15/],
    ] as const) {
      await goTo(page, n);
      expect(await burned(page)).toBe(burnedIn(file, n));
      for (const reading of ['overlay', 'case'] as const) {
        await expect.poll(() => says(page, reading)).toMatch(time);
        expect(await says(page, reading)).toMatch(date);
      }
    }
    await jump(page, '00:00:10', 'its overlay');
    // What it shows is known to the second: the frame is one of those.
    await expect
      .poll(() => page.locator('[data-reading=frame]').innerText().then(Number))
      .toBeGreaterThanOrEqual(210);
    expect(Number(await page.locator('[data-reading=frame]').innerText())).toBeLessThanOrEqual(229);
    await leave(page);
    await page.keyboard.press('m');
    await holds(page, 'events', '"filmed"');
    const [mark] = ((await stored(page, 'events')) as Marked[]).filter((e) => e.filmed !== undefined);
    expect(mark?.start).toMatch(/^v 0:2[12]\.\d{3}$/);
    // The day typed for this camera is not the day of the next.
    await day.fill('2024-03-17');
    await add(page, RECORDINGS.putBack(), 'Other', 'America/Chicago', '2024-11-03');
    await expect.poll(() => day.inputValue()).toBe('2024-11-03');
    expect(errors).toEqual([]);
  }, 120_000);

  it('through the hour that comes twice: it is asked which, then told; readings, jumps and marks name it', async () => {
    const { page, errors } = await emptyFootage(desk);
    const file = RECORDINGS.putBack();
    await add(page, file, 'Night', 'America/Chicago', '2024-11-03');
    await page.getByText('Clock', { exact: true }).last().click();
    await goTo(page, 0);
    const shows = page.getByLabel('The overlay shows');
    await shows.fill('01:59:48');
    await shown(page, /showed this time twice\. Which of the two is it\?/);
    await page.getByRole('button', { name: '01:59:48 CDT' }).click();
    await tie(page).click();
    await shown(page, 'overlay: 01:59:48 CDT on Night');
    await goTo(page, 150);
    await shows.fill('01:00:03');
    await shown(page, /by what was read elsewhere it is 01:00:03 CST/);
    await tie(page).click();
    await shown(page, 'overlay: 01:00:03 on Night');
    for (const [n, time] of [
      [0, /01:59:4[78]\.\d CDT/],
      [110, /01:59:5[89]\.\d CDT/],
      [135, /01:00:01\.\d CST/],
      [299, /01:00:1[78]\.\d CST/],
    ] as const) {
      await goTo(page, n);
      expect(await burned(page)).toBe(burnedIn(file, n));
      for (const reading of ['overlay', 'case'] as const)
        await expect.poll(() => says(page, reading)).toMatch(time);
    }
    // Each of these it shows once, though the night has both twice; half past one it does not show at all.
    for (const [text, from, to] of [
      ['01:59:55', 60, 79],
      ['01:00:10', 210, 229],
    ] as const) {
      await jump(page, text, 'its overlay');
      const at = () => page.locator('[data-reading=frame]').innerText().then(Number);
      await expect.poll(async () => (await at()) >= from && (await at()) <= to).toBe(true);
      await leave(page);
      await page.locator('[data-reading=frame][data-moving=false]').waitFor();
      await page.keyboard.press('m');
    }
    await expect
      .poll(async () => {
        const marks = ((await stored(page, 'events')) as (Marked & { filmed?: { overlay: string } })[])
          .filter((e) => e.filmed !== undefined)
          .sort((a, b) => (a.filmed?.frame ?? 0) - (b.filmed?.frame ?? 0));
        return marks.map((m) => m.filmed?.overlay);
      })
      .toEqual([expect.stringMatching(/01:59:5[45] CDT/), expect.stringMatching(/01:00:(09|10) CST/)]);
    await jump(page, '01:30:00', 'its overlay');
    await shown(page, /its overlay does not show that/);
    expect(errors).toEqual([]);
  }, 120_000);
});
