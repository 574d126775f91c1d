import { describe, expect, it } from 'vitest';
import { type Choices, NO_CHOICES } from '../../src/record/choices';
import { found, log } from './facts';

const by = (choices: Partial<Choices>) => ({ choices: { ...NO_CHOICES, ...choices } });

describe('the days of a warrant, to the millisecond', () => {
  const clock = (...lines: string[]) =>
    found('warrant-clock', log(...lines)).map(
      (f) => `${f.status}: ${f.title}, ${f.bounds?.min} to ${f.bounds?.max}`,
    );
  const DAYS = 86_400_000;
  const issued = '2024-02-01 10:00:00.000 warrant-issued';
  it.each([
    ['2024-02-15 10:00:00.000', []],
    [
      '2024-02-15 10:00:00.001',
      [`foreclosed: Ruled out: executed after 14 days, ${14 * DAYS + 1} to ${14 * DAYS + 1}`],
    ],
    [
      '2024-02-16 10:00:00.000',
      [`foreclosed: Ruled out: executed after 14 days, ${15 * DAYS} to ${15 * DAYS}`],
    ],
    ['2024-02-16 10:00', [`arguable: Executed after 14 days, ${15 * DAYS} to ${15 * DAYS + 59_999}`]],
    [
      '2024-02-16 10:00:00.001',
      [`established: Executed after 14 days, ${15 * DAYS + 1} to ${15 * DAYS + 1}`],
    ],
    ['2024-02-01 10:00:00.000', []],
    ['2024-02-01 09:59:59.999', ['established: Executed before the warrant was issued, 1 to 1']],
    ['2024-02-01 09:59', ['established: Executed before the warrant was issued, 1 to 60000']],
    ['2024-02-01 10:00', []],
  ])('issued at ten on February 1, executed %s: %j', (at, expected) => {
    expect(clock(issued, `${at} warrant-executed`)).toEqual(expected);
    expect(clock(`${at} warrant-executed`, issued)).toEqual(expected);
  });
  it('is silent where no warrant is in the record, and where one of several fits', () => {
    const late = '2024-03-20 10:00 warrant-executed: house';
    expect(clock(late)).toEqual([]);
    expect(clock(issued, late)).toEqual([expect.stringMatching(/^established: Executed after/)]);
    expect(clock(issued, '2024-03-19 10:00 warrant-issued', late)).toEqual([]);
    expect(clock('2024-03-19 10:00 warrant-issued', late, issued)).toEqual([]);
    expect(clock('2024-03-19 10:00 warrant-issued', '2024-03-21 10:00 warrant-issued', late)).toEqual([]);
  });
  it('looks at the warrant for its own item', () => {
    const two = [`${issued} #1`, '2024-03-19 10:00 warrant-issued #2'];
    expect(clock(...two, '2024-03-20 10:00 warrant-executed #2')).toEqual([]);
    expect(clock(...two, '2024-03-20 10:00 warrant-executed #1')).toHaveLength(1);
  });
  it('never calls the examining of a device late, and still calls it early', () => {
    expect(clock(issued, '2024-03-20 10:00 warrant-executed: phone extraction')).toEqual([]);
    expect(
      clock('2024-03-20 10:30 warrant-issued', '2024-03-20 10:00 warrant-executed: phone extraction'),
    ).toHaveLength(1);
  });
});

