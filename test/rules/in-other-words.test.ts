import { describe, expect, it } from 'vitest';
import { tellingOf } from '../../src/stops/in-other-words';
import { record } from '../make';
import { found, log, statuses } from './facts';

const before = (rule: string, act: string, ...lines: string[]): string[] =>
  statuses(found(rule, log('14:04 seizure-begins: stopped', ...lines, `14:12 ${act}`)));
const search = (...lines: string[]): string[] =>
  before('search-before-cause', 'search: trunk opened', ...lines);

describe('an entry whose words tell of a ground that its kind does not', () => {
  it.each([
    '14:10-14:11 sniff: Dog walked around car and alerts at trunk',
    '14:10 note: K9 hit on driver door',
    '14:10 note: K-9 indicated',
    '14:10 note: positive response by canine',
    '14:10 note: driver consents',
    '14:10 note: Permission from the owner',
    '14:10 note: search warrant signed by Judge Roe',
    '14:10 note: baggie in plain view on the seat',
    '14:12 note: alerts at trunk',
  ])('leaves open whether the search came before any ground: %s', (line) => {
    expect(search(line)).toEqual(['arguable']);
    const [f] = found('search-before-cause', log('14:04 seizure-begins', line, '14:12 search: trunk'));
    const told = f?.premises.filter((p) => p.says.startsWith('Its words may tell of “'));
    expect(told).toEqual([expect.objectContaining({ row: 'e1', side: 'state' })]);
    expect(told?.[0]?.says).toContain(line.replace(/^\S+ \S+ /, ''));
    expect(f?.standing).toBe('contested');
    expect(new Set(f?.premises.map((p) => p.says)).size).toBe(f?.premises.length);
  });
  it.each([
    '14:10 note: dog did not alert',
    '14:10 note: no hit by the dog',
    '14:10 note: K9 negative',
    '14:10 note: refused consent',
    '14:10 note: asked for consent',
    '14:10 no-alert: walked twice; alerts nowhere',
    '14:10 consent-refused: consent? he said he would rather not',
    '14:10 note: no search warrant',
    '14:10 note: waiting for the dog to alert',
    '14:10 note: asked for consent, driver refused',
    '14:10 note: walked twice, did not alert, went back',
    '14:10 note: driver handed over his card',
    '14:13 note: alerts at trunk',
  ])('is none where it is denied, awaited, asked for or later: %s', (line) => {
    expect(search(line)).toEqual(['established']);
  });
  it('is told by the words of the act itself, and by a clause beside one that denies', () => {
    expect(before('search-before-cause', 'search: searched on the alert')).toEqual(['arguable']);
    expect(search('14:10 note: No warrant needed. K9 hit on the door')).toEqual(['arguable']);
  });
  it('is looked for in the same stop alone', () => {
    const two = (line: string): string[] =>
      statuses(
        found(
          'search-before-cause',
          log(
            '2024-03-10 09:00 seizure-begins: first',
            `2024-03-10 ${line}`,
            '2024-03-10 09:30 seizure-ends: let go',
            '2024-03-14 14:04 seizure-begins: second',
            '2024-03-14 14:12 search: trunk',
          ),
        ),
      );
    expect(two('09:10 note: K9 hit on the door')).toEqual(['established']);
  });
  it('holds for every rule that shows that nothing came first', () => {
    expect(before('frisk-without-danger', 'frisk: pockets')).toEqual(['established']);
    expect(before('frisk-without-danger', 'frisk: pockets', '14:10 note: a bulge at the belt')).toEqual([
      'arguable',
    ]);
    // A weapon is a ground and a doubt: it is said once.
    const [frisk] = found(
      'frisk-without-danger',
      log('14:04 seizure-begins', '14:10 note: a bulge', '14:12 frisk: pockets'),
    );
    expect(frisk?.premises.filter((p) => p.row === 'e1')).toHaveLength(1);
    const asked = (...lines: string[]): string[] =>
      before('unwarned-questions', 'custodial-questions: whose is it', '14:08 arrest: cuffed', ...lines);
    expect(asked()).toEqual(['established']);
    expect(asked('14:10 note: read him his rights')).toEqual(['arguable']);
    expect(asked('14:10 note: Miranda from card')).toEqual(['arguable']);
    expect(before('phone-without-warrant', 'phone-opened: gallery')).toEqual(['established']);
    expect(
      before('phone-without-warrant', 'phone-opened: gallery', '14:10 note: search warrant in hand'),
    ).toEqual(['arguable']);
    expect(before('sniff-at-home', 'sniff-at-porch: front door')).toEqual(['established']);
    expect(before('sniff-at-home', 'sniff-at-porch: front door', '14:10 note: s/w signed')).toEqual([
      'arguable',
    ]);
  });
  it.each([
    '14:10 note: driver says ok you can search',
    '14:10 note: He said sure',
    '14:10 note: told them go ahead',
    '14:10 note: lets him look in the trunk',
    '14:10 note: asked for consent, driver agreed',
    '14:10 note: asks for consent and he says no problem, go ahead',
  ])('consent is told in many words: %s', (line) => {
    expect(search(line)).toEqual(['arguable']);
  });
  it('never strengthens: a finding that is argued or ruled out stays so', () => {
    expect(search('14:08 consent-given: yes', '14:10 note: K9 hit on the door')).toEqual(['foreclosed']);
  });
});

