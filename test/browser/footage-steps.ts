import type { BrowserContext, Page } from 'playwright-core';
import { BITS, SQUARE } from '../media/making';
import { type Harness, toPlace } from './harness';

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
  worn = '',
): Promise<void> {
  await give(page, [file]);
  const form = page.getByRole('form', { name: 'New recording' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Day it begins').fill(date);
  await form.getByLabel('Clock of its overlay').fill(name);
  await form.getByLabel('Zone of the overlay').fill(zone);
  if (worn) await form.getByLabel('Worn by').fill(worn);
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
  await page.getByRole('button', { name, exact: true }).click();
  await page
    .getByText(/sha-256 [0-9a-f]{12}/)
    .first()
    .waitFor();
}

/** A browser without the File System Access way of asking, which no script can answer. */
export const plainPicker = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
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
export async function emptyFootage(h: Pick<Harness, 'open'>, title = 'Footage') {
  const opened = await h.open('', { width: 1440, height: 1000 }, 'quick', plainPicker);
  const { page } = opened;
  await page.getByRole('button', { name: 'New case' }).click();
  await page.getByLabel('Name').fill(title);
  await page.getByLabel('Time zone of the case').fill('America/Chicago');
  await page.getByRole('button', { name: 'Create the case' }).click();
  await toPlace(page, 'Footage');
  return opened;
}

/** Presses a key so often, and after each press says which frame the app names and which number the picture bears. */
export const stepped = (page: Page, keys: string): Promise<[number, number][]> =>
  page.evaluate(
    async ([all, bits, square]) => {
      const v = document.querySelector('video') as HTMLVideoElement;
      const reading = document.querySelector('[data-reading=frame]') as HTMLElement;
      const c = document.createElement('canvas');
      [c.width, c.height] = [v.videoWidth, square];
      const x = c.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
      const seen: [number, number][] = [];
      for (const key of all) {
        const before = reading.innerText;
        window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        const until = performance.now() + 3000;
        while (
          (reading.innerText === before || reading.dataset['moving'] === 'true') &&
          performance.now() < until
        )
          await new Promise((r) => setTimeout(r, 4));
        x.drawImage(v, 0, 0);
        const { data } = x.getImageData(0, square / 2, v.videoWidth, 1);
        let n = 0;
        for (let b = 0; b < bits; b++) if ((data[4 * (b * square + square / 2)] as number) > 128) n |= 1 << b;
        seen.push([Number(reading.innerText), n]);
      }
      return seen;
    },
    [[...keys], BITS, SQUARE] as const,
  );

/** Goes about a recording by keys and marks what is on screen, so often; the numbers that the picture bore then. */
export const marksAtRandom = (page: Page, times: number, seed: number): Promise<number[]> =>
  page.evaluate(
    async ([count, start, bits, square]) => {
      let state = start;
      const draw = (n: number): number => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return Math.floor((state / 2147483648) * n);
      };
      // Asked for each time: another recording is shown in another element.
      const video = (): HTMLVideoElement => document.querySelector('video') as HTMLVideoElement;
      const reading = (): HTMLElement => document.querySelector('[data-reading=frame]') as HTMLElement;
      const c = document.createElement('canvas');
      [c.width, c.height] = [video().videoWidth, square];
      const x = c.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
      const press = (key: string, shiftKey = false): void => {
        window.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
      };
      const wait = (ms: number): Promise<void> => new Promise((r) => setTimeout(r, ms));
      const seen: number[] = [];
      while (seen.length < count) {
        const way = draw(4);
        if (way === 0) press(draw(2) ? '.' : ',');
        else if (way === 1) for (let k = draw(7); k >= 0; k--) press('ArrowRight', true);
        else if (way === 2) for (let k = draw(7); k >= 0; k--) press('ArrowLeft', true);
        else {
          press('l');
          await wait(120 + draw(200));
          press('k');
        }
        // At rest: what the app names and what is painted stay the same.
        let still = 0;
        let last = '';
        for (const until = performance.now() + 8000; still < 3 && performance.now() < until; ) {
          await new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)));
          const v = video();
          const now = `${reading().innerText} ${v.currentTime}`;
          still =
            now === last && reading().dataset['moving'] !== 'true' && v.paused && !v.seeking ? still + 1 : 0;
          last = now;
        }
        x.drawImage(video(), 0, 0);
        const { data } = x.getImageData(0, square / 2, video().videoWidth, 1);
        let n = 0;
        for (let b = 0; b < bits; b++) if ((data[4 * (b * square + square / 2)] as number) > 128) n |= 1 << b;
        press('m');
        seen.push(n);
        await wait(8);
      }
      return seen;
    },
    [times, seed, BITS, SQUARE] as const,
  );

/** A mark as the database has it. */
export interface Marked {
  readonly kind: string;
  readonly sourceId: string;
  readonly actor: string;
  readonly start: string;
  readonly end: string;
  readonly description: string;
  readonly filmed?: { readonly frame: number; readonly endFrame: number | null };
}

/** ms of a counter as the record writes it. */
export const counterMs = (text: string): number =>
  Math.round(
    text
      .replace('v ', '')
      .split(':')
      .reduce((sum, part) => sum * 60 + Number(part), 0) * 1000,
  );

/** Whether marks are frames of the second decoder, with what each picture bore, at their times; what differs, else ''. */
export function differs(
  marks: readonly Marked[],
  bore: readonly number[],
  theirs: readonly { readonly number: number; readonly ms: number }[],
): string {
  const sorted = (list: readonly (number | undefined)[]): string =>
    list
      .map(Number)
      .sort((a, b) => a - b)
      .join(' ');
  const of = (m: Marked) => theirs[m.filmed?.frame ?? -1];
  const named = sorted(marks.map((m) => of(m)?.number));
  if (named !== sorted(bore)) return `the frames named bear ${named}; the pictures bore ${sorted(bore)}`;
  const late = marks.filter((m) => !(Math.abs(counterMs(m.start) - (of(m)?.ms ?? Number.NaN)) <= 1));
  return late.map((m) => `frame ${m.filmed?.frame} at ${m.start}, by FFmpeg ${of(m)?.ms} ms`).join('; ');
}
