import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { headlineOf, headlineProofs } from '../../src/analysis/headline';
import { record } from '../make';

const r = record({
  clocks: [{}, { id: 'cam', name: 'Camera', kind: 'camera', reference: false }],
  events: [
    { ref: 'stop', start: '12:00:00', kind: 'seizure-begins' },
    { ref: 'check', start: '12:04:00', end: '12:06:00', kind: 'records-check' },
    { ref: 'warning', start: '12:10:00', kind: 'warning-issued' },
    { ref: 'sniff', start: 'after @warning', kind: 'sniff', clockId: 'cam' },
    { ref: 'alert', start: '12:31:00', kind: 'alert', clockId: 'cam' },
    { ref: 'free', start: '13:00:00', kind: 'seizure-ends' },
  ],
});

describe('the proofs under a finding’s headline', () => {
  it('are those of its own interval, whichever of its intervals comes first', () => {
    const analysis = analyze(r);
    let proved = 0;
    for (const f of analysis.findings) {
      // Every end of every interval is proved where anything bounds it; turned about, the headline stays.
      const all = [...(analysis.proofs[f.key] ?? [])].reverse();
      const shown = headlineProofs(f, all);
      for (const p of shown) {
        const own = headlineOf(f, p.end);
        expect([p.from, p.to]).toEqual([own?.from, own?.to]);
        // The lines add up to the bound that the headline states.
        const sum = p.lines.reduce((s, l) => s + l.ms, 0);
        expect(p.end === 'min' ? -sum : sum).toBe(p.end === 'min' ? f.bounds?.min : f.bounds?.max);
        proved++;
      }
    }
    expect(proved).toBeGreaterThan(3);
  });
  it('never another interval’s, where nothing bounds one end of the headline', () => {
    const [one] = analyze(r).findings.filter((x) => headlineOf(x, 'min'));
    if (!one) throw new Error('no finding');
    const own = headlineOf(one, 'max');
    const proofs = analyze(r).proofs[one.key] ?? [];
    const open = proofs.filter(
      (p) => !(p.end === 'max' && p.to.id === own?.to.id && p.from.id === own?.from.id),
    );
    const other = {
      ...(proofs[0] as (typeof proofs)[number]),
      end: 'max' as const,
      to: { id: 'free', edge: 'start' as const },
    };
    expect(headlineProofs(one, [...open, other]).map((p) => p.end)).toEqual(['min']);
  });
});
