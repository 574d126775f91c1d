import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { oneMinute, oneMinuteOf } from '../../src/drawing/scene/one-minute';
import { record } from '../make';

const stop = record({
  events: [
    { ref: 'yields', start: '14:04:10', kind: 'seizure-begins', page: '1' },
    { ref: 'warning', start: '14:18:58', kind: 'warning-issued', page: '2' },
    { ref: 'wait', start: '14:19:20', kind: 'told-to-wait', page: '2' },
    { ref: 'alert', start: '14:25:10', kind: 'alert', page: '3' },
  ],
});

describe('the one-minute view', () => {
  it('measures the first finding about the length of the stop, and says its number and cites', () => {
    const analysis = analyze(stop);
    const shown = oneMinuteOf(stop, analysis);
    expect([shown?.finding.rule, shown?.begins.id, shown?.from.id]).toEqual([
      'mission-complete',
      'yields',
      'warning',
    ]);
    const texts = (oneMinute(stop, analysis, 900)?.shapes ?? []).flatMap((s) =>
      s.t === 'text' ? [s.text] : [],
    );
    expect(texts.some((t) => /^(at least|more than) \d+ min/.test(t))).toBe(true);
    expect(texts.some((t) => t.includes('Dispatch log at 2'))).toBe(true);
  });

  it('is not there where no stop begins', () => {
    const none = record({ events: [{ ref: 'a', start: '14:00', kind: 'alert' }] });
    expect(oneMinute(none, analyze(none), 900)).toBeNull();
  });
});
