import { describe, expect, it } from 'vitest';
import { found, hand, log, sampled, statuses } from './facts';

/** What a rule does at its edges: which of several entries it takes, what it leaves alone, how much it says. */
describe('lab-order at its edges', () => {
  const only = (custody: ReturnType<typeof hand>[], ...events: string[]) =>
    found('lab-order', log(...events), { custody });
  it('measures to the first of two receipts, in whatever order they are written', () => {
    for (const lab of [
      [hand('Clerk 11:00 > Laboratory 11:20'), hand('Clerk 09:00 > Laboratory 09:20')],
      [hand('Clerk 09:00 > Laboratory 09:20'), hand('Clerk 11:00 > Laboratory 11:20')],
    ]) {
      const [f] = only(lab, '08:00-08:30 lab-test #1');
      expect(f).toMatchObject({
        status: 'established',
        bounds: { min: 79 * 60_000 + 1, max: 81 * 60_000 - 1 },
      });
      expect(f?.span?.to).toEqual({ id: 'Clerk-09-00-Laboratory-09-20', edge: 'received' });
    }
  });
  it('is absent for a test after the first receipt, and for one during a second stay in the laboratory', () => {
    expect(
      only(
        [hand('Clerk 09:00 > Laboratory 09:20'), hand('Clerk 20:00 > Laboratory 20:20')],
        '10:00-11:00 lab-test #1',
      ),
    ).toEqual([]);
    const twice = [
      hand('Clerk 09:00 > Laboratory 09:20'),
      hand('Laboratory 12:00 > Clerk 12:10'),
      hand('Clerk 13:00 > Laboratory 13:10'),
      hand('Laboratory 16:00 > Clerk 16:10'),
    ];
    expect(only(twice, '14:00-15:00 lab-test #1')).toEqual([]);
    expect(statuses(only(twice, '15:30-17:00 lab-test #1'))).toEqual(['established']);
  });
  it('is absent for a test whose end nobody wrote', () => {
    expect(
      only(
        [hand('Clerk 09:00 > Laboratory 09:20'), hand('Laboratory 15:00 > Clerk 15:10')],
        '14:00 lab-test #1',
      ),
    ).toEqual([]);
  });
  it('takes the report of this item alone, however its number is spelled', () => {
    const [one] = sampled({});
    const items = [
      { ...(one as NonNullable<typeof one>), id: 'i0', number: 'B2' },
      { ...(one as NonNullable<typeof one>), number: 'A1' },
    ];
    const custody = [hand('Clerk 09:00 > Laboratory 09:20')];
    const run = (item: string) =>
      statuses(
        found('lab-order', log('10:00-11:00 lab-test #A1', `09:30 lab-report #${item}`), { custody, items }),
      );
    expect(run('a1')).toEqual(['established']);
    expect(run('A1')).toEqual(['established']);
    expect(run('b2')).toEqual([]);
  });
});

describe('never-produced at its edges', () => {
  const mention = (description: string, sources: Parameters<typeof found>[2] = {}) =>
    found('never-produced', [{ ref: 'm', start: '14:00', kind: 'mention', description }], sources);
  it('is established for what the only source named so mentions of itself', () => {
    expect(statuses(mention('Dispatch log', { sources: [{ name: 'Dispatch log' }] }))).toEqual([
      'established',
    ]);
  });
  it('is absent for a mention without words', () => {
    expect(mention('   ')).toEqual([]);
  });
  it('matches part of a name and not part of a word, whatever the signs between', () => {
    const sources = [{}, { id: 'dash', name: 'Dash camera' }];
    expect(mention('the dash', { sources })).toHaveLength(1);
    expect(mention('dash', { sources })).toEqual([]);
    expect(mention(' «DASH»-camera! ', { sources })).toEqual([]);
    expect(mention('Dash cam', { sources })).toHaveLength(1);
  });
  it('reads names in any script', () => {
    expect(statuses(mention('Нагрудная камера'))).toEqual(['established']);
    expect(mention('камера', { sources: [{}, { id: 'c', name: 'КАМЕРА' }] })).toEqual([]);
    expect(mention('Caméra-piéton', { sources: [{}, { id: 'c', name: 'caméra  piéton' }] })).toEqual([]);
    expect(mention('dash2', { sources: [{}, { id: 'c', name: 'dash 2' }] })).toHaveLength(1);
  });
  it('is not answered by a source whose name has no words', () => {
    expect(mention('Body camera', { sources: [{}, { id: 'x', name: '—' }] })).toHaveLength(1);
  });
  it('is named shortly', () => {
    expect(mention('b'.repeat(200))[0]?.title).toBe(`Never produced: ${'b'.repeat(80)}`);
  });
});

