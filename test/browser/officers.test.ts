import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, resize, shotsFolder, shown, startHarness, toPlace } from './harness';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
}, 180_000);
afterAll(async () => h?.close());

const two = (n: number): string => String(n).padStart(2, '0');

/** Stops of two officers, in minutes of 6 to 15; some without an end, one that runs all day. */
function stops(n: number): string {
  const rows = ['Stop ID,Officer,Start Time,End Time,District,Outcome,Searched,Contraband'];
  for (let i = 0; i < n; i++) {
    const day = `2023-${two(1 + (i % 12))}-${two(1 + (i % 28))}`;
    const end = i % 50 === 0 ? '' : i === 7 ? `${day} 23:50` : `${day} 09:${two(6 + (i % 10))}`;
    rows.push(
      `${i},${i % 2 ? 'MARSH D' : 'LEE P'},${day} 09:00,${end},${i % 4},Warning,${i % 5 ? 'No' : 'Yes'},No`,
    );
  }
  return rows.join('\n');
}

const SAME =
  'upon contact I observed the driver to be overly nervous with shaking hands and a pulsing carotid artery';

describe('officers', () => {
  it('are counted from a table that streams by, set against this stop, and leave as a summary and into the case', async () => {
    const { page, errors, context } = await h.open('#/sample/sample-roadside', undefined, 'quick', (c) =>
      c.clock.install(),
    );
    await toPlace(page, 'Officers');
    await page.getByLabel('Another officer').fill('Dale Marsh');
    await page.keyboard.press('Enter');
    const choose = async (name: string, button: string, file: string, text: string): Promise<void> => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: button }).click();
      await (await chooser).setFiles({ name: file, mimeType: 'text/csv', buffer: Buffer.from(text) });
      await shown(page, name);
    };
    await choose('Columns of stops.csv', 'Choose a table of stops', 'stops.csv', stops(4000));
    await page.getByRole('button', { name: 'Look through it' }).click();
    const form = page.getByRole('form', { name: 'Benchmark' });
    await form.waitFor();
    // The officer's own name is found in the table by his last name.
    expect(await form.innerText()).toContain('MARSH D (2,000)');
    // All values of a column come when they are asked for, and what is chosen stands as words.
    await form.getByRole('button', { name: 'District: all' }).click();
    await page.getByRole('option', { name: '2 (1,000)' }).click();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Tab');
    await form.getByRole('button', { name: 'District: all' }).waitFor();
    await form.getByRole('button', { name: 'Count', exact: true }).click();
    const figure = page.getByRole('article').first();
    await figure.waitFor();
    const says = await figure.innerText();
    expect(says).toMatch(
      /officer MARSH D, all districts, all kinds, all outcomes, at any hour, none longer than 4 h/,
    );
    expect(says).toMatch(/Other stops\s+1,999/);
    expect(says).toMatch(/a timer that was forgotten\s+1/);
    expect(says).toMatch(/400 of 2,000 \(20 %; 95 % interval 18\.2 % to 21\.9 %\)/);
    expect(says).toMatch(/longer than (at least )?\d/);
    await page.screenshot({ path: `${shotsFolder()}/officers-1280.png`, fullPage: true });
    await resize(page, 1920, 1080);
    await page.screenshot({ path: `${shotsFolder()}/officers-1920.png` });
    await resize(page, 390, 844);
    await page.screenshot({ path: `${shotsFolder()}/officers-phone.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 800 });

    const down = page.waitForEvent('download');
    await figure.getByRole('button', { name: 'Rule 1006 summary in Word' }).click();
    const word = unzipSync(new Uint8Array(readFileSync((await (await down).path()) as string)));
    const text = strFromU8(word['word/document.xml'] as Uint8Array);
    for (const part of ['MARSH D', '1,999', 'stops.csv', 'Fed. R. Evid. 1006'])
      expect(text, part).toContain(part);
    expect(Object.keys(word).some((f) => f.endsWith('.png'))).toBe(true);

    // Into the case: the rule takes it from there.
    await figure.getByRole('button', { name: 'Put it into this case' }).click();
    await figure.getByRole('button', { name: 'It is in this case' }).waitFor();
    await toPlace(page, 'Findings');
    await shown(page, 'Slower than other stops');

    // Words used again, each place lit.
    await toPlace(page, 'Officers');
    await page.getByRole('tab', { name: 'Words used again' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add text files' }).click();
    await (await chooser).setFiles(
      ['one', 'two', 'three'].map((name, i) => ({
        name: `${name}.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from(
          i < 2 ? `On day ${i} I stopped a car.\n${SAME}.\nIt ended.` : 'Nothing alike here at all.',
        ),
      })),
    );
    await shown(page, 'the same 24 words in 2 of 3');
    await expect.poll(() => page.locator('figure mark').count()).toBe(48);
    expect(await page.getByRole('table', { name: 'Observations' }).innerText()).toMatch(/“nervous”\s+2 of 3/);
    await page.screenshot({ path: `${shotsFolder()}/officers-words.png` });

    // What was sworn, into the letter.
    await page.getByRole('tab', { name: /Sworn/ }).click();
    await page.getByLabel('What was sworn, found').fill('that he never waits for a dog');
    await page.getByLabel('Source', { exact: true }).fill('State v. Roe, hearing');
    await page.getByLabel('Page', { exact: true }).fill('41');
    await page.getByRole('button', { name: 'Add', exact: true }).last().click();
    await shown(page, 'State v. Roe, hearing at 41');
    await page.getByRole('button', { name: 'Ask for it in the letter' }).click();
    await shown(page, 'It stands among the requests');
    // What is done here is undone here, the last first, in the case and beside it.
    const sworn = page.getByText('that he never waits for a dog', { exact: true });
    await page.getByRole('button', { name: 'Take out', exact: true }).click();
    await sworn.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await shown(page, 'Undone: Taken out: that he never waits for a dog');
    await sworn.waitFor();
    await page.keyboard.press('Control+z');
    await shown(page, 'Undone: Asked for about Dale Marsh');
    await page.keyboard.press('Control+z');
    await sworn.waitFor({ state: 'detached' });
    // Three notices stand at once, and the next waits: those of before go by themselves after some seconds.
    await expect
      .poll(async () => {
        await page.clock.fastForward(5_000);
        return page.locator('[class*=Notification-root]').count();
      })
      .toBe(0);
    for (const says of ['Put in: that he', 'Asked for about']) {
      await page.keyboard.press('Control+Shift+z');
      await shown(page, `Done again: ${says}`);
    }
    await sworn.waitFor();
    await page.screenshot({ path: `${shotsFolder()}/officers-facts.png` });
    // The same place is reached from Cases.
    await page.goto(`${h.url}#/cases`);
    await page.getByRole('button', { name: 'Officers' }).click();
    await shown(page, 'officer MARSH D, all districts');
    await page.getByRole('button', { name: 'Take out', exact: true }).click();
    await page.getByText('officer MARSH D, all districts').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await shown(page, 'officer MARSH D, all districts');
    expect(errors).toEqual([]);
    expect(h.foreign).toEqual([]);
    await context.close();
  }, 120_000);
});
