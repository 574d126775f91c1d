import PDFDocument from 'pdfkit';
import type { Scene } from '../../drawing/scene/scene';
import type { Exhibit } from '../exhibit';
import { asOffered, type Block, neutral, type PaperOf } from '../papers';
import { isDrawn, type Look, paperPages, sheetOf, stretchOf } from '../picture';
import { oneLine } from '../printable';
import { oneFileHash } from './one-file';
import { type FontFiles, Fonts } from './pdf-fonts';
import { type Doc, EDGE, type OnEveryPage, Paper } from './pdf-paper';
import { paintPdf } from './pdf-scene';

/** A picture that is no timeline. */
interface Figure {
  readonly scene: Scene;
  readonly alt: string;
}

/** Points, lying on their side. */
const SHEETS = { letter: [792, 612], legal: [1008, 612], tabloid: [1224, 792] } as const;
/** Points for each px of the screen. */
const PX = 0.75;
/** The smallest letters of a picture, points. */
const LEAST = 6;
/** Entries of one stretch beyond which it is drawn over several sheets, joined by match lines. */
const ON_ONE_SHEET = 60;

/**
 * A paper as PDF: vectors, faces embedded, tagged, with title and language. Its picture stands over several sheets with
 * match lines where one is not enough. @param figure what is drawn instead of the timeline
 */
export async function pdfOf(
  exhibit: Exhibit,
  of: PaperOf,
  files: FontFiles,
  figure: Figure | null = null,
): Promise<Uint8Array> {
  const [long, short] = SHEETS[of.filed ? 'letter' : exhibit.sheet];
  const [width, height] = of.filed ? [short, long] : [long, short];
  const doc = new PDFDocument({
    size: [width, height],
    margins: { top: EDGE, bottom: 0, left: EDGE, right: EDGE },
    autoFirstPage: false,
    // None of its own faces: each text chooses between ours.
    font: null as never,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    info: {
      Title: of.title,
      Subject: [exhibit.caption.parties, exhibit.caption.number].filter(Boolean).join(', '),
      Creator: 'Stopline',
      Producer: 'Stopline',
    },
  });
  const bytes = bytesOf(doc);
  // What a summary draws argues nothing.
  const drawn = of.kind === 'summary' ? neutral(exhibit) : exhibit;
  const paper = new Paper(doc, new Fonts(doc, files), drawn, of, width, height);
  paper.page();
  if (of.filed) paper.caption();
  for (const b of of.blocks)
    if (figure && b.t === 'picture') place(paper, figure);
    else block(paper, b);
  if (!of.filed)
    paper.paragraph(
      `The same exhibit as one file, to be opened in any browser: sha-256 ${oneFileHash(asOffered(exhibit))}.`,
      8.5,
    );
  paper.finish();
  return bytes;
}

/** All that a document writes, once it is ended. */
export function bytesOf(doc: Doc): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (piece: Uint8Array) => pieces.push(piece));
    doc.on('error', reject);
    doc.on('end', () => {
      const whole = new Uint8Array(pieces.reduce((n, p) => n + p.length, 0));
      let at = 0;
      for (const p of pieces) {
        whole.set(p, at);
        at += p.length;
      }
      resolve(whole);
    });
  });
}

/** A figure as wide as the page, with what it is to who cannot see it. */
export function place<E extends OnEveryPage>(paper: Paper<E>, { scene, alt }: Figure): void {
  const k = Math.min(paper.room / scene.width, 400 / scene.height);
  const high = scene.height * k + 8;
  paper.need(high);
  paper.tag('Figure', () => paintPdf(paper.doc, paper.fonts, scene, paper.edge, paper.y, k), { alt });
  paper.y += high;
}

