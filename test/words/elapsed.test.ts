import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { exhibitOf, firstPlan } from '../../src/exhibits/exhibit';
import { STICKERS } from '../../src/exhibits/stickers';
import type { CaseRecord } from '../../src/record/record';
import { elapsedText, sinceText } from '../../src/words/elapsed';
import { record } from '../make';

/** T+ of every entry, by its name. */
const allOf = (r: CaseRecord): Record<string, string> => {
  const view = { record: r, analysis: analyze(r) };
  return Object.fromEntries(r.events.map((e) => [e.ref, elapsedText(view, e.id)]));
};

describe('T+ says what the record proves of the time since the seizure', () => {
  it('as the range that the network gives, and not as the place where an entry is drawn', () => {
    const r = record({
      events: [
        { ref: 'veers', start: 'before @begins', kind: 'observation' },
        { ref: 'begins', start: '00:06', kind: 'seizure-begins' },
        { ref: 'stands', start: 'after @begins', kind: 'note' },
        { ref: 'papers', start: 'after @begins; before @warns', kind: 'note' },
        { ref: 'warns', start: '00:27 or 00:28', kind: 'warning-issued' },
        { ref: 'asks', start: 'after @warns', kind: 'consent-asked' },
        { ref: 'second', start: '00:33', kind: 'backup-arrives' },
      ],
    });
    expect(allOf(r)).toEqual({
      veers: '0 or earlier',
      begins: '0',
      stands: '0 or later',
      papers: '0 to 23 min',
      warns: '20 to 23 min',
      asks: 'from 20 min',
      second: '26 to 28 min',
    });
  });

  it('as one length where both are written to the second, and rounded outward as written where one is a range', () => {
    const r = record({
      events: [
        { ref: 'before', start: '14:01:30', kind: 'observation' },
        { ref: 'begins', start: '14:04:10', kind: 'seizure-begins' },
        { ref: 'dog', start: '14:09:12', kind: 'dog-requested' },
        { ref: 'warns', start: 'between 14:18:12 and 14:18:58', kind: 'warning-issued' },
        { ref: 'about', start: 'between 14:03:10 and 14:05:40', kind: 'observation' },
      ],
    });
    expect(allOf(r)).toEqual({
      before: '2 min 40 s before',
      begins: '0',
      dog: '5 min 02 s',
      warns: '14 min 02 s to 14 min 48 s',
      about: '1 min before to 1 min 30 s after',
    });
  });

  it('as nothing where nothing bounds it, and beyond two hours', () => {
    const r = record({
      sources: [{}, { id: 'film', kind: 'camera' }],
      events: [
        { ref: 'begins', start: '14:04:10', kind: 'seizure-begins' },
        { ref: 'loose', start: 'v 4:40', sourceId: 'film', kind: 'observation' },
        { ref: 'late', start: '16:30:00', kind: 'observation' },
      ],
    });
    expect(allOf(r)).toEqual({ begins: '0', loose: '', late: '' });
  });

  it('never less than the bounds, for any of them', () => {
    const ms = fc.integer({ min: -7_000_000, max: 7_000_000 });
    const lengthOf = (t: string): number =>
      [...t.matchAll(/(\d+) (h|min|s)/g)].reduce(
        (sum, [, n, unit]) => sum + Number(n) * (unit === 'h' ? 3_600_000 : unit === 'min' ? 60_000 : 1000),
        0,
      );
    fc.assert(
      fc.property(ms, ms, (a, b) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        const text = sinceText({ min, max });
        const [first = '', last = first] = text.split(' to ');
        const unit = /(h|min|s)\b/.exec(last)?.[0] ?? '';
        const named = /[a-z]/.test(first) || first === '0' ? first : `${first} ${unit}`;
        const [p, q] = [lengthOf(named), lengthOf(last)];
        const both = [/before/.test(first) || max <= -1000 ? -p : p, max <= -1000 ? -q : q].sort(
          (x, y) => x - y,
        );
        // Less than a second past a bound: a second counted as written.
        expect(both[0], text).toBeLessThan(min + 1000);
        expect(both[1], text).toBeGreaterThan(max - 1000);
      }),
    );
  });

  it('in an exhibit too, by the bounds of the whole record and from a seizure that it shows', () => {
    const r = record({
      events: [
        { ref: 'begins', start: '14:04:10', kind: 'seizure-begins' },
        { ref: 'warns', start: 'between 14:18:12 and 14:18:58', kind: 'warning-issued' },
        { ref: 'asks', start: 'after @warns', kind: 'consent-asked' },
      ],
    });
    const read = { record: r, analysis: analyze(r) };
    const sticker = (STICKERS[0] as (typeof STICKERS)[number]).sticker;
    const plan = firstPlan(read, 'x', sticker, new Map());
    const whole = exhibitOf(read, plan, '2026-11-25', new Map());
    expect(whole.facts.map((f) => f.elapsed)).toEqual([
      '0',
      '14 min 02 s to 14 min 48 s',
      'from 14 min 02 s',
    ]);
    const later = exhibitOf(
      read,
      { ...plan, findings: [], from: Date.parse('2024-03-14T14:10:00-05:00') },
      '2026-11-25',
      new Map(),
    );
    expect(later.facts.map((f) => f.elapsed)).toEqual(['', '']);
  });
});
