import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { NO_CHOICES } from '../../src/record/choices';
import type { CaseRecord } from '../../src/record/record';
import type { Finding } from '../../src/rules/finding';
import { record } from '../make';
import { found, log, statuses } from './facts';

const STOP = '14:04 seizure-begins';

/** Each rule: a record in the words of a log, and how the finding on it stands by both marks. `absent` for none. */
const TABLE: Record<string, readonly (readonly [string, string, readonly string[]])[]> = {
  'stop-before-cause': [
    [
      'the drift is claimed for ten minutes after the stop',
      'established',
      [STOP, '14:14 claimed-violation: drift', '14:20 warning-issued'],
    ],
    [
      'the report puts the drift about the time of the stop',
      'arguable',
      [STOP, 'about~14:04 claimed-violation: drift', '14:20 warning-issued'],
    ],
    [
      'an observation may have come before, and may be the cause',
      'established, contested',
      [STOP, '14:02 observation: weaving', '14:14 claimed-violation: drift'],
    ],
    [
      'both fall into one minute: coarse readings are no argument',
      'absent',
      [STOP, '14:04 claimed-violation: drift', '14:20 warning-issued'],
    ],
    [
      'the drift comes first, as it should',
      'absent',
      ['14:02 claimed-violation: drift', STOP, '14:20 warning-issued'],
    ],
    ['no cause is claimed: the record is silent', 'absent', [STOP, '14:20 warning-issued']],
  ],
  'suspicion-late': [
    [
      'he states his grounds only after five minutes of drug questions',
      'established',
      [
        STOP,
        '14:08-14:12 off-mission-questions',
        '14:15 suspicion-articulated: masking odour',
        '14:20 warning-issued',
      ],
    ],
    [
      'they may fall into the same minute',
      'arguable',
      [
        STOP,
        '14:08-14:12 off-mission-questions',
        '14:08 suspicion-articulated: masking odour',
        '14:20 warning-issued',
      ],
    ],
    [
      'he noted trembling before it',
      'established, contested',
      [
        STOP,
        '14:06 observation: trembling',
        '14:08-14:12 off-mission-questions',
        '14:15 suspicion-articulated: masking odour',
      ],
    ],
    [
      'he stated them first',
      'absent',
      [
        STOP,
        '14:06 suspicion-articulated: masking odour',
        '14:08-14:12 off-mission-questions',
        '14:20 warning-issued',
      ],
    ],
    ['the stop is never drawn out', 'absent', [STOP, '14:06 suspicion-articulated: masking odour']],
  ],
  'frisk-without-danger': [
    ['no fact of danger at all', 'established', [STOP, '14:08-14:09 frisk']],
    [
      'the bulge is mentioned afterwards',
      'established',
      [STOP, '14:08-14:09 frisk', '14:15 danger-stated: bulge'],
    ],
    [
      'in the same minute',
      'established, contested',
      [STOP, '14:08-14:09 frisk', '14:08 danger-stated: bulge'],
    ],
    [
      'he had stated suspicion, which may carry danger',
      'established, contested',
      [STOP, '14:06 suspicion-articulated: drugs', '14:08-14:09 frisk'],
    ],
    ['the bulge was seen first', 'absent', [STOP, '14:06 danger-stated: bulge', '14:08-14:09 frisk']],
    ['nobody is frisked', 'absent', [STOP, '14:08-14:09 search']],
  ],
  'de-facto-arrest': [
    [
      'handcuffed half an hour before the alert',
      'established',
      [STOP, '14:10 secured: handcuffs', '14:40 alert'],
    ],
    [
      'handcuffed in the minute of the alert',
      'established, contested',
      [STOP, '14:10 secured: handcuffs', '14:10 alert'],
    ],
    ['held two hours with nothing found', 'arguable', [STOP, '16:10 seizure-ends']],
    ['held for an hour and a half, give or take', 'arguable', [STOP, 'about~15:33 seizure-ends']],
    ['arrested before the handcuffs', 'absent', [STOP, '14:09 arrest', '14:10 secured: handcuffs']],
    ['an ordinary stop', 'absent', [STOP, '14:25 seizure-ends']],
  ],
  'claim-against-footage': [
    [
      'the camera films that minute and shows steady driving',
      'established',
      [STOP, '13:50-14:30 recording', '14:02 observation: weaving', '14:02 not-seen: weaving'],
    ],
    [
      'the recording may begin after it',
      'arguable',
      [STOP, '14:02-14:30 recording', '14:02 observation: weaving', '14:02 not-seen: weaving'],
    ],
    [
      'the mark speaks of another time',
      'absent',
      [STOP, '13:50-14:30 recording', '14:02 observation: weaving', '14:20 not-seen: weaving'],
    ],
    ['no camera', 'absent', [STOP, '14:02 observation: weaving', '14:02 not-seen: weaving']],
    // A mark speaks of what is claimed within two minutes of it.
    [
      'marked two minutes before',
      'established',
      [STOP, '13:50-14:30 recording', '14:02:00 observation: weaving', '14:00:01 not-seen: weaving'],
    ],
    [
      'marked in the very minute that is two before',
      'arguable',
      [STOP, '13:50-14:30 recording', '14:02 observation: weaving', '14:00 not-seen: weaving'],
    ],
    [
      'marked three minutes before',
      'absent',
      [STOP, '13:50-14:30 recording', '14:02 observation: weaving', '13:59 not-seen: weaving'],
    ],
    [
      'marked in the very minute that is two after',
      'arguable',
      [STOP, '13:50-14:30 recording', '14:02 observation: weaving', '14:04 not-seen: weaving'],
    ],
    [
      'marked three minutes after',
      'absent',
      [STOP, '13:50-14:30 recording', '14:02 observation: weaving', '14:05 not-seen: weaving'],
    ],
    [
      'the recording had ended',
      'absent',
      [STOP, '13:50-14:01 recording', '14:02 observation: weaving', '14:02 not-seen: weaving'],
    ],
    [
      'the recording may have ended',
      'arguable',
      [STOP, '13:50-14:02 recording', '14:02 observation: weaving', '14:02 not-seen: weaving'],
    ],
    [
      'the recording had not begun',
      'absent',
      [STOP, '14:03-14:30 recording', '14:02 observation: weaving', '14:02 not-seen: weaving'],
    ],
    [
      'nobody knows when the recording ended',
      'absent',
      [STOP, '13:50 recording', '14:02 observation: weaving', '14:02 not-seen: weaving'],
    ],
  ],
  'search-before-cause': [
    [
      'the trunk is opened five minutes before the alert',
      'established',
      [STOP, '14:20-14:30 search: trunk', '14:25 alert'],
    ],
    ['the record has no ground at all', 'established', [STOP, '14:20-14:30 search: trunk']],
    ['in the minute of the alert', 'arguable', [STOP, '14:25-14:30 search: trunk', '14:25 alert']],
    [
      'an odour was stated before',
      'established, contested',
      [STOP, '14:10 suspicion-articulated: odour', '14:20-14:30 search: trunk', '14:25 alert'],
    ],
    [
      'consent comes first',
      'foreclosed',
      [STOP, '14:10 consent-given', '14:20-14:30 search: trunk', '14:25 alert'],
    ],
    ['no search', 'absent', [STOP, '14:25 alert']],
  ],
  'consent-in-extension': [
    [
      'asked again ten minutes after the warning',
      'arguable',
      [STOP, '14:18 warning-issued', '14:28 consent-given'],
    ],
    ['given after a refusal', 'arguable', [STOP, '14:10 consent-refused', '14:15 consent-given']],
    [
      'given while the licence is still held',
      'foreclosed',
      [STOP, '14:05 documents-received', '14:15 consent-given', '14:25 documents-returned'],
    ],
    [
      'asked again ten minutes after the warning, his license still held',
      'established',
      [STOP, '14:05 documents-received', '14:18 warning-issued', '14:28 consent-given'],
    ],
    [
      'after four minutes of drug questions',
      'established',
      [STOP, '14:08-14:12 off-mission-questions', '14:13 consent-given'],
    ],
    [
      'after the release',
      'absent',
      [STOP, '14:18 warning-issued', '14:20 seizure-ends', '14:28 consent-given'],
    ],
    ['in the minute of the warning', 'arguable', [STOP, '14:18 warning-issued', '14:18 consent-given']],
    [
      'suspicion was stated before the mission ended',
      'arguable, contested',
      [STOP, '14:10 suspicion-articulated: odour', '14:18 warning-issued', '14:28 consent-given'],
    ],
    ['given at once', 'foreclosed', [STOP, '14:06 consent-given', '14:18 warning-issued']],
  ],
  'search-after-withdrawal': [
    [
      'he says stop, and they go on for eight minutes',
      'established',
      [STOP, '14:10 consent-given', '14:12-14:22 search', '14:14 consent-withdrawn'],
    ],
    [
      'the search may have ended in that minute',
      'arguable',
      [STOP, '14:10 consent-given', '14:12-14:14 search', '14:14 consent-withdrawn'],
    ],
    [
      'a bag was found in between',
      'established',
      [STOP, '14:10 consent-given', '14:12-14:22 search', '14:14 consent-withdrawn', '14:16 found'],
    ],
    [
      'the dog had alerted already',
      'absent',
      [STOP, '14:09 alert', '14:10 consent-given', '14:12-14:22 search', '14:14 consent-withdrawn'],
    ],
    [
      'they stop before he says so',
      'foreclosed',
      [STOP, '14:10 consent-given', '14:11-14:13 search', '14:14 consent-withdrawn'],
    ],
  ],
  'sniff-at-home': [
    ['the warrant comes an hour later', 'arguable', ['10:00-10:05 sniff-at-home', '11:00 warrant-issued']],
    ['at a porch', 'established', ['10:00-10:05 sniff-at-porch', '11:00 warrant-issued']],
    [
      'at a porch, on suspicion, which excuses nothing',
      'established',
      ['09:00 suspicion-articulated', '10:00-10:05 sniff-at-porch', '11:00 warrant-issued'],
    ],
    ['in a hallway, court unsaid', 'arguable', ['10:00-10:05 sniff-in-hallway', '11:00 warrant-issued']],
    ['in the same minute', 'arguable, contested', ['10:00-10:05 sniff-at-home', '10:00 consent-given']],
    ['with a warrant in hand', 'foreclosed', ['09:00 warrant-issued', '10:00-10:05 sniff-at-home']],
    ['a sniff of a car', 'absent', ['10:00-10:05 sniff']],
  ],
  'search-incident-late': [
    [
      'the car is searched ten minutes after he sits handcuffed in the patrol car',
      'arguable',
      [STOP, '14:20 arrest', '14:21 secured', '14:31-14:40 search'],
    ],
    [
      'in the minute of the handcuffing',
      'arguable',
      [STOP, '14:20 arrest', '14:21 secured', '14:21-14:40 search'],
    ],
    ['searched on a citation', 'arguable', [STOP, '14:20 citation-issued', '14:25-14:30 search']],
    [
      'the dog had alerted',
      'absent',
      [STOP, '14:18 alert', '14:20 arrest', '14:21 secured', '14:31-14:40 search'],
    ],
    [
      'searched before he is secured',
      'absent',
      [STOP, '14:20 arrest', '14:21-14:24 search', '14:30 secured'],
    ],
    [
      'the dog alerts in the minute of the search',
      'arguable',
      [STOP, '14:20 arrest', '14:21 secured', '14:31 alert', '14:31-14:40 search'],
    ],
    [
      'the dog alerts when the search is under way',
      'arguable',
      [STOP, '14:20 arrest', '14:21 secured', '14:31-14:40 search', '14:35 alert'],
    ],
    [
      'suspicion was spoken of before',
      'arguable, contested',
      [STOP, '14:20 arrest', '14:21 secured', '14:25 suspicion-articulated', '14:31-14:40 search'],
    ],
    [
      'suspicion is spoken of only afterwards',
      'arguable',
      [STOP, '14:20 arrest', '14:21 secured', '14:31-14:40 search', '14:45 suspicion-articulated'],
    ],
    [
      'handcuffed, and then driven away',
      'arguable',
      [STOP, '14:20 arrest', '14:21 secured', '14:25 transport', '14:31-14:40 search'],
    ],
    [
      'the arrest may be of the very moment of the search',
      'arguable',
      [STOP, '14:21 secured', '14:31 arrest', '14:31-14:40 search'],
    ],
    [
      'cited, arrested only after the search',
      'arguable',
      [STOP, '14:20 citation-issued', '14:25-14:30 search', '14:40 arrest'],
    ],
    [
      'cited and handcuffed, no arrest written down',
      'absent',
      [STOP, '14:20 citation-issued', '14:22 secured', '14:25-14:30 search'],
    ],
    ['cited in the minute of the search', 'arguable', [STOP, '14:25 citation-issued', '14:25-14:30 search']],
  ],
  'phone-without-warrant': [
    [
      'opened the day before the warrant',
      'established',
      ['2024-03-14 15:00 phone-seized', '2024-03-15 10:00 phone-opened', '2024-03-16 09:00 warrant-issued'],
    ],
    [
      'in the minute of the warrant',
      'arguable',
      ['2024-03-14 15:00 phone-seized', '2024-03-16 09:00 phone-opened', '2024-03-16 09:00 warrant-issued'],
    ],
    [
      'with a warrant',
      'foreclosed',
      ['2024-03-14 15:00 phone-seized', '2024-03-16 09:00 warrant-issued', '2024-03-17 10:00 phone-opened'],
    ],
    [
      'a warrant is sought after five weeks',
      'arguable',
      ['2024-03-14 15:00 phone-seized', '2024-04-20 09:00 warrant-sought'],
    ],
    [
      'never opened, a warrant in two days',
      'absent',
      ['2024-03-14 15:00 phone-seized', '2024-03-16 09:00 warrant-sought'],
    ],
  ],
  'warrant-clock': [
    [
      'the door is opened an hour before the judge signs',
      'established',
      ['2024-03-14 10:00 warrant-executed', '2024-03-14 11:00 warrant-issued'],
    ],
    ['in one minute', 'arguable', ['2024-03-14 11:00 warrant-executed', '2024-03-14 11:00 warrant-issued']],
    [
      'three weeks later',
      'established',
      ['2024-03-14 11:00 warrant-issued', '2024-04-05 11:00 warrant-executed'],
    ],
    [
      'at eleven at night',
      'arguable',
      ['2024-03-14 11:00 warrant-issued', '2024-03-15 23:00 warrant-executed'],
    ],
    [
      'about ten at night',
      'arguable',
      ['2024-03-14 11:00 warrant-issued', '2024-03-15 about~22:00 warrant-executed'],
    ],
    ['the next noon', 'absent', ['2024-03-14 11:00 warrant-issued', '2024-03-15 12:00 warrant-executed']],
  ],
  'wait-for-warrant': [
    [
      'the house is held for five hours',
      'established',
      ['10:00-15:00 premises-held', '14:55 warrant-issued'],
    ],
    ['for two hours, give or take', 'arguable', ['10:00-12:00 premises-held']],
    ['for one', 'absent', ['10:00-11:00 premises-held']],
  ],
  'probable-cause-hearing': [
    [
      'three days in jail before a judge looks',
      'established',
      [STOP, '14:20 arrest', '2024-03-17 15:00 probable-cause-finding'],
    ],
    [
      'about forty-eight hours',
      'arguable',
      [STOP, '14:20 arrest', '2024-03-16 14:20 probable-cause-finding'],
    ],
    ['the next morning', 'foreclosed', [STOP, '14:20 arrest', '2024-03-15 09:00 probable-cause-finding']],
    [
      'a search warrant stands before it',
      'established',
      ['13:00 warrant-issued', STOP, '14:20 arrest', '2024-03-17 15:00 probable-cause-finding'],
    ],
    ['released the same night', 'foreclosed', [STOP, '14:20 arrest', '23:00 released']],
    [
      'before a judge in time, who is not said to have found anything',
      'arguable',
      [STOP, '14:20 arrest', '2024-03-15 09:00 presentment'],
    ],
    [
      'arrested on a warrant for his arrest',
      'foreclosed',
      ['13:00 arrest-warrant', STOP, '14:20 arrest', '2024-03-17 15:00 probable-cause-finding'],
    ],
    [
      'the log knows one word for every warrant, and its text says that this one was for him',
      'foreclosed',
      [
        '13:00 warrant-issued: Arrest warrant for Doe',
        STOP,
        '14:20 arrest',
        '2024-03-17 15:00 probable-cause-finding',
      ],
    ],
    ['no judge in the record: silent, not late', 'absent', [STOP, '14:20 arrest']],
    [
      'a judge had looked at another arrest before',
      'established',
      [
        '2024-03-14 09:00 probable-cause-finding',
        STOP,
        '14:20 arrest',
        '2024-03-17 15:00 probable-cause-finding',
      ],
    ],
    [
      'a judge looked before the arrest alone',
      'absent',
      ['2024-03-14 09:00 probable-cause-finding', STOP, '14:20 arrest'],
    ],
    [
      'of two judges the first counts',
      'foreclosed',
      [
        STOP,
        '14:20 arrest',
        '2024-03-17 15:00 probable-cause-finding',
        '2024-03-15 09:00 probable-cause-finding',
      ],
    ],
    [
      'two judges, both late',
      'established',
      [
        STOP,
        '14:20 arrest',
        '2024-03-18 15:00 probable-cause-finding',
        '2024-03-17 15:00 probable-cause-finding',
      ],
    ],
    [
      'the warrant came only after the arrest',
      'established',
      [STOP, '14:20 arrest', '15:00 warrant-issued', '2024-03-17 15:00 probable-cause-finding'],
    ],
  ],
  'unwarned-questions': [
    [
      'asked for ten minutes in handcuffs, warned afterwards',
      'established',
      [STOP, '14:20 arrest', '14:22-14:30 custodial-questions', '14:32 warnings-given'],
    ],
    ['never warned', 'established', [STOP, '14:20 arrest', '14:22-14:30 custodial-questions']],
    [
      'in one minute',
      'arguable',
      [STOP, '14:20 arrest', '14:22-14:30 custodial-questions', '14:22 warnings-given'],
    ],
    [
      'warned first',
      'foreclosed',
      [STOP, '14:20 arrest', '14:21 warnings-given', '14:22-14:30 custodial-questions'],
    ],
    ['no questions', 'absent', [STOP, '14:20 arrest', '14:21 warnings-given']],
  ],
  fruit: [
    [
      'told to wait after the warning, and the bag is found a quarter of an hour later',
      'established',
      [
        STOP,
        '14:18 warning-issued',
        '14:20 told-to-wait',
        '14:26-14:28 sniff @officer B',
        '14:30 alert',
        '14:33 found',
      ],
    ],
    [
      'a find through unwarned words stays in',
      'absent',
      [STOP, '14:10 arrest', '14:12-14:20 custodial-questions', '14:25 found'],
    ],
    [
      'a later statement after unwarned words',
      'established',
      [STOP, '14:10 arrest', '14:12-14:20 custodial-questions', '14:25 statement'],
    ],
    [
      'the bag is found a quarter of an hour after the mission ended, nobody shown to be held',
      'arguable',
      [STOP, '14:18 warning-issued', '14:26-14:28 sniff @officer B', '14:30 alert', '14:33 found'],
    ],
    [
      'a warrant comes in between',
      'arguable',
      [
        STOP,
        '14:18 warning-issued',
        '14:26-14:28 sniff @officer B',
        '14:30 alert',
        '14:31 warrant-issued',
        '14:33 found',
      ],
    ],
    [
      'nothing is found',
      'absent',
      [STOP, '14:18 warning-issued', '14:26-14:28 sniff @officer B', '14:30 alert'],
    ],
    [
      'nothing is wrong',
      'absent',
      [STOP, '14:10 alert', '14:12-14:14 search', '14:13 found', '14:18 warning-issued'],
    ],
  ],
};

