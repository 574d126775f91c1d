import { Decrypter, Encrypter } from 'age-encryption';
import { BadCaseFile } from './content';

const MARK = 'age-encryption.org/v1';

/** Whether a file is locked with a passphrase (the age format). */
export const isLocked = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, MARK.length)) === MARK;

/** A case file locked with a passphrase, which age stretches by scrypt for about a second. Whoever forgets it has lost the file. */
export async function lock(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const e = new Encrypter();
  e.setPassphrase(passphrase.normalize('NFC'));
  return e.encrypt(bytes);
}

/** @throws BadCaseFile where the passphrase is wrong, or the file was damaged */
export async function unlock(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const d = new Decrypter();
  // Letters that look the same are the same; a file of before may have been locked with them as they were typed.
  for (const form of new Set([passphrase.normalize('NFC'), passphrase, passphrase.normalize('NFD')]))
    d.addPassphrase(form);
  try {
    return await d.decrypt(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new BadCaseFile(
      /no identity|passphrase|match/i.test(why)
        ? 'The passphrase is wrong: this file is not opened by it.'
        : 'The locked file was damaged, or cut short: it cannot be opened.',
    );
  }
}
