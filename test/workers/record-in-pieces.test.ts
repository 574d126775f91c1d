import { describe, expect, it } from 'vitest';
import { Held, inPieces } from '../../src/workers/record-in-pieces';
import { syntheticRecord } from '../bench/synthetic';

/** A thread that takes what it is sent after a while, in the order in which it was sent. */
function thread() {
  const held = new Held();
  const got: string[] = [];
  const records: unknown[] = [];
  const later = <T>(work: () => T): Promise<T> => new Promise((done) => setTimeout(() => done(work())));
  return {
    got,
    records,
    sending: inPieces({
      hold: (n, table, rows) =>
        later(() => {
          got.push(`hold ${table} ${rows.length}`);
          held.hold(n, table, rows);
        }),
      open: (n, rest) =>
        later(() => {
          got.push('open');
          records.push(held.whole(n, rest));
          return null;
        }),
      follow: () =>
        later(() => {
          got.push('follow');
          return null;
        }),
    }),
  };
}

describe('a record on its way to its analysis', () => {
  it('arrives whole, piece by piece, and changes come after what they change', async () => {
    const record = syntheticRecord(9000);
    const { got, records, sending } = thread();
    await Promise.all([sending.open(record), sending.follow([])]);
    expect(records).toEqual([record]);
    expect(got.filter((g) => g.startsWith('hold events')).length).toBeGreaterThan(2);
    expect(got.slice(-2)).toEqual(['open', 'follow']);
  });

  it('is given up for a newer one, of which no row is lost or doubled', async () => {
    const [old, next] = [syntheticRecord(9000), syntheticRecord(8500)];
    const { records, sending } = thread();
    const first = sending.open(old);
    const second = sending.open(next);
    expect(await first).toBe(null);
    await second;
    expect(records).toEqual([next]);
  });

  it('that is short goes at once', async () => {
    const { got, sending } = thread();
    await sending.open(syntheticRecord(50));
    expect(got).toEqual(['open']);
  });
});
