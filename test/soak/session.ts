import { startHarness } from '../browser/harness';

const PLACES = [
  'Record',
  'Clocks',
  'Footage',
  'Custody',
  'Findings',
  'Claims',
  'Discovery',
  'Docket',
  'Client',
  'Officers',
  'Exhibits',
  'Hearing',
  'Papers',
  'Case',
  'Timeline',
];

/**
 * A session of so many minutes in the built app: every place again and again, entries stepped through, an edit and its undo,
 * a case file exported; every request is counted. @returns the figure; calls `fail` at the first that leaves the origin
 */
export async function session(minutes: number, fail: (round: number, why: string) => void): Promise<string> {
  const h = await startHarness();
  const { page, context, errors } = await h.open('#/sample/sample-roadside');
  let requests = 0;
  // Workers and whatever else the page starts, too.
  context.on('request', () => requests++);
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  const end = Date.now() + minutes * 60_000;
  let rounds = 0;
  for (; Date.now() < end || rounds === 0; rounds++) {
    for (const place of PLACES) {
      await page.getByRole('link', { name: place, exact: true }).click();
      await page.waitForTimeout(Math.min(1500, minutes * 100));
    }
    const picture = page.getByRole('img', { name: /Timeline of/ });
    await picture.focus();
    for (const key of ['ArrowDown', 'ArrowDown', '+', 'ArrowRight', '0']) await picture.press(key);
    await page.getByRole('link', { name: 'Record', exact: true }).click();
    await page
      .getByRole('row')
      .filter({ hasText: 'Canine unit asked for' })
      .first()
      .getByRole('button', { name: /Edit/ })
      .click();
    await page
      .getByRole('form', { name: /Edit/ })
      .getByLabel('What happened')
      .fill(`Canine unit asked for, round ${rounds}`);
    await page.keyboard.press('Enter');
    await page
      .getByRole('row')
      .filter({ hasText: `asked for, round ${rounds}` })
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page
      .getByRole('row')
      .filter({ hasText: `asked for, round ${rounds}` })
      .first()
      .waitFor({ state: 'detached' });
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Export case file', exact: true }).click();
    await saved;
    if (h.foreign.length > 0) fail(rounds, `asked for ${h.foreign[0]}`);
    if (errors.length > 0) fail(rounds, errors[0] as string);
  }
  await h.close();
  return `session: ${minutes} min in the built app, ${rounds} rounds through every place with an edit, its undo and an export; ${requests} requests, all of the app itself, none beyond its origin`;
}
