import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbook } from '../workbook';
import {
  atRest,
  drawn,
  file,
  type Harness,
  holds,
  importFiles,
  onePage,
  shotsFolder,
  shown,
  startHarness,
  toPlace,
  wordsAtRest,
} from './harness';

let h: Harness;
const open = onePage(() => h);
beforeAll(async () => {
  h = await startHarness();
}, 180_000);
afterAll(async () => h?.close());

const CUSTODY = `Item,Description,Released by,Date released,Time released,Received by,Date received,Time received,Purpose,Seal
1,methamphetamine,,,,Officer,2012-03-27,00:50,collected,S-1
1,methamphetamine,Officer,2012-03-27,09:10,Laboratory,2012-03-27,13:55,testing,S-2
1,methamphetamine,Laboratory,2012-02-31,09:00,Locker,2012-03-28,09:05,return,S-2
`;

const finding = (page: Page, words: RegExp) =>
  page.getByRole('complementary', { name: 'Details' }).getByRole('button').filter({ hasText: words });

/** The pixels of a canvas, as a number that others would hardly give: the picture itself does not leave the page. */
const pixelsOf = (canvas: Locator): Promise<string> =>
  canvas.evaluate((c) => {
    const url = (c as HTMLCanvasElement).toDataURL();
    let sum = 0;
    for (let i = 0; i < url.length; i++) sum = Math.imul(sum ^ url.charCodeAt(i), 16777619);
    return `${url.length} ${sum >>> 0}`;
  });

/** Chromium draws letters otherwise on a canvas once it has been read from: it is read once, and painted anew, before pictures of it are compared. */
async function readable(page: Page, pixels: () => Promise<string>): Promise<string> {
  await atRest(page, pixels);
  const size = page.viewportSize();
  if (!size) throw new Error('no window');
  await page.setViewportSize({ ...size, width: size.width - 40 });
  await atRest(page, pixels);
  await page.setViewportSize(size);
  return atRest(page, pixels);
}

/** px below the top of the sheet at which folds are looked for. */
const FOLDED_AT = 60;

/** Where the first fold is, px, found by what the pointer is told of it. */
async function firstFold(page: Page, box: { x: number; y: number; width: number }): Promise<number> {
  for (let x = 160; x < box.width; x += 12) {
    await page.mouse.move(box.x + x, box.y + FOLDED_AT);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    if (await page.getByText(/^folded: /).isVisible()) return box.x + x;
  }
  throw new Error('no fold on the sheet');
}

/** The findings as the page lists them, for comparing before and after. */
const listed = (page: Page): Promise<string[]> =>
  page.getByRole('complementary', { name: 'Details' }).locator('.finding-line').allInnerTexts();

