import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn, type Harness, type Opened, startHarness, toPlace } from './harness';
import { wholeCaseFile } from './whole-case';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
}, 180_000);
afterAll(async () => h?.close());

const canvas = (page: Page) => page.getByRole('img', { name: /Timeline of/ });

let sample: Opened;
let whole: Opened;

/** The sample, opened once: nothing is written in it. */
async function sampleAt(width: number): Promise<Opened> {
  sample ??= await h.open('#/sample/sample-roadside', { width, height: 800 });
  await at(sample.page, width);
  return sample;
}

/** The whole case, brought in once: nothing is written in it. */
async function wholeAt(width: number): Promise<Opened> {
  if (!whole) {
    whole = await h.open('', { width, height: 800 });
    const { page } = whole;
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import a case file' }).click();
    const buffer = await wholeCaseFile();
    await (await chooser).setFiles({ name: 'c.stopline', mimeType: 'application/zip', buffer });
  }
  await at(whole.page, width);
  return whole;
}

/** The timeline, opened anew in a window of this width: nothing is unfolded in it, and it is at its top. */
async function at(page: Page, width: number): Promise<void> {
  await toPlace(page, 'Record');
  await page.getByRole('heading', { level: 1, name: 'Record' }).waitFor({ state: 'attached' });
  await page.setViewportSize({ width, height: 800 });
  await toPlace(page, 'Timeline');
  await canvas(page).waitFor();
  // Before it is drawn it has the size that a canvas has by itself.
  await expect.poll(() => canvas(page).evaluate((c) => (c as HTMLCanvasElement).width)).not.toBe(300);
  await drawn(page);
}

/** Of the tools above the picture: on how many lines they stand, how many reach out of theirs, what is said there and cut. */
const lineOf = (page: Page) =>
  page.getByRole('toolbar', { name: 'View' }).evaluate((bar) => {
    const box = bar.getBoundingClientRect();
    const parts = [...bar.children].map((c) => c.getBoundingClientRect()).filter((b) => b.width > 0);
    const middles = parts.map((b) => (b.top + b.bottom) / 2);
    const says = bar.lastElementChild as HTMLElement;
    const line = says.getBoundingClientRect();
    const shown = [...says.children].filter((c) => c.getBoundingClientRect().top < line.bottom - 2);
    return {
      lines: Math.max(...middles) - Math.min(...middles) < 6 ? 1 : 2,
      out: parts.filter((b) => b.right > box.right + 0.5 || b.left < box.left - 0.5).length,
      shown: shown.map((c) => c.textContent),
      cut: shown.filter((c) => c.getBoundingClientRect().left < line.left - 0.5).length,
    };
  });

describe('the tools above the picture', () => {
  it.each([1280, 1440, 1920])(
    'stand on one line at %i px, and no word of theirs is cut',
    async (width) => {
      const { page, errors } = await wholeAt(width);
      const plain = await lineOf(page);
      expect(plain).toMatchObject({ lines: 1, out: 0, cut: 0 });
      expect(plain.shown[0]).toBe('288 entries');
      // What has no room is left out whole, and where there is room it stands there.
      expect(plain.shown.length).toBe(width === 1920 ? 2 : 1);
      // With all that can come to them: something selected, something unfolded.
      const box = (await canvas(page).boundingBox()) as { x: number; y: number; width: number };
      for (let x = box.width - 12; x > 200 && !(await page.getByText('Fold again').isVisible()); x -= 9)
        await page.mouse.click(box.x + x, box.y + 330);
      await page.getByRole('button', { name: 'Fold again' }).waitFor();
      await canvas(page).focus();
      await page.keyboard.press('ArrowDown');
      await drawn(page);
      expect(await lineOf(page)).toMatchObject({ lines: 1, out: 0, cut: 0 });
      expect(errors).toEqual([]);
    },
    120_000,
  );
});

describe('nothing that is read or pressed is cut', () => {
  it.each([390, 900, 1024, 1180, 1280, 1440])(
    'among the tools, and among the readings of a recording, at %i px',
    async (width) => {
      const { page, errors } = await sampleAt(width);
      await page.keyboard.press('Escape');
      const cut = (within: string) =>
        page.evaluate(
          (where) =>
            [...document.querySelectorAll<HTMLElement>(where)]
              .filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
              .map((e) => e.innerText),
          within,
        );
      await drawn(page);
      expect(await cut('.sheet-tools button, .sheet-tools .mantine-Button-label')).toEqual([]);
      await toPlace(page, 'Footage');
      await page.locator('[data-reading=case]', { hasText: ':' }).waitFor();
      expect(await page.locator('[data-reading]').count()).toBe(4);
      expect(await cut('[data-reading], [data-reading] + dd')).toEqual([]);
      // A page as it will be printed keeps its words whole, and is moved sideways where it has no room.
      await toPlace(page, 'Exhibits');
      const head = page.getByRole('columnheader', { name: 'As written' });
      await head.waitFor();
      expect((await head.boundingBox())?.height).toBeLessThan(70);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(errors).toEqual([]);
    },
    120_000,
  );
});

describe('down a sheet higher than the window', () => {
  it.each([1280, 390])(
    'the ruler stays, and each lane’s name stands beside it, at %i px',
    async (width) => {
      const { page, errors } = await wholeAt(width);
      const top = await page.evaluate(() =>
        Math.round(
          Number.parseFloat(getComputedStyle(document.querySelector('[class*=ruler-stays]') as Element).top),
        ),
      );
      const at = (await canvas(page).boundingBox()) as {
        x: number;
        y: number;
        width: number;
        height: number;
      };
      expect(at.height).toBeGreaterThan(1000);
      const ruler = (y: number) =>
        page.screenshot({ clip: { x: at.x, y, width: at.width, height: 40 }, caret: 'hide' });
      const before = await ruler(at.y);
      for (const by of [at.y - top + 60, at.y - top + 700]) {
        await page.evaluate((y) => window.scrollTo(0, y), by);
        await drawn(page);
        expect((await ruler(top)).equals(before), `the ruler at ${by} px`).toBe(true);
      }
      // In the column of names something is written all the way down, beside the bars.
      const inked = await page.evaluate((x) => {
        const sheet = document.querySelector('canvas[role=img]') as HTMLCanvasElement;
        const k = sheet.width / sheet.clientWidth;
        const g = sheet.getContext('2d') as CanvasRenderingContext2D;
        const band = (y: number): boolean => {
          const { data } = g.getImageData(12 * k, y * k, x * k, 110 * k);
          let dark = 0;
          for (let i = 0; i < data.length; i += 4) if ((data[i] as number) < 120) dark++;
          return dark > 20;
        };
        const rows = [];
        for (let y = 200; y + 110 < sheet.clientHeight; y += 110) rows.push(band(y));
        return rows;
      }, 80);
      expect(inked.length).toBeGreaterThan(8);
      expect(inked.filter((row) => !row)).toEqual([]);
      expect(errors).toEqual([]);
    },
    120_000,
  );
});
