import { expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { dayText, windowText } from '../../src/words/moment';
import { record } from '../make';

it('the day of an entry is that of what the record knows of it, and none where that is several days', () => {
  const r = record({
    events: [
      { ref: 'a', date: '2024-03-14', start: '23:50:00' },
      { ref: 'b', date: '2024-03-18', start: '09:00:00' },
      { ref: 'between', date: '2024-03-18', start: 'before @b; after @a' },
      { ref: 'x', date: '2024-03-18', start: '~12:00 +-1m; after @b' },
      // Drawn behind x in the order of the record; known from the 14th on.
      { ref: 'later', date: '2024-03-14', start: 'after @a' },
      { ref: 'earlier', date: '2024-03-18', start: 'before @b' },
    ],
  });
  const view = { record: r, analysis: analyze(r) };
  const says = Object.fromEntries(
    r.events.map((e) => [e.id, `${dayText(view, e.id)} ${windowText(view, e.id)}`.trim()]),
  );
  expect(says).toMatchObject({
    a: '2024-03-14 23:50:00',
    between: '03-14 23:50:00 – 03-18 09:00:00',
    later: '2024-03-14 from 23:50:00',
    earlier: '2024-03-18 by 09:00:00',
  });
  // Wherever it is drawn.
  view.analysis.positions.at.fill(Date.parse('2024-03-16T12:00:00-05:00'));
  expect(dayText(view, 'later')).toBe('2024-03-14');
});
