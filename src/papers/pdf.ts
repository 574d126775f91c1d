import { filledIn, type Piece } from './filled';
import type { Limits } from './limits';
import { linesOf, type Run } from './lines';
import { looseRows } from './loose';
import type { Line, Page, PaperState } from './paper';
import { type Path, rulesOf } from './rules';
import { mayWrap, ruledRows } from './wrapped';

/** Where pdf.js finds what lies beside it: folders with a slash at their end, on the own origin or on disk. */
export interface PdfPlaces {
  readonly cMapUrl: string;
  readonly standardFontDataUrl: string;
  readonly wasmUrl: string;
  readonly iccUrl: string;
  /** Loads pdf.js's worker, bounded, into this thread. */
  readonly worker: () => Promise<unknown>;
  /** What pdf.js is told where there is no page round it. */
  readonly here?: object;
}

/** A page drawn as a picture: PNG in Node, whatever the recogniser takes in the browser. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly pixels: Uint8ClampedArray;
}

export interface PdfPage extends Page {
  /** The text layer lies over a picture of the page: somebody else's recognition. */
  readonly layered: boolean;
  /** The characters of the page have no meaning. */
  readonly rubbish: boolean;
  /** It has more characters than are read. */
  readonly cut: boolean;
  /** It is drawn of more forms than are looked into. */
  readonly tangled: boolean;
  /** Its content is damaged: what stands behind the damage is not among its lines. */
  readonly torn: boolean;
}

export interface OpenPdf {
  readonly count: number;
  page(number: number): Promise<PdfPage>;
  /** The page as a person sees it, upright, at so many dots an inch. */
  draw(number: number, dpi: number): Promise<Drawn>;
  close(): Promise<void>;
}

/** Why a PDF does not open. */
export class PdfRefused extends Error {
  constructor(
    readonly state: PaperState,
    message: string,
  ) {
    super(message);
  }
}

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
let loaded: Promise<Pdfjs> | null = null;

/** pdf.js of the legacy build, loaded when the first PDF comes; Node 20 lacks one function that it calls. */
function pdfjs(places: PdfPlaces): Promise<Pdfjs> {
  const P = Promise as unknown as { withResolvers?: () => unknown };
  P.withResolvers ??= () => {
    let resolve: unknown;
    let reject: unknown;
    const promise = new Promise((a, b) => {
      [resolve, reject] = [a, b];
    });
    return { promise, resolve, reject };
  };
  loaded ??= Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), places.worker()]).then(([lib]) => lib);
  return loaded;
}

/**
 * A PDF, opened without running anything in it: no script, no form, no eval, nothing fetched.
 * @throws PdfRefused with the state and a sentence
 */
export async function openPdf(
  bytes: Uint8Array,
  places: PdfPlaces,
  limits: Limits,
  password?: string,
): Promise<OpenPdf> {
  const lib = await pdfjs(places);
  const read = opening(lib, bytes, places, false, password);
  const doc = await read.promise.catch((error: unknown) => {
    read.destroy().catch(() => undefined);
    throw refusal(error, password);
  });
  withoutFaces(doc);
  let drawn: Task | null = null;
  const pictures = /\/Subtype\s*\/Image\b|\bBI\s/.test(new TextDecoder('latin1').decode(bytes));
  return {
    count: doc.numPages,
    page: (number) => readPage(lib, doc, number, pictures, limits),
    draw: async (number, dpi) => {
      drawn ??= opening(lib, bytes, places, true, password);
      return drawPage(await drawn.promise, number, dpi);
    },
    close: async () => {
      await Promise.all([read.destroy(), drawn?.destroy()]);
    },
  };
}

type Task = ReturnType<Pdfjs['getDocument']>;
type Doc = Awaited<Task['promise']>;

