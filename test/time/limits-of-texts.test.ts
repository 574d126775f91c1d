import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../src/time/grammar/meaning';
import type { DateOrder, Given } from '../../src/time/grammar/parse';

const [DAY, ZONE] = ['2024-03-14', 'America/Chicago'];
const isRow = (ref: string): boolean => ref === 'stop';

/** What is known around a text: its day and zone, the order of dates, and what the app gives besides. */
const AROUND: Readonly<Record<string, readonly [string, string, DateOrder, Given]>> = {
  'typed by hand': [DAY, ZONE, null, { day: DAY, zone: ZONE, fresh: true, year: 2024, isRow: () => false }],
  'in a file with the month first': [
    DAY,
    ZONE,
    'mdy',
    { day: DAY, near: DAY, zone: ZONE, year: 2024, isRow },
  ],
  'in a file with the day first': ['2024-07-14', 'Europe/London', 'dmy', { near: '2024-07-14', year: 2024 }],
  'where nothing is known': ['', 'UTC', null, {}],
};

const instant = (ms: number): string =>
  Number.isFinite(ms) ? `${new Date(ms).toISOString().slice(11)}` : String(ms);

/** `= canonical`, `? choice ; choice`, or `! why`; on nights when clocks change the interval too, in UTC. */
function taken(text: string, around: string): string {
  const [date, zone, order, given] = AROUND[around] as (typeof AROUND)[string];
  const m = meaningOf(text, { date, zone, approximate: 300_000 }, order, given);
  if (!m.ok)
    return m.asks.length > 0
      ? `? ${m.asks.map((c) => c.text).join(' ; ')}`
      : `! ${m.why.replace(/ this app knows: write .*/, '')}`;
  const { interval } = m;
  const changes = interval && /^(?:\w+ )*2024-(?:11-03|03-10)/.test(m.text);
  const twice = interval?.doubled ? ' twice' : '';
  return `= ${m.text}${changes ? ` [${instant(interval.min)} ${instant(interval.max)}${twice}]` : ''}`;
}

const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' | '));