describe('the hours of a warrant', () => {
  const hours = (start: string, choices: Partial<Choices> = { warrantHours: 'daytime' }) =>
    found('warrant-clock', [{ ref: 'x', start, kind: 'warrant-executed' }], {}, by(choices));
  const status = (start: string, choices?: Partial<Choices>) => hours(start, choices).map((f) => f.status);
  it.each([
    ['12:00', []],
    ['21:59:59', []],
    ['21:59', []],
    ['22:00', ['established']],
    ['05:59', ['established']],
    ['06:00', []],
    ['between 22:00 and 23:59', ['established']],
    ['between 21:30 and 22:30', ['arguable']],
    ['between 05:30 and 06:30', ['arguable']],
    // At night at both ends, and by day between them.
    ['between 05:00 and 23:00', ['arguable']],
    // By day at both ends.
    ['between 06:00 and 21:59', []],
    // Nobody knows which day.
    ['before 23:00', []],
    ['after 23:00', []],
  ])('%s: %j', (start, expected) => {
    expect(status(start)).toEqual(expected);
  });
  it('binds not where the judge allowed any hour, nor a drug warrant in federal court', () => {
    expect(status('23:00', { warrantHours: 'any' })).toEqual([]);
    expect(status('23:00', { warrantHours: 'daytime', drugWarrant: 'yes', forum: 'federal' })).toEqual([]);
    expect(status('23:00', { warrantHours: 'daytime', drugWarrant: 'yes', forum: 'state' })).toEqual([
      'established',
    ]);
    expect(status('23:00', { warrantHours: 'daytime', drugWarrant: 'no', forum: 'federal' })).toEqual([
      'established',
    ]);
  });
  it('says what the warrant allows, and that a state has hours of its own', () => {
    const says = (choices: Partial<Choices>) =>
      hours('23:00', choices).flatMap((f) => f.premises.map((p) => p.says));
    expect(says({ warrantHours: 'daytime' })).toContain('The warrant allows daytime only.');
    expect(says({})).toContain('No entry of this case states the hours that the warrant allows.');
    expect(says({ forum: 'state' })).toContain('The state’s own hours are not entered.');
    expect(says({ forum: 'federal' })).not.toContain('The state’s own hours are not entered.');
  });
});

describe('a search once the person was secured, its arrest and its other grounds', () => {
  const late = (...lines: string[]) =>
    found(
      'search-incident-late',
      log('14:04 seizure-begins', '14:20 secured', '14:31:00.000-14:40 search', ...lines),
      {},
      by({ offenceOfArrest: 'traffic' }),
    ).map((f) => [
      f.status,
      f.span?.from.id,
      f.premises
        .filter((p) => p.says.startsWith('Another'))
        .map((p) => p.row)
        .join(' '),
    ]);
  it.each([
    [['14:19 arrest'], [['established', 'e1', '']]],
    [['14:19 arrest', '14:45 arrest'], [['established', 'e1', '']]],
    [['14:45 arrest', '14:19 arrest'], [['established', 'e1', '']]],
    [['14:45 arrest'], []],
    [['14:31:00.000 arrest'], []],
    // An alert: before, perhaps before, in the same instant at the earliest, after.
    [['14:19 arrest', '14:30 alert'], []],
    [['14:19 arrest', '14:31:00.000 alert'], []],
    [['14:19 arrest', 'about~14:31 alert'], [['arguable', 'e1', 'e4']]],
    [['14:19 arrest', '14:31 alert'], [['established', 'e1', '']]],
    [['14:19 arrest', '14:45 alert'], [['established', 'e1', '']]],
    // Secured twice: measured from the first; a ride counts as well.
    [['14:19 arrest', '14:18 secured'], [['established', 'e4', '']]],
    [['14:19 arrest', '14:25 transport'], [['established', 'e1', '']]],
    [['14:19 arrest', '14:18 transport'], [['established', 'e4', '']]],
  ])('%j: %j', (lines, expected) => {
    expect(late(...lines)).toEqual(expected);
  });
  it('is no more than argued where he was secured in the very minute, or the offense is another', () => {
    const at = (secured: string, choices: Partial<Choices> = { offenceOfArrest: 'traffic' }) =>
      found(
        'search-incident-late',
        log('14:04 seizure-begins', `${secured} secured`, '14:31:00.000-14:40 search', '14:19 arrest'),
        {},
        by(choices),
      ).map((f) => f.status);
    expect(at('14:30:59.999')).toEqual(['established']);
    expect(at('about~14:31')).toEqual(['arguable']);
    expect(at('14:31:00.000')).toEqual([]);
    expect(at('14:20', { offenceOfArrest: 'warrant' })).toEqual(['established']);
    expect(at('14:20', { offenceOfArrest: 'drugs' })).toEqual(['arguable']);
    expect(at('14:20', {})).toEqual(['arguable']);
  });
});

