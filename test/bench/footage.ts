import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { align } from '../../src/media/alignment';
import { correlation, powerOfTwo, spectrumOf } from '../../src/media/correlate';
import { SOUND_RATE } from '../../src/media/sound';
import { finish } from '../../src/time/steps';
import { add, plainPicker } from '../browser/footage-steps';
import { RECORDINGS } from '../media/recordings';
import { heardBy, scene } from '../media/sounds';

/** Two tracks of so many minutes at 0 dB of noise: ms to align them, ms of one forward and one inverse FFT of that length, and the error, ms. */
export function alignTracks(minutes: number): { ours: number; reference: number; error: number } {
  const seconds = minutes * 60;
  const road = scene(5, seconds + 10, SOUND_RATE);
  const a = heardBy(road, SOUND_RATE, 0, seconds, 0, 0, 21);
  const b = heardBy(road, SOUND_RATE, 7.314, seconds, 145, 0, 22);
  const size = powerOfTwo(a.samples.length);
  const signal = Float64Array.from(a.samples);
  const reference: number[] = [];
  const ours: number[] = [];
  let error = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 4; i++) {
    let t = performance.now();
    const spectrum = spectrumOf(signal, size);
    correlation(spectrum, spectrum, 0);
    // The first of each makes its tables.
    if (i > 0) reference.push(performance.now() - t);
    t = performance.now();
    const found = finish(align(a, b, 15));
    if (i > 0) ours.push(performance.now() - t);
    if (!found.found) continue;
    const off = (at: number): number =>
      Math.abs(found.ahead + (found.rate / 1e6) * (at - found.from) - ((at - 7314) * (1 + 145e-6) - at));
    error = Math.max(off(found.from), off(found.to));
  }
  const middle = (l: number[]): number => l.sort((x, y) => x - y)[1] as number;
  return { ours: middle(ours), reference: middle(reference), error };
}

/** What a process holds for itself alone, MB: what Chromium's own task manager calls its memory. Linux. */
function held(pid: number): number {
  return Number(/RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;
}

/** The process that a page runs in, the largest renderer. */
async function renderer(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[];
  };
  await session.detach();
  return processInfo.filter((p) => p.type === 'renderer').sort((a, b) => held(b.id) - held(a.id))[0]
    ?.id as number;
}

/** A case of its own, at Footage. */
async function atFootage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await plainPicker(page.context());
  await page.goto(url);
  await page.getByRole('button', { name: 'New case' }).click();
  await page.getByLabel('Name').fill('Two hours');
  await page.getByLabel('Time zone of the case').fill('America/Chicago');
  await page.getByRole('button', { name: 'Create the case' }).click();
  await page.getByRole('link', { name: 'Footage', exact: true }).click();
  return page;
}

export interface LongFile {
  /** s until it can be played and stepped, until its waveform is whole, and until it is laid on the second. */
  readonly open: number;
  readonly waveform: number;
  readonly aligned: number;
  /** ms from a jump to the frame on screen, in the median and at worst. */
  readonly jump: number;
  readonly slowestJump: number;
  /** The most the page's process held, MB, before the file and through all of it. */
  readonly before: number;
  readonly memory: number;
}

/** A file of two hours opened, scrubbed, heard, and laid by its sound on a second recording. */
export async function longFile(browser: Browser, url: string): Promise<LongFile> {
  const page = await atFootage(browser, url);
  const path = RECORDINGS.long();
  const pid = await renderer(browser);
  const before = held(pid);
  let memory = before;
  const watch = setInterval(() => {
    memory = Math.max(memory, held(pid));
  }, 50);
  // Making it, and the recording beside, is no part of opening it.
  await add(page, RECORDINGS.dash(), 'Second');
  let t = performance.now();
  await add(page, path, 'Two hours');
  await page
    .getByText(/frames a second/)
    .first()
    .waitFor({ timeout: 120_000 });
  const open = (performance.now() - t) / 1000;
  const jumps: number[] = [];
  for (let i = 0; i < 12; i++) {
    const frame = 500 + ((i * 7919 * 13) % 100_000);
    await page.keyboard.press('/');
    await page.keyboard.type(`#${frame}`);
    const from = performance.now();
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (n) => document.querySelector('[data-reading=frame]')?.textContent === String(n),
      frame,
      { timeout: 20_000, polling: 5 },
    );
    jumps.push(performance.now() - from);
  }
  jumps.sort((a, b) => a - b);
  await page.getByRole('button', { name: 'Second beside' }).click();
  const step = page.getByRole('region', { name: 'Second in step' });
  await page.waitForFunction(
    () =>
      ![...document.querySelectorAll('button')].some((b) => b.textContent === 'Align by sound' && b.disabled),
    undefined,
    {
      timeout: 300_000,
    },
  );
  const waveform = (performance.now() - t) / 1000;
  t = performance.now();
  await step.getByRole('button', { name: 'Align by sound' }).click();
  await step.getByText(/The same sound in both|no reliable match/).waitFor({ timeout: 300_000 });
  const aligned = (performance.now() - t) / 1000;
  clearInterval(watch);
  await page.close();
  return {
    open,
    waveform,
    aligned,
    jump: jumps[6] as number,
    slowestJump: jumps.at(-1) as number,
    before,
    memory,
  };
}

/** ms from the frames of a file of two hours to its hash, as the page shows them, and ms that `sha256sum` takes for the same file. */
export async function hashedInPage(browser: Browser, url: string): Promise<{ ours: number; theirs: number }> {
  const page = await atFootage(browser, url);
  const path = RECORDINGS.long();
  const shown = page.evaluate(
    () =>
      new Promise<number>((told) => {
        let frames = 0;
        setInterval(() => {
          const text = document.body.textContent;
          if (frames === 0 && /hash: /.test(text) && /frames a second/.test(text)) frames = performance.now();
          if (frames > 0 && /sha-256 /.test(text)) told(performance.now() - frames);
        }, 5);
      }),
  );
  await add(page, path, 'Two hours');
  const ours = await shown;
  await page.close();
  const t = performance.now();
  spawnSync('sha256sum', [path]);
  return { ours, theirs: performance.now() - t };
}
