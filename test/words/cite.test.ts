import { expect, it } from 'vitest';
import { citeOf } from '../../src/words/cite';
import { event, record } from '../make';

it('a recording is cited by its clock or its counter, never by a line of the table that lists it', () => {
  const { sources } = record({
    sources: [{ id: 'cam', name: 'Body camera A', kind: 'camera', exhibit: 'Ex. 3' }, {}],
  });
  const [camera, log] = sources;
  const at = (start: string, of = camera) => citeOf(event({ ref: 'a', start, line: 12 }), of);
  expect(at('19:20:02')).toBe('Ex. 3 (Body camera A) at 19:20:02 (its clock)');
  expect(at('~1430 +-3m')).toBe('Ex. 3 (Body camera A) at about 1430 (its clock)');
  expect(at('v 3:15')).toMatch(/^Ex\. 3 \(Body camera A\) at (0:0)?3:15/);
  expect(at('@b +2m')).toBe('Ex. 3 (Body camera A)');
  expect(at('19:20:02', log)).toBe('Dispatch log, line 12');
});