it('an entry tells by its kind what its words say too: they tell of other kinds alone', () => {
  const { events } = record({
    events: [
      {
        ref: 'a',
        kind: 'warnings-given',
        start: '14:10',
        description: 'Miranda rights read, driver arrested',
      },
    ],
  });
  expect(tellingOf(events, 'warnings-given')).toEqual([]);
  expect(tellingOf(events, 'arrest')).toEqual(events);
});

describe('words that may tell of a doubt', () => {
  const standing = (...lines: string[]): string[] =>
    found('search-before-cause', log('14:04 seizure-begins: stopped', ...lines, '14:12 search: trunk')).map(
      (f) => `${f.status} ${f.standing}`,
    );
  it.each([
    '14:10 note: smell of raw marijuana from the window',
    '14:10 note: odor of alcohol',
    '14:10 note: located a pipe on the seat',
    '14:10 note: a gun under the seat',
    '14:10 note: car to be towed',
    '14:11 note: inventoried',
  ])('contest, and leave what the clock proves: %s', (line) => {
    expect(standing()).toEqual(['established uncontested']);
    expect(standing(line)).toEqual(['established contested']);
  });
  it('do not where they are denied, or come later', () => {
    expect(standing('14:10 note: no odor, weapons or drugs found')).toEqual(['established uncontested']);
    expect(standing('14:10 note: no odor')).toEqual(['established uncontested']);
    expect(standing('14:14 note: located a pipe')).toEqual(['established uncontested']);
  });
});

describe('held beyond the mission', () => {
  const held = (...lines: string[]) =>
    found(
      'mission-complete',
      log(
        '14:04 seizure-begins: stopped',
        '14:05 documents-received: license',
        ...lines,
        '14:20-14:21 sniff: around the car',
        '14:21 alert: sat',
      ),
    );
  it.each([
    ['14:12 warning-issued: warning and license back', 'Documents returned'],
    ['14:12 warning-issued: returned his papers with the warning', 'Documents returned'],
    ['14:12 warning-issued: gave back everything', 'Documents returned'],
  ])('is not shown by papers whose return the words of an entry may tell: %s', (line, kind) => {
    expect(held('14:12 warning-issued: warning').map((f) => f.status)).toEqual(['established']);
    const [f] = held(line);
    expect(f?.status).toBe('arguable');
    expect(f?.premises.map((p) => p.says)).toContainEqual(
      expect.stringContaining(`Its words may tell of “${kind}”`),
    );
  });
  it.each(['told he is free to go', 'You are good to go', 'he can leave', 'sent on his way'])(
    'is not shown by a word to wait that others may have taken back: %s',
    (words) => {
      const waits = (...lines: string[]): string[] =>
        statuses(
          found(
            'mission-complete',
            log(
              '14:04 seizure-begins: stopped',
              '14:08 told-to-wait: stay here',
              '14:12 warning-issued: warning',
              ...lines,
              '14:20-14:21 sniff: around the car',
            ),
          ),
        );
      expect(waits()).toEqual(['established']);
      expect(waits(`14:13 note: ${words}`)).toEqual(['arguable']);
      // The words of a release are its own, and it is later.
      expect(waits('14:30 seizure-ends: released, free to go')).toEqual(['established']);
    },
  );
  it('is not shown by a search to which he may have agreed', () => {
    const searched = (...lines: string[]): string[] =>
      statuses(
        found(
          'mission-complete',
          log('14:04 seizure-begins', '14:12 warning-issued', ...lines, '14:20 search: trunk'),
        ),
      );
    expect(searched()).toEqual(['established']);
    expect(searched('14:13 note: he agreed to it')).toEqual(['arguable']);
  });
});

