import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLACES } from '../../src/app/places';
import { type Harness, startHarness, wordsAtRest } from './harness';
import { wholeCaseFile } from './whole-case';

let h: Harness;
let page: Page;
let cdp: CDPSession;
const OFFICER = 'Dale Marsh of the whole case';

beforeAll(async () => {
  h = await startHarness();
  ({ page } = await h.open('', { width: 1280, height: 800 }));
  const file = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a case file' }).click();
  const buffer = await wholeCaseFile();
  await (await file).setFiles({ name: 'c.stopline', mimeType: 'application/zip', buffer });
  await page.getByRole('img', { name: /Timeline of/ }).waitFor();
  cdp = await page.context().newCDPSession(page);
}, 240_000);
afterAll(async () => h?.close());

/** What a person acts on, as a screen reader is told of it. */
const ACTED_ON = new Set(
  'button link textbox searchbox combobox checkbox radio switch spinbutton slider tab menuitem option listbox DisclosureTriangle Date'.split(
    ' ',
  ),
);

interface Control {
  readonly role: string;
  readonly name: string;
  /** Where it leads, or what it stands for: its address, or its own place in the page. */
  readonly target: string;
  readonly node: number;
}

/** Every control of the page by the name that the browser works out for it. */
async function controls(): Promise<Control[]> {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  return nodes.flatMap((n) => {
    const role = String(n.role?.value ?? '');
    if (n.ignored || !ACTED_ON.has(role)) return [];
    const url = n.properties?.find((p) => p.name === 'url')?.value.value;
    const target = url === undefined ? `node ${n.backendDOMNodeId}` : String(url);
    return [{ role, name: String(n.name?.value ?? '').trim(), target, node: n.backendDOMNodeId ?? 0 }];
  });
}

/** What a button acts on, where it says so (`data-of`): the same row may be named twice in one place. */
async function actsOn({ node, target }: Control): Promise<string> {
  const { node: of } = await cdp.send('DOM.describeNode', { backendNodeId: node });
  const attributes = of.attributes ?? [];
  const at = attributes.findIndex((a, i) => i % 2 === 0 && a === 'data-of');
  return at < 0 ? target : `row ${attributes[at + 1]}`;
}

const shape = async ({ role, node }: Control): Promise<string> => {
  const { node: of } = await cdp.send('DOM.describeNode', { backendNodeId: node });
  return `${role} <${of.localName} ${(of.attributes ?? []).join(' ')}>`;
};

async function go(place: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/case/c/${place}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page
    .getByText(/^[\p{L}\d ,’·]+ …\s*$/u)
    .first()
    .waitFor({ state: 'detached' });
  await wordsAtRest(page);
}

it('a dialog: each control has a name, its cross too', async () => {
  await page.getByRole('button', { name: 'Help ?' }).click();
  await page.getByRole('dialog', { name: 'Help' }).waitFor();
  const found = await controls();
  expect(found.filter((c) => c.name === 'Close')).toHaveLength(1);
  expect(await Promise.all(found.filter((c) => c.name === '').map(shape))).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Help' }).waitFor({ state: 'detached' });
});

describe('in every place of a full case', () => {
  it.each(PLACES.map((p) => p.id))(
    '%s: each control has a name, and no two targets share one',
    async (place) => {
      await go(place);
      if (place === 'officers') {
        await page.getByLabel('Another officer').fill(OFFICER);
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: OFFICER }).waitFor();
      }
      const found = await controls();
      expect(found.length).toBeGreaterThan(12);
      const nameless = found.filter((c) => c.name === '');
      expect(await Promise.all(nameless.map(shape))).toEqual([]);
      const alike = new Map<string, Control[]>();
      for (const c of found)
        alike.set(`${c.role} “${c.name}”`, [...(alike.get(`${c.role} “${c.name}”`) ?? []), c]);
      const shared: string[] = [];
      for (const [name, all] of alike) {
        const targets = all.length < 2 ? [] : await Promise.all(all.map(actsOn));
        if (new Set(targets).size > 1)
          shared.push(`${name}: ${[...new Set(targets)].slice(0, 4).join(', ')}`);
      }
      expect(shared).toEqual([]);
    },
  );
});