/** @param draws whether pages are drawn: the shapes of all letters are then made for their operators, a tenth of the time of reading */
function opening(
  lib: Pdfjs,
  bytes: Uint8Array,
  places: PdfPlaces,
  draws: boolean,
  password: string | undefined,
): Task {
  const { worker: _, here, ...urls } = places;
  return lib.getDocument({
    data: bytes.slice(),
    ...urls,
    ...here,
    cMapPacked: true,
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
    disableFontFace: draws,
    // Of pictures, reading asks only where they are: see `cli/pdf-worker.ts`.
    maxImageSize: draws ? -1 : 0,
    ...(password === undefined ? {} : { password }),
  });
}

/** Keeps pdf.js from loading the fonts of a document of which nothing is drawn; where it is built otherwise, they are loaded. */
function withoutFaces(doc: Doc): void {
  const { _transport: inside } = doc as unknown as { _transport?: { fontLoader?: object } };
  if (inside?.fontLoader) Object.assign(inside.fontLoader, { bind: () => Promise.resolve() });
}

function refusal(error: unknown, password: string | undefined): PdfRefused {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return new PdfRefused(
      'asks-for-password',
      password === undefined
        ? 'This PDF asks for a password. Type the one that came with it.'
        : 'That is not its password. Look at the letter that came with it.',
    );
  return new PdfRefused(
    'broken',
    'This PDF is broken: it ends early, or its inside does not fit together. Ask for it again.',
  );
}

/** What our pdf.js says among the words of a page: that it has more than is read, that it is damaged, what it draws. */
type Said = { readonly type: 'cut' | 'torn' } | Path;

async function readPage(
  lib: Pdfjs,
  doc: Doc,
  number: number,
  pictures: boolean,
  limits: Limits,
): Promise<PdfPage> {
  const page = await doc.getPage(number);
  const view = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ disableNormalization: false });
  const turns = new Map<number, Run[]>();
  let characters = 0;
  let cut = false;
  let tangled = false;
  let torn = false;
  let last: Run | null = null;
  const paths: Path[] = [];
  // A form that is damaged is no reason to lose its page.
  const filled = new Set<Piece | Said>(filledIn(await page.getAnnotations().catch(() => [])));
  for (const item of [...(content.items as readonly (Piece | Said)[]), ...filled]) {
    if ('type' in item && item.type === 'path') {
      paths.push(item);
      continue;
    }
    tangled ||= 'type' in item && item.type === 'cut';
    torn ||= 'type' in item && item.type === 'torn';
    if (!('str' in item) || item.str === '') continue;
    characters += item.str.length;
    cut = characters > limits.characters;
    if (cut) break;
    const [a, b, c, d, e, f] = lib.Util.transform(view.transform, [...item.transform]) as number[];
    const turned = (Math.round(Math.atan2(b as number, a as number) / (Math.PI / 2)) * 90 + 360) % 360;
    const h = Math.hypot(c as number, d as number) || item.height || 1;
    const [x, y] = upright(turned, e as number, f as number, view.width, view.height);
    const run = { text: item.str, x, y, w: item.width, h };
    // What was filled in stands apart from the words, and ends no line of them.
    if (run.text.trim() !== '' && !filled.has(item)) last = run;
    const runs = turns.get(turned);
    if (runs) runs.push(run);
    else turns.set(turned, [run]);
  }
  const sized = [...turns].sort((p, q) => weight(q[1]) - weight(p[1]));
  const turned = sized[0]?.[0] ?? 0;
  const flat = sized.flatMap(([, runs]) => linesOf(runs, 'text'));
  const place = (x: number, y: number): [number, number] => {
    const [a, b, c, d, e, f] = view.transform as [number, number, number, number, number, number];
    return upright(turned, a * x + c * y + e, b * x + d * y + f, view.width, view.height);
  };
  const lines = mayWrap(flat) ? looseRows(ruledRows(flat, rulesOf(lib, paths, place))) : flat;
  const told = torn ? lines.map((l) => (endsAt(l, last) ? { ...l, torn: ENDS_HERE } : l)) : lines;
  const cover = pictures ? await pictureShare(lib, page, view.width * view.height) : 0;
  page.cleanup();
  const text = told.map((l) => l.text).join(' ');
  const side = turned % 180 === 0;
  const layered = cover > 0.5 && text.replace(/\s/g, '').length > 80;
  const rubbish = isRubbish(text);
  return {
    number,
    width: side ? view.width : view.height,
    height: side ? view.height : view.width,
    turned: (360 - turned) % 360,
    lines: layered ? told.map(distrusted) : told,
    picture: cover > 0.5,
    layered,
    rubbish,
    cut,
    tangled,
    torn,
  };
}

