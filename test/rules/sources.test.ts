import { describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../src/record/choices';
import { found, log, statuses } from './facts';

const inState = (state: string) => ({ choices: { ...NO_CHOICES, forum: 'state' as const, state } });
const camera = [{}, { id: 'cam', name: 'Ortiz body camera', kind: 'camera' as const }];
const report = (draftedFrom = '') => [
  {},
  { id: 'cam', name: 'Ortiz body camera', kind: 'camera' as const },
  { id: 'rep', name: 'Report of Officer Ortiz', kind: 'report' as const, draftedFrom },
];

describe('late-loss', () => {
  const lost = [
    '2024-03-20 09:00 request: asks to keep the body camera video',
    '2024-06-01 09:00 destroyed: body camera video overwritten',
  ];
  it('is silent where the law gives nothing for it', () => {
    expect(found('late-loss', log(...lost))).toEqual([]);
    expect(found('late-loss', log(...lost), {}, inState('OR'))).toEqual([]);
  });
  it.each(['CO', 'IL', 'NJ'])(
    'is arguable for a recording under the camera statute of %s, and never more',
    (state) => {
      const [f] = found('late-loss', log(...lost), {}, inState(state));
      expect(f?.status).toBe('arguable');
      expect(f?.premises.some((p) => /§|ILCS|N\.J\.S\.A\./.test(p.says))).toBe(true);
    },
  );
  it('is silent under a camera statute for a thing that is no recording', () => {
    const thing = [
      '2024-03-20 09:00 request: asks to keep the powder',
      '2024-06-01 09:00 destroyed: powder burned',
    ];
    expect(found('late-loss', log(...thing), {}, inState('CO'))).toEqual([]);
    const known = '2024-03-19 09:00 worth-known: the prosecutor says that it may be sugar';
    expect(statuses(found('late-loss', log(known, ...thing)))).toEqual(['arguable']);
    const after = '2024-06-02 09:00 worth-known: the prosecutor says that it may be sugar';
    expect(found('late-loss', log(after, ...thing))).toEqual([]);
  });
  it('is silent where it was lost before anybody asked', () => {
    expect(
      found('late-loss', log(lost[0] as string, '2024-03-15 09:00 destroyed: video'), {}, inState('CO')),
    ).toEqual([]);
  });
});

describe('late-loss, of whom and what', () => {
  const lost = '2024-06-01 09:00 destroyed: body camera video';
  const told = (...lines: string[]) => found('late-loss', log(...lines, lost), {}, inState('CO'));
  it('is measured from the request that surely came first, and from the first written of two alike', () => {
    const ask = (time: string) => `2024-03-20 ${time} request: keep the video`;
    expect(told(ask('09:00:00'), ask('09:00'))[0]?.subjects).toEqual(['e2', 'e0']);
    expect(told(ask('09:00'), ask('09:00:00'))[0]?.subjects).toEqual(['e2', 'e1']);
    expect(told(ask('09:00'), ask('09:00'))[0]?.subjects).toEqual(['e2', 'e0']);
    expect(told(ask('10:00'), ask('09:00'))[0]?.subjects).toEqual(['e2', 'e1']);
  });
  it('needs a worth that was known surely before the loss', () => {
    const thing = (known: string, at: string) =>
      found(
        'late-loss',
        log(
          '2024-03-20 09:00 request: the powder',
          `2024-06-01 ${known} worth-known`,
          `2024-06-01 ${at} destroyed: powder`,
        ),
      ).map((f) => f.status);
    expect(thing('09:00:00.000', '09:00:00.000')).toEqual(['arguable']);
    expect(thing('09:00:00.001', '09:00:00.000')).toEqual([]);
    expect(thing('09:00', '09:00')).toEqual([]);
  });
  it('names the first eighty letters of what was lost, and a thing of which no source is listed', () => {
    const long = 'video '.repeat(40).trim();
    expect(
      found(
        'late-loss',
        log('2024-03-20 09:00 request', `2024-06-01 09:00 destroyed: ${long}`),
        {},
        inState('CO'),
      )[0]?.title,
    ).toBe(`Lost after it was asked for: ${long.slice(0, 80)}`);
    const nowhere = log('2024-03-20 09:00 request', '2024-06-01 09:00 destroyed: powder').map((e) => ({
      ...e,
      sourceId: 'x',
    }));
    expect(found('late-loss', nowhere, {}, inState('CO'))).toEqual([]);
  });
});

describe('camera-hole', () => {
  const lines = log(
    '14:00 seizure-begins',
    '14:05-14:40 recording',
    '14:30 warning-issued',
    '14:35 seizure-ends',
  ).map((e, i) => (i === 1 ? { ...e, sourceId: 'cam' } : e));
  const last = (over: Parameters<typeof found>[3]) =>
    found('camera-hole', lines, { sources: camera }, over)[0]
      ?.premises.filter((p) => p.side !== 'state')
      .at(-1)?.says ?? '';
  it('says nothing of a camera that runs days away, and still speaks of one that is switched on after the stop', () => {
    const elsewhere = (reading: string) =>
      log('14:00 seizure-begins', '14:30 warning-issued', '14:35 seizure-ends', reading).map((e) =>
        e.kind === 'recording' ? { ...e, sourceId: 'cam' } : e,
      );
    const titles = (reading: string) =>
      found('camera-hole', elsewhere(reading), { sources: camera }).map((f) => f.title);
    expect(titles('2024-03-18 09:10-09:20 recording')).toEqual([]);
    expect(titles('2024-03-10 09:10-09:20 recording')).toEqual([]);
    expect(titles('15:10-15:20 recording')).toEqual(['Ortiz body camera starts late']);
    expect(titles('13:10-13:20 recording')).toEqual(['Ortiz body camera stops early']);
  });
  it('says what the statute of the state gives, and without one that loss alone is no violation', () => {
    expect(last({})).toBe('Loss alone is no violation without bad faith.');
    expect(last(inState('NJ'))).toMatch(/^N\.J\.S\.A\. .*presumed, rebuttably/);
    expect(last({ choices: { ...NO_CHOICES, forum: 'federal', state: 'NJ' } })).toMatch(/^Loss alone/);
  });
});

describe('ai-report', () => {
  const rows = (says: string) => log(`14:05 note: ${says}`).map((e) => ({ ...e, sourceId: 'rep' }));
  it('is established where it is marked, or says so', () => {
    expect(statuses(found('ai-report', rows('he stopped the car'), { sources: report('cam') }))).toEqual([
      'established',
    ]);
    expect(
      statuses(
        found('ai-report', rows('This report was drafted with the help of AI'), { sources: report() }),
      ),
    ).toEqual(['established']);
  });
  it('is arguable on a trace: a gap in brackets, a drafting entry in a trail', () => {
    expect(
      statuses(found('ai-report', rows('he said [INSERT what he said]'), { sources: report() })),
    ).toEqual(['arguable']);
    const trail = log('15:00 access: narrative draft generated for Report of Officer Ortiz');
    expect(statuses(found('ai-report', trail, { sources: report() }))).toEqual(['arguable']);
  });
  it('is absent for a report that a person wrote, brackets and all', () => {
    expect(found('ai-report', rows('he drafted his report by hand [sic]'), { sources: report() })).toEqual(
      [],
    );
  });
  it('names the statute where the state has one', () => {
    const [f] = found('ai-report', rows('x'), { sources: report('cam') }, inState('CA'));
    expect(f?.premises.some((p) => p.says.startsWith('Cal. Penal Code § 13663'))).toBe(true);
  });
  it('establishes nothing by itself: what rests on it is arguable', () => {
    const lines = log(
      '14:00 seizure-begins',
      '14:20 warning-issued',
      '14:30 told-to-wait',
      '14:40-14:45 sniff',
    );
    const by = (sourceId: string) => lines.map((e) => ({ ...e, sourceId }));
    const status = (sourceId: string, drafted: string) =>
      statuses(found('mission-complete', by(sourceId), { sources: report(drafted) }));
    expect(status('rep', '')).toEqual(['established']);
    expect(status('rep', 'cam')).toEqual(['arguable']);
    expect(status('log', 'cam')).toEqual(['established']);
  });
  it('weakens what rests on its reading, also where it is only about that time, and adds nothing to what is argued', () => {
    const of = (drafted: string, note: string, sniff = 'after~&e3 sniff') => {
      const lines = log(
        '14:00 seizure-begins',
        '14:20 warning-issued',
        '14:30 told-to-wait',
        `${note} note`,
        sniff,
      );
      const events = lines.map((e) => ({ ...e, sourceId: e.kind === 'note' ? 'rep' : 'log' }));
      return found('mission-complete', events, { sources: report(drafted) }).map(
        (f) =>
          `${f.status} ${f.premises.filter((p) => p.says.includes('which a program drafted')).map((p) => p.row)}`,
      );
    };
    expect(of('', '14:40')).toEqual(['established ']);
    expect(of('cam', '14:40')).toEqual(['arguable e3']);
    expect(of('cam', 'about~14:40')).toEqual(['arguable e3']);
    // Its time is not needed where the dog came at a time of its own.
    expect(of('cam', '14:40', '14:45 sniff')).toEqual(['established ']);
    const open = log('14:00 seizure-begins', '14:20 warning-issued', '14:40 sniff');
    expect(
      found(
        'mission-complete',
        open.map((e) => ({ ...e, sourceId: 'rep' })),
        { sources: report('cam') },
      ).flatMap((f) => f.premises.filter((p) => p.says.includes('which a program drafted'))),
    ).toEqual([]);
  });
  it('is traced by an entry of a trail that names it, or that names no report', () => {
    const two = [
      ...report(),
      { id: 'lee', name: 'Report of Officer Lee', kind: 'report' as const },
      { id: 'blank', name: '—', kind: 'report' as const },
    ];
    const traced = (says: string, sourceId = 'log') =>
      found(
        'ai-report',
        log(`15:00 access: ${says}`).map((e) => ({ ...e, sourceId })),
        { sources: two },
      ).map((f) => f.title);
    const [ORTIZ, LEE, BLANK] = ['Report of Officer Ortiz', 'Report of Officer Lee', '—'].map(
      (name) => `${name}: drafted by a program`,
    );
    expect(traced('report draft generated for Report of Officer Lee')).toEqual([LEE]);
    expect(traced('Draft One opened: REPORT of Officer Ortiz')).toEqual([ORTIZ]);
    expect(traced('report draft generated')).toEqual([ORTIZ, LEE, BLANK]);
    expect(traced('narrative drafted')).toEqual([ORTIZ, LEE, BLANK]);
    expect(traced('Draft One opened by the reporting officer')).toEqual([]);
    expect(traced('report of officer Lee opened')).toEqual([]);
    // What it says of itself is a notice or a gap, or nothing.
    expect(traced('report drafted for Report of Officer Lee', 'lee')).toEqual([]);
  });
  it('ties no clock', () => {
    const clocks = [{}, { id: 'camera', name: 'Camera', kind: 'camera' as const, reference: false }];
    const sync = {
      id: 's',
      caseId: 'c',
      what: 'radio',
      clockA: 'dispatch',
      dateA: '2024-03-14',
      readingA: '14:00:00',
      clockB: 'camera',
      dateB: '2024-03-14',
      readingB: '14:00:42',
      sourceId: 'rep',
      page: '',
    };
    const off = (drafted: string) =>
      found('clock-off', log('14:04 seizure-begins'), {
        clocks,
        syncPoints: [sync],
        sources: report(drafted),
      });
    expect(off('').length).toBe(1);
    expect(off('cam')).toEqual([]);
  });
});
