import type { Page } from 'playwright-core';

/** What one does in Footage, for the tests and the pictures. */
export type Given = string | { name: string; mimeType: string; buffer: Buffer };

/** Opens files through the button that asks for them. */
export async function give(page: Page, files: Given[], button = 'Open recordings'): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(files as string[]);
}

/** Adds a recording by its form, and waits for its hash and its frames. */
export async function add(
  page: Page,
  file: Given,
  name: string,
  zone = 'UTC',
  date = '2024-03-14',
): Promise<void> {
  await give(page, [file]);
  const form = page.getByRole('form', { name: 'New recording' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Day it begins').fill(date);
  await form.getByLabel('Clock of its overlay').fill(name);
  await form.getByLabel('Zone of the overlay').fill(zone);
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
  await page.getByRole('button', { name, exact: true }).click();
  await page
    .getByText(/sha-256 [0-9a-f]{12}/)
    .first()
    .waitFor();
}

/** A browser without the File System Access way of asking, which no script can answer. */
export const plainPicker = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    (window as { showOpenFilePicker?: unknown }).showOpenFilePicker = undefined;
  });
