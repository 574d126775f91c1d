import { describe, expect, it } from 'vitest';
import { type Choices, NO_CHOICES } from '../../src/record/choices';
import type { Finding } from '../../src/rules/finding';
import { found, log } from './facts';

/** A finding in one line: status, bounds in seconds, from where to where, its rows with their sides, and what it rests on. */
function brief(f: Finding): string {
  const s = (ms: number): string => (Number.isFinite(ms) ? String(ms / 1000) : 'open');
  const side = { for: '+', state: '-', neutral: '' };
  const at = (m: { id: string; edge: string }): string => m.id + (m.edge === 'end' ? '.end' : '');
  return [
    f.status,
    f.bounds ? `${s(f.bounds.min)}..${s(f.bounds.max)}` : 'no length',
    f.span ? `${at(f.span.from)}>${at(f.span.to)}` : '',
    `[${f.premises.map((p) => (p.row ? side[p.side ?? 'neutral'] + p.row : '“”')).join(' ')}]`,
    ...new Set(f.restsOn.map((r) => ('row' in r ? r.row : r.kind)).sort()),
  ].join(' ');
}

type Row = readonly [of: string, log: readonly string[], says: readonly string[], court?: Partial<Choices>];

function tried(rule: string, rows: readonly Row[]): void {
  describe(rule, () => {
    for (const [of, lines, says, court] of rows)
      it(of, () => {
        const list = found(rule, log(...lines), {}, { choices: { ...NO_CHOICES, ...court } });
        expect(list.map(brief)).toEqual(says);
      });
  });
}

tried('unaccounted-minutes', [
  [
    'no minutes of a check that ran into the seizure',
    [
      '13:58:00-14:20:00 records-check',
      '14:04:00 seizure-begins',
      '14:30:00 approach',
      '14:30:30 seizure-ends',
    ],
    ['established 599.001..600.999 e0.end>e2 [e0 e2 “”] e0 e2'],
  ],
  [
    'nor of one begun and ended before it',
    [
      '13:58:00-14:03:00 records-check',
      '14:04:00 seizure-begins',
      '14:30:00 approach',
      '14:30:30 seizure-ends',
    ],
    ['established 1559.001..1560.999 e1.end>e2 [e1 e2 “”] e1 e2'],
  ],
  [
    'a seizure of which only an order is known',
    ['after~14:00 seizure-begins', '14:30:00 approach', '14:50:00 seizure-ends'],
    [],
  ],
  [
    'an act that may come before the seizure',
    ['1404/1414 seizure-begins', '14:05:00 approach', '14:40:00 seizure-ends'],
    ['established 1500.001..2100.999 e0.end>e2 [e0 e2 “”] e0 e2'],
  ],
  [
    'an act that may have begun after the officer’s next',
    ['14:04:00 seizure-begins', '1405/1415 writing', '14:11:00 approach', '14:40:00 seizure-ends'],
    [
      'arguable 59.001..420.999 e0.end>e1 [e0 e1 “”] e0 e1',
      'arguable 0..360.999 e1>e2 [e1 e2 e1 “”] e1 e2',
      'arguable 0..1740.999 e1>e3 [e1 e3 e1 “”] e1 e3',
    ],
  ],
  [
    'of two acts drawn in one order either may be the first',
    ['14:04:00 seizure-begins', '14:10:00 approach', '1405/1414 documents-received', '14:10:30 seizure-ends'],
    ['arguable 59.001..360.999 e0.end>e2 [e0 e2 “”] e0 e2', 'arguable 0..300.999 e2.end>e1 [e2 e1 “”] e1 e2'],
  ],
  [
    'two that may be the last',
    [
      '14:04:00 seizure-begins',
      '14:05 approach',
      '14:05:20 documents-received @officer B',
      '14:20:00 seizure-ends',
    ],
    ['established 840.001..880.999 e1.end>e3 [e1 e3 “”] e1 e3'],
  ],
  [
    'the same least, and one of a narrower most',
    [
      '14:04:00 seizure-begins',
      '14:05:00.000 approach',
      '14:20/14:24 documents-received',
      '14:20 consent-asked @officer B',
      '14:24:30 seizure-ends',
    ],
    [
      'established 900..959.999 e1.end>e3 [e1 e3 “”] e1 e3',
      'arguable 0..270.999 e3.end>e2 [e3 e2 “”] e2 e3',
      'arguable 0..270.999 e2.end>e4 [e2 e4 “”] e2 e4',
    ],
  ],
  [
    'an alert, and a find that may come before it',
    [
      '14:04:00 seizure-begins',
      '14:10/14:12 alert',
      '14:11:00 found',
      '14:30:00 approach',
      '14:40:00 seizure-ends',
    ],
    ['established 359.001..420.999 e0.end>e1 [e0 e1 “”] e0 e1'],
  ],
  [
    'a note of no words, and one of some',
    ['14:04:00 seizure-begins', '14:05:00 note: ', '14:10:00 note: waited', '14:10:10 seizure-ends'],
    ['established 299.001..300.999 e1.end>e2 [e1 e2 “”] e1 e2'],
  ],
  [
    'afloat, ended before it; begun after it',
    [
      '14:04:00 seizure-begins',
      '14:05:00.000 approach',
      'before~14:05:00.000 note: early',
      'after~14:20:00.000 note: late',
      '14:20:00.000 seizure-ends',
    ],
    ['established 900..900 e1.end>e4 [e1 e4 “”] e1 e4'],
  ],
]);

