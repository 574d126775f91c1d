import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { recordFromFiles } from '../../src/intake/assemble';

/** A history as some dispatch system, recorder or jail exports it (all made up). */
async function read(text: string, name = 'history.csv') {
  const bytes = new TextEncoder().encode(text.trim());
  const got = await recordFromFiles([{ name, bytes }], 'America/Chicago');
  return {
    kinds: got.record.events.map((e) => e.kind),
    told: got.record.events.map((e) => `${e.actor} ${e.kind} ${e.description}`.trim()),
    events: got.record.events,
    refused: got.refused.map((r) => r.why),
    notices: got.notices.join('\n'),
    rules: analyze(got.record).findings.map((f) => f.rule),
  };
}

describe('histories of units (made up)', () => {
  it('with a code and its description keep both; what the remark on a status tells may be of another time', async () => {
    const got = await read(`Incident #,2024-00018827,,,,
Unit Status History,,,,,
Unit,Status Code,Status Description,Date/Time,Employee,Comments
4P27,DP,Dispatched,03/14/2024 23:41:05,JSMITH,
4P27,AR,Arrived,03/14/2024 23:41:40,JSMITH,TRAFFIC STOP RT 9 MM 14
K92,DP,Dispatched,03/14/2024 23:47:12,JSMITH,
K92,AR,Arrived,03/15/2024 00:04:11,JSMITH,
K92,CL,Cleared,03/15/2024 00:21:00,JSMITH,
4P27,CL,Cleared,03/15/2024 00:33:10,JSMITH,WARNING ISSUED`);
    expect(got.told).toEqual([
      '4P27 note DP: Dispatched',
      '4P27 note AR: Arrived: TRAFFIC STOP RT 9 MM 14',
      'K92 note DP: Dispatched',
      'K92 dog-arrives AR: Arrived',
      'K92 note CL: Cleared',
      '4P27 note CL: Cleared: WARNING ISSUED',
    ]);
    expect(got.notices).toMatch(/Line 7: a unit that is called by its dog arrives/);
  });

  it('in pipes with stamps of the system, told by what stands behind a comment', async () => {
    const got = await read(`Event ID|Unit ID|Status|Cdts|Terminal|Comment
P24|12A4|~|20240314234233CD|pd03|REFUSES CONSENT TO SEARCH
P24|K9-1|DP|20240314234712CD|pd03|
P24|K9-1|OS|20240315000411CD|pd03|
P24|K9-1|~|20240315000640CD|pd03|POS ALERT PASS SIDE
P24|12A4|~|20240315000702CD|pd03|PC SEARCH VEH
P24|12A4|~|20240315000902CD|pd03|1 IN CUSTODY`);
    expect(got.kinds).toEqual(['consent-refused', 'note', 'dog-arrives', 'alert', 'search', 'arrest']);
    expect(got.refused).toEqual([]);
  });

  it('that call each entry a change of status or a comment', async () => {
    const got = await read(`event_time_utc,event_type,unit_call_sign,author,comment_text
2024-03-15T04:41:05Z,UNIT_STATUS_CHANGED,4P27,J Smith,DISPATCHED -> AT_SCENE
2024-03-15T04:44:05Z,COMMENT_ADDED,,J Smith,Driver says no to search
2024-03-15T04:59:05Z,UNIT_STATUS_CHANGED,K9-2,J Smith,EN_ROUTE -> AT_SCENE
2024-03-15T05:09:05Z,UNIT_STATUS_CHANGED,K9-2,J Smith,AT_SCENE -> CLEARED`);
    expect(got.kinds).toEqual(['note', 'consent-refused', 'dog-arrives', 'note']);
    expect(got.events.map((e) => e.actor)).toEqual(['4P27', '', 'K9-2', 'K9-2']);
    expect(got.notices).not.toContain('comment_text” is left out');
  });

  it('AR alone is no arrival where no unit is sent by letters, and none of a unit without a dog', async () => {
    const rows = (unit: string, first: string): string =>
      `Unit,Status,Date/Time\n${unit},${first},03/14/2024 23:41\n${unit},AR,03/14/2024 23:55`;
    expect((await read(rows('K9-1', 'Closed'))).kinds).toEqual(['note', 'note']);
    expect((await read(rows('K9-1', 'ER'))).kinds).toEqual(['note', 'dog-arrives']);
    expect((await read(rows('4P27', 'ER'))).kinds).toEqual(['note', 'note']);
  });

  it('one unit a row: the scene of a unit with a dog is the dog’s', async () => {
    const got = await read(
      'Unit,Dispatched,En Route,On Scene,Cleared\n4P27,3/14/2024 23:41:05,3/14/2024 23:41:06,3/14/2024 23:41:40,3/15/2024 01:00\nK9-2,3/14/2024 23:47,3/14/2024 23:48,3/14/2024 23:59,3/15/2024 00:20',
    );
    expect(got.events.filter((e) => e.kind !== 'note').map((e) => `${e.actor} ${e.kind} ${e.start}`)).toEqual(
      ['K9-2 dog-arrives 3/14/2024 23:59'],
    );
  });
});

it('a line that states a time of its own tells nothing of the time of its row', async () => {
  const got = await read(
    'Time,Event\n3/14/2024 23:41,Traffic stop\n3/14/2024 23:58,Arrested at 2351 by Smith\n3/15/2024 00:10,Dog alerted 00:02',
  );
  expect(got.kinds).toEqual(['seizure-begins', 'note', 'note']);
});

it('searches of a jail are none of the stop, but where a person says so', async () => {
  const got = await read(
    'Booking #,Event,Event Date,Event Time\n24-1,Search - Pat,3/15/2024,0055\n24-1,Strip search,3/15/2024,0101\n24-1,Booked,3/15/2024,0122',
  );
  expect(got.kinds).toEqual(['note', 'note', 'note']);
  expect(got.rules).toEqual([]);
  expect(got.notices).toMatch(/log of a jail/);
});

