import { expect, it } from 'vitest';
import { bothEnds } from '../../src/exhibits/both-ends';

const line = (says: string, cite = 'Ex. 4') => ({ says, cite });
const least = {
  lines: [
    line('“Warned” no later than 14:18:58 by dispatch (written “14:18”).'),
    line('Assumed: it drifts.', 'assumption'),
    line('“Dog” no earlier than 14:25:10 by dispatch (written “14:25:10”).'),
  ],
  concludes: 'So from “Warned” to “Dog”: at least 6 min 12 s.',
};
const most = {
  lines: [
    line('“Warned” no earlier than 14:18:12 by dispatch (written “14:18”).'),
    line('Assumed: it drifts.', 'assumption'),
    line('“Dog” no later than 14:25:10 by dispatch (written “14:25:10”).'),
  ],
  concludes: 'So from “Warned” to “Dog”: at most 7 min.',
};

it('the two ends of one interval on the same lines are printed once, each reading with both of its ends', () => {
  expect(bothEnds([least, most])).toEqual([
    {
      lines: [
        line('“Warned” no earlier than 14:18:12, no later than 14:18:58, by dispatch (written “14:18”).'),
        line('Assumed: it drifts.', 'assumption'),
        line('“Dog” at 14:25:10 by dispatch (written “14:25:10”).'),
      ],
      concludes: 'So from “Warned” to “Dog”: at least 6 min 12 s, at most 7 min.',
    },
  ]);
});

it('nothing is joined that differs in a line, a page or the moments that it is about', () => {
  const other = {
    ...most,
    lines: [line('“Warned” no earlier than 14:18:12 by dispatch (written “14:18”).')],
  };
  const page = { ...most, lines: most.lines.map((l) => ({ ...l, cite: 'Ex. 5' })) };
  const moments = { ...most, concludes: 'So from “Warned” to “Search”: at most 7 min.' };
  const clock = { ...most, lines: most.lines.map((l) => line(l.says.replace('dispatch', 'the dash'))) };
  for (const second of [other, page, moments, clock])
    expect(bothEnds([least, second])).toEqual([least, second]);
});

it('where both ends are one length it is said once', () => {
  const a = { lines: [{ says: 'A line.', cite: '' }], concludes: 'So from “X” to “Y”: at least 9 min 20 s.' };
  const b = { ...a, concludes: 'So from “X” to “Y”: at most 9 min 20 s.' };
  expect(bothEnds([a, b]).map((p) => p.concludes)).toEqual(['So from “X” to “Y”: 9 min 20 s.']);
  const c = { ...a, concludes: 'So from “X” to “Y”: less than 9 min 20 s.' };
  expect(bothEnds([a, c]).map((p) => p.concludes)).toEqual([
    'So from “X” to “Y”: at least 9 min 20 s, less than 9 min 20 s.',
  ]);
});
