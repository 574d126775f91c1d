import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasFfmpeg } from '../media/making';
import { RECORDINGS } from '../media/recordings';
import { add, counterMs, emptyFootage, give, type Marked, plainPicker } from './footage-steps';
import { type Harness, onePage, shown, startHarness, toPlace } from './harness';
import { stored } from './stored';

let h: Harness;
const desk = { open: onePage(() => h, plainPicker) };
beforeAll(async () => {
  if (hasFfmpeg) h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

const marked = async (page: Page): Promise<Marked[]> =>
  ((await stored(page, 'events')) as Marked[]).filter((e) => e.kind !== 'recording');
const video = (page: Page) => page.locator('video').first();
const at = (page: Page): Promise<number> => video(page).evaluate((v: HTMLVideoElement) => v.currentTime);
const paused = (page: Page): Promise<boolean> => video(page).evaluate((v: HTMLVideoElement) => v.paused);

async function jump(page: Page, to: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(to);
  await page.keyboard.press('Enter');
}

describe.skipIf(!hasFfmpeg)('ordinary habits in Footage (needs ffmpeg)', () => {
  it('sound alone loops from in to out, and a mark on it is moved by keys', async () => {
    const { page, errors } = await emptyFootage(desk);
    await add(page, RECORDINGS.tones('m4a'), 'Call');
    const counter = page.locator('[data-reading=counter]');
    await jump(page, '0:02');
    await expect.poll(() => counter.innerText()).toBe('0:02.000');
    await page.keyboard.press('i');
    await jump(page, '0:03');
    await expect.poll(() => counter.innerText()).toBe('0:03.000');
    await page.keyboard.press('o');
    await page.keyboard.press('r');
    await jump(page, '0:02.5');
    await page.keyboard.press('l');
    // It comes round, again and again; how far it runs past the out before that is told is the machine's.
    const seen = await page.evaluate(async () => {
      const v = document.querySelector('video') as HTMLVideoElement;
      const times: number[] = [];
      let rounds = 0;
      for (const until = performance.now() + 60_000; rounds < 2 && performance.now() < until; ) {
        if (v.currentTime < (times.at(-1) ?? 0) - 0.3) rounds++;
        times.push(v.currentTime);
        await new Promise((r) => setTimeout(r, 20));
      }
      return { times, rounds };
    });
    await page.keyboard.press('k');
    expect(seen.rounds).toBe(2);
    expect(Math.min(...seen.times)).toBeGreaterThan(1.95);
    await page.keyboard.press('r');
    await page.keyboard.press('Escape');
    await jump(page, '0:05');
    await expect.poll(() => counter.innerText()).toBe('0:05.000');
    await page.keyboard.press('m');
    await expect.poll(async () => (await marked(page)).map((m) => m.start)).toEqual(['v 0:05.000']);
    // The mark that the keys move is the one that is shown as made.
    await shown(page, /moves its beginning/);
    for (let k = 0; k < 3; k++) await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(async () => (await marked(page)).map((m) => counterMs(m.start))).toEqual([4880]);
    expect(errors).toEqual([]);
  }, 120_000);

  it('after a click Space plays and letters mark; who is marked takes the letters that are its own', async () => {
    const { page, errors } = await emptyFootage(desk);
    await add(page, RECORDINGS.variable(), 'Camera');
    await page.locator('[data-reading=frame][data-moving=false]').waitFor();
    await page
      .getByRole('toolbar', { name: 'Keys that mark' })
      .getByRole('button', { name: 'Other' })
      .click();
    await expect.poll(async () => (await marked(page)).length).toBe(1);
    await page.keyboard.press('Space');
    await expect.poll(() => paused(page)).toBe(false);
    await page.keyboard.press('Space');
    await expect.poll(() => paused(page)).toBe(true);
    // As Caps Lock sends them.
    await page.keyboard.press('L');
    await expect.poll(() => paused(page)).toBe(false);
    await page.keyboard.press('K');
    await expect.poll(() => paused(page)).toBe(true);
    await page.getByRole('combobox', { name: 'Who is marked' }).fill('m');
    expect((await marked(page)).length).toBe(1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('m');
    await expect.poll(async () => (await marked(page)).length).toBe(2);
    expect((await marked(page)).map((m) => m.actor).sort()).toEqual(['', 'm']);
    expect(errors).toEqual([]);
  }, 120_000);

  it('the same bytes under another name are the same recording; left and come back to, it stands where it was', async () => {
    const { page, errors } = await emptyFootage(desk);
    await add(page, RECORDINGS.late(), 'Camera');
    await jump(page, '#77');
    const frame = page.locator('[data-reading=frame][data-moving=false]', { hasText: /^77$/ });
    await frame.waitFor();
    const was = await at(page);
    await toPlace(page, 'Record');
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    await toPlace(page, 'Footage');
    await frame.waitFor();
    expect(Math.abs((await at(page)) - was)).toBeLessThan(0.05);
    const other = join(mkdtempSync(join(tmpdir(), 'stopline-same-')), 'export (3).mp4');
    copyFileSync(RECORDINGS.late(), other);
    await give(page, [other]);
    const form = page.getByRole('form', { name: 'New recording' });
    await shown(form, /has a file of the very same size/);
    await form.getByRole('button', { name: 'Open it as Camera' }).click();
    await form.waitFor({ state: 'detached' });
    await shown(page, /sha-256 [0-9a-f]{12}/);
    expect((await stored(page, 'sources')).length).toBe(1);
    expect(errors).toEqual([]);
  }, 120_000);
});
