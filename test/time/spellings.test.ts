import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../src/time/grammar/meaning';
import { parseTime } from '../../src/time/grammar/parse';
import { printWritten } from '../../src/time/grammar/print';
import { inAllRuns } from '../reached';

const DAY = '2024-03-14';
const ZONE = 'America/Chicago';
const GIVEN = { day: DAY, zone: ZONE, fresh: true, year: 2024, isRow: () => false };

/** What a text is taken for: `= canonical`, `? choice | choice`, or `! why`. */
function taken(text: string, date = DAY): string {
  const given = { ...GIVEN, day: date };
  const m = meaningOf(text, { date, zone: ZONE, approximate: 300_000 }, null, given);
  if (m.ok) return `= ${m.text}`;
  return m.asks.length > 0 ? `? ${m.asks.map((c) => c.text).join(' | ')}` : `! ${m.why}`;
}

/** Each spelling of police paperwork that has one plain meaning on Thursday, March 14, 2024, and that meaning. */
const PLAIN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    '14:27':
      '1427|2:27PM|2:27 p.m.|0227 PM|1427 hours|1427hrs|1427 HRS|14:27 hrs|14:27h|14.27|1427.|1427,|@ 1427 hrs|T1427|1427L|1427 PM|14: 27|14 :27|１４：２７|\'1427|"14:27"',
    '14:27:05': '14:27:05|2:27:05 PM|14:27:05:12|14:27:05;12',
    '14:27:05.120': '14:27:05,120',
    '00:00': '12:00 AM|0000',
    '00:30': '12:30 AM|0:30 AM|00:30 AM',
    '00:01': '0001',
    '00:05': '0:05',
    '24:00': '24:00|2400 hrs',
    '09:27': '927',
    '12:00': '12 noon',
    '14:27Z': '1427Z|14:27 GMT',
    '14:27 CDT': '1427 CDT',
    '14:27 -05:00': '14:27 UTC-5',
    '14:27:05 -05:00': '14:27:05-0500',
    '14:27:05Z': '14:27:05+0000',
    '04:27:05 -05:00': '04:27:05-0500',
    '04:27:05.120 -05:00': '04:27:05.120-0500',
    'between 14:27 and 14:35': '1427-1435|1427/1435|2:27-2:35 PM|2:27 pm to 2:35 pm|1427 until 1435',
    'between 14:27 and 14:30': 'between 1427 and 1430',
    'between 14:27 and 14:28': '14:27/14:28',
    'between 04:27 and 05:00': '0427-0500',
    '2024-03-14 14:27:05 -05:00': '2024-03-14T14:27:05-05:00|Thu, 14 Mar 2024 14:27:05 -0500',
    '2024-03-14 14:27:05.123 -05:00': '2024-03-14T14:27:05.123-05:00',
    '2024-03-14 14:27:05.123Z': '2024-03-14T14:27:05.1234567Z',
    '2024-03-14 14:27:05.123': '2024-03-14 14:27:05.1234567',
    '2024-03-14 14:27:05Z': '2024-03-14T14:27:05Z',
    '2024-03-14 14:27Z': '2024-03-14T14:27Z',
    '2024-03-14 06:00:00Z': '2024-03-14T06:00:00Z',
    '2024-03-14 04:27 -05:00': '2024-03-14 04:27-05:00',
    '2024-03-14 03:27 -05:00': '2024-03-14T03:27-05:00',
    '2024-03-14 03:27:00 -05:00': '2024-03-14T03:27:00-05:00',
    '2024-03-14 14:27:05':
      '20240314T142705|20240314 142705|3/14/2024 2:27:05 PM|Thu Mar 14 14:27:05 2024|20240314142705',
    '2024-03-14 14:27:05.000': '14-MAR-24 02.27.05.000000 PM',
    '2024-03-14 14:27:05 MDT': '20240314142705MD',
    '2024-03-14 14:27':
      '2024.03.14 14:27|03/14/2024 1427|03/14/24 1427 hrs|03-14-2024 14:27|03-14-24 1427|14:27 3/14/24|031424 1427|14 MAR 24 1427|14-Mar-2024 14:27|Mar 14, 2024 2:27 PM|March 14, 2024 at 2:27 PM',
    '2024-03-14 02:27': '3/14/2024 2:27',
    '1987-06-15 14:27': '6/15/87 14:27',
    '2024-03-14':
      '3/14/2024|3-14-2024|03-14-24|14.03.2024|2024/03/14|2024.03.14|031424|Mar 14, 2024|March 14, 2024|14-Mar-24|14 March 2024|14MAR24|Thursday, March 14, 2024|3 / 14 / 2024|2024-W11-4',
    '2024-03-14 00:00:00.000': '2024-03-14 00:00:00.000',
    '1999-12-31': '12/31/99',
    '~14:27': 'approx. 1427|apx 1427 hrs|1427 approx|~1427|1427~',
    '~14:30': 'approx 2:30pm',
    '~02:30': 'about 2:30',
    'after 14:30': 'shortly after 1430|not before 1430|from 1430|>1430',
    'before 14:30': '<1430',
    'by 14:30': 'NLT 1430',
    '+5m': '5 min later|+5m',
    '+1.5m': '+1.5 min',
    '+1m30s': '+90 sec',
    '@warning +7m or 8m': '@warning +7 or 8 min',
    'v 3:15.2': 'v 3:15.2',
    '00:03:15': '00:03:15',
    '2024-11-03 01:30': '2024-11-03 01:30',
    '2024-11-03 01:30 -06:00': '2024-11-03 01:30 -06:00',
    '2024-03-10 03:00': '2024-03-10 03:00',
  }).flatMap(([means, texts]) => texts.split('|').map((t) => [t, means])),
);

