import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Tools } from '../exhibits/document';
import { pngOf } from '../exhibits/formats/png';

const { resolve } = createRequire(import.meta.url);
const SANS = '@fontsource/public-sans/files/public-sans-latin';
const bytesOf = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(resolve(name)));

/** Fonts from the packages of the app; pictures by the canvas that pdf.js brings along in Node. */
export const documentTools = (progress: (says: string) => void): Tools => ({
  progress,
  fonts: async () => ({
    regular: await bytesOf(`${SANS}-400-normal.woff`),
    bold: await bytesOf(`${SANS}-700-normal.woff`),
    wide: await bytesOf('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    wideBold: await bytesOf('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  }),
  picture: async (scene) => {
    await giveCanvas();
    return pngOf(scene);
  },
});

/** Gives Node what the painter uses of a browser. @throws Error where the package of the canvas is not installed */
async function giveCanvas(): Promise<void> {
  if ('OffscreenCanvas' in globalThis) return;
  const canvas = await import('@napi-rs/canvas').catch(() => null);
  if (!canvas) throw new Error('This machine cannot draw: the package @napi-rs/canvas is not installed.');
  for (const weight of [400, 700])
    canvas.GlobalFonts.register(
      await readFile(resolve(`${SANS}-${weight}-normal.woff`)),
      'Public Sans Variable',
    );
  // For what Public Sans has no letter for: arrows, other scripts.
  canvas.GlobalFonts.register(await readFile(resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')), 'sans-serif');
  class OffscreenCanvas {
    private readonly made;
    constructor(width: number, height: number) {
      this.made = (canvas as NonNullable<typeof canvas>).createCanvas(width, height);
    }
    getContext() {
      const context = this.made.getContext('2d');
      const proto = Object.getPrototypeOf(context);
      const set = Object.getOwnPropertyDescriptor(proto, 'font')?.set;
      // Of a weight between its hundreds it reads a size.
      Object.defineProperty(context, 'font', {
        set: (font: string) => set?.call(context, font.replace(/^650 /, '700 ')),
      });
      const pattern = context.createPattern.bind(context);
      context.createPattern = (tile, repeat) =>
        pattern(tile instanceof OffscreenCanvas ? tile.made : tile, repeat);
      return context;
    }
    convertToBlob = async () => new Blob([new Uint8Array(await this.made.encode('png'))]);
  }
  Object.assign(globalThis, { OffscreenCanvas, DOMMatrix: canvas.DOMMatrix });
}
