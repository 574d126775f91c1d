import { describe, expect, it } from 'vitest';
import { found, hand, log, sampled, statuses } from './facts';

const grams = (value: number, plusMinus: number | null = 0.1) => [
  { of: 'net' as const, value, unit: 'g', plusMinus },
];
const count = (value: number) => [{ of: 'count' as const, value, unit: '', plusMinus: null }];
const only = (rule: string, custody: ReturnType<typeof hand>[], events: string[] = [], more = {}) =>
  statuses(found(rule, log(...events), { custody, ...more }));

describe('late-booking', () => {
  const seized = '08:00 found: powder #1';
  it('is established a day after the find', () => {
    expect(only('late-booking', [hand('> Clerk 21:00', { receivedDate: '2024-03-15' })], [seized])).toEqual([
      'established',
    ]);
  });
  it('is arguable about twelve hours after it', () => {
    expect(only('late-booking', [hand('> Clerk 20:00')], [seized])).toEqual(['arguable']);
  });
  it('is absent on the same shift, and where nobody says when it was found', () => {
    expect(only('late-booking', [hand('> Clerk 15:00')], [seized])).toEqual([]);
    expect(only('late-booking', [hand('> Clerk 15:00')])).toEqual([]);
  });
  it('counts from the last find that may be of this item', () => {
    expect(
      only('late-booking', [hand('> Clerk 21:00')], ['08:00 found: bags', '14:00 found: powder']),
    ).toEqual([]);
    for (const finds of [
      ['08:00 found: bags', '08:30 found: powder'],
      ['08:30 found: powder', '08:00 found: bags'],
    ])
      expect(
        found('late-booking', log(...finds), { custody: [hand('> Clerk 21:00')] })[0]?.premises[0]?.says,
      ).toBe('Seized: powder');
  });
});

