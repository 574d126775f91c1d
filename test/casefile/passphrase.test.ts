import { Encrypter } from 'age-encryption';
import { expect, it } from 'vitest';
import { lock, unlock } from '../../src/casefile/encrypt';

const WRITTEN = ['caf\u00e9 au lait', 'cafe\u0301 au lait'] as const;

it('a passphrase is what it looks like, however its letters are put together', async () => {
  const file = await lock(new Uint8Array([1, 2, 3]), WRITTEN[1]);
  for (const as of WRITTEN) expect([...(await unlock(file, as))]).toEqual([1, 2, 3]);
  await expect(unlock(file, 'cafe au lait')).rejects.toThrow('The passphrase is wrong');
}, 60_000);

it.each(WRITTEN)('a file locked before that was so opens by what was typed: %s', async (typed) => {
  const e = new Encrypter();
  e.setScryptWorkFactor(10);
  e.setPassphrase(typed);
  const file = await e.encrypt(new Uint8Array([7]));
  for (const as of WRITTEN) expect([...(await unlock(file, as))]).toEqual([7]);
});