tried('unaccounted-minutes', [
  [
    'two minutes at least, and maybe more',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 approach',
      '14:07 documents-received',
      '14:07:59 seizure-ends',
    ],
    ['arguable 120..179.999 e1.end>e2 [e1 e2 “”] e1 e2'],
  ],
  [
    'a recording of exactly those minutes',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 approach',
      '14:05:00.000-14:18:00.000 recording',
      '14:18:00.000 seizure-ends',
    ],
    ['arguable 780..780 e1.end>e3 [e1 e3 e2 “”] e1 e3'],
  ],
  [
    'a recording that begins a millisecond late',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 approach',
      '14:05:00.001-14:18:00.000 recording',
      '14:18:00.000 seizure-ends',
    ],
    ['established 780..780 e1.end>e3 [e1 e3 “”] e1 e3'],
  ],
  [
    'a recording that ends a millisecond early',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 approach',
      '14:05:00.000-14:17:59.999 recording',
      '14:18:00.000 seizure-ends',
    ],
    ['established 780..780 e1.end>e3 [e1 e3 “”] e1 e3'],
  ],
  [
    'muted for exactly those minutes',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 approach',
      '14:00:00.000-14:20:00.000 recording',
      '14:05:00.000-14:18:00.000 muted',
      '14:18:00.000 seizure-ends',
    ],
    ['established 780..780 e1.end>e4 [e1 e4 “”] e1 e4'],
  ],
  [
    'muted from a millisecond later',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 approach',
      '14:00:00.000-14:20:00.000 recording',
      '14:05:00.001-14:18:00.000 muted',
      '14:18:00.000 seizure-ends',
    ],
    ['arguable 780..780 e1.end>e4 [e1 e4 e2 “”] e1 e4'],
  ],
  [
    'muted until a millisecond before',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 approach',
      '14:00:00.000-14:20:00.000 recording',
      '14:05:00.000-14:17:59.999 muted',
      '14:18:00.000 seizure-ends',
    ],
    ['arguable 780..780 e1.end>e4 [e1 e4 e2 “”] e1 e4'],
  ],
  [
    'muted, and nothing says until when',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 approach',
      '14:00:00.000-14:20:00.000 recording',
      '14:05:00.000 muted',
      '14:18:00.000 seizure-ends',
    ],
    ['arguable 780..780 e1.end>e4 [e1 e4 e2 “”] e1 e4'],
  ],
  [
    'watched in its first instant',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 approach',
      '14:00:00.000-14:20:00.000 recording',
      '14:05:00.000 not-seen',
      '14:18:00.000 seizure-ends',
    ],
    ['established 780..780 e1.end>e4 [e1 e4 “”] e1 e4'],
  ],
  [
    'watched in its last instant',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 approach',
      '14:00:00.000-14:20:00.000 recording',
      '14:18:00.000 not-seen',
      '14:18:00.000 seizure-ends',
    ],
    ['established 780..780 e1.end>e4 [e1 e4 “”] e1 e4'],
  ],
  [
    'stated in its first instant, and in its last',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 approach',
      '14:05:00.000 observation',
      '14:18:00.000 odour',
      '14:18:00.000 seizure-ends',
    ],
    ['established 780..780 e1.end>e4 [e1 e4 “”] e1 e4'],
  ],
  [
    'stated a millisecond within it',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 approach',
      '14:05:00.001 observation',
      '14:17:59.999 odour',
      '14:18:00.000 seizure-ends',
    ],
    ['established 780..780 e1.end>e4 [e1 e4 “” -e2 -e3] e1 e4'],
  ],
  [
    'an act of the other officer lasts until two minutes before',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:16:00.000 writing @officer B',
      '14:06:00.000 approach',
      '14:18:00.000 seizure-ends',
    ],
    [],
  ],
  [
    'and until two minutes and a millisecond before',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:15:59.999 writing @officer B',
      '14:06:00.000 approach',
      '14:18:00.000 seizure-ends',
    ],
    ['established 120.001..120.001 e1.end>e3 [e1 e3 “”] e1 e3'],
  ],
]);