describe('unlogged-access', () => {
  const stored = hand('Ortiz 14:00 > Clerk 14:02', { place: 'Locker 7' });
  it('is established where the log shows the locker opened at three in the morning', () => {
    const custody = [
      stored,
      hand('Clerk 09:00 > Lab 09:05', { releasedDate: '2024-03-15', receivedDate: '2024-03-15' }),
    ];
    const [f] = found('unlogged-access', log('2024-03-15 03:00 access: Locker 7 opened @badge 114'), {
      custody,
    });
    expect(f).toMatchObject({ status: 'established', item: 'i1' });
    expect(f?.premises.map((p) => p.says).join(' ')).toContain('Opened by badge 114');
  });
  it('is absent where the opening is that of the hand-over, or of another locker', () => {
    expect(only('unlogged-access', [stored], ['14:02 access: Locker 7 opened'])).toEqual([]);
    expect(only('unlogged-access', [stored], ['16:00 access: Locker 71 opened'])).toEqual([]);
  });
  it('is arguable where it may be', () => {
    expect(only('unlogged-access', [stored], ['about~14:08 access: Locker 7 opened'])).toEqual(['arguable']);
  });

  // A hand-over takes five minutes, to the second: put in at 14:02:00, given out at 16:00:00.
  const inside = hand('Ortiz 14:00 > Clerk 14:02:00', { place: 'Locker #7' });
  const out = hand('Clerk 16:00:00 > Lab 16:05:00');
  it.each([
    ['14:06:59', []],
    ['14:07:00', ['arguable']],
    ['14:07:01', ['established']],
    ['15:54:59', ['established']],
    ['15:55:00', ['arguable']],
    ['15:55:01', []],
    ['16:03:00', []],
    ['17:00:00', []],
  ])('an opening at %s is %j', (time, expected) => {
    expect(only('unlogged-access', [inside, out], [`${time} access: opened -locker- 7.`])).toEqual(expected);
  });
  it('says for how long the item had lain there, and who opened it', () => {
    const [f] = found('unlogged-access', log('15:00:00 access: Locker 7 @'), { custody: [inside, out] });
    expect(f?.bounds).toEqual({ min: 58 * 60_000 - 999, max: 58 * 60_000 + 999 });
    expect(f?.premises.map((p) => p.says)).toEqual([
      expect.stringContaining('is put in Locker #7'),
      'Opened by somebody: Locker 7',
      'No custody entry stands within the time that a hand-over takes.',
      expect.stringContaining('weight, not admissibility'),
    ]);
  });
  it('where nobody wrote when it was given out, is arguable until it came in elsewhere, and absent after', () => {
    const untimed = hand('Clerk > Lab 16:05:00');
    expect(only('unlogged-access', [inside, untimed], ['15:30 access: locker 7'])).toEqual(['arguable']);
    expect(only('unlogged-access', [inside, untimed], ['16:05 access: locker 7'])).toEqual([]);
    expect(only('unlogged-access', [inside, untimed], ['17:00 access: locker 7'])).toEqual([]);
    expect(only('unlogged-access', [inside, hand('Clerk > Lab')], ['17:00 access: locker 7'])).toEqual([
      'arguable',
    ]);
  });
  it('is absent where another item goes in or out of the same place just then, and where nothing is put in a place', () => {
    const other = hand('Kim 15:20 > Clerk 15:21', {
      id: 'other',
      itemId: 'i2',
      logId: 'g',
      place: 'Locker 7',
    });
    expect(only('unlogged-access', [inside, other], ['15:22 access: locker 7'])).toEqual([]);
    expect(
      only('unlogged-access', [inside, { ...other, place: 'Locker 8' }], ['15:22 access: locker 7']),
    ).toEqual(['established']);
    expect(only('unlogged-access', [inside, { ...other, place: '' }], ['15:22 access: locker 7'])).toEqual([
      'established',
    ]);
    expect(only('unlogged-access', [{ ...inside, place: '' }], ['15:22 access: locker 7'])).toEqual([]);
    expect(only('unlogged-access', [{ ...inside, receivedAt: '' }], ['15:22 access: locker 7'])).toEqual([]);
  });
  it('looks at every opening, however widely one of them is known and in whatever order they are written', () => {
    const lines = [
      '15:22 access: locker 7',
      '14:40 access: locker 7',
      '13:00 access: locker 7',
      'about~15:50 access: locker 7',
      'after~@e0 access: locker 7',
      '09:00-11:00 access: locker 7',
    ];
    expect(
      found('unlogged-access', log(...lines), { custody: [inside] })
        .map((f) => f.subjects[1])
        .sort(),
    ).toEqual(['e0', 'e1', 'e3', 'e4']);
    // One known to the day reaches past those that lie before it in the log.
    const wide = ['14:15 access: locker 7', '15:10 access: locker 7', '17:30 access: locker 7'];
    expect(
      found('unlogged-access', log('after~14:05 access: locker 7', ...wide), { custody: [inside, out] }).map(
        (f) => [f.subjects[1], f.status],
      ),
    ).toEqual(
      expect.arrayContaining([
        ['e0', 'arguable'],
        ['e1', 'established'],
        ['e2', 'established'],
      ]),
    );
  });
  it('knows a place by its words, whatever the signs and letters around them', () => {
    const at = (place: string, opened: string) =>
      only('unlogged-access', [{ ...inside, place }], [`15:22 access: ${opened}`]);
    expect(at('(LOCKER-14)', 'locker 14 opened')).toEqual(['established']);
    expect(at('Locker 14', 'locker 15, row 14')).toEqual([]);
    expect(at('Armoire n° 7', 'ARMOIRE N° 7')).toEqual(['established']);
    expect(at('Шкаф 7', 'шкаф 7')).toEqual(['established']);
    expect(at('Шкаф 7', 'ящик 7')).toEqual([]);
    // A place that nobody named is not where somebody opened something without a name.
    const unnamed = { ref: 'a', start: '15:22', kind: 'access' as const, description: '' };
    expect(found('unlogged-access', [unnamed], { custody: [{ ...inside, place: '' }] })).toEqual([]);
    expect(found('unlogged-access', [unnamed], { custody: [{ ...inside, place: ' — ' }] })).toEqual([]);
  });
  const mine = (custody: ReturnType<typeof hand>[], ...lines: string[]) =>
    statuses(found('unlogged-access', log(...lines), { custody }).filter((f) => f.item === 'i1'));
  it.each([
    ['five minutes before it was opened', '15:17:00.000', '15:22:00.000', []],
    ['a millisecond more', '15:16:59.999', '15:22:00.000', ['established']],
    ['five minutes after', '15:27:00.000', '15:22:00.000', []],
    ['a millisecond more after it', '15:27:00.001', '15:22:00.000', ['established']],
    ['perhaps five minutes before', '15:17:00.000', '15:22:00', ['arguable']],
    ['perhaps five minutes after', '15:26:59.999', '15:21', ['arguable']],
  ])('another item that went in %s', (_, handed, opened, expected) => {
    const other = {
      ...hand('Kim > Clerk', { id: 'other', itemId: 'i2', logId: 'g', place: 'Locker 7' }),
      receivedAt: handed,
    };
    expect(mine([inside, other], `${opened} access: locker 7`)).toEqual(expected);
  });
  it('is arguable where it cannot be said when the item was put in', () => {
    expect(
      only('unlogged-access', [{ ...inside, receivedAt: 'teatime' }], ['15:22 access: locker 7']),
    ).toEqual(['arguable']);
    expect(
      only('unlogged-access', [inside, { ...out, releasedAt: 'teatime' }], ['15:22 access: locker 7']),
    ).toEqual(['arguable']);
  });
  it('sees an opening that may have begun before the item came, and a hand-over that may have', () => {
    const [wide] = found(
      'unlogged-access',
      [{ ref: 'a', start: 'about 14:06', kind: 'access', description: 'locker 7' }],
      { custody: [inside] },
    );
    expect(wide).toMatchObject({ status: 'arguable', bounds: { min: 0 } });
    const about = hand('Kim > Clerk', {
      id: 'other',
      itemId: 'i2',
      logId: 'g',
      place: 'Locker 7',
      receivedAt: 'about 15:14',
    });
    const near = hand('Kim 15:05 > Clerk 15:06', { id: 'o2', itemId: 'i3', logId: 'h', place: 'Locker 7' });
    expect(mine([inside, about, near], '15:22 access: locker 7')).toEqual(['arguable']);
    expect(mine([inside, near], '15:22 access: locker 7')).toEqual(['established']);
  });
});

