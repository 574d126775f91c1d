import { describe, expect, it } from 'vitest';
import { recordFromFiles } from '../../src/intake/assemble';

/** What comes in of a log whose days lack their year, under these titles and by this name. */
async function log(
  name: string,
  titles: readonly string[] = [],
  days: readonly string[] = ['3/14', '3/15'],
  date = '',
): Promise<{ days: string; notices: string; refused: string }> {
  const rows = days.map((day, i) => `${day};14:2${i};Traffic stop`);
  const bytes = new TextEncoder().encode([...titles, 'Date;Time;Event', ...rows].join('\n'));
  const { record, notices, refused } = await recordFromFiles([{ name, bytes }], 'America/Chicago', {
    ...(date === '' ? {} : { date }),
  });
  return {
    days: record.events.map((e) => e.date).join(' '),
    notices: notices.join('\n'),
    refused: refused.map((r) => `${r.line}: ${r.why}`).join('\n'),
  };
}

describe('the year of days that are written without one', () => {
  it.each([
    ['Log of 2024.csv'],
    ['stop_log_2024.csv'],
    ['2024 stop log.csv'],
    ['CAD 2024 log.csv'],
    ['stops March 2024.csv'],
    ['Unit 12, Mar 2024.csv'],
    ['log 3-14-2024.csv'],
    ['log.csv', 'March 2024'],
    ['log.csv', 'Activity log for 2024'],
    ['log.csv', 'Stops from 3/14/2024 to 3/15/2024'],
    ['log.csv', 'State v. Ortega;Year:;2024'],
    ['log.csv', 'Traffic log, March 2024', 'Printed 1/5/2025'],
    ['log.csv', 'Traffic log, March 2024; printed January 2025'],
  ])('is that of the title or the name, and it is said: %s %s %s', async (name, ...titles) => {
    const got = await log(name, titles);
    expect(got.days).toBe('2024-03-14 2024-03-15');
    expect(got.refused).toBe('');
    expect(got.notices).toContain(
      'Days without a year are taken as of 2024, which stands above the header or in the name of the file.',
    );
  });

  it.each([
    ['log.csv'],
    ['case 2024-0312.csv'],
    ['stop log 2024-0312.csv'],
    ['2019 Ford Explorer log.csv'],
    ['logs 2023-2024.csv'],
    ['log.csv', 'Vehicle: 2019 Ford F-150'],
    ['log.csv', 'Model year 2019'],
    ['log.csv', 'Fiscal year 2024'],
    ['log.csv', 'PD-106 (Mar 2019)'],
    ['log.csv', 'Form PD-106, rev. March 2019'],
    ['log.csv', 'Printed January 5, 2025'],
    ['log.csv', 'DOB 1/20/1980'],
    ['log.csv', 'December 2023 to January 2024'],
  ])('is asked where nothing says it for certain: %s %s', async (name, ...titles) => {
    const got = await log(name, titles);
    expect(got.days).toBe('');
    expect(got.refused).toMatch(/“3\/14” has no year/);
  });

  it('is asked where December and January stand under one year', async () => {
    expect((await log('Log of 2024.csv', [], ['12/31', '1/1'])).days).toBe('');
    expect((await log('Log of 2024.csv', [], ['12/30', '12/31'])).days).toBe('2024-12-30 2024-12-31');
  });

  it('is that of the day which is given for rows without one, where no other is stated', async () => {
    const given = await log('log.csv', [], ['3/14', '3/15'], '2024-03-14');
    expect(given.days).toBe('2024-03-14 2024-03-15');
    expect(given.notices).toContain('the year of the day that is given for rows without one');
    expect((await log('Log of 2023.csv', [], ['3/14', '3/15'], '2024-03-14')).days).toBe('');
  });
});
