import { join } from 'node:path';
import { hasFfmpeg } from '../media/making';
import { RECORDINGS } from '../media/recordings';
import { add, plainPicker } from './footage-steps';
import { shotsFolder, startHarness, toPlace } from './harness';

/** `npm run shots`: both samples in every place, at the sizes and in the themes that people use, for a person to look at. */
const only = process.argv[2] ?? '';
const h = await startHarness();
const folder = shotsFolder();
for (const sample of ['sample-rodriguez', 'sample-roadside']) {
  for (const [name, width, height, theme] of [
    ['1920', 1920, 1080, 'light'],
    ['1440', 1440, 900, 'light'],
    ['1280', 1280, 800, 'light'],
    ['1024', 1024, 768, 'light'],
    ['phone', 390, 844, 'light'],
    ['dark', 1440, 900, 'dark'],
    ['contrast', 1440, 900, 'contrast'],
  ] as const) {
    if (only && !`${sample}-${name}`.includes(only)) continue;
    const { page, context, errors } = await h.open('', { width, height });
    await page.evaluate((t) => localStorage.setItem('stopline-theme', t), theme);
    await page.goto(`${h.url}#/sample/${sample}`);
    await page.reload();
    await page.getByRole('img', { name: /Timeline of/ }).waitFor();
    await page.waitForTimeout(700);
    const shot = (place: string): Promise<Buffer> =>
      page.screenshot({ path: join(folder, `${sample}-${name}-${place}.png`) });
    await shot('timeline');
    await page.getByRole('button', { name: 'The stop', exact: true }).click();
    // Findings of one rule stand in one group, which may be closed.
    if (!(await page.locator('.finding-line').first().isVisible()))
      await page.locator('details:has(.finding-line) > summary').first().click();
    await page.locator('.finding-line').first().click();
    await page.waitForTimeout(200);
    await shot('stop');
    if (name === '1280') {
      await page.emulateMedia({ media: 'print' });
      await page.waitForTimeout(300);
      await page.pdf({
        path: join(folder, `${sample}-print.pdf`),
        preferCSSPageSize: true,
        printBackground: true,
      });
      await page.pdf({
        path: join(folder, `${sample}-tabloid.pdf`),
        format: 'Tabloid',
        landscape: true,
        printBackground: true,
      });
      await page.emulateMedia({ media: 'screen' });
    }
    for (const place of [
      'record',
      'clocks',
      'custody',
      'findings',
      'claims',
      'exhibits',
      'hearing',
      'officers',
      'docket',
      'client',
      'discovery',
      'import',
      'settings',
    ]) {
      await page.evaluate((p) => {
        location.hash = location.hash.replace(/\/[^/]*$/, `/${p}`);
      }, place);
      await page.getByRole('main').waitFor();
      await page.waitForTimeout(400);
      if (place === 'findings') await page.locator('summary').first().click();
      await page.waitForTimeout(200);
      await shot(place);
    }
    if (name === '1280') {
      await page.goto(`${h.url}#/cases`);
      await page.waitForTimeout(400);
      await shot('cases');
    }
    if (errors.length > 0) process.stdout.write(`${sample} ${name}: ${errors.join('\n')}\n`);
    await context.close();
  }
}
// Footage needs recordings, which ffmpeg makes.
for (const [name, width, height, theme] of [
  ['1440', 1440, 900, 'light'],
  ['1280', 1280, 800, 'light'],
  ['dark', 1440, 900, 'dark'],
] as const) {
  if (!hasFfmpeg || (only && !`footage-${name}`.includes(only))) continue;
  const { page, context, errors } = await h.open('', { width, height });
  await plainPicker(page.context());
  await page.evaluate((t) => localStorage.setItem('stopline-theme', t), theme);
  await page.goto(`${h.url}#/sample/sample-roadside`);
  await page.reload();
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  await toPlace(page, 'Footage');
  const shot = (what: string): Promise<Buffer> =>
    page.screenshot({ path: join(folder, `footage-${name}-${what}.png`) });
  await page.waitForTimeout(500);
  await shot('none');
  await add(page, RECORDINGS.dash(), 'Cover car');
  await add(page, RECORDINGS.body(), 'Cover officer');
  await add(page, RECORDINGS.wide(), 'Gas station');
  await page.keyboard.press('/');
  await page.keyboard.type('0:40');
  await page.keyboard.press('Enter');
  for (const key of ['1', '3', '7', 'm']) {
    await page.keyboard.press(key);
    await page.keyboard.press('Shift+ArrowRight');
    await page.waitForTimeout(500);
  }
  await shot('one');
  await page.getByText('Clock', { exact: true }).last().click();
  await page.getByLabel('The overlay shows').fill('19:04:05');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(700);
  await shot('clock');
  await page.getByRole('button', { name: 'Cover car beside' }).click();
  await page.getByRole('button', { name: 'Align by sound' }).click({ timeout: 60_000 });
  await page.getByText('The same sound in both').waitFor({ timeout: 60_000 });
  await shot('aligned');
  await page.getByText('The same sound in both').scrollIntoViewIfNeeded();
  await page.waitForTimeout(400);
  await shot('aligned-below');
  await page.getByRole('button', { name: 'Keep as a sync point' }).click();
  await page.getByRole('button', { name: 'Cover officer beside' }).click();
  await page.waitForTimeout(800);
  await shot('three');
  await page.keyboard.press('?');
  await page.waitForTimeout(400);
  await shot('keys');
  if (errors.length > 0) process.stdout.write(`footage ${name}: ${errors.join('\n')}\n`);
  await context.close();
}
process.stdout.write(`pictures in ${folder}/; requests beyond the app: ${h.foreign.length}\n`);
await h.close();
// Tests leave the browser to the next file; here nothing comes after.
await h.browser.close();
