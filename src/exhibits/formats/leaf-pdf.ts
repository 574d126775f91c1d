import PDFDocument from 'pdfkit';
import type { Leaf } from '../leaf';
import { bytesOf, place } from './pdf';
import { type FontFiles, Fonts } from './pdf-fonts';
import { EDGE, Paper } from './pdf-paper';

/** A leaf as PDF: upright, tagged, vectors, faces embedded. */
export async function leafPdfOf(leaf: Leaf, files: FontFiles): Promise<Uint8Array> {
  const [width, height] = [612, 792];
  const doc = new PDFDocument({
    size: [width, height],
    margins: { top: EDGE, bottom: 0, left: EDGE, right: EDGE },
    autoFirstPage: false,
    font: null as never,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    info: {
      Title: leaf.title,
      Subject: [leaf.caption.parties, leaf.caption.number].filter(Boolean).join(', '),
      Creator: 'Stopline',
      Producer: 'Stopline',
    },
  });
  const bytes = bytesOf(doc);
  const bears = { ...leaf, bates: '', sticker: { says: '', mark: '', colour: 'white' as const } };
  const paper = new Paper(
    doc,
    new Fonts(doc, files),
    bears,
    { filed: true, title: leaf.title },
    width,
    height,
  );
  paper.page();
  paper.caption();
  for (const p of leaf.parts) {
    if (p.t === 'heading') paper.heading(p.text);
    else if (p.t === 'text') paper.paragraph(p.text, p.small ? 8.5 : 10);
    else if (p.t === 'bullet') paper.paragraph(`• ${p.text}`, 10, 8);
    else if (p.t === 'table') paper.table(p.shares, p.head, p.rows);
    else place(paper, p);
  }
  paper.finish();
  return bytes;
}