describe('two-places', () => {
  const form = (logId: string, line: string, more = {}) =>
    hand(line, { logId, id: `${logId} ${line}`, ...more });
  const clerk = [form('f', 'Ortiz 14:00:00 > Clerk 14:02:00'), form('f', 'Clerk 18:00:00 > Lab 18:05:00')];
  it('is established where two forms have it in two hands, and for as long as both do', () => {
    const other = [form('g', 'Baker 15:00:00 > Kim 15:05:00'), form('g', 'Kim 16:00:00 > Vault 16:05:00')];
    const [f, ...rest] = found('two-places', [], { custody: [...clerk, ...other] });
    expect(rest).toEqual([]);
    expect(f).toMatchObject({
      status: 'established',
      item: 'i1',
      bounds: { min: 55 * 60_000 - 999, max: 55 * 60_000 + 999 },
    });
    expect(f?.premises[0]?.says).toContain('held by Clerk on one form and by Kim on another');
    // The same from whichever form is read first; one holding may lie within the other or reach past either end of it.
    expect(only('two-places', [...other, ...clerk])).toEqual(['established']);
    const late = [form('g', 'Baker 17:00:00 > Kim 17:30:00'), form('g', 'Kim 19:00:00 > Vault 19:05:00')];
    expect(found('two-places', [], { custody: [...clerk, ...late] })[0]?.bounds).toEqual({
      min: 30 * 60_000 - 999,
      max: 30 * 60_000 + 999,
    });
    // A form that goes on for long after is asked for what it said in between.
    const long = [...clerk, form('f', 'Lab 22:00:00 > Court 22:05:00')];
    expect(found('two-places', [], { custody: [...long, ...other] })[0]?.bounds).toEqual(f?.bounds);
    const early = [form('g', 'Baker 13:00:00 > Kim 13:30:00'), form('g', 'Kim 14:32:00 > Vault 14:40:00')];
    expect(found('two-places', [], { custody: [...clerk, ...early] })[0]?.bounds).toEqual({
      min: 30 * 60_000 - 999,
      max: 30 * 60_000 + 999,
    });
  });
  it('is absent where the other form has it in the same hand, before or after, or does not say until when', () => {
    expect(
      only('two-places', [
        ...clerk,
        form('g', 'Baker 15:00 > clerk 15:05'),
        form('g', 'Clerk 16:00 > Vault 16:05'),
      ]),
    ).toEqual([]);
    expect(
      only('two-places', [
        ...clerk,
        form('g', 'Baker 19:00 > Kim 19:05'),
        form('g', 'Kim 20:00 > Vault 20:05'),
      ]),
    ).toEqual([]);
    expect(only('two-places', [...clerk, form('g', 'Baker 15:00 > Kim 15:05')])).toEqual([]);
    expect(
      only('two-places', [...clerk, form('g', 'Baker 15:00 > Kim 15:05'), form('g', 'Kim > Vault 16:05')]),
    ).toEqual([]);
    expect(
      only('two-places', [...clerk, form('g', 'Baker 15:00 > Kim'), form('g', 'Kim 16:00 > Vault 16:05')]),
    ).toEqual([]);
    expect(
      only('two-places', [
        ...clerk,
        form('g', '> Kim 15:05', { receivedBy: '' }),
        form('g', 'Kim 16:00 > Vault 16:05'),
      ]),
    ).toEqual([]);
    // The next line of a form is the next of that form, whatever stands between.
    expect(
      only(
        'two-places',
        [clerk[0], form('g', 'Baker 15:00 > clerk 15:05'), clerk[1]].flatMap((e) => e ?? []),
      ),
    ).toEqual([]);
  });
  it.each([
    ['14:06:59', []],
    ['14:07:00', ['arguable']],
    ['14:07:01', ['established']],
  ])('received at 14:02:00 and released at %s, five minutes being one act, is %j', (released, expected) => {
    expect(only('two-places', [hand(`Ortiz ${released} > Lab 14:02:00`)])).toEqual(expected);
    expect(only('two-places', [hand(`Ortiz ${released} > Ortiz 14:02:00`)])).toEqual([]);
  });
  it('is absent where one end of the hand-over is not written', () => {
    expect(only('two-places', [hand('Ortiz > Lab 14:02')])).toEqual([]);
    expect(only('two-places', [hand('Ortiz 14:02 > Lab')])).toEqual([]);
  });
});

