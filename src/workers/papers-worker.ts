import { sha256 as digestOf } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expose, transfer } from 'comlink';
import { understand } from '../intake/readers';
import { type Offer, offersOf } from '../intake/readers/offers';
import type { PageTable } from '../intake/readers/page-table';
import { tablesOnPages } from '../intake/readers/page-tables';
import type { Unread } from '../intake/readers/reader';
import { recognised, type Setting } from '../papers';
import { recognisePages } from '../papers/by-page';
import { LIMITS } from '../papers/limits';
import { memberOf } from '../papers/member';
import { type Came, walkPacket } from '../papers/packet';
import type { Page, Paper } from '../papers/paper';
import { type Drawn, type OpenPdf, openPdf, type PdfPlaces } from '../papers/pdf';
import { localRecogniser } from '../papers/recognise';
import type { Recogniser } from '../papers/recogniser';
import { tooLarge } from '../papers/too-large';

/** What a paper proposes, and the lines of which nothing was made. */
export interface Understood {
  readonly reader: string;
  readonly offers: readonly Offer[];
  readonly unread: readonly Unread[];
  readonly says: readonly string[];
  readonly draftedFrom: string;
}

/** A paper as it came out of a packet. */
export interface Given extends Came {
  readonly reader: string;
  readonly draftedFrom: string;
}

/** Canvases where there is no page round them. */
class Canvases {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }
  reset(made: { canvas: OffscreenCanvas }, width: number, height: number): void {
    Object.assign(made.canvas, { width, height });
  }
  destroy(made: { canvas: OffscreenCanvas }): void {
    Object.assign(made.canvas, { width: 0, height: 0 });
  }
}

/** Filters are made of the page's own elements: here there are none, and pictures are drawn without. */
class NoFilters {
  addFilter = (): string => 'none';
  addHCMFilter = (): string => 'none';
  addAlphaFilter = (): string => 'none';
  addLuminosityFilter = (): string => 'none';
  addHighlightHCMFilter = (): string => 'none';
  destroy(): void {}
}

function placesAt(base: string): PdfPlaces {
  const at = (folder: string): string => new URL(`parts/pdf/${folder}/`, base).href;
  return {
    cMapUrl: at('cmaps'),
    standardFontDataUrl: at('standard_fonts'),
    wasmUrl: at('wasm'),
    iccUrl: at('iccs'),
    worker: () => import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
    here: {
      useWorkerFetch: true,
      CanvasFactory: Canvases,
      FilterFactory: NoFilters,
      ownerDocument: {},
    },
  };
}

let recogniser: Recogniser | null = null;
function recogniserAt(base: string): Recogniser {
  const at = (path: string): string => new URL(`parts/ocr/${path}`, base).href;
  recogniser ??= localRecogniser({
    workerPath: at('worker.min.js'),
    corePath: at('core'),
    langPath: at('').replace(/\/$/, ''),
  });
  return recogniser;
}

async function dotsOf(bytes: Uint8Array): Promise<Drawn> {
  const picture = await createImageBitmap(new Blob([bytes.slice()]));
  const { width, height } = picture;
  if (width * height > 60_000_000) throw new Error('this picture is too large to be read');
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gave no canvas');
  context.drawImage(picture, 0, 0);
  picture.close();
  return { width, height, pixels: new Uint8ClampedArray(context.getImageData(0, 0, width, height).data) };
}

const understood = (paper: Paper): Understood => {
  const got = understand(paper, { dateOrder: 'mdy' });
  return {
    reader: got?.reader ?? '',
    offers: got ? offersOf(got, paper.pages) : [],
    unread: got?.unread ?? [],
    says: got?.says ?? [],
    draftedFrom: got?.draftedFrom ?? '',
  };
};

let stopping = new AbortController();
/** The PDF that is shown. */
let open: { readonly id: string; readonly pdf: OpenPdf } | null = null;

async function opened(id: string, bytes: Uint8Array, base: string, password?: string): Promise<OpenPdf> {
  if (open?.id === id) return open.pdf;
  const last = open;
  open = null;
  await last?.pdf.close();
  const pdf = await openPdf(bytes, placesAt(base), LIMITS, password);
  open = { id, pdf };
  return pdf;
}

