import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../src/time/grammar/meaning';
import { printWritten } from '../../src/time/grammar/print';

const DAY = '2024-03-14';
const ZONE = 'America/Chicago';

/** What a text is taken for on Thursday, March 14, 2024: `= canonical`, `? choice | choice`, or `!`. */
function taken(text: string): string {
  const given = { day: DAY, zone: ZONE, fresh: true, year: 2024, isRow: () => false };
  const m = meaningOf(text, { date: DAY, zone: ZONE, approximate: 300_000 }, null, given);
  if (m.ok) return `= ${printWritten(m.written)}`;
  return m.asks.length > 0 ? `? ${m.asks.map((c) => c.text).join(' | ')}` : '!';
}

/** Spellings of other agencies, programs and hands, by what they mean. */
const PLAIN: Readonly<Record<string, string>> = {
  '14:27': '14:27 LT|1427L hours|(1427)|[14:27]|1427 (2:27 PM)|2:27 PM (1427)|14 h 27|14 h 27 min',
  '14:30': 'half past 2 p.m.',
  '14:45': 'quarter to 3 pm',
  '21:15': '9:15 at night',
  '02:15': '2:15 at night',
  '12:00': '12:00 N|12n',
  '14:27:05': '14.27.05|14H27M05S',
  '~14:27': 'c. 1427|est. 1427|1427 (approximate)|1427 estimated',
  '14:27 America/Chicago': '14:27 US/Central|14:27 America/Chicago',
  'between 14:00 and 15:00': 'between the hours of 1400 and 1500',
  'between 14:27 and 14:30': 'either 1427 or 1430|1427 -> 1430|1427…1430|1427..1430|btw 1427 and 1430',
  'between 14:27 and 14:27': '1427hrs/2:27pm',
  '2024-03-14': '3/14/2024 (Thu)|2024-Mar-14',
  'between 2024-03-14 and 2024-03-15': 'March 14-15, 2024|14-15 March 2024',
  '2024-03-14 14:27': 'the 14th of March 2024 at 2:27 pm|3/14/24 Thu 1427|2024Mar14 14:27',
  '2024-03-14 14:27:05': '2024-03-14_14-27-05|20240314_142705|2024-03-14_142705',
  '2024-03-14 14:27:05.120': 'Mar 14 2024 02:27:05:120PM',
  '2024-03-14 14:27:05 -05:00':
    'Thu Mar 14 2024 14:27:05 GMT-0500 (Central Daylight Time)|2024-03-14 14:27:05-05|2024-03-14 14:27:05 -0500 CDT',
  '2024-03-14 19:27:05Z': '2024-03-14 19:27:05 +0000 UTC|2024-03-14 19:27:05+00',
  '14:10': 'ten past 2 pm|10 minutes after 2 p.m.|• 1410|1410 (local)|exactly 1410|1410 sharp',
  '14:01': '59 minutes to 3 pm',
  '14:05': '55 to 3 pm',
  '14:40': '20 to 3 pm|20 minutes before three p.m.|two forty in the afternoon|two-forty p.m.',
  '00:05': 'twelve oh five a.m.',
  '21:30': 'twenty-one thirty hours|twenty one thirty|at twenty-one-thirty hrs',
  '09:00': 'oh nine hundred|zero nine hundred hours',
  '00:15': 'zero zero fifteen hours',
  '24:00': 'twenty-four hundred hours',
  '20:10': 'twenty ten hours',
  '~21:05': 'about twenty-one oh five hours',
  '14:30 +-5m': '1430 (+/- 5 min)|within 5 minutes of 1430|1430 ± 5 min',
  'before 14:30': 'just prior to 1430|a few minutes before 1430|slightly before 1430',
  'after 14:30': 'a little after 1430|just past 1430|as early as 1430',
  'by 14:30': 'upto 1430|as late as 1430',
  'between 14:27 and 14:35': '1427-35 hrs|2:27-35 pm|anywhere from 1427 to 1435',
  '2024-03-14 14:28':
    '3/14/24 @1428 hrs|2024-03-14 / 14:28|03/14/24 / 1428|1428 / 03-14-24|Mar/14/2024 14:28|3/14/2024 14:28',
  '2024-03-14 14:28 CDT': '03/14/2024 14:28 [CDT]',
  '2024-03-14 14:28:05': '2024_03_14_14_28_05',
  '+about 2m': 'a couple of minutes later',
  '@stop +10m': '@stop plus 10 minutes',
  '@Stop +5m': '@Stop + 5 min',
  'v 3:15': '3 min 15 s into the recording|195 seconds into the video|v 195s|at the 3:15 mark of the video',
  'between v 15:00 and v 15:59': '15 minutes into the video',
};

