import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  add,
  counterMs,
  differs,
  emptyFootage,
  give,
  type Marked,
  marksAtRandom,
} from '../browser/footage-steps';
import { shown } from '../browser/harness';
import { byFfmpeg } from '../browser/second-decoder';
import { stored } from '../browser/stored';
import { ONSETS, RECORDINGS } from '../media/recordings';
import { projected } from './projected';

type Fail = (round: number, why: string) => never;
type Open = Parameters<typeof emptyFootage>[0]['open'];

const onFrames = async (page: Page): Promise<Marked[]> =>
  ((await stored(page, 'events')) as Marked[]).filter((r) => r.filmed !== undefined);

/** What this browser shows no frame of, with the sentence that says so. */
const UNSEEN: readonly (readonly [name: string, file: () => string, says: RegExp])[] = [
  ['HEVC', RECORDINGS.hevc, /cannot show HEVC pictures/],
  ['a transport stream', RECORDINGS.stream, /does not open a file of this kind/],
  ['two edits', RECORDINGS.pieces, /is played in 2 pieces by a list of edits/],
];

/**
 * Opens each file that is not shown as it is: the true sentence is there, no frame of it can be marked, and the line for ffmpeg
 * that stands beside it, run as it stands, makes a copy. That is opened in its place, marked at random and compared with what the
 * second decoder makes of the original, on the wall and on the desk too. @returns of how many
 */
export async function copied(open: Open, each: number, fail: Fail): Promise<number> {
  for (const [i, [name, file, says]] of UNSEEN.entries()) {
    const dir = mkdtempSync(join(tmpdir(), 'stopline-copied-'));
    const original = join(dir, basename(file()));
    copyFileSync(file(), original);
    const { page, context } = await emptyFootage({ open });
    await give(page, [original]);
    const form = page.getByRole('form', { name: 'New recording' });
    const refused = name === 'two edits';
    const words = refused ? page.getByRole('alert').filter({ hasText: says }) : form;
    await shown(words, says);
    const line = refused
      ? /ffmpeg -i .*$/.exec(await words.innerText())?.[0]
      : await form.locator('code').innerText();
    if (!line) return fail(i, `${name}: no line for ffmpeg`);
    if (refused) {
      if ((await form.count()) > 0 || (await stored(page, 'sources')).length > 0)
        fail(i, `${name}: refused, and taken`);
    } else {
      await form.getByLabel('Name').fill('Camera');
      await form.getByLabel('Day it begins').fill('2024-03-14');
      await page.keyboard.press('Enter');
      await form.waitFor({ state: 'detached' });
      const button = page.getByRole('button', { name: 'Open its copy' });
      await page.locator('button:enabled', { hasText: 'Open its copy' }).waitFor({ timeout: 60_000 });
      for (const key of ['m', '.', 'm', 'Shift+ArrowRight', 'm']) await page.keyboard.press(key);
      await page.waitForTimeout(500);
      const wrong = ((await stored(page, 'events')) as Marked[]).filter((e) => e.kind !== 'recording');
      const may = name === 'HEVC' ? wrong.every((e) => e.filmed === undefined) : wrong.length === 0;
      if (!may) fail(i, `${name}: marked ${JSON.stringify(wrong)}`);
      execFileSync('sh', ['-c', line.replace(/^ffmpeg/, 'ffmpeg -v error')], { cwd: dir });
      const chooser = page.waitForEvent('filechooser');
      await button.click();
      await (await chooser).setFiles([original.replace(/\.\w+$/, ' (copy).mp4')]);
      await button.waitFor({ state: 'detached', timeout: 60_000 });
    }
    const copy = original.replace(/\.\w+$/, ' (copy).mp4');
    if (refused) {
      execFileSync('sh', ['-c', line.replace(/^ffmpeg/, 'ffmpeg -v error')], { cwd: dir });
      await add(page, copy, 'Camera');
    }
    await page.locator('[data-reading=frame][data-moving=false]').waitFor();
    const bore = await marksAtRandom(page, each, 70 + i);
    const marks = await onFrames(page);
    const [theirs, before] = [byFfmpeg(copy), byFfmpeg(original)];
    // The copy has each frame of the original, in its order.
    const lost = before.findIndex((f, k) => f.number !== theirs[k]?.number);
    if (lost >= 0 || before.length !== theirs.length)
      fail(i, `${name}: its copy differs from frame ${lost} on`);
    const why = marks.length === each ? differs(marks, bore, theirs) : `${marks.length} marks`;
    if (why) fail(i, `${name}, its copy: ${why}`);
    const wrong = await projected(page, marks, theirs);
    if (wrong) fail(i, `${name}, in the hearing: ${wrong}`);
    process.stderr.write(`the copy of ${name}: ${each} marks\n`);
    await context.close();
  }
  return UNSEEN.length;
}

