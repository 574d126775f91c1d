import { sha256 } from '@noble/hashes/sha2.js';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** The file is one of the share, and was damaged, half carried, or made by nobody who has the key. */
export class BrokenSeal extends Error {
  override readonly name = 'BrokenSeal';
}

/** How the files of a share are shut and opened. */
export interface Seal {
  shut(bytes: Uint8Array): Promise<Uint8Array>;
  /** null: the file is none of this share. @throws BrokenSeal */
  open(bytes: Uint8Array): Promise<Uint8Array | null>;
  /** A name that gives nothing away, the same every time, from what a file is; of so many letters before its ending. */
  name(device: string, what: string, letters?: number): string;
}

const MARK = 'age-encryption.org/v1\n';
const headOf = (bytes: Uint8Array, n: number): string => new TextDecoder().decode(bytes.subarray(0, n));
const hex = (bytes: Uint8Array): string => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');

/** Letters in the name of a file of steps or of a key, and in that of a paper's: so nobody reads papers to find steps. */
const LETTERS = 32;
export const PAPER_LETTERS = 48;

/** Files that may be of a share, by their names: what else lies in the folder is left alone. */
export const isShareName = (name: string): boolean => /^[0-9a-f]{32}(?![0-9a-f]).*\.age$/.test(name);

/** Files that may hold a paper of a share, by their names. */
export const isPaperName = (name: string): boolean => /^[0-9a-f]{48}(?![0-9a-f]).*\.age$/.test(name);

/** Whether a file is a key of a share under a passphrase: its header says so to anybody, and no more. */
export const isKeyFile = (bytes: Uint8Array): boolean => headOf(bytes, 32).startsWith(`${MARK}-> scrypt`);

/** The key of a new share: an age identity, under which every file of it is shut. */
export const newShareKey = (): Promise<string> => generateX25519Identity();

/** The key under a passphrase, as any age program opens it. */
export async function keyFile(key: string, passphrase: string): Promise<Uint8Array> {
  const e = new Encrypter();
  e.setPassphrase(passphrase.normalize('NFC'));
  return e.encrypt(key);
}

/** The key out of its file; null where the passphrase is wrong, or the file is broken. */
export async function openKeyFile(bytes: Uint8Array, passphrase: string): Promise<string | null> {
  const d = new Decrypter();
  d.addPassphrase(passphrase.normalize('NFC'));
  const key = await d.decrypt(bytes, 'text').catch(() => '');
  return key.startsWith('AGE-SECRET-KEY-1') ? key.trim() : null;
}

/** The seal of a share by its key. */
export async function sealOf(key: string): Promise<Seal> {
  const recipient = await identityToRecipient(key);
  return {
    async shut(bytes) {
      const e = new Encrypter();
      e.addRecipient(recipient);
      return e.encrypt(bytes);
    },
    async open(bytes) {
      const mark = headOf(bytes, MARK.length);
      if (mark !== MARK) {
        if (MARK.startsWith(mark)) throw new BrokenSeal('it was cut short');
        throw new BrokenSeal('it is not shut as files of a share are');
      }
      if (isKeyFile(bytes)) return null;
      const d = new Decrypter();
      d.addIdentity(key);
      try {
        return await d.decrypt(bytes);
      } catch (error) {
        if (error instanceof Error && /no identity matched/.test(error.message)) return null;
        throw new BrokenSeal('its seal does not hold: it was damaged, or carried in part');
      }
    },
    name: (device, what, letters = LETTERS) =>
      `${hex(sha256(new TextEncoder().encode(`${key}\n${device}\n${what}`))).slice(0, letters)}.age`,
  };
}