/** Both marks: `established`, `established, contested`; `absent` for no finding. */
const stands = (f: Finding | undefined): string =>
  f ? `${f.status}${f.standing === 'contested' ? ', contested' : ''}` : 'absent';

for (const [rule, rows] of Object.entries(TABLE)) {
  describe(rule, () => {
    it.each(rows)('%s: %s', (_, expected, lines) => {
      expect(stands(found(rule, log(...lines))[0])).toBe(expected);
    });
  });
}

describe('slow-mission', () => {
  const others = (n: number, minutes: number) =>
    Array.from({ length: n }, (_, i) => {
      const day = `2024-02-${String(1 + (i % 28)).padStart(2, '0')}`;
      return [
        `${day} 09:00 seizure-begins`,
        `${day} 09:${String(minutes + (i % 3)).padStart(2, '0')} warning-issued`,
        `${day} 09:50 seizure-ends`,
      ];
    }).flat();
  const mine = [
    '2024-03-14 14:00 seizure-begins',
    '2024-03-14 14:30-14:33 sniff @officer B',
    '2024-03-14 14:40 warning-issued',
    '2024-03-14 14:41 seizure-ends',
  ];
  it('is established where the mission took longer than all other stops', () => {
    const [f] = found('slow-mission', log(...others(25, 10), ...mine));
    expect(f).toMatchObject({ status: 'established' });
    expect(f?.measures).toContain('longer than all 25 other stops');
  });
  it('is absent where most took as long, or too few are known', () => {
    expect(found('slow-mission', log(...others(25, 42), ...mine))).toEqual([]);
    expect(found('slow-mission', log(...others(12, 10), ...mine))).toEqual([]);
  });

  // 14:00 to 14:41, each a minute wide: from more than 40 to less than 42 minutes.
  const benchmark = (n: number, minutes: number, wide = 1): CaseRecord['benchmarks'][number] => ({
    id: 'b',
    caseId: 'c',
    says: 'officer Marsh, all districts',
    officer: 'Marsh',
    measures: 'stop',
    lengths: [
      { min: minutes * 60_000, max: (minutes + wide) * 60_000 - 1, n },
      { min: 3_600_000, max: 3_600_000, n: 2 },
    ],
    leftOut: [{ why: 'no end is written', n: 7 }],
    sourceId: '',
    rows: 500,
    made: '2026-11-26',
  });
  const against = (b: CaseRecord['benchmarks'][number]) =>
    analyze({ ...record({ events: log(...mine) }), benchmarks: [b] }).findings.filter(
      (f) => f.rule === 'slow-mission',
    );
  it('is set against a benchmark that was put into the case, whose name and omissions it bears', () => {
    const [f] = against(benchmark(48, 12));
    expect(f).toMatchObject({ status: 'established' });
    expect(f?.measures).toBe(
      'for the whole stop: longer than 48 of 50 other stops (officer Marsh, all districts)',
    );
    expect(f?.premises.map((p) => p.says).join(' ')).toMatch(
      /half of the 50 took .*Left out: 7 \(no end is written\)/,
    );
  });
  it('is open where the others may have been as long, and silent under twenty or where most were', () => {
    expect(against(benchmark(48, 40, 2))[0]?.status).toBe('arguable');
    expect(against(benchmark(17, 12))).toEqual([]);
    expect(against(benchmark(48, 43))).toEqual([]);
  });
});

