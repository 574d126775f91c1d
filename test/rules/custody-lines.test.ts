import { describe, expect, it } from 'vitest';
import type { CustodyEntry, Item } from '../../src/record/custody';
import type { Finding } from '../../src/rules/finding';
import { relation } from '../make';
import { found, hand, log, statuses } from './facts';

type Form = Partial<CustodyEntry> & { id: string };

const on = (rule: string, custody: Form[], lines: string[] = [], more: Parameters<typeof found>[2] = {}) =>
  found(rule, log(...lines), { custody, ...more });
const says = (f: Finding | undefined): string[] => (f?.premises ?? []).map((p) => p.says);
const item = (number: string, id = `i${number}`): Item => ({
  id,
  caseId: 'c',
  number,
  description: '',
  sampling: null,
});

describe('the words of a finding on a chain', () => {
  it('name the line, or an entry where the form has no lines, and the item or “An item”', () => {
    const two = [hand('> Ortiz 08:00', { line: null }), hand('Reyes 12:00 > Clerk 12:01', { line: 7 })];
    const [f] = on('custody-mismatch', two);
    expect(f?.title).toBe('Item 1 (powder): received by Ortiz, next released by Reyes');
    expect(says(f).slice(0, 2)).toEqual([
      'an entry: received by Ortiz.',
      'line 7: released by Reyes. No entry says how it came to them.',
    ]);
    expect(f?.subjects).toEqual(two.map((e) => e.id));
    expect(on('custody-mismatch', two, [], { items: [item('1', 'other')] })[0]?.title).toMatch(/^An item:/);
    expect(on('custody-mismatch', two, [], { items: [item('1')] })[0]?.title).toMatch(/^Item 1: received/);
  });
  it.each([
    [[4], 'Line 4 of'],
    [[4, 5], 'Lines 4, 5 of'],
    [[3, 4, 5, 6, 7, 8, 9, 10, 11], 'Lines 3, 4, 5, 6, 7, 8, 9, 10 of'],
  ])('unread lines %j are named, eight at most', (unread, expected) => {
    const two = [hand('> Ortiz 08:00', { line: 2 }), hand('Reyes 12:00 > Clerk 12:01', { line: 12 })];
    const [f] = on('custody-mismatch', two, [], { sources: [{ unread }] });
    expect(f?.status).toBe('arguable');
    expect(says(f).some((s) => s.startsWith(expected))).toBe(true);
  });
  it('a line that was read is no hole of its own', () => {
    const two = [hand('> Ortiz 08:00', { line: 2 }), hand('Reyes 12:00 > Clerk 12:01', { line: 5 })];
    expect(statuses(on('custody-mismatch', two, [], { sources: [{ unread: [2, 5] }] }))).toEqual([
      'established',
    ]);
  });
});

describe('custody-gap', () => {
  it.each([
    ['09:05:00.000', []],
    ['09:05:00', ['arguable']],
    ['09:05:00.001', ['established']],
    ['09:05:01', ['established']],
  ])(
    'released at 09:00:00.000 and received at %s, five minutes being one act, is %j',
    (received, expected) => {
      const e = { ...hand('Ortiz > Lab'), releasedAt: '09:00:00.000', receivedAt: received };
      expect(statuses(on('custody-gap', [e]))).toEqual(expected);
    },
  );
  it('is absent where one end is not written, or nobody can read it', () => {
    expect(on('custody-gap', [hand('Ortiz > Lab 13:55')])).toEqual([]);
    expect(on('custody-gap', [hand('Ortiz 09:10 > Lab')])).toEqual([]);
  });
  it('says who gave it and who got it, or that nobody is named, and the two times as they are written', () => {
    const [f] = on('custody-gap', [hand('Ortiz 09:10 > Lab 13:55', { line: 3 })]);
    expect(f?.measures).toBe('from release by Ortiz to receipt by Lab');
    expect(says(f)).toEqual([
      'Released by Ortiz at 2024-03-14 09:10, line 3.',
      'Received by Lab at 2024-03-14 13:55, line 3.',
      expect.stringContaining('weight, not admissibility'),
    ]);
    const [g] = on('custody-gap', [{ ...hand('Ortiz 09:10 > Lab 13:55'), releasedBy: '', receivedBy: '' }]);
    expect(g?.measures).toBe('from release by nobody named to receipt by nobody named');
    expect(says(g)[0]).toMatch(/^Released by nobody named at/);
    expect(says(g)[1]).toMatch(/^Received by nobody named at/);
  });
  const kept = (kind: 'person' | 'keypad', received: string, more: Partial<CustodyEntry> = {}) =>
    on('custody-gap', [hand(`Ortiz 09:00:00 > Lee ${received}`, more)], [], {
      clocks: [{ id: 'dispatch', kind }],
    });
  it('allows for two watches to the second, and says so; of one clock it says nothing', () => {
    // Five minutes for the act and five for the watches of two people.
    const [f] = kept('person', '09:16:00');
    expect(says(f)[2]).toMatch(/^Two people wrote these times/);
    expect(says(kept('keypad', '09:16:00')[0])[2]).toMatch(/weight, not admissibility/);
    expect(says(kept('person', '09:16:00', { receivedBy: 'Ortiz' })[0])[2]).toMatch(/weight/);
    // A clock that the case does not know is no person's.
    expect(statuses(kept('person', '09:08:00', { clockId: 'gone' }))).toEqual([]);
  });
});

