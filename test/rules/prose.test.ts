import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { recordFromFiles } from '../../src/intake/assemble';
import type { CaseRecord } from '../../src/record/record';
import { BUSY } from './busy';
import { readOut } from './read-out';

/**
 * What the rules say of whole records, kept in `test/pictures/`:
 * `UPDATE_PICTURES=1 npx vitest run --project node test/rules/prose.test.ts` keeps a new reading.
 */
function expectProse(name: string, r: CaseRecord): void {
  const path = `test/pictures/${name}.findings.txt`;
  const now = readOut(r);
  if (process.env['UPDATE_PICTURES'] === '1') writeFileSync(path, now);
  expect(now, `${path} reads otherwise now: read it, and keep it with UPDATE_PICTURES=1`).toBe(
    readFileSync(path, 'utf8'),
  );
}

const files = async (...names: string[]): Promise<CaseRecord> => {
  const read = await Promise.all(
    names.map(async (name) => ({
      name: name.split('/').at(-1) as string,
      bytes: new Uint8Array(await readFile(name)),
    })),
  );
  return (await recordFromFiles(read, 'America/Chicago')).record;
};

describe('findings as they read', () => {
  it('on a record in which nearly every rule speaks', () => {
    expectProse('busy', BUSY);
    expectProse('busy-assumed', { ...BUSY, syncPoints: [] });
  });
  it('on both samples and the agency’s form', async () => {
    expectProse('rodriguez', await files('public/samples/rodriguez-stop-log.csv'));
    expectProse(
      'roadside',
      await files(
        'public/samples/roadside-stop-log.csv',
        'public/samples/roadside-cameras.csv',
        'public/samples/roadside-custody.csv',
      ),
    );
    expectProse(
      'agency',
      await files('test/fixtures/custody/chain-of-custody.csv', 'test/fixtures/custody/locker-and-lab.csv'),
    );
  });
});
