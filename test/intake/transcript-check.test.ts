import { expect, it } from 'vitest';
import { editCue, renameSpeaker, shiftTranscript } from '../../src/actions/footage';
import { against, placedAt, toPlace } from '../../src/intake/transcripts/check';
import { movedSound } from '../../src/media/marks';
import type { Cue } from '../../src/record/cue';
import { record } from '../make';

const at = (from: number, speaker = '') => ({ from, to: from + 1000, speaker, text: 'no', line: 1 });

it('lines past the end of the recording are told, with what may be the reason', () => {
  expect(against([at(0), at(5000)], 60_000)).toEqual([]);
  expect(against([at(0), at(90_000)], 60_000)[0]).toMatch(/^1 of 2 lines begin after .* longer recording/);
  expect(against([at(3_600_000), at(3_620_000)], 60_000)[0]).toMatch(/begin at 1:00:00/);
  expect(against([at(50_000_000)], 60_000)[0]).toMatch(/times may be of the day/);
});

it('lines at times of the day, or all past the end, are asked for their place; their distances stay', () => {
  const of = (cues: ReturnType<typeof at>[]) => ({ format: '', cues, refused: [], notices: [] });
  const [early, late] = [at(1000), at(90_000)];
  expect(toPlace(of([early, late]), 60_000)).toBeNull();
  expect(toPlace(of([late]), 60_000)).toEqual([late]);
  expect(toPlace(of([late]), 90_000)).toEqual([late]);
  expect(toPlace(of([late]), 0)).toBeNull();
  expect(toPlace(of([]), 60_000)).toBeNull();
  expect(toPlace({ ...of([]), day: [late] }, 0)).toEqual([late]);
  expect(placedAt([late, at(95_500)], 12_000).map((c) => [c.from, c.to])).toEqual([
    [12_000, 13_000],
    [17_500, 18_500],
  ]);
});

const source = record({ sources: [{ id: 'A', kind: 'camera' }] }).sources[0] as never;
const cue = (from: number, speaker: string): Cue => ({
  ...at(from, speaker),
  id: `${from}`,
  caseId: 'c',
  sourceId: 'A',
});
const cues = [cue(500, 'Speaker 1'), cue(4000, 'Speaker 2'), cue(9000, 'Speaker 1')];

it('a transcript is moved, a speaker called otherwise in every line, a line corrected: field by field', () => {
  const shifted = JSON.stringify(shiftTranscript(source, cues, -1000).edits);
  expect(shifted).toMatch(/"from":0/);
  expect(shifted).toMatch(/"from":3000/);
  expect(renameSpeaker(source, cues, 'Speaker 1', 'Ash').edits).toHaveLength(2);
  expect(JSON.stringify(editCue(source, cues[0] as Cue, { text: 'yes' }).edits)).not.toMatch(/"from":/);
});

it('a mark on sound alone is moved by steps, never past its other end', () => {
  const row = { start: 'v 0:01.000', end: 'v 0:01.050' };
  expect(movedSound(row, 'start', 40, 9000)).toEqual({ patch: { start: 'v 0:01.040' }, ms: 1040 });
  expect(movedSound(row, 'start', 80, 9000)).toBeNull();
  expect(movedSound({ start: 'v 0:01.000', end: '' }, 'end', 40, 9000)).toBeNull();
});
