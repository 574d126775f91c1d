import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Setting } from '../../src/papers';
import { type Came, walkPacket } from '../../src/papers/packet';

const REPORT = strToU8('On March 14 at 14:27 I stopped a car on Route 9.\nAt 14:33 the dog alerted.\n');
const OTHER = strToU8('At 15:02 the car was towed.\n');

/** What comes of a packet, in its order. */
async function walked(files: Record<string, Uint8Array>, known: readonly string[] = []): Promise<Came[]> {
  const came: Came[] = [];
  await walkPacket(zipSync(files), 'packet.zip', {} as Setting, {
    known: new Set(known),
    give: async (c) => void came.push(c),
  });
  return came;
}
const seen = (came: readonly Came[]): unknown[] =>
  came.map(({ paper: p }) => [p.file, p.state, p.pages.length]);

describe('a file that came before, byte for byte', () => {
  it('is told by its name and hash, and read once: in one packet, and in a later one', async () => {
    const first = await walked({ 'a.txt': REPORT, 'copy of a.txt': REPORT, 'b.txt': OTHER });
    expect(seen(first)).toEqual([
      ['a.txt', 'reads', 1],
      ['copy of a.txt', 'again', 0],
      ['b.txt', 'reads', 1],
    ]);
    const hash = first[0]?.paper.sha256 ?? '';
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect([first[1]?.paper.sha256, first[1]?.paper.bytes]).toEqual([hash, REPORT.length]);
    expect(seen(await walked({ 'renamed.txt': REPORT, 'b.txt': OTHER }, [hash]))).toEqual([
      ['renamed.txt', 'again', 0],
      ['b.txt', 'reads', 1],
    ]);
  });

  it('is not said of files that hold nothing', async () => {
    const nothing = new Uint8Array();
    expect(seen(await walked({ 'a.txt': nothing, 'b.txt': nothing }))).toEqual([
      ['a.txt', 'empty', 0],
      ['b.txt', 'empty', 0],
    ]);
  });
});
