import { describe, expect, it } from 'vitest';
import { random } from '../bench/synthetic';
import { flipped, forged, hostile, locked } from './case-files';
import { driftingClocks } from './clocks';
import { offMissionSums } from './detours';
import { custodyGaps } from './hands';
import { grammar, tables, transcripts, workbooks } from './importers';
import { sharing } from './sharing';

const fail = (round: number, why: string): never => {
  throw new Error(`round ${round}: ${why}`);
};
const next = random(20261125);
const int = (below: number): number => Math.floor(next() * below);

/** The soak's own checks, short: `npm run soak` runs them by the hundred thousand. */
describe('the soak, in short', () => {
  it('clocks that drift', () => expect(driftingClocks(500, int, fail)).toMatch(/each contains the truth/));
  it('gaps in chains of custody', () => expect(custodyGaps(300, int, fail)).toMatch(/equals brute force/));
  it('sums of time off the mission', () =>
    expect(offMissionSums(150, int, fail)).toMatch(/within the bounds/));
  it('tables mutated', async () => expect(await tables(3000, int, fail)).toMatch(/none crashed/));
  it('workbooks mutated', async () => expect(await workbooks(2000, int, fail)).toMatch(/none crashed/));
  it('transcripts mutated', () => expect(transcripts(5000, int, fail)).toMatch(/none crashed/));
  it('times of random words', () => expect(grammar(20_000, int, fail)).toMatch(/the same when printed/));
  it('case files with bits flipped and cut short', async () =>
    expect(await flipped(400, int, fail)).toMatch(/refused/));
  it('locked case files', async () => expect(await locked(1, int, fail)).toMatch(/refused/), 120_000);
  it('five devices at one folder', async () =>
    expect(await sharing(25, fail)).toMatch(/all devices end alike/));
  it('case files forged and sealed anew', async () => expect(await forged(fail)).toMatch(/harmless/));
  it('hostile case files', async () => expect(await hostile(fail)).toMatch(/refused/));
});
