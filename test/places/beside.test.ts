import { expect, it } from 'vitest';
import { besideSays } from '../../src/places/footage/in-step';

it('a camera that had not begun, has ended or is not tied is no picture of now, and that is said', () => {
  expect(besideSays(-5000, 4000, 60_000)).toMatch(/^Not recording yet/);
  expect(besideSays(-5000, 5000, 60_000)).toBe('');
  expect(besideSays(0, 60_001, 60_000)).toMatch(/^Its recording has ended/);
  expect(besideSays(null, 0, 60_000)).toMatch(/^Nothing ties it/);
});
