import { Document, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import { oneLine } from '../printable';
import { STILLS_SAY, type Still, type StillPages } from '../still';
import { body, heading1, portrait, STYLES } from './word-parts';

/** px at 96 to the inch: two stills with their margins stand on a page. */
const ROOM = { width: 620, height: 300 };

/** Stills as Word: each frame with its cite, its readings and its file's hash below it. */
export async function stillsWordOf({ caption, madeUp, stamp, stills }: StillPages): Promise<Uint8Array> {
  const file = new Document({
    title: 'Stills',
    creator: 'Stopline',
    styles: STYLES,
    sections: [
      portrait({ caption, bates: '', madeUp, mark: oneLine(stamp) }, [
        heading1('Stills'),
        ...(caption.parties === '' ? [] : [body(oneLine(caption.parties, 200))]),
        body(STILLS_SAY),
        ...stills.flatMap(still),
      ]),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function still(s: Still): Paragraph[] {
  const k = Math.min(1, ROOM.width / s.width, ROOM.height / s.height);
  return [
    new Paragraph({
      keepNext: true,
      keepLines: true,
      spacing: { before: 200, after: 60 },
      children: [
        new ImageRun({
          type: 'png',
          data: s.png,
          transformation: { width: Math.round(s.width * k), height: Math.round(s.height * k) },
          altText: { name: s.cite, title: s.cite, description: `A frame: ${s.cite}` },
        }),
      ],
    }),
    new Paragraph({
      style: 'TableText',
      keepNext: true,
      children: [new TextRun({ text: oneLine(s.cite, 300), bold: true })],
    }),
    ...s.lines.map(
      ([name, value], i) =>
        new Paragraph({
          style: 'TableText',
          keepNext: i < s.lines.length - 1,
          children: [new TextRun(`${name}: ${oneLine(value, 300)}`)],
        }),
    ),
  ];
}
