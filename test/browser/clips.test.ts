import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasFfmpeg } from '../media/making';
import { RECORDINGS } from '../media/recordings';
import { add, burned, plainPicker } from './footage-steps';
import { type Harness, shown, startHarness, toPlace } from './harness';

let h: Harness;
beforeAll(async () => {
  if (hasFfmpeg) h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

/** Where the clip stands: the frame the app names, and the one whose number the picture bears. */
async function frames(page: Page): Promise<[number, number]> {
  await page.locator('[data-moving=false] video').waitFor();
  return [Number(await page.locator('[data-step] [data-reading=frame]').innerText()), await burned(page)];
}

describe.skipIf(!hasFfmpeg)('clips in the hearing (needs ffmpeg)', () => {
  it('play from frame to frame and stop there, on the wall and on the desk, though the picture begins late', async () => {
    const { page, context, errors } = await h.open(
      '#/sample/sample-rodriguez',
      { width: 1440, height: 900 },
      'quick',
      plainPicker,
    );
    await toPlace(page, 'Footage');
    await add(page, RECORDINGS.late(), 'Gas station', 'America/Chicago', '2013-03-27');
    const to = async (n: number): Promise<void> => {
      await page.keyboard.press('/');
      await page.keyboard.type(`#${n}`);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('[data-reading=frame]').innerText()).toBe(String(n));
    };
    // A span of frames 60 to 90, marked by its key.
    await to(60);
    expect(await page.locator('[data-reading=counter]').innerText()).toBe('0:02.500');
    await page.keyboard.press('7');
    await to(90);
    await page.keyboard.press('7');
    await shown(page, 'Marks (1)');
    await toPlace(page, 'Exhibits');
    await page
      .getByRole('button', { name: /^(Make|New)/ })
      .first()
      .click();
    await toPlace(page, 'Hearing');
    await page.getByRole('combobox', { name: 'Add a step' }).click();
    await page
      .getByRole('option', { name: /^Footage: .*writ/i })
      .first()
      .click();
    await shown(page, 'Gas station at 0:02–0:03');
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: 'Show it in a second window' }).click();
    const wall = await opened;
    await wall.locator('[data-step] canvas[data-settled=true]').waitFor();
    await wall.keyboard.press('End');
    await expect.poll(() => frames(wall)).toEqual([60, 60]);
    await expect.poll(() => frames(page)).toEqual([60, 60]);
    // The desk shows what the wall shows, smaller, and nothing of it is cut off; both in the letters of the app.
    for (const where of [wall, page]) {
      const stage = where.locator('[data-step]');
      expect(
        await stage
          .locator('dl, canvas')
          .evaluateAll(
            (all) =>
              all.filter(
                (e) =>
                  e.getBoundingClientRect().bottom >
                  (e.parentElement?.closest('aside')?.getBoundingClientRect().bottom ?? 0) + 1,
              ).length,
          ),
      ).toBe(0);
      expect(await stage.evaluate((e) => getComputedStyle(e).fontFamily)).toMatch(/^.?Public Sans Variable/);
    }
    await page.keyboard.press(' ');
    await expect.poll(() => frames(wall), { timeout: 15_000 }).toEqual([90, 90]);
    await expect.poll(() => frames(page)).toEqual([90, 90]);
    expect(await wall.locator('[data-step] [data-reading=counter]').innerText()).toBe('0:03.500');
    expect(await wall.locator('[class*=stage-cites]').innerText()).toContain(
      'at 00:00:02–00:00:03 (frames 60–90)',
    );
    // Once more from its beginning; then it fills the wall.
    await page.keyboard.press(' ');
    await expect.poll(async () => (await frames(wall))[0]).toBeLessThan(90);
    await expect.poll(() => frames(wall), { timeout: 15_000 }).toEqual([90, 90]);
    await page.keyboard.press('z');
    await wall.locator('[data-fills=true]').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);
});
