import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { atRest, type Harness, startHarness } from './harness';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

const hasPdftotext = spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;

it.skipIf(!hasPdftotext)(
  '(needs pdftotext) Record and Custody print every row, whatever the window shows',
  async () => {
    // A window so low that a few rows fill it.
    const { page, context } = await h.open('#/sample/sample-roadside', { width: 1280, height: 420 });
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    const printed = async (place: string): Promise<string> => {
      await page.getByRole('link', { name: place, exact: true }).click();
      const shown = (): Promise<string> => page.locator('body').innerText();
      await page.getByRole('main').waitFor();
      await atRest(page, shown);
      await page.emulateMedia({ media: 'print' });
      await atRest(page, shown);
      const bytes = await page.pdf({ format: 'Letter', landscape: true });
      await page.emulateMedia({ media: 'screen' });
      const path = join(mkdtempSync(join(tmpdir(), 'stopline-print-')), 'place.pdf');
      writeFileSync(path, bytes);
      return spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).stdout;
    };
    const record = await printed('Record');
    for (const words of ['14:01:50', '14:09:12', '19:23:54', '14:25:10', '14:30:20', '19:29:15', '19:06:54'])
      expect(record).toContain(words);
    const custody = await printed('Custody');
    for (const words of [
      'Item 1',
      'Item 2',
      'S-100',
      'S-101',
      'S-102',
      'S-103',
      'Locker 7',
      'Evidence clerk',
    ])
      expect(custody).toContain(words);
    await context.close();
  },
  120_000,
);
