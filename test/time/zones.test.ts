import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import { isZone } from '../../src/record/zone';
import { readZone } from '../../src/time/grammar/zone-words';
import {
  clockOf,
  dayOf,
  hereZone,
  instantsOf,
  localOf,
  offsetAt,
  zoneName,
} from '../../src/time/grammar/zones';

describe('zones', () => {
  it('give every instant at which a wall clock shows a local time, as trying all near ones finds them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'America/Chicago',
          'America/New_York',
          'America/Phoenix',
          'Australia/Lord_Howe',
          'Asia/Kathmandu',
          'Europe/Berlin',
        ),
        fc.integer({ min: 0, max: 366 * 24 * 12 }),
        fc.constantFrom(2019, 2024, 2025),
        (zone, step, year) => {
          const local = Date.UTC(year, 0, 1) + step * 300_000;
          const z = IANAZone.create(zone);
          const brute = new Set<number>();
          for (let minutes = -14 * 60; minutes <= 14 * 60; minutes += 15) {
            const t = local - minutes * 60_000;
            if (z.offset(t) === minutes) brute.add(t);
          }
          expect(instantsOf(local, zone)).toEqual([...brute].sort((a, b) => a - b));
          for (const t of brute) expect(localOf(t, zone)).toBe(local);
        },
      ),
      { numRuns: 3000 },
    );
  });
  it('know both nights of Chicago', () => {
    expect(instantsOf(Date.UTC(2024, 10, 3, 1, 30), 'America/Chicago')).toEqual([
      Date.UTC(2024, 10, 3, 6, 30),
      Date.UTC(2024, 10, 3, 7, 30),
    ]);
    expect(instantsOf(Date.UTC(2024, 2, 10, 2, 30), 'America/Chicago')).toEqual([]);
  });
  it('tell a zone from what is none', () => {
    for (const z of ['UTC', 'Z', '-05:00', 'America/Chicago']) expect(isZone(z)).toBe(true);
    for (const z of [
      '',
      'CST6',
      'Nowhere/Land',
      '25:00',
      '5',
      '+',
      'xUTC',
      'UTCx',
      'x+05:00',
      '+05:00x',
      '+05:0',
      'zz',
    ])
      expect(isZone(z), z).toBe(false);
    // Asked again, it says the same.
    for (const z of ['UTC', 'CST6', '-05:00']) expect(isZone(z)).toBe(z !== 'CST6');
  });
  it('take an offset however it is written, and none that no place on earth has', () => {
    for (const [z, minutes] of [
      ['+05:45', 345],
      ['-0930', -570],
      ['+5', 300],
      ['-05', -300],
      ['utc+2', 120],
      ['GMT-3:30', -210],
      ['gmt', 0],
      ['Etc/UTC', 0],
      ['+14:00', 840],
      ['-12:00', -720],
    ] as const) {
      expect(isZone(z), z).toBe(true);
      expect(offsetAt(z, 0), z).toBe(minutes);
      expect(instantsOf(0, z), z).toEqual([minutes === 0 ? 0 : -minutes * 60_000]);
    }
    for (const z of ['+14:01', '-12:01', '+99:99', '+02:60']) expect(isZone(z), z).toBe(false);
  });
  it('name the offset of a day, and a fixed one by itself', () => {
    const [winter, summer] = [Date.UTC(2024, 0, 15, 12), Date.UTC(2024, 6, 15, 12)];
    expect([zoneName('America/Chicago', winter), zoneName('America/Chicago', summer)]).toEqual([
      'CST',
      'CDT',
    ]);
    expect([offsetAt('America/Chicago', winter), offsetAt('America/Chicago', summer)]).toEqual([-360, -300]);
    expect([zoneName('-05:00', winter), zoneName('UTC', winter)]).toEqual(['-05:00', 'UTC']);
    expect(clockOf(winter, 'America/Chicago', false)).toBe('06:00');
    expect(clockOf(winter + 5000, 'America/Chicago', true)).toBe('06:00:05');
    expect(dayOf(localOf(Date.UTC(2024, 0, 15, 3), 'America/Chicago'))).toBe('2024-01-14');
  });
  it('know where this machine is', () => {
    expect(hereZone()).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
  it('give the instant of a change itself once', () => {
    // 08:00 UTC: Chicago goes from 01:59:59 to 03:00:00; in November 01:00 is shown twice from 06:00 and from 07:00 UTC.
    expect(instantsOf(Date.UTC(2024, 2, 10, 3), 'America/Chicago')).toEqual([Date.UTC(2024, 2, 10, 8)]);
    expect(instantsOf(Date.UTC(2024, 2, 10, 2), 'America/Chicago')).toEqual([]);
    expect(instantsOf(Date.UTC(2024, 10, 3, 1), 'America/Chicago')).toEqual([
      Date.UTC(2024, 10, 3, 6),
      Date.UTC(2024, 10, 3, 7),
    ]);
    expect(instantsOf(Date.UTC(2024, 10, 3, 2), 'America/Chicago')).toEqual([Date.UTC(2024, 10, 3, 8)]);
  });
});

describe('zones as people write them', () => {
  const july = Date.UTC(2024, 6, 14, 14, 27);
  const at = (zone: string): string =>
    new Date(instantsOf(july, zone)[0] as number).toISOString().slice(11, 16);
  it.each([
    // What a browser makes of them: EST fixed, EDT unknown, AST Alaska.
    ['EST', '18:27'],
    ['EDT', '18:27'],
    ['CST', '19:27'],
    ['MDT', '20:27'],
    ['PST', '21:27'],
    ['AST', '18:27'],
    ['Eastern', '18:27'],
    ['(UTC-05:00) Eastern Time (US & Canada)', '18:27'],
    ['US/Eastern', '18:27'],
    ['America/Denver', '20:27'],
    ['UTC', '14:27'],
    ['GMT', '14:27'],
    ['Z', '14:27'],
    ['-5', '19:27'],
    ['UTC-5', '19:27'],
  ])('%s of a clock, in July', (text, utc) => {
    const read = readZone(text);
    if (!read.ok) throw new Error(read.why);
    expect(isZone(read.zone)).toBe(true);
    expect(at(read.zone)).toBe(utc);
  });
  it('asks where one word is kept in two ways, and refuses what is none', () => {
    const mst = readZone('MST');
    expect(mst.ok ? [] : mst.asks.map((c) => c.text)).toEqual(['America/Denver', 'America/Phoenix']);
    expect(readZone('local')).toEqual({ ok: true, zone: '' });
    expect(readZone('America/Nowhere')).toMatchObject({ ok: false, asks: [] });
  });
});
