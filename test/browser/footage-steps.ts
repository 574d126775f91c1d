import type { Page } from 'playwright-core';
import { BITS, SQUARE } from '../media/recordings';
import type { Harness } from './harness';

/** What one does in Footage, for the tests and the pictures. */
export type Given = string | { name: string; mimeType: string; buffer: Buffer };

/** Opens files through the button that asks for them. */
export async function give(page: Page, files: Given[], button = 'Open recordings'): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(files as string[]);
}

/** Adds a recording by its form, and waits for its hash and its frames. */
export async function add(
  page: Page,
  file: Given,
  name: string,
  zone = 'UTC',
  date = '2024-03-14',
): Promise<void> {
  await give(page, [file]);
  const form = page.getByRole('form', { name: 'New recording' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Day it begins').fill(date);
  await form.getByLabel('Clock of its overlay').fill(name);
  await form.getByLabel('Zone of the overlay').fill(zone);
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
  await page.getByRole('button', { name, exact: true }).click();
  await page
    .getByText(/sha-256 [0-9a-f]{12}/)
    .first()
    .waitFor();
}

/** A browser without the File System Access way of asking, which no script can answer. */
export const plainPicker = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    (window as { showOpenFilePicker?: unknown }).showOpenFilePicker = undefined;
  });

/** The number burned into the picture that is on screen. */
export const burned = (page: Page, which = 0): Promise<number> =>
  page.evaluate(
    ([bits, square, k]) => {
      const v = document.querySelectorAll('video')[k] as HTMLVideoElement;
      const c = document.createElement('canvas');
      [c.width, c.height] = [v.videoWidth, square];
      const x = c.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
      x.drawImage(v, 0, 0);
      const { data } = x.getImageData(0, square / 2, v.videoWidth, 1);
      let n = 0;
      for (let b = 0; b < bits; b++) if ((data[4 * (b * square + square / 2)] as number) > 128) n |= 1 << b;
      return n;
    },
    [BITS, SQUARE, which] as const,
  );

/** A case of its own, at Footage, in a browser that asks for files in the plain way. */
export async function emptyFootage(h: Harness, title = 'Footage') {
  const opened = await h.open('', { width: 1440, height: 1000 });
  const { page } = opened;
  await plainPicker(page);
  await page.reload();
  await page.getByRole('button', { name: 'New case' }).click();
  await page.getByLabel('Name').fill(title);
  await page.getByLabel('Time zone of the case').fill('America/Chicago');
  await page.getByRole('button', { name: 'Create the case' }).click();
  await page.getByRole('link', { name: 'Footage', exact: true }).click();
  return opened;
}