describe('seal-break', () => {
  const a = hand('Ortiz 14:00 > Clerk 14:02', { seal: 'S-100', purpose: 'stored' });
  it('is established where the number changes and nobody opened it', () => {
    expect(
      only('seal-break', [a, hand('Clerk 15:00 > Officer B 15:01', { seal: 'S-101', purpose: 'moved' })]),
    ).toEqual(['established']);
  });
  it('is arguable where the laboratory may have resealed it on receipt', () => {
    expect(
      only('seal-break', [a, hand('Clerk 15:00 > Lab 15:01', { seal: 'S-101', purpose: 'testing' })]),
    ).toEqual(['arguable']);
  });
  it('is foreclosed where the entry before says that it was opened', () => {
    expect(
      only('seal-break', [
        { ...a, purpose: 'opened for weighing' },
        hand('Clerk 15:00 > Officer B 15:01', { seal: 'S-101', purpose: 'moved' }),
      ]),
    ).toEqual(['foreclosed']);
  });
  it('is absent for one number in two spellings', () => {
    expect(
      only('seal-break', [a, hand('Clerk 15:00 > Lab 15:01', { seal: 's100', purpose: 'moved' })]),
    ).toEqual([]);
  });
  it('is established where the seal is found broken', () => {
    expect(
      only('seal-break', [
        a,
        hand('Clerk 15:00 > Officer B 15:01', { seal: 'S-100', sealState: 'broken', purpose: 'moved' }),
      ]),
    ).toEqual(['established']);
  });
});

