import { paintCanvas } from '../../drawing/paint/canvas';
import { PALETTES } from '../../drawing/paint/palette';
import type { Scene } from '../../drawing/scene/scene';
import type { Png } from './word';

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const b of bytes) c = (CRC[(c ^ b) & 255] as number) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** A PNG that says how large it is on paper (its `pHYs` chunk, pixels to the metre), so that 300 dots stand on an inch. */
export function withDensity(png: Uint8Array, dotsPerInch: number): Uint8Array {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  const perMetre = Math.round(dotsPerInch / 0.0254);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1;
  view.setUint32(17, crc(chunk.subarray(4, 17)));
  // After the signature and the header, which are 33 bytes.
  const out = new Uint8Array(png.length + 21);
  out.set(png.subarray(0, 33));
  out.set(chunk, 33);
  out.set(png.subarray(33), 54);
  return out;
}

/** CSS px are 96 to the inch. */
const DOTS = 300;

/** A scene as PNG at 300 dots to the inch; in a browser or its worker. */
export async function pngOf(scene: Scene): Promise<Png> {
  const k = DOTS / 96;
  const [width, height] = [Math.round(scene.width * k), Math.round(scene.height * k)];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw here.');
  paintCanvas(context as unknown as CanvasRenderingContext2D, scene, PALETTES.light, k);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return { bytes: withDensity(new Uint8Array(await blob.arrayBuffer()), DOTS), width, height };
}
