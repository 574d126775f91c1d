import PDFDocument from 'pdfkit';
import { oneLine } from '../printable';
import { STILLS_SAY, type Still, type StillPages } from '../still';
import { bytesOf } from './pdf';
import { type FontFiles, Fonts } from './pdf-fonts';
import type { Doc } from './pdf-paper';

/** Points: Letter paper with margins of one inch; two stills stand on a page. */
const PAGE = { width: 612, height: 792, edge: 72 };
const ROOM = { width: PAGE.width - 2 * PAGE.edge, height: 210 };
const INK = '#171b24';

/** Stills as PDF, tagged: each frame with its cite, its readings and its file's hash below it. */
export async function stillsPdfOf(pages: StillPages, files: FontFiles): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margins: { top: PAGE.edge, bottom: 0, left: PAGE.edge, right: PAGE.edge },
    autoFirstPage: false,
    font: null as never,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    info: { Title: 'Stills', Creator: 'Stopline', Producer: 'Stopline' },
  });
  const bytes = bytesOf(doc);
  const fonts = new Fonts(doc, files);
  const root = doc.struct('Document');
  doc.addStructure(root);
  let y = 0;
  const line = (text: string, size: number, bold = false, kind = 'P'): void => {
    const shown = fonts.use(doc, text, bold);
    const h = doc.fontSize(size).heightOfString(shown, { width: ROOM.width });
    root.add(
      doc.struct(kind as never, {}, () => {
        fonts.use(doc, text, bold);
        doc.fontSize(size).fillColor(INK).text(shown, PAGE.edge, y, { width: ROOM.width });
      }),
    );
    y += h + 2;
  };
  const page = (): void => {
    doc.addPage();
    y = PAGE.edge;
    if (pages.madeUp) line('MADE UP: no such case, no such people.', 8.5, true);
    if (pages.stamp !== '') line(oneLine(pages.stamp), 8.5, true);
  };
  page();
  line('Stills', 14, true, 'H1');
  const { court, parties, number } = pages.caption;
  for (const t of [court, [parties, number].filter(Boolean).join(', ')])
    if (t !== '') line(oneLine(t, 300), 10);
  line(STILLS_SAY, 9);
  for (const s of pages.stills) {
    const k = Math.min(1, ROOM.width / s.width, ROOM.height / s.height);
    const h = s.height * k;
    if (y + h + 14 * (s.lines.length + 2) > PAGE.height - PAGE.edge / 2) page();
    y += 10;
    picture(doc, root, s, y, k);
    y += h + 4;
    line(oneLine(s.cite, 300), 9.5, true);
    for (const [name, value] of s.lines) line(`${name}: ${oneLine(value, 300)}`, 8.5);
  }
  root.end();
  doc.end();
  return bytes;
}

function picture(doc: Doc, root: PDFKit.PDFStructureElement, s: Still, y: number, k: number): void {
  root.add(
    doc.struct('Figure', { alt: `A frame: ${s.cite}` }, () => {
      doc.image(s.png as unknown as Buffer, PAGE.edge, y, { width: s.width * k });
    }),
  );
}