describe('quantity-drift', () => {
  const a = hand('Ortiz 14:00 > Clerk 14:02', { quantities: grams(12.4), purpose: 'stored' });
  it('is established for four grams less on scales good to a tenth', () => {
    const [f] = found('quantity-drift', [], {
      custody: [a, hand('Clerk 09:10 > Lab 13:55', { quantities: grams(8.4), purpose: 'testing' })],
    });
    expect(f).toMatchObject({ status: 'established', title: 'Item 1 (powder): 4 g less (net)' });
  });
  it('is absent within the uncertainty of the scales, and across units', () => {
    expect(only('quantity-drift', [a, hand('Clerk 09:10 > Lab 13:55', { quantities: grams(12.2) })])).toEqual(
      [],
    );
    expect(
      only('quantity-drift', [
        a,
        hand('Clerk 09:10 > Lab 13:55', {
          quantities: [{ of: 'net', value: 0.0124, unit: 'kg', plusMinus: 0.0001 }],
        }),
      ]),
    ).toEqual([]);
  });
  it('is arguable where no uncertainty is stated', () => {
    expect(
      only('quantity-drift', [
        { ...a, quantities: grams(12.4, null) },
        hand('Clerk 09:10 > Lab 13:55', { quantities: grams(8.4, null) }),
      ]),
    ).toEqual(['arguable']);
  });
  it('is arguable where a laboratory had it, and established where it grew there', () => {
    const lab = hand('Clerk 09:10 > Lab 09:20', { quantities: grams(8.4), purpose: 'testing' });
    expect(
      only('quantity-drift', [lab, hand('Lab 15:00 > Clerk 15:10', { quantities: grams(8.0) })]),
    ).toEqual(['arguable']);
    expect(
      only('quantity-drift', [lab, hand('Lab 15:00 > Clerk 15:10', { quantities: grams(9.4) })]),
    ).toEqual(['established']);
  });
  it('is established for a count that shrinks, and arguable where the line may count what was tested', () => {
    const bags = hand('Ortiz 14:00 > Clerk 14:02', { quantities: count(50), purpose: 'stored' });
    expect(
      only('quantity-drift', [
        bags,
        hand('Clerk 15:00 > Officer B 15:01', { quantities: count(48), purpose: 'moved' }),
      ]),
    ).toEqual(['established']);
    expect(
      only('quantity-drift', [
        bags,
        hand('Clerk 15:00 > Lab 15:01', { quantities: count(4), purpose: 'testing' }),
      ]),
    ).toEqual(['arguable']);
  });
});

describe('lab-order', () => {
  const lab = [hand('Clerk 09:00 > Laboratory 09:20'), hand('Laboratory 15:00 > Clerk 15:10')];
  it('is established for a test before receipt', () => {
    expect(only('lab-order', lab, ['08:00-08:30 lab-test #1'])).toEqual(['established']);
  });
  it('is established for a report before the test', () => {
    expect(only('lab-order', lab, ['10:00-11:00 lab-test #1', '09:30 lab-report #1'])).toEqual([
      'established',
    ]);
  });
  it('is established for a test that ends after it has left', () => {
    expect(only('lab-order', lab, ['14:00-16:00 lab-test #1'])).toEqual(['established']);
  });
  it('is arguable in one minute, absent in order, and absent for another item', () => {
    expect(only('lab-order', lab, ['09:20-10:00 lab-test #1'])).toEqual(['arguable']);
    expect(only('lab-order', lab, ['10:00-11:00 lab-test #1', '14:00 lab-report #1'])).toEqual([]);
    expect(only('lab-order', lab, ['08:00-08:30 lab-test #2'])).toEqual([]);
  });
});

describe('hash-mismatch', () => {
  const a = hand('Ortiz 14:00 > Clerk 14:02', { hash: 'AB 12 cd' });
  it('is established for two hashes of one method, arguable for two methods, absent for one hash', () => {
    expect(only('hash-mismatch', [a, hand('Clerk 15:00 > Lab 15:01', { hash: 'ab12ce' })])).toEqual([
      'established',
    ]);
    expect(only('hash-mismatch', [a, hand('Clerk 15:00 > Lab 15:01', { hash: 'ab12ce99' })])).toEqual([
      'arguable',
    ]);
    expect(only('hash-mismatch', [a, hand('Clerk 15:00 > Lab 15:01', { hash: 'ab12cd' })])).toEqual([]);
  });
});

