import { expect, it } from 'vitest';
import { nudgingOf } from '../../src/places/footage/use-nudging';
import { event } from '../make';

it('each press moves a mark from where the one before left it, until the record shows it or did not take it', () => {
  let now = 0;
  const nudging = nudgingOf(() => now);
  const row = event({ ref: 'a', start: 'v 0:05.000' });
  const at = (start: string) => ({ ...row, start });
  expect(nudging.standing(row)).toBe(row);
  nudging.moved(at('v 0:04.960'));
  nudging.moved({ ...nudging.standing(row), start: 'v 0:04.920' });
  // The record shows the first of the two.
  nudging.caughtUp([at('v 0:04.960')]);
  expect(nudging.standing(at('v 0:04.960')).start).toBe('v 0:04.920');
  nudging.caughtUp([at('v 0:04.920')]);
  // Taken back by undo: it stands where the record has it.
  expect(nudging.standing(row)).toBe(row);
  nudging.moved(at('v 0:04.800'));
  const other = event({ ref: 'b', start: 'v 0:09.000' });
  expect(nudging.standing({ ...other, id: 'other' }).start).toBe('v 0:09.000');
  now = 3000;
  expect(nudging.standing(row)).toBe(row);
});
