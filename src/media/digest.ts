import { createSHA256 } from 'hash-wasm';

/** Bytes read at a time. */
const PIECE = 4 * 1024 * 1024;

/**
 * The sha-256 of a file of any size, lower-case hex, read piece by piece (the browser's own digest wants it whole). Reckoned in
 * WebAssembly: nearly twice as fast as in JavaScript, and more than half as fast as `sha256sum`.
 * @param progress told the share done, 0 to 1 @returns null where it was stopped
 */
export async function digestOf(
  file: Blob,
  progress: (done: number) => void,
  stopped: () => boolean,
): Promise<string | null> {
  const hash = (await createSHA256()).init();
  for (let at = 0; at < file.size; at += PIECE) {
    if (stopped()) return null;
    hash.update(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
    progress(Math.min(1, (at + PIECE) / file.size));
  }
  return hash.digest('hex');
}