describe('sampling', () => {
  it('supports 25 of 50 where 4 were tested and none was negative, with the weight that follows and its bracket', () => {
    const items = sampled({ netTested: 1.2, plusMinus: 0.04, netClaimed: 15, spread: 0.02 });
    const brackets = [
      { name: 'over 5 g', over: 5 },
      { name: 'over 10 g', over: 10 },
    ];
    const [f] = found('sampling', [], { items }, { brackets });
    expect(f?.title).toBe('Item 1 (bags): the tests support 25 of 50 units, and a lower bracket');
    const all = f?.premises.map((p) => p.says) ?? [];
    expect(all).toContain('What was tested: at least 4 units, 1.16 to 1.24 g: not over 5 g.');
    expect(all).toContain('What the tests support at 95 %: at least 25 units, 6.662 to 8.338 g: over 5 g.');
    expect(all).toContain('What the prosecution claims: 50 units, 15 g: over 10 g.');
  });
  it('supports units and no weight where the spread of single units is not given', () => {
    const items = sampled({ netTested: 1.2, plusMinus: 0.04, netClaimed: 15 });
    const [f] = found('sampling', [], { items }, { brackets: [{ name: 'over 5 g', over: 5 }] });
    const all = f?.premises.map((p) => p.says) ?? [];
    expect(all).toContain('What the tests support at 95 %: at least 25 units.');
    expect(all.some((p) => p.startsWith('How much single units differ'))).toBe(true);
    expect(f?.title).not.toContain('bracket');
  });
  it('is absent where all were tested, or nothing is known', () => {
    expect(found('sampling', [], { items: sampled({ tested: 50 }) })).toEqual([]);
    expect(found('sampling', [])).toEqual([]);
  });
});

describe('never-produced', () => {
  const source = [{}, { id: 'dash', name: 'Dash camera' }];
  it('is established for a camera that the record mentions and nobody handed over', () => {
    expect(
      statuses(found('never-produced', log('14:00 mention: Body camera of Officer B'), { sources: source })),
    ).toEqual(['established']);
  });
  it('is absent where it was produced', () => {
    expect(
      found('never-produced', log('14:00 mention: the dash camera of car 12'), { sources: source }),
    ).toEqual([]);
  });
});

describe('clock-off', () => {
  const clocks = [{}, { id: 'cam', name: 'Camera', kind: 'camera' as const, reference: false }];
  const sync = (readingB: string) => [
    {
      id: 's',
      caseId: 'c',
      what: 'radio',
      clockA: 'dispatch',
      dateA: '2024-03-14',
      readingA: '14:00:00',
      clockB: 'cam',
      dateB: '2024-03-14',
      readingB,
      sourceId: 'log',
      page: '',
    },
  ];
  it('is established where a sync point shows it 42 seconds ahead', () => {
    const [f] = found('clock-off', log('14:04 seizure-begins'), { clocks, syncPoints: sync('14:00:42') });
    expect(f).toMatchObject({
      status: 'established',
      title: 'Camera runs ahead',
      bounds: { min: 41_001, max: 43_000 },
    });
  });
  it('is absent where it shows the same second, or no sync point says', () => {
    expect(found('clock-off', log('14:04 seizure-begins'), { clocks, syncPoints: sync('14:00:00') })).toEqual(
      [],
    );
    expect(found('clock-off', log('14:04 seizure-begins'), { clocks })).toEqual([]);
  });
});

describe('contradiction', () => {
  it('is a finding with the amount, naming each entry', () => {
    const [f] = found(
      'contradiction',
      log('14:18 warning-issued', 'after~&e0 sniff', '14:10 note: the same', 'before~&e2 note'),
    ).concat(
      found('contradiction', log('14:18 warning-issued', 'after~&e0 sniff'), {
        relations: [
          {
            id: 'r',
            caseId: 'c',
            fromId: 'e1',
            fromEdge: 'start',
            toId: 'e0',
            toEdge: 'start',
            min: 60_000,
            max: null,
            says: 'the sniff came a minute before',
            sourceId: 'log',
            page: '',
          },
        ],
      }),
    );
    expect(f).toMatchObject({ status: 'established', bounds: { min: 60_000, max: 60_000 } });
    expect(f?.premises.some((p) => p.says.startsWith('Set aside'))).toBe(true);
  });
});
