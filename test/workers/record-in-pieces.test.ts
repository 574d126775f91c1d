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
      open: (n, rest, came) =>
        later(() => {
          got.push('open');
          records.push(held.whole(n, rest, came));
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

  it('is on its way while it is read, and no row goes twice', async () => {
    const record = syntheticRecord(9000);
    const { got, records, sending } = thread();
    const hear = sending.reading();
    for (let i = 0; i < 9000; i += 4000) hear('events', record.events.slice(i, i + 4000));
    await sending.open(record);
    expect(records).toEqual([record]);
    expect(got).toEqual(['hold events 4000', 'hold events 4000', 'hold events 1000', 'open']);
  });

  it('that was read anew, or became another, is sent as it is now', async () => {
    const [old, next] = [syntheticRecord(9000), syntheticRecord(8500)];
    const { records, sending } = thread();
    const first = sending.reading();
    first('events', old.events.slice(0, 4000));
    const second = sending.reading();
    second('events', next.events.slice(0, 4000));
    first('events', old.events.slice(4000));
    second('events', next.events.slice(4000));
    await sending.open(next);
    const third = sending.reading();
    third('events', old.events);
    await sending.open(next);
    expect(records).toEqual([next, next]);
  });

  it('of which a thread that was started anew lacks rows is refused, and no part of it taken for the whole', () => {
    const record = syntheticRecord(9000);
    const anew = new Held();
    expect(() => anew.whole(1, { ...record, events: [] }, { events: 9000 })).toThrow(/Not all rows/);
  });

  it('that is short goes at once', async () => {
    const { got, sending } = thread();
    await sending.open(syntheticRecord(50));
    expect(got).toEqual(['open']);
  });
});
