import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadedAt } from '../bench/loaded';
import { type Harness, startHarness } from './harness';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.close());

it('little is loaded, in few files, before Cases and before the timeline stand there', async () => {
  const { cases, timeline, files } = await loadedAt(h.browser, h.url);
  expect(cases).toBeGreaterThan(100);
  expect(cases).toBeLessThanOrEqual(250);
  expect(timeline).toBeGreaterThan(cases);
  expect(timeline).toBeLessThanOrEqual(400);
  // Each file costs more than its bytes: a bundler by itself makes over a hundred of these.
  expect(files).toBeGreaterThan(5);
  expect(files).toBeLessThanOrEqual(40);
});

it('page and workers share what both use: no rule, no kind and no way of writing a time is there twice', () => {
  const scripts = readdirSync('dist/assets').filter((f) => f.endsWith('.js'));
  const texts = scripts.map((f) => readFileSync(join('dist/assets', f), 'utf8'));
  for (const once of [
    'Acts after the last task of the stop ended', // rules/stop/mission-complete.ts
    'there is no rule ', // rules/index.ts
    'Rodriguez v. United States, 575 U.S. 348', // rules/law/authorities
    'the car yields, the person submits', // record/kinds-of-stop.ts
    'hours run from 0 to 24', // time/grammar/clock-time.ts
  ])
    expect([once, texts.filter((t) => t.includes(once)).length]).toEqual([once, 1]);
});
