import { expect, it } from 'vitest';
import { addRecording } from '../../src/actions/footage';
import { analyze } from '../../src/analysis/analyze';
import { laySheet } from '../../src/drawing/lanes/lanes';
import { partAt, partsOf, piecesOf, sequelOf, wholeMs } from '../../src/media/parts';
import { pressSpan, releaseSpan } from '../../src/media/spans';
import { aheadAt } from '../../src/places/footage/in-step';
import type { Source } from '../../src/record/source';
import { record } from '../make';

const HALF_HOUR = 1_800_000;
const MEDIA = {
  ...{ size: 1, video: 'avc', audio: 'aac', width: 1, height: 1, rotation: 0, variable: false, made: '' },
  ...{ duration: HALF_HOUR, frames: 54_000 },
};
const file = (id: string, name: string, follows?: string): Source => ({
  ...{ id, caseId: 'c', kind: 'camera', name: id, file: name, media: MEDIA },
  ...{ exhibit: '', batesFrom: '', batesTo: '', sha256: '' },
  ...(follows ? { follows } : {}),
});
const three = [
  file('b', 'x-2.mp4', 'a'),
  file('z', 'other.mp4'),
  file('a', 'x-1.mp4'),
  file('c', 'x-3.mp4', 'b'),
];
const parts = partsOf(three, 'b');

it('files of one recording stand one after another, whichever is asked for; one that goes round in a ring ends', () => {
  for (const id of ['a', 'b', 'c'])
    expect(partsOf(three, id).map((p) => [p.source.id, p.from / HALF_HOUR])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ]);
  expect(partsOf(three, 'z').map((p) => p.source.id)).toEqual(['z']);
  expect(partsOf([file('p', 'p', 'q'), file('q', 'q', 'p')], 'p').length).toBeLessThanOrEqual(2);
});

it('a time of the whole is a time of one file, and back', () => {
  for (const t of [0, 1, HALF_HOUR - 1, HALF_HOUR, 2.5 * HALF_HOUR, 3 * HALF_HOUR]) {
    const at = partAt(parts, t);
    expect(wholeMs(parts, at?.source ?? '', at?.ms ?? -1)).toBe(t);
  }
  expect(partAt(parts, HALF_HOUR)).toEqual({ source: 'b', ms: 0 });
  expect(partAt(parts, 9 * HALF_HOUR)).toEqual({ source: 'c', ms: HALF_HOUR });
});

it('a span over the end of a file is marked in each, by its own counter and frames', () => {
  const at = (source: string, ms: number) => ({
    ...{ source, ms, frame: ms / 40 },
    whole: { id: 'a', ms: wholeMs(parts, source, ms) },
  });
  const { running } = pressSpan([], 'writing', '', at('a', HALF_HOUR - 400), 0);
  expect(releaseSpan(running, 'writing', at('b', 400), 90).ended).toBeNull();
  const { ended } = pressSpan(running, 'writing', '', at('c', 400), 5000);
  if (!ended) throw new Error('it goes on');
  expect(
    piecesOf(parts, ended.from, ended.to).map((p) => [p.source, p.from.ms, p.to.ms, p.to.frame]),
  ).toEqual([
    ['a', HALF_HOUR - 400, HALF_HOUR, 53_999],
    ['b', 0, HALF_HOUR, 53_999],
    ['c', 0, 400, 10],
  ]);
  // Ended at an earlier place, it runs forwards all the same.
  const back = pressSpan(
    pressSpan([], 'search', '', at('b', 400), 0).running,
    'search',
    '',
    at('a', 40),
    9,
  ).ended;
  expect(back && piecesOf(parts, back.from, back.to).map((p) => [p.source, p.from.ms, p.to.ms])).toEqual([
    ['a', 40, HALF_HOUR],
    ['b', 0, 400],
  ]);
  // Another recording is another recording.
  expect(pressSpan(running, 'writing', '', { source: 'z', ms: 5, frame: 0 }, 1).ended).toBeNull();
});

