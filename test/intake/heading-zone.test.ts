import { expect, it } from 'vitest';
import { recordFromFiles } from '../../src/intake/assemble';
import { zoneOfHeading, zoneOfHeadings } from '../../src/intake/layouts/heading-zone';
import { understand } from '../../src/intake/readers/index';
import { typedPaper } from '../../src/papers/paper';

/** A table as some office keeps it (all made up), in a case of Chicago. */
async function read(text: string, zone = 'America/Chicago') {
  const bytes = new TextEncoder().encode(text.trim());
  const got = await recordFromFiles([{ name: 'log.csv', bytes }], zone);
  const zoneOf = new Map(got.record.clocks.map((c) => [c.id, c.zone]));
  return {
    zones: got.record.events.map((e) => e.zone || zoneOf.get(e.clockId)),
    events: got.record.events,
    refused: got.refused.map((r) => r.why),
    notices: got.notices.join('\n'),
  };
}

it.each([
  ['Time (UTC-5)', '-05:00'],
  ['Time (UTC offset -5)', '-05:00'],
  ['Time [GMT−06:00]', '-06:00'],
  ['Local time (UTC-5)', '-05:00'],
  ['event_time_utc', 'UTC'],
  ['startTimeUtc', 'UTC'],
  ['Time (Z)', 'UTC'],
  ['Time EST', 'America/New_York'],
  ['Time (Central)', 'America/Chicago'],
  ['Pacific Time', 'America/Los_Angeles'],
  ['Time (America/Denver)', 'America/Denver'],
])('“%s” says the zone of its times', async (heading, zone) => {
  const got = await read(`Date,${heading},Action\n3/20/2024,09:00,Stop\n3/20/2024,09:14,Search`);
  expect(got.refused).toEqual([]);
  expect(got.zones).toEqual([zone, zone]);
});

it.each([
  'Time',
  'Time (24h)',
  'Est Time',
  'MDT log',
  'Arrived Central',
  'Date/Time',
  'Time (HH:MM)',
  'Location',
])('“%s” says none', (heading) => expect(zoneOfHeading(heading)).toBe(''));

it('the moments of calls keep the zone of their headings, each its own where they differ', async () => {
  const rows = '2024-03-15 04:41:05,2024-03-15 04:41:09,2024-03-15 05:01:00\n';
  const one = await read(`Call #,Received_UTC,Dispatched_UTC,Arrived_UTC\n1,${rows}`);
  expect(one.zones).toEqual(['UTC', 'UTC', 'UTC']);
  const two = await read(
    'Call #,Received (UTC),Dispatched (UTC),Cleared (local)\n1,2024-03-15 04:41:05,2024-03-15 04:41:09,2024-03-15 00:21:00',
  );
  expect(two.zones).toEqual(['UTC', 'UTC', '']);
  expect(two.events.map((e) => e.date)).toEqual(['2024-03-15', '2024-03-15', '2024-03-15']);
  expect(two.refused).toEqual([]);
});

it('two zones in the headings are none for all, and no order is seen between their times', async () => {
  expect(zoneOfHeadings(['Start (UTC)', 'End (ET)'])).toEqual({ zone: '', differ: true, local: false });
  const got = await read(
    'Call #,Date,Received (UTC),Dispatched (UTC),Cleared (local)\n1,2024-03-15,04:41:05,04:41:09,00:21:00',
  );
  expect(got.refused).toEqual([]);
  expect(got.events.map((e) => `${e.date} ${e.start} ${e.zone}`)).toEqual([
    '2024-03-15 04:41:05 UTC',
    '2024-03-15 04:41:09 UTC',
    '2024-03-15 00:21:00 ',
  ]);
});

it.each(['All times UTC', 'Times are shown in UTC.', 'Time Zone: UTC', 'Report (all times Zulu)'])(
  'the title “%s” says the zone of all times, but of none that a heading calls local',
  async (title) => {
    const rows = 'Action\n3/20/2024,09:00,Stop\n3/20/2024,09:14,Search';
    expect((await read(`${title},,\nDate,Time,${rows}`)).zones).toEqual(['UTC', 'UTC']);
    expect((await read(`${title},,\nDate,Local time,${rows}`)).zones).toEqual(['', '']);
  },
);

it('a zone that is kept in two ways is that of the case, or refused', async () => {
  const rows = 'Date,Time (MST),Action\n3/20/2024,09:00,Stop';
  expect((await read(rows, 'America/Phoenix')).zones).toEqual(['America/Phoenix']);
  expect((await read(rows)).refused[0]).toContain('Arizona');
});

it('headings of two zones in one log are said', async () => {
  const got = await read('Start (UTC),End (local),Event\n2024-03-15 04:41,2024-03-15 04:50,Stop');
  expect(got.notices).toMatch(/state several zones/);
});

it('papers state the hours of their zone over a column, or for all times', () => {
  const times = (text: string): string[] =>
    (understand(typedPaper(text, 'paper.txt'), { dateOrder: 'mdy' })?.entries ?? []).map((e) => e.start);
  const trail = (head: string): string[] =>
    times(
      `BODY CAMERA AUDIT TRAIL\nDevice: X60A1234   Officer: Smith, J\n\nDate         Time ${head.padEnd(14)}User        Action
03/14/2024   23:44:02           System      Recording started\n03/15/2024   00:31:40           System      Recording stopped`,
    );
  expect(trail('(UTC)')).toEqual(['23:44:02Z', '00:31:40Z']);
  expect(trail('(UTC-5)')).toEqual(['23:44:02 -05:00', '00:31:40 -05:00']);
  expect(trail('(GMT-06:00)')).toEqual(['23:44:02 -06:00', '00:31:40 -06:00']);
  expect(trail('(GMT−06:00)')).toEqual(['23:44:02 -06:00', '00:31:40 -06:00']);
  const log = (title: string): string[] =>
    times(
      `CAD INCIDENT HISTORY\n${title}\n\nDate       Time      Unit   Status  Comment\n03/14/2024 23:46:05  4P27   CM      REQ K9`,
    );
  expect(log('All times UTC')).toEqual(['23:46:05Z']);
  expect(log('All times UTC-5')).toEqual(['23:46:05 -05:00']);
});
