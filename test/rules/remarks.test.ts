import { describe, expect, it } from 'vitest';
import { found, hand } from './facts';

const net = (value: number) => [{ of: 'net' as const, value, unit: 'g', plusMinus: 0.1 }];
const said = (rule: string, custody: ReturnType<typeof hand>[]) =>
  found(rule, [], { custody }).map((f) => ({
    status: f.status,
    standing: f.standing,
    remarks: f.premises.filter((p) => p.says.includes(' remarks: ')),
  }));

describe('the remarks of a form', () => {
  const mismatch = (note: string) =>
    said('custody-mismatch', [
      hand('Locker 09:10 > Daly 09:12', { line: 3, note }),
      hand('Marsh 13:50 > Roe 13:55', { line: 4 }),
    ]);
  it('are none of a finding where they explain nothing of it', () => {
    for (const note of ['', 'N/A', 'box 12'])
      expect(mismatch(note)[0]).toEqual({ status: 'established', standing: 'uncontested', remarks: [] });
  });
  it.each(['picked up for Daly by Marsh', 'via Det. Marsh', 'handed to Marsh', 'c/o Marsh'])(
    'contest that the hands do not meet where they may say how it passed: %s',
    (note) => {
      const [f] = mismatch(note);
      expect(f).toMatchObject({ status: 'established', standing: 'contested' });
      expect(f?.remarks[0]).toMatchObject({
        says: `line 3 remarks: “${note}”. The prosecution will point to it.`,
        side: 'state',
      });
    },
  );
  const drift = (note: string, where: 'between' | 'after' = 'between') =>
    said('quantity-drift', [
      hand('Ortiz 21:00 > Locker 21:02', { line: 2, quantities: net(12.4) }),
      hand('Locker 22:00 > Ford 22:05', { line: 3, note: where === 'between' ? note : '' }),
      hand('Ford 23:00 > Vault 23:05', { line: 4, quantities: net(8.4) }),
      hand('Vault 23:30 > Court 23:40', { line: 5, note: where === 'after' ? note : '' }),
    ]);
  it.each(['4 g consumed in analysis', 'weighed without packaging', 'repackaged', 'sample removed'])(
    'contest a loss of weight, on any line between: %s',
    (note) => {
      expect(drift('')[0]).toMatchObject({ status: 'established', standing: 'uncontested' });
      expect(drift(note)[0]).toMatchObject({ standing: 'contested' });
      expect(drift(note, 'after')[0]).toMatchObject({ standing: 'uncontested', remarks: [] });
    },
  );
  it('contest a gap where they say where it lay', () => {
    const gap = (note: string) =>
      said('custody-gap', [hand('Ortiz 09:10 > Roe 13:55', { line: 2, note })]).map((f) => f.standing);
    expect(gap('')).toEqual(['uncontested']);
    expect(gap('locked in trunk en route')).toEqual(['contested']);
    expect(gap('blue folder')).toEqual(['uncontested']);
  });
});
