import { describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../src/record/choices';
import type { CustodyEntry, Item, Quantity } from '../../src/record/custody';
import { claimsOf } from '../../src/rules/custody/sampling';
import type { Finding } from '../../src/rules/finding';
import { found, hand, log, sampled, statuses } from './facts';

type Form = Partial<CustodyEntry> & { id: string };

const on = (rule: string, custody: Form[], lines: string[] = [], more: Parameters<typeof found>[2] = {}) =>
  found(rule, log(...lines), { custody, ...more });
const says = (f: Finding | undefined): string[] => (f?.premises ?? []).map((p) => p.says);

describe('quantity-drift', () => {
  const q = (
    of: Quantity['of'],
    value: number,
    unit = 'g',
    plusMinus: number | null = 0.1,
  ): Partial<CustodyEntry> => ({ quantities: [{ of, value, unit, plusMinus }] });
  const two = (a: object, b: object, lines: string[] = []) =>
    on(
      'quantity-drift',
      [
        hand('> Ortiz 08:00', { purpose: 'stored', ...a }),
        hand('Ortiz 09:00 > Clerk 09:01', { purpose: 'moved', ...b }),
      ],
      lines,
    );
  it.each([
    ['as much as both scales allow', 12.4, 12.2, []],
    ['a hundredth more', 12.4, 12.19, ['established']],
    ['a hundredth more, the other way', 12.19, 12.4, ['established']],
  ])('%s', (_, a, b, expected) => {
    expect(statuses(two(q('net', a), q('net', b)))).toEqual(expected);
  });
  it.each([
    ['Grams.', 12.4, 'g', 12.4],
    ['gm', 12.4, ' G ', 12.4],
    ['milligrams', 12_400, 'g', 12.4],
    ['kilos', 0.0124, 'kilograms', 0.0124],
    ['lbs', 1, 'g', 453.6],
    ['ounces', 1, 'g', 28.35],
    ['oz.', 1, 'ounce', 1],
    ['pound', 1, 'oz', 16],
  ])('“%s” is read as what it is', (unit, value, other, same) => {
    expect(two(q('net', value, unit, 0), q('net', same, other, 0))).toEqual([]);
    expect(statuses(two(q('net', value, unit, 0), q('net', same * 2, other, 0)))).toEqual(['established']);
  });
  it('reads the uncertainty in the unit of its weight', () => {
    expect(two(q('net', 1, 'kg', 0.1), q('net', 910, 'g', 0))).toEqual([]);
    expect(statuses(two(q('net', 1000, 'mg', 0.1), q('net', 0.9, 'g', 0)))).toEqual(['established']);
  });
  it('is good to the last digit that is written, where no uncertainty is stated', () => {
    expect(two(q('net', 12.43, 'g', null), q('net', 12.42, 'g', null))).toEqual([]);
    expect(statuses(two(q('net', 12.43, 'g', null), q('net', 12.41, 'g', null)))).toEqual(['arguable']);
    expect(two(q('net', 13, 'g', null), q('net', 12, 'g', null))).toEqual([]);
    expect(statuses(two(q('net', 13, 'g', null), q('net', 11.4, 'g', null)))).toEqual(['arguable']);
    expect(two(q('net', 2, 'kg', null), q('net', 1500, 'g', null))).toEqual([]);
    // Stated for one alone, it is not known of both.
    expect(statuses(two(q('net', 12.4, 'g', null), q('net', 8.4)))).toEqual(['arguable']);
    expect(statuses(two(q('net', 12.4), q('net', 8.4, 'g', null)))).toEqual(['arguable']);
  });
  it('in two units, each is good to its last digit and to its scale', () => {
    expect(two(q('net', 1, 'oz', 0.1), q('net', 25, 'g', 1))).toEqual([]);
    expect(statuses(two(q('net', 1, 'oz', 0.1), q('net', 9, 'g', 1)))).toEqual(['established']);
  });
  it('says what was weighed, what is missing and what the scales account for', () => {
    const [f] = two(q('net', 12.4), q('net', 14.4, 'g', 0.2));
    expect(f?.title).toBe('Item 1 (powder): 2 g more (net)');
    expect(says(f).slice(0, 3)).toEqual([
      'line 2: net 12.4 g ± 0.1.',
      'line 3: net 14.4 g ± 0.2.',
      'The scales account for 0.3 g at most.',
    ]);
    expect(says(f)).toHaveLength(4);
    const [u] = two(q('gross', 12.4, 'g', null), q('gross', 8.4, 'g', null));
    expect(says(u).slice(1, 3)).toEqual([
      'line 3: gross 8.4 g.',
      'No uncertainty of the scales is stated: ask for their calibration.',
    ]);
    const [c] = two(q('count', 50, 'bags', null), q('count', 48, 'Bags', null));
    expect(c?.title).toBe('Item 1 (powder): 2 bags less (count)');
    expect(says(c)[2]).toBe('A count has no uncertainty.');
    const [n] = two(q('count', 50, '', null), q('count', 48, '', null));
    expect(n?.title).toBe('Item 1 (powder): 2 less (count)');
    expect(says(n)[0]).toBe('line 2: count 50.');
  });
  it('what a laboratory may have used is asked about; what it added is not', () => {
    const [f] = two(q('net', 12.4), q('net', 8.4), ['08:30-08:40 lab-test #1']);
    expect(f?.status).toBe('arguable');
    expect(says(f)[3]).toBe('The package was opened or tested in between: ask how much was consumed.');
    const [more] = two(q('net', 8.4), q('net', 12.4), ['08:30-08:40 lab-test #1']);
    expect(more?.status).toBe('established');
    expect(says(more)[3]).toMatch(/weight, not admissibility/);
    expect(statuses(two(q('net', 12.4), q('net', 8.4), ['08:30-08:40 lab-test #2']))).toEqual([
      'established',
    ]);
  });
  it('an opening before the first weighing or after the second explains nothing; what the second line is for, a count alone', () => {
    const at = (line: string, of: Quantity['of'], value: number, purpose: string) =>
      hand(line, { ...q(of, value), purpose });
    const chain = (of: Quantity['of'], second: string) => [
      hand('> Ortiz 07:00', { purpose: 'opened' }),
      at('Ortiz 08:00 > Clerk 08:01', of, 12, 'stored'),
      at('Clerk 09:00 > Ford 09:01', of, 8, second),
      hand('Ford 10:00 > Clerk 10:01', { purpose: 'opened' }),
    ];
    expect(statuses(on('quantity-drift', chain('net', 'moved')))).toEqual(['established']);
    expect(statuses(on('quantity-drift', chain('net', 'opened')))).toEqual(['established']);
    expect(statuses(on('quantity-drift', chain('count', 'moved')))).toEqual(['established']);
    const [f] = on('quantity-drift', chain('count', 'opened'));
    expect(f?.status).toBe('arguable');
    expect(says(f)[3]).toBe('The line may count only what was tested: ask.');
  });
});

describe('seal-break', () => {
  const seal = (line: string, number: string, more: Partial<CustodyEntry> = {}) =>
    hand(line, { seal: number, purpose: 'moved', ...more });
  const first = seal('Ortiz 14:00:00 > Clerk 14:02:00', 'S-100');
  const second = seal('Clerk 18:00:00 > Ford 18:01:00', 'S-101');
  it('says both seals and that no entry tells of an opening', () => {
    const [f] = on('seal-break', [first, second]);
    expect(f).toMatchObject({ status: 'established', title: 'Item 1 (powder): seal S-100 becomes S-101' });
    expect(says(f).slice(0, 3)).toEqual([
      'line 2: seal S-100.',
      'line 3: seal S-101.',
      'No entry in between tells of an opening.',
    ]);
  });
  it.each([
    ['before the first line', '13:00:00-13:59:00', 'established'],
    ['until the first line was received', '13:00:00-14:02:01', 'arguable'],
    ['between the two', '15:00-16:00', 'arguable'],
    ['from when the second was received', '18:01:01-19:00', 'established'],
    ['after the second', '19:00-20:00', 'established'],
  ])('a test of the item %s', (_, when, expected) => {
    const [f] = on('seal-break', [first, second], [`${when} lab-test #1`]);
    expect(f?.status).toBe(expected);
    expect(says(f)[2]).toBe(
      expected === 'established'
        ? 'No entry in between tells of an opening.'
        : 'An opening in between may explain it.',
    );
  });
  it('a test of another item explains nothing; where nobody wrote when it came, any test may', () => {
    expect(statuses(on('seal-break', [first, second], ['15:00-16:00 lab-test #2']))).toEqual(['established']);
    const untimed = (e: Form) => ({ ...e, receivedAt: '' });
    expect(statuses(on('seal-break', [untimed(first), second], ['09:00-10:00 lab-test #1']))).toEqual([
      'arguable',
    ]);
    expect(statuses(on('seal-break', [first, untimed(second)], ['22:00-23:00 lab-test #1']))).toEqual([
      'arguable',
    ]);
  });
  it('is of one form alone, and skips lines without a seal', () => {
    expect(on('seal-break', [first, { ...second, logId: 'g' }])).toEqual([]);
    const between = (more: Partial<CustodyEntry>) =>
      statuses(
        on('seal-break', [first, hand('Clerk 15:00 > Kim 15:01', { purpose: 'moved', ...more }), second]),
      );
    expect(between({})).toEqual(['established']);
    expect(between({ purpose: 'opened' })).toEqual(['foreclosed']);
    expect(between({ note: 'resealed by me' })).toEqual(['foreclosed']);
    expect(between({ receivedBy: 'Crime Laboratory' })).toEqual(['arguable']);
    expect(between({ receivedBy: 'Laboratory courier' })).toEqual(['established']);
  });
  it('what opens the package on the second line may explain a new number, an opening before the first does not', () => {
    expect(statuses(on('seal-break', [first, { ...second, purpose: 'viewing' }]))).toEqual(['arguable']);
    expect(statuses(on('seal-break', [first, { ...second, receivedBy: 'State Lab' }]))).toEqual(['arguable']);
    const before = hand('Kim 12:00 > Ortiz 12:01', { purpose: 'opened' });
    expect(statuses(on('seal-break', [before, first, second]))).toEqual(['established']);
  });
  describe('found broken', () => {
    const broken = hand('Clerk 18:00:00 > Ford 18:01:00', {
      sealState: 'broken',
      purpose: 'testing',
      line: 9,
    });
    const plain = hand('Ortiz 14:00:00 > Clerk 14:02:00', { purpose: 'stored', line: 4 });
    it('is established, whatever it came for; an opening on the line before forecloses', () => {
      const [f] = on('seal-break', [plain, broken]);
      expect(f).toMatchObject({
        status: 'established',
        title: 'Item 1 (powder): the seal was found broken',
        subjects: [broken.id],
      });
      expect(says(f).slice(0, 2)).toEqual([
        'line 9: the seal is found broken.',
        'No entry tells of an opening before that.',
      ]);
      const [g] = on('seal-break', [{ ...plain, purpose: 'opened' }, broken]);
      expect(g?.status).toBe('foreclosed');
      expect(says(g)[1]).toBe('An opening before that may explain it.');
      expect(statuses(on('seal-break', [{ ...plain, purpose: 'opened' }, plain, broken]))).toEqual([
        'established',
      ]);
      expect(statuses(on('seal-break', [{ ...plain, receivedBy: 'Lab' }, broken]))).toEqual(['arguable']);
      expect(statuses(on('seal-break', [broken]))).toEqual(['established']);
      expect(on('seal-break', [plain, { ...broken, sealState: 'intact' }])).toEqual([]);
    });
    it('may be explained by a test before it and after the line before, or by an unread line between them', () => {
      const at = (when: string, chain = [plain, broken]) =>
        statuses(on('seal-break', chain, [`${when} lab-test #1`]));
      expect(at('10:00-11:00')).toEqual(['established']);
      expect(at('15:00-16:00')).toEqual(['arguable']);
      expect(at('10:00-11:00', [broken])).toEqual(['arguable']);
      const unread = (line: number) =>
        on('seal-break', [plain, broken], [], { sources: [{ unread: [line] }] });
      expect(statuses(unread(6))).toEqual(['arguable']);
      expect(says(unread(6)[0])[2]).toMatch(/^Line 6 of the form/);
      expect(statuses(unread(3))).toEqual(['established']);
    });
  });
});

describe('lab-order', () => {
  const into = hand('Clerk 09:00:00 > Laboratory 09:20:00');
  const out = hand('Laboratory 15:00:00 > Clerk 15:10:00');
  const [again, outAgain] = [
    hand('Clerk 17:00:00 > Laboratory 17:20:00'),
    hand('Laboratory 19:00:00 > Clerk 19:10:00'),
  ];
  const order = (chain: Form[], ...lines: string[]) => on('lab-order', chain, lines);
  it.each([
    ['09:20:01', []],
    ['09:20:00', ['arguable']],
    ['09:19:58', ['established']],
  ])('a test that begins at %s, received at 09:20:00, is %j', (at, expected) => {
    expect(statuses(order([into], `${at}-09:40:00 lab-test #1`))).toEqual(expected);
  });
  it('says by how much, against the earliest receipt, and which test', () => {
    const [f] = order([into, out, again, outAgain], '09:10:00-09:40:00 lab-test: weighed #1');
    expect(f).toMatchObject({
      title: 'Item 1 (powder): tested before the laboratory received it',
      bounds: { min: 10 * 60_000 - 999, max: 10 * 60_000 + 999 },
      subjects: ['e0'],
      item: 'i1',
    });
    expect(f?.span).toMatchObject({ to: { id: into.id, edge: 'received' } });
    expect(f?.quantities).toHaveLength(2);
    expect(f?.restsOn.length).toBeGreaterThan(1);
  });
  it('a laboratory may be the place; what nobody timed counts for nothing', () => {
    const place = hand('Clerk 09:00 > Kim 09:20', { place: 'Crime Lab' });
    expect(statuses(order([place], '08:00-08:30 lab-test #1'))).toEqual(['established']);
    expect(order([{ ...into, receivedAt: '' }], '08:00-08:30 lab-test #1')).toEqual([]);
    expect(order([hand('Clerk 09:00 > Kim 09:20')], '08:00-08:30 lab-test #1')).toEqual([]);
  });
  it.each([
    ['15:00:02', ['established']],
    ['15:00:00', ['arguable']],
    ['14:59:58', []],
  ])('a test that ends at %s, given out at 15:00:00, is %j', (at, expected) => {
    const all = order([into, out], `10:00:00-${at} lab-test #1`);
    expect(statuses(all)).toEqual(expected);
    for (const f of all) expect(f.title).toBe('Item 1 (powder): tested when it had left the laboratory');
  });
  it('counts from when it left for good, by the hand of the laboratory', () => {
    expect(order([into, out, again], '17:30-18:00 lab-test #1')).toEqual([]);
    expect(statuses(order([into, out, again, outAgain], '18:00-20:00 lab-test #1'))).toEqual(['established']);
    expect(order([into, { ...out, releasedBy: 'Kim' }], '14:00-16:00 lab-test #1')).toEqual([]);
    expect(order([into, { ...out, releasedAt: '' }], '14:00-16:00 lab-test #1')).toEqual([]);
    expect(order([into, out], '14:00 lab-test #1')).toEqual([]);
  });
  it('a report, or a result, of this item before its test is the wrong way round', () => {
    for (const kind of ['lab-report', 'test-result']) {
      const [f] = order([into], '10:00-11:00 lab-test #1', `09:30 ${kind} #1`);
      expect(f).toMatchObject({
        title: 'Item 1 (powder): reported before it was tested',
        subjects: ['e1', 'e0'],
      });
    }
    expect(order([into], '10:00-11:00 lab-test #1', '09:30 lab-report #2')).toEqual([]);
    expect(order([into], '10:00-11:00 lab-test #1', '09:30 lab-report')).toEqual([]);
  });
});

describe('sampling', () => {
  const base = { units: 50, tested: 4, negative: 0, netTested: 1.2, plusMinus: 0.04, netClaimed: 15 };
  const BRACKETS = [
    { name: 'over 10 g', over: 10 },
    { name: 'over 5 g', over: 5 },
  ];
  it('orders the brackets itself, and takes the lower where a weight is just at its limit', () => {
    const of = (netClaimed: number) => claimsOf({ ...base, netClaimed }, BRACKETS)[3]?.brackets;
    expect(of(5)).toEqual(['not over 5 g']);
    expect(of(5.001)).toEqual(['over 5 g']);
    expect(of(10)).toEqual(['over 5 g']);
    expect(of(10.001)).toEqual(['over 10 g']);
    expect(claimsOf(base, []).map((c) => c.brackets)).toEqual([[], [], [], []]);
    expect(claimsOf({ ...base, netClaimed: null }, BRACKETS)[3]?.brackets).toEqual([]);
  });
  it('names each bracket in which a weight may fall', () => {
    const wide = claimsOf({ ...base, netTested: 5, plusMinus: 6 }, BRACKETS)[0];
    expect(wide?.weight).toEqual({ least: 0, most: 11 });
    expect(wide?.brackets).toEqual(['not over 5 g', 'over 5 g', 'over 10 g']);
  });
  it('counts as tested what was positive, and weighs it only where the report gives a weight', () => {
    const [tested] = claimsOf({ ...base, negative: 1 }, []);
    expect(tested).toMatchObject({ units: 3, weight: { least: 1.16, most: 1.24 } });
    expect(claimsOf({ ...base, netTested: null, spread: 0.02 }, []).map((c) => c.weight)).toEqual([
      null,
      null,
      null,
      { least: 15, most: 15 },
    ]);
    expect(claimsOf({ ...base, negative: 4, spread: 0.02 }, [])[0]).toMatchObject({ units: 0, weight: null });
    expect(claimsOf({ ...base, plusMinus: null }, [])[0]?.weight).toEqual({ least: 1.2, most: 1.2 });
  });
  it.each([
    // Two positives leave one degree of freedom: 6.314 and 31.821.
    [2, 0.95, 6.314],
    [2, 0.99, 31.821],
    [5, 0.95, 2.132],
    [13, 0.95, 1.812],
    [13, 0.99, 2.764],
  ])('%i positives, at %d: the weight of the rest by Student’s t of %d', (tested, confidence, t) => {
    const s = { ...base, units: 1000, tested, netTested: 10 * tested, plusMinus: 0, spread: 0.01 };
    const claim = claimsOf(s, [])[confidence === 0.95 ? 1 : 2];
    const off = (t * 0.01) / Math.sqrt(tested);
    expect(claim?.weight?.least).toBeCloseTo((claim?.units ?? 0) * (10 - off), 9);
    expect(claim?.weight?.most).toBeCloseTo((claim?.units ?? 0) * (10 + off), 9);
  });
  it('gives no weight to the rest from one positive, or where it is not known how units differ', () => {
    expect(claimsOf({ ...base, tested: 1, spread: 0.02 }, [])[1]?.weight).toBeNull();
    expect(claimsOf(base, [])[1]?.weight).toBeNull();
    expect(claimsOf({ ...base, spread: 9 }, [])[1]?.weight?.least).toBe(0);
  });
  const judged = (over: object, brackets = BRACKETS) =>
    found('sampling', [], { items: sampled(over) }, { brackets });
  it('says how many were tested and negative, and a weight of no width as one number', () => {
    expect(says(judged({})[0])[0]).toBe('4 of 50 units were tested; none was negative.');
    expect(says(judged({ negative: 2 })[0])[0]).toBe('4 of 50 units were tested; 2 were negative.');
    const [f] = judged({ netTested: 1.2, netClaimed: 15 });
    expect(says(f)[1]).toBe('What was tested: at least 4 units, 1.2 g: not over 5 g.');
    expect(says(f)[4]).toBe('What the prosecution claims: 50 units, 15 g: over 10 g.');
    expect(f?.title).toBe('Item 1 (bags): the tests support 25 of 50 units');
    expect(says(judged({ netTested: 1.2, plusMinus: 0.0001 })[0])[1]).toContain('4 units, 1.2 g');
    expect(says(judged({ netTested: 1.2, plusMinus: 0.0005 })[0])[1]).toContain('1.2 to 1.201 g'.slice(4));
  });
  it('asks how single units differ where a weight is given and that is not', () => {
    const asks = (over: object) => says(judged(over)[0]).some((s) => s.startsWith('How much single units'));
    expect(asks({ netTested: 1.2 })).toBe(true);
    expect(asks({ netTested: 1.2, spread: 0.02 })).toBe(false);
    expect(asks({})).toBe(false);
  });
  it('speaks of a lower bracket only where the tests give another than is claimed', () => {
    const weighed = { netTested: 1.2, plusMinus: 0.04, spread: 0.02 };
    expect(judged({ ...weighed, netClaimed: 15 })[0]?.title).toMatch(/, and a lower bracket$/);
    expect(judged({ ...weighed, netClaimed: 8 })[0]?.title).not.toMatch(/bracket/);
    expect(judged({ ...weighed, netClaimed: 15 }, [])[0]?.title).not.toMatch(/bracket/);
  });
  it('is absent where there is nothing to infer', () => {
    expect(judged({ units: 0, tested: 0 })).toEqual([]);
    expect(judged({ tested: 50 })).toEqual([]);
    expect(statuses(judged({ tested: 49 }))).toEqual(['established']);
  });
});

describe('substitute-analyst', () => {
  const items: Item[] = [{ id: 'i2', caseId: 'c', number: '2-A', description: 'pills', sampling: null }];
  const rule = (...lines: string[]) =>
    found('substitute-analyst', log(...lines), { items }, { choices: { ...NO_CHOICES, hearing: 'trial' } });
  const tested = '09:00-10:00 lab-test: weighed #2-a @Analyst Birch';
  const told = '2025-02-03 10:00 testimony: on the pills #2-A @Analyst Elm';
  it('names the item in any case, who tested, who tells, and that it concerns the trial', () => {
    const [f, ...rest] = rule(tested, told);
    expect(rest).toEqual([]);
    expect(f).toMatchObject({
      status: 'established',
      item: 'i2',
      title: 'Item 2-A (pills): tested by Analyst Birch, told by Analyst Elm',
      subjects: ['e0', 'e1'],
    });
    expect(f?.key).toBe('substitute-analyst i2 e0');
    expect(says(f)).toEqual([
      'Tested by Analyst Birch: weighed',
      'Testimony of Analyst Elm: on the pills',
      'No entry of this case states that the tester testifies.',
      'It concerns the trial; at a hearing on suppression it says nothing.',
      expect.stringContaining('weight, not admissibility'),
    ]);
  });
  it('takes testimony that names the item in its words, and none that names another item or nobody', () => {
    expect(
      statuses(rule(tested, '2025-02-03 10:00 testimony: about Item 2-A, the pills @Analyst Elm')),
    ).toEqual(['established']);
    expect(rule(tested, '2025-02-03 10:00 testimony: about item 2-B @Analyst Elm')).toEqual([]);
    expect(rule(tested, '2025-02-03 10:00 testimony: not item 2-A #3 @Analyst Elm')).toEqual([]);
    expect(rule(tested, '2025-02-03 10:00 testimony: on it #2-A @ ')).toEqual([]);
    expect(rule('09:00-10:00 lab-test: weighed #2-A @ ', told)).toEqual([]);
  });
  it('knows a thing that only the log names, once, and keeps two things apart', () => {
    const all = rule(
      '09:00-10:00 lab-test: one #X9 @Birch',
      '10:00-11:00 lab-test: two #x9 @Cole',
      '11:00-12:00 lab-test: unnamed @Dale',
      '2025-02-03 10:00 testimony: on it #x9 @Elm',
      '2025-02-03 11:00 testimony: again #X9 @Elm',
    );
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      title: 'Item X9: tested by Birch and Cole, told by Elm',
      item: null,
      key: 'substitute-analyst X9 e0 e1',
    });
  });
  it('says why it is only arguable: who tells tested too, or two names may be one', () => {
    const both = rule(tested, '11:00-12:00 lab-test #2-A @ELM', '2025-02-03 10:00 testimony #2-A @elm');
    expect(both[0]?.status).toBe('arguable');
    expect(says(both[0])).toContain(
      'Who testifies tested it too: then it is the chain to him that is asked about.',
    );
    expect(says(both[0]).some((s) => s.startsWith('Two of the names'))).toBe(false);
    const maybe = rule(
      tested,
      '09:30-10:00 lab-test #2-A @Cole',
      '2025-02-03 10:00 testimony #2-A @J. Birch',
      '2025-02-03 10:00 testimony #2-A @cole',
    );
    expect(maybe[0]?.status).toBe('arguable');
    expect(says(maybe[0])).toContain('Two of the names may be one person: ask before it is called another.');
    expect(says(rule(tested, told)[0]).some((s) => s.startsWith('Who testifies tested'))).toBe(false);
  });
});
