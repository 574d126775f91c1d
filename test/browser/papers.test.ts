import { readFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { strToU8, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasFfmpeg } from '../media/making';
import { RECORDINGS } from '../media/recordings';
import { jbig2, jpx, pdfOf, textPicture } from '../papers/pictures';
import { atRest, drawn, drop, type Harness, shotsFolder, shown, startHarness, toPlace } from './harness';
import { stored } from './stored';

let h: Harness;
let page: Page;
let errors: string[];
beforeAll(async () => {
  h = await startHarness();
  ({ page, errors } = await h.open('#/cases'));
}, 180_000);
afterAll(async () => h?.close());

const FOLDER = 'test/fixtures/papers';
const PACKET = {
  'Discovery 1/report.docx': 'nar-11.docx',
  'Discovery 1/dispatch.pdf': 'cad-06.pdf',
  'Discovery 1/property sheet.pdf': 'cust-01.pdf',
  'Discovery 1/camera trail.pdf': 'trail-02.pdf',
  'Discovery 1/scan of the dispatch.pdf': 'scan-cad-03.pdf',
  'Discovery 1/asks for a password.pdf': 'host-01-password.pdf',
  'Discovery 1/broken.pdf': 'host-02-truncated.pdf',
};

const packet = (): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(PACKET).map(([as, file]) => [as, new Uint8Array(readFileSync(`${FOLDER}/${file}`))]),
    ),
  );

