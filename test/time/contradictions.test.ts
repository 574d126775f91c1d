import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import type { Relation } from '../../src/record/event';
import { reasonKey } from '../../src/time/solver/reason';
import { solveRecord } from '../../src/time/solver/solve';
import { record, relation } from '../make';

const rel = (id: string, fromId: string, toId: string, min: number | null, max: number | null): Relation =>
  relation(fromId, toId, { id, min, max, says: id });

/** Whether relations over four moments can all be true: Floyd and Warshall, nothing of ours. */
function satisfiable(list: readonly Relation[]): boolean {
  const ids = ['a', 'b', 'x', 'y'];
  const d = ids.map((_, i) => ids.map((__, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)));
  const put = (i: number, j: number, w: number): void => {
    (d[i] as number[])[j] = Math.min((d[i] as number[])[j] as number, w);
  };
  for (const r of list) {
    const [i, j] = [ids.indexOf(r.fromId), ids.indexOf(r.toId)];
    if (r.max !== null) put(i, j, r.max);
    if (r.min !== null) put(j, i, -r.min);
  }
  for (let k = 0; k < 4; k++)
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < 4; j++)
        put(i, j, ((d[i] as number[])[k] as number) + ((d[k] as number[])[j] as number));
  return ids.every((_, i) => ((d[i] as number[])[i] as number) >= 0);
}

/** All smallest sets that cannot all be true, by trying every subset. */
function bruteSmallest(list: readonly Relation[]): string[] {
  const bad: Relation[][] = [];
  for (let mask = 1; mask < 1 << list.length; mask++) {
    const part = list.filter((_, i) => mask & (1 << i));
    if (!satisfiable(part) && part.every((r) => satisfiable(part.filter((x) => x !== r)))) bad.push(part);
  }
  return bad
    .map((p) =>
      p
        .map((r) => r.id)
        .sort()
        .join(),
    )
    .sort();
}

describe('contradictions', () => {
  it('are the smallest sets that cannot all be true, every one of them, as trying all subsets finds them', () => {
    const pair = fc
      .tuple(fc.constantFrom('a', 'b', 'x', 'y'), fc.constantFrom('a', 'b', 'x', 'y'))
      .filter(([p, q]) => p !== q);
    const one = fc.record({ pair, min: fc.integer({ min: -4, max: 4 }), width: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 6 }), (raw) => {
        const relations = raw.map(({ pair: [p, q], min, width }, i) => rel(`r${i}`, p, q, min, min + width));
        const events = ['a', 'b', 'x', 'y'].map((ref) => ({ ref, start: 'after 00:00' }));
        const solved = solveRecord(record({ events, relations }));
        const found = [
          ...new Set(
            solved.contradictions.map((c) =>
              c.entries
                .map((r) => ('row' in r ? r.row : ''))
                .sort()
                .join(),
            ),
          ),
        ].sort();
        expect(found).toEqual(bruteSmallest(relations));
        for (const c of solved.contradictions) expect(c.by).toBeGreaterThan(0);
      }),
      { numRuns: 600 },
    );
  });

  const claim = {
    sources: [{}, { id: 'rep', name: 'Report', kind: 'report' as const }],
    events: [
      { ref: 'warning', start: '14:18' },
      { ref: 'sniff', start: 'after @warning' },
      { ref: 'claim', start: '14:10', sourceId: 'rep' },
    ],
    relations: [rel('same', 'sniff', 'claim', 0, 0)],
  };
  const aside = (r: ReturnType<typeof record>): string => {
    const s = solveRecord(r).contradictions[0]?.setAside;
    return s && 'row' in s ? s.row : '';
  };
  it('set the report aside first; pinned, something else; and what is impeached before all', () => {
    const base = record(claim);
    expect(aside(base)).toBe('claim');
    const trust = base.case.trust;
    expect(aside({ ...base, case: { ...base.case, trust: { ...trust, pinned: ['claim'] } } })).not.toBe(
      'claim',
    );
    expect(aside({ ...base, case: { ...base.case, trust: { ...trust, impeached: ['warning'] } } })).toBe(
      'warning',
    );
    expect(
      aside({ ...base, case: { ...base.case, trust: { ...trust, order: ['report', 'dispatch-log'] } } }),
    ).toBe('warning');
  });

  it('by whole hours are explained: a camera in UTC that was read as local', () => {
    const r = record({
      clocks: [{}, { id: 'cam', name: 'Camera', kind: 'camera', reference: false }],
      sources: [{}, { id: 'cam', name: 'Camera', kind: 'camera' }],
      events: [
        { ref: 'logged', start: '14:20:00' },
        { ref: 'seen', start: '19:20:10', clockId: 'cam', sourceId: 'cam' },
      ],
      relations: [rel('same', 'logged', 'seen', 0, 0)],
    });
    const { hoursOff, contradictions } = analyze(r);
    expect(contradictions).toHaveLength(1);
    expect(hoursOff).toMatchObject([
      {
        clockId: 'cam',
        hours: -5,
        says: expect.stringMatching(/seems to show UTC and was read as America\/Chicago/),
      },
    ]);
  });
});