tried('off-mission-detour', [
  [
    'surely after the writing, and not surely after the warning',
    [
      '14:04:00.000 seizure-begins',
      '14:17:00.000-14:18:30.000 writing',
      '14:18 warning-issued',
      '14:18:40.000-14:20:00.000 off-mission-questions: drugs',
      '14:30:00.000 seizure-ends',
    ],
    ['arguable 0..80 e3>e3.end [e3] e3'],
  ],
  [
    'one that ends in one minute with the beginning of the next',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06 off-mission-questions',
      '14:06:00.000-14:08:00.000 off-mission-questions',
      '14:30:00.000 seizure-ends',
    ],
    ['established 120..239.999 e1>e1.end [e1 e2] e1 e2'],
  ],
  [
    'one that ends at the end of the minute in which the next begins',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:07:00.000 off-mission-questions',
      '1406/1407-14:08:00.000 off-mission-questions',
      '14:30:00.000 seizure-ends',
    ],
    ['established 120..240 e1>e1.end [e1 e2] e1 e2'],
  ],
  [
    'two apart, and one beside the first',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:10:00.000 off-mission-questions',
      '14:06:00.000-14:08:00.000 off-mission-check @officer B',
      '14:10:00.000-14:12:00.000 off-mission-questions',
      '14:30:00.000 seizure-ends',
    ],
    ['established 420..540 e1>e1.end [e1 e2 e3] e1 e2 e3'],
  ],
  [
    'a longer one beside the first counts in its place',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06:00.000 off-mission-questions',
      '14:05:30.000-14:10:00.000 off-mission-check @officer B',
      '14:30:00.000 seizure-ends',
    ],
    ['established 270..330 e1>e1.end [e1 e2] e1 e2'],
  ],
  [
    'not in the place of the second, which lies apart',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06:00.000 off-mission-questions',
      '14:08:00.000-14:09:00.000 off-mission-questions',
      '14:08:30.000-14:15:00.000 off-mission-check @officer B',
      '14:30:00.000 seizure-ends',
    ],
    ['established 120..510 e1>e1.end [e1 e2 e3] e1 e2 e3'],
  ],
  [
    'two in their order, between wide moments',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-1408/1412 off-mission-questions',
      'after~&e1.end-14:15:00.000 off-mission-check @officer B',
      '14:30:00.000 seizure-ends',
    ],
    ['established 180..600 e1>e1.end [e1 e2] e1 e2'],
  ],
  [
    'one without an end, then another officer’s',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 off-mission-questions',
      '14:08:00.000-14:09:00.000 off-mission-check @officer B',
      '14:30:00.000 seizure-ends',
    ],
    ['established 60..1560 e2>e2.end [e1 e2] e1 e2 e3 one-at-a-time'],
  ],
  [
    'sure beside a writing, and open',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:07:00.000 writing @officer B',
      '14:05:00.000-14:07:00.000 off-mission-questions',
      '14:10:00.000-14:11:00.000 travel-questions',
      '14:30:00.000 seizure-ends',
    ],
    ['arguable 0..60 e2>e2.end [e2 e3 e1 “”] e1 e2 e3'],
  ],
  [
    'in Oregon what is established stays so',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:07:00.000 off-mission-questions',
      '14:30:00.000 seizure-ends',
    ],
    ['established 120..120 e1>e1.end [e1] e1'],
    { forum: 'state', state: 'OR' },
  ],
  [
    'an arrest of another before the seizure',
    [
      '14:00:00.000 arrest',
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:07:00.000 off-mission-questions',
      '14:30:00.000 seizure-ends',
    ],
    ['established 120..120 e2>e2.end [e2] e2'],
  ],
  [
    'without a beginning, nothing limits it',
    [
      '14:05:00.000-14:07:00.000 off-mission-questions',
      '14:08:00.000-14:10:00.000 off-mission-check @officer B',
      '14:06:00.000 arrest',
    ],
    ['established 60..60 e0>e0.end [e0] e0 e2'],
  ],
  [
    'a release before the seizure may come is none',
    ['14:04:00.000 seizure-begins', '14:05:00.000-14:07:00.000 off-mission-questions', '14:05:00.000 alert'],
    [],
  ],
]);

tried('off-mission-detour', [
  [
    'a moment in which consent is asked',
    ['14:04:00.000 seizure-begins', '14:05:00.000 consent-asked', '14:30:00.000 seizure-ends'],
    [],
  ],
  [
    'a minute in which consent is asked',
    ['14:04:00.000 seizure-begins', '14:05:00.000-14:06:00.000 consent-asked', '14:30:00.000 seizure-ends'],
    ['established 60..60 e1>e1.end [e1] e1'],
  ],
  [
    'an alert before the seizure cuts nothing',
    [
      '14:00:00.000 alert',
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:07:00.000 off-mission-questions',
      '14:30:00.000 seizure-ends',
    ],
    ['established 120..120 e2>e2.end [e2 -e0] e2'],
  ],
  [
    'open first, and sure beside a writing',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06:00.000 travel-questions',
      '14:10:00.000-14:12:00.000 writing @officer B',
      '14:10:00.000-14:12:00.000 off-mission-questions',
      '14:30:00.000 seizure-ends',
    ],
    ['arguable 0..60 e1>e1.end [e1 e3 e2 “”] e1 e2 e3'],
  ],
  [
    'one that adds nothing stands between two that do',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06:00.000 off-mission-questions',
      '14:08:00.000-14:10:00.000 writing @officer C',
      '14:08:00.000-14:10:00.000 off-mission-check @officer B',
      '14:09:00.000-14:12:00.000 off-mission-questions',
      '14:30:00.000 seizure-ends',
    ],
    ['established 180..180 e1>e1.end [e1 e3 e4 e2] e1 e2 e3 e4'],
  ],
  [
    'one as long beside the first, and one after the first',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06:00.000 off-mission-questions',
      '14:05:30.000-14:06:30.000 off-mission-check @officer B',
      '14:06:00.000-14:07:00.000 off-mission-questions',
      '14:30:00.000 seizure-ends',
    ],
    ['established 120..180 e1>e1.end [e1 e2 e3] e1 e2 e3'],
  ],
  [
    'a longer one beside the first, and one after both',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06:00.000 off-mission-questions',
      '14:05:30.000-14:10:00.000 off-mission-check @officer B',
      '14:11:00.000-14:12:00.000 off-mission-questions',
      '14:30:00.000 seizure-ends',
    ],
    ['established 330..390 e1>e1.end [e1 e2 e3] e1 e2 e3'],
  ],
  [
    'two at once, and an arrest',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:12:00.000 off-mission-questions',
      '14:05:30.000-14:13:00.000 off-mission-check @officer B',
      '14:11:00.000 arrest',
    ],
    ['established 360..420 e1>e1.end [e1 e2] e1 e2 e3'],
  ],
  [
    'no length, from the instant of the seizure',
    [
      '14:04:00.000 seizure-begins',
      '14:04:00.000-14:04:00.000 off-mission-questions',
      '14:30:00.000 seizure-ends',
    ],
    ['foreclosed 0..0 e1>e1.end [e1]'],
  ],
]);

