import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { type Exhibit, exhibitOf, firstPlan } from '../../src/exhibits/exhibit';
import { csvOf } from '../../src/exhibits/formats/tables';
import { MINUTES, minutesOf, paperOf, timesSay } from '../../src/exhibits/papers';
import { STICKERS } from '../../src/exhibits/stickers';
import type { CaseRecord } from '../../src/record/record';
import { record } from '../make';

const sticker = (STICKERS[0] as (typeof STICKERS)[number]).sticker;
const exhibit = (r: CaseRecord): Exhibit => {
  const read = { record: r, analysis: analyze(r) };
  return exhibitOf(read, firstPlan(read, 'x', sticker, new Map()), '2026-11-25', new Map());
};
const says = (e: Exhibit): string[] =>
  paperOf(e, 'statement').blocks.flatMap((b) => (b.t === 'numbered' ? [b.text] : []));
const table = (e: Exhibit): string[] =>
  minutesOf(e).map((row) => (typeof row === 'string' ? row : row.slice(0, 2).join(' | ')));

describe('one moment on all papers', () => {
  it('stands under words that say whose it is, and is not said to be proved; a reading set aside says so in its row', () => {
    const e = exhibit(
      record({
        sources: [
          { id: 'cam', kind: 'camera', name: 'Body camera' },
          { id: 'report', kind: 'report', name: 'Report' },
        ],
        events: [
          { ref: 'filmed', kind: 'sniff', start: '14:23:11', sourceId: 'cam' },
          { ref: 'said', kind: 'note', start: '14:15', sourceId: 'report', description: 'dog deployed' },
        ],
        relations: [
          {
            id: 'same',
            caseId: 'c',
            fromId: 'filmed',
            fromEdge: 'start',
            toId: 'said',
            toEdge: 'start',
            min: 0,
            max: 0,
            says: 'one sniff',
            sourceId: 'cam',
            page: '',
          },
        ],
      }),
    );
    expect(MINUTES.head[1]).toBe('By the whole record');
    expect(timesSay('America/Chicago')).toContain('“By the whole record,”');
    const csv = new TextDecoder().decode(csvOf(e));
    expect(csv).toContain('"By the whole record"');
    expect(csv).not.toContain('Proved');
    expect(table(e)).toContain('14:15\ndispatch | 14:23:11; not as written');
    expect(table(e)).toContain('14:23:11\ndispatch | 14:23:11');
    expect(csv).toContain('"14:23:11; not as written"');
  });

  it('says both days where its own clock was on another than the heading', () => {
    const e = exhibit(
      record({
        events: [
          { ref: 'a', date: '2024-03-15', start: '21:00', description: 'Stop' },
          { ref: 'z', date: '2024-03-16', start: '02:17:21Z', end: '03:09:09Z', description: 'Recording' },
          { ref: 'u', date: '2024-03-16', zone: 'UTC', start: '02:36:04', description: 'Mute on' },
          { ref: 'same', date: '2024-03-15', zone: 'UTC', start: '23:36:04', description: 'Before' },
        ],
      }),
    );
    expect(table(e)).toEqual([
      'March 15, 2024',
      '23:36:04 (UTC)\ndispatch | 18:36:04',
      '21:00\ndispatch | 21:00',
      '02:17:21Z on March 16 to 03:09:09Z\ndispatch | March 15, 21:17:21 to 22:09:09',
      '02:36:04 on March 16 (UTC)\ndispatch | March 15, 21:36:04',
    ]);
    expect(says(e)[2]).toContain(
      'From 02:17:21Z on March 16 to 03:09:09Z (March 15, 21:17:21 to 22:09:09 local time) by the dispatch clock',
    );
    expect(says(e)[3]).toContain('At 02:36:04 on March 16 (UTC) (March 15, 21:36:04 local time)');
  });

  it('says the day of an end, or of a bound, that is not that of the heading', () => {
    const e = exhibit(
      record({
        events: [
          { ref: 'a', date: '2024-03-14', start: '23:50', end: '2024-03-15 00:10', description: 'Search' },
          {
            ref: 'far',
            date: '2024-03-14',
            start: '23:55',
            end: '2024-03-18 09:00',
            description: 'Car held',
          },
          { ref: 'late', date: '2024-03-18', start: 'after @a', description: 'Noted' },
          { ref: 'b', date: '2024-03-18', start: '09:00', description: 'Hand-over' },
          { ref: 'open', date: '2024-03-18', start: 'before @b; after @a', description: 'Kept' },
        ],
      }),
    );
    const clocks = Object.fromEntries(e.facts.map((f) => [f.id, `${f.day}: ${f.clock}`]));
    expect(clocks).toEqual({
      a: '2024-03-14: 23:50 to March 15, 00:10',
      far: '2024-03-14: 23:55 to March 18, 09:00',
      late: '2024-03-14: from 23:50:00',
      open: '2024-03-14/2024-03-18: 03-14 23:50:00 – 03-18 09:00:59',
      b: '2024-03-18: 09:00',
    });
    // No day that only the picture gives stands above an entry.
    expect(table(e)).toContain('Between March 14, 2024 and March 18, 2024');
    expect(table(e).join()).not.toMatch(/March 1[67]/);
  });

  it('has one range in the summary and in the statement, wherever that is not what its paper writes', () => {
    const e = exhibit(
      record({
        clocks: [
          {},
          {
            id: 'dash',
            name: 'dash camera',
            reference: false,
            offset: { min: -120_000, max: 120_000, why: '' },
          },
        ],
        sources: [{}, { id: 'report', kind: 'report', name: 'Report' }],
        events: [
          { ref: 'a', start: '14:04:10', description: 'Stop' },
          { ref: 'd', start: '14:04:40', end: '14:05:00', clockId: 'dash', description: 'Walks up' },
          { ref: 'w', start: 'between 14:18:12 and 14:18:58', description: 'Warning' },
          { ref: 'o', start: '2:27 or 2:28 pm', description: 'Talk' },
          { ref: 'r', start: '~14:30', sourceId: 'report', description: 'Search' },
        ],
      }),
    );
    expect(says(e)).toEqual([
      'At 14:04:10 by the dispatch clock, officer A: Stop.',
      'From 14:04:40 to 14:05:00 by the dash camera clock (14:02:40–14:06:40 to 14:03:00–14:07:00 by the whole record), officer A: Walks up.',
      'Between 14:18:12 and 14:18:58 by the dispatch clock, officer A: Warning.',
      'At 2:27 or 2:28 pm by the dispatch clock (14:27:00–14:28:59 by the whole record), officer A: Talk.',
      // A claim is quoted: what the whole record allows, beside it, would lend it a proof.
      'Report claims, at about 14:30: Search.',
    ]);
    const ranges = e.facts.map((f) => f.clock);
    expect(says(e)[1]).toContain(ranges[1]);
    expect(says(e)[3]).toContain(ranges[3]);
    // Explained once at the foot, as where no paper writes a time.
    expect(JSON.stringify(paperOf(e, 'statement').blocks)).toContain(
      'it is all that these records together allow',
    );
  });
});