describe('a slip on a clock that nothing ties down', () => {
  const s = (id: string, edge: 'start' | 'end' = 'start') => ({ id, edge }) as const;
  type Rows = NonNullable<Parameters<typeof record>[0]['events']>;
  const solved = (kind: 'camera' | 'person', events: Rows, relations: ReturnType<typeof relation>[] = []) =>
    solveRecord(
      record({
        clocks: [{ zone: 'UTC' }, { id: 'cam', name: 'Camera', kind, reference: false, zone: 'UTC' }],
        events: events.map((e) => ({ clockId: 'cam', ...e })),
        relations,
      }),
    );
  const aside = (it: ReturnType<typeof solved>): string[] => [
    ...new Set(it.contradictions.map((c) => reasonKey(c.setAside))),
  ];
  const at = (time: string): number => Date.parse(`2024-03-14T${time}Z`);
  it.each(['camera', 'person'] as const)('does not untie what else the clock times: %s', (kind) => {
    for (const [start, end] of [
      ['23:50', '00:20'],
      ['14:20', '13:10'],
      ['14:20', '14:10'],
    ] as const) {
      const it = solved(kind, [
        { ref: 'x', kind: 'writing', start, end },
        { ref: 'y', start: '14:30' },
      ]);
      // The start stands, and it is the end that is set aside.
      expect(aside(it)).toEqual(['reading x end']);
      expect(it.window(s('y')).max - it.window(s('y')).min).toBeLessThan(11 * 60_000 + 60_000);
      expect(it.window(s('x')).min).toBeGreaterThan(at(`${start}:00`) - 300_001);
      expect(it.window(s('x')).max).toBeLessThan(at(`${start}:59.999`) + 300_001);
      expect(it.contradictions[0]?.by).toBeGreaterThan(8 * 60_000);
    }
  });
  it('in what is stated of two rows, leaves the clock in its place as well', () => {
    const rows = [
      { ref: 'x', start: '14:20' },
      { ref: 'y', start: '11:10' },
      { ref: 'z', start: '14:30' },
    ];
    const it = solved('camera', rows, [relation('x', 'y', { id: 'r', min: 0 })]);
    expect(aside(it).every((k) => !k.startsWith('assumption'))).toBe(true);
    expect(it.window(s('z')).max - it.window(s('z')).min).toBe(299_999);
  });
  it('leaves in doubt what the clock may well be off: its drift by half a minute, and its place beside another clock', () => {
    const exact = { id: 'r', min: 6 * 3_600_000, max: 6 * 3_600_000 };
    const wandered = solved(
      'camera',
      [
        { ref: 'x', start: '08:00:00' },
        { ref: 'y', start: '14:00:30' },
      ],
      [relation('x', 'y', exact)],
    );
    expect(aside(wandered)).toEqual(['assumption cam drift ']);
    const hourOff = solved(
      'camera',
      [
        { ref: 'x', start: '13:20:00' },
        { ref: 'd', start: '14:20:00', clockId: 'dispatch' },
      ],
      [relation('x', 'd', { id: 'r', min: 0, max: 0 })],
    );
    expect(aside(hourOff)).toEqual(['assumption cam ']);
  });
});
