import { describe, expect, it } from 'vitest';
import { relation } from '../make';
import { found, log } from './facts';

/** Arrested at eight: how each record stands, to which row it measures, and what else is told of it. */
const held = (lines: readonly string[], arrest = '2024-03-14 08:00:00.000 arrest', more = {}) =>
  found('probable-cause-hearing', log(arrest, ...lines), more).map((f) => {
    const told = f.premises.flatMap((p) =>
      p.row === null ? [] : [`${p.row}${p.side === 'state' ? ' state' : ''}`],
    );
    return `${f.status} ${f.standing}: ${f.span?.to.id}; ${told.join(', ')}`;
  });
const LATE = '2024-03-17 08:00 probable-cause-finding';

describe('forty-eight hours, to the millisecond', () => {
  it.each([
    ['2024-03-16 08:00:00.000', 'foreclosed'],
    ['2024-03-16 08:00', 'arguable'],
    ['2024-03-16 08:00:00.001', 'established'],
  ])('a judge’s finding at %s: %s', (at, status) => {
    expect(held([`${at} probable-cause-finding`])).toEqual([`${status} uncontested: e1; e0, e1`]);
  });
  it.each([
    ['2024-03-14 08:00:00.000', 'foreclosed uncontested: e2; e0, e2'],
    ['2024-03-16 08:00:00.000', 'foreclosed uncontested: e2; e0, e2'],
    ['2024-03-16 08:00', 'arguable uncontested: e1; e0, e1, e2'],
    ['2024-03-16 08:00:00.001', 'established uncontested: e1; e0, e1'],
  ])('released at %s, and a judge’s finding the day after: %s', (at, expected) => {
    expect(held([LATE, `${at} released`])).toEqual([expected]);
  });
  it.each([
    ['2024-03-16 08:00:00.000', 'established contested: e1; e0, e1, e2 state'],
    ['2024-03-16 08:00', 'established contested: e1; e0, e1, e2 state'],
    ['2024-03-16 08:00:00.001', 'established uncontested: e1; e0, e1'],
  ])('before a judge at %s, who finds nothing till the day after: %s', (at, expected) => {
    expect(held([LATE, `${at} presentment`])).toEqual([expected]);
  });
  it.each([
    ['2024-03-13 08:00:00.000', 'foreclosed uncontested: e2; e0, e2'],
    ['2024-03-14 08:00:00.000', 'foreclosed uncontested: e2; e0, e2'],
    ['2024-03-14 08:00', 'arguable uncontested: e1; e0, e1, e2'],
    ['2024-03-14 08:00:00.001', 'established uncontested: e1; e0, e1'],
  ])('a warrant for him at %s: %s', (at, expected) => {
    expect(held([LATE, `${at} arrest-warrant`])).toEqual([expected]);
  });
  it('is open where a warrant came more than a day before, and never says that there was none', () => {
    const lines = ['2024-03-13 07:59:59.999 arrest-warrant', '2024-03-10 09:00 arrest-warrant'];
    expect(held([LATE, ...lines])).toEqual(['arguable contested: e1; e0, e1, e2 state']);
    const says = (...more: string[]) =>
      found('probable-cause-hearing', log('2024-03-14 08:00 arrest', LATE, ...more)).flatMap((f) =>
        f.premises.map((p) => p.says),
      );
    expect(says(...lines)).not.toContain('No entry of this case states a warrant for the arrest.');
    expect(says()).toContain('No entry of this case states a warrant for the arrest.');
    // A search warrant of whatever day is none for him.
    expect(says('2024-03-10 09:00 warrant-issued: for the car')).toEqual(says());
  });
});

