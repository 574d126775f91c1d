import { describe, expect, it } from 'vitest';
import { found, log } from './facts';

const SOURCES = [
  {},
  { id: 'cam', name: 'Camera A', kind: 'camera' as const },
  { id: 'two', name: 'Camera B', kind: 'camera' as const },
];

/** `14:10-14:40 recording %cam` on a stop of 14:00 to 14:35: the title and length of each hole, in seconds. */
const STOP = ['14:00:00.000 seizure-begins', '14:35:00.000 seizure-ends'];
const film = (lines: readonly string[], more = {}, stop: readonly string[] = STOP) => {
  const of = lines.map((l) => / %(\w+)$/.exec(l)?.[1] ?? 'cam');
  const events = log(...stop, ...lines.map((l) => l.replace(/ %\w+$/, ''))).map((e, i) => ({
    ...e,
    sourceId: i < stop.length ? 'log' : (of[i - stop.length] as string),
  }));
  return found('camera-hole', events, { sources: SOURCES, ...more });
};
const holes = (...lines: string[]) =>
  film(lines).map(
    (f) => `${f.status}: ${f.title}, ${(f.bounds?.min ?? 0) / 1000} to ${(f.bounds?.max ?? 0) / 1000}`,
  );

describe('a hole in a camera, to the millisecond', () => {
  it.each([
    // It starts late.
    ['14:00:00.000-14:40 recording', []],
    ['14:00:00.001-14:40 recording', ['established: Camera A starts late, 0.001 to 0.001']],
    // It stops early.
    ['13:50-14:35:00.000 recording', []],
    ['13:50-14:34:59.999 recording', ['established: Camera A stops early, 0.001 to 0.001']],
    // A mute that ends as the stop begins, or begins as it ends, is not of it.
    ['13:50-14:00:00.000 muted', []],
    ['13:50-14:00:00.001 muted', ['established: Camera A records no sound, 0.001 to 0.001']],
    ['14:35:00.000-14:40 muted', []],
    ['14:34:59.999-14:40 muted', ['established: Camera A records no sound, 0.001 to 0.001']],
    ['13:50-14:50 muted', ['established: Camera A records no sound, 2100 to 2100']],
    ['14:10:00.000-14:11:00.000 camera-off', ['established: Camera A is off, 60 to 60']],
    // Of which nobody wrote the end.
    ['14:10 muted', []],
  ])('%s: %j', (line, expected) => {
    expect(holes(line)).toEqual(expected);
  });
  it.each([
    [['13:50-14:10:00.000 recording', '14:10:00.000-14:50 recording'], []],
    [
      ['13:50-14:10:00.000 recording', '14:10:00.001-14:50 recording'],
      ['established: Camera A is off, 0.001 to 0.001'],
    ],
    // A hole before the stop, after it, or over its edge.
    [['13:30-13:40 recording', '13:50-14:50 recording'], []],
    [['13:30-13:40 recording', '14:00:00.000-14:50 recording'], []],
    [['13:50-14:35:00.000 recording', '14:40-14:50 recording'], []],
    [['13:30-13:40 recording', '14:00:01.000-14:50 recording'], ['established: Camera A is off, 1 to 1']],
    [['13:50-14:34:59.000 recording', '14:40-14:50 recording'], ['established: Camera A is off, 1 to 1']],
    // One whose end nobody wrote covers all that follows.
    [['13:50 recording', '14:10-14:20 recording'], []],
    // In whatever order the two are written.
    [
      ['14:10:00.001-14:50 recording', '13:50-14:10:00.000 recording'],
      ['established: Camera A is off, 0.001 to 0.001'],
    ],
  ])('%j: %j', (lines, expected) => {
    expect(holes(...lines)).toEqual(expected);
  });
});