/** A picture of a page, turned so that its lines read from left to right. */
function upright({ width, height, pixels }: Drawn, turned: number): ImageBitmap {
  const flat = new OffscreenCanvas(width, height);
  flat.getContext('2d')?.putImageData(new ImageData(pixels as never, width, height), 0, 0);
  if (turned === 0) return flat.transferToImageBitmap();
  const side = turned % 180 !== 0;
  const canvas = new OffscreenCanvas(side ? height : width, side ? width : height);
  const context = canvas.getContext('2d');
  context?.translate(canvas.width / 2, canvas.height / 2);
  context?.rotate((turned * Math.PI) / 180);
  context?.drawImage(flat, -width / 2, -height / 2);
  return canvas.transferToImageBitmap();
}

/** Papers read, understood, drawn and recognized off the page's thread: they are hostile until shown otherwise. */
const api = {
  /**
   * Reads a packet; each paper is given as soon as it is read.
   * @param base the address of the app's folder
   * @param leave paths of it that are left, since reading them did not end before
   */
  async read(
    file: Blob,
    name: string,
    base: string,
    known: readonly string[],
    password: string | null,
    give: (given: Given) => Promise<void>,
    tell: (file: string, page: number, of: number) => void,
    leave: readonly string[] = [],
  ): Promise<void> {
    stopping = new AbortController();
    let now = name;
    const setting: Setting = {
      places: placesAt(base),
      signal: stopping.signal,
      password: () => password ?? undefined,
      onPage: (page, of) => tell(now, page, of),
    };
    const large = tooLarge(name, file.size);
    if (large) return give({ paper: large, bytes: null, reader: '', draftedFrom: '' });
    const bytes = new Uint8Array(await file.arrayBuffer());
    await walkPacket(bytes, name, setting, {
      known: new Set(known),
      leave: new Set(leave),
      onFile: (path) => {
        now = path;
        tell(path, 0, 0);
      },
      give: async (came) => {
        const { reader, draftedFrom } = understood(came.paper);
        // Recordings stay in the packet.
        const bytes = came.paper.kind === 'media' ? null : came.bytes;
        await give({ ...came, bytes, reader, draftedFrom });
      },
    });
  },
  /** A file of a packet by its path; null where it holds none of that path and hash. Why it cannot be had is thrown. */
  async member(packet: Blob, path: string, sha256: string): Promise<Uint8Array | null> {
    const bytes = await memberOf(new Uint8Array(await packet.arrayBuffer()), path, LIMITS);
    if (!bytes || bytesToHex(digestOf(bytes)) !== sha256) return null;
    const own = bytes.slice();
    return transfer(own, [own.buffer as ArrayBuffer]);
  },
  /** The tables on the pages of a paper. */
  tables: (paper: Paper): readonly PageTable[] => tablesOnPages(paper),
  /** Stops reading or recognizing between pages; what was given stays. */
  stop(): void {
    stopping.abort();
  },
  understand: (paper: Paper): Understood => understood(paper),
  /** A page as a picture; the box of its words is its width and height in `Page`. */
  async draw(
    id: string,
    bytes: Uint8Array,
    kind: string,
    base: string,
    password: string | null,
    page: number,
    turned: number,
    dpi: number,
  ): Promise<ImageBitmap> {
    const drawn =
      kind === 'picture'
        ? await dotsOf(bytes)
        : await (await opened(id, bytes, base, password ?? undefined)).draw(page, dpi);
    const picture = upright(drawn, turned);
    return transfer(picture, [picture]);
  },
  /** Words read off the pictures of pages; each page is given as soon as it is done. */
  async recognise(
    id: string,
    bytes: Uint8Array,
    kind: string,
    base: string,
    password: string | null,
    pages: readonly Page[],
    give: (page: Page, done: number, of: number) => Promise<void>,
  ): Promise<void> {
    stopping = new AbortController();
    const reader = recogniserAt(base);
    if (kind === 'picture') {
      const drawn = await dotsOf(bytes);
      const lines = await recognised(reader, drawn, 1);
      const { width, height } = drawn;
      return give({ number: 1, width, height, turned: 0, lines, picture: true }, 1, 1);
    }
    const pdf = await opened(id, bytes, base, password ?? undefined);
    await recognisePages(pdf, pages, reader, stopping.signal, give);
  },
};
export type PapersApi = typeof api;

expose(api);
