import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import ICAL from 'ical.js';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateOf, dayNumber } from '../../src/time/days';
import { bytesWithin } from '../exhibits/decompressed';
import { drop, type Harness, shotsFolder, shown, startHarness, toPlace } from './harness';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
}, 180_000);
afterAll(async () => h?.close());

const FOLDER = 'test/fixtures/papers';
const packet = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([as, f]) => [
        as,
        typeof f === 'string' ? new Uint8Array(readFileSync(`${FOLDER}/${f}`)) : f,
      ]),
    ),
  );

/** Fills the fields of a form by their labels, and keeps it; it is gone then, unless it stays for the next. */
async function fill(
  form: Locator,
  fields: Record<string, string>,
  keep = 'Add',
  stays = false,
): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    const field = form.getByLabel(label, { exact: true });
    if ((await field.evaluate((e) => e.tagName)) === 'SELECT') await field.selectOption({ label: text });
    else await field.fill(text);
  }
  await form.getByRole('button', { name: keep, exact: true }).click();
  if (!stays) await form.waitFor({ state: 'detached' });
}
async function saved(page: Page, button: string): Promise<Uint8Array> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const chunks: Buffer[] = [];
  for await (const c of await (await download).createReadStream()) chunks.push(c as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}
const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await bytesWithin(bytes))
    .map((b) =>
      Buffer.from(b)
        .toString('utf8')
        .replace(/<[^>]+>/g, ''),
    )
    .join('\n');

const PRIVATE = 'CANARY-told-me-in-the-jail';

