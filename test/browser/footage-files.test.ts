import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertLine } from '../../src/media/convert';
import { hasFfmpeg } from '../media/making';
import { RECORDINGS } from '../media/recordings';
import { add, burned, emptyFootage, give, type Marked, plainPicker } from './footage-steps';
import { type Harness, holds, onePage, shown, startHarness, toPlace, unnoticed } from './harness';
import { burnedIn } from './second-decoder';
import { stored } from './stored';

let h: Harness;
const desk = { open: onePage(() => h, plainPicker) };
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
    const { page, errors } = await emptyFootage(desk);
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
  }, 120_000);

  it('a transport stream is tried before the form closes; its copy plays in its place and both hashes are kept', async () => {
    const { page, errors } = await emptyFootage(desk);
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
    await shown(form, 'This browser does not open a file of this kind');
    await form.getByRole('button', { name: 'copy the line' }).waitFor();
    await form.getByLabel('Name').fill('Stream');
    await form.getByLabel('Day it begins').fill('2024-03-14');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    // Nothing can be marked on what is not seen or heard.
    await page.getByRole('button', { name: 'Open its copy' }).waitFor();
    await page.keyboard.press('m');
    await shown(page, 'Nothing is marked: this browser');
    const openCopy = async (path: string): Promise<void> => {
      const button = page.getByRole('button', { name: 'Open its copy' });
      await expect.poll(() => button.isEnabled(), { timeout: 30_000 }).toBe(true);
      const chooser = page.waitForEvent('filechooser');
      await button.click();
      await (await chooser).setFiles([path]);
    };
    await openCopy(RECORDINGS.cut());
    await shown(page, /It is no copy of stream\.ts, frame for frame/);
    await openCopy(copy);
    await page.getByRole('button', { name: 'Open its copy' }).waitFor({ state: 'detached' });
    await page
      .getByText(/sha-256 [0-9a-f]{12}/)
      .first()
      .waitFor();
    await goTo(page, 151);
    expect(await burned(page)).toBe(burnedIn(original, 151));
    await page.keyboard.press('m');
    await shown(page, 'Marks (1)');
    expect(errors.filter((e) => !/ERR_|DEMUXER/.test(e))).toEqual([]);
  }, 120_000);

  it('two files of one recording are one: played, stepped, jumped and marked across, each by its own counter', async () => {
    const { page, errors } = await emptyFootage(desk);
    const [one, two] = RECORDINGS.split();
    await add(page, one, 'Ortiz');
    await give(page, [two]);
    const form = page.getByRole('form', { name: 'New recording' });
    await expect.poll(() => form.getByRole('combobox', { name: 'Goes on from' }).inputValue()).toBe('Ortiz');
    expect(await form.getByLabel('Name').inputValue()).toBe('Ortiz, file 2');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    const bar = page.getByRole('status', { name: 'One recording in several files' });
    await shown(bar, 'One recording in 2 files');
    const shows = async (file: string, n: number, bears: number): Promise<void> => {
      await bar.locator('strong', { hasText: file }).waitFor();
      await page
        .locator('[data-reading=frame][data-moving=false]', { hasText: new RegExp(`^${n}$`) })
        .waitFor();
      await expect.poll(() => burned(page)).toBe(bears);
    };
    await bar.getByRole('button').click();
    await goTo(page, 290);
    // Writing goes on from the one into the other: played through, and marked in both.
    await page.keyboard.press('7');
    await page.keyboard.press('l');
    await bar.locator('strong', { hasText: '77-1' }).waitFor();
    const frame = () => page.locator('[data-reading=frame]').innerText().then(Number);
    await expect.poll(frame).toBeGreaterThan(5);
    await page.keyboard.press('k');
    await page.locator('[data-reading=frame][data-moving=false]').waitFor();
    const end = await frame();
    await page.keyboard.press('7');
    await shown(page, 'Marks (2)');
    const sources = (await stored(page, 'sources')) as { id: string; name: string }[];
    const marks = ((await stored(page, 'events')) as Marked[]).filter((m) => m.filmed);
    expect(
      marks.map((m) => [sources.find((s) => s.id === m.sourceId)?.name, m.filmed?.frame, m.filmed?.endFrame]),
    ).toEqual([
      ['Ortiz', 290, 299],
      ['Ortiz, file 2', 0, end],
    ]);
    // A frame and a second over the joint, and back; and by the counter of the whole.
    await goTo(page, 0);
    await page.keyboard.press(',');
    await shows('77-0', 299, 299);
    await page.keyboard.press('.');
    await shows('77-1', 0, 300);
    await page.keyboard.press('Shift+ArrowLeft');
    await shows('77-0', 270, 270);
    await page.getByRole('combobox', { name: 'On the clock' }).click();
    await page.getByRole('option', { name: 'counter over all files' }).click();
    await page.getByLabel('Jump to').fill('0:15');
    await page.keyboard.press('Enter');
    await bar.locator('strong', { hasText: '77-1' }).waitFor();
    await page.locator('[data-reading=frame][data-moving=false]', { hasText: /^14[78]$/ }).waitFor();
    await expect.poll(async () => (await burned(page)) - (await frame())).toBe(300);
    // The first file is 10.067 s long: its picture begins 0.066 s in.
    await expect.poll(() => bar.locator('[data-reading=whole]').innerText()).toMatch(/^0:1(4\.9[5-9]|5\.0)/);
    await page.getByRole('list', { name: 'Marks on this recording' }).getByText('of file 1').click();
    await shows('77-0', 290, 290);
    await toPlace(page, 'Timeline');
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    expect(errors).toEqual([]);
  }, 120_000);

  it('a camera beside whose recording is in two files goes on in the second, and back', async () => {
    const { page, errors } = await emptyFootage(desk);
    const [one, two] = RECORDINGS.split();
    const tie = async (): Promise<void> => {
      await page.getByText('Clock', { exact: true }).last().click();
      await page.getByLabel('The overlay shows').fill('19:03:21');
      await page.keyboard.press('Enter');
      await shown(page, /^overlay: /);
    };
    await add(page, one, 'Beside');
    await tie();
    await give(page, [two]);
    const form = page.getByRole('form', { name: 'New recording' });
    await form.getByLabel('Name').fill('Beside 2');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await add(page, RECORDINGS.wide(), 'Wide');
    await tie();
    await page.getByRole('button', { name: 'Beside beside', exact: true }).click();
    const beside = (): Promise<number> => burned(page, 1);
    await goTo(page, 60);
    await expect.poll(beside).toBeLessThan(100);
    await goTo(page, 400);
    // It was split at 10 s, frame 300; each overlay was read to the second.
    await expect.poll(beside).toBeGreaterThan(360);
    await page.getByRole('figure').nth(1).getByText('Beside 2').waitFor();
    await goTo(page, 90);
    await expect.poll(beside).toBeLessThan(130);
    expect(errors).toEqual([]);
  }, 120_000);

  it('of two sounds the one that is chosen is heard with the picture, drawn, and compared', async () => {
    const open: Harness['open'] = (hash, size, as, before) =>
      h.open(hash, size, as, async (to) => {
        await before?.(to);
        await to.addInitScript(() => {
          const made: HTMLAudioElement[] = [];
          Object.assign(window, { made });
          window.Audio = class extends Audio {
            constructor(url?: string) {
              super(url);
              made.push(this);
            }
          } as typeof Audio;
        });
      });
    const { page, context, errors } = await emptyFootage({ open });
    await add(page, RECORDINGS.dash(), 'Dash');
    await add(page, RECORDINGS.twoSounds(), 'Interview');
    const video = page.locator('[data-leading=true] video');
    const muted = () => video.evaluate((v: HTMLVideoElement) => v.muted);
    expect(await muted()).toBe(false);
    await page.getByRole('button', { name: 'Dash beside' }).click();
    const step = page.getByRole('region', { name: 'Dash in step' });
    const align = (says: string | RegExp) =>
      step
        .getByRole('button', { name: 'Align by sound' })
        .click({ timeout: 60_000 })
        .then(() => step.getByText(says).first().waitFor({ timeout: 60_000 }));
    await align(/no reliable match/);
    await page.keyboard.press("'");
    await page.getByRole('radio', { name: 'sound 2', checked: true }).waitFor({ state: 'attached' });
    await expect.poll(muted).toBe(true);
    await align('The same sound in both.');
    await step.getByRole('button', { name: 'Keep as a sync point' }).click();
    await holds(page, 'syncPoints', ', sound 2 of Interview');
    // What is heard is where the picture is.
    await page.keyboard.press('l');
    const apart = (): Promise<number> =>
      video.evaluate((v: HTMLVideoElement) => {
        const a = (window as unknown as { made: HTMLAudioElement[] }).made.at(-1);
        return a && !a.paused && v.currentTime > 1 ? Math.abs(a.currentTime - v.currentTime) : 9;
      });
    await expect.poll(apart).toBeLessThan(0.1);
    await page.keyboard.press('k');
    await page.keyboard.press("'");
    await page.getByRole('radio', { name: 'sound 1', checked: true }).waitFor({ state: 'attached' });
    await expect.poll(muted).toBe(false);
    expect(errors).toEqual([]);
    await context.close();
  }, 180_000);

  it('opened and closed over and over, nothing stays behind of it', async () => {
    const { page, context } = await emptyFootage(h);
    await add(page, RECORDINGS.variable(), 'Round');
    const cdp = await context.newCDPSession(page);
    const nodes = async (): Promise<number> => {
      for (let k = 0; k < 3; k++) await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Memory.getDOMCounters')).nodes;
    };
    let begun = 0;
    for (let round = 0; round <= 12; round++) {
      await page.getByRole('button', { name: 'Close the file of Round' }).click();
      await give(page, [RECORDINGS.variable()], 'Open its file');
      await page.locator('[data-reading=frame][data-moving=false]').waitFor();
      if (round === 4) begun = await nodes();
    }
    expect(begun).toBeGreaterThan(300);
    await expect
      .poll(
        async () => {
          await unnoticed(page);
          return (await nodes()) - begun;
        },
        { timeout: 30_000 },
      )
      .toBeLessThan(40);
    await context.close();
  }, 120_000);

  it('of a picture that is not shown the sound is marked, where it is heard', async () => {
    const { page } = await emptyFootage(desk);
    await give(page, [RECORDINGS.hevc()]);
    const form = page.getByRole('form', { name: 'New recording' });
    await shown(form, 'This browser cannot show HEVC pictures');
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
  }, 60_000);
});

it('names of frames read off by the second decoder are those burned in', () => {
  if (!hasFfmpeg) return;
  expect(burnedIn(RECORDINGS.wide(), 77)).toBe(77);
  expect(readFileSync(RECORDINGS.stream())[0]).toBe(0x47);
});
