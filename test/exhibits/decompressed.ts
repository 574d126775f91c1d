import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** The bytes of a file, and of everything packed into it: parts of a zip, streams of a PDF, chunks of a PNG. */
export async function bytesWithin(bytes: Uint8Array): Promise<Uint8Array[]> {
  const all = [bytes];
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (head.startsWith('PK')) {
    for (const part of Object.values(unzipSync(bytes))) all.push(...(await bytesWithin(part)));
  } else if (head === '%PDF-') {
    const text = Buffer.from(bytes).toString('latin1');
    for (const m of text.matchAll(/stream\r?\n/g)) {
      const from = (m.index ?? 0) + m[0].length;
      const to = text.indexOf('endstream', from);
      try {
        all.push(inflateSync(bytes.subarray(from, to)));
      } catch {
        // Not packed: its bytes are among those of the whole.
      }
    }
  } else if (head.startsWith('\x89PNG')) {
    const png = Buffer.from(bytes);
    for (let at = 8; at < png.length; ) {
      const length = png.readUInt32BE(at);
      all.push(png.subarray(at + 8, at + 8 + length));
      at += 12 + length;
    }
  }
  return all;
}