tried('sniff-adds-time', [
  [
    'in Oregon what is established stays so',
    ['14:04:00.000 seizure-begins', '14:05:00.000-14:07:00.000 sniff', '14:30:00.000 seizure-ends'],
    ['established no length e1>e1 [e1 “” “”]', 'established 120..120 e1>e1.end [e1] e1'],
    { forum: 'state', state: 'OR' },
  ],
  [
    'surely after the writing, and not surely after the warning',
    [
      '14:04:00.000 seizure-begins',
      '14:17:00.000-14:18:30.000 writing',
      '14:18 warning-issued',
      '14:18:40.000-14:20:00.000 sniff',
      '14:30:00.000 seizure-ends',
    ],
    ['arguable 80..80 e3>e3.end [e3 e2] e3'],
  ],
  [
    'a sniff with an end, and an alert before that',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:09:00.000 sniff',
      '14:07:00.000 no-alert',
      '14:30:00.000 seizure-ends',
    ],
    ['established 120..120 e1>e1.end [e1] e1 e2'],
  ],
  [
    'a sniff with an end, and no alert after that',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:07:00.000 sniff',
      '14:09:00.000 no-alert',
      '14:30:00.000 seizure-ends',
    ],
    ['established 120..120 e1>e1.end [e1] e1'],
  ],
  [
    'begun before the seizure, without an end, and an alert',
    [
      '14:00:00.000 sniff',
      '14:04:00.000 seizure-begins',
      '14:07:00.000 no-alert',
      '14:30:00.000 seizure-ends',
    ],
    [],
  ],
  [
    'a report in the very instant',
    ['14:04:00.000 seizure-begins', '14:05:00.000 sniff', '14:05:00.000 no-alert', '14:09:00.000 alert'],
    ['established 240..240 e1>e3 [e1] e1 e3'],
  ],
  [
    'an alert, and word of none before it',
    ['14:04:00.000 seizure-begins', '14:05:00.000 sniff', '14:06:00.000 no-alert', '14:09:00.000 alert'],
    ['established 60..60 e1>e3 [e1] e1 e2 e3'],
  ],
  [
    'a wait that ends as the sniff begins; another of which no end is stated',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:09:00.000 waiting',
      '14:06:00.000 waiting @officer C',
      '14:09:00.000-14:10:00.000 sniff @officer B',
      '14:30:00.000 seizure-ends',
    ],
    ['arguable 300..300 e3>e3.end [e3 e1 e0 e2] e1 e3'],
  ],
  [
    'a wait, and an arrest that may come before the sniff',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:07:00.000 waiting',
      '14:09:00.000-14:11:00.000 sniff @officer B',
      '1408/1410 arrest',
      '14:30:00.000 seizure-ends',
    ],
    ['arguable 0..239.999 e2>e2.end [e2 e1 e0] e1 e2 e3'],
  ],
  [
    'no longer than the seizure',
    [
      '14:04:00.000 seizure-begins',
      '14:04:30.000 dog-requested',
      '14:05:00.000 dog-arrives @officer B',
      '14:05:00.000-14:09:00.000 sniff @officer B',
      '14:06:00.000 seizure-ends',
    ],
    ['established 60..90 e3>e3.end [e3 e1 e2] e1 e2 e3 e4'],
  ],
  [
    'a call before the seizure',
    [
      '14:00:00.000 dog-requested',
      '14:04:00.000 seizure-begins',
      '14:06:00.000-14:07:00.000 sniff @officer B',
      '14:30:00.000 seizure-ends',
    ],
    ['established 60..60 e2>e2.end [e2] e2'],
  ],
]);