describe('what the court of a case changes', () => {
  const choices = (over: Partial<typeof NO_CHOICES>) => ({ choices: { ...NO_CHOICES, ...over } });
  const both = (rule: string, lines: string[], over: Partial<typeof NO_CHOICES> = {}): string =>
    stands(found(rule, log(...lines), {}, choices(over))[0]);
  it('makes history checks tasks, detours, or neither', () => {
    const lines = [STOP, '14:08-14:12 history-check', '14:20 warning-issued'];
    expect(both('off-mission-detour', lines)).toBe('arguable');
    expect(both('off-mission-detour', lines, { history: 'mission' })).toBe('absent');
    expect(both('off-mission-detour', lines, { history: 'detour' })).toBe('established');
    expect(both('off-mission-detour', lines, { forum: 'federal', circuit: 'ca10' })).toBe('absent');
  });
  it('asks a ground for a sniff in some states, and takes a touch for a search in Idaho', () => {
    const lines = [
      STOP,
      '14:08-14:12 writing',
      '14:09-14:10 sniff @officer B',
      '14:10 dog-contact',
      '14:12 alert',
    ];
    expect(both('sniff-enters-car', lines)).toBe('arguable');
    expect(both('sniff-enters-car', lines, { forum: 'state', state: 'ID' })).toBe('established');
    expect(both('sniff-enters-car', lines, { forum: 'federal', state: 'ID' })).toBe('arguable');
    const minnesota = found('sniff-adds-time', log(...lines), {}, choices({ forum: 'state', state: 'MN' }));
    expect(minnesota.map((f) => f.title)).toContain('A sniff before any ground for it');
  });
  it('counts six hours in federal court alone', () => {
    const lines = ['08:00 arrest', '15:00 statement', '16:00 presentment'];
    expect(both('presentment-delay', lines)).toBe('absent');
    expect(both('presentment-delay', lines, { forum: 'federal' })).toBe('established');
    expect(both('presentment-delay', ['08:00 arrest', '15:00 statement'], { forum: 'federal' })).toBe(
      'arguable',
    );
    expect(both('presentment-delay', ['08:00 arrest', '13:00 statement'], { forum: 'federal' })).toBe(
      'foreclosed',
    );
  });
  it('takes the offense of arrest, the hours of the warrant, a hallway in the Seventh', () => {
    const late = [STOP, '14:20 arrest', '14:21 secured', '14:31-14:40 search'];
    expect(both('search-incident-late', late, { offenceOfArrest: 'traffic' })).toBe('established');
    const night = ['2024-03-14 11:00 warrant-issued', '2024-03-15 23:00 warrant-executed'];
    expect(both('warrant-clock', night, { warrantHours: 'daytime' })).toBe('established');
    expect(both('warrant-clock', night, { warrantHours: 'any' })).toBe('absent');
    const hall = ['10:00-10:05 sniff-in-hallway', '11:00 warrant-issued'];
    expect(both('sniff-at-home', hall, { forum: 'federal', circuit: 'ca7' })).toBe('established');
  });
});