describe('spellings that say what another says', () => {
  const texts = Object.entries(PLAIN).flatMap(([means, all]) =>
    all.split('|').map((t) => [t, means] as const),
  );
  it.each(texts)('%s is %s', (text, means) => {
    expect(taken(text)).toBe(`= ${means}`);
    expect(taken(means)).toBe(`= ${means}`);
  });

  it.each([
    // A watch of sixteen hours, or a zone that only a program writes.
    [
      '1700-0900',
      '? between 2024-03-14 17:00 and 2024-03-15 09:00 | between 2024-03-13 17:00 and 2024-03-14 09:00 | 17:00 -09:00',
    ],
    ['142l', '? 14:21 | 01:42'],
    ['927l', '= 09:27'],
    ['1427 est.', '? ~14:27 | 14:27 EST'],
    ['1427?', '? 14:27 | ~14:27'],
    ['1427 +/- 5', '? 14:27 +-5m | 14:27 +-5s'],
    ['14-Mar', '? 2024-03-14'],
    ['14 Mar 1427', '? 2024-03-14 14:27'],
    ['0015 (next day)', '? 2024-03-15 00:15 | 2024-03-14 00:15'],
    ['00:15 +1', '? 2024-03-15 00:15 | 2024-03-14 00:15'],
    ['yesterday 1427', '? 2024-03-13 14:27 | 2024-03-14 14:27'],
    ['Thursday at 2:27 PM', '? 2024-03-14 14:27'],
    ['Wed 1427', '? 2024-03-13 14:27'],
    ['14:27 UTC+1', '= 14:27 +01:00'],
    ['Thu 3/14/2024 2:27 PM', '= 2024-03-14 14:27'],
    ['1427 (1428)', '!'],
    ['3/14/2024 (Wed)', '!'],
    ['@stop +4m45s..5m15s', '= @stop +4m45s..5m15s'],
    // Two hours, or minutes before one; a day whose year may stand first; a camera's counter, or its clock.
    ['10 to 3 pm', '? 14:50 | between 10:00 and 15:00'],
    ['5 till 3 pm', '? 14:55 | between 05:00 and 15:00'],
    ['240314', '? 2014-03-24 | 2024-03-14'],
    ['240314 1427', '? 2014-03-24 14:27 | 2024-03-14 14:27'],
    ['BWC 14:27', '? v 14:27 | 14:27'],
    ['1427 per CAD', '? 14:27'],
    ['CAD 1427', '? 14:27'],
    ['maybe 1427', '? 14:27 | ~14:27'],
    ['11:40 that night', '? 2024-03-14 23:40'],
    ['2:27 that afternoon', '? 2024-03-14 14:27'],
    // A year as well, and what is counted; no clock shows the last.
    ['nineteen fifty', '!'],
    ['ten thirty', '? 10:30 | 22:30'],
    ['fifteen twenty minutes', '!'],
    ['twenty-four thirty hours', '!'],
    // Of two times one half of the day: the later one turns at noon, and not back.
    ['11:30 am - 1:15', '= between 11:30 and 13:15'],
    ['10 am to 11:15', '= between 10:00 and 11:15'],
    [
      '1:15 pm to 1:10',
      '? between 2024-03-14 13:15 and 2024-03-15 01:10 | between 2024-03-13 13:15 and 2024-03-14 01:10',
    ],
    ['14 27', '? 14:27'],
    ['14 27 05', '? 14:27:05'],
    ['14 27 059', '!'],
    ['040506', '? 2006-04-05 | 2006-05-04 | 04:05:06'],
    ['04.05.06', '? 2006-04-05 | 2006-05-04 | 04:05:06'],
    ['040506x', '!'],
    ['1710444425', '? 2024-03-14 19:27:05Z'],
    ['1710444425123456', '? 2024-03-14 19:27:05.123Z'],
    ['17104444251', '!'],
    ['v3', '!'],
    ['same as above', '!'],
    ['see report', '!'],
  ])('%s is taken for %s', (text, said) => {
    expect(taken(text)).toBe(said);
  });
});

/** Why a text means nothing. */
function whyNot(text: string): string {
  const given = { day: DAY, zone: ZONE, fresh: true, year: 2024, isRow: () => true };
  const m = meaningOf(text, { date: DAY, zone: ZONE, approximate: 300_000 }, null, given);
  return m.ok ? '' : m.why;
}

it('a refusal speaks of what is written: no counter, no number of minutes, where none is', () => {
  expect(whyNot('van 1427 seen')).not.toMatch(/media time/);
  expect(whyNot('v 3')).toMatch(/media time/);
  expect(whyNot('@stop +some minutes')).toMatch(/does not say how many/);
  expect(whyNot('@stop +quite some minutes')).not.toMatch(/does not say how many/);
});

it('what is finer than a millisecond is cut, and said; noughts are nothing that was cut', () => {
  const noted = (text: string): string => {
    const given = { day: DAY, zone: ZONE, fresh: true, year: 2024, isRow: () => false };
    const m = meaningOf(text, { date: DAY, zone: ZONE, approximate: 300_000 }, null, given);
    return m.ok ? `${printWritten(m.written)} ${m.note ?? ''}`.trim() : m.why;
  };
  expect(noted('14:27:05.1234')).toBe('14:27:05.123 what is finer than a millisecond was cut');
  expect(noted('14:27:05.120000')).toBe('14:27:05.120');
});

it.each([
  ['2024-03-10', 23],
  ['2024-03-14', 24],
  ['2024-11-03', 25],
])('the day %s lasts %i hours, by the zone', (day, hours) => {
  const given = { day: DAY, zone: ZONE, fresh: true, year: 2024, isRow: () => false };
  const m = meaningOf(day, { date: DAY, zone: ZONE, approximate: 300_000 }, null, given);
  const { min, max } = (m.ok && m.interval) || { min: 0, max: 0 };
  expect(max + 1 - min).toBe(hours * 3_600_000);
});