describe('spellings of police paperwork', () => {
  const { data } = Papa.parse<Record<string, string>>(
    readFileSync('test/fixtures/times/spellings.csv', 'utf8'),
    {
      header: true,
      skipEmptyLines: true,
    },
  );
  const rows = data.filter((r) => /^(time|date|dispatch moment)$/.test(r['kind'] ?? ''));

  it('are understood where they have one plain meaning, and else asked or refused with a sentence', () => {
    expect(rows.length).toBeGreaterThan(140);
    const wrong = rows.flatMap((r) => {
      const text = r['text'] as string;
      const said = taken(text);
      const plain = PLAIN[text];
      if (plain !== undefined) return said === `= ${plain}` ? [] : [`${text}: ${said}, not ${plain}`];
      return said.startsWith('=') || (said.length < 20 && !said.startsWith('?')) ? [`${text}: ${said}`] : [];
    });
    expect(wrong).toEqual([]);
    expect(Object.keys(PLAIN).filter((t) => !rows.some((r) => r['text'] === t))).toEqual([]);
  });

  it.each([
    ['2 PM', '? 14:00 | between 14:00 and 14:59'],
    ['about 3 a.m.', '? ~03:00 | ~between 03:00 and 03:59'],
    ['midnight', '? 00:00 | 24:00'],
    ['3/14/2024 midnight', '? 2024-03-14 00:00 | 2024-03-14 24:00'],
    ['1427 CST', '? 14:27 CDT | 14:27 -06:00'],
    ['Jul 14, 2024 2:27 pm EST', '? 2024-07-14 14:27 EDT | 2024-07-14 14:27 -05:00'],
    ['04:27-0500', '? between 04:27 and 05:00 | 04:27 -05:00'],
    ['2023', '? 20:23'],
    ['1427 3/14', '? 2024-03-14 14:27'],
    [
      '3/4/2024 2 pm',
      '? 2024-03-04 14:00 | between 2024-03-04 14:00 and 2024-03-04 14:59 | 2024-04-03 14:00 | between 2024-04-03 14:00 and 2024-04-03 14:59',
    ],
    [
      '2350-0010',
      '? between 2024-03-14 23:50 and 2024-03-15 00:10 | between 2024-03-13 23:50 and 2024-03-14 00:10',
    ],
    ['3/14/2024 0:00', '? 2024-03-14 | 2024-03-14 00:00'],
    ['3/14/2024 12:00:00 AM', '= 2024-03-14'],
    ['1710444425', '? 2024-03-14 19:27:05Z'],
    ['0314241427', '? 2024-03-14 14:27'],
    ['1011241427', '? 2002-01-17 04:23:47Z | 2024-10-11 14:27'],
    ['12 MN', '? 00:00 | 24:00'],
    ['Thu Mar 14 2:27 PM 2024', '= 2024-03-14 14:27'],
    ['Mar 14, 14:27 2024', '= 2024-03-14 14:27'],
    ['45365.6021412037', '? 2024-03-14 14:27:05'],
    ['45365.602', '? between 2024-03-14 14:26:09 and 2024-03-14 14:27:36'],
    ['12/30/1899 14:27', '? 14:27'],
    ['l4:27', '? 14:27'],
    ['+00:05', '? +5m | +5s'],
    ['101112', '? 2012-10-11 | 2012-11-10 | 10:11:12'],
    ['@1427', '= 14:27'],
    ['@stop; after @dog; by 14:40', '= @stop; after @dog; by 14:40'],
    ['2024-02-31', '! the date 2024-02-31 does not exist'],
    ['2024-13-01 10:00', '! the date 2024-13-01 does not exist'],
    ['Wednesday, March 14, 2024', '! 2024-03-14 is not a wednesday: the day or its name is wrong'],
  ])('%s is taken for %s', (text, said) => {
    expect(taken(text)).toBe(said);
  });

  it('reads every phrase that courts write, or says what to write', () => {
    const phrases = Papa.parse<Record<string, string>>(
      readFileSync('test/fixtures/opinions/phrases.csv', 'utf8'),
      { header: true, skipEmptyLines: true },
    ).data;
    expect(phrases.length).toBeGreaterThan(100);
    const not = phrases
      .map((r) => r['time'] as string)
      .filter((t) => !taken(t, '2013-11-25').startsWith('='));
    expect(not).toEqual([
      '8 a.m.',
      'about 3 a.m.',
      'midnight',
      '12 midnight',
      'early in the morning',
      '@stop +a few minutes',
      '@stop +seconds',
    ]);
  });
});