/** A new case on the page of all tests, at its papers. */
async function begin(on = page): Promise<void> {
  await on.goto(`${h.url}#/cases`);
  await on.getByRole('button', { name: 'New case' }).click();
  await on.getByLabel('Name').fill('State v. Doe');
  await on.getByLabel('Time zone of the case').fill('America/Chicago');
  await on.getByRole('button', { name: 'Create the case' }).click();
  await on.waitForURL(/#\/case\/[^/]+\/papers/);
}

/** The rows of a table that are of the case at which the page is. */
async function rowsOf(table: string): Promise<unknown[]> {
  const id = /#\/case\/([^/]+)/.exec(page.url())?.[1];
  return (await stored(page, table)).filter((row) => (row as { caseId: string }).caseId === id);
}

const paper = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const chosen = (page: Page) => page.getByRole('option', { selected: true });

describe('papers', () => {
  it('from a packet dropped on the timeline to findings, and from a cite back to the lit words', async () => {
    await begin();
    let acts = 0;
    const press = async (key: string): Promise<void> => {
      acts++;
      await page.keyboard.press(key);
    };
    const click = async (what: ReturnType<Page['getByRole']>): Promise<void> => {
      acts++;
      await what.click();
    };
    await toPlace(page, 'Timeline');

    // Dropped anywhere: what came, and what of it cannot be read and why.
    const begun = Date.now();
    await drop(page, 'discovery.zip', packet());
    const table = page.getByRole('table', { name: 'Papers of the case' });
    await paper(page, 'Discovery 1/broken.pdf').or(page.getByText('Discovery 1/broken.pdf')).waitFor();
    const came = await table.innerText();
    expect(came).toMatch(/asks for a password/);
    expect(came).toMatch(/This PDF is broken: it ends early/);
    expect(came).toMatch(/a picture: not read yet/);
    console.log(`packet of 7 read in ${Date.now() - begun} ms`);
    await page.screenshot({ path: `${shotsFolder()}/papers-list.png` });

    // The printout: its rows as one step, without a look at the mouse.
    await click(paper(page, 'Discovery 1/dispatch.pdf'));
    await page.locator('canvas[data-drawn]').waitFor();
    await chosen(page).waitFor();
    await page.screenshot({ path: `${shotsFolder()}/papers-dispatch.png` });
    await press('a');
    await page.getByRole('button', { name: 'Accept all 0 certain (A)' }).waitFor();
    const fromDispatch = await page.locator('[data-done="accepted"]').count();
    expect(fromDispatch).toBeGreaterThan(3);

    // The report: one accepted, one refused and taken back, one edited first.
    await press('Escape');
    await click(paper(page, 'Discovery 1/report.docx'));
    await chosen(page).waitFor();
    const first = await chosen(page).innerText();
    await press('x');
    await page.getByRole('option').filter({ hasText: 'refused' }).first().waitFor();
    await press('k');
    await expect.poll(() => chosen(page).innerText()).toContain('refused');
    await press('u');
    await expect.poll(() => chosen(page).innerText()).toBe(first);
    await press('e');
    const form = page.getByRole('form', { name: 'New entry' });
    await form.waitFor();
    await page.screenshot({ path: `${shotsFolder()}/papers-edit.png` });
    await press('Escape');
    await form.waitFor({ state: 'detached' });
    for (let i = 0; i < 40 && (await page.getByRole('option', { selected: true }).count()) > 0; i++) {
      if ((await chosen(page).getAttribute('data-done')) !== '') break;
      await press('Enter');
      await drawn(page);
      if ((await chosen(page).getAttribute('data-done')) === '') await press('j');
    }

    // Words selected on the page are an entry with its page and passage.
    const words = page.locator('[role="document"] [data-line]');
    await words.first().waitFor();
    await page.evaluate(() => {
      const all = [...document.querySelectorAll('[role="document"] [data-line="1"]')];
      const [a, b] = [all[0], all.at(-1)];
      const range = document.createRange();
      if (a?.firstChild) range.setStart(a.firstChild, 0);
      const last = b ?? a;
      if (last?.firstChild) range.setEnd(last.firstChild, 1);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    await press('n');
    await form.waitFor();
    expect(await form.getByLabel('Page').inputValue()).toBe('1');
    await form.getByLabel('Time', { exact: true }).fill('23:10');
    await form.getByLabel('Date').fill('2024-03-15');
    await form.getByLabel('What happened').fill('marked by hand');
    await press('Enter');
    await form.waitFor({ state: 'detached' });

    // The property sheet and the trail.
    for (const name of ['property sheet.pdf', 'camera trail.pdf']) {
      await press('Escape');
      await click(paper(page, `Discovery 1/${name}`));
      await chosen(page).waitFor();
      await press('a');
      await page.getByRole('button', { name: 'Accept all 0 certain (A)' }).waitFor();
    }
    console.log(`a report, a printout, a custody sheet and a trail: ${acts} keystrokes and clicks`);

    // A password opens; a scan is recognized on this machine.
    await press('Escape');
    await paper(page, 'Discovery 1/asks for a password.pdf').click();
    await page.getByLabel('Password of this paper').fill('wrong');
    await page.getByRole('button', { name: 'Open it' }).click();
    await shown(page, 'That is not its password');
    await page.getByLabel('Password of this paper').fill('sample-0215');
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.locator('canvas[data-drawn]').waitFor();
    await page.keyboard.press('Escape');
    await paper(page, 'Discovery 1/scan of the dispatch.pdf').click();
    await page.locator('canvas[data-drawn]').waitFor();
    const scanned = Date.now();
    await page.getByRole('button', { name: 'Recognize it' }).click();
    await chosen(page).waitFor({ timeout: 90_000 });
    console.log(`a scanned page recognized in ${Date.now() - scanned} ms`);
    await page.screenshot({ path: `${shotsFolder()}/papers-scan.png` });

    // What a page says is found from anywhere.
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Place, case or command').fill('valid wants');
    await page.getByText('Discovery 1/dispatch.pdf, page 1').click();
    await shown(page.getByRole('document', { name: 'Page 1' }), 'WANTS.');

    // The timeline with findings; a cite leads to the page with its words lit.
    await toPlace(page, 'Timeline');
    await page.getByRole('img', { name: /Timeline of State v. Doe/ }).waitFor();
    const side = page.getByRole('complementary', { name: 'Details' });
    await side.locator('.finding-line').first().click();
    await page.screenshot({ path: `${shotsFolder()}/papers-finding.png` });
    await side.locator('a.cite-link').first().click();
    await page.locator('[role="document"] [data-lit]').first().waitFor();
    const lit = (await page.locator('[role="document"] [data-lit]').allInnerTexts()).join(' ').trim();
    expect(lit.length).toBeGreaterThan(3);
    await page.screenshot({ path: `${shotsFolder()}/papers-lit.png` });

    // Reloaded: everything is there, the paper with its page too.
    await page.reload();
    await page.locator('[role="document"] [data-lit]').first().waitFor();
    expect((await page.locator('[role="document"] [data-lit]').allInnerTexts()).join(' ').trim()).toBe(lit);
    await toPlace(page, 'Record');
    await page.getByRole('textbox', { name: 'Search' }).fill('marked by hand');
    await page.getByRole('cell', { name: 'marked by hand', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Record', exact: true }).focus();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Place, case or command').fill('dark');
    await page.keyboard.press('Enter');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goBack();
    await page.locator('[role="document"] [data-lit]').first().waitFor();
    await atRest(page, () => page.locator('body').innerText());
    await page.screenshot({ path: `${shotsFolder()}/papers-dark-1920.png` });
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Place, case or command').fill('light');
    await page.keyboard.press('Enter');
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(errors).toEqual([]);
    expect(h.foreign).toEqual([]);
  }, 300_000);

  it('a table on a page goes to the mapping of columns by one key, and its rows lead back to their lines', async () => {
    await begin();
    await drop(page, 'trail.pdf', new Uint8Array(readFileSync(`${FOLDER}/trail-02.pdf`)));
    await page.getByRole('button', { name: 'Map this table (T)' }).waitFor();
    await page.locator('canvas[data-drawn]').waitFor();
    await page.keyboard.press('t');
    await shown(page, 'trail.pdf, page 1');
    const add = page.getByRole('button', { name: /^Add 19 entries/ });
    await add.waitFor();
    await page.screenshot({ path: `${shotsFolder()}/papers-table.png` });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('document', { name: 'Page 1' }).waitFor();
    const rows = (await rowsOf('events')) as unknown as { passage?: { page: number; quote: string } }[];
    expect(rows).toHaveLength(19);
    expect(rows.every((r) => r.passage?.page === 1 && /^2024-0/.test(r.passage.quote))).toBe(true);
    expect(errors).toEqual([]);
  }, 120_000);

  it.skipIf(!hasFfmpeg)(
    'a recording in a packet is opened for marking from the list of what came, after a reload too',
    async () => {
      await begin();
      const zip = zipSync({ 'cam/drive by.mp4': new Uint8Array(readFileSync(RECORDINGS.cut())) });
      await drop(page, 'discovery.zip', zip);
      const open = page.getByRole('button', { name: 'Open drive by.mp4 in Footage' });
      await open.waitFor();
      expect(await page.getByRole('table', { name: 'Papers of the case' }).innerText()).toMatch(
        /recording[\s\S]*sha-256 [0-9a-f]{12}…, \d+/,
      );
      await open.click();
      const form = page.getByRole('form', { name: 'New recording' });
      await form.waitFor();
      expect(await form.getByLabel('Name').inputValue()).toContain('drive by');
      // After a reload the packet is chosen again, and another one is told apart.
      await page.goto(page.url().replace(/footage.*$/, 'papers'));
      await page.reload();
      const choose = async (name: string, buffer: Buffer): Promise<void> => {
        const chooser = page.waitForEvent('filechooser');
        await open.click();
        await (await chooser).setFiles([{ name, mimeType: 'application/zip', buffer }]);
      };
      await choose('other.zip', Buffer.from(zipSync({ 'a.txt': new Uint8Array([65]) })));
      await shown(page, /does not hold it, byte for byte/);
      await choose('discovery.zip', Buffer.from(zip));
      await form.waitFor();
      expect(errors).toEqual([]);
    },
    120_000,
  );

  it('recognition stopped on its way keeps the pages done, over a reload, and goes on with the rest', async () => {
    await begin();
    await drop(page, 'scan.pdf', await scanOf(5));
    await page.locator('canvas[data-drawn]').waitFor();
    await shown(page, '5 pages are not read');
    await page.getByRole('button', { name: 'Recognize them' }).click();
    // A page takes as long as the machine has other things to do.
    await page
      .getByText(/Recognizing scan\.pdf, page [2-5] of 5/)
      .first()
      .waitFor({ timeout: 90_000 });
    await page.getByRole('button', { name: 'Stop: what is read stays' }).click();
    await shown(page, /\d of 5 pages were recognized from their picture/);
    const done = async (): Promise<number> =>
      ((await rowsOf('paperPages')) as { pages: { lines: unknown[] }[] }[])[0]?.pages.filter(
        (p) => p.lines.length > 0,
      ).length ?? 0;
    const kept = await done();
    expect(kept).toBeGreaterThanOrEqual(2);
    expect(kept).toBeLessThan(5);
    await page.reload();
    await shown(page, `${5 - kept} pages are not read`);
    await page.getByRole('button', { name: 'Recognize them' }).click();
    await page.getByText('5 of 5 pages were recognized from their picture').waitFor({ timeout: 90_000 });
    expect(await done()).toBe(5);
    expect(errors).toEqual([]);
  }, 180_000);

  it('pages of JBIG2 and JPEG 2000 are seen and recognized here, by the decoders that came with the app', async () => {
    await begin();
    const picture = textPicture([
      'CAD INCIDENT DETAIL 03/15/2024',
      'Dispatched 22:14:05',
      'On scene 22:31:40',
    ]);
    const scans: Record<string, Uint8Array> = { 'jbig2.pdf': pdfOf(picture, 'JBIG2Decode', jbig2(picture)) };
    if (hasFfmpeg) scans['jpx.pdf'] = pdfOf(picture, 'JPXDecode', jpx(picture));
    for (const [name, bytes] of Object.entries(scans)) {
      await drop(page, name, bytes);
      await page.locator('strong', { hasText: name }).waitFor();
      await page.locator('canvas[data-drawn]').waitFor();
      const ink = await page.evaluate(() => {
        const canvas = document.querySelector('canvas[data-drawn]') as HTMLCanvasElement;
        const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
          0,
          0,
          canvas.width,
          canvas.height,
        );
        let n = 0;
        for (let i = 0; i < data.length; i += 4) if ((data[i] as number) < 100) n++;
        return n / (data.length / 4);
      });
      expect(ink).toBeGreaterThan(0.002);
      expect(ink).toBeLessThan(0.2);
      await page.getByRole('button', { name: 'Recognize it' }).click();
      await page.getByRole('option').filter({ hasText: '22:31:40' }).first().waitFor({ timeout: 60_000 });
      await page.keyboard.press('Escape');
    }
    expect(errors).toEqual([]);
    expect(h.foreign).toEqual([]);
  }, 180_000);

  it('a line of custody is put right by keyboard before it is accepted', async () => {
    await begin();
    await drop(page, 'sheet.pdf', new Uint8Array(readFileSync(`${FOLDER}/cust-01.pdf`)));
    const line = page.getByRole('option').filter({ hasText: 'Item 1-2' }).first();
    await line.click();
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: 'Edit the hand-over first' });
    await form.waitFor();
    await expect
      .poll(() => form.getByLabel('Item').evaluate((el) => el === document.activeElement))
      .toBe(true);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('1');
    await form.getByLabel('Time received').fill('00:31');
    await page.screenshot({ path: `${shotsFolder()}/papers-custody-edit.png` });
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('option').filter({ hasText: 'accepted' }).first().waitFor();
    expect(await rowsOf('custody')).toMatchObject([
      { receivedAt: '00:31', receivedDate: '2024-03-16', passage: { page: 1 } },
    ]);
    expect(errors).toEqual([]);
  }, 120_000);

  it('a file of which reading does not end is left by name, and the rest of the packet is read', async () => {
    const { page, errors, context } = await h.open('', undefined, 'quick', (c) => c.clock.install());
    await begin(page);
    await toPlace(page, 'Timeline');
    const said = (at: string): Uint8Array =>
      strToU8(`On March 14, 2024 at ${at} I stopped a car on Route 9.\n`);
    await drop(page, 'first.txt', said('14:20'));
    await page.getByRole('button', { name: 'All papers' }).click();
    await paper(page, 'first.txt').waitFor();
    // From now on the reader never comes back from one file.
    await Promise.all(
      page.workers().map((w) =>
        w.evaluate(() => {
          const own = TextDecoder.prototype.decode;
          TextDecoder.prototype.decode = function (...from) {
            const text = own.apply(this, from);
            while (text.includes('14:33'));
            return text;
          };
        }),
      ),
    );
    await drop(
      page,
      'packet.zip',
      zipSync({ 'a.txt': said('14:27'), 'hangs.txt': said('14:33'), 'z.txt': said('15:02') }),
    );
    await page
      .getByText(/hangs\.txt/)
      .first()
      .waitFor();
    // A look every five seconds, a minute long: looks are counted, not time.
    for (let looks = 0; looks < 13; looks++) await page.clock.fastForward(5_000);
    await paper(page, 'z.txt').waitFor({ timeout: 60_000 });
    const rows = await page
      .getByRole('table', { name: 'Papers of the case' })
      .getByRole('row')
      .allInnerTexts();
    expect(rows.filter((r) => /\ba\.txt/.test(r))).toHaveLength(1);
    expect(rows.find((r) => /hangs\.txt/.test(r))).toMatch(/did not end within a minute/);
    expect(errors).toEqual([]);
    await context.close();
  });
});

/** A PDF of pages that are pictures of a line of text each. */
async function scanOf(count: number): Promise<Uint8Array> {
  const pdf = new PDFDocument({ autoFirstPage: false });
  const parts: Buffer[] = [];
  pdf.on('data', (b: Buffer) => parts.push(b));
  const ended = new Promise((done) => pdf.on('end', done));
  for (let n = 1; n <= count; n++) {
    const canvas = createCanvas(850, 1100);
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 850, 1100);
    context.fillStyle = '#000';
    context.font = '22px sans-serif';
    for (let k = 0; k < 6; k++)
      context.fillText(`Page ${n}: the officer wrote line ${k} at 14:${10 + k}.`, 90, 120 + 60 * k);
    pdf.addPage({ size: 'LETTER', margin: 0 });
    pdf.image(canvas.toBuffer('image/png'), 0, 0, { width: 612 });
  }
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}
