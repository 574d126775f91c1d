import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testBrowser } from '../chromium';
import { type Harness, holds, startHarness } from './harness';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

const PASSPHRASE = 'zircon heron ballast 4419';
const TYPED = 'zebra-canary-typed-into-an-entry';
const HALF = 'okapi-canary-typed-and-not-saved';
/** What the sample's record says, and findings quote. */
const CANARIES = [TYPED, HALF, PASSPHRASE, 'Dog alerts at the passenger door', 'Body camera A'];

const profileOf = (): string => mkdtempSync(join(tmpdir(), 'stopline-lock-'));
const files = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? files(join(dir, e.name)) : e.isFile() ? [join(dir, e.name)] : [],
  );
/** Where a canary lies in a profile's files, as it is or in two bytes a letter; the app's own files are not asked. */
function found(profile: string): string[] {
  return files(profile)
    .filter((f) => !/Cache|\.tmp$/.test(f))
    .flatMap((f) => {
      const bytes = readFileSync(f);
      return CANARIES.filter((c) => bytes.includes(c) || bytes.includes(Buffer.from(c, 'utf16le'))).map(
        (c) => `${f.slice(profile.length)}: ${c}`,
      );
    });
}

/** Canaries among the strings that the memory of a page still reaches, once its rubbish is collected. */
async function inMemory(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await cdp.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await cdp.detach();
  const { strings } = JSON.parse(chunks.join('')) as { strings: string[] };
  // The name of that camera stands in the list of samples, which is code.
  return CANARIES.filter((c) => c !== 'Body camera A' && strings.some((s) => s.includes(c)));
}

async function visit(profile: string, look: (page: Page, context: BrowserContext) => Promise<void>) {
  const context = await chromium.launchPersistentContext(profile, {
    ...testBrowser(),
    // What it keeps is the app itself, eight megabytes a profile, in folders that are not searched.
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await look(page, context);
  await context.close();
}
const isLocked = (page: Page) =>
  page.getByRole('heading', { name: 'Stopline is locked' }).waitFor({ timeout: 30_000 });

/** A case in an app that has a lock, and is open. */
async function underALock(page: Page): Promise<void> {
  await page.goto(`${h.url}#/sample/sample-roadside`);
  await page.waitForURL(/#\/case\//);
  await page.goto(`${h.url}#/cases`);
  await page.getByRole('button', { name: 'Lock the app with a passphrase' }).click();
  await page.getByRole('textbox', { name: 'Passphrase' }).pressSequentially(PASSPHRASE);
  await page.getByRole('textbox', { name: 'Once more' }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Set the lock' }).click();
  await page.getByRole('button', { name: 'Lock now' }).waitFor();
}

async function workUnderALock(page: Page): Promise<void> {
  await underALock(page);
  // A finding looked at for a while: its premises are kept.
  await page.goto(`${h.url}#/case/sample-roadside/findings`);
  await page
    .locator('details[class*=finding-row]')
    .filter({ has: page.locator('summary strong', { hasText: 'Held beyond the mission' }) })
    .locator('summary')
    .click();
  await holds(page, 'kept', '"read sample-roadside');
  await typing(page);
}

/** An entry that is kept, and one that is typed and not saved. */
async function typing(page: Page): Promise<void> {
  await page.goto(`${h.url}#/case/sample-roadside/record`);
  const edit = page.getByRole('form', { name: /Edit/ });
  await page.getByRole('row').nth(3).getByRole('button', { name: /Edit/ }).click();
  await edit.getByLabel('What happened').fill(TYPED);
  await page.keyboard.press('Enter');
  await page.getByRole('row').filter({ hasText: TYPED }).first().waitFor();
  await page.getByRole('row').nth(4).getByRole('button', { name: /Edit/ }).click();
  await edit.getByLabel('What happened').fill(HALF);
}

describe('the files on the disk', () => {
  it('hold no word of a case after locking, closing, one start and two, and give all of it back', async () => {
    const profile = profileOf();
    await visit(profile, async (page) => {
      await workUnderALock(page);
      expect(found(profile).length, 'the search finds what is there').toBeGreaterThan(0);
      await page.goto(`${h.url}#/cases`);
      expect((await inMemory(page)).length, 'the search of the memory finds what is there').toBeGreaterThan(
        0,
      );
      await page.getByRole('button', { name: 'Lock now' }).click();
      await isLocked(page);
      expect(found(profile), 'locked').toEqual([]);
      expect(await inMemory(page), 'in memory').toEqual([]);
      expect(page.workers(), 'threads that hold a record').toEqual([]);
      expect(await page.title()).not.toContain('Doe');
    });
    expect(found(profile), 'closed').toEqual([]);
    for (const start of ['one start', 'two starts']) {
      await visit(profile, async (page) => {
        await page.goto(h.url);
        await isLocked(page);
      });
      expect(found(profile), start).toEqual([]);
    }
    await visit(profile, async (page) => {
      await page.goto(`${h.url}#/case/sample-roadside/record`);
      await isLocked(page);
      await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await page.getByRole('row').filter({ hasText: TYPED }).first().waitFor();
      // Of the passphrase that opened it nothing stays in the page; nor of both, once it locks by itself.
      expect(await inMemory(page), 'opened').not.toContain(PASSPHRASE);
      await page.evaluate(() => localStorage.setItem('stopline-touched', '0'));
      await page.mouse.move(200, 200);
      await isLocked(page);
      expect(await inMemory(page), 'locked by itself').toEqual([]);
    });
  }, 180_000);
});

describe('a lock that is overdue', () => {
  /** What is on the page in each moment, in search of a word of the case. */
  const watch = (context: BrowserContext) =>
    context.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        if (document.body?.innerText.includes('State v. Doe')) seen.push(document.title);
      }).observe(document, { childList: true, subtree: true });
    });

  it('locks a tab that was closed before anything of a case is shown', async () => {
    const profile = profileOf();
    await visit(profile, async (page, context) => {
      await underALock(page);
      await typing(page);
      await page.evaluate(() =>
        localStorage.setItem('stopline-touched', String(Date.now() - 3 * 86_400_000)),
      );
      const later = await context.newPage();
      await page.close();
      await watch(context);
      await later.goto(`${h.url}#/cases`);
      await isLocked(later);
      await expect.poll(() => found(profile)).toEqual([]);
      expect(await later.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
    });
  }, 120_000);

  it('locks a machine that slept, though a mouse wakes it', async () => {
    const { page, context } = await h.open();
    await underALock(page);
    // Three hours of sleep: no timer runs, the clock goes on, and the mouse comes first.
    await page.evaluate(() => {
      const now = Date.now;
      Date.now = () => now() + 3 * 3_600_000;
    });
    await page.mouse.move(300, 300);
    await page.mouse.move(310, 310);
    await isLocked(page);
    await context.close();
  }, 60_000);
});
