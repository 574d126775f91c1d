import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertLine } from '../../src/media/convert';
import { hasFfmpeg, RECORDINGS } from '../media/recordings';
import { add, burned, emptyFootage, give } from './footage-steps';
import { type Harness, startHarness } from './harness';
import { burnedIn } from './second-decoder';

let h: Harness;
beforeAll(async () => {
  if (hasFfmpeg) h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

async function goTo(page: Page, n: number): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(`#${n}`);
  await page.keyboard.press('Enter');
  await page.locator('[data-reading=frame][data-moving=false]', { hasText: new RegExp(`^${n}$`) }).waitFor();
}

describe.skipIf(!hasFfmpeg)('files that are not ordinary (needs ffmpeg)', () => {
  it('a still is the frame that another decoder gives, with the hash of its file; pages of them are made', async () => {
    const { page, context, errors } = await emptyFootage(h);
    const file = RECORDINGS.cut();
    await add(page, file, 'Cut camera');
    const dir = mkdtempSync(join(tmpdir(), 'stopline-stills-'));
    for (const n of [0, 7, 151]) {
      await goTo(page, n);
      const saved = page.waitForEvent('download');
      await page.keyboard.press('p');
      const path = join(dir, `${n}.png`);
      await (await saved).saveAs(path);
      expect((await saved).suggestedFilename()).toBe(`Cut-camera-frame-${n}.png`);
      expect(burnedIn(path)).toBe(burnedIn(file, n));
    }
    await page.getByText('Stills (3)').click();
    const saved = page.waitForEvent('download', { timeout: 60_000 });
    await page.getByRole('button', { name: 'Page of stills, Word' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^Stills-.*\.docx$/);
    expect(errors).toEqual([]);
    await context.close();
  }, 120_000);

  it('a transport stream is tried before the form closes; its copy plays in its place and both hashes are kept', async () => {
    const { page, context, errors } = await emptyFootage(h);
    const dir = mkdtempSync(join(tmpdir(), 'stopline-copy-'));
    const [original, copy] = [RECORDINGS.stream(), join(dir, 'copy.mp4')];
    execFileSync('sh', [
      '-c',
      convertLine(original)
        .replace(/"[^"]*"$/, `"${copy}"`)
        .replace('ffmpeg', 'ffmpeg -v error -y'),
    ]);
    await give(page, [original]);
    const form = page.getByRole('form', { name: 'New recording' });
    await form.getByText('This browser does not open a file of this kind').waitFor();
    await form.getByRole('button', { name: 'copy the line' }).waitFor();
    await form.getByLabel('Name').fill('Stream');
    await form.getByLabel('Day it begins').fill('2024-03-14');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    // Nothing can be marked on what is not seen or heard.
    await page.getByRole('button', { name: 'Open its copy' }).waitFor();
    await page.keyboard.press('m');
    await page.getByText('Nothing is marked: this browser').first().waitFor();
    const openCopy = async (path: string): Promise<void> => {
      const button = page.getByRole('button', { name: 'Open its copy' });
      await expect.poll(() => button.isEnabled(), { timeout: 30_000 }).toBe(true);
      const chooser = page.waitForEvent('filechooser');
      await button.click();
      await (await chooser).setFiles([path]);
    };
    await openCopy(RECORDINGS.cut());
    await page.getByText(/It is no copy of stream\.ts, frame for frame/).waitFor();
    await openCopy(copy);
    await page.getByRole('button', { name: 'Open its copy' }).waitFor({ state: 'detached' });
    await page
      .getByText(/sha-256 [0-9a-f]{12}/)
      .first()
      .waitFor();
    await goTo(page, 151);
    expect(await burned(page)).toBe(burnedIn(original, 151));
    await page.keyboard.press('m');
    await page.getByText('Marks (1)').waitFor();
    expect(errors.filter((e) => !/ERR_|DEMUXER/.test(e))).toEqual([]);
    await context.close();
  }, 120_000);

  it('of a picture that is not shown the sound is marked, where it is heard', async () => {
    const { page, context } = await emptyFootage(h);
    await give(page, [RECORDINGS.hevc()]);
    const form = page.getByRole('form', { name: 'New recording' });
    await form.getByText('This browser cannot show HEVC pictures').waitFor();
    await form.getByLabel('Name').fill('Hevc');
    await form.getByLabel('Day it begins').fill('2024-03-14');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await page
      .getByText(/sha-256 [0-9a-f]{12}/)
      .first()
      .waitFor();
    await page.keyboard.press('l');
    await expect
      .poll(() => page.locator('video').evaluate((v: HTMLVideoElement) => v.currentTime))
      .toBeGreaterThan(1);
    await page.keyboard.press('m');
    await page.keyboard.press('k');
    const list = page.getByRole('list', { name: 'Marks on this recording' });
    const text = await list.locator('[class*=mark-row]').first().innerText();
    expect(text).not.toMatch(/frame|0:00\.000/);
    await context.close();
  }, 60_000);
});

it('names of frames read off by the second decoder are those burned in', () => {
  if (!hasFfmpeg) return;
  expect(burnedIn(RECORDINGS.wide(), 77)).toBe(77);
  expect(readFileSync(RECORDINGS.stream())[0]).toBe(0x47);
});
