import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drop, type Harness, onePage, shotsFolder, shown, startHarness, toPlace } from './harness';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
}, 420_000);
afterAll(async () => h?.close());

interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** What a browser of one person is told before its pages load. */
async function before(context: BrowserContext): Promise<unknown> {
  // The pages are told the time: it goes on by itself, and is put forward to the next look into the folder (`look`).
  await context.clock.install();
  return context.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
}
const pages = { ada: onePage(() => h, before), ben: onePage(() => h, before) };

/**
 * A browser of each person's own. The private folder of its origin stands for what the person's computer has of the shared folder.
 * @param folders whether it lets a folder be picked: Firefox and Safari have no picker
 */
async function person(who: keyof typeof pages, hash: string, folders = true): Promise<Person> {
  const { page, context } = await pages[who]('#/cases');
  page.setDefaultTimeout(60_000);
  await page.evaluate(async (may) => {
    const root = (await navigator.storage.getDirectory()) as unknown as FileSystemDirectoryHandle & {
      keys(): AsyncIterable<string>;
    };
    for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
    if (may) Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
    else delete (window as { showDirectoryPicker?: unknown }).showDirectoryPicker;
  }, folders);
  await page.goto(`${h.url}${hash}`);
  return { page, context };
}

/** A file of the folder: its name, and its bytes in base 64, which cross to the page a hundred times faster than numbers. */
type Carried = [string, string];

const filesOf = (page: Page): Promise<Carried[]> =>
  page.evaluate(async () => {
    const out: [string, string][] = [];
    const folder = (await navigator.storage.getDirectory()) as unknown as {
      values(): AsyncIterable<FileSystemFileHandle>;
    };
    for await (const f of folder.values())
      if (f.name.endsWith('.age')) {
        const bytes = new Uint8Array(await (await f.getFile()).arrayBuffer());
        let text = '';
        for (let i = 0; i < bytes.length; i += 8192)
          text += String.fromCharCode(...bytes.subarray(i, i + 8192));
        out.push([f.name, btoa(text)]);
      }
    return out;
  });
const put = (page: Page, files: Carried[]): Promise<void> =>
  page.evaluate(async (all) => {
    const folder = await navigator.storage.getDirectory();
    for (const [name, bytes] of all) {
      const out = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await out.write(Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)));
      await out.close();
    }
  }, files);

/** What a carrier does: what one wrote comes to the other, and the other way about. */
class Carrier {
  private readonly seen = new Map<string, string>();
  /** A file that comes in part as long as it is named here. */
  cut = '';
  constructor(readonly people: readonly Person[]) {}
  async carry(): Promise<void> {
    const all = await Promise.all(this.people.map((p) => filesOf(p.page)));
    for (const [from, files] of all.entries())
      for (const [name, bytes] of files) {
        // Half of it, in whole fours of letters.
        const sent = name === this.cut ? bytes.slice(0, (bytes.length >> 3) << 2) : bytes;
        const owner = this.seen.get(`${name} owner`);
        // A file has one writer: whoever had it first.
        if (owner === undefined) this.seen.set(`${name} owner`, String(from));
        if ((owner ?? String(from)) !== String(from)) continue;
        if (this.seen.get(name) === sent) continue;
        for (const [to, p] of this.people.entries()) if (to !== from) await put(p.page, [[name, sent]]);
        // Only now: what could not be put, since a page was being left just then, is carried again.
        this.seen.set(name, sent);
      }
  }
}

const timeline = (page: Page): Promise<void> => page.getByRole('img', { name: /Timeline of/ }).waitFor();
/** Within a case, whatever of it is drawn already. */
const inCase = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'More', exact: true }).waitFor();
const chip = (page: Page) => page.getByRole('button', { name: /^(shared|sharing|\d+ to settle)/ });

const PASSPHRASE = 'six words that nobody guesses';

/** Shares the case that is open. */
async function begin(
  page: Page,
  how = 'Choose the folder and share',
  then: string | RegExp = /You are at step 0/,
): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Share with others' }).click();
  // Typed into at once: the focus is not on the cross of the dialog.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('Passphrase of the share').fill(PASSPHRASE);
  await page.getByLabel('Once more').fill(PASSPHRASE);
  await page.getByRole('button', { name: how }).click();
  await shown(page, then);
}

/** Joins the case that lies in the folder. */
async function join(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Join a shared case' }).click();
  await page.getByRole('button', { name: 'Choose the folder' }).click();
  await page.getByLabel('Your name').fill('Ben');
  await page.getByLabel('Passphrase of the share').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await chip(page).waitFor();
}

const isPaper = ([name]: Carried): boolean => /^[0-9a-f]{48}\.age$/.test(name);

/** The next look into the folder, and at papers that were not there, is now: the app looks every four seconds. */
const look = ({ context }: Person): Promise<void> => context.clock.fastForward(4_000);