describe('custody-mismatch', () => {
  it.each([
    ['nobody is named as having received it', hand('> x 08:00', { receivedBy: 'N/A' }), hand('Reyes > Lab')],
    [
      'nobody is named as having released it',
      hand('> Ortiz 08:00'),
      hand('x > Lab 09:00', { releasedBy: '' }),
    ],
    ['the next line is of another form', hand('> Ortiz 08:00'), hand('Reyes > Lab 09:00', { logId: 'g' })],
    [
      'the name differs by signs alone',
      hand('> x 08:00', { receivedBy: ' Off.  Ortiz,' }),
      hand('x > Lab', { releasedBy: 'OFF ORTIZ' }),
    ],
  ])('is absent where %s', (_, a, b) => {
    expect(on('custody-mismatch', [a, b])).toEqual([]);
  });
  it('asks nothing about two names that are surely two', () => {
    expect(
      says(on('custody-mismatch', [hand('> Ortiz 08:00'), hand('Reyes 09:00 > Lab')])[0]).some((s) =>
        s.includes('may be one person'),
      ),
    ).toBe(false);
  });
});

describe('missing-hand', () => {
  const missing = (...chain: Form[]) => on('missing-hand', chain).map((f) => f.title.split(': ')[1]);
  const first = hand('> Ortiz 08:00');
  it.each([
    ['a whole line', hand('Ortiz 09:00 > Lab 09:01', { purpose: 'test' }), []],
    ['no time of release', hand('Ortiz > Lab 09:01'), ['time of release missing']],
    ['nobody who released', hand('> Lab 09:01'), ['person who released missing']],
    ['no time of receipt', hand('Ortiz 09:00 > Lab'), ['time of receipt missing']],
    [
      'nobody who received, whose time is then not asked for',
      hand('Ortiz 09:00 > Lab', { receivedBy: '-' }),
      ['person who received missing'],
    ],
    [
      'no signature of release',
      hand('Ortiz 09:00 > Lab 09:01', { releasedSigned: false, receivedSigned: true }),
      ['signature of release missing'],
    ],
    [
      'no signature of receipt',
      hand('Ortiz 09:00 > Lab 09:01', { releasedSigned: true, receivedSigned: false }),
      ['signature of receipt missing'],
    ],
    ['an empty purpose', hand('Ortiz 09:00 > Lab 09:01', { purpose: 'none' }), ['purpose missing']],
  ])('%s', (_, second, expected) => {
    expect(missing(first, second)).toEqual(expected);
  });
  it('the first line is a collection: nobody released it, and nobody signed for that', () => {
    expect(missing(hand('> Ortiz 08:00', { releasedSigned: false }))).toEqual([]);
    expect(missing(hand('Owner > Ortiz 08:00'))).toEqual([]);
    expect(missing(hand('Owner > Ortiz 08:00', { receivedSigned: false }))).toEqual([
      'signature of receipt missing',
    ]);
  });
});

