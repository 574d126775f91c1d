import { describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../src/record/choices';
import { found, log } from './facts';

/** How the findings of a rule stand on these lines: title and status of each. */
function stands(rule: string, lines: readonly string[], choices: Partial<typeof NO_CHOICES> = {}): string[] {
  const over = { choices: { ...NO_CHOICES, ...choices } };
  return found(rule, log(...lines), {}, over).map((f) => f.status);
}

describe('presentment, to the second', () => {
  const federal = { forum: 'federal' } as const;
  const said = (at: string, judge = '2024-03-15 09:00:00'): string[] =>
    stands('presentment-delay', ['08:00:00 arrest', `${at} statement`, `${judge} presentment`], federal);
  it('forecloses within six hours, and is established once they surely are over', () => {
    expect(said('13:59:58')).toEqual(['foreclosed']);
    expect(said('14:00:00')).toEqual(['arguable']);
    expect(said('14:00:01')).toEqual(['established']);
  });
  it('asks whether a judge saw him before he spoke', () => {
    expect(said('16:00:00', '15:59:00')).toEqual(['foreclosed']);
    expect(said('16:00:00', '16:00:00')).toEqual(['arguable']);
    expect(said('16:00:00', '16:01:00')).toEqual(['established']);
  });
});

describe('a search once the person was secured', () => {
  const late = (...lines: string[]): string[] =>
    stands('search-incident-late', ['14:04 seizure-begins', '14:21 secured', '14:31 search', ...lines], {
      offenceOfArrest: 'traffic',
    });
  it('is established only after an arrest that surely comes first', () => {
    expect(late('14:20 arrest')).toEqual(['established']);
    expect(late('14:31 arrest')).toEqual(['arguable']);
  });
});

describe('a warrant and its hours', () => {
  const at = (time: string, hours: 'daytime' | '' = 'daytime'): string[] =>
    stands(
      'warrant-clock',
      [`2024-03-15 ${time} warrant-executed`],
      hours === '' ? {} : { warrantHours: hours },
    );
  it('is in daytime to the last second before ten at night, and from six in the morning on', () => {
    expect(at('21:59:59')).toEqual([]);
    expect(at('22:00:00')).toEqual(['established']);
    expect(at('05:59:59')).toEqual(['established']);
    expect(at('06:00:00')).toEqual([]);
  });
  it('is argued where it may have been in daytime, or the warrant does not say', () => {
    expect(at('about~22:00')).toEqual(['arguable']);
    expect(at('23:00:00', '')).toEqual(['arguable']);
  });
  it('runs its days to the end of the last', () => {
    const done = (day: string): string[] =>
      stands('warrant-clock', ['2024-02-01 10:00 warrant-issued', `2024-02-${day} 10:30 warrant-executed`]);
    expect(done('15')).toEqual(['foreclosed']);
    expect(done('16')).toEqual(['established']);
  });
});

describe('what came after it', () => {
  const held = [
    '14:04 seizure-begins',
    '14:18 warning-issued',
    '14:20 told-to-wait',
    '14:23 sniff @officer B',
  ];
  const came = (...lines: string[]): ReturnType<typeof found> => found('fruit', log(...held, ...lines));
  it('is linked only where it surely comes later', () => {
    expect(came('14:25 statement').map((f) => f.status)).toEqual(['established']);
    expect(came('14:18 statement').map((f) => f.status)).toEqual(['arguable']);
  });
  it('may be a phone that is opened days after the stop', () => {
    const [f] = came('2024-03-16 10:00 phone-opened');
    expect(f?.status).toBe('established');
    expect(f?.subjects).toContain('e4');
    expect(came('2024-03-13 10:00 phone-opened')).toEqual([]);
  });
});

describe('held while a warrant was sought', () => {
  it('asks of a home whether anything could be lost, of a thing whether the delay was foreseen', () => {
    const asks = (kind: string): string =>
      found('wait-for-warrant', log(`10:00 ${kind}`, '15:00 warrant-issued'))
        .flatMap((f) => f.premises.map((x) => x.says))
        .join(' ');
    expect(asks('premises-held')).toContain('a risk of loss');
    expect(asks('property-held')).toContain('could have foreseen');
  });
});

describe('a mission of which many tasks have an order and no time', () => {
  const held = ['14:04 seizure-begins', '14:18 warning-issued', '14:20 told-to-wait', '14:30 seizure-ends'];
  const after = (tasks: number): ReturnType<typeof found> =>
    found('mission-complete', log(...held, ...Array(tasks).fill('after &e1 records-check')));
  it.each([1, 23, 24, 60])('is never surely over where any of %i may come last', (tasks) => {
    expect(after(0).map((f) => f.status)).toEqual(['established']);
    const [f] = after(tasks);
    expect(f?.status).toBe('arguable');
    expect(f?.bounds?.min).toBe(0);
  });
});

describe('waits for a dog', () => {
  const sniffed = (...waits: string[]): ReturnType<typeof found> =>
    found(
      'sniff-adds-time',
      log('14:04 seizure-begins', ...waits, '14:26-14:28 sniff @officer B', '14:40 warning-issued'),
    );
  it('count in the least only where they surely are over before the sniff', () => {
    expect(sniffed('14:10-14:24 waiting')[0]?.bounds?.min).toBeGreaterThan(12 * 60_000);
    expect(sniffed('14:10-14:26 waiting')[0]?.bounds?.min).toBeLessThan(3 * 60_000);
  });
  it('are named, the earliest first', () => {
    const waits = ['14:06-14:08 waiting', '14:10-14:12 waiting', '14:20-14:22 waiting'];
    expect(sniffed(...waits)[0]?.subjects).toEqual(['e4', 'e1', 'e2', 'e3']);
  });
});

describe('restraint after the mission', () => {
  const held = (...lines: string[]): string[] =>
    stands('mission-complete', [
      '14:04 seizure-begins',
      ...lines,
      '14:18 warning-issued',
      '14:23-14:25 off-mission-questions',
    ]);
  it('is in papers that were taken, until they may be back', () => {
    expect(held('14:06 documents-received')).toEqual(['established']);
    expect(held('14:06 documents-received', '14:19 documents-returned')).toEqual(['arguable']);
  });
  it('is in an order to wait, until he may have been told that he is free', () => {
    expect(held('14:10 told-to-wait')).toEqual(['established']);
    expect(held('14:10 told-to-wait', '14:19 told-free')).toEqual(['arguable']);
  });
  it('is in a later release, but where he may have been told before that he is free', () => {
    expect(held('14:30 seizure-ends')).toEqual(['established']);
    expect(held('14:30 seizure-ends', '14:19 told-free')).toEqual(['arguable']);
  });
});
