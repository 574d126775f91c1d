import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { claimSteps } from '../../src/analysis/claims';
import { PLACES } from '../../src/app/places';
import { finish } from '../../src/time/steps';
import { atRest, type Harness, startHarness } from './harness';
import { over, type Word, wordsOf } from './printed';
import { wholeCase, wholeCaseFile } from './whole-case';

let h: Harness;
let page: Page;
const OFFICER = 'Dale Marsh of the whole case';

beforeAll(async () => {
  h = await startHarness();
  // A window so low that a few rows fill it.
  ({ page } = await h.open('', { width: 1280, height: 420 }));
  const file = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a case file' }).click();
  const buffer = await wholeCaseFile();
  await (await file).setFiles({ name: 'c.stopline', mimeType: 'application/zip', buffer });
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
}, 240_000);
afterAll(async () => h?.close());

const hasPdftotext = spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;

const { record, rows } = wholeCase();
const named = (list: readonly { readonly [name: string]: unknown }[] | undefined, field: string): string[] =>
  (list ?? []).map((r) => String(r[field]));
const { findings } = analyze(record);
const marks = record.events.filter((e) => e.sourceId === 'film');
const hands = record.custody.flatMap((c) => [c.releasedBy, c.receivedBy, c.seal]);

/** What each place lists: all of it belongs on paper. A place without its line here fails by name. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  papers: named(record.papers, 'name'),
  import: [],
  footage: [...named(marks, 'description'), ...record.cues.map((c) => c.text)],
  custody: [...record.items.map((i) => `Item ${i.number}`), ...hands],
  clocks: [...named(record.clocks, 'name'), ...named(record.syncPoints, 'what')],
  timeline: named(record.events, 'description'),
  record: named(record.events, 'description'),
  findings: findings.map((f) => f.title),
  claims: finish(claimSteps(record)).claims.map((c) => c.says),
  discovery: [
    ...named(rows.demands, 'asks'),
    ...named(rows.productions, 'name'),
    ...named(rows.protectiveOrders, 'name'),
  ],
  docket: [
    ...named(rows.dates, 'title'),
    ...named(rows.offers, 'count'),
    ...named(rows.dayClocks, 'name'),
    ...named(rows.exclusions, 'reason'),
  ],
  client: named(rows.clientEntries, 'what'),
  officers: [OFFICER],
  settings: named(record.sources, 'name'),
  exhibits: (rows.exhibits?.[0]?.sentences ?? []).map((s) => s.text),
  hearing: findings.filter((f) => rows.exhibits?.[0]?.steps.some((s) => s.id === f.key)).map((f) => f.title),
};

const bare = (text: string): string => text.replace(/\s+/g, '');

/** Prints what is on screen, as it is. */
async function pdf(): Promise<string> {
  const shown = (): Promise<string> => page.locator('body').innerText();
  await page.emulateMedia({ media: 'print' });
  await atRest(page, shown);
  const bytes = await page.pdf({ preferCSSPageSize: true, format: 'Letter', landscape: true });
  await page.emulateMedia({ media: 'screen' });
  const path = join(mkdtempSync(join(tmpdir(), 'stopline-print-')), 'place.pdf');
  writeFileSync(path, bytes);
  return path;
}

/** A page of it as it looks. */
const picture = (path: string, at: number): Buffer =>
  execFileSync('pdftoppm', ['-r', '50', '-f', String(at), '-l', String(at), '-png', path], {
    maxBuffer: 1 << 26,
  });

/** Goes to a place by its address and waits until it stands still. */
async function go(place: string): Promise<void> {
  await page.evaluate((p) => {
    location.hash = `#/case/c/${p}`;
  }, place);
  await page.getByRole('main').waitFor();
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page
    .getByText(/^\s*(Making|Reading|Loading) /)
    .first()
    .waitFor({ state: 'detached' });
  await atRest(page, () => page.locator('body').innerText());
}

describe.skipIf(!hasPdftotext)('(needs pdftotext) on paper', () => {
  it.each(PLACES.map((p) => p.id))('%s holds every row, once, and no line over another', async (place) => {
    await go(place);
    if (place === 'officers') {
      await page.getByLabel('Another officer').fill(OFFICER);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: OFFICER }).waitFor();
    }
    const path = await pdf();
    if (process.env['KEEP']) writeFileSync(join(process.env['KEEP'], `${place}.pdf`), readFileSync(path));
    const { stdout } = spawnSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' });
    const text = bare(stdout);
    const texts = ROWS[place] as readonly string[];
    expect(texts, `what ${place} lists is told in ROWS`).toBeDefined();
    expect(texts.filter((t) => !text.includes(bare(t)))).toEqual([]);
    // A page without text is a page of nothing.
    const pages = stdout.split('\f').slice(0, -1);
    expect(pages.flatMap((p, i) => (p.trim() === '' ? [i + 1] : []))).toEqual([]);
    const words: Word[] = wordsOf(path);
    expect(over(words)).toEqual([]);
  });
  it.each(['timeline', 'record', 'claims', 'footage'])(
    '%s looks the same with something chosen and pointed at',
    async (place) => {
      await go(place);
      const bare = picture(await pdf(), 1);
      await go(`${place}?at=said3`);
      // It is chosen on the screen.
      if (place === 'timeline' || place === 'claims')
        await page
          .locator('[data-selected=true], [aria-selected=true], [aria-current=true]')
          .first()
          .waitFor();
      await page.mouse.move(640, 240);
      const chosen = picture(await pdf(), 1);
      expect(bare.length).toBeGreaterThan(1000);
      expect(chosen.equals(bare)).toBe(true);
    },
  );
});