describe('de-facto-arrest at its edges', () => {
  const run = (...lines: string[]) => found('de-facto-arrest', log(...lines));
  it('asks of length at an hour and a millisecond, and is then arguable', () => {
    expect(run('14:00:00.000 seizure-begins', '15:00:00.000 seizure-ends')).toEqual([]);
    expect(statuses(run('14:00:00.000 seizure-begins', '15:00:00.001 seizure-ends'))).toEqual(['arguable']);
  });
  it('is established for force before any arrest, and absent where every force comes after one', () => {
    const [f] = run('14:00 seizure-begins', '14:10 secured', '14:20 transport', '14:40 arrest');
    expect([f?.status, f?.title]).toEqual(['established', 'In handcuffs before any ground for arrest']);
    expect(run('14:00 seizure-begins', '14:10 arrest', '14:20 secured', '14:30 transport')).toEqual([]);
  });
  it('is contested by an alert or a find before the force', () => {
    const [f] = run('14:00 seizure-begins', '14:05 alert', '14:08 found', '14:10 secured', '14:40 arrest');
    expect([f?.status, f?.standing]).toEqual(['established', 'contested']);
    expect(f?.premises.filter((p) => p.side === 'state').map((p) => p.row)).toEqual(['e1', 'e2']);
  });
});

describe('camera-hole at its edges', () => {
  const sources = [{}, { id: 'bwc', name: 'Body camera B', kind: 'camera' as const }];
  const film = (
    ref: string,
    start: string,
    end: string,
    kind: 'recording' | 'muted' | 'camera-off' = 'recording',
  ) => ({
    ref,
    start,
    end,
    kind,
    sourceId: 'bwc',
    actor: 'officer B',
  });
  const run = (films: ReturnType<typeof film>[], ...lines: string[]) =>
    found('camera-hole', [...log(...lines), ...films], { sources });
  const stop = ['14:04:00 seizure-begins', '14:30:00 seizure-ends'];
  it.each(['backup-arrives', 'dog-arrives'])(
    'counts from the arrival of the officer who wears it: %s',
    (kind) => {
      expect(
        run([film('rec', '14:12:00', '14:40:00')], ...stop, `14:10:00 ${kind} @officer B`),
      ).toMatchObject([{ status: 'established', bounds: { min: 119_001, max: 120_999 } }]);
      expect(
        run([film('rec', '14:12:00', '14:40:00')], ...stop, `14:10:00 ${kind} @officer C`),
      ).toMatchObject([{ bounds: { min: 479_001, max: 480_999 } }]);
      expect(
        run([film('rec', '14:12:00', '14:40:00')], ...stop, '14:10:00 consent-asked @officer B'),
      ).toMatchObject([{ bounds: { min: 479_001, max: 480_999 } }]);
    },
  );
  it('says nothing of a camera after a recording whose end nobody wrote', () => {
    expect(run([film('a', '14:03:00', ''), film('b', '14:20:00', '14:40:00')], ...stop)).toEqual([]);
    expect(
      run(
        [film('a', '14:03:00', ''), film('c', '14:05:00', '14:10:00'), film('b', '14:20:00', '14:40:00')],
        ...stop,
      ),
    ).toEqual([]);
  });
  it('is absent between two recordings over which a third runs, and established where none does', () => {
    const two = [film('a', '14:03:00', '14:08:00'), film('b', '14:15:00', '14:40:00')];
    expect(run(two, ...stop)).toMatchObject([
      { status: 'established', title: 'Body camera B is off', subjects: ['a', 'b'] },
    ]);
    expect(run([...two, film('long', '14:02:00', '14:20:00')], ...stop)).toEqual([]);
  });
  it('that stops early rests on the last recording alone', () => {
    const films = [film('a', '14:03:00', '14:08:00'), film('b', '14:08:00', '14:20:00')];
    const early = run(films, ...stop).filter((f) => f.title === 'Body camera B stops early');
    expect(early).toMatchObject([
      { status: 'established', subjects: ['b'], bounds: { min: 599_001, max: 600_999 } },
    ]);
  });
  it('tells eight of the acts that others saw meanwhile', () => {
    const acts = Array.from({ length: 12 }, (_, i) => `14:${11 + i} consent-asked`);
    const [f] = run(
      [film('rec', '14:03:00', '14:40:00'), film('m', '14:10:00', '14:25:00', 'muted')],
      ...stop,
      ...acts,
    );
    expect(f?.premises.filter((p) => p.says.startsWith('Meanwhile'))).toHaveLength(8);
  });
});

