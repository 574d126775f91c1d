import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { type Asked, Lines } from '../../src/places/record/lines';
import type { CaseRecord } from '../../src/record/record';
import { finish } from '../../src/time/steps';
import { syntheticRecord } from '../bench/synthetic';

const base = syntheticRecord(9000, 4, 0);
/** Out of order, a few without a time, and some words that differ in case alone. */
const record: CaseRecord = {
  ...base,
  events: base.events.map((e, i) => ({
    ...e,
    start: i % 97 === 5 ? 'when it was dark' : e.start,
    actor: i % 3 === 0 ? `OFFICER ${i % 23}` : `Officer ${i % 23}`,
    date: `2024-03-${String(1 + ((i * 7) % 28)).padStart(2, '0')}`,
  })),
};
const lines = new Lines({ record, latest: record, analysis: analyze(record) });
const TIME: Asked = { column: null, down: false, filter: '', source: null };

const idsOf = (asked: Partial<Asked>): string[] =>
  Array.from(finish(lines.arrange({ ...TIME, ...asked })).places, (p) => lines.event(p).id);

/** The same by one sort of everything. */
function byHand(key: (i: number) => number | string, of: (i: number) => boolean = () => true): string[] {
  const when = (i: number): number =>
    Number.isNaN(lines.at[i]) ? Number.MAX_VALUE : (lines.at[i] as number);
  const order = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);
  return record.events
    .map((_, i) => i)
    .filter(of)
    .sort((a, b) => order(key(a), key(b)) || order(when(a), when(b)) || a - b)
    .map((i) => record.events[i]?.id ?? '');
}

describe('the lines of the record', () => {
  it('stand in the order of time, those without one last', () => {
    const ids = idsOf({});
    expect(ids).toEqual(byHand(() => 0));
    expect(lines.bad(record.events.findIndex((e) => e.id === ids.at(-1)))).not.toBe('');
  });

  it('are sorted by a column as one sort of everything would, equals in the order of time', () => {
    expect(idsOf({ column: 'who' })).toEqual(
      byHand((i) => Number((record.events[i]?.actor ?? '').replace(/\D/g, ''))),
    );
    expect(idsOf({ column: 'what', down: true })).toEqual(byHand((i) => -i));
    expect(idsOf({ column: 'known', down: true }).slice(0, 5)).toEqual(
      idsOf({})
        .filter((id) => isBad(id))
        .slice(0, 5),
    );
  });

  it('are those in which every letter of the search stands, of the source asked for', () => {
    const found = idsOf({ filter: 'ENTRY 12', source: 's3', column: 'what' });
    expect(found.length).toBeGreaterThan(10);
    expect(found).toEqual(
      byHand(
        (i) => i,
        (i) =>
          record.events[i]?.sourceId === 's3' && (record.events[i]?.description ?? '').includes('Entry 12'),
      ),
    );
  });

  it('are worked out in steps, none of which sees to more than a part of them', () => {
    const work = new Lines({ record, latest: record, analysis: analyze(record) }).arrange({
      ...TIME,
      column: 'cite',
    });
    let steps = 0;
    while (!work.next().done) steps++;
    expect(steps).toBeGreaterThan((4 * record.events.length) / 2048);
  });
});

const isBad = (id: string): boolean => lines.bad(record.events.findIndex((e) => e.id === id)) !== '';
