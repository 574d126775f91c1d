import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** What pdf.js reads with: one file for the build and for Node, so that what is fuzzed is what runs; not the one made small, whose names change with each version. */
const FILE = 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/** What ours say where something unpacks to more than is read. */
const TOO_MUCH = 'unpacks to too much';

/**
 * Where a number in a damaged file says how long pdf.js works, and what is put in its place. Each is looked for as it stands, `times`
 * in all; none takes anything from a paper as programs write it. The README of `papers/` says why it is done here.
 */
const BOUNDS: readonly {
  readonly what: string;
  readonly theirs: string;
  readonly ours: string;
  readonly times?: number;
}[] = [
  {
    what: 'A range of a map of letters has as many codes as two bytes.',
    theirs: 'const MAX_MAP_RANGE = 2 ** 24 - 1;',
    ours: 'const MAX_MAP_RANGE = 0xffff;',
  },
  {
    what: 'A range of widths, or of heights, ends with the last letter that a font can have.',
    theirs: 'for (let j = start; j <= code; j++) {',
    ours: 'for (let j = Math.max(0, start), last = Math.min(code, 0xffff); j <= last; j++) {',
    times: 2,
  },
  {
    what: 'A font names as many groups of letters as it has letters.',
    theirs: 'const nGroups = file.getInt32() >>> 0;',
    ours: 'const nGroups = Math.min(file.getInt32() >>> 0, 0xffff);',
  },
  {
    what: 'They name twice as many at most.',
    theirs: 'for (let charCode = startCharCode; charCode <= endCharCode; charCode++) {',
    ours: 'for (let charCode = startCharCode; charCode <= endCharCode && mappings.length < 0x20000; charCode++) {',
  },
  {
    what: 'A function of colors has 4 million samples at most.',
    theirs: 'const array = new Array(length);\n    let codeSize',
    ours: 'if (!(length <= 1 << 22)) throw new FormatError("too many samples");\n    const array = new Array(length);\n    let codeSize',
  },
  {
    what: 'An entry of the list of objects has a byte at least.',
    theirs: 'for (let i = streamState.entryNum; i < n; ++i) {',
    ours: 'if (!(typeFieldWidth + offsetFieldWidth + generationFieldWidth > 0)) throw new FormatError("entries of no bytes");\n      for (let i = streamState.entryNum; i < n; ++i) {',
  },
  {
    what: 'What is packed unpacks to a quarter of a gigabyte at most.',
    theirs: 'let size = this.minBufferLength;',
    ours: `if (!(requested <= 1 << 28)) throw new FormatError("${TOO_MUCH}");\n    let size = this.minBufferLength;`,
  },
  {
    what: 'The browser unpacks as much.',
    theirs: 'totalLength += chunk.byteLength;',
    ours: `totalLength += chunk.byteLength;\n        if (totalLength > 1 << 28) throw new FormatError("${TOO_MUCH}");`,
  },
  {
    what: 'What unpacks to more is not unpacked once more.',
    theirs: '} catch {\n      return {\n        decompressed: null',
    ours: '} catch (e) {\n      if (e instanceof FormatError) throw e;\n      return {\n        decompressed: null',
  },
  {
    what: 'A page is drawn of 1,000 forms at most, those within forms among them: ten within each of ten never end.',
    theirs:
      'async buildFormXObject(resources, xobj, smask, operatorList, task, initialState, localColorSpaceCache, seenRefs) {\n',
    ours: 'async buildFormXObject(resources, xobj, smask, operatorList, task, initialState, localColorSpaceCache, seenRefs) {\n    task.forms = (task.forms ?? 0) + 1;\n    if (task.forms > 1000) return;\n',
  },
  {
    what: 'Its words are looked for in as many, and the page says that there are more.',
    theirs: 'enqueueChunk();\n              const sinkWrapper = {',
    ours: 'task.forms = (task.forms ?? 0) + 1;\n              if (task.forms > 1000) {\n                textContent.items.push({ type: "cut" });\n                resolveXObject();\n                return;\n              }\n              enqueueChunk();\n              const sinkWrapper = {',
  },
  {
    what: 'Where the content of a page is damaged, its words end, and the page says so.',
    theirs: 'flushTextContentItem();\n        enqueueChunk();\n        return;',
    ours: 'flushTextContentItem();\n        textContent.items.push({ type: "torn" });\n        enqueueChunk();\n        return;',
  },
  {
    what: 'Lines that a page draws come with its words, a million numbers of them at most: a second pass for them takes as long as a third of reading.',
    theirs: 'case OPS.setFont:\n            const fontNameArg = args[0].name,',
    ours: `case OPS.moveTo:
          case OPS.lineTo:
          case OPS.curveTo:
          case OPS.curveTo2:
          case OPS.curveTo3:
          case OPS.closePath:
          case OPS.rectangle:
            if (self.options.maxImageSize === 0 && !(task.drawn?.pathBuffer.length > 1e6)) {
              task.drawn ??= { pathBuffer: [], pathMinMax: new Float32Array(4) };
              self.buildPath(fn, args, task.drawn);
            }
            break;
          case OPS.stroke:
          case OPS.closeStroke:
          case OPS.fill:
          case OPS.eoFill:
          case OPS.fillStroke:
          case OPS.eoFillStroke:
          case OPS.closeFillStroke:
          case OPS.closeEOFillStroke:
          case OPS.endPath:
            if (task.drawn?.pathBuffer.length > 0) {
              const { drawn } = task;
              if (fn === OPS.closeStroke || fn === OPS.closeFillStroke || fn === OPS.closeEOFillStroke) self.buildPath(OPS.closePath, [], drawn);
              task.drawnSize = (task.drawnSize ?? 0) + drawn.pathBuffer.length;
              if (fn !== OPS.endPath && task.drawnSize <= 1e6) textContent.items.push({ type: "path", paint: fn, path: Float32Array.from(drawn.pathBuffer), at: textState.ctm.slice() });
              drawn.pathBuffer.length = 0;
            }
            break;
          case OPS.setFont:
            const fontNameArg = args[0].name,`,
  },
  {
    what: 'A picture that is not asked for is not unpacked, and the page says that it is there.',
    theirs: 'warn(msg);\n      return;\n    }\n    let optionalContent;',
    ours: 'operatorList.addOp(OPS.markPoint, [w, h]);\n      return;\n    }\n    let optionalContent;',
  },
  {
    what: 'Nor is a font made ready to draw with, where nothing is drawn: the words were read before.',
    theirs: 'case OPS.setFont:\n            const fontSize = args[1];',
    ours: 'case OPS.setFont:\n            if (self.options.maxImageSize === 0) continue;\n            const fontSize = args[1];',
  },
  {
    what: 'Then words without a font are no fault of the page.',
    theirs: 'ensureStateFont(state) {\n    if (state.font) {',
    ours: 'ensureStateFont(state) {\n    if (state.font || this.options.maxImageSize === 0) {',
  },
];

