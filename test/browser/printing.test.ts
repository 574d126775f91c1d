import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { claimSteps } from '../../src/analysis/claims';
import { PLACES } from '../../src/app/places';
import { finish } from '../../src/time/steps';
import { type Harness, startHarness, wordsAtRest } from './harness';
import { cut, filled, lastLines, over, wordsOf } from './printed';
import { wholeCase, wholeCaseFile } from './whole-case';

let h: Harness;
let page: Page;
let sample: Page | undefined;
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
  exhibits: [
    ...(rows.exhibits?.[0]?.sentences ?? []).map((s) => s.text),
    ...named(record.events, 'description'),
    ...findings.filter((f) => rows.exhibits?.[0]?.findings.includes(f.key)).map((f) => f.title),
  ],
  hearing: findings.filter((f) => rows.exhibits?.[0]?.steps.some((s) => s.id === f.key)).map((f) => f.title),
};

const bare = (text: string): string => text.replace(/\s+/g, '');

interface Printed {
  readonly path: string;
  readonly headings: readonly string[];
}

/**
 * Prints what is on screen as the browser's own command does: nothing is told to the page but its `beforeprint`.
 * @param pages where not all of them are looked at
 */
async function pdf(of: Page = page, pages = ''): Promise<Printed> {
  await of.evaluate(() => {
    const heads = 'main :is(h1, h2, h3, h4, legend, details[open] > summary, .overline)';
    const keep = (): void => {
      const all = [...document.querySelectorAll<HTMLElement>(heads)];
      window.name = JSON.stringify(all.map((h) => h.innerText.replace(/\s+/g, '')));
    };
    window.addEventListener('beforeprint', keep, { once: true });
  });
  const bytes = await of.pdf({ preferCSSPageSize: true, pageRanges: pages });
  const path = join(mkdtempSync(join(tmpdir(), 'stopline-print-')), 'place.pdf');
  writeFileSync(path, bytes);
  return { path, headings: JSON.parse(await of.evaluate(() => window.name)) as string[] };
}

const kept = new Map<string, Printed>();

/** A place of the whole case on paper, printed once for all that look at it. */
async function printed(place: string): Promise<Printed> {
  const known = kept.get(place);
  if (known) return known;
  await go(place);
  if (place === 'officers') {
    await page.getByLabel('Another officer').fill(OFFICER);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: OFFICER }).waitFor();
  }
  const made = await pdf();
  kept.set(place, made);
  return made;
}

/** What is wrong with how its pages are cut. */
function badlyCut({ path, headings }: Printed, words = wordsOf(path)): string[] {
  const shares = filled(path);
  return [
    // What is long may leave the last page short, no other.
    ...shares.flatMap((s, i) =>
      s < (i < shares.length - 1 ? 0.45 : 0.05) ? [`page ${i + 1} of ${shares.length} is nearly blank`] : [],
    ),
    ...[...lastLines(words)].flatMap(([p, line]) =>
      p < shares.length && headings.includes(line) ? [`page ${p} ends with the heading ${line}`] : [],
    ),
    ...cut(words).map((w) => `${w} is cut in two`),
  ];
}

/** A page of it as it looks. */
const picture = (path: string, at: number): Buffer =>
  execFileSync('pdftoppm', ['-r', '50', '-f', String(at), '-l', String(at), '-png', path], {
    maxBuffer: 1 << 26,
  });

/** Goes to a place by its address and waits until it stands still. */
async function go(place: string, of: Page = page, caseId = 'c'): Promise<void> {
  await of.evaluate((to) => {
    location.hash = to;
  }, `#/case/${caseId}/${place}`);
  // Not `main` alone: a fault says itself there, and is told here.
  await of.locator('main').waitFor();
  expect(await of.locator('main[role=alert]').allInnerTexts()).toEqual([]);
  await of.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  // What is still at work says so with “…” at its end: “Testing each sentence …”.
  await of
    .getByText(/^[\p{L}\d ,’·]+ …\s*$/u)
    .first()
    .waitFor({ state: 'detached' });
  await wordsAtRest(of);
}

