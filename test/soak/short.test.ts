import { describe, expect, it } from 'vitest';
import { random } from '../bench/synthetic';
import { flipped, forged, hostile, lightly, locked } from './case-files';
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
  it('clocks that drift', () => expect(driftingClocks(200, int, fail)).toMatch(/each contains the truth/));
  it('gaps in chains of custody', () => expect(custodyGaps(150, int, fail)).toMatch(/equals brute force/));
  it('sums of time off the mission', () =>
    expect(offMissionSums(75, int, fail)).toMatch(/within the bounds/));
  it('tables mutated', async () => expect(await tables(600, int, fail)).toMatch(/none crashed/));
  it('workbooks mutated', async () => expect(await workbooks(400, int, fail)).toMatch(/none crashed/));
  it('transcripts mutated', () => expect(transcripts(1000, int, fail)).toMatch(/none crashed/));
  it('times of random words', () => expect(grammar(4000, int, fail)).toMatch(/the same when printed/));
  it('case files with bits flipped and cut short', async () =>
    expect(await flipped(120, int, fail)).toMatch(/refused/));
  // A passphrase stretched in full opens and is refused in casefile/passphrase.test.ts.
  it('locked case files', async () => expect(await locked(8, int, fail, lightly)).toMatch(/refused/));
  it('five devices at one folder', async () =>
    expect(await sharing(8, fail)).toMatch(/all devices end alike/));
  it('case files forged and sealed anew', async () => expect(await forged(fail)).toMatch(/harmless/));
  it('hostile case files', async () => expect(await hostile(fail)).toMatch(/refused/));
});
