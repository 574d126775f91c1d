import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { unpackedFont } from '../../src/exhibits/formats/unpacked-font';

const SANS = 'node_modules/@fontsource/public-sans/files/public-sans-latin';
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
const opened = (bytes: Uint8Array): Font => create(bytes as Buffer) as Font;

describe('a packed font', () => {
  it.each([400, 700])('of weight %i is, unpacked, the same letters, widths and pairs', (weight) => {
    const packed = bytesOf(`${SANS}-${weight}-normal.woff`);
    const bytes = unpackedFont(packed);
    const [from, to] = [opened(packed), opened(bytes)];
    expect(to.postscriptName).toBe(from.postscriptName);
    expect(to.characterSet).toEqual(from.characterSet);
    expect(to.numGlyphs).toBe(from.numGlyphs);
    for (let i = 0; i < from.numGlyphs; i += 5) {
      expect(to.getGlyph(i).path.toSVG(), `glyph ${i}`).toBe(from.getGlyph(i).path.toSVG());
      expect(to.getGlyph(i).advanceWidth).toBe(from.getGlyph(i).advanceWidth);
    }
    const widths = (f: Font) => f.layout('AVAST, Toyota fi ffl').positions.map((p) => p.xAdvance);
    expect(widths(to)).toEqual(widths(from));
    // As a plain font begins: a version, then a directory that another reader finds its tables by, and their sums hold.
    const at = new DataView(bytes.buffer);
    expect(at.getUint32(0)).toBe(0x00010000);
    for (let row = 12; row < 12 + 16 * at.getUint16(4); row += 16) {
      const tag = Buffer.from(bytes.subarray(row, row + 4)).toString();
      const [sum, start, length] = [4, 8, 12].map((o) => at.getUint32(row + o)) as [number, number, number];
      if (tag === 'head') continue;
      let found = 0;
      for (let i = start; i < start + length; i += 4) found = (found + at.getUint32(i)) >>> 0;
      expect([tag, found]).toEqual([tag, sum]);
    }
  });
  it('is unpacked where it is packed alone, and refused where it is cut short', () => {
    const plain = bytesOf('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
    expect(unpackedFont(plain)).toBe(plain);
    const packed = bytesOf(`${SANS}-400-normal.woff`);
    expect(() => unpackedFont(packed.subarray(0, 9000))).toThrow();
  });
});
