import { describe, expect, it } from 'vitest';
import type { EventKind } from '../../src/record/vocabulary';
import { found, log } from './facts';

/** What came after a violation: how it stands, from which row, what is listed, and what lies between. */
const told = (events: Parameters<typeof found>[1]) =>
  found('fruit', events).map((f) => ({
    stands: `${f.status} ${f.standing}`,
    from: f.span?.from.id,
    to: f.span?.to.id,
    lists: f.subjects.join(' '),
    between: f.premises.flatMap((p) => (p.says.startsWith('In between') ? [p.row] : [])).join(' '),
  }));
const came = (...lines: string[]) => told(log(...lines));
const HELD = ['14:04:00 seizure-begins', '14:18:00.000 warning-issued', '14:20:00 told-to-wait'];
const bag = (ref: string, start: string, kind: EventKind = 'found') => ({ ref, start, kind });

describe('what came after a violation', () => {
  it('comes of none that is ruled out', () => {
    const searched = [
      '14:04 seizure-begins',
      '14:10 consent-given',
      '14:20-14:30 search',
      '14:25 found: bag',
    ];
    expect(found('search-before-cause', log(...searched)).map((f) => f.status)).toEqual(['foreclosed']);
    expect(came(...searched)).toEqual([]);
  });
  it('comes of nothing where nothing came of it, or it came before', () => {
    expect(came(...HELD)).toEqual([]);
    expect(came(...HELD, '14:10 found: bag')).toEqual([]);
    expect(came(...HELD, '14:18:00.000 found: bag')).toEqual([]);
  });
  it('does not list the act that the violation is measured to, but a find', () => {
    const searched = ['14:04 seizure-begins', '14:10 search: trunk'];
    expect(came(...searched, '14:20 consent-given', '14:25 found: bag')).toMatchObject([
      { from: 'e1', lists: 'e3', between: 'e2' },
    ]);
    expect(came(...searched, '14:20 consent-given')).toEqual([]);
    expect(came(...searched, '14:20 consent-given', '14:25 statement')).toMatchObject([{ lists: 'e3' }]);
  });
  it.each([
    ['14:17:59.999', 'established uncontested', ''],
    ['14:18:00.000', 'established uncontested', ''],
    ['14:18:00.001', 'arguable uncontested', 'e3'],
    ['14:30:00.000', 'arguable uncontested', 'e3'],
    ['14:30:00.001', 'established uncontested', ''],
  ])('warnings at %s, held from 14:18 and found at 14:30: %s', (at, stands, between) => {
    expect(came(...HELD, `${at} warnings-given`, '14:30:00.000 found: bag')).toMatchObject([
      { stands, between, from: 'e1', lists: 'e4' },
    ]);
  });
  it('lists what it lists by time and name, whatever the order of the record', () => {
    const three = [bag('zb', '14:30'), bag('za', '14:30'), bag('zc', '14:30:00')];
    for (const list of [three, [...three].reverse(), [three[1], three[0], three[2]].flatMap((e) => e ?? [])])
      expect(told([...log(...HELD), ...list])).toMatchObject([{ lists: 'zc za zb', to: 'za' }]);
  });
  it('takes an uncontested violation before one that is contested, though it comes later', () => {
    expect(
      came(
        '14:04 seizure-begins',
        '14:07:30 observation: a bulge',
        '14:09-14:10 frisk',
        '14:20 arrest',
        '14:21 custodial-questions',
        '14:25 statement',
      ),
    ).toMatchObject([{ stands: 'established uncontested', from: 'e4', lists: 'e5' }]);
  });
  it('of two violations alike takes the one that is surely earlier, then the one found first', () => {
    const searched = (a: string, b: string) => [
      ...log('14:04:00 seizure-begins'),
      { ...bag('b', a, 'search'), end: '14:15' },
      { ...bag('a', b, 'search'), end: '14:15' },
      ...log('14:04:00 note', '14:20 found: bag').slice(1),
    ];
    expect(told(searched('14:10', '14:10'))).toMatchObject([{ from: 'a' }]);
    expect(told(searched('14:10', '14:10').reverse())).toMatchObject([{ from: 'a' }]);
    expect(told(searched('14:10:00', '14:10'))).toMatchObject([{ from: 'b' }]);
    expect(told(searched('14:10', '14:10:00'))).toMatchObject([{ from: 'a' }]);
    // Seized and searched in one instant: the seizure is the violation of the rule that comes first.
    expect(
      came(
        '14:04:00 seizure-begins',
        '14:04:00 search',
        '14:14 claimed-violation: drift',
        '14:20 found: bag',
      ),
    ).toMatchObject([{ from: 'e0' }]);
  });
  it('of unwarned words takes later words alone, and not what was found', () => {
    const asked = ['14:04 seizure-begins', '14:20 arrest', '14:21 custodial-questions'];
    expect(came(...asked, '14:30 found: bag')).toEqual([]);
    expect(came(...asked, '14:30 found: bag', '14:31 statement')).toMatchObject([{ lists: 'e4' }]);
  });
  it('is never more than argued where the violation is', () => {
    const loose = ['14:04 seizure-begins', '14:21 custodial-questions', '14:25 statement'];
    expect(found('unwarned-questions', log(...loose)).map((f) => f.status)).toEqual(['arguable']);
    expect(came(...loose)).toMatchObject([{ stands: 'arguable uncontested', lists: 'e2' }]);
  });
  it('goes on to the next violation where nothing came of the first', () => {
    // Of the questions no find comes; of the search that follows them it does.
    expect(
      came(
        '14:04 seizure-begins',
        '14:20 arrest',
        '14:21 custodial-questions',
        '14:25-14:30 search',
        '14:28 found: bag',
      ),
    ).toMatchObject([{ from: 'e3', lists: 'e4' }]);
    // Warnings broke the link from the first; nothing did from the second.
    expect(came(...HELD, '14:25 warnings-given', '14:30-14:35 search', '14:33 found: bag')).toMatchObject([
      { stands: 'established uncontested', from: 'e4', lists: 'e5' },
    ]);
  });
  it('says of an arrest warrant in between what would make it break the link', () => {
    const says = (kind: string) =>
      found('fruit', log(...HELD, `14:25 ${kind}`, '14:30 found: bag')).flatMap((f) =>
        f.premises.flatMap((p) => (p.says.startsWith('An arrest warrant breaks') ? [p.says] : [])),
      );
    expect(says('arrest-warrant')).toHaveLength(1);
    expect(says('warrant-issued')).toEqual([]);
  });
  it('looks in the next stop only where word was passed on or backup called, and argues it', () => {
    const two = (...more: string[]) =>
      came(
        ...HELD,
        ...more,
        '14:22 seizure-ends',
        '2024-03-15 16:00 seizure-begins',
        '2024-03-15 16:05 found: bag',
        '2024-03-15 16:10 seizure-ends',
      );
    expect(two()).toEqual([]);
    expect(two('14:21 passed-on')).toMatchObject([{ stands: 'arguable uncontested', lists: 'e6' }]);
    expect(two('14:21 backup-requested')).toMatchObject([{ stands: 'arguable uncontested', lists: 'e6' }]);
  });
  it('is told once for each of two stops, from its own violation', () => {
    expect(
      came(
        ...HELD,
        '14:25 found: bag',
        '14:40 seizure-ends',
        '2024-03-15 10:00 seizure-begins',
        '2024-03-15 10:05-10:10 search: trunk',
        '2024-03-15 10:06 found: pipe',
        '2024-03-15 10:20 seizure-ends',
      ),
    ).toMatchObject([
      { from: 'e1', lists: 'e3' },
      { from: 'e6', lists: 'e7' },
    ]);
  });
  it.each([
    ['one stop', []],
    ['two stops', ['2024-03-20 10:00 seizure-begins', '2024-03-20 10:20 seizure-ends']],
  ])('is looked for where the violation was in no stop, though the record has %s', (_, more) => {
    const stopped = ['14:04 seizure-begins', '14:20 arrest', '14:30 seizure-ends'];
    const jail = ['2024-03-15 09:00 custodial-questions', '2024-03-15 09:05 statement'];
    expect(came(...stopped, ...jail, ...more)).toMatchObject([
      { stands: 'established uncontested', from: 'e3', lists: 'e4' },
    ]);
    // What is found in a stop that nothing ties to it is argued, whatever the clock says.
    expect(came('10:00 sniff-at-porch', '14:04 seizure-begins', '14:10 found: bag', ...more)).toMatchObject([
      { stands: 'arguable uncontested', from: 'e0', lists: 'e2' },
    ]);
  });
  it('is looked for in the whole record where there is no stop', () => {
    expect(
      came('14:04 sniff-at-porch', '14:10 found: bag', '14:20 warrant-issued', '14:30 phone-opened'),
    ).toMatchObject([{ stands: 'established uncontested', from: 'e0', lists: 'e1 e3', between: 'e2' }]);
  });
});
