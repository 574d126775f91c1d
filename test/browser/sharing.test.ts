import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, ordinary, shotsFolder, startHarness } from './harness';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** A browser of its own. The private folder of its origin stands for what the person's computer has of the shared folder. */
async function person(hash: string): Promise<Person> {
  const context = await h.browser.newContext({
    serviceWorkers: 'block',
    acceptDownloads: true,
    viewport: { width: 1280, height: 800 },
  });
  await ordinary(context);
  await context.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(25_000);
  await page.goto(`${h.url}${hash}`);
  return { page, context };
}

const filesOf = (page: Page): Promise<[string, number[]][]> =>
  page.evaluate(async () => {
    const out: [string, number[]][] = [];
    const folder = (await navigator.storage.getDirectory()) as unknown as {
      values(): AsyncIterable<FileSystemFileHandle>;
    };
    for await (const f of folder.values())
      if (f.name.endsWith('.age'))
        out.push([f.name, [...new Uint8Array(await (await f.getFile()).arrayBuffer())]]);
    return out;
  });
const put = (page: Page, files: [string, number[]][]): Promise<void> =>
  page.evaluate(async (all) => {
    const folder = await navigator.storage.getDirectory();
    for (const [name, bytes] of all) {
      const out = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await out.write(new Uint8Array(bytes));
      await out.close();
    }
  }, files);

/** What a carrier does: what one wrote comes to the other, and the other way about. */
class Carrier {
  private readonly seen = new Map<string, string>();
  constructor(private readonly people: readonly Person[]) {}
  async carry(): Promise<void> {
    const all = await Promise.all(this.people.map((p) => filesOf(p.page)));
    for (const [from, files] of all.entries())
      for (const [name, bytes] of files) {
        const text = bytes.join();
        const owner = this.seen.get(`${name} owner`);
        // A file has one writer: whoever had it first.
        if (owner === undefined) this.seen.set(`${name} owner`, String(from));
        if ((owner ?? String(from)) !== String(from)) continue;
        if (this.seen.get(name) === text) continue;
        this.seen.set(name, text);
        for (const [to, p] of this.people.entries()) if (to !== from) await put(p.page, [[name, bytes]]);
      }
  }
}

const timeline = (page: Page): Promise<void> => page.getByRole('img', { name: /Timeline of/ }).waitFor();
const chip = (page: Page) => page.getByRole('button', { name: /^(shared|sharing|\d+ to settle)/ });

async function edit(page: Page, what: string): Promise<void> {
  await page.getByRole('link', { name: 'Record', exact: true }).click();
  await page.getByRole('row').nth(3).getByRole('button', { name: /Edit/ }).click();
  await page.getByRole('form', { name: /Edit/ }).getByLabel('What happened').fill(what);
  await page.keyboard.press('Enter');
  await page.getByText(what).first().waitFor();
}

describe('a case shared through a folder', () => {
  it('A types and B sees it; both change one field and settle it alike; a torn file is named and ignored', async () => {
    const ada = await person('#/sample/sample-roadside');
    await timeline(ada.page);
    await ada.page.getByRole('button', { name: 'More', exact: true }).click();
    await ada.page.getByRole('menuitem', { name: 'Share with others' }).click();
    await ada.page.getByLabel('Your name').fill('Ada');
    await ada.page.getByLabel('Passphrase of the share').fill('six words that nobody guesses');
    await ada.page.getByLabel('Once more').fill('six words that nobody guesses');
    await ada.page.getByRole('button', { name: 'Choose the folder and share' }).click();
    await ada.page.getByText(/You are at step 0/).waitFor();
    await expect.poll(async () => (await filesOf(ada.page)).length).toBe(3);
    await ada.page.keyboard.press('Escape');

    const ben = await person('#/cases');
    const carrier = new Carrier([ada, ben]);
    await carrier.carry();
    await ben.page.getByRole('button', { name: 'Join a shared case' }).click();
    await ben.page.getByRole('button', { name: 'Choose the folder' }).click();
    await ben.page.getByLabel('Your name').fill('Ben');
    await ben.page.getByLabel('Passphrase of the share').fill('six words that nobody guessed');
    await ben.page.getByRole('button', { name: 'Join', exact: true }).click();
    await ben.page.getByText('The passphrase opens no share that is there.').waitFor();
    await ben.page.getByLabel('Passphrase of the share').fill('six words that nobody guesses');
    await ben.page.getByRole('button', { name: 'Join', exact: true }).click();
    await timeline(ben.page);
    await chip(ben.page).waitFor();

    // A types, B sees it.
    await edit(ada.page, 'Ada saw it first');
    await ben.page.getByRole('link', { name: 'Record', exact: true }).click();
    const until = async (done: () => Promise<boolean>): Promise<void> =>
      expect
        .poll(
          async () => {
            await carrier.carry();
            return done();
          },
          { timeout: 40_000, interval: 500 },
        )
        .toBe(true);
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
    await put(ben.page, [[`${'0'.repeat(32)}.age`, (whole as [string, number[]])[1].slice(0, 900)]]);
    await ben.page.getByRole('button', { name: /1 wait/ }).click();
    await ben.page.getByText(/its seal does not hold/).waitFor();
    await ben.page.getByRole('table', { name: 'Who was seen' }).getByText('Ada').waitFor();
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
    for (const p of [ada, ben]) await p.context.close();
  }, 240_000);
});