/**
 * The source of pdf.js's worker with our bounds in it.
 * @throws where the place of one is not found as it was: after an upgrade each must be looked for again
 */
export function bounded(source: string): string {
  // Its map lies beside the file as it came, and tells of other lines.
  let out = source.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
  for (const { what, theirs, ours, times = 1 } of BOUNDS) {
    const parts = out.split(theirs);
    if (parts.length !== times + 1)
      throw new Error(
        `${FILE} is not bounded: “${theirs}” stands in it ${parts.length - 1} times, not ${times}. ${what}`,
      );
    out = parts.join(ours);
  }
  return out;
}

/** Bounds pdf.js's worker in the build and while it is developed. */
export const boundedPdfWorker: Plugin = {
  name: 'bounded-pdf-worker',
  // Made ready beforehand, it would pass no plugin.
  config: () => ({ optimizeDeps: { exclude: [FILE] } }),
  transform: {
    filter: { id: /pdf\.worker\.mjs/ },
    handler: (source) => ({ code: bounded(source), map: null }),
  },
  // Words of its own that a build keeps, and words of ours.
  generateBundle(_, bundle) {
    for (const part of Object.values(bundle))
      if (part.type === 'chunk' && part.code.includes('MAX_MAP_RANGE') && !part.code.includes(TOO_MUCH))
        this.error(`${part.fileName} holds pdf.js's worker without our bounds`);
  },
};

let loading: Promise<unknown> | null = null;

/** Loads pdf.js's worker, bounded, into this thread. It needs to lie in a file for that moment: a module of text would have no place from which its decoders are found. */
export function loadPdfWorker(): Promise<unknown> {
  loading ??= (async () => {
    const source = bounded(readFileSync(createRequire(import.meta.url).resolve(FILE), 'utf8'));
    const folder = mkdtempSync(join(tmpdir(), 'stopline-'));
    try {
      const file = join(folder, 'pdf.worker.mjs');
      writeFileSync(file, source);
      return await import(/* @vite-ignore */ pathToFileURL(file).href);
    } finally {
      rmSync(folder, { recursive: true });
    }
  })();
  return loading;
}
