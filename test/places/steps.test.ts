import { expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { exhibitOf, firstPlan } from '../../src/exhibits/exhibit';
import { STICKERS } from '../../src/exhibits/stickers';
import { findSteps, isShown, stepSays } from '../../src/places/hearing/steps';
import { record } from '../make';

const r = record({
  sources: [{ id: 'log', exhibit: 'Ex. 3' }],
  events: [
    { ref: 'pulled over', kind: 'seizure-begins', start: '23:58:10', date: '2024-03-14' },
    { ref: 'warned', kind: 'citation-issued', start: '00:09', date: '2024-03-15' },
    { ref: 'dog', kind: 'alert', start: '00:31:40', date: '2024-03-15' },
    { ref: 'booked', kind: 'note', start: '00:09:30', date: '2024-03-16' },
  ],
});
const read = { record: r, analysis: analyze(r) };
const e = exhibitOf(
  read,
  firstPlan(read, 'x', (STICKERS[0] as (typeof STICKERS)[number]).sticker, new Map()),
  '2026-11-25',
  new Map(),
);
const found = (words: string): string[] =>
  findSteps(e, words).flatMap((s) => (s.show === 'entry' ? [s.id] : []));

it('a time asked for in court is every entry of that minute, on whatever day; where there is none, the nearest on the clock', () => {
  expect(found('0:09')).toEqual(['warned', 'booked']);
  expect(found('00:09:30')).toEqual(['booked']);
  expect(found('0:33')).toEqual(['dog']);
  // Two minutes before midnight, and not a day away.
  expect(found('23:55')).toEqual(['pulled over']);
  expect(found('  DOG ')).toEqual(['dog']);
  // As it is named in the picture that the judge looks at, whatever the log wrote.
  expect(found('alert')).toEqual(['dog']);
  expect(found('nobody said this')).toEqual([]);
  expect(found('')).toEqual([]);
});

it('what stands on the wall bears its cite', () => {
  const [step] = findSteps(e, '0:31');
  expect(step && stepSays(e, step).says).toMatch(/^00:31:40/);
  expect(step && stepSays(e, step).cites).toMatch(/Ex\. 3/);
});

it('the caption of a figure cites both of its ends, however much came in between', () => {
  const many = record({
    events: [
      { ref: 'pulled over', kind: 'seizure-begins', start: '14:04:10' },
      { ref: 'warned', kind: 'warning-issued', start: '14:18:12', page: 'line 12' },
      { ref: 'wait', kind: 'told-to-wait', start: '14:19:20', page: 'line 13' },
      { ref: 'came', kind: 'dog-arrives', start: '14:22:18', page: 'line 15' },
      { ref: 'walked', kind: 'sniff', start: '14:23:10', page: 'line 16' },
      { ref: 'other', kind: 'off-mission-questions', start: '14:24:00', page: 'line 17' },
      { ref: 'dog', kind: 'alert', start: '14:25:10', page: 'line 18' },
    ],
  });
  const part = { record: many, analysis: analyze(many) };
  const sticker = (STICKERS[0] as (typeof STICKERS)[number]).sticker;
  const shown = exhibitOf(part, firstPlan(part, 'x', sticker, new Map()), '2026-11-25', new Map());
  const held = shown.findings.find((f) => f.title === 'Held beyond the mission');
  expect(held?.bounds).toMatch(/to “alert”/);
  const { cites } = stepSays(shown, { show: 'finding', id: held?.key ?? '', at: null });
  expect(cites.replace(/\u00a0/g, ' ')).toMatch(/line 12.*line 18/);
});

it('a finding that the plan keeps back is no step, and no number parts from its unit', () => {
  expect(isShown(e, { show: 'finding', id: 'kept back', at: null })).toBe(false);
  expect(isShown(e, { show: 'stop', id: '', at: null })).toBe(true);
  expect(stepSays(e, { show: 'stop', id: '', at: null }).says).toMatch(/^The stop.*23:58:10/);
  for (const f of e.findings) {
    const { says } = stepSays(e, { show: 'finding', id: f.key, at: null });
    expect(says).not.toMatch(/\d (min|s|h)\b/);
    expect(says.replace(/\u00a0/g, ' ')).toContain(f.bounds);
  }
});
