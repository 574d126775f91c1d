import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../src/time/grammar/meaning';

const given = { day: '2024-03-14', zone: 'America/Chicago', fresh: true, year: 2024, isRow: () => false };

/** What a text is taken for: `= canonical`, `? choice | choice`, or `! why`. */
function taken(text: string): string {
  const context = { date: '2024-03-14', zone: 'America/Chicago', approximate: 300_000 };
  const m = meaningOf(text, context, null, given);
  if (m.ok) return `= ${m.text}`;
  return m.asks.length > 0 ? `? ${m.asks.map((c) => c.text).join(' | ')}` : `! ${m.why}`;
}

describe('times as reports, logs, oaths and custody forms write them', () => {
  it.each([
    ['in or around 3:42 am', '= ~03:42'],
    ['close to 3:45 pm', '= ~15:45'],
    ['almost 3:45 p.m.', '= ~15:45'],
    ['2:30ish pm', '= ~14:30'],
    ['1427(ish)', '= ~14:27'],
    ['1430 give or take', '= ~14:30'],
    ['by 1430 at the latest', '= by 14:30'],
    ['at the latest 1430', '= by 14:30'],
    ['from 1430 on', '= after 14:30'],
    ['subsequent to 1430', '= after 14:30'],
    ['Time: 1427', '= 14:27'],
    ['1427 hours (military time)', '= 14:27'],
    ['12:00 a.m. (midnight)', '= 00:00'],
    ['1427z hrs', '= 14:27Z'],
    ['14:27 C.D.T.', '= 14:27 CDT'],
    ['14:27 UTC-0500 (CDT)', '= 14:27 -05:00'],
    ['the 14th day of March, 2024', '= 2024-03-14'],
    ['1427 hrs on the 14th of March, 2024', '= 2024-03-14 14:27'],
    ['v 00:14:22:11', '= v 14:22'],
    ['v 1h02m03s', '= v 1:02:03'],
    ['3:15-3:40 into the video', '= between v 3:15 and v 3:40'],
    ['3:12 (video)', '= v 3:12'],
    ['1/2 hour later', '= +30m'],
    ['½ minute later', '= +30s'],
    ['a half-hour later', '= +30m'],
    ['three-quarters of an hour later', '= +45m'],
    ['an hour and a quarter later', '= +1h15m'],
    ['8 or more minutes later', '= +at least 8m'],
    ['nearly 8 minutes after @stop', '= @stop +about 8m'],
    // Upon a thing is after it, however soon: not at the same thousandth.
    ['upon @warning', '= after @warning'],
  ])('%s %s', (text, meaning) => {
    expect(taken(text)).toBe(meaning);
  });

  it('the minutes of the next hour are no hour, and an evening that runs past midnight began before it', () => {
    expect(taken('2:58-02 pm')).toBe('? between 14:58 and 15:02 | between 02:58 and 14:00');
    expect(taken('11:30-1:15 am')).toBe(
      '? between 2024-03-14 23:30 and 2024-03-15 01:15 | between 2024-03-13 23:30 and 2024-03-14 01:15',
    );
    expect(taken('12:30-1:15 am')).toBe('= between 00:30 and 01:15');
  });
});
