import * as v from 'valibot';

/** Kept while the lock is on: everything, encrypted. */
export const LOCKED = 'locked';
/** The version of the rows that lie locked, where the database was brought up meanwhile. */
export const LOCKED_OF = 'locked version';

/**
 * The keys of the lock. Setting it makes a pair of keys: what the public one shuts, only the private one opens, and that lies
 * wrapped by a key made from the passphrase. So any tab can lock at any time, with no secret kept anywhere; each locking makes
 * a new data key, which lives in memory for as long as the encrypting takes.
 */
const ROUNDS = 600_000;
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const AES = { name: 'AES-GCM', length: 256 } as const;

const Bytes = v.instance(ArrayBuffer);
/** Kept: how the pair is opened, and after how many minutes it locks by itself. */
export const LockSchema = v.object({
  salt: v.instance(Uint8Array),
  iv: v.instance(Uint8Array),
  open: Bytes,
  shut: Bytes,
  minutes: v.number(),
});
export type Lock = v.InferOutput<typeof LockSchema>;

/** Kept while it is on: blocks in their order, each bound to its number and to how many there are. */
export const LockedSchema = v.object({ from: Bytes, blocks: v.array(Bytes) });
export type Locked = v.InferOutput<typeof LockedSchema>;

/** The passphrase is right, and what it opens is damaged. */
export class BadLock extends Error {
  override readonly name = 'BadLock';
}

const bytes = (n: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(n));

/** The key a passphrase makes (PBKDF2 with SHA-256). Letters that look the same are the same: NFC. */
export async function passphraseKey(
  passphrase: string,
  salt: Uint8Array,
  uses: KeyUsage[],
): Promise<CryptoKey> {
  const plain = new TextEncoder().encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', plain, 'PBKDF2', false, ['deriveKey']);
  plain.fill(0);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: salt.slice().buffer, iterations: ROUNDS },
    base,
    AES,
    false,
    uses,
  );
}

/** A new pair, its private half wrapped by the passphrase without ever lying in the open. */
export async function newLock(passphrase: string, minutes: number): Promise<Lock> {
  const [salt, iv] = [bytes(16), bytes(12)];
  const key = await passphraseKey(passphrase, salt, ['wrapKey']);
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  return {
    salt,
    iv,
    minutes,
    open: await crypto.subtle.exportKey('raw', pair.publicKey),
    shut: await crypto.subtle.wrapKey('pkcs8', pair.privateKey, key, { name: 'AES-GCM', iv }),
  };
}

async function dataKey(mine: CryptoKey, theirs: CryptoKey, uses: KeyUsage[]): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, 256);
  const base = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  new Uint8Array(shared).fill(0);
  return crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: new Uint8Array(),
      info: new TextEncoder().encode('stopline lock 2'),
    },
    base,
    AES,
    false,
    uses,
  );
}

const publicKey = (raw: ArrayBuffer): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, CURVE, false, []);

/** A data key is used once: the number of a block is its nonce. */
const block = (i: number, of: number): AesGcmParams => {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(8, i);
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${i} of ${of}`) };
};

/** Shuts texts with a data key of their own, by the public key alone. */
export async function shut(lock: Lock, texts: readonly string[]): Promise<Locked> {
  const once = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const key = await dataKey(once.privateKey, await publicKey(lock.open), ['encrypt']);
  const blocks: ArrayBuffer[] = [];
  for (const [i, text] of texts.entries()) {
    const plain = new TextEncoder().encode(text);
    blocks.push(await crypto.subtle.encrypt(block(i, texts.length), key, plain));
    plain.fill(0);
  }
  return { from: await crypto.subtle.exportKey('raw', once.publicKey), blocks };
}

/** Opens what was shut. @returns the texts one by one, or null where the passphrase is wrong. @throws BadLock where a block was altered, or one is missing */
export async function opened(
  lock: Lock,
  passphrase: string,
  locked: Locked,
): Promise<AsyncGenerator<string> | null> {
  const key = await passphraseKey(passphrase, lock.salt, ['unwrapKey']);
  const iv = lock.iv.slice();
  const mine = await crypto.subtle
    .unwrapKey('pkcs8', lock.shut, key, { name: 'AES-GCM', iv }, CURVE, false, ['deriveBits'])
    .catch(() => null);
  if (!mine) return null;
  return texts(await dataKey(mine, await publicKey(locked.from), ['decrypt']), locked.blocks);
}

async function* texts(key: CryptoKey, blocks: readonly ArrayBuffer[]): AsyncGenerator<string> {
  for (const [i, sealed] of blocks.entries()) {
    const plain = await crypto.subtle.decrypt(block(i, blocks.length), key, sealed).catch(() => {
      throw new BadLock('What was locked is damaged: it cannot be opened. Import the last case files.');
    });
    yield new TextDecoder().decode(plain);
    new Uint8Array(plain).fill(0);
  }
}