/** Texts at the limits of what each pattern takes: found by small faults that no other text told from the right code. */
const TEXTS: Readonly<Record<string, string>> = {
  'typed by hand': `
    -5m | ! “-5m” would stand before the row before it: write 5m before @row
    +hours later | ! “hours later” is not a distance: write 45s, 2m, 4m45s or 7 or 8 min
    1710426425.123 | ? 2024-03-14 14:27:05.123Z
    3:00 am to 3:00 | = between 03:00 and 03:00
    11:50 pm to 3/15 12:10 | ? between 23:50 and 2024-03-15 12:10
    about v 10:31 ? | ? ~v 10:31
    at at 14:27 | = 14:27
    03:47:35/v 03:31 | ! “03:47:35/v 03:31” is not a time
    14:27est. | ? ~14:27 ; 14:27 EST
    +12 | ! “12” is not a distance: it needs a unit, h, m or s
    +up to nearly 5m | ! “nearly 5m” is not a distance: write 45s, 2m, 4m45s or 7 or 8 min
    0:30 am | = 00:30
    13:05 pm | = 13:05
    14:27 utc-0500 (cdt) | = 14:27 -05:00
    220240314 0427-0500 | ! “220240314 0427” is not a time
    about around roughly approx 14:27 | = ~14:27
    between 2024-11-03 01:50 CDT and 2024-11-03 01:05 CST | = between 2024-11-03 01:50 CDT and 2024-11-03 01:05 CST [06:50:00.000Z 07:05:59.999Z]
    between 2024-11-03 01:50 CST and 2024-11-03 01:55 CDT | ! the second time is earlier than the first: if it ran past midnight, write both dates
    between 2024-11-03 01:50 CT and 2024-11-03 01:05 CST | ! the second time is earlier than the first: if it ran past midnight, write both dates
    same day 125153-0500 | ? 2024-03-14 12:51:53 -05:00
    1.50-0500 | ? between 01:50 and 05:00 ; 01:50 -05:00
    0.99999 | ? 23:59:59
    01424 | ! “01424” is not a time
    01462 | ? 1904-01-01
    0300000000 | ! “0300000000” is not a time
    031425 | = 2025-03-14
    +0h or 2 days | = +0d or 2d
    +0s | = +0s
    +1 week 2 days | ! “1 week 2 days” names its units out of order
    10 to 11 pm | ? 22:50 ; between 22:00 and 23:00
    11: 40 that night | ? 2024-03-14 11:40
    11:15 at night | = 23:15
    11:50 pm to 1:10 | ? between 2024-03-14 23:50 and 2024-03-15 01:10 ; between 2024-03-13 23:50 and 2024-03-14 01:10
    11:50p to 12:10 | ? between 2024-03-14 23:50 and 2024-03-15 00:10 ; between 2024-03-13 23:50 and 2024-03-14 00:10
    12:15 at night | = 00:15
    13.12.24 | = 2024-12-13
    14 Mar 1459 | ? 2024-03-14 14:59
    1427; 1427 | = 14:27; 14:27
    1427o | ! “1427o” is not a time
    14:27 (pacific daylight time) | = 14:27 PDT
    14:27 +-0s | = 14:27 +-0m
    14:27-28 | = between 14:27 and 14:28
    14:27; | = 14:27
    17:01-05:00 | ? between 2024-03-14 17:01 and 2024-03-15 05:00 ; between 2024-03-13 17:01 and 2024-03-14 05:00 ; 17:01 -05:00
    +1:05:59 | = +1h5m59s
    +1:23.45 | = +1m23.45s
    1:39 counter time | = v 1:39
    +1:59:59 | = +1h59m59s
    +1:60:00 | ! “1:60:00” is not a distance: write 45s, 2m, 4m45s or 7 or 8 min
    2 pm or 3 pm | ? between 14:00 and 15:00 ; between 14:00 and 15:59
    2024-03-14 04:27-06:00 | ? between 2024-03-14 04:27 and 2024-03-14 06:00 ; 2024-03-14 04:27 -06:00
    2024-W01-1 | = 2024-01-01
    20240314 00:00 | ? 2024-03-14 ; 2024-03-14 00:00
    2025 | ? 20:25
    +21 hours or 2 | ! the first distance is longer than the second
    242l | = 02:42
    24:00:00.5 | ! 24:00 does not exist: the day ends at 24:00
    3/14/2024 0:00 x | ! “3/14/2024 0:00 x” is not a time
    3/14/2024 0:00:00 | = 2024-03-14
    3/14/2024 12:00:00.00am | = 2024-03-14
    3/14/2024 1427/1435 | = between 2024-03-14 14:27 and 2024-03-14 14:35
    3/14/25 | = 2025-03-14
    311299 | = 1999-12-31
    5 to 530 pm | = between 17:00 and 17:30
    5:40 that night | ? 2024-03-14 05:40
    60 minutes to 3 pm | ! “60 minutes” is not a time
    6:40 that night | ? 2024-03-14 18:40
    9.05 | ? 09:05
    991231 | = 1999-12-31
    ; 14:27 | ! a statement is missing beside the “;”
    @stop @ 1427 | ! “stop @ 1427” is not a time
    Sunday 1427 | ? 2024-03-17 14:27
    Tues 1427 | ? 2024-03-12 14:27
    about 2026-03-01 +-3 | ! “+-3” needs a unit, h, m or s
    after 10.11.12 | ? after 2012-10-11 ; after 2012-11-10 ; after 10:11:12
    before 7/14/2024 14:27 CST | ? before 2024-07-14 14:27 CDT ; before 2024-07-14 14:27 -06:00
    between 11 p.m. and midnight | = between 23:00 and 24:00
    between @stop.end and @dog.start | = after @stop.end; before @dog
    by midnight | = by 24:00
    o9:27 | ? 09:27
    that night 12:40 | ? 2024-03-14 00:40
    that night 940 | ? 2024-03-14 21:40
    that night 9:40:10 | ? 2024-03-14 09:40:10
    v 1:03:15-20 | = between v 1:03:15 and v 1:03:20
    while @stop | = after @stop; before @stop.end
    x 20240314 142705 | ! “x 20240314 142705” is not a time
    x5 (1427) | ! “x5 (1427)” is not a time
  `,
  'in a file with the month first': `
    3/14 - next day | ! “3/14 - next day” names its day by another: say which day it is
    - 5m | ! “- 5m” would stand before the row before it: write 5m before @row
    01:40:00; just past 1430 | ! these times cannot all be true of one moment
    03/14/2014 | = 2014-03-14
    031424 x5 | ! “x5” is not a time
    05:06 to 15:30 pm | = between 05:06 and 15:30
    05:06 to 5:30 pm | ? between 05:06 and 17:30 ; between 17:06 and 17:30
    0:30 pm | ? 12:30 ; 00:30
    +0m | = +0m
    +1 1/2 days | ! “1 1/2 days” is no whole number of days: write it in hours
    10 to 3 pm x | ! “10” could be an hour or a minute: write it in full, such as 14:00
    101112 1427 | ? 2012-10-11 14:27
    1011242359 | ? 2002-01-17 04:39:19Z ; 2024-10-11 23:59
    11 or 12 pm | ? between 11:00 and 12:00 ; between 11:00 and 12:59
    11/3/2024 0:30 to 1:40 | = between 2024-11-03 00:30 and 2024-11-03 01:40 [05:30:00.000Z 07:40:59.999Z twice]
    11/3/2024 1:30 CST | = 2024-11-03 01:30 CST [07:30:00.000Z 07:30:59.999Z]
    11/3/2024 1:30 to 2:40 | = between 2024-11-03 01:30 and 2024-11-03 02:40 [06:30:00.000Z 08:40:59.999Z twice]
    114 27 | ! “114 27” is not a time
    11:50 pm to 12:10 | ? between 2024-03-14 23:50 and 2024-03-15 00:10 ; between 2024-03-13 23:50 and 2024-03-14 00:10
    11:50 pm-12:10 am | ? between 2024-03-14 23:50 and 2024-03-15 00:10 ; between 2024-03-13 23:50 and 2024-03-14 00:10
    12:40 that night | ? 2024-03-14 00:40
    13:40 that night | ? 2024-03-14 13:40
    14 Mar 1460 | ! the year of 14 mar 1460 is not one of the last or the next hundred: check it
    14 Mar 1899 | ! the year of 14 mar 1899 is not one of the last or the next hundred: check it
    14-03-24 | ! the date 14-03-24 does not exist
    14/3 14:27 | ! the date 14/3 does not exist
    1427-27 hrs | ! 27:00 does not exist: hours run from 0 to 23
    14:27 +-15 | ? 14:27 +-15m ; 14:27 +-15s
    14:27 +1500 | ! “+1500” is no zone: offsets run from -12:00 to +14:00
    14:27:05 -0500 CST | ? between 2024-03-14 14:27:05 CST and 2024-03-15 05:00 CST ; between 2024-03-13 14:27:05 CST and 2024-03-14 05:00 CST
    +15-min | = +15m
    +15m.. | = +at least 15m
    +1m +-500ms | = +1m +-0.500s
    2 mins after afternoon | ! “afternoon” is no time and no row: write @ and the id of a row, as in 2 mins after @id
    2024-11-03 03:30-06:00 | = 2024-11-03 03:30 -06:00 [09:30:00.000Z 09:30:59.999Z]
    23:30 pm | = 23:30
    240914 | ! 24:09 does not exist: the day ends at 24:00
    +277777h 46m 40s | = +277777h46m40s
    2:27 this morning | ? 2024-03-14 02:27
    2m of @stop | ? @stop +2m ; @stop -2m
    3/10/2024 1:30 to 2:30 | ! this time does not exist: clocks in America/Chicago were put forward that night (2024-03-10)
    3/10/2024 2:30 | ! this time does not exist: clocks in America/Chicago were put forward that night (2024-03-10)
    3/10/2024 2:30 CDT | ? 2024-03-10 02:30 CST ; 2024-03-10 02:30 -05:00
    3/10/2024 2:30 to 3:30 | ! this time does not exist: clocks in America/Chicago were put forward that night (2024-03-10)
    3/14/2024Z | ! “3/14/2024z” is a day with a zone and no time: leave the zone to the clock
    3/14/26 | ? 1926-03-14
    31 Feb 1427 | ! the date 31 feb 1427 does not exist
    59 past 2 pm | = 14:59
    9.05 am | = 09:05
    @stop five minutes after | ? @stop +5m ; @stop -5m
    Sun 1427 | ? 2024-03-17 14:27
    a quarter hour later | = +15m
    about 9:15 that evening | ? ~2024-03-14 21:15
    after 11/3/2024 0:30; 11/3/2024 1:30 | = after 2024-11-03 00:30; 2024-11-03 01:30 [06:30:00.000Z 07:30:59.999Z twice]
    after 1427 and before 1435 | = after 14:27; before 14:35
    after @stop; 7/14/2024 14:27 CST | ? after @stop; 2024-07-14 14:27 CDT ; after @stop; 2024-07-14 14:27 -06:00
    after midnight | = after 00:00
    around 11:40 that night | ? ~2024-03-14 23:40
    at 101112 | ? 2012-10-11 ; 10:11:12
    +at least a couple of minutes | = +at least 2m
    before 11/3/2024 1:30 +-5m | = before 2024-11-03 01:30 +-5m [-Infinity 07:34:59.999Z twice]
    between @stop and @dog | = after @stop; before @dog
    +few minutes | ! “few minutes” does not say how many: write the most it can have been, such as +up to 5m, or the order alone, such as after @stop
    from 2026-03-01 until 2026-03-09 | ! “2026-03-01 until” is not a time
    last night 2300 | ? 2024-03-13 23:00 ; 2024-03-14 23:00
    perhaps x 14 | ! “perhaps x 14” is not a time
    quarter of an hour later | = +15m
    same | ! “same” repeats another cell: write the time itself
    that afternoon 1:40 | ? 2024-03-14 13:40
    that morning 9:40 | ? 2024-03-14 09:40
    that night 1:40 | ? 2024-03-14 01:40
    the night before 11:40 | ? 2024-03-13 11:40 ; 2024-03-14 11:40
    +twenty five minutes | = +25m
  `,
  'in a file with the day first': `
    +..15m | = +up to 15m
    0 minutes to 3 pm | ! “0 minutes” is not a time
    031424 (1427) | ! “031424” and “1427” are not the same time: write the one that counts
    0314242359 | ? 2024-03-14 23:59
    +0h | = +0h
    +1 day or 30 hours | ! write both distances in days, or both in hours
    +1.25 | ! “1.25” is not a distance: it needs a unit, h, m or s
    10 to 3pm | ? 14:50 ; between 10:00 and 15:00
    +12 and a half minutes | = +12 1/2m
    13.12.24 | ? 2024-12-13 ; 13:12:24
    141427L MAR 2024 | = 2024-03-14 14:27
    1427 x or later | ! “1427 x” is not a time
    1427-1 pm | ! the second time is earlier than the first: if it ran past midnight, write both dates
    14:27 central time | = 14:27 CT
    1:30 at night | = 01:30
    2 in the morning | ? 02:00 ; between 02:00 and 02:59
    20 to 12 pm | ! “20” could be an hour or a minute: write it in full, such as 14:00
    236l | = 02:36
    24:00:01 | ! 24:00 does not exist: the day ends at 24:00
    24:01 | ! 24:01 does not exist: the day ends at 24:00
    +277777h 46m 41s | ! that distance is longer than thirty years
    3.13.2024 | ! the date 3.13.2024 does not exist
    3/14/2024 between 1427 and 1430 | ! the date 3/14/2024 does not exist
    3/14/2024 possibly 1427 | ! the date 3/14/2024 does not exist
    4200000000 | ! “4200000000” is not a time
    45365.12345 | ? 2024-03-14 02:57:46
    4:30 at night | = 04:30
    5 at night | ! “5 at night” is not a time
    5:06 a to 6 | = between 05:06 and 06:00
    5:06 to 5:06 pm | = between 17:06 and 17:06
    +5:59 | = +5m59s
    +61:05 | ? +61h5m ; +1h1m5s
    65 past 2 pm | ! “65 past 2 pm” is not a time
    6:30 at night | = 18:30
    +7 1/2 or 8 min | = +7m30s or 8m
    +7m.. | = +at least 7m
    927-35 | ! “35” could be an hour or a minute: write it in full, such as 14:00
    9999999999 | ! “9999999999” is not a time
    @2p | ? 14:00
    +a minute or two | = +1m or 2m
    +a year | ! months and years differ in length: write the days, or the date
    about after 1427 | = after ~14:27
    after @stop and before 1435 | = after @stop; before 14:35
    by 11/3/2024 1:30 +-5m | = by 2024-03-11 01:30 +-5m
    +half an hour | = +30m
    half to 3 pm | ! “half” is not a time
    o:27 | ? 00:27
    quarter to 12 pm | ! “quarter” is not a time
    +x 7-min | ! “min” is not a distance: write 45s, 2m, 4m45s or 7 or 8 min
  `,
  'where nothing is known': `
    + +- 5m | ! a distance is missing
    0.60 | ! 0:60 does not exist: minutes run from 0 to 59
    0231241427 | ! “0231241427” is not a time
    0:00 2024-03-14 | ? 2024-03-14 ; 2024-03-14 00:00
    0:30 at night | ! “0:30 at night” is not a time
    +1.5 days | ! “1.5 days” is no whole number of days: write it in hours
    10 to 1 a | ! the second time is earlier than the first: if it ran past midnight, write both dates
    10 to 12 am | ? 23:50
    10.11.12 | ? 2012-10-11 ; 2012-11-10 ; 10:11:12
    +100000000h | ! that distance is longer than thirty years
    11 at night | ? 23:00 ; between 23:00 and 23:59
    +12 days 3 hours | ! “12 days 3 hours” mixes days, which run by the calendar, with hours: write 12 days, or all of it in hours
    12 to 3 pm | ? 14:48 ; between 12:00 and 15:00
    120324 | ? 2024-12-03 ; 2024-03-12 ; 12:03:24
    13.12.24 | ? 2024-12-13 ; 13:12:24
    14 27 05 | ? 14:27:05
    141427 1427 | ! “141427 1427” is not a time
    141427ZMAR24 | = 2024-03-14 14:27Z
    1427, or later | ! this time has no day: fill in the date column, or write the date before the time
    1427-27 | ! “27” could be an hour or a minute: write it in full, such as 14:00
    14:2o | ? 14:20
    +1:23:45 | = +1h23m45s
    +2 days 3 hours | ! “2 days 3 hours” mixes days, which run by the calendar, with hours: write 2 days, or all of it in hours
    2 mins after midnights | ? @midnights +2m
    +2 mo | ! months and years differ in length: write the days, or the date
    20 to 1 pm | ! “20” could be an hour or a minute: write it in full, such as 14:00
    2020-W53-1 | = 2020-12-28
    2024-03-14 - 2024-03-15 1430 | ! one end is a time and the other a whole day: write a time at both ends, or a day at both
    20240314 0:00:00 | = 2024-03-14 00:00:00
    2026-13 | ! “13” could be an hour or a minute: write it in full, such as 14:00
    2102-01-01 | ! the year of 2102-01-01 is not one of the last or the next hundred: check it
    23 hours | ? 23:00 ; between 23:00 and 23:59
    24:30 pm | ! 24 is no hour of a twelve-hour clock
    +2m max | = +up to 2m
    +3 yr | ! months and years differ in length: write the days, or the date
    3/14/2024 0:00:00.000 | = 2024-03-14
    3/14/2024 10:00:00 | = 2024-03-14 10:00:00
    3/14/2024 12:00:00 AM x | ! “3/14/2024 12:00:00 am x” is not a time
    3/14/2024 12:00am | ? 2024-03-14 ; 2024-03-14 00:00
    3/14/2024 and 3/15/2024 | ? between 2024-03-14 and 2024-03-15
    3/14/2024 nlt 1427 | = by 2024-03-14 14:27
    3/14/2024 sometime after 1427 | = after 2024-03-14 14:27
    5 til 3 am | ? 02:55
    7/14/2024 14:27 CST; after @stop | ? 2024-07-14 14:27 CDT; after @stop ; 2024-07-14 14:27 -06:00; after @stop
    73051 | ? 2100-01-01
    @2pm | ? 14:00
    +a couple minutes | = +about 2m
    about within 1h of @stop.end | = about within 1h of @stop.end
    +an hour and a half | = +1 1/2h
    at 2023 | ! this time has no day: fill in the date column, or write the date before the time
    +between 7 and 8m x | ! “8m x” is not a distance: write 45s, 2m, 4m45s or 7 or 8 min
    half hour later | = +30m
    half past ten | ? 10:30 ; 22:30
    quarter to 1 pm | ! “quarter” is not a time
    quarter to eleven | ? 10:45 ; 22:45
    some time 1427 | ! this time has no day: fill in the date column, or write the date before the time
    throughout @stop.end | = after @stop; before @stop.end
    v 1:59:05 | = v 1:59:05
    v 3:15.25-20 | = between v 3:15.25 and v 3:20
    v3:15-5 | ! the second time is earlier than the first: if it ran past midnight, write both dates
    within 2 min +-10s of @stop | = within 2m +-10s of @stop
    x9:5 | ! “x9:5” is not a time
  `,
};

describe.each(Object.entries(TEXTS))('a text at a limit, %s', (around, table) => {
  it.each(rowsOf(table))('%s', (text, said) => {
    expect(taken(text as string, around)).toBe(said);
  });
});
