import { Decrypter, Encrypter } from 'age-encryption';
import { expect, it } from 'vitest';
import { lock, unlock } from '../../src/casefile/encrypt';

const WRITTEN = ['caf\u00e9 au lait', 'cafe\u0301 au lait'] as const;

/** Locked as `lock` does, stretched for a moment only: each opening of a file of full strength takes a second. */
const lightly = (passphrase: string): Promise<Uint8Array> => {
  const e = new Encrypter();
  e.setScryptWorkFactor(10);
  e.setPassphrase(passphrase);
  return e.encrypt(new Uint8Array([7]));
};

it('a passphrase is what it looks like, however its letters are put together', async () => {
  const file = await lock(new Uint8Array([1, 2, 3]), WRITTEN[1]);
  // Any age program, told the letters as they look.
  const d = new Decrypter();
  d.addPassphrase(WRITTEN[0]);
  expect([...(await d.decrypt(file))]).toEqual([1, 2, 3]);
  expect(new TextDecoder().decode(file.subarray(0, 100))).toMatch(/^-> scrypt \S+ 18$/m);
}, 60_000);

it.each(WRITTEN)('a file opens by what was typed, however it was then: %s', async (typed) => {
  const file = await lightly(typed);
  for (const as of WRITTEN) expect([...(await unlock(file, as))]).toEqual([7]);
  await expect(unlock(file, 'cafe au lait')).rejects.toThrow('The passphrase is wrong');
});
