import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesWithin } from '../exhibits/decompressed';
import { hasFfmpeg } from '../media/making';
import { RECORDINGS } from '../media/recordings';
import { add, plainPicker } from './footage-steps';
import { type Harness, holds, onePage, shown, startHarness, toPlace } from './harness';

let h: Harness;
const open = onePage(() => h, plainPicker);
let folder: string;
beforeAll(async () => {
  h = await startHarness();
  folder = process.env['STOPLINE_PAPERS'] ?? mkdtempSync(join(tmpdir(), 'stopline-papers-'));
  mkdirSync(folder, { recursive: true });
}, 240_000);
afterAll(async () => h?.close());

const has = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** Stands in every field of the attorney's own. */
const CANARY = 'CANARY-7f3a91';

/** A sample case with a canary in every work-product field, put there as a hostile program would: into the database itself. */
async function caseWithCanary(sample: string, as: 'ordinary' | 'shared' = 'shared') {
  const [hash, size] = [`#/sample/${sample}`, { width: 1440, height: 900 }] as const;
  const opened = as === 'shared' ? await open(hash, size) : await h.open(hash, size, as);
  const { page } = opened;
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  await page.evaluate(async (canary) => {
    const caseId = decodeURIComponent(/#\/case\/([^/]+)/.exec(location.hash)?.[1] ?? '');
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const r = indexedDB.open('stopline');
      r.onsuccess = () => done(r.result);
      r.onerror = () => fail(r.error);
    });
    const tx = db.transaction(['notes', 'theories', 'disclosures'], 'readwrite');
    const text = `${canary} what the client told me`;
    tx.objectStore('notes').put({ id: 'canary-note', caseId, about: text, text, at: 1 });
    tx.objectStore('theories').put({ id: 'canary-theory', caseId, title: text, text, at: 1 });
    tx.objectStore('disclosures').put({
      id: 'canary-plan',
      caseId,
      about: text,
      plan: 'hold',
      by: canary,
      strength: 'weak',
      dismissed: text,
      order: 3,
    });
    await new Promise((done) => {
      tx.oncomplete = done;
    });
    db.close();
  }, CANARY);
  await page.reload();
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  return opened;
}

async function newExhibit(page: Page): Promise<void> {
  await toPlace(page, 'Exhibits');
  // A sample comes with one; a case that is made here has none.
  await page.getByRole('button', { name: 'New exhibit' }).first().waitFor();
  const own = page.getByRole('button', { name: /^Take out the exhibit/ });
  if ((await page.title()).includes('United States') || (await page.title()).includes('Doe')) {
    await own.click();
    // What is typed into the form of one that goes is asked about.
    await page.getByRole('form', { name: 'Exhibit' }).waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: 'New exhibit' }).last().click();
  await page.getByRole('form', { name: 'Exhibit' }).waitFor();
}

/** Presses a button of the bar, and gives the file that comes. */
async function made(page: Page, button: string): Promise<{ name: string; bytes: Uint8Array; path: string }> {
  let d: Download | undefined;
  page.once('download', (came) => {
    d = came;
  });
  await page.getByRole('button', { name: button, exact: true }).click();
  // One look for both: a wait of its own for what never comes would go on looking long after the file is there.
  const failed = page.getByText('was not made');
  await expect
    .poll(async () => d !== undefined || (await failed.count()) > 0, { timeout: 90_000 })
    .toBe(true);
  if (!d)
    throw new Error(`${button}: ${await page.locator('.mantine-Notification-root').last().innerText()}`);
  const path = join(folder, d.suggestedFilename());
  await d.saveAs(path);
  return { name: d.suggestedFilename(), bytes: new Uint8Array(readFileSync(path)), path };
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
/** All text of a Word or PowerPoint file. */
const officeText = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([n]) => n.endsWith('.xml'))
    .map(([, b]) =>
      textOf(b)
        .replace(/<\/(w:p|a:p)>/g, '\n')
        .replace(/<[^>]+>/g, ''),
    )
    .join('\n')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"');