const untilWith =
  (carrier: Carrier) =>
  (done: () => Promise<boolean>): Promise<void> =>
    expect
      .poll(
        async () => {
          await carrier.carry();
          if (await done()) return true;
          await Promise.all(carrier.people.map(look));
          return false;
        },
        { timeout: 120_000, interval: 200 },
      )
      .toBe(true);

/** A packet of one paper. */
const packet = (): Uint8Array =>
  zipSync({ 'dispatch.pdf': new Uint8Array(readFileSync('test/fixtures/papers/cad-06.pdf')) });

async function edit(page: Page, what: string): Promise<void> {
  await toPlace(page, 'Record');
  await page.getByRole('row').nth(3).getByRole('button', { name: /Edit/ }).click();
  await page.getByRole('form', { name: /Edit/ }).getByLabel('What happened').fill(what);
  await page.keyboard.press('Enter');
  await shown(page, what);
}

describe('a case shared through a folder', () => {
  it('A types and B sees it; both change one field and settle it alike; a torn file is named and ignored', async () => {
    const ada = await person('ada', '#/sample/sample-roadside');
    await inCase(ada.page);
    await begin(ada.page);
    await expect.poll(async () => (await filesOf(ada.page)).length).toBe(3);
    await ada.page.keyboard.press('Escape');

    const ben = await person('ben', '#/cases');
    const carrier = new Carrier([ada, ben]);
    await carrier.carry();
    await ben.page.getByRole('button', { name: 'Join a shared case' }).click();
    await ben.page.getByRole('button', { name: 'Choose the folder' }).click();
    await ben.page.getByLabel('Your name').fill('Ben');
    await ben.page.getByLabel('Passphrase of the share').fill('six words that nobody guessed');
    await ben.page.getByRole('button', { name: 'Join', exact: true }).click();
    await shown(ben.page, 'The passphrase opens no share that is there.');
    await ben.page.getByLabel('Passphrase of the share').fill(PASSPHRASE);
    await ben.page.getByRole('button', { name: 'Join', exact: true }).click();
    await timeline(ben.page);
    await chip(ben.page).waitFor();

    // A types, B sees it.
    await edit(ada.page, 'Ada saw it first');
    await toPlace(ben.page, 'Record');
    const until = untilWith(carrier);
    await until(async () => (await ben.page.getByText('Ada saw it first').count()) > 0);

    // Both change one field, neither knowing of the other.
    await edit(ada.page, 'as Ada has it');
    await edit(ben.page, 'as Ben has it');
    await until(
      async () =>
        (await ada.page.getByRole('button', { name: '1 to settle' }).count()) === 1 &&
        (await ben.page.getByRole('button', { name: '1 to settle' }).count()) === 1,
    );
    await ben.page.getByRole('button', { name: '1 to settle' }).click();
    await ben.page.screenshot({ path: `${shotsFolder()}/share-conflict.png` });
    await ben.page.getByRole('radio', { name: /as Ben has it/ }).check();
    await ben.page.getByRole('button', { name: 'Settle 1 for everybody' }).click();
    await until(
      async () =>
        (await ada.page.getByRole('button', { name: /to settle/ }).count()) === 0 &&
        (await ada.page.getByText('as Ben has it').count()) > 0 &&
        (await ada.page.getByText('as Ada has it').count()) === 0,
    );
    await ben.page.keyboard.press('Escape');

    // A torn file is named, and changes nothing.
    const [whole] = (await filesOf(ada.page)).sort((a, b) => b[1].length - a[1].length);
    await put(ben.page, [[`${'0'.repeat(32)}.age`, (whole as Carried)[1].slice(0, 1200)]]);
    await look(ben);
    await ben.page.getByRole('button', { name: /1 wait/ }).click();
    await shown(ben.page, /its seal does not hold/);
    await shown(ben.page.getByRole('table', { name: 'Who was seen' }), 'Ada');
    await ben.page.screenshot({ path: `${shotsFolder()}/share-members.png` });
    await ben.page.keyboard.press('Escape');
    expect(await ben.page.getByText('as Ben has it').count()).toBeGreaterThan(0);

    // Leaving keeps the case, and the other sees it.
    await ben.page.getByRole('button', { name: /1 wait/ }).click();
    await ben.page.getByRole('button', { name: 'Leave the share' }).click();
    await until(async () => (await chip(ben.page).count()) === 0);
    expect(await ben.page.getByText('as Ben has it').count()).toBeGreaterThan(0);
    await chip(ada.page).click();
    await until(async () => (await ada.page.getByText(/^left,/).count()) === 1);
  }, 420_000);

  it('papers dropped on A open on B with the passage lit, out of the folder and not before it is whole', async () => {
    const ada = await person('ada', '#/sample/sample-roadside');
    await inCase(ada.page);
    await begin(ada.page);
    await ada.page.keyboard.press('Escape');
    const ben = await person('ben', '#/cases');
    const carrier = new Carrier([ada, ben]);
    await carrier.carry();
    await join(ben.page);
    const until = untilWith(carrier);
    await drop(ada.page, 'discovery.zip', packet());
    // The only paper of a file is opened at once.
    await ada.page.getByRole('option', { selected: true }).waitFor();
    const lines = await ada.page.locator('[role="document"] [data-line]').count();
    // One proposal is accepted: an entry that cites its passage.
    await ada.page.keyboard.press('Enter');
    await ada.page.locator('[data-done="accepted"]').first().waitFor();
    await until(async () => (await filesOf(ada.page)).filter(isPaper).length === 2);
    // B has the row and the pages; the bytes come when it is opened, and a file in part is not taken.
    const [large] = (await filesOf(ada.page)).filter(isPaper).sort((a, b) => b[1].length - a[1].length);
    carrier.cut = (large as Carried)[0];
    await toPlace(ben.page, 'Papers');
    await until(async () => (await ben.page.getByRole('link', { name: 'dispatch.pdf' }).count()) === 1);
    await ben.page.getByRole('link', { name: 'dispatch.pdf', exact: true }).click();
    await until(async () => (await ben.page.locator('[role="document"] [data-line]').count()) === lines);
    await shown(ben.page, /It is not in the folder yet/);
    expect(await ben.page.locator('canvas[data-drawn]').count()).toBe(0);
    await chip(ben.page).click();
    await shown(ben.page, /it holds a paper, and only \d+ of its \d+ bytes are there/);
    await ben.page.screenshot({ path: `${shotsFolder()}/share-papers.png` });
    // The key closes the dialog, and not the paper beneath it.
    await ben.page.keyboard.press('Escape');
    await ben.page.locator('[role="document"]').waitFor();
    carrier.cut = '';
    await until(async () => (await ben.page.locator('canvas[data-drawn]').count()) === 1);
    expect(await ben.page.getByText(/It is not in the folder yet/).count()).toBe(0);
    const accepted = ben.page.locator('[data-done="accepted"]').first();
    await accepted.click();
    await ben.page.locator('[role="document"] mark, [role="document"] [data-lit]').first().waitFor();
    await ben.page.screenshot({ path: `${shotsFolder()}/share-paper-lit.png` });
  }, 420_000);

  it('goes by hand where the browser has no folders, papers too where they are chosen', async () => {
    const [ada, ben] = [
      await person('ada', '#/sample/sample-roadside', false),
      await person('ben', '#/cases', false),
    ];
    await inCase(ada.page);
    await drop(ada.page, 'discovery.zip', packet());
    await ada.page.getByRole('option', { selected: true }).waitFor();
    await begin(ada.page, 'Share by files that go by hand', /Files go by hand/);
    const handed = async (page: Page, button: string | RegExp): Promise<string> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      return file.path();
    };
    const zip = await handed(ada.page, /Save them with my papers/);
    await ada.page.keyboard.press('Escape');
    await ben.page.getByRole('button', { name: 'Join a shared case' }).click();
    expect(await ben.page.getByRole('button', { name: 'Choose the folder' }).count()).toBe(0);
    await ben.page.locator('input[type=file][multiple][accept*=".age"]').setInputFiles({
      name: 'share.zip',
      mimeType: 'application/zip',
      buffer: readFileSync(zip),
    });
    await ben.page.getByLabel('Your name').fill('Ben');
    await ben.page.getByLabel('Passphrase of the share').fill(PASSPHRASE);
    await ben.page.getByRole('button', { name: 'Join', exact: true }).click();
    await timeline(ben.page);
    await toPlace(ben.page, 'Papers');
    await ben.page.getByRole('link', { name: 'dispatch.pdf', exact: true }).click();
    await ben.page.locator('canvas[data-drawn]').waitFor();
    // And back: what B does goes to A by hand.
    await edit(ben.page, 'typed by Ben, carried by hand');
    await chip(ben.page).click();
    await look(ben);
    await shown(ben.page, /You are at step 1/);
    const back = await handed(ben.page, 'Save my files');
    await chip(ada.page).click();
    await ada.page.locator('input[type=file][multiple][accept*=".age"]').setInputFiles({
      name: 'back.zip',
      mimeType: 'application/zip',
      buffer: readFileSync(back),
    });
    await shown(ada.page.getByRole('table', { name: 'Who was seen' }), 'Ben');
    await ada.page.keyboard.press('Escape');
    await toPlace(ada.page, 'Record');
    await shown(ada.page, 'typed by Ben, carried by hand');
  }, 420_000);
});
