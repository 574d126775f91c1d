import { describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../src/record/choices';
import type { CustodyEntry, Item } from '../../src/record/custody';
import type { Finding } from '../../src/rules/finding';
import { found, hand, log, statuses } from './facts';

type Form = Partial<CustodyEntry> & { id: string };

const item = (n: number): Item => ({
  id: `i${n}`,
  caseId: 'c',
  number: String(n),
  description: '',
  sampling: null,
});
const on = (rule: string, custody: Form[], more: Parameters<typeof found>[2] = {}): Finding[] =>
  found(rule, [], { custody, ...more });

describe('words in a column that are no values', () => {
  const rows = (seal: string): Form[] =>
    [1, 2, 3, 4].flatMap((n) => [
      hand('> Ortiz 08:00', { id: `a${n}`, itemId: `i${n}`, seal }),
      hand('Ortiz 15:00 > Lab 15:01', { id: `b${n}`, itemId: `i${n}`, seal }),
    ]);
  const items = [1, 2, 3, 4].map(item);
  it.each(['Yes', 'N/A', 'none', '-', 'sealed', 'evidence tape', '?', ''])(
    '“%s” is no seal on two items',
    (seal) => {
      expect(on('two-places', rows(seal), { items })).toEqual([]);
    },
  );
  it('one number on four items is one finding, and names them all', () => {
    const all = on('two-places', rows('S-1001'), { items });
    expect(statuses(all)).toEqual(['established']);
    expect(all[0]?.premises[0]?.says).toMatch(/S-1001, which stands on Item 2, Item 3, Item 4 too/);
  });
  it('is found among ten thousand hand-overs without comparing each with each', () => {
    const many = Array.from({ length: 10_000 }, (_, k): Form => {
      const minute = String(k % 60).padStart(2, '0');
      return hand(`Ortiz 08:${minute} > Lab 09:${minute}`, {
        id: `r${k}`,
        itemId: `i${(k % 4) + 1}`,
        seal: 'S-7',
      });
    });
    const before = performance.now();
    expect(on('two-places', many, { items }).length).toBeLessThan(5);
    expect(performance.now() - before).toBeLessThan(20_000);
  });
  it('a seal that becomes “N/A” has not changed; a hand called “N/A” is missing', () => {
    const chain = [
      hand('> Ortiz 08:00', { seal: 'S-1' }),
      hand('Ortiz 09:00 > x 09:01', { receivedBy: 'N/A', seal: 'N/A' }),
    ];
    expect(on('seal-break', chain)).toEqual([]);
    expect(on('missing-hand', chain)[0]?.title).toMatch(/person who received missing/);
  });
});

describe('two spellings of one name', () => {
  it.each([
    ['Ofc. M. Ortiz #412', 'ORTIZ, MARIA'],
    ['Evid Clerk', 'Evidence Clerk (Smith)'],
  ])('“%s” and “%s” are asked about, and no break is established', (a, b) => {
    const chain = [hand('> x 08:00', { receivedBy: a }), hand('x 09:00 > Lab 09:01', { releasedBy: b })];
    const [f] = on('custody-mismatch', chain);
    expect(f?.status).toBe('arguable');
    expect(f?.premises.some((p) => /may be one person/.test(p.says))).toBe(true);
  });
});

describe('a line that could not be read', () => {
  const chain = [
    hand('> Ortiz 08:00', { line: 2, seal: 'S-1' }),
    hand('Reyes 12:00 > Clerk 12:01', { line: 5, seal: 'S-2' }),
  ];
  const sources = (unread: number[]) => [{ id: 'form', name: 'Custody form', kind: 'form' as const, unread }];
  const withSource = chain.map((c) => ({ ...c, sourceId: 'form' }));
  it.each(['custody-mismatch', 'seal-break'])(
    'between two entries leaves %s arguable, and is named',
    (rule) => {
      expect(statuses(on(rule, withSource, { sources: sources([]) }))).toEqual(['established']);
      const [f] = on(rule, withSource, { sources: sources([4]) });
      expect(f?.status).toBe('arguable');
      expect(f?.premises.some((p) => p.says.startsWith('Line 4 of the form could not be read'))).toBe(true);
      expect(statuses(on(rule, withSource, { sources: sources([1, 7]) }))).toEqual(['established']);
    },
  );
});

describe('quantities', () => {
  const q = (of: 'net' | 'gross' | 'count', value: number, unit = 'g', plusMinus: number | null = null) => ({
    quantities: [{ of, value, unit, plusMinus }],
  });
  const two = (a: object, b: object) =>
    on('quantity-drift', [
      hand('> Ortiz 08:00', { purpose: 'stored', ...a }),
      hand('Ortiz 09:00 > Clerk 09:01', { purpose: 'moved', ...b }),
    ]);
  it('are the same weight in ounces and in grams', () => {
    expect(two(q('net', 12.4), q('net', 0.437, 'oz'))).toEqual([]);
    expect(two(q('net', 7.5, 'pounds'), q('net', 3401.9, 'grams'))).toEqual([]);
    expect(two(q('net', 1, 'kg', 0.001), q('net', 1000.9, 'g', 0.001))).toEqual([]);
  });
  it('differ beyond both uncertainties', () => {
    expect(statuses(two(q('net', 12.4, 'g', 0.1), q('net', 12.1, 'g', 0.1)))).toEqual(['established']);
    expect(two(q('net', 12.4, 'g', 0.2), q('net', 12.1, 'g', 0.1))).toEqual([]);
    expect(statuses(two(q('net', 12.4), q('net', 12.1)))).toEqual(['arguable']);
  });
  it('are never compared as gross with net, as bags with pills, or in a unit that may be two', () => {
    expect(two(q('gross', 20), q('net', 12))).toEqual([]);
    expect(two(q('count', 5, 'bags'), q('count', 500, 'pills'))).toEqual([]);
    expect(two(q('net', 12, 'gr'), q('net', 12, 'g'))).toEqual([]);
  });
});

describe('substitute-analyst', () => {
  const tested = '09:00-10:00 lab-test: powder tested #1 @Analyst Birch';
  const rule = (lines: string[], hearing: '' | 'trial' | 'suppression' = '') =>
    found('substitute-analyst', log(...lines), { items: [item(1)] }, { choices: { ...NO_CHOICES, hearing } });
  it('is established where another testifies', () => {
    expect(statuses(rule([tested, '2025-02-03 10:00 testimony: on the powder #1 @Analyst Elm']))).toEqual([
      'established',
    ]);
  });
  it('is arguable where the witness tested too, or may be the same person', () => {
    const both = [
      tested,
      '11:00-11:30 lab-test: again #1 @Analyst Elm',
      '2025-02-03 10:00 testimony: on it #1 @Analyst Elm',
    ];
    expect(statuses(rule(both))).toEqual(['arguable']);
    expect(statuses(rule([tested, '2025-02-03 10:00 testimony: on it #1 @J. Birch']))).toEqual(['arguable']);
  });
  it('is absent without testimony, where the tester testifies, and at a suppression hearing', () => {
    expect(rule([tested])).toEqual([]);
    expect(rule([tested, '2025-02-03 10:00 testimony: on it #1 @Analyst Birch'])).toEqual([]);
    expect(rule([tested, '2025-02-03 10:00 testimony: on it #1 @Analyst Elm'], 'suppression')).toEqual([]);
    expect(rule([tested, '2025-02-03 10:00 testimony: on the stop @Analyst Elm'])).toEqual([]);
  });
});

describe('late-booking', () => {
  it('is arguable where which of two finds the item is, is unsaid', () => {
    const lines = log('2024-03-13 14:00 found: powder', '2024-03-13 14:05 found: a scale');
    const custody = [hand('> Ortiz 08:00')];
    expect(statuses(found('late-booking', lines, { custody }))).toEqual(['arguable']);
    expect(statuses(found('late-booking', lines.slice(0, 1), { custody }))).toEqual(['established']);
  });
});
