import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BITS, hasFfmpeg, SQUARE } from '../media/making';
import { RECORDINGS } from '../media/recordings';
import { numbers } from '../rules/made-up';
import { add, burned, emptyFootage, type Given, give, plainPicker, stepped } from './footage-steps';
import { type Harness, onePage, shown, startHarness, toPlace } from './harness';

let h: Harness;
const desk = { open: onePage(() => h, plainPicker) };
beforeAll(async () => {
  if (hasFfmpeg) h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

const footage = () => emptyFootage(desk);

const frame = (page: Page): Promise<number> => page.locator('[data-reading=frame]').innerText().then(Number);

describe.skipIf(!hasFfmpeg)('footage (needs ffmpeg)', () => {
  it.each([
    ['H.264 with frames out of order, 30000/1001', RECORDINGS.body],
    ['VP9 in WebM', RECORDINGS.dash],
    ['frames of unequal length', RECORDINGS.variable],
  ])(
    'steps on and back at random, each frame by its number: %s',
    async (_, file) => {
      const { page, errors } = await footage();
      await add(page, file(), 'Camera');
      // Forty a file; five hundred on and back each in `npm run soak -- 1000000 1 footage`, by the same helper.
      const draw = numbers(11);
      let keys = '.......';
      while (keys.length < 40) keys += draw(3) === 0 && !keys.endsWith(',,,') ? ',' : '.';
      let at = 0;
      const meant = [...keys].map((key) => {
        at += key === '.' ? 1 : -1;
        return [at, at];
      });
      expect(await stepped(page, keys)).toEqual(meant);
      // Anywhere, by its number and by its time.
      for (const n of [7, 333, 120, 451]) {
        await page.keyboard.press('/');
        await page.getByLabel('Jump to').fill(`#${n}`);
        await page.keyboard.press('Enter');
        await expect.poll(() => frame(page)).toBe(n);
        expect(await burned(page)).toBe(n);
      }
      expect(errors).toEqual([]);
    },
    180_000,
  );

  it('marks the frame that was shown, while it plays', async () => {
    const { page, errors } = await footage();
    await add(page, RECORDINGS.wide(), 'Dash camera');
    await page.keyboard.press('l');
    // At each of twelve frames, as it is announced, its number is read off the picture and the key is pressed. A busy machine may
    // put the next picture into the element before the announcement of this one is handled: then the next announcement is waited for.
    const shown = await page.evaluate(
      async ([bits, square]) => {
        const v = document.querySelector('video') as HTMLVideoElement;
        const c = document.createElement('canvas');
        [c.width, c.height] = [v.videoWidth, square];
        const x = c.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
        const seen: number[] = [];
        while (seen.length < 12) {
          await new Promise((r) => setTimeout(r, 210));
          await new Promise<void>((done) => {
            v.requestVideoFrameCallback((_, { mediaTime }) => {
              x.drawImage(v, 0, 0);
              const { data } = x.getImageData(0, square / 2, v.videoWidth, 1);
              let n = 0;
              for (let b = 0; b < bits; b++)
                if ((data[4 * (b * square + square / 2)] as number) > 128) n |= 1 << b;
              if (n !== Math.round(mediaTime * 30)) return done();
              seen.push(n);
              queueMicrotask(() => {
                window.dispatchEvent(new KeyboardEvent('keydown', { key: 'm' }));
                done();
              });
            });
          });
        }
        return seen;
      },
      [BITS, SQUARE] as const,
    );
    await page.keyboard.press('k');
    const list = page.getByRole('list', { name: 'Marks on this recording' });
    await expect.poll(() => list.getByText('Other').count()).toBe(12);
    const marked = (await list.locator('[class*=mark-row]').allInnerTexts()).map((t) =>
      Number(/frame (\d+)/.exec(t)?.[1]),
    );
    expect(marked).toEqual(shown);
    // And going back to a mark shows that very frame.
    for (const i of [0, 5, 11]) {
      await list.locator('[class*=mark-row]').nth(i).getByRole('button').first().click();
      await expect.poll(() => frame(page)).toBe(marked[i]);
      expect(await burned(page)).toBe(marked[i]);
    }
    expect(errors).toEqual([]);
  }, 120_000);

  it('a session by keyboard: open, read the overlay, twelve marks and three spans, undo one, reload, open the file again', async () => {
    const { page, errors } = await footage();
    const path = RECORDINGS.body();
    await give(page, [path]);
    const form = page.getByRole('form', { name: 'New recording' });
    await form
      .getByText(
        /A name as Motorola gives it says 2024-03-14 19:03, to the minute, in a zone it does not state/,
      )
      .waitFor();
    await form.getByLabel('Name').fill('Ortiz body camera');
    await form.getByLabel('Zone of the overlay').fill('UTC');
    await page.keyboard.press('Enter');
    await shown(page, /sha-256/);
    // The overlay where its seconds change: 19:03:22Z begins at the first frame that is a second in.
    await page.getByText('Clock', { exact: true }).last().click();
    await page.locator('body').click({ position: { x: 5, y: 990 } });
    for (const [n, shows] of [
      [30, '19:03:22'],
      [1499, '19:04:11'],
    ] as const) {
      await page.keyboard.press('/');
      await page.keyboard.type(`#${n}`);
      await page.keyboard.press('Enter');
      await expect.poll(() => frame(page)).toBe(n);
      await page.getByLabel('The overlay shows').fill(shows);
      await page.keyboard.press('Enter');
      await shown(page, `overlay: ${shows} on Ortiz body camera`);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    }
    await expect.poll(() => page.locator('[data-reading=overlay]').innerText()).toMatch(/19:04:11/);
    await shown(page, /Its counter read 0:00 at/);
    await page.getByText('Marks (', { exact: false }).first().click();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    // Twelve moments, of kinds that have no length.
    const draw = numbers(4);
    const frames: number[] = [];
    for (const key of ['1', '2', '4', '5', '8', 'q', 'e', 'a', 'd', 'x', 'b', 'm']) {
      const n = 40 + frames.length * 60 + draw(30);
      await page.keyboard.press('/');
      await page.keyboard.type(`#${n}`);
      await page.keyboard.press('Enter');
      await expect.poll(() => frame(page)).toBe(n);
      await page.keyboard.press(key);
      frames.push(n);
    }
    const list = page.getByRole('list', { name: 'Marks on this recording' });
    await expect
      .poll(async () => (await page.getByText(/^Marks \(\d+\)$/).innerText()).match(/\d+/)?.[0])
      .toBe('13');
    // Three spans: held down while it plays, begun and ended by two presses, and from in to out.
    await page.keyboard.press('/');
    await page.keyboard.type('0:32');
    await page.keyboard.press('Enter');
    await page.keyboard.press('l');
    await page.keyboard.down('w');
    // Held for as long as thirty frames play: longer than a press is.
    await expect.poll(() => frame(page), { interval: 40 }).toBeGreaterThan(990);
    await page.keyboard.up('w');
    await page.keyboard.press('k');
    await page.keyboard.press('7');
    await shown(page, /Writing since/);
    const begun = await frame(page);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => frame(page)).toBeGreaterThan(begun);
    await page.keyboard.press('7');
    await page.keyboard.press('i');
    const from = await frame(page);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => frame(page)).toBeGreaterThan(from);
    await page.keyboard.press('o');
    await shown(page, /a key of a span marks it/);
    await page.keyboard.press('s');
    const count = page.getByText(/^Marks \(\d+\)$/);
    await expect.poll(() => count.innerText()).toBe('Marks (16)');
    // A note on the last, its end moved by a frame, one more and undone.
    await page.keyboard.press('Enter');
    await page.getByLabel('Note on the mark').fill('trunk, from the left');
    await page.keyboard.press('Enter');
    await shown(list, 'trunk, from the left');
    const before = await list.getByText('trunk, from the left').innerText();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Alt+Shift+ArrowRight');
    const endOf = (t: string): number => Number(/frame \d+–(\d+)/.exec(t)?.[1]);
    await expect
      .poll(async () => endOf(await list.getByText('trunk, from the left').innerText()))
      .toBe(endOf(before) + 1);
    await page.keyboard.press('h');
    await expect.poll(() => count.innerText()).toBe('Marks (17)');
    await page.keyboard.press('Control+z');
    await expect.poll(() => count.innerText()).toBe('Marks (16)');

    // After a reload the file is asked for again, and one that differs is refused.
    await page.reload();
    await page.getByRole('heading', { name: 'Ortiz body camera is not open' }).waitFor();
    const other = readFileSync(path);
    other[other.length - 1000] = (other[other.length - 1000] as number) ^ 1;
    await give(page, [{ name: basename(path), mimeType: 'video/mp4', buffer: other }], 'Open its file');
    await shown(page, /has another hash than the file that was marked/);
    await page.getByRole('heading', { name: 'Ortiz body camera is not open' }).waitFor();
    await give(page, [RECORDINGS.variable()], 'Open its file');
    await shown(page, /has [\d,]+ bytes; the file that was marked/);
    await give(page, [path], 'Open its file');
    await expect.poll(() => count.innerText()).toBe('Marks (16)');
    // Clicked while the file is still being opened: the mark is gone to once it is.
    await list.locator('[class*=mark-row]').nth(1).getByRole('button').first().click();
    await expect.poll(() => frame(page)).toBe(frames[0]);
    expect(await burned(page)).toBe(frames[0]);

    // Coverage and marks are on the timeline by themselves, and a mark opens its moment.
    await toPlace(page, 'Timeline');
    await page
      .getByRole('table', { name: /Minute by minute/ })
      .getByText('trunk, from the left')
      .click();
    const side = page.getByRole('complementary', { name: 'Details' });
    await expect.poll(() => side.innerText()).toMatch(/Ortiz body camera at 0:3\d\.\d{3}/);
    await side
      .getByRole('list', { name: 'On the footage' })
      .getByRole('link', { name: 'Ortiz body camera' })
      .click();
    await expect.poll(async () => Math.abs((await frame(page)) - 1000) < 150).toBe(true);
    expect(await frame(page)).toBe(await burned(page));
    expect(errors.filter((e) => !/another hash/.test(e))).toEqual([]);
    expect(h.foreign).toEqual([]);
  }, 180_000);

  it('lays two cameras on one another by their sound, keeps them in step, and refuses strangers', async () => {
    const { page, errors } = await footage();
    await add(page, RECORDINGS.dash(), 'Dash');
    await add(page, RECORDINGS.unrelated(), 'Elsewhere');
    await add(page, RECORDINGS.body(), 'Body');
    await add(page, RECORDINGS.wide(), 'Wide');
    const step = (name: string) => page.getByRole('region', { name: `${name} in step` });
    await page.getByRole('button', { name: 'Elsewhere beside' }).click();
    await step('Elsewhere').getByRole('button', { name: 'Align by sound' }).click({ timeout: 60_000 });
    await step('Elsewhere')
      .getByText(/no reliable match/)
      .waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Elsewhere beside' }).click();

    const aligned = async (name: string, truth: (t: number) => number): Promise<void> => {
      await page.getByRole('button', { name: `${name} beside` }).click();
      await step(name).getByRole('button', { name: 'Align by sound' }).click({ timeout: 60_000 });
      const says = await step(name)
        .getByRole('status')
        .filter({ hasText: 'The same sound in both' })
        .innerText({ timeout: 60_000 });
      const [, s, way, within] = /is ([\d.]+) s (ahead|behind), within ([\d.]+) s/.exec(says) ?? [];
      const ahead = (way === 'ahead' ? 1 : -1) * Number(s) * 1000;
      // Said of where the pieces begin to agree.
      const at = 5000;
      expect(Math.abs(ahead - truth(at)), says).toBeLessThan(10);
      expect(Math.abs(ahead - truth(at))).toBeLessThan(Number(within) * 1000);
      await step(name).getByRole('button', { name: 'Keep as a sync point' }).click();
      await expect.poll(() => step(name).innerText()).toMatch(/Its counter is [\d.]+ s (ahead of|behind)/);
    };
    await aligned('Dash', (t) => (t - 7314) * (1 + 145e-6) - t);
    // Seven seconds in it had not begun: nothing of its first frame is shown as if it were now.
    const hidden = page.locator('[data-hides=true]', { hasText: 'Not recording yet.' });
    await hidden.waitFor();
    await aligned('Body', () => 0);
    // In step: both pictures of one moment, paused and playing.
    await page.keyboard.press('/');
    await page.keyboard.type('0:40');
    await page.keyboard.press('Enter');
    await expect.poll(() => frame(page)).toBe(1200);
    await hidden.waitFor({ state: 'detached' });
    const dashFrame = ((40_000 - 7314) * (1 + 145e-6)) / 40;
    await expect
      .poll(async () => Math.abs((await burned(page, 1)) - dashFrame) <= 1.01, { timeout: 10_000 })
      .toBe(true);
    await page.keyboard.press('l');
    // Both play side by side until each is well on.
    await expect.poll(() => frame(page), { interval: 100 }).toBeGreaterThan(1260);
    await expect.poll(() => burned(page, 1), { interval: 100 }).toBeGreaterThan(dashFrame + 25);
    await page.keyboard.press('k');
    // The one beside has come to rest when its picture stays: a loaded machine takes its time.
    let follow = -1;
    await expect
      .poll(
        async () => {
          const before = follow;
          follow = await burned(page, 1);
          return before === follow;
        },
        { interval: 1200, timeout: 20_000 },
      )
      .toBe(true);
    const lead = await burned(page, 0);
    expect(lead).toBeGreaterThan(1220);
    expect(Math.abs(follow - (((lead / 30) * 1000 - 7314) * (1 + 145e-6)) / 40)).toBeLessThanOrEqual(1.01);
    // Another camera leads by one key, at the same moment, and back.
    await page.keyboard.press(';');
    await expect.poll(() => frame(page)).toBe(follow);
    await page.getByRole('button', { name: 'Wide', exact: true }).click();
    await expect.poll(() => frame(page)).toBe(lead);
    await expect.poll(() => burned(page, 1)).toBe(follow);
    // By a frame, while one looks.
    await page.keyboard.press(']');
    await step('Dash')
      .getByText(/moved by 0\.040 s by hand, not kept yet/)
      .waitFor();
    await expect.poll(() => burned(page, 1)).toBe(follow + 1);
    // The three know of one another by the record: the Clocks place names them.
    await toPlace(page, 'Clocks');
    expect(await page.getByRole('table', { name: 'Sync points' }).innerText()).toMatch(
      /the same sound in both/,
    );
    expect(errors).toEqual([]);
  }, 240_000);

  it('brings in a transcript, searches it, goes to what was said, and makes an entry of a line', async () => {
    const { page, errors } = await footage();
    await add(page, RECORDINGS.variable(), 'Dash');
    await page.getByText(/^Transcript \(0\)$/).click();
    const vtt =
      'WEBVTT\n\n00:02.000 --> 00:04.000\n<v Ortiz>Any drugs in the car?\n\n00:xx.000 --> 00:05.000\nlost\n\n00:06.500 --> 00:08.000\n<v Driver>No.\n';
    await give(
      page,
      [{ name: 'dash.vtt', mimeType: 'text/vtt', buffer: Buffer.from(vtt) }],
      'Bring in a transcript',
    );
    await shown(page, '2 lines, 1 to look at');
    expect(await page.getByRole('table', { name: 'Refused lines' }).innerText()).toMatch(/6\s+“00:xx.000/);
    await page.getByRole('button', { name: 'Take 2 lines' }).click();
    const list = page.getByRole('list', { name: 'Transcript' });
    await page.getByLabel('Search the transcript').fill('driver');
    await expect.poll(() => list.locator('[class*=mark-row]').count()).toBe(1);
    await page.getByLabel('Search the transcript').fill('');
    await list.getByText('Any drugs in the car?').click();
    await expect.poll(() => page.locator('[data-reading=counter]').innerText()).toBe('0:02.000');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('c');
    await page.getByText(/^Marks \(1\)$/).click();
    await page
      .getByRole('list', { name: 'Marks on this recording' })
      .getByText('Ortiz: Any drugs in the car?')
      .waitFor();
    // A turn of one's own.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('u');
    await page.getByRole('combobox', { name: /Who begins to speak at/ }).fill('Passenger');
    await page.keyboard.press('Enter');
    await shown(page, /^Transcript \(3\)$/);
    expect(errors).toEqual([]);
  }, 120_000);

  it('says of each broken file what is wrong, and leaves the case as it was', async () => {
    const { page, errors } = await footage();
    const good = readFileSync(RECORDINGS.unrelated());
    const moov = good.indexOf('moov') - 4;
    const named = (name: string, buffer: Buffer): Given => ({ name, mimeType: 'video/mp4', buffer });
    for (const [file, says] of [
      [named('empty.mp4', Buffer.alloc(0)), /empty.mp4 is empty/],
      [named('no-index.mp4', good.subarray(0, moov)), /no-index.mp4 (is damaged|is not a recording|holds)/],
      [named('cut.mp4', good.subarray(0, 20_000)), /cut.mp4 (is damaged|is not a recording|holds)/],
      [
        named('letter.mp4', Buffer.from('Dear Sir or Madam, no video is here.')),
        /letter.mp4 is not a recording/,
      ],
    ] as const) {
      await give(page, [file]);
      await shown(page.getByRole('alert'), says);
      await page.locator('.mantine-Notification-closeButton').last().click();
    }
    // Ten bytes of the head at random: it opens or is refused, and nothing breaks.
    const draw = numbers(8);
    for (let round = 0; round < 6; round++) {
      const bad = Buffer.from(good);
      for (let k = 0; k < 10; k++)
        bad[draw(2) === 0 ? draw(64) : moov + draw(good.length - moov)] = draw(256);
      await give(page, [named(`fuzz-${round}.mp4`, bad)]);
      const refused = page.getByText(`fuzz-${round}.mp4 was not opened`);
      const asks = page.getByRole('form', { name: 'New recording' });
      await refused.or(asks).first().waitFor();
      if (await asks.isVisible()) await asks.getByRole('button', { name: 'Cancel' }).click();
      else await page.locator('.mantine-Notification-closeButton').last().click();
    }
    await page.getByRole('heading', { name: 'No recording yet' }).waitFor();
    // Another ending is no fault; sound alone and a codec this browser lacks are said at once.
    await add(page, named('evening.avi', good), 'Evening');
    expect(await frame(page)).toBe(0);
    await give(page, [RECORDINGS.call()]);
    await shown(page, 'This file holds sound only');
    await page.getByRole('button', { name: 'Add the recording' }).click();
    await shown(page, 'sound alone');
    await page
      .getByText(/sha-256/)
      .first()
      .waitFor();
    // Nothing of a picture is offered or said of it, and no key's name is cut off.
    expect(await page.getByText(/^(Zoom|Brightness)/).count()).toBe(0);
    await page.getByRole('button', { name: '0.04 s back (,)' }).waitFor();
    expect(await page.getByRole('button', { name: /^A frame/ }).count()).toBe(0);
    const cut = page
      .locator('[aria-label="Keys that mark"] button')
      .evaluateAll((all) => all.flatMap((b) => (b.scrollWidth > b.clientWidth ? [b.textContent] : [])));
    expect(await cut).toEqual([]);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => page.locator('[data-reading=counter]').innerText()).toBe('0:01.000');
    await page.keyboard.press('m');
    await shown(page.getByRole('list', { name: 'Marks on this recording' }), 'Other');
    await shown(page, /moves its beginning by 0.04 s/);
    await give(page, [RECORDINGS.hevc()]);
    await shown(page, 'This browser cannot show HEVC pictures');
    expect(errors).toEqual([]);
  }, 180_000);
});
