import { describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../src/record/choices';
import { found, log } from './facts';

const STOP = '14:04:00.000 seizure-begins';

describe('consent in an extended stop', () => {
  const consents = (...lines: string[]) => found('consent-in-extension', log(STOP, ...lines));
  it.each([
    // A detour that surely begins no later than the consent; one that may; one that begins with it, to the instant.
    [['14:08-14:12 off-mission-questions', '14:13 consent-given'], 'established', 'e1'],
    [['14:08:00.000-14:12 off-mission-questions', '14:08 consent-given'], 'established', 'e1'],
    [['14:08-14:12 off-mission-questions', '14:08 consent-given'], 'arguable', 'e1'],
    [['14:08:00.000-14:12 off-mission-questions', '14:08:00.000 consent-given'], 'foreclosed', undefined],
    // What surely draws out the stop comes before what only may, though that is earlier; of two, the first.
    [
      ['14:06 consent-refused', '14:08-14:12 off-mission-questions', '14:15 consent-given'],
      'established',
      'e2',
    ],
    [
      [
        '14:10-14:12 off-mission-questions @officer B',
        '14:08-14:09 off-mission-questions',
        '14:15 consent-given',
      ],
      'established',
      'e2',
    ],
    [['14:08 consent-refused', '14:06 consent-refused', '14:15 consent-given'], 'arguable', 'e2'],
    [['14:06 consent-refused', '14:08 consent-refused', '14:15 consent-given'], 'arguable', 'e1'],
    [['14:06 consent-refused: a', '14:06 consent-refused: b', '14:15 consent-given'], 'arguable', 'e1'],
  ])('%j: %s, from %s', (lines, status, from) => {
    expect(consents(...lines)).toMatchObject([
      { status, subjects: [`e${lines.length}`, from].flatMap((id) => id ?? []) },
    ]);
  });
  it('measures from the paper that may be the last, and from no more than two', () => {
    const after = (...papers: string[]) => {
      const [f] = consents('14:05 documents-received', ...papers, '14:28:00.000 consent-given');
      return [
        f?.span?.from.id,
        f?.bounds?.min,
        f?.bounds?.max,
        f?.quantities.map((q) => q.from.id).join(' '),
      ];
    };
    expect(after('14:15:00 citation-issued', '14:18:00 warning-issued')).toEqual([
      'e3',
      599_001,
      600_000,
      'e3',
    ]);
    expect(after('14:18:30 warning-issued', '14:18 citation-issued')).toEqual([
      'e3',
      540_001,
      570_000,
      'e3 e2',
    ]);
    expect(after('14:18 citation-issued', '14:18:30 warning-issued')).toEqual([
      'e2',
      540_001,
      570_000,
      'e2 e3',
    ]);
    expect(after('14:18 citation-issued', '14:18 warning-issued')[0]).toBe('e2');
    expect(after('14:18 citation-issued', '14:18 warning-issued', '14:18 citation-issued')[3]).toBe('e2 e3');
  });
  it('names eight of what came before it', () => {
    const no = Array.from({ length: 12 }, (_, i) => `14:${10 + i} consent-refused`);
    const [f] = consents(...no, '14:30 consent-given');
    expect(f?.premises.filter((p) => p.says.startsWith('The person had said no'))).toHaveLength(8);
    expect(f?.subjects).toEqual(['e13', 'e1']);
  });
  it('says of what another officer knew before the asking that nobody passed it on', () => {
    const over = { choices: { ...NO_CHOICES, forum: 'state' as const, state: 'NJ' } };
    const says = (...lines: string[]) =>
      found('consent-in-extension', log(STOP, ...lines, '14:15 consent-asked'), {}, over).flatMap((f) =>
        f.premises.filter((p) => p.says.includes('passed on')).map((p) => p.row),
      );
    expect(says('14:10 observation: nervous @officer B')).toEqual(['e1']);
    expect(says('14:10 observation: nervous')).toEqual([]);
    expect(says('14:10 observation: nervous @officer B', '14:11 passed-on @officer B')).toEqual([]);
  });
});

describe('a ground and the violation before it, to the millisecond', () => {
  const searched = (...lines: string[]) =>
    found(
      'search-before-cause',
      log(STOP, '14:10:00.000-14:12 off-mission-questions', '14:15-14:20 search', ...lines),
    ).map((f) => `${f.status} ${f.standing}: ${f.title}`);
  it.each([
    ['14:09:59.999', []],
    ['14:10:00.000', []],
    ['14:10:00.001', ['arguable uncontested: Searched on a ground that is itself contested']],
  ])('an alert at %s, questions off the mission from 14:10: %j', (at, expected) => {
    expect(searched(`${at} alert`)).toEqual(expected);
  });
  it('is ruled out by consent before it all, and nothing contests what is ruled out', () => {
    expect(searched('14:08 consent-given', '14:07 observation: nervous')).toEqual([
      'foreclosed uncontested: Ruled out: searched before any ground',
    ]);
  });
});
