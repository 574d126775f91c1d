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
    // Both ends are written to the second: one length, as in the list of findings, and not least and most of the same.
    expect(texts).toContain('6 min 12 s');
    expect(texts.filter((t) => /at least|less than|at most/.test(t))).toEqual([]);
    // Where they are not, least and most.
    const wide = {
      ...stop,
      events: stop.events.map((e) => (e.id === 'alert' ? { ...e, start: '14:25' } : e)),
    };
    const said = (oneMinute(wide, analyze(wide), 900)?.shapes ?? []).flatMap((x) =>
      x.t === 'text' ? [x.text] : [],
    );
    expect(said).toContain('at least 6 min 02 s');
    expect(said).toContain('at most 7 min 01 s, from “warning issued” to “alert”');
  });

  it('is not there where no stop begins', () => {
    const none = record({ events: [{ ref: 'a', start: '14:00', kind: 'alert' }] });
    expect(oneMinute(none, analyze(none), 900)).toBeNull();
  });
});