describe('the whole job', () => {
  it('from a stop log and a custody form to the timeline, and back from the case file', async () => {
    const { page, errors } = await open();
    await page.getByRole('button', { name: 'New case' }).click();
    await page.getByLabel('Name').fill('United States v. R.');
    await page.getByLabel('Time zone of the case').fill('America/Chicago');
    await page.getByRole('button', { name: 'Create the case' }).click();

    // The stop log and the custody form, through the mapping screen.
    await importFiles(page, [
      file('stop-log.csv', await readFile('test/fixtures/rodriguez/stop-log.csv')),
      file('custody.csv', CUSTODY),
    ]);
    await shown(page, 'Will create 17 events');
    expect(await page.getByRole('combobox', { name: 'Column kind means' }).inputValue()).toBe(
      'Kind of event',
    );
    await page.getByRole('button', { name: 'Add 17 entries' }).click();
    await shown(page, '1 line refused');
    const refused = page.getByRole('table', { name: 'Refused lines' });
    expect(await refused.innerText()).toMatch(/4\s+Date released\s+the date 2012-02-31 does not exist/);
    await page.getByRole('button', { name: 'Add 2 entries, 1 line left out' }).click();

    // The extension and the gap.
    await page.getByRole('img', { name: /Timeline of United States v. R./ }).waitFor();
    await finding(page, /Held beyond the mission.*at least 7 min 00 s, less than 9 min 00 s/s).waitFor();
    await finding(page, /in nobody’s hands.*at least 4 h 43 min, less than 4 h 47 min/s).waitFor();
    // The picture itself is painted, not only its frame: many colours on a sheet as wide as its column.
    const painted = await page.getByRole('img', { name: /Timeline of/ }).evaluate((c) => {
      const el = c as HTMLCanvasElement;
      const data =
        el.getContext('2d')?.getImageData(0, 0, el.width, el.height).data ?? new Uint8ClampedArray();
      const colours = new Set<number>();
      for (let i = 0; i < data.length; i += 4)
        colours.add(((data[i] as number) << 16) | ((data[i + 1] as number) << 8) | (data[i + 2] as number));
      return { width: el.width, colours: colours.size };
    });
    expect(painted.width).toBeGreaterThan(600);
    expect(painted.colours).toBeGreaterThan(50);
    await finding(page, /Held beyond the mission/).click();
    const side = page.getByRole('complementary', { name: 'Details' });
    await shown(side, 'Rests on no assumption');
    expect(await side.innerText()).toMatch(/shown by the record/);
    expect(await side.innerText()).toMatch(/Rests on no assumption/);
    expect(await side.innerText()).toMatch(/Rodriguez v. United States, 575 U.S. 348 \(2015\)/);
    await side.getByRole('button', { name: 'All findings' }).click();
    const before = await listed(page);

    // A time edited in the table changes the finding; a hand-over edited changes the gap.
    await toPlace(page, 'Record');
    await page.getByRole('button', { name: 'Edit alert' }).click();
    const form = page.getByRole('form', { name: 'Edit the entry' });
    await form.getByLabel('Time', { exact: true }).fill('@nothing +1m');
    await shown(form, '@nothing names no row');
    expect(await form.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await form.getByLabel('Time', { exact: true }).fill('@warning +10 or 11 min');
    await page.keyboard.press('Enter');
    await toPlace(page, 'Custody');
    await page.getByRole('button', { name: /^Edit the hand-over to Laboratory/ }).click();
    await page.getByLabel('Time received').fill('14:55');
    await page.keyboard.press('Enter');
    await toPlace(page, 'Timeline');
    await side.getByRole('button', { name: 'All findings' }).click();
    await finding(page, /Held beyond the mission.*at least 10 min 00 s, less than 12 min 00 s/s).waitFor();
    await finding(page, /in nobody’s hands.*at least 5 h 43 min, less than 5 h 47 min/s).waitFor();

    // Undone, twice; and still undone after a reload.
    await page.keyboard.press('Control+z');
    await finding(page, /at least 4 h 43 min/).waitFor();
    await page.keyboard.press('Control+z');
    await finding(page, /at least 7 min 00 s, less than 9 min 00 s/).waitFor();
    await page.reload();
    await finding(page, /Held beyond the mission/).waitFor();
    expect(await listed(page)).toEqual(before);

    // Out as a file, deleted, and in again.
    await page.goto(`${h.url}#/cases`);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export case file' }).click();
    const path = await (await download).path();
    await page.getByRole('button', { name: /^Delete United/ }).click();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await shown(page, 'No case yet.');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import a case file' }).click();
    await (await chooser).setFiles({
      name: 'r.stopline',
      mimeType: 'application/zip',
      buffer: await readFile(path),
    });
    await finding(page, /Held beyond the mission/).waitFor();
    expect(await listed(page)).toEqual(before);

    // A damaged case file is refused whole.
    const bytes = await readFile(path);
    await page.goto(`${h.url}#/cases`);
    const again = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import a case file' }).click();
    await (await again).setFiles({
      name: 'cut.stopline',
      mimeType: 'application/zip',
      buffer: bytes.subarray(0, bytes.length - 200),
    });
    await shown(page, 'cut.stopline was not imported');
    expect(errors).toEqual([]);
    expect(h.foreign).toEqual([]);
  }, 180_000);

  it('says of each bad file what it is, and keeps what is good', async () => {
    const { page, errors } = await open('#/sample/sample-rodriguez');
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    await importFiles(page, [
      file('empty.csv', ''),
      file('report.csv', '%PDF-1.7\n'),
      file('ok.csv', 'id,date,time,kind,description\nz,2012-03-27,01:10,note,Tow truck\n'),
    ]);
    await shown(page, 'empty.csv is empty');
    await shown(page, 'report.csv is a PDF');
    await page.getByRole('button', { name: 'Add 1 entry' }).click();
    await shown(page.getByRole('table', { name: 'Minute by minute' }), 'Tow truck');
    expect(errors).toEqual([]);
  }, 120_000);
});

describe('importing', () => {
  it('takes the year of days without one from the file’s name, says so, and asks where nothing tells it', async () => {
    const { page, errors } = await open('#/sample/sample-rodriguez');
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    const log = 'Date,Time,Event\n3/14,14:27,Tow truck called\n3/14,14:40,Tow truck arrives\n';
    await importFiles(page, [file('Log of 2024.csv', log)]);
    await shown(page, 'Will create 2 events');
    await shown(page, 'Days without a year are taken as of 2024, which stands above the header');
    const preview = page.getByRole('table', { name: 'Events to come' });
    expect(await preview.textContent()).toMatch(/2024-03-14.*14:27/);
    // The question stands there with what was taken, and another answer holds.
    const years = page.getByRole('radiogroup', { name: /No year is written/ });
    expect(await years.getByRole('radio', { name: '2024', exact: true }).isChecked()).toBe(true);
    await years.getByRole('radio', { name: '2012', exact: true }).click();
    await expect.poll(() => preview.textContent()).toMatch(/2012-03-14.*14:27/);
    await page.getByRole('button', { name: 'Leave it out' }).click();
    await importFiles(page, [file('tow.csv', log)]);
    await shown(page, 'has no year');
    expect(await years.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('reads a workbook in the browser, remembers a mapping by its header, refuses what is too large before reading it', async () => {
    const { page, errors } = await open('#/sample/sample-rodriguez');
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    await importFiles(page, [{ ...file('log.xlsx', ''), buffer: Buffer.from(workbook(true)) }]);
    await shown(page, 'Will create 2 events');
    const preview = page.getByRole('table', { name: 'Events to come' });
    expect(await preview.textContent()).toMatch(/2024-03-14 14:27:05.*Sniff/);
    await page.getByRole('button', { name: 'Add 2 entries' }).click();
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();

    // Four figures alone: a column of plain times would be taken for one.
    const odd = 'Foo,Bar,Baz\n0110,2012-03-27,Tow truck\n';
    await importFiles(page, [file('odd.csv', odd)]);
    await shown(page, 'This header fits none of the layouts');
    const means = (column: string) => page.getByRole('combobox', { name: `Column ${column} means` });
    await means('Foo').click();
    await page.getByRole('option', { name: 'Time (begins) (needed)' }).click();
    await means('Bar').click();
    await page.getByRole('option', { name: 'Date', exact: true }).click();
    await means('Baz').click();
    await page.getByRole('option', { name: 'What happened', exact: true }).click();
    await shown(page, 'Will create 1 event');
    await page.getByRole('button', { name: 'Add 1 entry' }).click();
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    await importFiles(page, [file('odd2.csv', odd.replace('Tow', 'Second tow'))]);
    await shown(page, 'Will create 1 event');
    expect(await means('Foo').inputValue()).toBe('Time (begins) (needed)');
    await page.getByRole('button', { name: 'Leave it out' }).click();
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('main input[type=file]');
      const big = new File([new Uint8Array(200 * 1024 * 1024)], 'big.csv');
      const data = new DataTransfer();
      data.items.add(big);
      if (input) input.files = data.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await shown(page, 'big.csv is 200 MB');
    expect(errors).toEqual([]);
  }, 120_000);
});

describe('the case', () => {
  it('has its clocks, sources and policies changed from the keyboard, and the findings follow', async () => {
    const { page, errors } = await open('#/sample/sample-roadside');
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    await toPlace(page, 'Case');
    await page.getByLabel('A silence worth naming (min)').fill('20');
    await page.keyboard.press('Enter');
    await page.getByLabel('Exhibit of Dash camera').fill('Ex. 55');
    await page.keyboard.press('Enter');
    await toPlace(page, 'Clocks');
    await page.getByRole('button', { name: 'Edit the clock dash camera' }).click();
    await page.getByLabel('Ahead by at least (s)').fill('5');
    await page.getByLabel('Ahead by at most (s)').fill('7');
    await shown(page, 'an offset needs its reason');
    await page.getByLabel('How that is known').fill('overlay against dispatch');
    await page.keyboard.press('Enter');
    await shown(page.getByRole('table', { name: 'Clocks' }), '5 to 7 s');
    await toPlace(page, 'Timeline');
    await page
      .getByRole('table', { name: 'Minute by minute' })
      .getByText('Ex. 55 (Dash camera)')
      .first()
      .waitFor();
    expect(await finding(page, /Nobody accounts/).count()).toBe(0);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'History of changes' }).click();
    await page.getByRole('table', { name: 'History of changes' }).getByText('Clock: dash camera').click();
    await shown(page, 'overlay against dispatch');
    expect(errors).toEqual([]);
  }, 120_000);
});

describe('the clocks', () => {
  it('from the keyboard: a sync point decides an open finding; its proof is read; the report is impeached; all undone', async () => {
    const { page, errors } = await open('#/sample/sample-roadside');
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    const side = page.getByRole('complementary', { name: 'Details' });
    const early = finding(page, /Dash camera stops early/);
    await early.focus();
    await page.keyboard.press('Enter');
    await shown(side, 'open', { exact: true });
    await shown(side, /How far dash camera is off/i);
    await side.getByRole('button', { name: 'Add to the requests' }).first().focus();
    await page.keyboard.press('Enter');
    await shown(page, 'Noted under Findings');
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page
      .getByRole('region', { name: 'Discovery requests' })
      .getByText(/how far dash camera was off, to the second/)
      .waitFor();

    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.getByRole('heading', { name: 'Clocks', level: 1 }).waitFor();
    await shown(page, 'They miss one another by at least 5 min 12 s.');
    await page.getByRole('button', { name: 'Add a sync point' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('radio call');
    await page.getByLabel('First reading').focus();
    await page.keyboard.type('14:09:12');
    await page.getByRole('combobox', { name: 'Second clock' }).focus();
    await page.keyboard.type('dash');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel('Second reading').focus();
    await page.keyboard.type('14:09:14');
    await page.keyboard.press('Enter');
    await shown(page.getByRole('table', { name: 'Sync points' }), 'radio call');

    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await shown(side, 'shown by the record', { exact: true });
    expect(await side.innerText()).toMatch(
      /Sync \(radio call\): 14:09:12 on dispatch is 14:09:14 on dash camera/,
    );
    expect(await side.innerText()).toMatch(/Rests on no assumption/);

    await page.keyboard.press('g');
    await page.keyboard.press('k');
    const clash = page.getByRole('region', { name: 'Contradiction' });
    expect(await clash.locator('s').innerText()).toMatch(/dog deployed/);
    await clash
      .getByRole('listitem')
      .filter({ hasText: 'Dog led around the car' })
      .getByRole('button', { name: /^Impeach/ })
      .focus();
    await page.keyboard.press('Enter');
    await clash
      .locator('s')
      .filter({ hasText: /Dog led around the car/ })
      .waitFor();
    await page.keyboard.press('Control+z');
    await clash
      .locator('s')
      .filter({ hasText: /dog deployed/ })
      .waitFor();
    await page.keyboard.press('Control+z');
    await page
      .getByRole('table', { name: 'Sync points' })
      .getByText('radio call')
      .waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  }, 120_000);
});

describe('by keyboard alone', () => {
  it('opens a sample, walks the places, steps through the timeline, adds an entry and undoes it', async () => {
    const { page, errors } = await open();
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByLabel('Place, case or command').fill('sample State');
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: /Timeline of State v. Doe/ }).waitFor();
    await shown(page, 'Made-up sample');
    await page.getByRole('img', { name: /Timeline of/ }).focus();
    for (const key of ['s', '+', 'ArrowRight', '-', '0', 'ArrowDown', 'ArrowDown'])
      await page.keyboard.press(key);
    await shown(page.getByRole('complementary', { name: 'Details' }), 'As written');
    await page.keyboard.press('Escape');
    for (const [key, name] of [
      ['c', 'Custody'],
      ['f', 'Findings'],
      ['i', 'Import'],
    ] as const) {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await page.getByRole('heading', { name, level: 1 }).waitFor();
    }
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await shown(page, '26 entries');
    await page.getByRole('button', { name: 'Add an entry' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('2:19p');
    await shown(page, '2024-03-14 14:19:00 to 14:19:59');
    await page.keyboard.press('Enter');
    await shown(page, '27 entries');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await shown(page, '26 entries');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Help' }).waitFor();
    await page.keyboard.press('Escape');
    expect(errors).toEqual([]);
  }, 120_000);
});

describe('typing', () => {
  it('lights up the findings while a clock range is dragged, keeps it with its reason, and makes a sync point of two entries', async () => {
    const { page, errors } = await open('#/sample/sample-roadside');
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    const end = page.getByRole('slider', { name: 'Least that dash camera runs ahead, in seconds' });
    const before = Number(await end.getAttribute('aria-valuenow'));
    const box = await end.boundingBox();
    if (!box) throw new Error('nothing to drag');
    await page.mouse.move(box.x + 4, box.y + 9);
    await page.mouse.down();
    await page.mouse.move(box.x + 200, box.y + 9, { steps: 8 });
    const lights = page.getByRole('list', { name: 'Findings as they would stand' });
    await lights.locator('[class*=lit]').first().waitFor();
    expect(await lights.locator('[class*=lit]').first().innerText()).toMatch(/: open → /);
    await page.screenshot({ path: join(shotsFolder(), 'clock-drag.png') });
    await page.mouse.up();
    expect(Number(await end.getAttribute('aria-valuenow'))).toBeGreaterThan(before + 30);
    await page.keyboard.press('Escape');
    await end.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
    expect(Number(await end.getAttribute('aria-valuenow'))).toBeGreaterThan(before + 25);
    const trial = page
      .getByRole('form', { name: 'Try out Dash camera' })
      .or(page.getByRole('form', { name: /Try out dash camera/ }));
    await trial.getByLabel('How that is known').focus();
    await page.keyboard.type('device log');
    await page.keyboard.press('Enter');
    await shown(page.getByRole('table', { name: 'Clocks' }), 'device log');
    await page.keyboard.press('Control+z');
    await page.getByRole('table', { name: 'Clocks' }).getByText('device log').waitFor({ state: 'detached' });

    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.getByRole('button', { name: /^Canine unit asked for/ }).click();
    const side = page.getByRole('complementary', { name: 'Details' });
    await side.getByRole('combobox', { name: 'Measure from here to' }).fill('Walks up');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await side.getByRole('button', { name: 'They are one and the same moment' }).click();
    await shown(page, /A sync point of their two clocks/);
    await page.keyboard.press('Control+z');
    expect(errors).toEqual([]);
  });

  it('says at once, beside the field, that an entry cannot be true with the others; and measures between any two', async () => {
    const { page, errors } = await open('#/sample/sample-rodriguez');
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    await toPlace(page, 'Record');
    await page.getByRole('button', { name: 'Edit deputy' }).click();
    const form = page.getByRole('form', { name: 'Edit the entry' });
    await form.getByLabel('Ends').fill('before @stop');
    await form
      .getByRole('alert')
      .getByText(/cannot all be true/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await toPlace(page, 'Timeline');
    await page.getByRole('button', { name: /^Second officer arrives/ }).click();
    const side = page.getByRole('complementary', { name: 'Details' });
    await side.getByRole('combobox', { name: 'Measure from here to' }).fill('Dog alerts');
    await page.getByRole('option', { name: /Dog alerts/ }).click();
    await shown(side, 'less than 5 min 00 s', { exact: true });
    expect(errors).toEqual([]);
  }, 120_000);
});

describe('the timeline under the pointer', () => {
  it('zooms by wheel, pans by dragging, selects by click, and prints through the SVG painter', async () => {
    const { page, errors } = await open('#/sample/sample-roadside');
    const canvas = page.getByRole('img', { name: /Timeline of/ });
    await canvas.waitFor();
    const pixels = () => pixelsOf(canvas);
    const first = await atRest(page, pixels);
    const box = await canvas.boundingBox();
    if (!box) throw new Error('no canvas');
    await page.mouse.move(box.x + 400, box.y + 200);
    await page.mouse.wheel(0, -400);
    await expect.poll(pixels).not.toBe(first);
    const zoomed = await atRest(page, pixels);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, box.y + 200, { steps: 4 });
    await page.mouse.up();
    await expect.poll(pixels).not.toBe(zoomed);
    await page.getByRole('button', { name: 'Whole case' }).click();
    await atRest(page, pixels);
    await page.mouse.click(box.x + 225, box.y + 50);
    await page.emulateMedia({ media: 'print' });
    await page.locator('[class*=print-picture] svg[role=img]').first().waitFor();
    expect((await page.locator('[class*=print-picture] svg[role=img]').allTextContents()).join()).toContain(
      'held past the mission',
    );
    expect(errors).toEqual([]);
  }, 120_000);
});

/** What axe is asked, in the page. */
interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{
    violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
  }>;
}

/** What axe finds in the page as it stands, that is serious. */
const serious = (page: Page, asked: object): Promise<string[]> =>
  page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: Axe };
    const result = await axe.run(document, { resultTypes: ['violations'], ...options });
    return result.violations
      .filter((v) => v.impact === 'serious' || v.impact === 'critical')
      .map(
        (v) =>
          `${v.id}: ${v.nodes
            .slice(0, 2)
            .map((n) => `${n.html.slice(0, 160)} ${n.failureSummary.slice(0, 200)}`)
            .join(' | ')}`,
      );
  }, asked);

