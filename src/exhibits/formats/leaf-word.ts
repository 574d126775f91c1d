import { AlignmentType, Document, ImageRun, Packer, Paragraph, type Table, TextRun } from 'docx';
import type { Leaf, Part } from '../leaf';
import type { Png } from './word';
import { body, heading1, INCH, portrait, STYLES, tableOf } from './word-parts';

/** px at 96 to the inch between the margins, and twentieths of a point. */
const ROOM = { width: 6.5 * 96, height: 7 * 96 };
const WIDTH = 6.5 * INCH;

/** A leaf as Word. @param pictures of its scenes, in their order; null where this machine cannot draw */
export async function leafWordOf(leaf: Leaf, pictures: readonly (Png | null)[]): Promise<Uint8Array> {
  let drawn = 0;
  const { caption } = leaf;
  const line = (text: string, bold = false): Paragraph[] =>
    text === ''
      ? []
      : [new Paragraph({ style: 'CaptionText', children: [new TextRun({ text, bold, allCaps: bold })] })];
  const file = new Document({
    title: leaf.title,
    subject: [caption.parties, caption.number].filter(Boolean).join(', '),
    creator: 'Stopline',
    styles: STYLES,
    sections: [
      portrait({ caption, bates: '', madeUp: leaf.madeUp, mark: leaf.stamp }, [
        ...line(caption.court, true),
        ...line(caption.parties),
        ...line(caption.number === '' ? '' : `Case No. ${caption.number.replace(/^no\.\s*/i, '')}`),
        ...line(leaf.title, true),
        ...leaf.parts.flatMap((p) => partOf(p, p.t === 'picture' ? (pictures[drawn++] ?? null) : null)),
      ]),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function partOf(p: Part, png: Png | null): (Paragraph | Table)[] {
  switch (p.t) {
    case 'heading':
      return [heading1(p.text)];
    case 'text':
      return [body(p.text, p.small ? { style: 'SmallText' } : {})];
    case 'bullet':
      return [body(p.text, { bullet: { level: 0 }, spacing: { after: 60 } })];
    case 'table':
      return [
        tableOf(
          p.shares.map((s) => Math.round(s * WIDTH)),
          p.head,
          p.rows,
        ),
      ];
    case 'picture': {
      if (!png) return [];
      const k = Math.min(ROOM.width / png.width, ROOM.height / png.height);
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { before: 120, after: 120 },
          children: [
            new ImageRun({
              type: 'png',
              data: png.bytes,
              transformation: { width: Math.round(png.width * k), height: Math.round(png.height * k) },
              altText: { name: 'Picture', title: 'Picture', description: p.alt },
            }),
          ],
        }),
      ];
    }
  }
}