describe('hash-mismatch', () => {
  const two = (a: string, b: string) => [
    hand('> Ortiz 08:00', { hash: a }),
    hand('Ortiz 09:00 > Clerk 09:01'),
    hand('Clerk 10:00 > Lab 10:01', { hash: b }),
  ];
  it('compares the hashes of lines that have one, whatever their case and signs', () => {
    expect(on('hash-mismatch', two('AB-12:cd', 'ab12CD'))).toEqual([]);
    const [f, ...rest] = on('hash-mismatch', two(`sha ${'a'.repeat(40)}`, `sha ${'b'.repeat(40)}`));
    expect(rest).toEqual([]);
    expect(f).toMatchObject({ status: 'established', title: 'Item 1 (powder): the hash differs' });
    expect(f?.subjects).toEqual(['-Ortiz-08-00', 'Clerk-10-00-Lab-10-01']);
    expect(says(f).slice(0, 2)).toEqual([`line 2: sha ${'a'.repeat(20)}…`, `line 4: sha ${'b'.repeat(20)}…`]);
    expect(says(f)).toHaveLength(3);
  });
  it('says why two lengths leave it arguable', () => {
    const [f] = on('hash-mismatch', two('ab12ce', 'ab12ce99'));
    expect(f?.status).toBe('arguable');
    expect(says(f)[2]).toMatch(/^The two are of different lengths/);
  });
});

describe('late-booking', () => {
  const booked = (received: string, lines: string[], more: Partial<CustodyEntry> = {}) =>
    on('late-booking', [hand(`> Clerk ${received}`, more)], lines);
  it.each([
    ['20:00:00.000', []],
    ['20:00:00', ['arguable']],
    ['20:00:00.001', ['established']],
  ])('found at 08:00:00.000 and booked at %s, twelve hours being allowed, is %j', (received, expected) => {
    const e = { ...hand('> Clerk'), receivedAt: received };
    expect(statuses(on('late-booking', [e], ['08:00:00.000 found: powder #1']))).toEqual(expected);
  });
  it('is absent where nobody wrote when it was booked', () => {
    expect(booked('', ['08:00 found: powder #1']).length).toBe(0);
  });
  it('takes the finds that name the item, in any case, before all others', () => {
    const on2A = (lines: string[]) =>
      on('late-booking', [hand('> Clerk 23:00')], lines, { items: [item('2A', 'i1')] });
    expect(statuses(on2A(['08:00 found: bag #2a', '22:00 found: scale', '22:30 found: cash #3']))).toEqual([
      'established',
    ]);
    const [f] = on2A(['08:00 found: bag #2a', '09:00 found: bag #2A']);
    expect(f?.premises[0]).toEqual({ says: 'Seized: bag', row: 'e1' });
    expect(f?.bounds).toEqual({ min: 14 * 3_600_000 - 59_999, max: 14 * 3_600_000 + 59_999 });
    expect(says(f)).not.toContain('Which find this item is, the record does not say.');
    // A find of another item is none of this one; one without a number may be.
    expect(on2A(['08:00 found: cash #3'])).toEqual([]);
    expect(statuses(on2A(['08:00 found: cash #3', '09:00 phone-seized: a phone']))).toEqual(['established']);
    const [loose] = on2A(['08:00 found: bag', '09:00 found: scale']);
    expect(loose?.status).toBe('arguable');
    expect(says(loose)).toContain('Which find this item is, the record does not say.');
  });
  it('looks past a find of which nobody says when, and quotes no remark of the form', () => {
    const lines = ['08:00 found: powder #1', 'whenever found: more of it #1'];
    const [f] = booked('23:00', lines, { note: 'kept in the car overnight' });
    expect(f?.status).toBe('established');
    expect(says(f)[0]).toBe('Seized: powder');
    expect(says(f).join()).not.toContain('overnight');
  });
  it('falls back on the arrest, which never establishes it', () => {
    const [f] = booked('23:00', ['08:00 arrest: taken in']);
    expect(f?.status).toBe('arguable');
    expect(says(f)).toEqual([
      'Seized: taken in',
      'First entry: received by Clerk, line 2.',
      'The case allows 12 h 00 min.',
      'Which find this item is, the record does not say.',
      expect.stringContaining('weight'),
    ]);
  });
  it('says that nobody is named, and leaves out a find without a place in time', () => {
    const [f] = booked('23:00', ['08:00 found: bag #1', 'teatime found: scale #1'], { receivedBy: '' });
    expect(says(f)[1]).toMatch(/received by nobody named/);
    expect(f?.restsOn.length).toBeGreaterThan(1);
    expect(f?.subjects).toHaveLength(1);
  });
});

