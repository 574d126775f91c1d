import { expect, it } from 'vitest';
import { addRecording } from '../../src/actions/footage';
import { analyze } from '../../src/analysis/analyze';
import { laySheet } from '../../src/drawing/lanes/lanes';
import { calibrations, overlayAt } from '../../src/media/overlay';
import { fileBeside, partAt, partsOf, piecesOf, sequelOf, wholeMs } from '../../src/media/parts';
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

it('an overlay read in one file serves the others, the wider for what may be missing between them', () => {
  const { r, source } = joined();
  const read = (sourceId: string, readingA: string, readingB: string) => ({
    ...r,
    syncPoints: [
      ...r.syncPoints,
      {
        ...{ id: 'o', caseId: 'c', what: 'overlay', page: '', sourceId, clockA: 'cam', clockB: 'cam' },
        ...{ dateA: '2024-03-14', dateB: '2024-03-14', readingA, readingB },
      },
    ],
  });
  const shows = (of: typeof r, file: string, ms: number) => overlayAt(calibrations(of, file, 'cam'), ms, 0);
  const at = (text: string): number => Date.parse(`2024-03-14T${text}Z`);
  // Read a minute into the first file; 5 s into the second it is 29 min 05 s later, within the second that may be missing.
  const first = read('a', '19:01:00', 'v 1:00.000');
  const there = shows(first, source, 5000);
  expect(there?.min).toBeGreaterThan(at('19:30:03.9'));
  expect(there?.min).toBeLessThanOrEqual(at('19:30:05'));
  expect(there?.max).toBeGreaterThanOrEqual(at('19:30:05'));
  expect(there?.max).toBeLessThan(at('19:30:07.1'));
  expect((there?.max ?? 0) - (there?.min ?? 0)).toBeGreaterThanOrEqual(2000);
  // And back: read in the second, it serves the first.
  const back = shows(read(source, '19:30:05', 'v 0:05.000'), 'a', 60_000);
  expect(back?.min).toBeLessThanOrEqual(at('19:01:00'));
  expect(back?.max).toBeGreaterThanOrEqual(at('19:01:00'));
  expect((back?.max ?? 0) - (back?.min ?? 0)).toBeGreaterThanOrEqual(2000);
  // Not through files that nothing joins any more.
  expect(
    shows({ ...first, syncPoints: first.syncPoints.filter((s) => s.sourceB !== 'a') }, source, 0),
  ).toBeNull();
});

it('a camera beside goes on in the file in which the moment lies, and stays in its own where that holds it too', () => {
  const moment =
    (whole: number, open = ['a', 'b', 'c']) =>
    (id: string) =>
      open.includes(id) ? whole - (parts.find((p) => p.source.id === id)?.from ?? 0) : null;
  expect(fileBeside(parts, 'a', moment(HALF_HOUR - 1))).toBe('a');
  expect(fileBeside(parts, 'a', moment(HALF_HOUR + 1))).toBe('b');
  expect(fileBeside(parts, 'c', moment(HALF_HOUR + 1))).toBe('b');
  expect(fileBeside(parts, 'a', moment(2.5 * HALF_HOUR))).toBe('c');
  // At the seam both hold it.
  expect(fileBeside(parts, 'b', moment(HALF_HOUR))).toBe('b');
  expect(fileBeside(parts, 'a', moment(HALF_HOUR))).toBe('a');
  // Before it began, after its end, in a file that is not open: as it was.
  for (const whole of [-5, 9 * HALF_HOUR]) expect(fileBeside(parts, 'b', moment(whole))).toBe('b');
  expect(fileBeside(parts, 'a', moment(1.5 * HALF_HOUR, ['a', 'c']))).toBe('a');
});