tried('suspicion-late', [
  [
    'in the very instant of the sure one, after an open one',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06:00.000 off-mission-questions',
      '14:05:00.000 suspicion-articulated',
      '14:30:00.000 warning-issued',
    ],
    [],
  ],
  [
    'a millisecond later',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06:00.000 off-mission-questions',
      '14:05:00.001 suspicion-articulated',
      '14:30:00.000 warning-issued',
    ],
    ['established 0.001..0.001 e1>e2 [e1 e2] e1 e2'],
  ],
  [
    'of two sure ones the longer',
    [
      '14:04:00.000 seizure-begins',
      '1405/1406-14:08:00.000 off-mission-questions',
      '14:05:30.000-14:06:30.000 off-mission-check @officer B',
      '14:20:00.000 suspicion-articulated',
      '14:30:00.000 warning-issued',
    ],
    ['established 870..870 e2>e3 [e2 e3] e2 e3'],
  ],
  [
    'after the mission, and after a detour that may add',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:10:00.000 writing @officer B',
      '14:06:00.000-14:12:00.000 off-mission-questions',
      '14:15:00.000 warning-issued',
      '14:20:00.000 suspicion-articulated',
    ],
    ['established 840..840 e2>e4 [e2 e4] e2 e4'],
  ],
  [
    'after a detour wholly beside a writing, and no mission’s end',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06 writing @officer B',
      '14:05:30.000-14:06:10.000 off-mission-questions',
      '14:20:00.000 suspicion-articulated',
      '14:30:00.000 seizure-ends',
    ],
    ['arguable 870..870 e2>e3 [e2 e3] e2 e3'],
  ],
]);

tried('mission-complete', [
  [
    'an act in the very instant of the release',
    [
      '14:04:00.000 seizure-begins',
      '14:10:00.000 warning-issued',
      '14:20:00.000 seizure-ends',
      '14:20:00.000-14:25:00.000 search',
    ],
    ['established 600..600 e1>e2 [e1 e2 e3 +e3] e1 e2'],
  ],
  [
    'an act a millisecond after the release',
    [
      '14:04:00.000 seizure-begins',
      '14:10:00.000 warning-issued',
      '14:20:00.000 seizure-ends',
      '14:20:00.001-14:25:00.000 search',
    ],
    ['arguable 600..600 e1>e2 [e1 e2 “”] e1 e2'],
  ],
  [
    'two grounds, the later of which is written first',
    [
      '14:04:00.000 seizure-begins',
      '14:10:00.000 warning-issued',
      '14:20:00.000 alert',
      '14:15:00.000 odour',
      '14:30:00.000 seizure-ends',
    ],
    ['established 300..300 e1>e3 [e1 e2 e4 +e4] e1 e3'],
  ],
  [
    'no ground: the last act, written first',
    [
      '14:04:00.000 seizure-begins',
      '14:10:00.000 warning-issued',
      '14:25:00.000-14:26:00.000 sniff',
      '14:15:00.000-14:16:00.000 off-mission-questions',
    ],
    ['arguable 900..900 e1>e2 [e1 e3 e2 “”] e1 e2'],
  ],
  [
    'a task outlasts the warning and sets the least',
    [
      '14:04:00.000 seizure-begins',
      '14:08:00.000-14:12:00.000 records-check',
      '14:10:00.000 warning-issued',
      '14:20:00.000-14:21:00.000 sniff',
    ],
    ['arguable 480..480 e1.end>e3 [e2 e3 “”] e1 e3'],
  ],
  [
    'arrested in the very instant of the warning',
    [
      '14:04:00.000 seizure-begins',
      '14:10:00.000 arrest',
      '14:10:00.000 warning-issued',
      '14:20:00.000-14:21:00.000 sniff',
    ],
    [],
  ],
  [
    'an act in the very instant of the warning',
    ['14:04:00.000 seizure-begins', '14:10:00.000 warning-issued', '14:10:00.000-14:21:00.000 sniff'],
    [],
  ],
]);

tried('mission-complete', [
  [
    'a search begun before the warning runs on past it',
    ['14:04:00.000 seizure-begins', '14:09:00.000-14:21:00.000 search', '14:10:00.000 warning-issued'],
    [],
  ],
  [
    'a search that ends in the very instant of the warning',
    ['14:04:00.000 seizure-begins', '14:05:00.000-14:10:00.000 search', '14:10:00.000 warning-issued'],
    ['foreclosed no length e1>e2 [e2 e1 “”]'],
  ],
  [
    'a search of which no end is stated',
    ['14:04:00.000 seizure-begins', '14:05:00.000 search', '14:10:00.000 warning-issued'],
    ['foreclosed no length e1>e2 [e2 e1 “”]'],
  ],
]);

tried('mission-complete', [
  [
    'two releases, and an act between',
    [
      '14:04:00.000 seizure-begins',
      '14:10:00.000 warning-issued',
      '14:12:00.000 released',
      '14:15:00.000-14:16:00.000 search',
      '14:20:00.000 seizure-ends',
    ],
    ['arguable 120..120 e1>e2 [e1 e2 e3 e4 “”] e1 e2'],
  ],
  [
    'an arrest that may come before the warning',
    [
      '14:04:00.000 seizure-begins',
      '1408/1412 arrest',
      '14:10:00.000 warning-issued',
      '14:20:00.000-14:21:00.000 search',
    ],
    ['arguable 0..179.999 e2>e1 [e2 e1 e3 “”] e1 e2'],
  ],
  [
    'a paper and a word that it was done, later',
    [
      '14:04:00.000 seizure-begins',
      '14:10:00.000 warning-issued',
      '14:12:00.000 documents-returned',
      '14:20:00.000-14:21:00.000 sniff',
    ],
    ['arguable 480..480 e2>e3 [e1 e2 e3 “”] e2 e3'],
  ],
]);

