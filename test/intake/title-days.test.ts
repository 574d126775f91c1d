import { describe, expect, it } from 'vitest';
import { recordFromFiles } from '../../src/intake/assemble';

/** The days of the one row of a table under these titles, whose time states none; empty where it is refused. */
async function dayUnder(...titles: string[]): Promise<string> {
  const text = [...titles, 'Time,Event', '14:27,Traffic stop'].join('\n');
  const { record } = await recordFromFiles(
    [{ name: 'log.csv', bytes: new TextEncoder().encode(text) }],
    'America/Chicago',
  );
  return record.events.map((e) => e.date).join(' ');
}

describe('the day that a title states', () => {
  it.each([
    'Stop date: April 23, 2024 - State v. Ortega - prepared by T. Webb (paralegal)',
    '"Stop date: April 23, 2024 - State v. Ortega - prepared by T. Webb (paralegal)"',
    'State v. Ortega,4/23/2024,Form 12',
    'Form 12,Date of stop:,4/23/2024',
    'Incident 4/23/2024,printed 4/25/2024',
    'Stop of 4/23/2024; prepared April 25, 2024',
    'Printed:,4/25/2024,Date of stop: Tuesday, April 23, 2024',
    'DOB,1/20/1980,Stop,4/23/2024',
  ])('is that of the log, whatever else its line says of other days: %s', async (title) => {
    expect(await dayUnder(title)).toBe('2024-04-23');
  });
  it.each([
    'Prepared by T. Webb, April 25, 2024',
    'Printed:,4/25/2024',
    'Generated,"Friday, April 25, 2024"',
    'Generated,Friday,April 25, 2024',
    'State v. Ortega, DOB, 1/20/1980',
    '4/25/2024 (printed)',
    'Incident 4/23/2024, second stop 4/24/2024',
  ])('is none where it is another matter’s, or there are two: %s', async (title) => {
    expect(await dayUnder(title)).toBe('');
  });
});

describe('what a table asks a person', () => {
  const FORM =
    'Evidence #,Description,Date/Time,Released By (Print/Sign),Received By (Print/Sign),Wt (g)\n' +
    '1,Bag,04/03/24 2245,Tpr Cole /s/,Locker 4,454.2\n1,,04/11/24 1340,Locker 4,Lab - J. Roe /s/,450.1\n';
  const read = (text: string, asked = {}) =>
    recordFromFiles([{ name: 'form.csv', bytes: new TextEncoder().encode(text) }], 'America/Chicago', asked);

  it('is told for all tables that do not tell: how a date is meant, and the day', async () => {
    expect((await read(FORM)).record.custody).toEqual([]);
    const days = async (order: 'mdy' | 'dmy') =>
      (await read(FORM, { order })).record.custody.map((c) => c.receivedDate);
    expect(await days('mdy')).toEqual(['2024-04-03', '2024-04-11']);
    expect(await days('dmy')).toEqual(['2024-03-04', '2024-11-04']);
    const log = 'Time,Event\n14:27,Traffic stop\n';
    expect((await read(log, { date: '2024-04-03' })).record.events.map((e) => e.date)).toEqual([
      '2024-04-03',
    ]);
    // What a table states holds.
    const stated = 'Date,Time,Event\n4/13/2024,14:27,Traffic stop\n';
    expect(
      (await read(stated, { order: 'dmy', date: '2024-04-03' })).record.events.map((e) => e.date),
    ).toEqual(['2024-04-13']);
  });
});

describe('a zone', () => {
  it('is not missed where each time states its own', async () => {
    const notices = async (stamp: string) =>
      (
        await recordFromFiles(
          [{ name: 'l.csv', bytes: new TextEncoder().encode(`Time,Event\n${stamp},Traffic stop\n`) }],
          '',
        )
      ).notices.filter((n) => n.startsWith('No zone'));
    expect(await notices('2024-03-19T22:14:07-05:00')).toEqual([]);
    expect(await notices('2024-03-19 22:14:07')).toHaveLength(1);
  });
});
