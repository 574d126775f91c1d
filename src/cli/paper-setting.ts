import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Setting } from '../papers/index';
import type { Drawn } from '../papers/pdf';
import { localRecogniser } from '../papers/recognise';
import { loadPdfWorker } from './pdf-worker';
import { letStraysOfPdfGo } from './stray';

/** The dots of a picture, by the canvas that pdf.js brings along in Node. */
async function dotsOf(bytes: Uint8Array): Promise<Drawn> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(bytes);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const pixels = new Uint8ClampedArray(context.getImageData(0, 0, image.width, image.height).data);
  return { width: image.width, height: image.height, pixels };
}

/**
 * What reading papers needs in Node: fonts and maps of pdf.js, and English of the recogniser, from where npm put them.
 * @param pictures whether pictures are read too @param password of every file that asks for one
 */
export function paperSetting(
  pictures: boolean,
  password?: string,
): Setting & { readonly close: () => Promise<void> } {
  letStraysOfPdfGo();
  const { resolve } = createRequire(import.meta.url);
  const pdfHome = dirname(resolve('pdfjs-dist/package.json'));
  const langPath = join(dirname(resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
  const recogniser = pictures ? localRecogniser({ workerPath: '', corePath: '', langPath }) : null;
  return {
    places: {
      cMapUrl: `${pdfHome}/cmaps/`,
      standardFontDataUrl: `${pdfHome}/standard_fonts/`,
      wasmUrl: `${pdfHome}/wasm/`,
      iccUrl: `${pdfHome}/iccs/`,
      worker: loadPdfWorker,
    },
    password: () => password,
    recogniser,
    dots: dotsOf,
    close: async () => recogniser?.close(),
  };
}
