import * as v from 'valibot';
import type { StoplineDb } from './database';
import { BadLock, passphraseKey } from './lock-keys';

/**
 * The lock of versions before this one: one key, made from the passphrase, kept in the database while it was open. It is read
 * for as long as somebody's cases may lie under it; opening them makes the lock anew.
 */
export const OLD_KEY = 'lock key';

const OldLock = v.object({
  salt: v.instance(Uint8Array),
  iv: v.instance(Uint8Array),
  check: v.instance(ArrayBuffer),
});
const OldLocked = v.object({ iv: v.instance(Uint8Array), data: v.instance(ArrayBuffer) });
const SEPARATOR = '\n';

/** Locks with the key that the version before left open. @throws where there is none: the lock is to be set anew */
export async function lockAsBefore(db: StoplineDb, texts: readonly string[]): Promise<object> {
  const key = (await db.kept.get(OLD_KEY))?.value;
  if (!(key instanceof CryptoKey))
    throw new Error('The lock is of an older Stopline: take it off under Cases and set it again');
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(texts.join(SEPARATOR));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain) };
}

/** What an older lock holds, as texts of today's; null where the passphrase is wrong. @throws BadLock */
export async function openAsBefore(
  lock: unknown,
  locked: unknown,
  passphrase: string,
): Promise<AsyncGenerator<string> | null> {
  const { salt, iv, check } = v.parse(OldLock, lock);
  const key = await passphraseKey(passphrase, salt, ['decrypt']);
  const right = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: iv.slice() }, key, check).then(
    () => true,
    () => false,
  );
  return right ? textsOf(key, v.parse(OldLocked, locked)) : null;
}

async function* textsOf(
  key: CryptoKey,
  { iv, data }: v.InferOutput<typeof OldLocked>,
): AsyncGenerator<string> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: iv.slice() }, key, data).catch(() => {
    throw new BadLock('What was locked is damaged: it cannot be opened. Import the last case files.');
  });
  const text = new TextDecoder().decode(plain);
  // Either blocks of today's, one a line, or one object of all tables.
  if (text.startsWith('{"name":')) yield* text.split(SEPARATOR);
  else
    for (const [name, rows] of Object.entries(JSON.parse(text) as Record<string, unknown>))
      yield JSON.stringify({ name, rows });
}
