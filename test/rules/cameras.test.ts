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
