import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import { instantsOf, isZone, localOf } from '../../src/time/zones';

describe('zones', () => {
  it('give every instant at which a wall clock shows a local time, as trying all near ones finds them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('America/Chicago', 'America/New_York', 'America/Phoenix', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Europe/Berlin'),
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
    expect(instantsOf(Date.UTC(2024, 10, 3, 1, 30), 'America/Chicago')).toEqual([Date.UTC(2024, 10, 3, 6, 30), Date.UTC(2024, 10, 3, 7, 30)]);
    expect(instantsOf(Date.UTC(2024, 2, 10, 2, 30), 'America/Chicago')).toEqual([]);
  });
  it('tell a zone from what is none', () => {
    for (const z of ['UTC', 'Z', '-05:00', 'America/Chicago']) expect(isZone(z)).toBe(true);
    for (const z of ['', 'CST6', 'Nowhere/Land', '25:00']) expect(isZone(z)).toBe(false);
  });
});
