import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { laySheet } from '../../src/drawing/lanes/lanes';
import { layout, wholeView } from '../../src/drawing/scene/layout';
import { LEGEND } from '../../src/drawing/scene/legend';
import type { Shape } from '../../src/drawing/scene/scene';
import { record } from '../make';

/** The whole sheet of a stop in which a person is secured before any arrest, with what an officer saw or without. */
function sheetOf(observed: boolean) {
  const r = record({
    events: [
      { ref: 'stop', kind: 'seizure-begins', start: '14:00:00' },
      ...(observed ? [{ ref: 'seen', kind: 'observation' as const, start: '14:01:00' }] : []),
      { ref: 'cuffs', kind: 'secured', start: '14:05:00' },
      { ref: 'over', kind: 'arrest', start: '14:20:00' },
    ],
  });
  const sheet = laySheet(r, analyze(r));
  return layout(sheet, wholeView(sheet, 1200));
}

const badges = (shapes: readonly Shape[]): (number | undefined)[] =>
  shapes.flatMap((s) => (s.t === 'rect' && s.h === 14 && s.stroke === 'finding' ? [s.r] : []));

describe('the standing of a finding on the sheet', () => {
  it('is its own shape: a round where nothing answers it, a square where the State can, and the legend says which', () => {
    const [plain, contested] = [sheetOf(false), sheetOf(true)];
    expect(new Set(badges(plain.shapes))).toEqual(new Set([7]));
    expect(badges(contested.shapes)).toContain(0);
    expect([plain.legend.includes('contested'), plain.legend.includes('uncontested')]).toEqual([false, true]);
    expect(contested.legend).toContain('contested');
    for (const key of ['contested', 'uncontested'] as const) {
      const entry = LEGEND.find((e) => e.key === key);
      expect(entry?.name).not.toBe('');
      expect(entry?.swatch(0, 0)).toHaveLength(1);
    }
    expect(contested.hits.some((h) => h.says.endsWith('shown by the record, contested'))).toBe(true);
  });
});