it('Search - Pat on the road is a frisk, Search - Records none', async () => {
  const got = await read(
    'Time,Event\n3/14/2024 23:41,Search - Pat\n3/14/2024 23:42,Search - Records\n3/14/2024 23:43,Search: trunk',
  );
  expect(got.kinds).toEqual(['frisk', 'note', 'search']);
});

it('an export of a car’s recorder is a list of recordings', async () => {
  const got = await read(
    'Event,Start Time,End Time,Duration,Officer,Vehicle,Trigger\n1,3/14/2024 11:41:00 PM,3/15/2024 12:31:40 AM,0:50:40,SMITH J,U27,Light Bar',
  );
  expect(got.events.map((e) => `${e.kind} ${e.actor} ${e.start}`)).toEqual([
    'recording SMITH J 3/14/2024 11:41:00 PM',
  ]);
});

it.each([
  ['K9 POSITIVE ON PASS DOOR', 'alert'],
  ['Driver refuses consent to search', 'consent-refused'],
  ['drvr consents to search of veh', 'consent-given'],
  ['1 MALE TO JAIL SM 10233.1', 'transport'],
  ['METH LOCATED', 'found'],
  ['NIK POS', 'field-test'],
  ['Contact w/ driver', 'approach'],
  ['Refuses to exit', 'note'],
  ['K9 positive for heartworm', 'note'],
  ['RAN DRIVER 28/29 CLEAR', 'note'],
])('%s is read as %s', async (words, kind) => {
  expect((await read(`Date,Time,Event\n3/14/2024,23:41,${words}`)).kinds).toEqual([kind]);
});

describe('what is no dog’s alert', () => {
  it.each([
    'Read Time,Plate,Site,Alert\n2024-03-14T23:38:40-05:00,ABC1234,Rt 9 EB,BOLO Hit',
    'Read Time,Plate,Camera,Event\n2024-03-14T23:38:40-05:00,ABC1234,Rt 9 EB,Alert',
    'Time,Unit,Speed,Event\n3/14/2024 23:38,27,91,Speed alert',
    'Time,Event\n3/14/2024 23:38,Positive hit',
    'Time,Event\n3/14/2024 23:38,NO HIT',
  ])('a plate reader’s, a tracker’s, a hit of a name: %s', async (text) => {
    expect((await read(text)).kinds).toEqual(['note']);
  });

  it('a person’s log in which a speed stands keeps its dog', async () => {
    const got = await read(
      'Time,Event,Speed\n3/14/2024 23:38,Traffic stop on Rt 9,71\n3/15/2024 00:08,K9 alert,',
    );
    expect(got.kinds).toEqual(['seizure-begins', 'alert']);
  });
});

it('an export of a company that keeps videos is a list of recordings', async () => {
  const got = await read(
    'ID,Title,Owner,Recorded Start,Recorded End,Device Serial\nE1,AXON Body 3 Video 2024-03-14 2341,"Smith, J",2024-03-15T04:41:00Z,2024-03-15T05:31:40Z,X60A1234',
  );
  expect(got.events.map((e) => `${e.kind} ${e.actor} ${e.start} ${e.end}`)).toEqual([
    'recording Smith, J 2024-03-15T04:41:00Z 2024-03-15T05:31:40Z',
  ]);
});

it('a title that the recordings of two people bear is no camera', async () => {
  const got = await read(`Evidence ID,Title,Owner,Recorded On (CT),Duration (HH:MM:SS)
A1,Traffic Stop 24-1180,"Roe, Pat",2024-02-03 19:41:07,00:31:20
A2,Traffic Stop 24-1180,"Poe, Lee",2024-02-03 19:55:32,00:12:05`);
  expect(got.events.map((e) => `${e.actor}: ${e.description}`)).toEqual([
    'Roe, Pat: A1 records: Traffic Stop 24-1180',
    'Poe, Lee: A2 records: Traffic Stop 24-1180',
  ]);
  expect(new Set(got.events.map((e) => e.clockId)).size).toBe(2);
  expect(got.notices).not.toMatch(/overlaps/);
  expect(got.notices).toMatch(/“Evidence ID” is taken for the camera/);
});

it('an index of files with the start and the stop of each recording is a list of recordings', async () => {
  const got = await read(`Acme Fleet Video - Export Index
Clip,File,Rec Start,Rec Stop,Dur (mm:ss)
1,a.av3,08/13/23 21:33:02,08/13/23 21:48:10,15:08
2,b.av3,08/13/23 23:55:44,08/14/23 00:10:03,14:19`);
  expect(got.events.map((e) => `${e.kind} ${e.start} ${e.end}: ${e.description}`)).toEqual([
    'recording 08/13/23 21:33:02 08/13/23 21:48:10: a.av3 records',
    'recording 08/13/23 23:55:44 08/14/23 00:10:03: b.av3 records',
  ]);
});

it('remarks are told by their words where the kind of an entry is Remark, with or without headings', async () => {
  const rows = `2024-03-14 23:46:10,4P27,REMARK,REQ K9
2024-03-14 23:47:10,4P27,REMARK,WAITING ON K9 ETA
2024-03-15 00:01:31,K9-2,ENROUTE,
2024-03-15 00:02:31,K9-2,ONSCENE,
2024-03-15 00:04:31,K9-2,REMARK,POS ALERT`;
  const kinds = ['dog-requested', 'note', 'note', 'dog-arrives', 'alert'];
  expect((await read(`Time,Unit,Type,Text\n${rows}`)).kinds).toEqual(kinds);
  expect((await read(rows)).kinds).toEqual(kinds);
});