describe('combinations', () => {
  it('concurrent officers: while one writes the dog adds no time; from the moment the writing stops, it does', () => {
    const during = log(
      STOP,
      '14:06:00-14:16:00 writing @officer A',
      '14:10:00-14:14:00 sniff @officer B',
      '14:18 warning-issued',
    );
    expect(found('sniff-adds-time', during)).toMatchObject([
      { status: 'foreclosed', bounds: { min: 0, max: 0 } },
    ]);
    const after = log(
      STOP,
      '14:06:00-14:11:00 writing @officer A',
      '14:10:00-14:14:00 sniff @officer B',
      '14:18 warning-issued',
    );
    const [f] = found('sniff-adds-time', after);
    expect(f).toMatchObject({ status: 'established' });
    // Writing ends at 14:11:00, the sniff at 14:14:00, each read to the second.
    expect(f?.bounds?.min).toBe(180_000 - 999);
  });
  it('several stops: the alert of the first is no ground for the search in the second', () => {
    const lines = [
      '2024-03-14 09:00 seizure-begins',
      '2024-03-14 09:10 alert',
      '2024-03-14 09:20 seizure-ends',
      '2024-03-15 14:04 seizure-begins',
      '2024-03-15 14:20-14:30 search',
    ];
    expect(statuses(found('search-before-cause', log(...lines)))).toEqual(['established']);
    expect(found('search-before-cause', log(...lines, '2024-03-15 14:10 alert'))).toEqual([]);
  });
  it('passengers: checking their records is part of the mission, questioning them about drugs is not', () => {
    expect(
      found('off-mission-detour', log(STOP, '14:08-14:12 records-check: passenger', '14:20 warning-issued')),
    ).toEqual([]);
    expect(
      statuses(
        found(
          'off-mission-detour',
          log(STOP, '14:08-14:12 off-mission-questions: passenger about drugs', '14:20 warning-issued'),
        ),
      ),
    ).toEqual(['established']);
  });
  it('a mission that is abandoned: the ticket is never finished, and the dog adds time', () => {
    expect(
      statuses(
        found(
          'sniff-adds-time',
          log(STOP, '14:06-14:10 writing', '14:20-14:24 sniff @officer B', '14:25 alert'),
        ),
      ),
    ).toEqual(['established']);
  });
  const held = (...more: string[]) =>
    stands(
      found(
        'mission-complete',
        log(STOP, ...more, '14:18 warning-issued', '14:20 told-to-wait', '14:26-14:28 sniff @officer B'),
      )[0],
    );
  it.each([
    ['before the extension', '14:10', 'established, contested'],
    ['as it begins', '14:18', 'established, contested'],
    ['after it', '14:30', 'established'],
  ])('suspicion stated %s never changes what the clock proves', (_, at, expected) => {
    expect(held(`${at} suspicion-articulated: odour`)).toBe(expected);
  });
  it.each([
    ['before the mission ended', '14:10', 'established, contested'],
    ['after it', '14:30', 'established'],
  ])('consent given %s', (_, at, expected) => {
    expect(held(`${at} consent-given`)).toBe(expected);
  });
});

describe('an arrest whose own words speak of a warrant', () => {
  const after = '2024-03-17 15:00 probable-cause-finding';
  const held = (words: string) => found('probable-cause-hearing', log(`14:20 arrest: ${words}`, after));
  it.each([
    'Arrested on an outstanding warrant',
    'Taken in per a valid felony warrant',
    'Capias served',
    'Arrested pursuant to bench warrant',
  ])('is contested by them: %s', (words) => {
    expect(held(words).map((f) => `${f.status} ${f.standing}`)).toEqual(['established contested']);
  });
  it.each([
    'Arrested without a warrant',
    'Arrested without an arrest warrant',
    'Warrantless arrest',
    'Arrested, no warrant on file',
    'Arrested',
  ])('is not where they say that there was none: %s', (words) => {
    expect(held(words).map((f) => `${f.status} ${f.standing}`)).toEqual(['established uncontested']);
  });
});