const KINDS = [
  'Summary (Word)',
  'Summary (PDF)',
  'Statement (Word)',
  'Statement (PDF)',
  'Argument (Word)',
  'Argument (PDF)',
  'One file',
  'SVG',
  'PNG',
  'CSV',
  'XLSX',
  'Custody summary',
];

/** What `everyDocument` gives. */
interface Documents {
  readonly files: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly path: string }>;
  /** The rows of the preview: clock, what, cite. */
  readonly rows: readonly { readonly clock: string; readonly what: string; readonly cite: string }[];
  readonly errors: readonly string[];
}

/** Every document of the roadside sample with canaries, each made in the browser: once, for all tests that look at them. */
let documents: Promise<Documents> | undefined;
function everyDocument(): Promise<Documents> {
  documents ??= (async () => {
    const { page, errors } = await caseWithCanary('sample-roadside');
    await newExhibit(page);
    await page.getByLabel('Title').fill('Timeline of sample-roadside');
    const files = new Map<string, { bytes: Uint8Array; path: string }>();
    const make = async (kind: string): Promise<void> => {
      const { bytes, path, name } = await made(page, kind);
      // Two kinds may bear one file name: each is kept apart.
      const own = join(folder, `${files.size}${extname(name)}`);
      copyFileSync(path, own);
      files.set(kind, { bytes, path: own });
    };
    // A summary of records has no slide a finding.
    await make('Slides');
    await page.getByRole('combobox', { name: 'Offered as' }).click();
    await page.getByRole('option', { name: /a summary .Fed/ }).click();
    await page.getByLabel('Where the originals').fill('at the public defender’s office, on two days’ notice');
    await shown(page, /Offered under Fed. R. Evid. 1006/);
    await holds(page, 'exhibits', 'on two days’ notice');
    for (const kind of KINDS) await make(kind);
    const cells = await page
      .locator('[class*=paper] tbody tr')
      .evaluateAll((trs) =>
        trs.map((tr) => [...tr.querySelectorAll('td')].map((td) => (td as HTMLElement).innerText)),
      );
    return {
      files,
      rows: cells.map(([, clock, , what, , cite]) => ({ clock, what, cite }) as Documents['rows'][number]),
      errors: [...errors],
    };
  })();
  return documents;
}
const documentOf = async (kind: string): Promise<{ bytes: Uint8Array; path: string }> =>
  (await everyDocument()).files.get(kind) as { bytes: Uint8Array; path: string };