describe('a silence', () => {
  const silence = (line: string): string[] =>
    statuses(
      found(
        'unaccounted-minutes',
        log('14:04 seizure-begins: stopped', line, '14:15 warning-issued: warned'),
      ),
    );
  it.each([
    '14:05 note: runs license and warrants through dispatch',
    '14:05 note: begins the warning',
    '14:05 note: on the phone with his sergeant',
    '14:05 note: talks with the passenger',
    '14:05 note: dispatch is slow, computer down',
  ])('is not shown after a note of what may have gone on: %s', (line) => {
    expect(silence(line)).toEqual(['arguable']);
  });
  it.each([
    '14:05 note: gets out of his car',
    '14:05 note: ran driver, clear and valid',
    '14:05-14:06 note: talks with the passenger',
    '14:05 approach: begins to talk',
  ])('is shown after one that is over, or of a kind that says how long it lasts: %s', (line) => {
    expect(silence(line)).toEqual(['established']);
  });
});

describe('a task of the stop that only words tell', () => {
  const sniff = (line: string) =>
    found(
      'sniff-adds-time',
      log(
        '14:04 seizure-begins: stopped',
        line,
        '14:20-14:22 sniff: dog @officer B',
        '14:22 alert: sat @officer B',
        '14:25 citation-issued: citation',
      ),
    );
  it.each([
    '14:18-14:24 note: writing the citation in his car',
    '14:18-14:24 note: runs license and warrants with dispatch',
    '14:18 note: starts the warning',
    '14:18-14:24 travel-questions: asks where he goes while he writes the ticket',
    '14:18-14:24 note: explains the violation',
  ])('may run beside the dog, and leaves open whether it added time: %s', (line) => {
    const [f] = sniff(line);
    expect(f?.status).toBe('arguable');
    // It takes nothing from the upper end: it was perhaps no task.
    expect(f?.bounds).toMatchObject({ min: 0, max: sniff('14:18 note: sits')[0]?.bounds?.max });
    expect(f?.premises.map((p) => p.says).join('\n')).toMatch(/A task of the mission that may run beside/);
  });
  it.each([
    '14:18-14:24 note: sits in his car',
    '14:10-14:19 note: writing the citation in his car',
    '14:18 note: finished writing the citation, done',
    '14:18-14:24 note: did not write a ticket',
    '14:18-14:24 note: stops writing the ticket to watch',
    '14:18-14:24 note: has not begun the warning',
    '14:18-14:24 note: asks for a dog while waiting',
  ])('is none where it ended before, is over, is denied, or is something else: %s', (line) => {
    expect(statuses(sniff(line))).toEqual(['established']);
  });
  it('may run beside a detour, another officer’s or in the words of the detour itself', () => {
    const detour = (of: string, ...lines: string[]) =>
      statuses(
        found(
          'off-mission-detour',
          log(
            '14:04 seizure-begins: stopped',
            `14:06-14:12 off-mission-questions: ${of}`,
            ...lines,
            '14:15 warning-issued: warning',
          ),
        ),
      );
    expect(detour('any drugs')).toEqual(['established']);
    expect(detour('any drugs', '14:06-14:12 note: runs license and warrants @officer B')).toEqual([
      'arguable',
    ]);
    expect(detour('any drugs, while checking his license')).toEqual(['arguable']);
  });
});