describe('claim-against-footage at its edges', () => {
  const sources = [{}, { id: 'cam', name: 'Dash camera', kind: 'camera' as const }];
  const run = (
    claim: string,
    mark: string,
    film: readonly [string, string] = ['14:00:00.000', '14:30:00.000'],
    says = 'swerved',
  ) =>
    found(
      'claim-against-footage',
      [
        { ref: 'claim', start: claim, kind: 'observation', description: says },
        { ref: 'mark', start: mark, kind: 'not-seen', sourceId: 'cam' },
        { ref: 'film', start: film[0], end: film[1], kind: 'recording', sourceId: 'cam' },
      ],
      { sources },
    );
  it.each([
    ['two minutes before the claim, to the millisecond', '14:10:00.000', '14:08:00.000', 'established'],
    ['a millisecond more', '14:10:00.000', '14:07:59.999', 'absent'],
    ['two minutes after the claim', '14:10:00.000', '14:12:00.000', 'established'],
    ['a millisecond more after it', '14:10:00.000', '14:12:00.001', 'absent'],
    [
      'it may be more than two minutes before a claim written to the minute',
      '14:10',
      '14:08:30.000',
      'arguable',
    ],
    ['it may be more than two minutes after such a claim', '14:10', '14:12:30.000', 'arguable'],
    ['a claim that nobody dated to an hour', 'after 14:10', '14:11:00.000', 'absent'],
    ['a claim before some hour', 'before 14:10', '14:09:00.000', 'absent'],
  ])('the mark stands %s', (_, claim, mark, expected) => {
    expect(statuses(run(claim, mark))[0] ?? 'absent').toBe(expected);
  });
  it.each([
    [
      'the mark is the first frame',
      '14:01:00.000',
      '14:00:00.000',
      ['14:00:00.000', '14:30:00.000'],
      'established',
    ],
    [
      'the mark may lie before the first frame',
      '14:01:30.000',
      '14:00:30.000',
      ['14:00', '14:30'],
      'arguable',
    ],
    [
      'the claim may lie before the first frame',
      '14:10:30.000',
      '14:11:10.000',
      ['14:10', '14:30'],
      'arguable',
    ],
    [
      'the last moment of the claim is the last frame',
      '14:29',
      '14:29:00.000',
      ['14:00:00.000', '14:29:59.999'],
      'established',
    ],
    [
      'the claim is the last frame',
      '14:30:00.000',
      '14:29:00.000',
      ['14:00:00.000', '14:30:00.000'],
      'absent',
    ],
    [
      'the claim comes after the last frame',
      '14:06:00.000',
      '14:04:30.000',
      ['14:00:00.000', '14:05:00.000'],
      'absent',
    ],
    [
      'the recording begins after the claim',
      '14:10:00.000',
      '14:11:00.000',
      ['14:10:30.000', '14:30:00.000'],
      'absent',
    ],
    ['nobody wrote when the recording ends', '14:10:00.000', '14:11:00.000', ['14:00:00.000', ''], 'absent'],
  ] as const)('%s', (_, claim, mark, film, expected) => {
    expect(statuses(run(claim, mark, film))[0] ?? 'absent').toBe(expected);
  });
  it('is named shortly', () => {
    expect(run('14:10', '14:10:30', undefined, 'x'.repeat(200))[0]?.title.length).toBeLessThan(130);
  });
});