describe('exhibits', () => {
  it('every document is made in the browser, bears what the analysis says, and no work product', async () => {
    const { files, rows, errors } = await everyDocument();
    // No leak: every byte, decompressed.
    for (const [kind, { bytes }] of files) {
      const all = await bytesWithin(bytes);
      expect(
        all.some((b) => Buffer.from(b).includes(CANARY)),
        `${kind} bears the canary`,
      ).toBe(false);
      expect(
        all.some((b) => Buffer.from(b).includes(Buffer.from(CANARY, 'utf16le'))),
        kind,
      ).toBe(false);
    }
    // What the preview says of each finding stands in the documents, word for word.
    const bytesOf = (kind: string): Uint8Array => files.get(kind)?.bytes as Uint8Array;
    const word = officeText(bytesOf('Summary (Word)'));
    const html = textOf(bytesOf('One file'));
    const csv = textOf(bytesOf('CSV'));
    expect(rows.length).toBeGreaterThan(5);
    for (const { clock, what, cite } of rows) {
      for (const text of [word, html, csv]) expect(text).toContain(clock);
      expect(html).toContain(cite.split(' [')[0]);
      expect(csv).toContain(what.replace(/"/g, '""').split(' (cannot')[0]);
    }
    expect(word).toContain('Offered under Fed. R. Evid. 1006');
    expect(word).toContain('two days’ notice');
    // The hash on the paper is that of the one-file exhibit.
    const hash = Buffer.from(
      await crypto.subtle.digest('SHA-256', bytesOf('One file').slice().buffer),
    ).toString('hex');
    const pdf = bytesOf('Summary (PDF)');
    writeFileSync(join(folder, 'check.pdf'), pdf);
    if (has('pdftotext'))
      expect(
        spawnSync('pdftotext', ['-layout', join(folder, 'check.pdf'), '-'], {
          encoding: 'utf8',
        }).stdout.replace(/\s/g, ''),
      ).toContain(hash);
    expect(textOf(pdf.slice(0, 8))).toBe('%PDF-1.7');
    expect(Buffer.from(pdf).includes('/MarkInfo')).toBe(true);
    expect(Buffer.from(pdf).includes('/Lang')).toBe(true);
    // The picture says 300 dots to the inch.
    const png = Buffer.from(bytesOf('PNG'));
    expect(png.readUInt32BE(png.indexOf('pHYs') + 4)).toBe(11811);
    expect(errors).toEqual([]);
    expect(h.foreign).toEqual([]);
  }, 240_000);

  it('the one-file exhibit opens offline, zooms, leads from a mark to its line, and asks for nothing', async () => {
    const { path } = await documentOf('One file');
    const alone = await h.browser.newContext({ offline: true });
    const asked: string[] = [];
    const view = await alone.newPage();
    const errors: string[] = [];
    view.on('pageerror', (e) => errors.push(e.message));
    view.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
    await view.goto(`file://${path}`);
    view.on('request', (r) => asked.push(r.url()));
    const svg = view.locator('figure:not([hidden]) svg').first();
    const box = (): Promise<string | null> => svg.getAttribute('viewBox');
    const whole = await box();
    await view.getByRole('button', { name: '+' }).first().click();
    expect(await box()).not.toBe(whole);
    await view.locator('figure:not([hidden])').first().focus();
    await view.keyboard.press('0');
    expect(await box()).toBe(whole);
    await svg.locator('rect[data-row^=f]').first().click({ force: true });
    await view.locator('tr.lit').waitFor();
    await view.getByRole('button', { name: 'The stop' }).click();
    await shown(view.locator('figure:not([hidden])'), 'The stop', { exact: true });
    expect(asked).toEqual([]);
    expect(errors).toEqual([]);
    await alone.close();
  }, 120_000);

  it.skipIf(!has('soffice') || !has('pdftoppm'))(
    '(needs LibreOffice and pdftoppm) Word and slides open without repair, and every page has something on it',
    async () => {
      const kinds = ['Summary (Word)', 'Statement (Word)', 'Argument (Word)', 'Slides', 'Custody summary'];
      const out = join(folder, 'office');
      const paths: string[] = [];
      for (const kind of kinds) paths.push((await documentOf(kind)).path);
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      // One start for the papers of Word, one for the slides.
      for (const ending of ['.docx', '.pptx']) {
        const of = paths.filter((path) => path.endsWith(ending));
        expect(of.length).toBeGreaterThan(0);
        const run = spawnSync(
          'soffice',
          ['--headless', profile, '--convert-to', 'pdf', '--outdir', out, ...of],
          {
            encoding: 'utf8',
            timeout: 120_000,
          },
        );
        expect(run.stderr, run.stdout).not.toMatch(/Error/);
      }
      for (const [i, kind] of kinds.entries()) {
        const pdf = join(out, `${basename(paths[i] as string, extname(paths[i] as string))}.pdf`);
        const info = spawnSync('pdfinfo', [pdf], { encoding: 'utf8' }).stdout;
        expect(Number(/Pages:\s+(\d+)/.exec(info)?.[1]), kind).toBeGreaterThan(kind === 'Slides' ? 3 : 0);
        const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
        for (const p of text.split('\f').slice(0, -1)) expect(p.trim().length, kind).toBeGreaterThan(20);
      }
    },
    300_000,
  );

  it('says what changed since it was last exported, and is rebuilt', async () => {
    const { page } = await open('#/sample/sample-roadside', { width: 1440, height: 900 });
    await newExhibit(page);
    await made(page, 'CSV');
    await shown(page, /last exported/);
    await toPlace(page, 'Case');
    await page.evaluate(() => {
      location.hash = location.hash.replace(/\/[^/]*$/, '/record');
    });
    const row = page.getByRole('row').filter({ hasText: 'Canine unit asked for' });
    await row.getByRole('button', { name: /Edit/ }).click();
    const form = page.getByRole('form', { name: /Edit/ });
    await form.getByLabel('Time', { exact: true }).or(form.getByLabel('Start')).first().fill('14:09:30');
    await page.keyboard.press('Enter');
    await toPlace(page, 'Exhibits');
    await shown(page, /changed since it was last exported/);
    expect(await page.locator('[class*=changed-since]').innerText()).toMatch(
      /Entry changed: was “.*14:09:12.*is “.*14:09:30/,
    );
  }, 120_000);

  it('gathers demands, keeps their answers, makes the letter', async () => {
    const { page, errors } = await caseWithCanary('sample-roadside');
    await toPlace(page, 'Discovery');
    await page.getByRole('button', { name: 'What could be asked for' }).click();
    const proposed = page.getByRole('region', { name: 'Proposed demands' });
    await proposed
      .getByRole('button', { name: /^Take all/ })
      .first()
      .click();
    const demands = page.getByRole('table', { name: 'Demands' });
    await demands
      .getByRole('button', { name: /^Edit the demand/ })
      .first()
      .click();
    const form = page.getByRole('form', { name: /^Demand: / });
    await form.getByLabel('Sent').fill('2026-10-01');
    await form.getByLabel('Answer', { exact: true }).fill('No such record exists.');
    await form.getByRole('button', { name: 'Save' }).click();
    await demands.getByRole('button', { name: 'Enter the answer in the record' }).click();
    const { bytes } = await made(page, 'Letter in Word');
    const text = officeText(bytes);
    expect(text).toContain('Brady v. Maryland, 373 U.S. 83 (1963)');
    expect(text).toContain('No such record exists.');
    expect(text).toMatch(/camera/i);
    for (const b of await bytesWithin(bytes)) expect(Buffer.from(b).includes(CANARY)).toBe(false);
    await toPlace(page, 'Record');
    await page.getByLabel('Search', { exact: true }).fill('No such record');
    await page
      .getByText(/the State answers: No such record exists/)
      .first()
      .waitFor();
    expect(errors).toEqual([]);
  }, 120_000);
});

describe('the hearing', () => {
  it('is walked by clicker keys, offline, in a second window that never receives work product', async () => {
    const { page, context, errors } = await caseWithCanary('sample-roadside', 'ordinary');
    await newExhibit(page);
    await toPlace(page, 'Hearing');
    await page.getByLabel('Notes on One minute').fill(`${CANARY} begin with the warning`);
    await page.getByLabel('Notes on One minute').blur();
    await holds(page, 'notes', `${CANARY} begin with the warning`);
    const popup = context.waitForEvent('page');
    await page.getByRole('button', { name: 'Show it in a second window' }).click();
    const wall = await popup;
    await wall.setViewportSize({ width: 1280, height: 720 });
    await wall.locator('[data-step] canvas[data-settled=true]').waitFor();
    await shown(page, `${CANARY} begin with the warning`);
    await context.setOffline(true);
    const step = (): Promise<string | null> => wall.locator('[data-step]').getAttribute('data-step');
    const shot = async (): Promise<Buffer> => {
      await wall.locator('[data-step] canvas[data-settled=true]').waitFor();
      return wall.locator('[data-step]').screenshot();
    };
    const seen = [await step()];
    const pictures = [await shot()];
    for (let i = 0; i < 3; i++) {
      await wall.keyboard.press('PageDown');
      await expect.poll(step).not.toBe(seen.at(-1));
      seen.push(await step());
      pictures.push(await shot());
    }
    // Each step its own picture; back again, the same picture to the byte.
    expect(new Set(pictures.map((p) => p.toString('base64'))).size).toBe(4);
    await wall.keyboard.press('PageUp');
    await expect.poll(step).toBe(seen[2]);
    expect((await shot()).equals(pictures[2] as Buffer)).toBe(true);
    // Black, and back.
    await wall.keyboard.press('b');
    await expect.poll(() => wall.locator('[data-step]').getAttribute('data-black')).toBe('true');
    await wall.keyboard.press('b');
    await expect.poll(() => wall.locator('[data-step]').getAttribute('data-black')).toBe('false');
    // On the spot: a time.
    await page.keyboard.press('/');
    await page.getByLabel('Jump to a finding').fill('14:18');
    await page.keyboard.press('Enter');
    await expect.poll(step).toMatch(/^entry/);
    expect(await wall.locator('[class*=stage-says]').innerText()).toMatch(/14:18/);
    // Letters for the back of the room: the words below the picture fill a twenty-fifth of its height.
    expect(
      await wall
        .locator('[class*=stage-says]')
        .evaluate((el) => Number.parseFloat(getComputedStyle(el).fontSize) / innerHeight),
    ).toBeGreaterThan(0.04);
    // The memory of the projected window.
    const session = await context.newCDPSession(wall);
    let heap = '';
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
      heap += chunk;
    });
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    expect(heap.includes('held past the mission') || heap.includes('Held beyond the mission')).toBe(true);
    expect(heap.includes(CANARY)).toBe(false);
    expect(errors.filter((e) => !/ERR_INTERNET_DISCONNECTED/.test(e))).toEqual([]);
    await context.close();
  }, 180_000);

  it.skipIf(!hasFfmpeg)(
    '(needs ffmpeg) plays a moment of footage in place, in the projected window too',
    async () => {
      const { page, context, errors } = await open('#/sample/sample-rodriguez', {
        width: 1440,
        height: 900,
      });
      await toPlace(page, 'Footage');
      await add(page, RECORDINGS.unrelated(), 'Gas station', 'America/Chicago', '2013-03-27');
      await page.keyboard.press('/');
      await page.keyboard.type('0:12');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('[data-reading=counter]').innerText()).toBe('0:12.000');
      await page.keyboard.press('d');
      await shown(page, 'Marks (1)');
      await newExhibit(page);
      await toPlace(page, 'Hearing');
      await page.getByRole('combobox', { name: 'Add a step' }).click();
      await page
        .getByRole('option', { name: /^Footage: Found/ })
        .first()
        .click();
      await shown(page, 'Gas station at 0:12');
      const wallOpened = context.waitForEvent('page');
      await page.getByRole('button', { name: 'Show it in a second window' }).click();
      const wall = await wallOpened;
      await wall.locator('[data-step] canvas[data-settled=true]').waitFor();
      await wall.keyboard.press('End');
      const video = wall.locator('[data-step] video');
      await expect
        .poll(() =>
          video.evaluate((v: HTMLVideoElement) => Math.abs(v.currentTime - 12) < 0.1 && v.readyState >= 2),
        )
        .toBe(true);
      await page.keyboard.press(' ');
      await expect
        .poll(() => video.evaluate((v: HTMLVideoElement) => !v.paused || v.currentTime > 12.2))
        .toBe(true);
      expect(errors).toEqual([]);
      await wall.close();
    },
    120_000,
  );

  it('is shown in this window by keys', async () => {
    const { page, errors } = await caseWithCanary('sample-rodriguez');
    await newExhibit(page);
    await toPlace(page, 'Hearing');
    await page.getByRole('button', { name: 'Show it here, full screen' }).click();
    await page.locator('[class*=full-show] canvas[data-settled=true]').waitFor();
    // One minute, the whole, the stop, then the findings.
    const step = (): Promise<string | null> => page.locator('[data-step]').getAttribute('data-step');
    for (const next of [/^whole/, /^stop/, /^finding/]) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(step).toMatch(next);
    }
    await page.keyboard.press('/');
    await page.getByLabel('Jump to a finding').fill('warning');
    await page.keyboard.press('Enter');
    expect(await page.locator('[class*=full-show]').innerText()).not.toContain(CANARY);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Show it here, full screen' }).waitFor();
    // By keyboard the next press is where the last one was.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Show it here, full screen');
    expect(errors).toEqual([]);
  }, 120_000);
});
