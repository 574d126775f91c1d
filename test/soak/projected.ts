import type { Page } from 'playwright-core';
import { burned, type Marked } from '../browser/footage-steps';
import type { byFfmpeg } from '../browser/second-decoder';

/** Marks of each recording that are shown in the hearing. */
export const SHOWN = 3;

/** Shows some of the marks as steps of a hearing, on the wall and on the desk. @returns what differs from the frame marked, else '' */
export async function projected(
  page: Page,
  marks: readonly Marked[],
  theirs: ReturnType<typeof byFfmpeg>,
): Promise<string> {
  await page.getByRole('link', { name: 'Exhibits', exact: true }).click();
  await page
    .getByRole('button', { name: /^(Make|New)/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Hearing', exact: true }).click();
  const steps = page.locator('.steps > li');
  await steps.first().waitFor();
  const began = await steps.count();
  for (let k = 0; k < SHOWN; k++) {
    await page.getByRole('combobox', { name: 'Add a step' }).click();
    await page
      .getByRole('option', { name: /^Footage: / })
      // The first is the whole of the recording.
      .nth(1 + k * 7)
      .click();
    await steps.nth(began + k).waitFor();
  }
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Show it in a second window' }).click();
  const wall = await opened;
  await wall.locator('[data-step] canvas[data-settled=true]').waitFor();
  const meant = new Set(marks.map((m) => m.filmed?.frame));
  const at = async (window: Page): Promise<[number, number]> => {
    await window.locator('[data-moving=false] video').waitFor();
    return [
      Number(await window.locator('[data-step] [data-reading=frame]').innerText()),
      await burned(window),
    ];
  };
  for (let k = SHOWN - 1; k >= 0; k--) {
    await wall.keyboard.press(k === SHOWN - 1 ? 'End' : 'ArrowLeft');
    let seen: [number, number][] = [];
    for (const until = Date.now() + 15_000; Date.now() < until; ) {
      seen = [await at(wall), await at(page)];
      const [[a, x], [b, y]] = seen as [[number, number], [number, number]];
      if (a === b && x === y && meant.has(a)) break;
      await page.waitForTimeout(100);
    }
    const [[a, x], [b, y]] = seen as [[number, number], [number, number]];
    if (a !== b || x !== y || !meant.has(a) || theirs[a]?.number !== x)
      return `step ${k}: the wall shows ${a} (${x}), the desk ${b} (${y}), by FFmpeg ${theirs[a]?.number}`;
  }
  await wall.close();
  return '';
}
