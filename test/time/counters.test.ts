import { describe, expect, it } from 'vitest';
import { msOf } from '../../src/media/marks';
import type { Source } from '../../src/record/source';
import { readCounter } from '../../src/time/grammar/counted';
import { solveRecord } from '../../src/time/solver/solve';
import { citeOf } from '../../src/words/cite';
import { syncSays } from '../../src/words/sync-says';
import { event, record } from '../make';

const camera: Source = { ...(record({}).sources[0] as Source), id: 'bwc', name: 'Ortiz BWC', kind: 'camera' };

describe('a reading of a recording’s counter', () => {
  it.each([
    ['v 3:15', 195_000, '3:15'],
    ['V 3:15', 195_000, '3:15'],
    ['v3:15', 195_000, '3:15'],
    ['~v 3:15', 195_000, '3:15'],
    ['about v 3:15', 195_000, '3:15'],
    ['approx. V 3:15', 195_000, '3:15'],
    ['v 3:15,2', 195_200, '3:15.2'],
    ['v 3:15.25', 195_250, '3:15.25'],
    ['v 1:03:15', 3_795_000, '1:03:15'],
    ['v 1:39-56', 99_000, '1:39'],
    ['v 1:39 to 1:56', 99_000, '1:39'],
    ['1:39 into the video', 99_000, '1:39'],
    ['about 1:39 into the recording', 99_000, '1:39'],
    ['by v 3:15', 195_000, '3:15'],
    ['v 3:15; after @stop', 195_000, '3:15'],
  ])('%s is cited by its counter, never by a line', (text, at, says) => {
    expect(readCounter(text)).toMatchObject({ at, text: says });
    expect(msOf(text)).toBe(at);
    expect(citeOf(event({ ref: 'a', start: text, sourceId: 'bwc' }), camera)).toBe(`Ortiz BWC at ${says}`);
  });
  // No recording has lines: it is cited by the time on its clock, or by its name alone.
  it.each([
    ['14:27', 'Ortiz BWC at 14:27 (its clock)'],
    ['1427 hrs', 'Ortiz BWC at 1427 hrs (its clock)'],
    ['2:27 pm', 'Ortiz BWC at 2:27 pm (its clock)'],
    ['@video +5m', 'Ortiz BWC'],
    ['after @v', 'Ortiz BWC'],
    ['video', 'Ortiz BWC'],
    ['v 3:75', 'Ortiz BWC'],
    ['', 'Ortiz BWC'],
  ])('%s is none', (text, cite) => {
    expect(readCounter(text)).toBeNull();
    expect(citeOf(event({ ref: 'a', start: text, sourceId: 'bwc' }), camera)).toBe(cite);
  });
  it('names its recording in a sync point', () => {
    const point = {
      id: 's',
      caseId: 'c',
      what: 'door',
      clockA: 'dispatch',
      dateA: '2024-03-14',
      readingA: '14:00:42',
      clockB: 'dispatch',
      dateB: '2024-03-14',
      readingB: 'about V 3:15,2 +-2s',
      sourceId: 'bwc',
      page: '',
    };
    expect(syncSays({ ...record({}), sources: [camera] }, point)).toBe(
      '14:00:42 on dispatch is 3:15.2 +-2s in Ortiz BWC',
    );
  });
});

describe('an end that nobody states, on a counter that nothing ties to a clock', () => {
  it('is drawn where its act begins, never before', () => {
    const r = record({
      sources: [camera],
      events: [
        { ref: 'a', start: 'v 2:39', sourceId: 'bwc' },
        { ref: 'b', start: '8 min after @a', sourceId: 'bwc' },
        { ref: 'c', kind: 'records-check', start: 'v 38:15', sourceId: 'bwc' },
      ],
    });
    const { min, at } = solveRecord(r).positions;
    expect(min[5]).toBe(min[4]);
    expect(at[5]).toBeGreaterThanOrEqual(min[4] as number);
  });
});
