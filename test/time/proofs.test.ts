import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { examine } from '../../src/analysis/examine';
import { UNTIED } from '../../src/time/solver/moment';
import { solveRecord } from '../../src/time/solver/solve';
import { proofOf } from '../../src/words/proof';
import { record } from '../make';

const two = (n: number): string => String(n).padStart(2, '0');

describe('proofs', () => {
  it('are steps whose lengths add up to the bound, for every pair of a random record', () => {
    const act = fc.record({
      m: fc.integer({ min: 0, max: 200 }),
      clock: fc.nat(2),
      how: fc.nat(3),
      tie: fc.nat(7),
      length: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(act, { minLength: 2, maxLength: 8 }), (acts) => {
        const events = acts.map((a, i) => {
          const other = a.tie % acts.length;
          const start =
            a.how === 1 && other < i
              ? `after @e${other}`
              : a.how === 2 && other < i
                ? `@e${other} +2m..9m`
                : `${two(10 + Math.floor(a.m / 60))}:${two(a.m % 60)}`;
          return {
            ref: `e${i}`,
            start,
            end:
              a.how === 3
                ? `${two(10 + Math.floor((a.m + a.length) / 60))}:${two((a.m + a.length) % 60)}`
                : '',
            kind: 'search' as const,
            clockId: ['dispatch', 'cam', 'watch'][a.clock] as string,
          };
        });
        const solved = solveRecord(
          record({
            clocks: [
              {},
              {
                id: 'cam',
                name: 'cam',
                kind: 'camera',
                reference: false,
                offset: { min: -43_000, max: -41_000, why: 'sync' },
              },
              { id: 'watch', name: 'watch', kind: 'person', reference: false, zone: '' },
            ],
            events,
          }),
        );
        // One `expect` for all pairs: a call each costs more than the solver.
        const wrong: object[] = [];
        for (let i = 0; i < acts.length; i++) {
          for (let j = 0; j < acts.length; j++) {
            for (const edge of ['start', 'end'] as const) {
              const [a, b] = [
                { id: `e${i}`, edge: 'start' as const },
                { id: `e${j}`, edge },
              ];
              const bounds = solved.bounds(a, b);
              const sum = (end: 'min' | 'max'): number =>
                solved.proof(a, b, end).reduce((s, p) => s + p.ms, 0);
              const proven = Number.isFinite(bounds.max)
                ? Object.is(sum('max'), bounds.max)
                : solved.proof(a, b, 'max').length === 0;
              if (!proven || (Number.isFinite(bounds.min) && !Object.is(0 - sum('min'), bounds.min)))
                wrong.push({ a, b, bounds, proofs: [solved.proof(a, b, 'max'), solved.proof(a, b, 'min')] });
              // The order of two moments is what their bounds say of it.
              const order = [solved.surely(a, b), solved.may(a, b), solved.mayBefore(a, b)];
              if (`${order}` !== `${[bounds.min >= 0, bounds.max >= 0, bounds.max > 0]}`)
                wrong.push({ a, b, bounds, order });
            }
          }
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('read aloud: reading, offset, reading, and what follows', () => {
    const r = record({
      clocks: [
        {},
        {
          id: 'cam',
          name: 'Camera 2',
          kind: 'camera',
          reference: false,
          offset: { min: -43_000, max: -41_000, why: 'radio call' },
        },
      ],
      sources: [{}, { id: 'cam', name: 'Camera 2', kind: 'camera', exhibit: 'Ex. 3' }],
      events: [
        { ref: 'stop', start: '12:10', kind: 'seizure-begins' },
        { ref: 'papers', start: '12:11:00', kind: 'documents-received' },
        { ref: 'warning', start: '12:28', kind: 'warning-issued', description: 'Warning issued' },
        {
          ref: 'sniff',
          start: '12:34:00',
          clockId: 'cam',
          sourceId: 'cam',
          kind: 'sniff',
          description: 'Sniff begins',
        },
      ],
    });
    const a = analyze(r);
    const f = a.findings.find((x) => x.rule === 'mission-complete');
    const min = a.proofs[f?.key ?? '']?.find((p) => p.end === 'min' && p.to.id === 'sniff');
    expect(min?.lines.map((l) => l.says)).toEqual([
      '“Warning issued” no later than 12:28:59 by dispatch (written “12:28”).',
      'Camera 2 runs 41 to 43 s ahead of dispatch (radio call).',
      '“Sniff begins” no earlier than 12:34:00 by Camera 2 (written “12:34:00”).',
    ]);
    // 12:34:00 less 43 s, less 12:28:59.999
    expect(f?.bounds?.min).toBe(
      12 * 3600_000 + 34 * 60_000 - 43_000 - (12 * 3600_000 + 28 * 60_000 + 59_999),
    );
    expect(min?.concludes).toBe('So from “Warning issued” to “Sniff begins”: at least 4 min 18 s.');
  });
});

describe('margins', () => {
  const r = record({
    clocks: [{}, { id: 'cam', name: 'Camera', kind: 'camera', reference: false }],
    events: [
      { ref: 'stop', start: '12:10:00', kind: 'seizure-begins' },
      { ref: 'papers', start: '12:11:00', kind: 'documents-received' },
      { ref: 'warning', start: '12:28:00', kind: 'warning-issued' },
      { ref: 'sniff', start: '12:34:00', clockId: 'cam', kind: 'sniff' },
    ],
  });
  const finding = (rec: typeof r) => analyze(rec).findings.find((f) => f.rule === 'mission-complete');
  it('say by how much the assumption may be wrong: just under it holds, just over it falls', () => {
    const f = finding(r);
    if (!f) throw new Error('no finding');
    expect(f.status).toBe('established');
    const [m] = examine(r, f).margins;
    // By warning 12:28:00.999 and a camera two minutes ahead the sniff comes 3:59.001 later; to the last ms of that it stands (at exactly none it still follows).
    const within = m?.holdsWithin ?? 0;
    const wider = (ms: number) => ({
      ...r,
      case: { ...r.case, policies: { ...r.case.policies, machineClock: r.case.policies.machineClock + ms } },
    });
    expect(within).toBe(239_001);
    expect(finding(wider(within))?.status).toBe('established');
    expect(finding(wider(within + 1))?.status).not.toBe('established');
  });
  it('are none where the finding holds on one clock alone', () => {
    const one = record({
      events: [
        { ref: 'stop', start: '12:10', kind: 'seizure-begins' },
        { ref: 'papers', start: '12:11:00', kind: 'documents-received' },
        { ref: 'warning', start: '12:28', kind: 'warning-issued' },
        { ref: 'sniff', start: '12:34', kind: 'sniff' },
      ],
    });
    const f = finding(one);
    if (!f) throw new Error('no finding');
    expect(examine(one, f).margins).toEqual([]);
  });
});

describe('an assumption switched off', () => {
  it('leaves its entries in the picture by their own clock, and the finding arguable', () => {
    const r = record({
      clocks: [{}, { id: 'cam', name: 'Camera', kind: 'camera', reference: false }],
      events: [
        { ref: 'stop', start: '12:10:00', kind: 'seizure-begins' },
        { ref: 'papers', start: '12:11:00', kind: 'documents-received' },
        { ref: 'warning', start: '12:28:00', kind: 'warning-issued' },
        { ref: 'sniff', start: '12:34:00', clockId: 'cam', kind: 'sniff' },
      ],
    });
    const off = { ...r, case: { ...r.case, trust: { ...r.case.trust, off: ['cam'] } } };
    const a = analyze(off);
    expect(a.findings.find((f) => f.rule === 'mission-complete')?.status).toBe('arguable');
    const m = 2 * off.events.findIndex((e) => e.ref === 'sniff');
    expect(a.positions.untied[m]).toBe(UNTIED.clock);
    expect(a.positions.at[m]).toBe(Date.parse('2024-03-14T12:34:00.499-05:00') + 0.5);
    expect(solveRecord(off).window({ id: 'sniff', edge: 'start' })).toEqual({
      min: Number.NEGATIVE_INFINITY,
      max: Number.POSITIVE_INFINITY,
    });
  });
});

describe('what would settle it', () => {
  it('names the clock that would, and how likely', () => {
    const r = record({
      clocks: [{}, { id: 'cam', name: 'Camera', kind: 'camera', reference: false }],
      events: [
        { ref: 'stop', start: '12:10:00', kind: 'seizure-begins' },
        { ref: 'papers', start: '12:11:00', kind: 'documents-received' },
        { ref: 'warning', start: '12:28:00', kind: 'warning-issued' },
        { ref: 'sniff', start: '12:28:30', clockId: 'cam', kind: 'sniff' },
      ],
    });
    const f = analyze(r).findings.find((x) => x.rule === 'mission-complete');
    if (!f) throw new Error('no finding');
    expect(f.status).toBe('arguable');
    const [best] = examine(r, f).settles;
    expect(best).toMatchObject({ what: 'clock', id: 'cam' });
    expect(best?.decides).toBeGreaterThan(0.8);
    expect(best?.establishes).toBeGreaterThan(0.3);
    expect(best?.establishes).toBeLessThan(0.8);
  });
});

it('what is told from another moment, and a width that we gave a time, are said in words', () => {
  const r = record({
    events: [
      { ref: 'w', start: '14:18', end: '14:19', description: 'Warning' },
      { ref: 'a', start: '@w.end +~2m', description: 'Alert' },
      { ref: 'b', start: '@a', description: 'Bark' },
      { ref: 'c', start: '@b -30s', description: 'Car' },
      { ref: 'd', start: 'after @c; before @e', description: 'Door' },
      { ref: 'e', start: '~14:30 +-3m', description: 'End' },
    ],
  });
  const solved = solveRecord(r);
  const says = (a: string, b: string): string[] =>
    (['min', 'max'] as const).flatMap((end) => {
      const [from, to] = [
        { id: a, edge: 'start' },
        { id: b, edge: 'start' },
      ] as const;
      return proofOf(r, solved, from, to, end, solved.bounds(from, to))?.lines.map((l) => l.says) ?? [];
    });
  expect(says('w', 'a')).toContain(
    '“Alert”: about 2 min after the end of “Warning”, assumed to be within 5 min of it.',
  );
  expect(says('a', 'b')).toContain('“Bark”: together with “Alert”.');
  expect(says('b', 'c')).toContain('“Car”: 30 s before “Bark”.');
  expect(says('c', 'd').some((l) => /^“Door”: after “Car”\.$/.test(l))).toBe(true);
  expect(says('w', 'e')).toContain(
    '“End” no later than 14:33:59 by dispatch (written “about 14:30”, read as within 3 min of it).',
  );
});

it('an end that nobody states is bounded by its start, and the proof says that it does not come before it', () => {
  const solved = solveRecord(
    record({
      events: [
        { ref: 'a', start: '14:00' },
        { ref: 'w', kind: 'writing', start: 'after @a' },
        { ref: 'b', start: '14:30' },
      ],
    }),
  );
  const [end, b] = [
    { id: 'w', edge: 'end' },
    { id: 'b', edge: 'start' },
  ] as const;
  expect(solved.bounds(end, b).max).toBe(31 * 60_000 - 1);
  const [first] = solved.proof(end, b, 'max');
  expect(first).toMatchObject({
    reason: { kind: 'definition', says: 'nothing ends before it begins' },
    ms: 0,
  });
});