describe.skipIf(!hasPdftotext)('(needs pdftotext) on paper', () => {
  it.each(PLACES.map((p) => p.id))('%s holds every row, once, and no line over another', async (place) => {
    const made = await printed(place);
    const { path } = made;
    if (process.env['KEEP']) writeFileSync(join(process.env['KEEP'], `${place}.pdf`), readFileSync(path));
    const { stdout } = spawnSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' });
    const text = bare(stdout);
    // What is for the drafter alone is on no paper, however it is printed.
    expect(text).not.toContain(bare('For you, and in no paper'));
    const texts = ROWS[place] as readonly string[];
    expect(texts, `what ${place} lists is told in ROWS`).toBeDefined();
    expect(texts.filter((t) => !text.includes(bare(t)))).toEqual([]);
    const words = wordsOf(path);
    expect(badlyCut(made, words)).toEqual([]);
    expect(over(words)).toEqual([]);
  });
  it('the picture of the big case is read: it takes several pages, and no word of it is under six points', async () => {
    const { path } = await printed('timeline');
    // Lines and letters: with each hatch as a picture it was 58 megabytes.
    expect(statSync(path).size).toBeLessThan(4_000_000);
    const words = wordsOf(path);
    const pages = words.filter((w, i) => w.text === 'picture' && /^\d+$/.test(words[i + 1]?.text ?? ''));
    expect(pages.length).toBeGreaterThan(2);
    const last = pages.at(-1)?.page ?? 0;
    const of = words.filter((w) => w.page <= last && /[\p{L}\d]/u.test(w.text));
    expect(of.length).toBeGreaterThan(200);
    // The box of a word is higher than its letters are: by 1.16 at least, with the fonts that ship.
    // What is turned by a right angle is read by a letter or two, each lying.
    const size = (w: (typeof of)[number]): number =>
      w.text.length < 3 ? Math.max(w.x1 - w.x0, w.y1 - w.y0) : w.y1 - w.y0;
    const small = of.filter((w) => size(w) < 6 * 1.15);
    expect(small.map((w) => `${w.text} ${size(w).toFixed(1)}`)).toEqual([]);
  });
  it.each(['timeline', 'record', 'claims', 'footage'])(
    '%s looks the same whatever is chosen and pointed at',
    async (place) => {
      await go(`${place}?at=said1`);
      const bare = picture((await pdf(page, '1')).path, 1);
      await go(`${place}?at=said3`);
      // It is chosen on the screen.
      if (place === 'timeline' || place === 'claims')
        await page
          .locator('[data-selected=true], [aria-selected=true], [aria-current=true]')
          .first()
          .waitFor();
      await page.mouse.move(640, 240);
      const chosen = picture((await pdf(page, '1')).path, 1);
      expect(bare.length).toBeGreaterThan(1000);
      if (process.env['KEEP']) {
        writeFileSync(join(process.env['KEEP'], `${place}-bare.png`), bare);
        writeFileSync(join(process.env['KEEP'], `${place}-chosen.png`), chosen);
      }
      expect(chosen.equals(bare)).toBe(true);
    },
  );
  it.each(PLACES.map((p) => p.id))('of the made-up sample: no page of %s is nearly blank', async (place) => {
    if (!sample) {
      sample = (await h.open('#/sample/sample-roadside')).page;
      await sample.getByRole('img', { name: /Timeline of/ }).waitFor();
    }
    await go(place, sample, 'sample-roadside');
    expect(badlyCut(await pdf(sample))).toEqual([]);
  });
});

it('a list that was narrowed says so on paper, where the field that narrowed it is not; a whole list says nothing', async () => {
  const field = (name: string) => page.getByRole('textbox', { name });
  for (const [place, name, word] of [
    ['record', 'Search', 'zzz'],
    ['findings', 'Search the findings', 'zzz'],
    ['custody', 'Search the items', 'zzz'],
  ] as const) {
    await go(place);
    const says = page.getByText(/^Not all are printed: 0 of [\d,]+ \w+, chosen by the words “zzz”\.$/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText(/Not all are printed/).count()).toBe(0);
    await page.emulateMedia({ media: null });
    await field(name).fill(word);
    await says.waitFor({ state: 'attached' });
    expect(await says.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await says.waitFor();
    if (place !== 'custody') expect(await field(name).isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await field(name).fill('');
    await says.waitFor({ state: 'detached' });
  }
}, 120_000);
