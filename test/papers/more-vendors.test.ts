import { expect, it } from 'vitest';
import { understand } from '../../src/intake/readers/index';
import { typedPaper } from '../../src/papers/paper';

/** What is made of a page of text (made up): each event as `who kind start`. */
function read(text: string) {
  const got = understand(typedPaper(text.replace(/^\n/, ''), 'paper.txt'), { dateOrder: 'mdy' });
  if (!got) throw new Error('no reader takes it');
  const events = got.entries.filter((e) => e.role === 'event');
  return { ...got, told: events.map((e) => `${e.actor} ${e.kind} ${e.start}`.trim()) };
}

it('the times of units stand under what they are: the dog’s arrival, the drive to the jail', () => {
  const got = read(`
                    ** CALL FOR SERVICE DETAIL REPORT **
CFS#: 24-018827          Pri: 2    Nature: TRAFFIC STOP
Rcvd: 03/14/24 23:41:05  By: JSMITH   Src: OFFICER

Unit Times
Unit    Dispatched  Enroute    Arrived    Transport  At Dest   Cleared
4P27    23:41:05    23:41:05   23:41:06   00:33:10   00:48:51  01:02:44
K92     23:47:12    23:47:30   00:04:11                        00:21:00`);
  expect(got.told).toContain('K92 dog-arrives 00:04:11');
  expect(got.told).toContain('4P27 transport 00:33:10');
  expect(got.told.filter((t) => !/note/.test(t))).toHaveLength(2);
});

it('the searches of a booking sheet are none of the stop', () => {
  const got = read(`
SANGAMON COUNTY JAIL - BOOKING SHEET
Name: DOE, JOHN Q     Booking No: 24-0912
Arrest Date/Time: 03/15/2024 00:20     Arresting Officer: Smith #27
Arrived at Jail: 03/15/2024 00:51      Booked: 03/15/2024 01:22
Pat Search By: D. Hall 00:55           Fingerprinted: 01:31`);
  expect(got.entries.filter((e) => /frisk|search/.test(e.kind))).toEqual([]);
  expect(got.told).toContain('note 00:55');
});

it('a place on the counter is no time of day, and leaving a city no end of the stop', () => {
  const got = read(`
INCIDENT REPORT
Date/Time Occurred: 03/14/2024 2341 hrs
NARRATIVE:
I stopped the car at 2341 hours. The camera shows 00:14:22 on the counter when the dog alerted.
He told me he'd left Chicago at about 8 PM.`);
  expect(got.told.filter((t) => t.includes('00:14:22'))).toEqual([]);
  expect(got.told.filter((t) => t.includes('seizure-ends'))).toEqual([]);
});

it('a time in the title of a recording is the paper’s', () => {
  const got = read(`
EVIDENCE.COM AUDIT TRAIL
Evidence ID: X60A1234-001   Title: Traffic stop Doe 03-14-2024 2341
#   Date         Time                User                  Activity
1   14 Mar 2024  23:44:02 (-05:00)   System                Recording started
2   15 Mar 2024  00:31:40 (-05:00)   Smith, James (1123)   Recording stopped`);
  expect(got.told.filter((t) => / 23:41/.test(t))).toEqual([]);
  expect(got.told).toHaveLength(2);
});
