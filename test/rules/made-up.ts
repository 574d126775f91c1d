import type { CustodyEntry, Item } from '../../src/record/custody';
import type { EventRow, SyncPoint } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import { EVENT_KINDS, type EventKind, KINDS } from '../../src/record/vocabulary';
import { record } from '../make';

/** Numbers that are the same for ever, whatever library is updated (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let a = seed >>> 0;
  return (below) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Row = Pick<
  EventRow,
  | 'ref'
  | 'kind'
  | 'start'
  | 'end'
  | 'date'
  | 'actor'
  | 'description'
  | 'item'
  | 'clockId'
  | 'sourceId'
  | 'page'
  | 'line'
>;

const two = (n: number): string => String(n).padStart(2, '0');
const LATE: readonly EventKind[] = [
  'warrant-sought',
  'warrant-issued',
  'warrant-executed',
  'premises-held',
  'sniff-at-home',
  'phone-seized',
  'phone-opened',
  'probable-cause-finding',
  'access',
  'lab-test',
  'lab-report',
];
const COMMON: readonly EventKind[] = [
  'seizure-begins',
  'warning-issued',
  'sniff',
  'writing',
  'records-check',
  'off-mission-questions',
  'off-mission-check',
  'suspicion-articulated',
  'consent-asked',
  'consent-given',
  'search',
  'found',
  'documents-returned',
  'arrest',
  'recording',
];
const WORDS: Partial<Record<EventKind, readonly string[]>> = {
  access: ['Locker 7', 'Locker 71', 'Property room'],
  mention: ['Body camera of Officer C', 'Dash camera', 'Keypad log'],
  search: ['trunk', 'glove box', ''],
  found: ['powder', 'bags', 'pistol'],
};

/** The n-th of a row of made-up records in which anything may meet anything: several officers, stops, items and clocks. */
export function madeUp(n: number): CaseRecord {
  const draw = numbers(7919 * (n + 1));
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const chance = (percent: number): boolean => draw(100) < percent;
  const clockTime = (late: boolean): string => {
    const h = late ? 8 + draw(15) : 14;
    const m = draw(late ? 60 : 40);
    const form = draw(10);
    if (form < 4) return `${two(h)}:${two(m)}`;
    if (form < 7) return `${two(h)}:${two(m)}:${two(draw(60))}`;
    if (form < 8) return `about ${two(h)}:${two(m)}`;
    if (form < 9) return `${two(h)}:${two(m)} or ${two(h)}:${two(Math.min(59, m + 1))}`;
    return `after ${two(h)}:${two(m)}`;
  };
  const size = 10 + draw(16);
  const general = (): Row[] =>
    Array.from({ length: size }, (_, i) => {
      const kind = i === 0 ? 'seizure-begins' : chance(60) ? pick(COMMON) : pick(EVENT_KINDS);
      const late = LATE.includes(kind);
      const related = i > 1 && chance(18);
      const start = related
        ? pick([
            `after @e${draw(i)}`,
            `before @e${draw(i)}`,
            `@e${draw(i)} +2m`,
            `@e${draw(i)} +1 or 2 min`,
            '+30s',
          ])
        : clockTime(late);
      const [, h = '14', m = '00'] = /(\d\d):(\d\d)/.exec(start) ?? [];
      const end =
        KINDS[kind].span && chance(60)
          ? chance(70) && !related
            ? `${h}:${two(Math.min(59, Number(m) + 1 + draw(9)))}`
            : '+3m'
          : '';
      return {
        ref: `e${i}`,
        kind,
        start,
        end,
        date: late ? `2024-03-${two(14 + draw(17))}` : chance(8) ? '2024-03-15' : '2024-03-14',
        actor: pick(['officer A', 'officer A', 'officer B', 'deputy C', '']),
        description: pick(WORDS[kind] ?? [kind, `${kind} again`, '']),
        item: chance(25) ? pick(['1', '2']) : '',
        clockId: pick(['dispatch', 'dispatch', 'cam', 'watch']),
        sourceId: pick(['log', 'cam', 'report']),
        page: chance(30) ? String(1 + draw(9)) : '',
        line: chance(90) ? i + 2 : null,
      };
    });

  /** Some traffic stops of one evening, each with its start, its task and its end, as a slow one is told from. */
  const evening = (): Row[] =>
    Array.from({ length: n % 10 === 1 ? 24 + draw(5) : 6 + draw(3) }, (_, k): Row[] => {
      const m = 12 + draw(30);
      const at = (min: number): string =>
        `${two(9 + 2 * (k % 7))}:${two(min)}${chance(50) ? `:${two(draw(60))}` : ''}`;
      const plain = {
        date: `2024-03-${two(14 + Math.floor(k / 7))}`,
        actor: n % 10 === 1 ? 'officer A' : pick(['officer A', 'officer B']),
        description: '',
        item: '',
        clockId: pick(['dispatch', 'cam']),
        sourceId: 'log',
        page: '',
        line: k,
      };
      return [
        { ...plain, ref: `s${k}`, kind: 'seizure-begins', start: at(2), end: '' },
        ...(chance(70)
          ? [{ ...plain, ref: `d${k}`, kind: 'documents-received' as const, start: at(4), end: '' }]
          : []),
        ...(chance(60)
          ? [
              {
                ...plain,
                ref: `w${k}`,
                kind: pick(['warning-issued', 'citation-issued'] as const),
                start: at(m),
                end: '',
              },
            ]
          : []),
        ...(chance(40)
          ? [
              {
                ...plain,
                ref: `q${k}`,
                kind: 'off-mission-questions' as const,
                start: at(m + 2),
                end: at(m + 4),
              },
            ]
          : []),
        ...(chance(50)
          ? [
              {
                ...plain,
                ref: `n${k}`,
                kind: 'sniff' as const,
                start: at(m + 3),
                end: at(m + 6),
                actor: 'officer B',
              },
            ]
          : []),
        ...(chance(85)
          ? [{ ...plain, ref: `x${k}`, kind: 'seizure-ends' as const, start: at(m + 10), end: '' }]
          : []),
      ];
    }).flat();
  /** What follows a stop by days: phones, warrants, lockers, the laboratory. */
  const evidence = (): Row[] =>
    Array.from({ length: 14 + draw(10) }, (_, i): Row => {
      const kind =
        i === 0
          ? 'phone-seized'
          : i === 1
            ? 'phone-opened'
            : pick([
                ...LATE,
                'found',
                'arrest',
                'search',
                'phone-seized',
                'consent-given',
                'suspicion-articulated',
              ] as const);
      const day = 14 + draw(6);
      const h = 7 + draw(15);
      const night = chance(12);
      return {
        ref: `e${i}`,
        kind,
        start: night
          ? `01:${two(draw(60))}`
          : `${two(h)}:${two(draw(60))}${chance(40) ? `:${two(draw(60))}` : ''}`,
        end: '',
        date: night ? '2024-11-03' : `2024-03-${two(day)}`,
        actor: pick(['officer A', 'Clerk', '']),
        description: pick(WORDS[kind] ?? ['', kind]),
        item: chance(50) ? pick(['1', '2']) : '',
        clockId: pick(['dispatch', 'watch']),
        sourceId: pick(['log', 'report']),
        page: '',
        line: i,
      };
    });
  /** The same as seen by a camera's counter, of which a part is tied to a clock. */
  const filmed = (): Row[] =>
    general().map((e) =>
      e.sourceId === 'cam' && /^\d\d:(\d\d)/.test(e.start)
        ? { ...e, start: `v ${Number(e.start.slice(3, 5))}:${two(draw(60))}`, end: '', date: '2024-03-14' }
        : e,
    );
  const events = n % 5 === 1 ? evening() : n % 5 === 2 ? evidence() : n % 5 === 3 ? filmed() : general();
  const custody: (Partial<CustodyEntry> & { id: string })[] = [];
  for (const itemId of ['i1', 'i2']) {
    let day = 14;
    let holder = pick(['Ortiz', '']);
    for (let k = draw(5); k > 0; k--) {
      const next = pick(['Clerk', 'Lab', 'Moss', 'Evidence room', 'State laboratory', holder]);
      const hour = 8 + draw(10);
      custody.push({
        id: `${itemId}-${custody.length}`,
        itemId,
        releasedBy: holder,
        releasedDate: `2024-03-${two(day)}`,
        releasedAt: chance(80) ? `${two(hour)}:${two(draw(60))}` : '',
        receivedBy: next,
        receivedDate: `2024-03-${two(day + (chance(15) ? 1 : 0))}`,
        receivedAt: chance(85) ? `${two(hour + (chance(30) ? draw(4) : 0))}:${two(draw(60))}` : '',
        releasedSigned: pick([true, false, null]),
        receivedSigned: pick([true, true, false, null]),
        purpose: pick(['stored', 'testing', 'opened for weighing', '', null]),
        place: pick(['Locker 7', 'Property room', '']),
        seal: pick(['S-1', 'S-1', 's1', 'S-2', '']),
        sealState: pick(['', '', 'intact', 'broken'] as const),
        hash: pick(['', '', 'aa', 'ab', 'a1b2c3d4e5']),
        quantities: chance(50)
          ? [
              {
                of: pick(['net', 'gross', 'count'] as const),
                value: 10 + draw(5),
                unit: pick(['g', 'g', 'oz']),
                plusMinus: pick([0.1, 0.5, null]),
              },
            ]
          : [],
        clockId: pick(['dispatch', 'watch']),
      });
      holder = chance(75) ? next : pick(['Moss', 'Ortiz', '']);
      day += draw(4);
    }
  }
  const items: Item[] = ['1', '2'].map((number) => ({
    id: `i${number}`,
    caseId: 'c',
    number,
    description: pick(['powder', 'bags', '']),
    sampling: chance(60)
      ? {
          units: 10 + draw(60),
          tested: 1 + draw(9),
          negative: draw(2),
          netTested: pick([null, 1.2]),
          plusMinus: pick([null, 0.04]),
          netClaimed: pick([null, 15, 28.5]),
        }
      : null,
  }));
  const sync = (id: string, a: string, b: string): SyncPoint => ({
    id,
    caseId: 'c',
    what: 'radio',
    clockA: 'dispatch',
    dateA: '2024-03-14',
    readingA: a,
    clockB: 'cam',
    dateB: '2024-03-14',
    readingB: b,
    sourceId: 'log',
    page: '',
  });
  const media: SyncPoint = { ...sync('s3', '14:05:00', 'v 3:00'), sourceId: 'cam' };
  const useless: SyncPoint = { ...sync('s4', '14:05:00', 'after @e1') };
  const syncPoints = [
    [],
    [sync('s1', '14:00:00', '14:00:42'), media],
    [sync('s1', '14:00:00', '14:00:42'), sync('s2', '17:00:00', '17:00:45'), useless],
    [
      sync('s1', '14:00:00', '14:00:42'),
      sync('s2', '15:00:00', '15:00:43'),
      sync('s5', '17:00:00', '17:00:46'),
    ],
  ][n % 4] as SyncPoint[];
  const r = record({
    clocks: [
      {},
      {
        id: 'cam',
        name: 'Camera',
        kind: 'camera',
        reference: false,
        zone: pick(['America/Chicago', '', 'UTC']),
      },
      {
        id: 'watch',
        name: 'Watch',
        kind: 'person',
        reference: false,
        offset: chance(40) ? { min: -60_000, max: 90_000, why: 'by hand' } : null,
      },
    ],
    sources: [
      {},
      { id: 'cam', name: 'Dash camera', kind: 'camera' },
      { id: 'report', name: 'Report', kind: 'report' },
    ],
    events,
    custody,
    items,
    syncPoints,
    relations: chance(40)
      ? [
          {
            id: 'r',
            caseId: 'c',
            fromId: events[0]?.ref ?? '',
            fromEdge: 'start',
            toId:
              custody.length > 0 && n % 2 === 0
                ? (custody[draw(custody.length)]?.id ?? '')
                : (events[1 + draw(events.length - 1)]?.ref ?? ''),
            toEdge: custody.length > 0 && n % 2 === 0 ? 'received' : 'start',
            min: pick([0, 60_000, null]),
            max: pick([600_000, null]),
            says: 'minutes later',
            sourceId: 'report',
            page: '3',
          },
        ]
      : [],
  });
  return {
    ...r,
    case: {
      ...r.case,
      choices: {
        ...r.case.choices,
        ...pick([
          {},
          { forum: 'state', state: 'OR' },
          { forum: 'federal', circuit: 'ca8' },
          { forum: 'federal', circuit: 'ca9' },
          { forum: 'federal', circuit: 'ca10' },
          { forum: 'federal', circuit: 'ca11' },
        ]),
        history: chance(30) ? 'mission' : '',
      },
      policies: {
        ...r.case.policies,
        warrantDays: pick([14, 10]),
        handOver: pick([300_000, 60_000]),
      },
      brackets: chance(50)
        ? [
            { name: 'personal use', over: 0 },
            { name: 'ten', over: 10 },
            { name: 'twenty-eight', over: 28 },
          ]
        : [],
      trust: chance(20)
        ? {
            order: chance(50) ? ['report', 'dispatch-log', 'camera'] : [],
            pinned: ['e1'],
            impeached: ['e2'],
            off: [],
          }
        : r.case.trust,
    },
  };
}
