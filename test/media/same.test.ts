import { expect, it } from 'vitest';
import { frameTable } from '../../src/media/frames';
import { likeness, sameRecording } from '../../src/media/same';
import { SOUND_RATE } from '../../src/media/sound';
import { heardBy, scene } from './sounds';

const table = (n: number, from = 0) =>
  frameTable(
    Float64Array.from({ length: n }, (_, i) => from + i * 40),
    40,
  );
const road = scene(3, 30, SOUND_RATE);
const sound = (start: number, noise: number | null, seed: number) => ({
  rate: SOUND_RATE,
  samples: heardBy(road, SOUND_RATE, start, 20, 0, noise, seed, 0).samples,
});

it('a copy has every frame at its time and the same sound; a file cut, shifted or of another sound has not', () => {
  const original = sound(0, null, 1);
  const like = likeness(original, original) as number;
  expect(like).toBeCloseTo(1, 6);
  expect(sameRecording(table(100), table(100), like)).toMatchObject({ same: true });
  expect(sameRecording(table(100), table(99), like)).toMatchObject({
    same: false,
    why: expect.stringContaining('100 frames, this file has 99'),
  });
  expect(sameRecording(table(100), table(100, 23), like)).toMatchObject({
    same: false,
    why: expect.stringContaining('Frame 0 stands 0.023 s away'),
  });
  // A sound 5 ms later is another place; that of another evening another sound.
  const later = likeness(original, sound(0.005, null, 1)) as number;
  const other = likeness(original, {
    rate: SOUND_RATE,
    samples: heardBy(scene(9, 30, SOUND_RATE), SOUND_RATE, 0, 20, 0, null, 2, 0).samples,
  }) as number;
  for (const k of [later, other]) expect(sameRecording(table(100), table(100), k).same).toBe(false);
  // Where the sound cannot be compared, that is said; of sound alone nothing is left then.
  expect(sameRecording(table(9), table(9), null)).toMatchObject({
    says: expect.stringContaining('could not be compared'),
  });
  expect(sameRecording(null, null, null).same).toBe(false);
});
