import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, onePage, shown, startHarness } from './harness';

let h: Harness;
const open = onePage(() => h);
beforeAll(async () => {
  h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

/** A case of its own in Chicago, its timeline shown. */
async function newCase(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New case' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Time zone of the case').fill('America/Chicago');
  await page.getByRole('button', { name: 'Create the case' }).click();
  await page.getByRole('link', { name: 'Record', exact: true }).waitFor();
}

/** Keys as a person presses them, counted. */
function hands(page: Page): {
  type(text: string): Promise<void>;
  press(key: string): Promise<void>;
  count(): number;
} {
  let n = 0;
  return {
    async type(text) {
      n += text.length;
      await page.keyboard.type(text);
    },
    async press(key) {
      n += 1;
      await page.keyboard.press(key);
    },
    count: () => n,
  };
}

/** The stop of `tables/made`, as somebody types it from paper. */
const STOP: readonly (readonly [string, string, string])[] = [
  ['2342', 'T-stop', 'Seizure begins'],
  ['2344', 'At window', 'Approach'],
  ['2346', 'Ran DL', 'Records check'],
  ['2349', 'Asks about drugs', 'Unrelated questions'],
  ['2351', 'Req K9', 'Dog requested'],
  ['2355', 'Writing warning', 'Writing'],
  ['23:58:30', 'Cited', 'Citation issued'],
  ['2359', 'Hang tight', 'Told to wait'],
  ['0004', 'K9 on scene', 'Dog arrives'],
  ['0006', 'Sniff', 'Sniff'],
  ['0008', 'Pos alert', 'Alert'],
  ['0009', 'Veh search', 'Search'],
  ['0014', 'Found meth', 'Found'],
  ['0016', '10-15', 'Arrest'],
  ['0031', '10-8', 'Other'],
];

describe('typing entries', () => {
  it('15 entries in at most 350 keystrokes and no mouse: kinds from the words, midnight asked once', async () => {
    const { page, errors } = await open();
    await newCase(page, 'State v. Doe');
    const form = page.getByRole('form', { name: 'New entry' });
    const hand = hands(page);
    await page.locator('body').press('n');
    await form.waitFor();
    for (const [i, [time, words]] of STOP.entries()) {
      await hand.type(time);
      await hand.press('Tab');
      await hand.type(words);
      if (i === 0) {
        for (let tabs = 0; tabs < 4; tabs++) await hand.press('Tab');
        await hand.type('2024-03-14');
        await hand.press('Tab');
        await hand.type('Log');
      }
      await hand.press('Enter');
      if (time === '0004') {
        // Midnight was passed: Enter went to the question, Enter takes its first answer, Enter saves.
        await page.getByRole('group', { name: 'Which is meant?' }).waitFor();
        await hand.press('Enter');
        await hand.press('Enter');
      }
      await shown(form.getByRole('status'), `${words} is in the record`);
    }
    process.stdout.write(`15 entries typed in ${hand.count()} keystrokes, no mouse\n`);
    expect(hand.count()).toBeLessThanOrEqual(350);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await shown(page, '15 entries');
    const rows = await page.getByRole('table', { name: 'The record' }).getByRole('row').allInnerTexts();
    for (const [, words, kind] of STOP)
      expect(
        rows.some((r) => r.includes(words) && r.includes(kind)),
        `${words} is ${kind}: ${rows.join(' / ')}`,
      ).toBe(true);
    expect(rows.find((r) => r.includes('K9 on scene'))).toMatch(/03-15/);
    expect(rows.find((r) => r.includes('Sniff'))).toMatch(/03-15/);
    expect(errors).toEqual([]);
  });

  it('chooses kinds by typing, changes many at once, copies, takes out, and the editor stands in sight', async () => {
    const { page, errors } = await open('#/sample/sample-roadside');
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await shown(page, '26 entries');
    const table = page.getByRole('table', { name: 'The record' });
    await table.getByRole('row').nth(1).focus();
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+X');
    const chosen = page.getByRole('region', { name: 'Chosen entries' });
    await shown(chosen, '3 entries chosen');
    const kind = chosen.getByRole('combobox', { name: 'To' });
    await kind.focus();
    await page.keyboard.type('seiz');
    await page.keyboard.press('Enter');
    await expect.poll(() => kind.inputValue()).toBe('Seizure begins');
    await kind.focus();
    await page.keyboard.type('hang tight');
    await page.keyboard.press('Tab');
    await chosen.getByRole('button', { name: 'Set' }).click();
    await shown(page, '3 entries changed');
    await expect.poll(() => table.getByText('Told to wait').count()).toBeGreaterThanOrEqual(3);
    await page.keyboard.press('Control+z');
    await table.getByRole('row').nth(1).getByRole('checkbox').click();
    await chosen.getByRole('button', { name: 'Duplicate' }).click();
    // The copy stands in its place once the bounds are worked out.
    await shown(page, '27 entries', { exact: true });
    // The editor of the last row that is seen stands in sight with its buttons.
    await table.getByRole('row').last().focus();
    // The focus scrolls to it, and more rows may be drawn after it: the one that has the focus is meant.
    const focused = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.getAttribute('data-row') ?? null);
    const last = await focused();
    expect(last).not.toBeNull();
    await page.keyboard.press('Enter');
    const save = page.getByRole('form', { name: 'Edit the entry' }).getByRole('button', { name: 'Save' });
    await expect.poll(async () => ((await save.boundingBox())?.y ?? 9999) < 790).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe(last);
    expect(errors).toEqual([]);
  });
});