describe('three months of a case', () => {
  it('are played: two productions, a letter, an offer that ends, a deadline met, a treatment log, a lapse', async () => {
    const { page, errors, context } = await h.open();
    await page.getByRole('button', { name: 'New case' }).click();
    await page.getByLabel('Name').fill('United States v. Doe');
    await page.getByLabel('Time zone of the case').fill('America/Chicago');
    await page.getByRole('button', { name: 'Create the case' }).click();
    await toPlace(page, 'Timeline');

    // Two productions: the second brings the camera's trail again, a changed report, and the second camera.
    await drop(page, 'first.zip', packet({ 'trail.pdf': 'trail-02.pdf', 'report.docx': 'nar-11.docx' }));
    await shown(page, 'trail.pdf');
    await drop(
      page,
      'second.zip',
      packet({
        'again.pdf': 'trail-02.pdf',
        'report.docx': new TextEncoder().encode('not the same'),
        'camera 2.txt': new TextEncoder().encode('the second camera, 14:02 to 14:40'),
      }),
    );
    await shown(page, 'camera 2.txt');
    // What came before, byte for byte, is listed and read once.
    await page
      .getByRole('row', { name: /again\.pdf/ })
      .getByText('The same, byte for byte, as trail.pdf in first.zip: its pages and proposals are there.')
      .waitFor();
    await toPlace(page, 'Discovery');
    for (const [name, day] of [
      ['first.zip', '2026-02-03'],
      ['second.zip', '2026-04-20'],
    ] as const) {
      await page.getByRole('button', { name: `It came today: a production of ${name}` }).click();
      await page.getByRole('button', { name: `Edit the production ${name}` }).click();
      await fill(page.getByRole('form', { name: `Edit ${name}` }), { 'Came on': day }, 'Save');
    }
    const came = page.getByRole('region', { name: 'What came' });
    await shown(came, /report.docx came before with another hash/);
    await shown(came, /1 came before, byte for byte: again.pdf is trail.pdf/);

    // Asked for by a letter; the keystrokes do not exist, the second camera comes late.
    await page.keyboard.press('a');
    await fill(page.getByRole('form', { name: 'New demand' }), {
      'Asks for': 'The second camera, in its native form',
      Sent: '2026-02-10',
      'By which paper': 'letter of February 10',
      'Received on': '2026-04-20',
    });
    await page.keyboard.press('a');
    await fill(page.getByRole('form', { name: 'New demand' }), {
      'Asks for': 'Keystrokes of the terminal',
      Sent: '2026-02-10',
      Answer: 'No such record exists.',
      'Answered on': '2026-03-01',
    });
    expect(await textOf(await saved(page, 'Letter in Word'))).toContain(
      'The second camera, in its native form',
    );

    // An offer that ends before the camera came, a deadline met, days that are counted.
    await toPlace(page, 'Docket');
    await page.getByRole('button', { name: 'New offer' }).click();
    await fill(page.getByRole('form', { name: 'New offer' }), {
      Offer: 'First offer',
      'Made on': '2026-03-02',
      'Told to the client on': '2026-03-04',
      'Ends on': '2026-04-01',
      'Agreed facts, word by word': 'He had a pistol in connection with 1.2 kg near a school.',
      Note: PRIVATE,
    });
    await page.locator('mark', { hasText: 'in connection with' }).waitFor();
    await page.keyboard.press('d');
    await fill(
      page.getByRole('form', { name: 'New date' }),
      {
        'What it is': PRIVATE,
        Kind: 'Deadline',
        Day: '2026-03-20',
        'Words for the calendar file': 'Reply brief',
        Note: PRIVATE,
      },
      'Add',
      true,
    );
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('button', { name: `Met: ${PRIVATE}` }).click();
    await page.getByRole('cell', { name: /^met/ }).waitFor();
    await page.getByRole('button', { name: 'Speedy Trial Act: 70 days' }).click();
    await page.getByRole('button', { name: 'Enter the day' }).click();
    await fill(
      page.getByRole('form', { name: /^Edit Speedy Trial Act/ }),
      { 'Starts on': '2026-02-01' },
      'Save',
    );
    await page.getByRole('button', { name: /^Exclude a stretch/ }).click();
    await fill(page.getByRole('form', { name: /^Excluded from/ }), {
      Reason: 'motion',
      'First day': '2026-02-11',
      'Last day': '2026-02-20',
    });
    await page.getByLabel('Count the days up to').fill('2026-03-03');
    await shown(page, '20 of 70 days', { exact: true });

    // The calendar file opens elsewhere, and nothing private is in it.
    const calendar = Buffer.from(await saved(page, 'Calendar file out')).toString('utf8');
    const [event] = new ICAL.Component(ICAL.parse(calendar) as never)
      .getAllSubcomponents('vevent')
      .map((c) => new ICAL.Event(c));
    expect([event?.summary, event?.startDate?.toString()]).toEqual(['Deadline: Reply brief', '2026-03-20']);
    expect(calendar.replace(/\r\n /g, '')).not.toContain('CANARY');
    await page.screenshot({ path: `${shotsFolder()}/docket.png`, fullPage: true });

    // What was out on the day the offer ended names the second camera.
    await page.getByRole('link', { name: 'what was still out on that day' }).click();
    const out = page.getByRole('region', { name: 'What was out' });
    await shown(out, /On Apr 1, 2026, the day First offer ended/);
    const said = await out.innerText();
    expect(said).toMatch(
      /The second camera, in its native form: asked for on Feb 10, 2026, letter of February 10, 50 days out/,
    );
    expect(said).toMatch(/second.zip came after it, with 3 files/);
    expect(said).not.toContain('Keystrokes');
    const ledger = await textOf(await saved(page, 'Ledger (Word)'));
    expect(ledger).toContain(
      'As of April 1, 2026: 2 asked for, 1 of them not produced; 1 production received.',
    );
    expect(ledger).not.toContain('CANARY');
    await page.screenshot({ path: `${shotsFolder()}/discovery.png`, fullPage: true });

    // A treatment log, as lines: 18 sessions, one of them undocumented; a lapse, privately.
    await toPlace(page, 'Client');
    await page.getByRole('button', { name: 'Lines, CSV, calendar' }).click();
    const start = dayNumber('2026-02-02');
    const lines = Array.from(
      { length: 18 },
      (_, i) =>
        `${dateOf(start + 5 * i)} group session kept @ Lakeside Clinic${i === 12 ? '' : ' [attendance sheet]'}`,
    );
    await page
      .getByLabel(/^A line an entry/)
      .fill([...lines, '2026-02-10 relapse, told the counselor'].join('\n'));
    await page
      .getByRole('table', { name: 'What was understood' })
      .getByText('Lapse', { exact: true })
      .waitFor();
    await page.getByRole('button', { name: 'Put in 19' }).click();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    const sum = page.getByRole('region', { name: 'In sum' });
    await shown(sum, '17 of 18 sessions kept');
    await page.getByLabel('Kind shown').selectOption('session');
    await page.getByRole('button', { name: 'Choose all 18' }).click();
    await page.getByRole('button', { name: 'Mark for the packet' }).click();
    await shown(page, '18 of 19 entries are marked; 1 of them undocumented, which it says.');
    const word = await textOf(await saved(page, 'Packet in Word'));
    expect(word).toContain('17 of 18 sessions kept.');
    expect(word).toContain('Said to be kept, and undocumented: Apr 3, 2026');
    expect(word).not.toMatch(/relapse|lapse/i);
    const pdf = await saved(page, 'Packet as PDF');
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    await page.screenshot({ path: `${shotsFolder()}/client.png`, fullPage: true });

    // Undo takes back what was last done, here as everywhere.
    await page.keyboard.press('Control+z');
    await shown(page, 'Nothing is marked for the packet');
    expect(errors).toEqual([]);
    expect(h.foreign).toEqual([]);
    await context.close();
  }, 240_000);
});