/** Waits until colors that change gradually have changed. */
const recoloured = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((a) => a.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((a) => a.finished),
    ),
  );

describe('axe', () => {
  it('finds nothing serious in any place: light, and of the themes that a system asks for what they change, their colors', async () => {
    const { page } = await open('#/sample/sample-roadside');
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    await page.evaluate(AxeBuilder.source);
    const places = await page
      .locator('nav a[href^="#/case/"]')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href') as string));
    expect(places.length).toBeGreaterThan(14);
    for (const place of [...places, '#/cases']) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, place);
      await page.getByText(/^\s*(Loading|Reading)/).waitFor({ state: 'detached' });
      await wordsAtRest(page);
      if (place.endsWith('/findings')) await page.locator('summary').first().click();
      for (const [theme, media, asked] of [
        ['light', { colorScheme: 'light', contrast: 'no-preference' }, {}],
        ['dark', { colorScheme: 'dark' }, { runOnly: ['color-contrast'] }],
        ['contrast', { contrast: 'more' }, { runOnly: ['color-contrast'] }],
      ] as const) {
        await page.emulateMedia(media);
        await page.locator(`html[data-theme=${theme}]`).waitFor();
        await drawn(page);
        await recoloured(page);
        expect.soft(await serious(page, asked), `${theme} ${place}`).toEqual([]);
      }
    }
    await page.emulateMedia({ colorScheme: null, contrast: null });
  }, 240_000);
});

