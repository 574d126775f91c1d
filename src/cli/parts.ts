import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Plugin } from 'vite';

/** What pdf.js and the recogniser find beside the app when they need it: fonts, maps, decoders, English. */
const PARTS: readonly (readonly [to: string, from: string, which: RegExp])[] = [
  ['parts/pdf/cmaps/', 'pdfjs-dist/cmaps', /\.bcmap$/],
  ['parts/pdf/standard_fonts/', 'pdfjs-dist/standard_fonts', /\.(pfb|ttf)$/],
  ['parts/pdf/wasm/', 'pdfjs-dist/wasm', /\.(wasm|js)$/],
  ['parts/pdf/iccs/', 'pdfjs-dist/iccs', /\.icc$/],
  ['parts/ocr/', 'tesseract.js/dist', /^worker\.min\.js$/],
  ['parts/ocr/core/', 'tesseract.js-core', /^tesseract-core(-(relaxed)?simd)?-lstm\.wasm\.js$/],
  ['parts/ocr/', '@tesseract.js-data/eng/4.0.0_best_int', /\.gz$/],
];

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

const filesOf = (): Map<string, string> =>
  new Map(
    PARTS.flatMap(([to, from, which]) =>
      readdirSync(join('node_modules', from))
        .filter((f) => which.test(f))
        .map((f) => [`${to}${f}`, join('node_modules', from, f)] as const),
    ),
  );

/** Puts them into the built folder, and serves them while it is developed. They are loaded when first used, from this origin. */
export const parts: Plugin = {
  name: 'parts',
  generateBundle() {
    for (const [fileName, path] of filesOf())
      this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
  },
  configureServer(server) {
    const files = filesOf();
    server.middlewares.use((request, response, next) => {
      const path = files.get((request.url ?? '').split('?')[0]?.replace(/^\//, '') ?? '');
      if (!path) return next();
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
      response.setHeader('content-length', statSync(path).size);
      createReadStream(path).pipe(response);
    });
  },
};