/** The picture, and after it each stretch that needs sheets of its own. */
function pictures(paper: Paper): void {
  const { exhibit } = paper;
  if (!isDrawn(exhibit)) {
    paper.paragraph('The record as chosen holds nothing that can be drawn.');
    return;
  }
  picture(paper, { show: 'whole', id: '' }, undefined, '');
  const stop = stretchOf(sheetOf(exhibit), { show: 'stop', id: '' });
  const parts = partsOf(paper, stop);
  if (parts.length < 2) return;
  parts.forEach((part, i) => {
    paper.page();
    const says = [
      `Sheet ${i + 1} of ${parts.length} of the stop.`,
      i > 0 ? `Left edge: match line ${letter(i - 1)}.` : '',
      i < parts.length - 1 ? `Right edge: match line ${letter(i)}.` : '',
    ];
    paper.paragraph(says.filter(Boolean).join(' '), 8.5);
    picture(paper, { show: 'stop', id: '' }, part, `, sheet ${i + 1} of ${parts.length}`);
  });
}

/** Stretches of as many entries each as a sheet bears, by where the entries are drawn. */
function partsOf(paper: Paper, [from, to]: readonly [number, number]): (readonly [number, number])[] {
  const { axis, record, analysis, momentAt } = sheetOf(paper.exhibit);
  const at = record.events
    .map((e) => axis.toU(analysis.positions.at[momentAt(e.id, 'start')] ?? Number.NaN))
    .filter((u) => u >= from && u <= to)
    .sort((a, b) => a - b);
  if (at.length <= ON_ONE_SHEET) return [[from, to]];
  const sheets = Math.min(20, Math.ceil(at.length / (ON_ONE_SHEET * 0.6)));
  const cuts = Array.from(
    { length: sheets - 1 },
    (_, k) => at[Math.floor(((k + 1) * at.length) / sheets)] as number,
  );
  const ends = [from, ...cuts, to];
  return ends.slice(1).flatMap((b, k) => (b > (ends[k] as number) ? [[ends[k] as number, b] as const] : []));
}

function picture(
  paper: Paper,
  look: Look,
  stretch: readonly [number, number] | undefined,
  more: string,
): void {
  const pages = paperPages(
    paper.exhibit,
    look,
    paper.room / PX,
    (paper.bottom - paper.y) / PX,
    LEAST / PX,
    stretch,
  );
  pages.forEach((scene, i) => {
    const part = pages.length > 1 ? `, picture ${i + 1} of ${pages.length}` : '';
    if (i > 0) {
      paper.page();
      paper.paragraph(`Picture ${i + 1} of ${pages.length}.`, 8.5);
    }
    const alt = `Timeline${more}${part}. The minute-by-minute table in this document says the same, entry by entry.`;
    const k = Math.min(PX, (paper.bottom - paper.y) / scene.height);
    paper.tag('Figure', () => paintPdf(paper.doc, paper.fonts, scene, paper.edge, paper.y, k), { alt });
    paper.y += scene.height * k + 8;
  });
}

/** One part of a paper, in the order in which it is read. */
function block(paper: Paper, b: Block): void {
  switch (b.t) {
    case 'heading':
      if (b.level === 1) paper.heading(b.text);
      else {
        paper.need(70);
        paper.y += 6;
        paper.paragraph(b.text, 11, 0, true, 'H2');
      }
      return;
    case 'text':
      paper.paragraph(b.text, b.small ? 8.5 : 10);
      return;
    case 'numbered':
      paper.count++;
      paper.paragraph(`${paper.count}. ${oneLine(b.text)}${b.cite === '' ? '' : ` (${b.cite}.)`}`, 10.5);
      return;
    case 'bullet':
      paper.paragraph(`• ${b.text}`, 9.5, 10);
      return;
    case 'proof':
      b.lines.forEach((l) => {
        paper.paragraph(l, 8.5, 22);
      });
      return;
    case 'law':
      paper.paragraph(`${b.cite}: ${b.says}`, 9, 10);
      return;
    case 'picture':
      pictures(paper);
      return;
    case 'table':
      paper.table(b.shares, b.head, b.rows);
      return;
    case 'lines': {
      const lines = b.text.split('\n');
      paper.need(16 * lines.length + 20);
      paper.y += 16;
      for (const l of lines) {
        if (l === '') paper.y += 10;
        else paper.paragraph(l, 10);
      }
    }
  }
}

const letter = (i: number): string => String.fromCharCode(65 + (i % 26));