describe('the picture by hand', () => {
  it('goes to a typed stretch and back, keeps it as a bookmark, lights up a search, hides and moves a lane', async () => {
    const { page, errors } = await open('#/sample/sample-roadside');
    const canvas = page.getByRole('img', { name: /Timeline of/ });
    await canvas.waitFor();
    const pixels = () => pixelsOf(canvas);
    const whole = await readable(page, pixels);
    await page.getByLabel('Show from one time to another').fill('14:15 to 14:2x');
    await page.keyboard.press('Enter');
    await shown(page, /14:2x/);
    await page.getByLabel('Show from one time to another').fill('14:15 to 14:28');
    await page.keyboard.press('Enter');
    await expect.poll(pixels).not.toBe(whole);
    const near = await pixels();
    await page.getByRole('button', { name: 'Bookmarks' }).click();
    await page.getByLabel('Name of this view').fill('the sniff');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Back to the view before' }).click();
    await expect.poll(pixels).toBe(whole);
    await page.getByRole('button', { name: 'Bookmarks' }).click();
    await page.getByRole('menuitem', { name: /the sniff/ }).click();
    await expect.poll(pixels).toBe(near);

    await page.getByLabel('Search the timeline').fill('dog');
    await expect.poll(pixels).not.toBe(near);
    const searched = await pixels();
    // Only what changed is drawn again; drawn whole, it is the same to the pixel.
    const [some, all] = ((await canvas.getAttribute('data-painted')) ?? '')
      .split(' of ')
      .map((x) => Number.parseInt(x, 10));
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all as number);
    const size = page.viewportSize();
    if (!size) throw new Error('no window');
    await page.setViewportSize({ ...size, width: size.width - 40 });
    await expect.poll(pixels).not.toBe(searched);
    await page.setViewportSize(size);
    await expect.poll(() => canvas.getAttribute('data-painted')).toBe(`${all} of ${all} strips`);
    await expect.poll(pixels).toBe(searched);
    await page.keyboard.press('Enter');
    await shown(page.getByRole('complementary', { name: 'Details' }), 'Canine unit asked for');
    await page.getByLabel('Search the timeline').fill('');

    await page.getByRole('button', { name: /^View/ }).click();
    await page.getByRole('checkbox', { name: 'Annotator' }).click();
    await page.getByRole('button', { name: 'Move Canine up' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'View (1 hidden)' }).waitFor();
    expect(await pixels()).not.toBe(searched);
    await page.reload();
    await page.getByRole('button', { name: 'View (1 hidden)' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.locator('[class*=print-picture] svg[role=img]').first().waitFor();
    expect((await page.locator('[class*=print-picture] svg[role=img]').allTextContents()).join()).toContain(
      '1 lane is not shown: Annotator',
    );
    expect(errors).toEqual([]);
  }, 120_000);

  it('moves an end of an entry with the arrow keys and with the pointer, shows what would change, and keeps it', async () => {
    const { page, errors } = await open('#/sample/sample-roadside');
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    await page.getByRole('button', { name: 'The stop', exact: true }).click();
    await page.getByRole('button', { name: /^One in custody/ }).click();
    const start = page.getByRole('slider', { name: 'Beginning of One in custody' });
    await start.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowRight');
    const trial = page.getByRole('form', { name: 'Try out another time' });
    await shown(trial, '14:30:31');
    await trial.getByRole('list', { name: 'Findings as they would stand' }).locator('li').first().waitFor();
    await trial.getByRole('button', { name: 'Keep' }).focus();
    await page.keyboard.press('Enter');
    await shown(page.getByRole('complementary', { name: 'Details' }), '14:30:31');
    await page.keyboard.press('Control+z');
    await shown(page.getByRole('complementary', { name: 'Details' }), '14:30:20');

    await page.evaluate(() => scrollTo(0, 0));
    const box = await start.boundingBox();
    if (!box) throw new Error('no handle');
    await page.mouse.move(box.x + 5, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x - 60, box.y + 8, { steps: 6 });
    await page.mouse.up();
    await shown(trial, /It would read 14:2\d:\d\d on dispatch/);
    await trial.getByRole('button', { name: 'Let go' }).click();
    await trial.waitFor({ state: 'detached' });
    expect(await start.getAttribute('aria-valuetext')).toBe('14:30:20');
    expect(errors).toEqual([]);
  }, 120_000);
});

describe('the picture by pointer', () => {
  it('draws a stretch and makes an entry of it, chooses many, unfolds dead time', async () => {
    const { page, errors } = await open('#/sample/sample-roadside');
    const canvas = page.getByRole('img', { name: /Timeline of/ });
    await canvas.waitFor();
    const pixels = () => pixelsOf(canvas);
    await atRest(page, pixels);
    const box = await canvas.boundingBox();
    if (!box) throw new Error('no canvas');
    const folded = await readable(page, pixels);
    await page.mouse.click(await firstFold(page, box), box.y + FOLDED_AT);
    await expect.poll(pixels).not.toBe(folded);
    await page.getByRole('button', { name: 'Fold again' }).click();
    await expect.poll(pixels).toBe(folded);

    await page.getByRole('button', { name: 'The stop', exact: true }).click();
    await atRest(page, pixels);
    await page.keyboard.down('Shift');
    await page.mouse.move(box.x + 400, box.y + 330);
    await page.mouse.down();
    await page.mouse.move(box.x + 470, box.y + 330, { steps: 6 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    const form = page.getByRole('form', { name: 'A stretch drawn on the picture' });
    expect(await form.getByLabel('From').inputValue()).toMatch(/^14:\d\d:\d\d$/);
    expect(await form.getByLabel('to', { exact: true }).isDisabled()).toBe(true);
    await form.getByLabel('What happened').fill('Officers talk by the patrol car');
    await form.getByLabel('Source').fill('Dash camera');
    await form.getByRole('button', { name: 'Add' }).click();
    await page
      .getByRole('table', { name: 'Minute by minute' })
      .getByText('Officers talk by the patrol car')
      .waitFor();

    await page.getByRole('button', { name: /^Canine unit on scene/ }).click();
    await page.evaluate(() => scrollTo(0, 0));
    const handle = await page
      .getByRole('slider', { name: 'Beginning of Canine unit on scene' })
      .boundingBox();
    if (!handle) throw new Error('no handle');
    // The sniff stands right of the dog's arrival, in the same lane.
    await page.keyboard.down('Control');
    await page.mouse.click(handle.x + 34, handle.y + handle.height / 2);
    await page.keyboard.up('Control');
    const side = page.getByRole('complementary', { name: 'Details' });
    await shown(side, '2 entries chosen');
    await shown(side, /From the first to the last/);
    await side.getByRole('button', { name: 'The first chosen comes before the second' }).click();
    await shown(page, 'Put in order.');
    await page.keyboard.press('Control+z');
    await side.getByRole('button', { name: 'Choose none' }).click();

    // By keyboard: space chooses the selected entry, D makes an entry at it.
    await canvas.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await shown(side, '2 entries chosen');
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await form.getByLabel('What happened').waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });

    // Trackpad and two fingers zoom in.
    const before = await pixels();
    await page.evaluate(() => scrollTo(0, 0));
    await page.mouse.move(box.x + 500, box.y + 300);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect.poll(pixels).not.toBe(before);
    const pinched = await pixels();
    await canvas.evaluate((el) => {
      const box = el.getBoundingClientRect();
      const send = (type: string, id: number, x: number) =>
        el.dispatchEvent(
          new PointerEvent(type, {
            pointerId: id,
            pointerType: 'touch',
            clientX: box.left + x,
            clientY: box.top + 300,
            bubbles: true,
            buttons: 1,
          }),
        );
      send('pointerdown', 11, 400);
      send('pointerdown', 12, 500);
      send('pointermove', 11, 350);
      send('pointermove', 12, 600);
      send('pointerup', 11, 350);
      send('pointerup', 12, 600);
    });
    await expect.poll(pixels).not.toBe(pinched);
    expect(errors).toEqual([]);
  }, 120_000);
});

describe('the three people', () => {
  it('the attorney reads a finding, weighs and plans it, and is told what changed since', async () => {
    const { page, errors } = await open('#/sample/sample-roadside');
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    const row = (title: string) =>
      page
        .locator('details[class*=finding-row]')
        .filter({ has: page.locator('summary strong', { hasText: title }) });
    const held = row('Held beyond the mission');
    await held.locator('summary').click();
    await shown(held, 'Records that would settle it');
    await held.getByRole('combobox', { name: 'Strength' }).click();
    await page.getByRole('option', { name: 'Strong' }).click();
    await held.getByLabel('By the day').fill('2024-06-01');
    await held.getByLabel('Notes').fill('Lead with this one.');
    await held.getByRole('button', { name: 'Save note' }).click();
    await shown(held.locator('summary'), 'strong, 2024-06-01');
    // Looked at long enough to count as read.
    await holds(page, 'kept', '"read sample-roadside');
    const detour = row('Time spent off the mission');
    await detour.locator('summary').click();
    await detour.getByLabel('Dismissed, because').fill('he says it was small talk');
    await detour.getByLabel('Notes').focus();
    await shown(detour.locator('summary'), 'dismissed: he says it was small talk');

    await page.getByText('Leverage').click();
    const leverage = page.getByRole('table', { name: 'What the State would have to do' });
    await shown(leverage, 'Held beyond the mission');
    expect(await leverage.getByText('Time spent off the mission').count()).toBe(0);
    expect(await leverage.getByRole('row').filter({ hasText: 'Held beyond' }).innerText()).toMatch(
      /Officer A[\s\S]*strong, 2024-06-01/,
    );

    // The record changes under it.
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.getByRole('button', { name: 'Edit alert' }).click();
    await page
      .getByRole('form', { name: 'Edit the entry' })
      .getByLabel('Time', { exact: true })
      .fill('14:26:12');
    await page.keyboard.press('Enter');
    await page.getByRole('form', { name: 'Edit the entry' }).waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await shown(held.locator('summary'), 'changed');
    await held.locator('summary').click();
    await shown(held, /Its bounds were at least 6 min 12 s, at most 8 min 00 s/);
    expect(errors).toEqual([]);
  }, 120_000);

  it('the investigator opens a chain of a thousand items, types what was tested, and sees what it supports', async () => {
    const { page, errors } = await open();
    await page.getByRole('button', { name: 'New case' }).click();
    await page.getByLabel('Name').fill('State v. Warehouse');
    await page.getByLabel('Time zone of the case').fill('America/Chicago');
    await page.getByRole('button', { name: 'Create the case' }).click();
    const day = (k: number) => `2024-03-${String(k + 1).padStart(2, '0')}`;
    // Five lines an item, as `npm run bench` has them beside a hundred thousand entries.
    const lines = Array.from({ length: 5_000 }, (_, n) => {
      const [item, k] = [Math.floor(n / 5) + 1, n % 5];
      return k === 0
        ? `${item},bag,,,,Hand 0,${day(0)},09:00,stored,S-${item}`
        : `${item},bag,Hand ${k - 1},${day(k)},09:00,Hand ${k},${day(k)},${item === 700 && k === 3 ? '13:30' : '09:02'},moved,S-${item}`;
    });
    const form = `Item,Description,Released by,Date released,Time released,Received by,Date received,Time received,Purpose,Seal\n${lines.join('\n')}\n`;
    await importFiles(page, [file('form.csv', form)]);
    await page.getByRole('button', { name: 'Add 5000 entries' }).click({ timeout: 60_000 });
    await page.getByRole('img', { name: /Timeline of State v. Warehouse/ }).waitFor({ timeout: 60_000 });
    await page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: 'Custody', exact: true })
      .click();
    const list = page.getByRole('listbox', { name: 'Items' });
    await list.waitFor({ timeout: 60_000 });
    // A thousand items, and only those in view are in the page.
    expect(await list.getByRole('option').count()).toBeLessThan(60);
    await list.evaluate((el) => {
      el.scrollTop = 54 * 600;
    });
    await list
      .getByRole('option', { name: /Item 60\d/ })
      .first()
      .waitFor();
    await page.getByLabel('Search the items').fill('700');
    const chain = page.getByRole('region', { name: 'Item 700' });
    await shown(chain, /in nobody’s hands/);
    await chain.getByRole('button', { name: 'Edit the item' }).click();
    await chain.getByLabel('Units seized').fill('50');
    await chain.getByLabel('Units tested').fill('4');
    await page.keyboard.press('Enter');
    await shown(chain, 'What was tested, and what it supports');
    await shown(chain, /the tests support 25 of 50 units/);
    expect(errors).toEqual([]);
  }, 180_000);

  it('whoever presents shows one finding at a time, with a legend of what is on the sheet', async () => {
    const { page, errors } = await open('#/sample/sample-roadside');
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    const legend = page.locator('[class*=legend-screen]');
    await shown(legend, 'custody break');
    const show = async (which: string): Promise<void> => {
      await page.getByRole('button', { name: /^View/ }).click();
      await page.getByRole('combobox', { name: 'Findings shown' }).click();
      // Pressed as slowly as people do: the menu must not be gone before the button is let go.
      await page.getByRole('option', { name: which }).click({ delay: 300 });
      await page.keyboard.press('Escape');
    };
    await show('Only the one selected');
    await legend.getByText('beyond the mission').waitFor({ state: 'detached' });
    await finding(page, /Held beyond the mission/).click();
    await shown(legend, 'beyond the mission');
    await show('The camera has a hole');
    await legend.getByText('beyond the mission').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  }, 120_000);
});