// ---- the whole family: every hour form with every ending, hedge and range that people put together

const two = (n: number): string => String(n).padStart(2, '0');
interface Form {
  readonly text: string;
  /** The time of day it stands for, as the app prints it. */
  readonly means: string;
}
const minute = fc.record({ h: fc.nat(23), m: fc.nat(59) });

const form24 = minute.chain(({ h, m }) =>
  fc
    .constantFrom(
      `${two(h)}:${two(m)}`,
      `${h}:${two(m)}`,
      `${two(h)}${two(m)} hrs`,
      `${two(h)}:${two(m)} hrs`,
      `${two(h)}${two(m)}hrs`,
      `${two(h)}${two(m)} hours`,
      `${two(h)}${two(m)}hours`,
      `${two(h)}${two(m)} HRS.`,
      `${two(h)}h${two(m)}`,
      `T${two(h)}${two(m)}`,
      `${two(h)}${two(m)}L`,
      `@ ${two(h)}${two(m)}`,
      `at ${two(h)}${two(m)} hrs`,
      `${two(h)}.${two(m)} hrs`,
      `${two(h)}:${two(m)}.`,
      `${two(h)}${two(m)}h`,
      `${two(h)}:${two(m)} local`,
    )
    .map((text): Form => ({ text, means: `${two(h)}:${two(m)}` })),
);
const form12 = minute.chain(({ h, m }) => {
  const [twelve, p] = [h % 12 === 0 ? 12 : h % 12, h >= 12 ? 'p' : 'a'];
  return fc
    .tuple(
      fc.constantFrom(
        `${twelve}:${two(m)}`,
        `${two(twelve)}${two(m)}`,
        `${twelve}.${two(m)}`,
        `${two(twelve)}:${two(m)}`,
      ),
      fc.constantFrom('', ' '),
      fc.constantFrom(p, `${p}m`, `${p}.m.`, `${p}. m.`, `${p.toUpperCase()}M`, `${p.toUpperCase()}.M.`),
    )
    .map(
      ([figures, blank, mark]): Form => ({ text: `${figures}${blank}${mark}`, means: `${two(h)}:${two(m)}` }),
    );
});
const form = fc.oneof(form24, form12);
const HEDGES = [
  'about ',
  'approx ',
  'approx. ',
  'approximately ',
  '~',
  '~ ',
  'around ',
  'appx ',
  'apx ',
  'circa ',
  'at about ',
  'at approximately ',
  'on or about ',
  'roughly ',
  'abt ',
];
const SIDES: readonly (readonly [string, string])[] = [
  ['before ', 'before '],
  ['prior to ', 'before '],
  ['by ', 'by '],
  ['NLT ', 'by '],
  ['no later than ', 'by '],
  ['until ', 'by '],
  ['<', 'before '],
  ['after ', 'after '],
  ['since ', 'after '],
  ['not before ', 'after '],
  ['>', 'after '],
  ['from ', 'after '],
  ['shortly after ', 'after '],
  ['no earlier than ', 'after '],
  ['sometime before ', 'before '],
];
const DATES = [
  '3/14/2024',
  '03/14/24',
  '3-14-2024',
  '3.14.2024',
  '2024-03-14',
  '2024/03/14',
  '20240314',
  'Mar 14, 2024',
  'March 14 2024',
  'Mar. 14th, 2024',
  '14 Mar 2024',
  '14-Mar-24',
  '14MAR24',
  'Thursday, March 14, 2024',
  'Thu 3/14/2024',
];

