import { expect, it } from 'vitest';
import { dropHeld, holdMark, writeHeld } from '../../src/places/footage/held-marks';

it('marks made before the hash is known are written once it is, in their order, or let go and counted', () => {
  const written: string[] = [];
  for (const m of ['a', 'b']) holdMark('A', () => written.push(m));
  holdMark('B', () => written.push('x'));
  writeHeld('A');
  writeHeld('A');
  expect(written).toEqual(['a', 'b']);
  expect(dropHeld('B')).toBe(1);
  writeHeld('B');
  expect(written).toEqual(['a', 'b']);
});