tried('suspicion-late', [
  [
    'an open question is no extension',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06:00.000 travel-questions',
      '14:20:00.000 suspicion-articulated',
      '14:30:00.000 seizure-ends',
    ],
    [],
  ],
  [
    'nor questions wholly beside a writing',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:10:00.000 writing @officer B',
      '14:06:00.000-14:07:00.000 off-mission-questions',
      '14:20:00.000 suspicion-articulated',
      '14:30:00.000 seizure-ends',
    ],
    [],
  ],
  [
    'nor a sniff wholly beside one',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:10:00.000 writing @officer B',
      '14:06:00.000-14:07:00.000 sniff @officer C',
      '14:20:00.000 suspicion-articulated',
      '14:30:00.000 seizure-ends',
    ],
    [],
  ],
  [
    'a sniff that may add, and questions that do, later',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06 writing @officer B',
      '14:05:30.000-14:06:10.000 sniff @officer C',
      '14:10:00.000-14:11:00.000 off-mission-questions',
      '14:20:00.000 suspicion-articulated',
      '14:30:00.000 seizure-ends',
    ],
    ['established 600..600 e3>e4 [e3 e4] e3 e4'],
  ],
  [
    'the mission may end with the warning or with a check',
    [
      '14:04:00.000 seizure-begins',
      '14:08:00.000-14:10:30.000 records-check',
      '14:10 warning-issued',
      '14:20:00.000 suspicion-articulated',
      '14:30:00.000-14:31:00.000 search',
    ],
    ['established 540.001..570 e2>e3 [e2 e3] e2 e3'],
  ],
  [
    'the mission may end with a check of a whole minute',
    [
      '14:04:00.000 seizure-begins',
      '14:08:00.000-14:10 records-check',
      '14:10:30.000 warning-issued',
      '14:20:00.000 suspicion-articulated',
      '14:30:00.000-14:31:00.000 search',
    ],
    ['established 540.001..570 e1.end>e3 [e2 e3] e1 e3'],
  ],
  [
    'of two statements either may be the first',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06:00.000 off-mission-questions',
      '14:20:30.000 suspicion-articulated',
      '14:20 suspicion-articulated',
      '14:30:00.000 seizure-ends',
    ],
    ['established 900..930 e1>e3 [e1 e3] e1 e2 e3'],
  ],
  [
    'of two statements either may be the first, the wide one first',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06:00.000 off-mission-questions',
      '14:20 suspicion-articulated',
      '14:20:30.000 suspicion-articulated',
      '14:30:00.000 seizure-ends',
    ],
    ['established 900..930 e1>e2 [e1 e2] e1 e2 e3'],
  ],
  [
    'in the minute that begins in the very instant',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06:00.000 off-mission-questions',
      '14:05 suspicion-articulated',
      '14:30:00.000 seizure-ends',
    ],
    ['arguable 0..59.999 e1>e2 [e1 e2] e1 e2'],
  ],
  [
    'thirteen statements in one minute',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:06:00.000 off-mission-questions',
      '14:20 suspicion-articulated',
      '14:20 suspicion-articulated',
      '14:20 suspicion-articulated',
      '14:20 suspicion-articulated',
      '14:20 suspicion-articulated',
      '14:20 suspicion-articulated',
      '14:20 suspicion-articulated',
      '14:20 suspicion-articulated',
      '14:20 suspicion-articulated',
      '14:20 suspicion-articulated',
      '14:20 suspicion-articulated',
      '14:20 suspicion-articulated',
      '14:20 suspicion-articulated',
      '14:30:00.000 seizure-ends',
    ],
    ['established 900..959.999 e1>e2 [e1 e2] e1 e10 e11 e12 e13 e2 e3 e4 e5 e6 e7 e8 e9'],
  ],
]);

