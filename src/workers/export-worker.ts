import regularUrl from '@fontsource/public-sans/files/public-sans-latin-400-normal.woff?url';
import boldUrl from '@fontsource/public-sans/files/public-sans-latin-700-normal.woff?url';
import sansUrl from '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2?url';
import { expose, transfer } from 'comlink';
import wideUrl from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf?url';
import wideBoldUrl from 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf?url';
import type { Read } from '../analysis/analyze';
import { PALETTES } from '../drawing/paint/palette';
import { paintSvg } from '../drawing/paint/svg';
import { type Exhibit, exhibitOf } from '../exhibits/exhibit';
import type { Letter } from '../exhibits/formats/letter';
import type { FontFiles } from '../exhibits/formats/pdf-fonts';
import type { Png } from '../exhibits/formats/word';
import { type Kind, TYPES } from '../exhibits/kinds';
import { asOffered, neutral, type PaperOf, paperOf } from '../exhibits/papers';
import { isDrawn, paperScene } from '../exhibits/picture';
import { fileName } from '../exhibits/plain';
import type { StillPages } from '../exhibits/still';
import type { Withheld } from '../exhibits/withheld';
import type { ChainHead } from '../record/chain';
import type { ExhibitPlan } from '../record/paper';

export interface Made {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const bytesAt = async (url: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(url)).arrayBuffer());

/** The face of the pictures, for the canvas of this worker. */
let face: Promise<void> | null = null;
function loadFace(): Promise<void> {
  face ??= (async () => {
    const font = new FontFace('Public Sans Variable', await (await fetch(sansUrl)).arrayBuffer(), {
      weight: '100 900',
    });
    (self as unknown as { fonts: FontFaceSet }).fonts.add(await font.load());
  })();
  return face;
}

/** px of a picture on its own, and of that in a brief. */
const WIDE = 1400;
const IN_BRIEF = 1150;

async function picture(exhibit: Exhibit, width: number): Promise<Png | null> {
  if (!isDrawn(exhibit)) return null;
  await loadFace();
  const { pngOf } = await import('../exhibits/formats/png');
  return pngOf(paperScene(exhibit, { show: 'whole', id: '' }, width));
}

async function writePaper(
  exhibit: Exhibit,
  paper: PaperOf,
  ending: string,
  progress: (says: string) => void,
): Promise<Uint8Array> {
  // What a summary draws argues nothing; the other two draw nothing.
  const drawn = paper.kind === 'summary' ? neutral(exhibit) : exhibit;
  if (ending === 'docx') {
    if (paper.kind === 'summary') progress('drawing the picture');
    const png = paper.kind === 'summary' ? await picture(drawn, IN_BRIEF) : null;
    progress('writing the pages');
    return (await import('../exhibits/formats/word')).wordOf(drawn, paper, png);
  }
  const [{ pdfOf }, faces] = await Promise.all([import('../exhibits/formats/pdf'), facesOfPdf()]);
  progress('writing the pages');
  return pdfOf(exhibit, paper, faces);
}

async function facesOfPdf(): Promise<FontFiles> {
  const [regular, bold, wide, wideBold] = await Promise.all([
    bytesAt(regularUrl),
    bytesAt(boldUrl),
    bytesAt(wideUrl),
    bytesAt(wideBoldUrl),
  ]);
  return { regular, bold, wide, wideBold };
}

async function write(
  kind: Exclude<Kind, 'letter'>,
  whole: Exhibit,
  progress: (says: string) => void,
): Promise<Uint8Array> {
  const { paper, ending } = TYPES[kind];
  if (paper) return writePaper(whole, paperOf(whole, paper), ending, progress);
  const exhibit = asOffered(whole);
  switch (kind) {
    case 'slides':
      return (await import('../exhibits/formats/slides')).slidesOf(exhibit);
    case 'svg':
      return new TextEncoder().encode(
        paintSvg(paperScene(exhibit, { show: 'whole', id: '' }, WIDE), PALETTES.light, exhibit.title),
      );
    case 'png': {
      const png = await picture(exhibit, WIDE);
      if (!png) throw new Error('The record as chosen holds nothing that can be drawn.');
      return png.bytes;
    }
    case 'csv':
      return (await import('../exhibits/formats/tables')).csvOf(exhibit);
    case 'xlsx':
      return (await import('../exhibits/formats/tables')).xlsxOf(exhibit);
    case 'html':
      return (await import('../exhibits/formats/one-file')).oneFileOf(exhibit);
    case 'custody':
      return (await import('../exhibits/formats/custody-summary')).custodySummaryOf(exhibit);
    default:
      throw new Error(`Nothing writes a document of the kind ${kind}.`);
  }
}

const api = {
  /** One document of an exhibit. It is told facts and findings alone: what it never receives it cannot leak. */
  async make(
    kind: Exclude<Kind, 'letter'>,
    read: Read,
    plan: ExhibitPlan,
    made: string,
    withheld: Withheld,
    head: ChainHead | null,
    progress: (says: string) => void,
  ): Promise<Made> {
    progress('choosing what is shown');
    const exhibit = exhibitOf(read, plan, made, withheld, head);
    const bytes = await write(kind, exhibit, progress);
    const { type, ending, file } = TYPES[kind];
    const out = {
      name: fileName(file ? `${plan.title.slice(0, 60)} ${file}` : plan.title, ending),
      type,
      bytes,
    };
    return transfer(out, [bytes.buffer as ArrayBuffer]);
  },
  async letter(letter: Letter): Promise<Made> {
    const bytes = await (await import('../exhibits/formats/letter')).letterOf(letter);
    return transfer(
      { name: fileName(`Discovery letter ${letter.made}`, 'docx'), type: TYPES.letter.type, bytes },
      [bytes.buffer as ArrayBuffer],
    );
  },
  /** Frames of recordings on pages. @param day on which they are made, for the name */
  async stills(ending: 'docx' | 'pdf', pages: StillPages, day: string): Promise<Made> {
    const bytes =
      ending === 'docx'
        ? await (await import('../exhibits/formats/stills-word')).stillsWordOf(pages)
        : await (await import('../exhibits/formats/stills-pdf')).stillsPdfOf(pages, await facesOfPdf());
    const { type } = TYPES[ending === 'docx' ? 'summary-word' : 'summary-pdf'];
    return transfer({ name: fileName(`Stills ${day}`, ending), type, bytes }, [bytes.buffer as ArrayBuffer]);
  },
};
export type ExportApi = typeof api;

expose(api);