describe('which recordings count', () => {
  it('of two that begin together the first by name, in whatever order they are written', () => {
    const two = [
      { ref: 'b', start: '13:50', end: '14:10', kind: 'recording' as const, sourceId: 'cam' },
      { ref: 'a', start: '13:50', end: '14:10', kind: 'recording' as const, sourceId: 'cam' },
    ];
    const next = { ref: 'n', start: '14:20', end: '14:50', kind: 'recording' as const, sourceId: 'cam' };
    for (const list of [two, [...two].reverse()])
      expect(
        found('camera-hole', [...log(...STOP), ...list, next], { sources: SOURCES }).map((f) => f.subjects),
      ).toEqual([['b', 'n']]);
  });
  it('a camera that ran within six hours of the stop was there, whatever it did on other days', () => {
    const early = ['established: Camera A stops early, 2100 to 2100'];
    const late = ['established: Camera A starts late, 2100 to 2100'];
    expect(holes('07:00-08:00:00.000 recording')).toEqual(early);
    expect(holes('07:00-07:59:59.999 recording')).toEqual([]);
    expect(holes('20:35:00.000-21:00 recording')).toEqual(late);
    expect(holes('20:35:00.001-21:00 recording')).toEqual([]);
    expect(holes('2024-03-10 09:00-10:00 recording', '13:50-14:50 recording')).toEqual([]);
    expect(holes('2024-03-10 09:00-10:00 recording', '13:50-14:34:59.000 recording')).toEqual([
      'established: Camera A stops early, 1 to 1',
    ]);
  });
  it('each camera has its own, and one that no list of sources names is a camera still', () => {
    expect(holes('13:50-14:10 recording', '14:09-14:50 recording %two')).toEqual([
      expect.stringContaining('Camera A stops early'),
      expect.stringContaining('Camera B starts late'),
    ]);
    expect(film(['14:10:00.000-14:50 recording %lost'])).toMatchObject([
      { title: 'A camera starts late', key: 'camera-hole camera late' },
    ]);
  });
  it('counts from the arrival of whoever wears it, his name written with spaces or without', () => {
    const worn = (wearer: string, arrives: string) =>
      found(
        'camera-hole',
        [
          ...log(...STOP),
          {
            ref: 'r',
            start: '14:10:00.000',
            end: '14:50',
            kind: 'recording',
            sourceId: 'cam',
            actor: wearer,
          },
          { ref: 'x', start: '14:05:00.000', kind: 'backup-arrives', actor: arrives },
        ],
        { sources: SOURCES },
      )[0]?.bounds?.min;
    expect(worn('officer B', 'officer B')).toBe(300_000);
    expect(worn(' officer B ', 'officer B')).toBe(300_000);
    expect(worn('officer B', ' officer B ')).toBe(300_000);
    expect(worn('', '')).toBe(600_000);
    expect(worn('officer B', 'officer C')).toBe(600_000);
  });
  it('a long row of them is read to its end, and covers what any one near it covers', () => {
    const clips = Array.from(
      { length: 34 },
      (_, i) => `14:${String(i).padStart(2, '0')}:00-14:${String(i).padStart(2, '0')}:59 recording`,
    );
    expect(holes('13:50-14:01 recording', ...clips, '14:33-14:50 recording')).toHaveLength(32);
    expect(holes('13:50-14:50 recording', ...clips.slice(0, 15))).toEqual([]);
  });
  it('a hole that may be none is told only where it may be longer than the case minds', () => {
    const from = (start: string) =>
      found(
        'camera-hole',
        [...log(...STOP), { ref: 'r', start, end: '14:50', kind: 'recording' as const, sourceId: 'cam' }],
        { sources: SOURCES },
      ).map((f) => [f.status, f.bounds?.min, f.bounds?.max]);
    expect(from('between 13:59:00.000 and 14:02:00.000')).toEqual([]);
    expect(from('between 13:59:00.000 and 14:02:00.001')).toEqual([['arguable', 0, 120_001]]);
    expect(from('before 14:30')).toEqual([]);
  });
});

describe('the buffer before a recording', () => {
  const told = (...lines: string[]) =>
    film(['14:10:00.000-14:50 recording', ...lines]).flatMap((f) =>
      f.premises.flatMap((p) => (p.says.startsWith('A buffer') ? [p.row] : [])),
    );
  it.each([
    [['14:09:30-14:10:00.000 buffer'], ['e3']],
    [['14:09:30-14:09:40 buffer', '14:09:40-14:10:00.000 buffer'], ['e3']],
    [['13:59-14:00:00.000 buffer'], []],
    [['13:59-14:00:00.001 buffer'], ['e3']],
    [['14:10:00.000-14:10:30 buffer'], []],
    [['14:09:59.999-14:10:30 buffer'], ['e3']],
    [['14:09:30-14:10:00.000 buffer %two'], []],
    // Beside a hole that is no late start it says nothing.
    [['14:11-14:12 muted'], []],
  ])('%j: %j', (lines, rows) => {
    expect(told(...lines)).toEqual(rows);
  });
});