tried('sniff-adds-time', [
  [
    'maybe begun before the seizure, without an end, and no alert',
    [
      '14:04:00.000 seizure-begins',
      '1403/1406 sniff @officer B',
      '14:12:00.000 no-alert @officer B',
      '14:30:00.000 seizure-ends',
    ],
    ['arguable 0..480 e1>e2 [e1] e0 e1 e2 one-at-a-time'],
  ],
  [
    'an alert that may come before it, and another after',
    [
      '14:04:00.000 seizure-begins',
      '14:05:30.000 sniff @officer B',
      '14:05 alert',
      '14:09:00.000 alert',
      '14:30:00.000 seizure-ends',
    ],
    ['arguable 0..29.999 e1>e3 [e1 -e2] e1 e2 e3'],
  ],
  [
    'in the very instant of the arrest',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 arrest',
      '14:05:00.000-14:07:00.000 sniff',
      '14:30:00.000 seizure-ends',
    ],
    [],
  ],
  [
    'a millisecond before the arrest',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.001 arrest',
      '14:05:00.000-14:07:00.000 sniff',
      '14:30:00.000 seizure-ends',
    ],
    ['established 0.001..0.001 e2>e2.end [e2] e1 e2'],
  ],
  [
    'wholly beside a writing, and a third of whom nothing is known',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000-14:10:00.000 writing @officer B',
      '14:05:00.000 backup-arrives @officer C',
      '14:06:00.000-14:07:00.000 sniff',
      '14:30:00.000 seizure-ends',
    ],
    ['foreclosed 0..0 e3>e3.end [e3 e1 e2] e1 e3'],
  ],
  [
    'beside no writing, and a third who acts elsewhere from its first instant to its last',
    [
      '14:04:00.000 seizure-begins',
      '14:06:00.000-14:07:00.000 sniff',
      '14:06:00.000-14:07:00.000 off-mission-questions @officer C',
      '14:30:00.000 seizure-ends',
    ],
    ['established 60..60 e1>e1.end [e1] e1'],
  ],
  [
    'and whose act ends as it begins, or begins as it ends',
    [
      '14:04:00.000 seizure-begins',
      '14:06:00.000-14:07:00.000 sniff',
      '14:05:00.000-14:06:00.000 off-mission-questions @officer C',
      '14:07:00.000 backup-arrives @officer D',
      '14:30:00.000 seizure-ends',
    ],
    ['arguable 60..60 e1>e1.end [e1 e2] e1'],
  ],
  [
    'and who wrote until its last instant',
    [
      '14:04:00.000 seizure-begins',
      '14:06:00.000-14:07:00.000 sniff',
      '14:06:00.000-14:07:00.000 writing @officer C',
      '14:30:00.000 seizure-ends',
    ],
    ['foreclosed 0..0 e1>e1.end [e1 e2] e1 e2'],
  ],
  [
    'of an officer whose writing has no end',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 writing @officer C',
      '14:06:00.000-14:07:00.000 sniff',
      '14:30:00.000 seizure-ends',
    ],
    ['arguable 0..60 e2>e2.end [e2 e1] e1 e2'],
  ],
  [
    'of no stop that begins',
    ['14:05:00.000 dog-requested', '14:06:00.000-14:07:00.000 sniff @officer B'],
    ['established 60..120 e1>e1.end [e1 e0] e0 e1'],
  ],
  [
    'an arrival in its very instant',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 dog-requested',
      '14:06:00.000 dog-arrives @officer B',
      '14:06:00.000-14:07:00.000 sniff @officer B',
      '14:30:00.000 seizure-ends',
    ],
    ['established 60..120 e3>e3.end [e3 e1 e2] e1 e2 e3'],
  ],
]);

tried('mission-complete', [
  [
    'arrested before the check ended, and maybe before the warning',
    [
      '14:04:00.000 seizure-begins',
      '14:08:00.000-14:10:30.000 records-check',
      '14:10 warning-issued',
      '14:10:10.000 arrest',
      '14:20:00.000-14:21:00.000 search',
    ],
    ['established 540.001..570 e2>e4 [e2 e4 +e4] e1 e2 e4'],
  ],
  [
    'a warrant learned of before it',
    [
      '14:04:00.000 seizure-begins',
      '14:05:00.000 arrest-warrant',
      '14:10:00.000 warning-issued',
      '14:20:00.000-14:21:00.000 search',
    ],
    ['established 600..600 e2>e3 [e2 e3 +e3] e2 e3'],
  ],
  [
    'two completions in one instant: the paper',
    [
      '14:04:00.000 seizure-begins',
      '14:10:00.000 documents-returned',
      '14:10:00.000 warning-issued',
      '14:20:00.000-14:21:00.000 sniff',
    ],
    ['arguable 600..600 e2>e3 [e1 e2 e3 “”] e1 e2 e3'],
  ],
  [
    'over before it: the one that may be the latest',
    [
      '14:04:00.000 seizure-begins',
      '1405/1408-14:09:00.000 search',
      '14:06:00.000-14:07:00.000 sniff',
      '14:10:00.000 warning-issued',
    ],
    ['foreclosed no length e1>e3 [e3 e1 “”]'],
  ],
]);

tried('stop-before-cause', [
  [
    'claimed two minutes and a millisecond later, and maybe less',
    ['14:04:00.000 seizure-begins', '14:06:00.000 claimed-violation'],
    [],
  ],
  [
    'between two minutes and three',
    ['14:04:00.000 seizure-begins', '1406/1407 claimed-violation'],
    ['arguable 120..239.999 e0>e1 [e0 e1 e1] e0 e1'],
  ],
  ['in the very instant', ['14:04:00.000 seizure-begins', '14:04:00.000 claimed-violation'], []],
  [
    'a tip in the very instant, by one in capitals',
    [
      '14:04:00.000 seizure-begins',
      '14:04:00.000 suspicion-articulated @OFFICER A',
      '14:20:00.000 claimed-violation',
    ],
    [],
  ],
  [
    'a tip by nobody',
    [
      '14:04:00.000 seizure-begins',
      '14:00:00.000 suspicion-articulated @ ',
      '14:20:00.000 claimed-violation',
    ],
    ['arguable 960..960 e0>e2 [e0 e2 e2 e1] e0 e2'],
  ],
  [
    'a warrant later, and no violation',
    ['14:04:00.000 seizure-begins', '14:20:00.000 arrest-warrant'],
    ['arguable 960..960 e0>e1 [e0 e1 e1] e0 e1'],
  ],
]);