describe('no judge’s finding in the record', () => {
  it('is silent where nothing comes after the arrest, and where he may have been released before it alone', () => {
    expect(held([])).toEqual([]);
    expect(held(['2024-03-14 07:59:59.999 released', '2024-03-13 09:00 presentment'])).toEqual([]);
    expect(held(['2024-03-14 08:00 released'], '2024-03-14 08:00 arrest')).toEqual([]);
  });
  it.each([
    [['2024-03-15 09:00 presentment'], 'arguable uncontested: e1; e0, e1'],
    [['2024-03-17 09:00 presentment'], 'arguable uncontested: e1; e0, e1'],
    [['2024-03-17 09:00 presentment', '2024-03-15 09:00 presentment'], 'arguable uncontested: e2; e0, e2'],
    [['2024-03-17 09:00 released'], 'arguable uncontested: e1; e0, e1'],
    [['2024-03-16 08:00:00.000 released'], 'foreclosed uncontested: e1; e0, e1'],
    [['2024-03-17 09:00 presentment', '2024-03-15 09:00 released'], 'foreclosed uncontested: e2; e0, e2'],
    // Both in time: that he saw a judge is told beside the release.
    [
      ['2024-03-15 09:00 presentment', '2024-03-15 10:00 released'],
      'foreclosed contested: e2; e0, e2, e1 state',
    ],
  ])('%j: %s', (lines, expected) => {
    expect(held(lines)).toEqual([expected]);
  });
});

describe('of many findings', () => {
  const days = (n: number) =>
    Array.from(
      { length: n },
      (_, i) =>
        `2024-${String(4 + Math.floor(i / 28)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')} 09:00 probable-cause-finding`,
    );
  it('the one in time counts, however many come later', () => {
    expect(held([...days(100), '2024-03-15 09:00 probable-cause-finding'])).toEqual([
      'foreclosed uncontested: e101; e0, e101',
    ]);
  });
  it('the first counts where all are late, and twelve are measured', () => {
    expect(held(days(20))).toEqual(['established uncontested: e1; e0, e1']);
    expect(held([...days(20)].reverse())).toEqual(['established uncontested: e20; e0, e20']);
    expect(held([LATE, LATE])).toEqual(['established uncontested: e1; e0, e1']);
    const [f] = found('probable-cause-hearing', log('2024-03-14 08:00 arrest', ...days(20)));
    expect(f?.quantities.map((q) => q.to.id)).toEqual(Array.from({ length: 12 }, (_, i) => `e${i + 1}`));
  });
});

describe('what may have been before the arrest', () => {
  const arrest = '2024-03-14 08:00 arrest';
  it('is no finding in time: it may be of another arrest', () => {
    expect(held([LATE, '2024-03-14 08:00 probable-cause-finding'], arrest)).toEqual([
      'arguable uncontested: e2; e0, e2',
    ]);
    expect(held([LATE, '2024-03-14 08:00 released'], arrest)).toEqual([
      'arguable uncontested: e1; e0, e1, e2',
    ]);
  });
  it('is no warrant where the order alone puts it after the arrest', () => {
    const after = { relations: [relation('e0', 'e2', { min: 1, max: null })] };
    const lines = [LATE, '2024-03-14 08:00 arrest-warrant'];
    expect(held(lines, arrest)).toEqual(['arguable uncontested: e1; e0, e1, e2']);
    expect(held(lines, arrest, after)).toEqual(['established uncontested: e1; e0, e1']);
  });
  it('is no finding, no judge and no release where the order alone puts it before the arrest', () => {
    const before = { relations: [relation('e2', 'e0', { min: 1, max: null })] };
    for (const kind of ['probable-cause-finding', 'presentment', 'released'])
      expect(held([LATE, `2024-03-14 08:00 ${kind}`], arrest, before)).toEqual([
        'established uncontested: e1; e0, e1',
      ]);
  });
  it('is not the next of two findings where the first surely is in time', () => {
    expect(
      held([LATE, '2024-03-15 08:00 probable-cause-finding', '2024-03-15 07:00 probable-cause-finding']),
    ).toEqual(['foreclosed uncontested: e3; e0, e3']);
  });
});