describe('words that may tell of an arrest, a release or a consent after the mission', () => {
  const held = (line: string, then = '14:50-14:55 search: roadside') =>
    found(
      'mission-complete',
      log('14:04 seizure-begins: stopped', '14:10 warning-issued: warning', line, then),
    )[0];
  it.each([
    '14:13 note: driver released and drives off',
    '14:13 note: let him go',
    '14:13 note: sent on his way',
    '14:13 note: driver arrested on a warrant',
  ])('leave open whether what came later held him, and take from its length: %s', (line) => {
    const open = held('14:13 note: sits');
    expect(open?.status).toBe('established');
    expect(open?.bounds?.min).toBeGreaterThan(39 * 60_000);
    const f = held(line);
    expect(f).toMatchObject({ status: 'arguable', standing: 'contested' });
    expect(f?.bounds?.min).toBeLessThan(4 * 60_000);
    expect(f?.bounds?.max).toBe(open?.bounds?.max);
  });
  it('of a consent take from the length, and a word to wait after it still holds him', () => {
    const f = held('14:11 note: driver says sure', '14:20 told-to-wait: stay');
    expect(f).toMatchObject({ status: 'established', standing: 'contested' });
    expect(f?.bounds?.min).toBeLessThan(2 * 60_000);
  });
  it('do nothing before the mission ends, or on the way to somewhere else', () => {
    expect(held('14:06 note: driver says sure', '14:20 told-to-wait: stay')).toMatchObject({
      status: 'established',
      bounds: { min: 540_001 },
    });
    expect(held('14:13 note: on his way back to the car')).toMatchObject({
      status: 'established',
      standing: 'uncontested',
    });
  });
  it('leave a silence, a detour and a sniff after it open', () => {
    const of = (rule: string, line: string, ...then: string[]) =>
      statuses(found(rule, log('14:04 seizure-begins: stopped', line, ...then)));
    const silence = (line: string) =>
      statuses(
        found(
          'unaccounted-minutes',
          log('14:04 seizure-begins: stopped', line, '14:40 note: tow arrives'),
        ).filter((f) => f.subjects.includes('e2')),
      );
    expect(silence('14:06 note: sits')).toEqual(['established']);
    expect(silence('14:06 note: driver arrested')).toEqual(['arguable']);
    expect(silence('14:06 note: sent on his way')).toEqual(['arguable']);
    // Beside an entered release they speak of it.
    const sniffed = (...lines: string[]) =>
      of('sniff-adds-time', '14:06 note: he can go', '14:10-14:15 sniff: dog', ...lines);
    expect(sniffed()).toEqual(['arguable']);
    expect(sniffed('14:40 released: gone')).toEqual(['established']);
    const detour = (line: string) =>
      of('off-mission-detour', line, '14:10-14:15 off-mission-questions: drugs');
    expect(detour('14:06 note: sits')).toEqual(['established']);
    expect(detour('14:06 note: driver arrested')).toEqual(['arguable']);
    const sniff = (line: string) => of('sniff-adds-time', line, '14:10-14:15 sniff: dog');
    expect(sniff('14:06 note: sits')).toEqual(['established']);
    expect(sniff('14:06 note: driver arrested')).toEqual(['arguable']);
  });
});

describe('driven away, or in handcuffs, before any ground for arrest', () => {
  const force = (...lines: string[]) =>
    statuses(found('de-facto-arrest', log('14:04 seizure-begins: stopped', ...lines)));
  it('is not shown by a record that enters no arrest at all, nor where words tell of one', () => {
    expect(force('14:10 transport: to jail')).toEqual(['arguable']);
    expect(force('14:10 transport: to jail', '14:30 arrest: booked')).toEqual(['established']);
    expect(force('14:10 secured: cuffed')).toEqual(['established']);
    expect(force('14:09 note: under arrest', '14:10 secured: cuffed')).toEqual(['arguable']);
  });
});

describe('words beside an entry of the kind itself', () => {
  it('speak of that entry, which stands at its own time', () => {
    expect(search('14:10-14:11 sniff: walked; alerts at trunk')).toEqual(['arguable']);
    expect(
      statuses(
        found(
          'search-before-cause',
          log(
            '14:04 seizure-begins: stopped',
            '14:10-14:11 sniff: walked; alerts at trunk',
            '14:12 search: trunk',
            '14:13 alert: sat',
          ),
        ),
      ),
    ).toEqual(['established']);
    const held = (sniff: string) =>
      found(
        'mission-complete',
        log(
          '14:04 seizure-begins: stopped',
          '14:10 warning-issued: warning',
          '14:12 told-to-wait: stay',
          `14:18-14:20 sniff: ${sniff}`,
          '14:20 alert: sat',
        ),
      )[0];
    expect(held('alerts on its second pass')?.bounds).toEqual(held('walked')?.bounds);
    expect(held('alerts on its second pass')?.standing).toBe('uncontested');
  });
  it('that a release ended it speak of the release', () => {
    const held = (...end: string[]) =>
      found(
        'mission-complete',
        log(
          '14:04 seizure-begins: stopped',
          '14:10 warning-issued: warning',
          '14:13 note: told him he can go',
          '14:20 frisk: pockets',
          ...end,
        ),
      )[0]?.bounds?.min;
    expect(held()).toBeLessThan(4 * 60_000);
    expect(held('14:40 seizure-ends: gone')).toBeGreaterThan(9 * 60_000);
  });
});

describe('a task that a detour leaves off', () => {
  it.each([
    'Stops writing the ticket and calls for a dog',
    'Sets the warning aside to print his criminal record',
    'After printing the warning asks of drugs',
    'Interrupts the citation he is writing',
    'Asks who wrote the ticket',
  ])('does not run beside it: %s', (words) => {
    expect(
      statuses(
        found(
          'off-mission-detour',
          log(
            '14:04 seizure-begins: stopped',
            `14:06-14:12 off-mission-check: ${words}`,
            '14:15 warning-issued: warning',
          ),
        ),
      ),
    ).toEqual(['established']);
  });
});