it.each([
  ['OfficerA_202403141903_311-0.mp4', 'OfficerA_202403141903_311-1.mp4', true],
  ['OfficerA_202403141903_311-0.mp4', 'OfficerA_202403141903_311-2.mp4', false],
  ['OfficerA_202403141903_311-0.mp4', 'OfficerB_202403141903_311-1.mp4', false],
  ['20240314_140321.mp4', '20240314_143325.mp4', true],
  ['20240314_140321.mp4', '20240314_150325.mp4', false],
  ['Axon Body 3 Video 2024-03-14 1403.mp4', 'Axon Body 3 Video 2024-03-14 1433.mp4', true],
  ['cam 2024-03-14.mp4', 'cam 2024-03-15.mp4', false],
  ['Unit 12 (part 1).mp4', 'Unit 12 (part 2).mp4', true],
  ['911.mp3', 'dispatch.mp3', false],
])('after %s, %s goes on: %s', (was, now, goes) => {
  expect(sequelOf([file('a', was)], now)?.id ?? null).toBe(goes ? 'a' : null);
  // What something follows already is followed by nothing more.
  expect(sequelOf([file('a', was), file('b', 'b.mp4', 'a')], now)).toBeNull();
});

const said = { name: 'Ortiz, file 2', clock: 'cam', zone: '', date: '2024-03-14', actor: 'Ortiz' };
/** Dispatch, and a first file tied to it at its beginning, after which a second goes on. */
function joined() {
  const r = record({
    clocks: [{}, { id: 'cam', name: 'cam', kind: 'camera', zone: 'UTC', reference: false }],
    sources: [{}, { ...file('a', 'x-1.mp4'), name: 'Ortiz' }],
    events: [
      { ref: 'rec', kind: 'recording', clockId: 'cam', sourceId: 'a', start: 'v 0:00', end: 'v 30:00.000' },
    ],
    syncPoints: [
      {
        ...{ id: 't', caseId: 'c', what: 'seen', page: '', sourceId: 'a', clockA: 'dispatch', clockB: 'cam' },
        ...{ dateA: '2024-03-14', dateB: '2024-03-14', readingA: '14:00:00', readingB: 'v 0:00.000' },
      },
    ],
  });
  const { act, source } = addRecording(r, 'x-2.mp4', MEDIA, {
    ...said,
    follows: { source: 'a', within: 1000 },
  });
  const added = <T>(table: string): T[] =>
    act.edits.flatMap((e) => (e.table === table ? [e.after as T] : []));
  return {
    source,
    r: {
      ...r,
      sources: [...r.sources, ...added<Source>('sources')],
      events: [...r.events, ...added<(typeof r.events)[number]>('events')],
      syncPoints: [...r.syncPoints, ...added<(typeof r.syncPoints)[number]>('syncPoints')],
    },
  };
}

it('the second file is tied where the first ends, within what may be missing, and both are one lane', () => {
  const { r, source } = joined();
  const analysis = analyze(r);
  const zero = analysis.counters.find((c) => c.source === source)?.zero;
  const half = Date.parse('2024-03-14T14:30:00-05:00');
  expect(zero?.min).toBeGreaterThan(half - 4000);
  expect(zero?.max).toBeLessThan(half + 4000);
  expect((zero?.max ?? 0) - (zero?.min ?? 0)).toBeGreaterThanOrEqual(2000);
  expect(aheadAt(r, analysis.counters, 'a', source, HALF_HOUR)).toBeCloseTo(-HALF_HOUR, -3);
  expect(analysis.contradictions).toEqual([]);
  const lanes = laySheet(r, analysis).lanes.filter((l) => l.name.startsWith('Ortiz'));
  expect(lanes.map((l) => [l.name, l.n])).toEqual([['Ortiz', 2]]);
});