const MADE = '../shared/data/tables/made/';

/** Every table that people keep, how many entries come of it, and what is clicked after it was picked. */
const TABLES: readonly (readonly [string, number, readonly string[]])[] = [
  ['Doe stop 3-14-2024.csv', 15, ['Add 15 entries']],
  ['excel.xlsx', 8, ['00:06, its zeros lost', 'Add 8 entries']],
  ['bwc list.csv', 3, ['Add 3 entries']],
  ['property room.csv', 6, ['Add 6 entries']],
  ['ninety-days-of-custody.csv', 9, ['Add 9 entries']],
  ['big/big-log.csv', 200, [/^Add \d+ entries/.source]],
  ['big/big-custody.csv', 0, [/^Add \d+ entries/.source]],
  ['big/big-cams.csv', 0, [/^Add \d+ entries/.source]],
];

async function pick(page: Page, file: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles({
    name: basename(file),
    mimeType: 'text/csv',
    buffer: await readFile(`${MADE}${file}`),
  });
  await shown(page, 'Will create');
}

describe.skipIf(!existsSync(MADE))('tables that people keep (data/tables/made)', () => {
  it('come in with at most ten clicks each, nothing lost, by keyboard where nothing is asked', async () => {
    const { page, errors } = await open();
    await newCase(page, 'State v. Doe');
    let total = 0;
    for (const [file, entries, clicks] of TABLES) {
      if (!existsSync(`${MADE}${file}`)) continue;
      await pick(page, file);
      // Two to pick it: the button and the file.
      let n = 2;
      for (const name of clicks) {
        await page.getByRole('button', { name: new RegExp(name) }).click();
        n++;
      }
      const told = page.getByText(new RegExp(`from ${basename(file)} (is|are) in the case`));
      await told.waitFor();
      const said = await told.innerText();
      process.stdout.write(`${file}: ${n} clicks: ${said}\n`);
      expect(n).toBeLessThanOrEqual(10);
      if (entries > 0) expect(said).toMatch(new RegExp(`^${entries} entries`));
      total += n;
    }
    process.stdout.write(`all of tables/made: ${total} clicks\n`);
    expect(errors).toEqual([]);
  }, 240_000);

  it('a table is added by the keyboard alone; brought again it is recognised; pasted rows and a paragraph become rows', async () => {
    const { page, errors } = await open();
    await newCase(page, 'State v. Doe');
    await pick(page, 'Doe stop 3-14-2024.csv');
    const hand = hands(page);
    // Focus waits on the question that was asked; its answer stands.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
    await hand.press('Control+Enter');
    await shown(page, '15 entries from Doe');
    process.stdout.write(`Doe stop: ${hand.count()} keystroke after the file was picked\n`);
    await pick(page, 'Doe stop 3-14-2024.csv');
    await shown(page, 'This file is in the case already');
    await page.getByRole('button', { name: 'Add 0 entries, 15 in the case already' }).waitFor();
    expect(await page.getByRole('table', { name: 'In the case already' }).getByRole('row').count()).toBe(16);
    await page.getByRole('button', { name: 'Leave it out' }).click();

    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.getByRole('table', { name: 'The record' }).waitFor();
    const paste = (text: string): Promise<void> =>
      page.evaluate((t) => {
        const data = new DataTransfer();
        data.setData('text/plain', t);
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
      }, text);
    await paste('3/15/2024\t00:40\tTow truck arrives\n3/15/2024\t00:52\tVehicle towed\n');
    await page.getByRole('heading', { name: /Pasted table/ }).waitFor();
    await page.getByRole('button', { name: 'Add 2 entries' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await shown(page, '17 entries');
    await paste(
      'On 3/15/2024 at 0101 hours I booked the driver into the county jail. I gave him his warnings at 0110 hours. He asked for a lawyer.',
    );
    await page.getByRole('heading', { name: /Pasted paragraph/ }).waitFor();
    const mend = page.getByRole('table', { name: 'Refused lines' }).getByRole('textbox').first();
    await mend.fill('0111');
    await mend.press('Enter');
    await page.getByRole('button', { name: /^Add 3 entries/ }).click();
    await shown(page, '20 entries');
    expect(errors).toEqual([]);
  });
});