describe('questions in custody before warnings', () => {
  const asked = (...lines: string[]) =>
    found('unwarned-questions', log(...lines)).map((f) => [
      f.status,
      f.subjects.join(' '),
      f.premises[2]?.row,
    ]);
  it('are told of each stop and of no stop, the first that may be', () => {
    expect(
      asked(
        '2024-03-14 14:04 seizure-begins',
        '2024-03-14 14:06 arrest',
        '2024-03-14 14:10 custodial-questions',
        '2024-03-14 14:20 custodial-questions',
        '2024-03-14 14:30 seizure-ends',
        '2024-03-15 14:04 seizure-begins',
        '2024-03-15 14:10 custodial-questions',
        '2024-03-15 14:30 seizure-ends',
        '2024-03-16 09:00 custodial-questions',
      ).map((f) => f[1]),
    ).toEqual(['e2', 'e6', 'e8']);
    expect(
      asked('14:00 arrest', '14:10 custodial-questions', '14:10 custodial-questions').map((f) => f[1]),
    ).toEqual(['e1', 'e2']);
  });
  it.each([
    [['14:10:00.000 arrest', '14:10:00.000 custodial-questions'], [['established', 'e1', 'e0']]],
    [['14:10:00.001 arrest', '14:10:00.000 custodial-questions'], [['arguable', 'e1', null]]],
    [['14:10:00.000 secured', '14:10:00.000 custodial-questions'], [['arguable', 'e1', 'e0']]],
    [['14:10:00.001 secured', '14:10:00.000 custodial-questions'], [['arguable', 'e1', null]]],
    [['14:09 transport', '14:10:00.000 custodial-questions'], [['arguable', 'e1', 'e0']]],
    // Warned in the very instant: ruled out; a millisecond later: not.
    [
      ['14:00 arrest', '14:10:00.000 custodial-questions', '14:10:00.000 warnings-given'],
      [['foreclosed', 'e1 e2', 'e0']],
    ],
    [
      ['14:00 arrest', '14:10:00.000 custodial-questions', '14:10:00.001 warnings-given'],
      [['established', 'e1 e2', 'e0']],
    ],
  ])('%j: %j', (lines, expected) => {
    expect(asked(...lines)).toEqual(expected);
  });
  it('are contested by danger that may have been stated by then', () => {
    const contested = (at: string) =>
      found(
        'unwarned-questions',
        log('14:00 arrest', '14:10:00.000 custodial-questions', `${at} danger-stated`),
      ).map((f) => f.standing);
    expect(contested('14:10:00.000')).toEqual(['contested']);
    expect(contested('14:10:00.001')).toEqual(['uncontested']);
  });
});

describe('held while a warrant was sought, to the millisecond', () => {
  const held = (...lines: string[]) =>
    found('wait-for-warrant', log(...lines)).map((f) => [
      f.status,
      f.bounds?.max,
      f.span?.to.edge,
      f.span?.to.id,
    ]);
  it.each([
    ['10:00:00.000-12:00:00.000 premises-held', []],
    ['10:00:00.000-12:00:00.001 premises-held', [['established', 7_200_001, 'end', 'e0']]],
    ['10:00:00.000-12:00 premises-held', [['arguable', 7_259_999, 'end', 'e0']]],
    ['10:00:00.000-11:30:00.000 property-held', []],
    ['10:00:00.000-11:30:00.001 property-held', [['established', 5_400_001, 'end', 'e0']]],
    ['10:00:00.000 premises-held', []],
  ])('%s: %j', (line, expected) => {
    expect(held(line)).toEqual(expected);
  });
  it('ends with whatever surely comes first: the warrant, or the end of the holding', () => {
    const five = '10:00:00.000-15:00:00.000 premises-held';
    expect(held(five, '11:00 warrant-issued')).toEqual([]);
    expect(held(five, '13:00:00.000 warrant-issued', '14:00 warrant-issued')).toEqual([
      ['established', 10_800_000, 'start', 'e1'],
    ]);
    expect(held(five, '15:00:00.000 warrant-issued')).toEqual([['established', 18_000_000, 'start', 'e1']]);
    expect(held(five, '15:00:00.001 warrant-issued')).toEqual([['established', 18_000_000, 'end', 'e0']]);
    expect(held(five, '09:00 warrant-issued')).toEqual([['established', 18_000_000, 'end', 'e0']]);
  });
});