/** A mark pressed at the very sound is never early, ms of playing; and late by no more than a busy page takes to press. */
const EARLY = 25;
const LATE = 150;

/** Presses a key at each short tone, as it leaves the player, so often. */
const pressedAtTones = (page: Page, times: number, speed: number): Promise<void> =>
  page.evaluate(
    async ([count, rate]) => {
      const press = (key: string): void => {
        window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      };
      const v = document.querySelector('video') as HTMLVideoElement & { tapped?: AudioContext };
      v.tapped ??= new AudioContext();
      const context = v.tapped;
      const ear = context.createScriptProcessor(256, 1, 1);
      const of = context.createMediaElementSource(v);
      of.connect(ear).connect(context.destination);
      let [pressed, quiet] = [0, 0];
      press('l');
      v.playbackRate = rate;
      await new Promise<void>((done) => {
        ear.onaudioprocess = ({ inputBuffer }) => {
          const loud = Math.max(...inputBuffer.getChannelData(0).map(Math.abs));
          if (loud > 0.2 && quiet > 10) {
            press('m');
            if (++pressed === count) done();
          }
          quiet = loud > 0.2 ? 0 : quiet + 1;
        };
      });
      press('k');
    },
    [times, speed] as const,
  );

/** Marks sound alone where a short tone is heard, at two speeds, and compares each with when that tone was made. @returns the figure */
export async function byEar(open: Open, fail: Fail): Promise<string> {
  const all: number[] = [];
  for (const [i, kind] of (['wav', 'mp3', 'm4a'] as const).entries())
    for (const speed of [1, 4]) {
      const { page, context } = await emptyFootage({ open });
      await add(page, RECORDINGS.tones(kind), 'Call');
      await pressedAtTones(page, 20, speed);
      await page.waitForTimeout(300);
      const made = ((await stored(page, 'events')) as Marked[]).filter((e) => e.kind === 'note');
      if (made.length !== 20) fail(i, `${kind} at ${speed}x: ${made.length} marks`);
      const tones = [...ONSETS];
      const late = made
        .map((m) => counterMs(m.start))
        .sort((x, y) => x - y)
        .map((ms) => {
          // The last tone that had begun by then; a little before it counts as early.
          const tone = tones.findLast((o) => o - EARLY * speed <= ms);
          return (ms - (tone ?? Number.NaN)) / speed;
        });
      const off = late.findIndex((l) => !(l >= -EARLY && l <= LATE));
      if (off >= 0)
        fail(i, `${kind} at ${speed}x: a mark is ${late[off]?.toFixed(0)} ms of playing after its tone`);
      all.push(...late);
      await context.close();
    }
  const sorted = all.sort((x, y) => x - y);
  const said = (k: number): string => (sorted[Math.floor(k * (sorted.length - 1))] ?? 0).toFixed(0);
  return `${all.length} marks on sound alone, at one and four times its speed, from ${said(0)} to ${said(1)} ms of playing after the tone at which the key was pressed, half of them within ${said(0.5)} ms`;
}