describe('unaccounted-minutes at its edges', () => {
  const run = (...lines: string[]) => found('unaccounted-minutes', log(...lines));
  it('names a note by its first sixty signs, without its own quotation marks', () => {
    const [f] = run(
      '14:04 seizure-begins',
      `14:05 note: he said “wait” ${'and waited '.repeat(12)}`,
      '14:40 seizure-ends',
    );
    expect(f?.measures).toBe(
      `between “${`he said wait ${'and waited '.repeat(12)}`.slice(0, 60)}” and “${'seizure ends'}” in which no source records an act`,
    );
  });
  it('is arguable while an act of another officer whose end nobody wrote may go on', () => {
    const lines = (who: string) => [
      '14:04 seizure-begins',
      `14:05 records-check @${who}`,
      '14:06 consent-given @officer A',
      '14:30 alert',
    ];
    expect(run(...lines('officer B'))).toMatchObject([{ status: 'arguable', bounds: { min: 0 } }]);
    const [own] = run(...lines('officer A'));
    expect(own?.status).toBe('established');
    expect(own?.restsOn.map((r) => ('says' in r ? r.says : '')).join(' ')).toContain(
      'ends when the same officer’s next act begins',
    );
  });
  it('is arguable where a recording with sound may cover it, unless it was muted or somebody watched it', () => {
    const quiet = ['14:04 seizure-begins', '14:05 approach', '14:30 alert', '14:00-14:40 recording'];
    expect(statuses(run(...quiet))).toEqual(['arguable']);
    expect(statuses(run(...quiet, '14:00-14:40 muted'))).toEqual(['established']);
    expect(statuses(run(...quiet, '14:10 not-seen: nothing happens'))).toEqual(['established']);
  });
  it('is cut by a long act that began far back, and not by one that ended', () => {
    const acts = ['14:05 consent-asked', '14:06 consent-given'];
    expect(
      run('14:04 seizure-begins', '14:04-14:30 records-check', ...acts, '14:30 alert', '14:31 seizure-ends'),
    ).toEqual([]);
    const [f] = run(
      '14:04 seizure-begins',
      '14:04-14:05 records-check',
      ...acts,
      '14:30 alert',
      '14:31 seizure-ends',
    );
    expect(f).toMatchObject({
      status: 'established',
      subjects: ['e3', 'e4'],
      bounds: { min: 23 * 60_000 + 1, max: 25 * 60_000 - 1 },
    });
  });
  it('is none before the seizure begins, nor after it ends', () => {
    const list = run(
      '13:00 note: parked',
      '14:04 seizure-begins',
      '14:05 alert',
      '14:06 seizure-ends',
      '15:00 note: towed',
    );
    expect(list).toEqual([]);
  });
  it('tells of acts that have an order and no time, and is arguable for them', () => {
    const [f] = run(
      '14:04 seizure-begins',
      '14:30 alert',
      '14:31 seizure-ends',
      'after~14:05 note: talked',
      'after~14:05 note: walked',
    );
    expect(f?.status).toBe('arguable');
    expect(f?.premises.map((p) => p.says).join(' ')).toContain(
      'This has an order but no time, and may lie between: ',
    );
  });
});