const read = (text: string): string => {
  const p = parseTime(text, null, GIVEN);
  return p.ok ? printWritten(p.written) : `${text}: ${p.why}`;
};

describe('a day and a time with a dash between them', () => {
  it.each([
    ['3/14/2024 - 1430', '2024-03-14 14:30'],
    ['Mar 14, 2024 - 2:27 pm', '2024-03-14 14:27'],
    ['2024-03-14 – 14:27:05', '2024-03-14 14:27:05'],
  ])('%s is that time on that day', (text, means) => {
    expect(read(text)).toBe(means);
  });
  it('is refused where the day comes last, or stands against a time as if they were two ends', () => {
    expect(read('12:00a -0500-Mar 14, 2024')).toMatch(/whole day/);
    expect(read('2024-03-14 to 14:30')).toMatch(/whole day/);
  });
});

describe('the whole family of spellings', () => {
  it('means the one time, with any ending', () => {
    fc.assert(
      fc.property(form, ({ text, means }) => {
        expect(read(text)).toBe(means);
      }),
      { numRuns: 1500 },
    );
  });
  it('means about that time, with any hedge before or behind', () => {
    const hedged = fc
      .oneof(
        fc
          .tuple(fc.constantFrom(...HEDGES), form)
          .map(([hedge, f]) => ({ text: hedge + f.text, means: `~${f.means}` })),
        fc
          .tuple(form, fc.constantFrom(' approx', ' or so', ' approximately'))
          .map(([f, hedge]) => ({ text: f.text.replace(/\.$/, '') + hedge, means: `~${f.means}` })),
      )
      .filter(({ text }) => !/about at|~ ?at |[a-z] (?:at|@) |T\d/.test(text));
    fc.assert(
      fc.property(hedged, ({ text, means }) => {
        expect(read(text)).toBe(means);
      }),
      { numRuns: 1500 },
    );
  });
  it('is open on the side that is said', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SIDES), form, ([word, side], f) => {
        fc.pre(!/^(?:@|at)/.test(f.text));
        expect(read(word + f.text)).toBe(side + f.means);
      }),
      { numRuns: 1500 },
    );
  });
  it('is a stretch between two', () => {
    const joined = fc.constantFrom(
      ['', ' to '],
      ['', ' until '],
      ['', ' thru '],
      ['', ' or '],
      ['between ', ' and '],
      ['btwn ', ' - '],
      ['from ', ' to '],
      ['from ', ' until '],
    );
    fc.assert(
      fc.property(form, form, joined, (a, b, [head, join]) => {
        fc.pre(
          a.means <= b.means &&
            // A bare hour beside a “pm” takes it: told below.
            !(/[ap][. ]*m?\.?$/i.test(a.text) && /^[@T ]*\d{1,2}:?\d\d\.?$/.test(b.text)) &&
            !(/^[@T ]*\d{1,2}:?\d\d\.?$/.test(a.text) && /[ap][. ]*m?\.?$/i.test(b.text)) &&
            ![a.text, b.text].some((t) => /^(?:@|at|T)/.test(t)),
        );
        expect(read(`${head}${a.text.replace(/\.$/, '')}${join}${b.text}`)).toBe(
          `between ${a.means} and ${b.means}`,
        );
      }),
      { numRuns: 1500 },
    );
  });
  it('stands on the day that is written before or behind it', () => {
    fc.assert(
      fc.property(
        form,
        fc.constantFrom(...DATES),
        fc.constantFrom(' ', ' at ', ', '),
        fc.boolean(),
        (f, date, join, first) => {
          fc.pre(!/^(?:@|at|T)/.test(f.text) && f.means !== '00:00');
          const text = first
            ? `${date}${join}${f.text}`
            : `${f.text.replace(/(?<=\d)\.$/, '')} ${join === ' at ' ? 'on ' : ''}${date}`;
          expect(read(text)).toBe(`2024-03-14 ${f.means}`);
        },
      ),
      { numRuns: 1500 },
    );
  });
  it('has the zone that is written behind it', () => {
    const zones = fc.constantFrom(
      ['Z', 'Z'],
      [' Z', 'Z'],
      [' UTC', 'Z'],
      [' GMT', 'Z'],
      [' Zulu', 'Z'],
      [' CDT', ' CDT'],
      [' (CDT)', ' CDT'],
      [' EDT', ' EDT'],
      [' Central', ' CT'],
      [' Eastern time', ' ET'],
      [' -0500', ' -05:00'],
      [' -05:00', ' -05:00'],
      [' UTC-5', ' -05:00'],
      [' GMT+2', ' +02:00'],
    );
    fc.assert(
      fc.property(form, zones, (f, [tail, zone]) => {
        fc.pre(!/^(?:@|at|T)|L$|local$/.test(f.text));
        expect(read(`${f.text.replace(/(?<=\d|HRS)\.$/, '')}${tail}`)).toBe(`${f.means}${zone}`);
      }),
      { numRuns: 1500 },
    );
  });
  it('prints what reads back the same, and asks only what it takes', () => {
    const piece = fc.oneof(
      form.map((f) => f.text),
      fc.constantFrom(
        ...HEDGES,
        ...DATES,
        ...SIDES.map(([w]) => w),
        ' to ',
        ' or ',
        '-',
        '/',
        ' ',
        '; ',
        'noon',
        'midnight',
        '2 pm',
        '@stop',
        ' +5m',
        ' +about 2 days',
        'CST',
        ' -0500',
        'v 3:15',
        '+',
        '31',
        '1427',
        ' later',
        'within 2 min of @x',
        '24:00',
      ),
    );
    let understood = 0;
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        const text = pieces.join('');
        const p = parseTime(text, null, GIVEN);
        if (p.ok) {
          understood++;
          const printed = printWritten(p.written);
          const again = parseTime(printed, null, { isRow: () => true });
          if (!again.ok) throw new Error(`${text} → ${printed}: ${again.why}`);
          expect(again.written).toEqual(p.written);
          return;
        }
        expect(p.why.length).toBeGreaterThan(10);
        for (const c of p.asks)
          expect(parseTime(c.text, null, GIVEN).ok, `${text} asks ${c.text}`).toBe(true);
      }),
      { numRuns: 6000 },
    );
    expect(understood).toBeGreaterThan(inAllRuns(500));
  });
});
