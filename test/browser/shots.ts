import { join } from 'node:path';
import { shotsFolder, startHarness } from './harness';

/** `npm run shots`: both samples in every place, at the sizes and in the themes that people use, for a person to look at. */
const only = process.argv[2] ?? '';
const h = await startHarness();
const folder = shotsFolder();
for (const sample of ['sample-rodriguez', 'sample-roadside']) {
  for (const [name, width, height, theme] of [
    ['1920', 1920, 1080, 'light'],
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
    const shot = (place: string): Promise<Buffer> => page.screenshot({ path: join(folder, `${sample}-${name}-${place}.png`) });
    await shot('timeline');
    await page.getByRole('button', { name: 'The stop', exact: true }).click();
    await page.locator('.finding-line').first().click();
    await page.waitForTimeout(200);
    await shot('stop');
    if (name === '1280') {
      await page.emulateMedia({ media: 'print' });
      await page.waitForTimeout(300);
      await page.pdf({ path: join(folder, `${sample}-print.pdf`), preferCSSPageSize: true, printBackground: true });
      await page.pdf({ path: join(folder, `${sample}-tabloid.pdf`), format: 'Tabloid', landscape: true, printBackground: true });
      await page.emulateMedia({ media: 'screen' });
    }
    for (const place of ['record', 'clocks', 'custody', 'findings', 'import', 'settings']) {
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
process.stdout.write(`pictures in ${folder}/; requests beyond the app: ${h.foreign.length}\n`);
await h.close();
