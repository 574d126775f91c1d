import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { takeCalendar } from '../../src/actions/calendar';
import { BLANK_DATE } from '../../src/actions/docket';
import { calendarEntries, calendarFile } from '../../src/exhibits/calendar';
import { readCalendar } from '../../src/intake/formats/calendar';
import type { DocketDate } from '../../src/record/docket';

const ZONE = 'America/Chicago';
const CANARY = 'CANARY-7f3a91';
const date = (over: Partial<DocketDate>): DocketDate => ({
  ...BLANK_DATE,
  id: `id-${over.day}-${over.hour ?? ''}`,
  caseId: 'c',
  title: CANARY,
  note: CANARY,
  paper: CANARY,
  page: CANARY,
  ...over,
});
const DATES = [
  date({ day: '2026-03-14', hour: '09:30', where: 'Courtroom 3', calendar: 'Motion hearing' }),
  date({ day: '2026-07-01', kind: 'plea-cutoff' }),
  // The hour that this zone has twice, and that which it does not have.
  date({ day: '2026-11-01', hour: '01:30' }),
  date({ day: '2026-03-08', hour: '02:30' }),
  date({ day: 'March 2026', kind: 'deadline' }),
  date({ day: '2026-04-01', state: 'vacated' }),
];
const made = () => {
  const { entries, left } = calendarEntries(DATES, '24-CR-118');
  return { text: new TextDecoder().decode(calendarFile(entries, ZONE, 1_770_000_000_000)), left };
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a calendar file that leaves', () => {
  it('opens elsewhere: its days, hours and words, parsed back', () => {
    const { text, left } = made();
    const events = new ICAL.Component(ICAL.parse(text) as never)
      .getAllSubcomponents('vevent')
      .map((c) => new ICAL.Event(c));
    expect(events.map((e) => [e.summary, e.startDate?.toString(), e.location])).toEqual([
      ['Hearing: Motion hearing (24-CR-118)', '2026-03-14T14:30:00Z', 'Courtroom 3'],
      ['Plea cut-off (24-CR-118)', '2026-07-01', null],
      ['Hearing (24-CR-118), 01:30', '2026-11-01', null],
      ['Hearing (24-CR-118), 02:30', '2026-03-08', null],
    ]);
    expect(events[1]?.endDate?.toString()).toBe('2026-07-02');
    expect(left.map((d) => d.day)).toEqual(['March 2026', '2026-04-01']);
    expect(text.split(/\r\n/).every((l) => utf8(l).length <= 75)).toBe(true);
  });

  it('holds nothing private, whatever stands in the rows', () => {
    expect(made().text).not.toContain(CANARY);
    expect(made().text.replace(/\r\n /g, '')).not.toContain('CANARY');
  });
});

const file = (...events: string[]): Uint8Array =>
  utf8(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...events, 'END:VCALENDAR', ''].join('\r\n'));
const event = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');

describe('a calendar file that comes in', () => {
  it('gives its days in the zone of the case', () => {
    const { days, notices } = readCalendar(
      file(
        event(
          'UID:1',
          'SUMMARY:Motion to suppress\\, hearing',
          'DTSTART:20260314T143000Z',
          'LOCATION:Room 3',
        ),
        event('UID:2', 'SUMMARY:Reply due', 'DTSTART;VALUE=DATE:20260320', 'DTEND;VALUE=DATE:20260323'),
        event('UID:3', 'SUMMARY:Jury trial', 'DTSTART;TZID=America/New_York:20260401T090000'),
        event('UID:4', 'SUMMARY:Visit', 'DTSTART;TZID=Nowhere/Else:20260402T100000'),
        event('UID:5', 'SUMMARY:Off', 'DTSTART:20260403T100000', 'STATUS:CANCELLED'),
      ),
      'court.ics',
      ZONE,
    );
    expect(days.map((d) => [d.says, d.day, d.hour, d.until])).toEqual([
      ['Motion to suppress, hearing', '2026-03-14', '09:30', ''],
      ['Reply due', '2026-03-20', '', '2026-03-22'],
      ['Jury trial', '2026-04-01', '08:00', ''],
      ['Visit', '2026-04-02', '10:00', ''],
    ]);
    expect(notices.join(' ')).toMatch(/Nowhere\/Else.*Off.*canceled/);
  });

  it('lays a series out day by day, without the days taken out of it, and says where it stops', () => {
    const series = (rule: string): Uint8Array =>
      file(
        event('UID:s', 'SUMMARY:Group', 'DTSTART:20260302T100000', `RRULE:${rule}`, 'EXDATE:20260309T100000'),
      );
    const { days } = readCalendar(series('FREQ=WEEKLY;COUNT=4'), 'a.ics', ZONE);
    expect(days.map((d) => d.day)).toEqual(['2026-03-02', '2026-03-16', '2026-03-23']);
    const endless = readCalendar(series('FREQ=DAILY'), 'a.ics', ZONE);
    expect([endless.days.length, endless.notices.join(' ')]).toEqual([400, expect.stringMatching(/goes on/)]);
  });

  it.each([
    ['', /is empty/],
    ['a,b\n1,2', /no calendar file/],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nrubbish', /cannot be read|no day/],
  ])('%j is refused with a sentence', (text, why) => {
    const told = (): string => {
      try {
        return readCalendar(utf8(text), 'x.ics', ZONE).notices.join(' ') || 'no day';
      } catch (error) {
        return String(error);
      }
    };
    expect(told()).toMatch(why);
  });

  it('is put in once; a day that moved there moves here; our own file brings nothing back', () => {
    const days = (at: string) =>
      readCalendar(file(event('UID:1', 'SUMMARY:Status conference', `DTSTART:${at}`)), 'c.ics', 'UTC').days;
    const first = takeCalendar('c', [], days('20260314T143000Z'));
    const row = first.act?.edits[0]?.after as unknown as DocketDate;
    expect(row).toMatchObject({
      kind: 'hearing',
      title: 'Status conference',
      day: '2026-03-14',
      hour: '14:30',
    });
    expect(takeCalendar('c', [row], days('20260314T143000Z'))).toMatchObject({ act: null });
    expect(takeCalendar('c', [row], days('20260321T143000Z')).act?.edits).toMatchObject([
      { after: { day: '2026-03-21' } },
    ]);
    const ours = readCalendar(utf8(made().text), 'docket.ics', ZONE);
    expect(takeCalendar('c', DATES, ours.days).act).toBeNull();
  });
});
