import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCaseFile } from '../../src/casefile/case-file';
import { Copy } from '../casefile/copies';
import { record, relation } from '../make';
import { type Harness, resize, shotsFolder, startHarness, toPlace } from './harness';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
}, 180_000);
afterAll(async () => h?.close());

const COMMENT = 'CANARY ask him why';

/** Two reports and a hearing transcript of one officer, one camera, one dispatch log. */
const of = record({
  clocks: [{}, { id: 'watch', name: 'report', kind: 'person', reference: false }],
  sources: [
    {},
    { id: 'r1', name: 'Report of Officer Marsh', kind: 'report', by: 'Officer Marsh' },
    { id: 'r2', name: 'Supplement of Officer Marsh', kind: 'report', by: 'Officer Marsh' },
    { id: 'tr', name: 'Suppression hearing', kind: 'testimony', by: 'Dale Marsh' },
    { id: 'cam', name: 'Body camera', kind: 'camera' },
  ],
  events: [
    { ref: 'dog', kind: 'dog-requested', start: '14:12:00', page: '3', description: 'K9 requested' },
    { ref: 'stop', kind: 'seizure-begins', start: '14:04:00', page: '2', description: 'Traffic stop' },
    {
      ref: 'c1',
      kind: 'seizure-begins',
      clockId: 'watch',
      sourceId: 'r1',
      page: '1',
      start: '14:05',
      description: 'I stopped the car at 1405 hours',
    },
    {
      ref: 'c2',
      kind: 'dog-requested',
      clockId: 'watch',
      sourceId: 'r1',
      page: '2',
      start: '13:50',
      description: 'At about 1350 I had already asked for a dog',
    },
    {
      ref: 'c3',
      kind: 'found',
      clockId: 'watch',
      sourceId: 'r2',
      page: '1',
      start: '14:40',
      description: 'I found a bag under the seat at 1440',
    },
    {
      ref: 'c4',
      kind: 'odour',
      clockId: 'watch',
      sourceId: 'r2',
      page: '1',
      start: '14:06',
      description: 'I smelled raw marijuana',
    },
    {
      ref: 'c5',
      kind: 'dog-requested',
      clockId: 'watch',
      sourceId: 'tr',
      page: '41',
      start: '14:15',
      description: 'I called for the dog at a quarter past two',
    },
    {
      ref: 'c6',
      kind: 'observation',
      clockId: 'watch',
      sourceId: 'r1',
      page: '1',
      start: '14:06',
      description: 'He reached under the seat',
    },
    {
      ref: 'm1',
      kind: 'not-seen',
      sourceId: 'cam',
      start: '14:06:10',
      description: 'both hands on the wheel',
      about: 'c6',
      view: 'through the driver’s window, to the waist',
    },
  ],
  relations: [relation('c1', 'stop'), relation('c2', 'dog'), relation('c5', 'dog')],
});

async function caseFile(): Promise<Buffer> {
  const copy = Copy.begun();
  const { case: _, ...facts } = of;
  copy.commit(
    'Typed',
    Object.entries(facts).flatMap(([table, rows]) =>
      rows.map((row) => ({ table: table as 'events', id: row.id, before: null, after: row })),
    ),
  );
  return Buffer.from(await writeCaseFile(copy.content()));
}

describe('claims', () => {
  it('stand against what others prove, each a click from its page, and leave as a table without the comment', async () => {
    const { page, errors, context } = await h.open();
    const file = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import a case file' }).click();
    await (await file).setFiles({
      name: 'c.stopline',
      mimeType: 'application/zip',
      buffer: await caseFile(),
    });
    await toPlace(page, 'Claims');
    const list = page.getByRole('listbox', { name: 'Claims' });
    await list.waitFor();
    const line = (text: string) => list.getByRole('option').filter({ hasText: text });
    await expect.poll(() => line('I stopped the car').innerText()).toMatch(/holds/);
    expect(await line('had already asked').innerText()).toMatch(
      /cannot be true by (at least|more than) 16 min/,
    );
    expect(await line('found a bag').innerText()).toMatch(/untested/);
    expect(await line('raw marijuana').innerText()).toMatch(/no matter of time or sight/);
    expect(await line('reached under').innerText()).toMatch(/filmed, not seen/);
    expect(await page.getByRole('main').innerText()).not.toMatch(/\b(lie|lied|lying|liar)\b/i);

    // By keys alone to the second; report, testimony and log of that moment side by side.
    await line('I stopped the car').click();
    await page.keyboard.press('j');
    const one = page.getByRole('region', { name: 'The claim' });
    await expect.poll(() => one.innerText()).toMatch(/1350/);
    const beside = page.getByRole('group', { name: 'This moment side by side' });
    expect(await beside.innerText()).toMatch(
      /Reports[\s\S]*13:50[\s\S]*Testimony[\s\S]*14:15[\s\S]*Suppression hearing at 41/,
    );
    await page.keyboard.press('c');
    await page.keyboard.type(COMMENT);
    await page.keyboard.press('Escape');
    for (const [name, width, height] of [
      ['1280', 1280, 800],
      ['1920', 1920, 1080],
      ['phone', 390, 844],
    ] as const) {
      await resize(page, width, height);
      await page.screenshot({ path: `${shotsFolder()}/claims-${name}.png`, fullPage: name === 'phone' });
    }
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'dark';
      document.documentElement.dataset['mantineColorScheme'] = 'dark';
    });
    await resize(page, 1440, 900);
    await page.screenshot({ path: `${shotsFolder()}/claims-dark.png` });

    const down = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Table in Word' }).click();
    const word = unzipSync(new Uint8Array(readFileSync((await (await down).path()) as string)));
    const text = Object.values(word)
      .map((b) => strFromU8(b))
      .join('\n');
    for (const cite of [
      'Report of Officer Marsh at 1',
      'Report of Officer Marsh at 2',
      'Supplement of Officer Marsh at 1',
      'Suppression hearing at 41',
      'Dispatch log at 3',
      'Dispatch log at 2',
    ])
      expect(text, cite).toContain(cite);
    expect(text).not.toContain('CANARY');
    for (const name of ['PDF', 'XLSX']) {
      const next = page.waitForEvent('download');
      await page.getByRole('button', { name: `Table in ${name}` }).click();
      expect((await next).suggestedFilename()).toMatch(new RegExp(`claims\\.${name.toLowerCase()}$`));
    }
    expect(errors).toEqual([]);
    expect(h.foreign).toEqual([]);
    await context.close();
  }, 120_000);
});
