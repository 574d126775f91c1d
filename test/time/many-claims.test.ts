import { describe, expect, it } from 'vitest';
import { solveRecord } from '../../src/time/solver/solve';
import { withClaims } from '../drawing/big-case';

/** Claims by one watch that nobody set, each tied to another entry of the record: nearly all of them clash with one another. */
const clashing = (n: number) => {
  const record = withClaims(n);
  const { contradictions } = solveRecord(record);
  const named = new Set(contradictions.flatMap((c) => c.entries.flatMap((e) => ('row' in e ? [e.row] : []))));
  const said = record.events.filter((e) => e.ref.startsWith('said'));
  return { sets: contradictions.length, unnamed: said.filter((e) => !named.has(e.id)).length };
};

describe('claims that clash with one another in every way', () => {
  it('are named in every smallest set, while there are few', () => {
    expect([4, 9].map((n) => clashing(n).sets)).toEqual([6, 30]);
  });
  it('come to an end where there are thirty, and each stands in a set that is named', () => {
    const { sets, unnamed } = clashing(30);
    expect(unnamed).toBe(0);
    expect(sets).toBeGreaterThan(30);
  });
});
