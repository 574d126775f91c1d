import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { asWritten } from '../../src/analysis/as-written';
import { aheadByTen } from './ahead';

describe('the sheet as written', () => {
  const r = aheadByTen([
    { ref: 'a', start: '14:00:00' },
    { ref: 'b', start: '14:20:00', clockId: 'cam' },
    { ref: 'c', start: '@a +5m' },
  ]);
  const { positions } = analyze(r);
  const written = asWritten(r, positions);
  const minutes = (p: Float64Array, i: number): number => Math.round(((p[2 * i] as number) / 60_000) % 60);

  it('puts each reading where its own clock has it, and says which the record proves to lie elsewhere', () => {
    expect([minutes(positions.at, 1), minutes(written.positions.at, 1)]).toEqual([10, 20]);
    expect([...written.moved]).toEqual(['b']);
  });

  it('leaves what was written as an order or a length where the record has it', () => {
    expect(written.positions.at[4]).toBe(positions.at[4]);
    expect(written.positions.at[0]).toBe(positions.at[0]);
  });
});