const ENDS_HERE = 'the page is damaged where this line was read last: it may be half of what stands there';

/** Whether a line holds the last run that a damaged page gave. */
const endsAt = (line: Line, run: Run | null): boolean =>
  run !== null &&
  line.words.some(
    ({ box }) => Math.abs(box.y + box.h - run.y) < run.h && box.x + box.w > run.x && box.x < run.x + run.w,
  );

/** A line of a layer over a picture: kept to be shown, with no confidence in any word of it. */
const distrusted = (line: Line): Line => ({
  text: line.text,
  words: line.words.map((w) => ({ ...w, confidence: 0 })),
  how: 'recognised',
});

const weight = (runs: readonly Run[]): number => runs.reduce((n, r) => n + r.text.trim().length, 0);

/** A point of the page as shown, in the frame where text of this direction reads from left to right. */
function upright(turned: number, x: number, y: number, w: number, h: number): [number, number] {
  if (turned === 90) return [y, w - x];
  if (turned === 180) return [w - x, h - y];
  return turned === 270 ? [h - y, x] : [x, y];
}

/** How much of the page its pictures cover, 0 to 1. */
async function pictureShare(
  lib: Pdfjs,
  page: Awaited<ReturnType<Doc['getPage']>>,
  area: number,
): Promise<number> {
  const list = await page.getOperatorList();
  const { OPS, Util } = lib;
  let now = [1, 0, 0, 1, 0, 0];
  const kept: number[][] = [];
  let covered = 0;
  list.fnArray.forEach((op, i) => {
    if (op === OPS.save) kept.push(now);
    else if (op === OPS.restore) now = kept.pop() ?? [1, 0, 0, 1, 0, 0];
    else if (op === OPS.transform) now = Util.transform(now, list.argsArray[i] as number[]) as number[];
    else if (
      op === OPS.markPoint &&
      // One dot drawn over a page is its ground.
      (list.argsArray[i] as number[]).some((side) => side > 1)
    )
      covered += Math.abs((now[0] as number) * (now[3] as number) - (now[1] as number) * (now[2] as number));
  });
  return covered / area;
}

/** Glyph numbers without a meaning: control and private characters, or hardly a letter among the marks. */
function isRubbish(text: string): boolean {
  const own = text.replace(/\s/g, '');
  if (own.length < 12) return false;
  const strange = own.match(/[\p{Cc}\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0;
  const plain = own.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return strange / own.length > 0.1 || plain / own.length < 0.35;
}

async function drawPage(doc: Doc, number: number, dpi: number): Promise<Drawn> {
  const page = await doc.getPage(number);
  const view = page.getViewport({ scale: dpi / 72 });
  const width = Math.ceil(view.width);
  const height = Math.ceil(view.height);
  if (width * height > 60_000_000) throw new Error(`page ${number} is too large to be drawn`);
  const factory = doc.canvasFactory as {
    create(w: number, h: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };
    destroy(made: object): void;
  };
  const made = factory.create(width, height);
  await page.render({ canvas: made.canvas, canvasContext: made.context, viewport: view }).promise;
  const { data } = made.context.getImageData(0, 0, width, height);
  const pixels = new Uint8ClampedArray(data);
  factory.destroy(made);
  page.cleanup();
  return { width, height, pixels };
}