describe('two-places', () => {
  it('a relation gives a place to an end that nobody wrote', () => {
    const e = hand('Ortiz > Lab 10:00:00', { id: 'h' });
    const tied = relation('h', 'h', {
      fromEdge: 'received',
      toEdge: 'released',
      min: 3_600_000,
      max: 3_600_000,
    });
    expect(on('two-places', [e])).toEqual([]);
    expect(statuses(on('two-places', [e], [], { relations: [tied] }))).toEqual(['established']);
  });
  it('one seal on many items names six of the others, and counts the rest', () => {
    const many = (n: number) => {
      const numbers = Array.from({ length: n }, (_, i) => String(i + 1));
      const custody = numbers.flatMap((k) => [
        hand('> Ortiz 08:00', { id: `a${k}`, itemId: `i${k}`, seal: 'S-9' }),
        hand('Ortiz 15:00 > Lab 15:01', { id: `b${k}`, itemId: `i${k}`, seal: 'S-9' }),
      ]);
      return says(on('two-places', custody, [], { items: numbers.map((k) => item(k)) })[0])[0];
    };
    expect(many(7)).toMatch(/stands on Item 2, Item 3, Item 4, Item 5, Item 6, Item 7 too/);
    expect(many(9)).toMatch(/Item 6, Item 7 and 2 more too/);
  });
  it('two names that may be one are asked about, and which form says what is said', () => {
    const f = (holder: string) =>
      on('two-places', [
        hand('Ortiz 14:00:00 > Clerk 14:02:00', { id: 'f1' }),
        hand('Clerk 18:00:00 > Lab 18:05:00', { id: 'f2' }),
        hand('Baker 15:00:00 > x 15:05:00', { id: 'g1', logId: 'g', receivedBy: holder }),
        hand('x 16:00:00 > Vault 16:05:00', { id: 'g2', logId: 'g', releasedBy: holder }),
      ])[0];
    expect(f('Kim')).toMatchObject({ status: 'established', subjects: ['f1', 'g1'] });
    expect(says(f('Kim'))).toEqual([
      'It is held by Clerk on one form and by Kim on another.',
      'The other: received by Kim, line 4.',
      expect.stringContaining('weight'),
    ]);
    expect(f('Kim')?.span).toEqual({
      from: { id: 'g1', edge: 'received' },
      to: { id: 'g2', edge: 'released' },
    });
    expect(f('Kim')?.restsOn.length).toBeGreaterThan(1);
    expect(f('Evidence Clerk Smith')?.status).toBe('arguable');
    expect(says(f('Evidence Clerk Smith'))).toContain(
      'The two names may be one person: ask before it is called a break.',
    );
  });
  it.each([
    ['five minutes to the millisecond', '15:05:00.000', []],
    ['a millisecond more', '15:05:00.001', ['established']],
  ])('in two hands for %s', (_, released, expected) => {
    const at = (id: string, logId: string, line: string, more: Partial<CustodyEntry>) =>
      hand(line, { id, logId, ...more });
    const chain = [
      at('f1', 'f', 'Ortiz > Clerk', { receivedAt: '14:02:00.000' }),
      at('f2', 'f', 'Clerk > Lab', { releasedAt: released }),
      at('g1', 'g', 'Baker > Kim', { receivedAt: '15:00:00.000' }),
      at('g2', 'g', 'Kim > Vault', { releasedAt: '16:00:00.000' }),
    ];
    expect(statuses(on('two-places', chain))).toEqual(expected);
  });
  it('of three forms, the two that have it longest at once', () => {
    const of = (form: string, from: string, to: string) => [
      hand(`A${form} 08:00:00 > B${form} ${from}`, { id: `${form}1`, logId: form }),
      hand(`B${form} ${to} > C${form} 23:00:00`, { id: `${form}2`, logId: form }),
    ];
    const [f] = on('two-places', [
      ...of('x', '10:00:00', '20:00:00'),
      ...of('y', '09:00:00', '10:30:00'),
      ...of('z', '12:00:00', '15:00:00'),
    ]);
    expect(f?.subjects).toEqual(['x1', 'z1']);
    expect(f?.bounds).toEqual({ min: 10_799_001, max: 10_800_999 });
  });
  it('a holder whom nobody can name holds nothing', () => {
    const g = [
      hand('Baker 15:00 > x 15:05', { id: 'g1', logId: 'g', receivedBy: 'N/A' }),
      hand('Kim 16:00 > Vault 16:05', { id: 'g2', logId: 'g' }),
    ];
    expect(
      on('two-places', [hand('Ortiz 14:00 > Clerk 14:02'), hand('Clerk 18:00 > Lab 18:05'), ...g]),
    ).toEqual([]);
  });
});