tried('de-facto-arrest', [
  [
    'cuffs in the very instant of the arrest',
    ['14:04:00.000 seizure-begins', '14:10:00.000 arrest', '14:10:00.000 secured'],
    [],
  ],
  [
    'cuffs a millisecond before',
    ['14:04:00.000 seizure-begins', '14:10:00.001 arrest', '14:10:00.000 secured'],
    ['established 0.001..0.001 e2>e1 [e2 e1 “”] e1 e2'],
  ],
  [
    'driven first, cuffed later: the cuffs are named first',
    ['14:04:00.000 seizure-begins', '14:08:00.000 transport', '14:10:00.000 secured', '14:30:00.000 arrest'],
    ['established 1200..1200 e2>e3 [e2 e1 e3 “”] e2 e3'],
  ],
  [
    'let go, then the end of the seizure',
    [
      '14:04:00.000 seizure-begins',
      '14:08:00.000 secured',
      '14:20:00.000 seizure-ends',
      '14:30:00.000 released',
    ],
    ['established 720..720 e1>e2 [e1 “” “”] e1 e2'],
  ],
  [
    'an hour and a millisecond at most',
    ['14:04:00.000 seizure-begins', '15:04:00.001 seizure-ends'],
    ['arguable 3600.001..3600.001 e0>e1 [e0 “”] e0 e1'],
  ],
  [
    'without an end, to its last act',
    ['14:04:00.000 seizure-begins', '14:08:00.000 secured', '15:30:00.000 approach'],
    ['established 4920..4920 e1>e2 [e1 “” “”] e1 e2', 'arguable 5160..5160 e0>e2 [e0 “”] e0 e2'],
  ],
]);

describe('many detours', () => {
  it('are listed up to forty, and summed all', () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    const lines = Array.from(
      { length: 42 },
      (_, i) => `14:${two(i + 5)}:00.000-14:${two(i + 5)}:30.000 off-mission-questions: ${i}`,
    );
    const [f] = found('off-mission-detour', log('14:04:00.000 seizure-begins', ...lines));
    expect(f?.bounds?.min).toBe(42 * 30_000);
    expect([f?.quantities.length, f?.subjects.length, f?.premises.length]).toEqual([40, 40, 40]);
    expect(f?.restsOn.map((r) => ('row' in r ? r.row : ''))).not.toContain('e41');
    expect(f?.measures).toContain('42 detours');
  });
});

describe('what another officer suspected', () => {
  it.each([
    ['off-mission-detour', '14:05:00-14:06:00 off-mission-questions'],
    ['sniff-adds-time', '14:05:00-14:06:00 sniff'],
    ['de-facto-arrest', '14:05:00 secured'],
  ])('%s is said not to be passed on', (rule, act) => {
    const of = (who: string) =>
      found(
        rule,
        log('14:04:00 seizure-begins', `14:04:30 observation: nervous @${who}`, act, '14:30:00 seizure-ends'),
      )
        .flatMap((f) => f.premises)
        .filter((p) => p.row === 'e1')
        .map((p) => /passed on/.test(p.says));
    expect(of('officer B')).toEqual([true]);
    expect(of('officer A')).toEqual([false]);
  });
});

describe('a note', () => {
  it('is named by its words, and one without any by its kind', () => {
    const [f] = found('unaccounted-minutes', [
      ...log(
        '14:04:00 seizure-begins',
        '14:05:00 note: waited',
        '14:10:00 note',
        '14:10:10 seizure-ends',
      ).map((e, i) => (i === 2 ? { ...e, description: '' } : e)),
    ]);
    expect(f?.measures).toBe('between “waited” and “other” in which no source records an act');
  });
});

describe('many acts after the mission', () => {
  it('are measured one by one up to forty, and the last', () => {
    const lines = Array.from({ length: 45 }, (_, i) => `14:${i + 12}:00.000 consent-asked`);
    const [f] = found(
      'mission-complete',
      log('14:04:00.000 seizure-begins', '14:10:00.000 warning-issued', ...lines),
    );
    expect(f?.quantities.map((q) => q.to.id)).toEqual([
      ...Array.from({ length: 40 }, (_, i) => `e${i + 2}`),
      'e46',
    ]);
  });
});

describe('an act that may run on', () => {
  it('is not lost among twenty-five that end in one minute', () => {
    const others = Array.from({ length: 25 }, (_, i) => `14:05:30-14:10 approach @officer ${i}`);
    const lines = ['14:04:00 seizure-begins', '14:05:00 records-check @officer Z', ...others];
    const last = found('unaccounted-minutes', log(...lines, '14:30:00 seizure-ends')).find(
      (f) => f.span?.to.id === 'e27',
    );
    expect(last).toMatchObject({ status: 'arguable', bounds: { min: 0 } });
    expect(last?.premises.map((p) => p.row)).toContain('e1');
  });
});
