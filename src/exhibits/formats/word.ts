import {
  AlignmentType,
  BorderStyle,
  Document,
  FootnoteReferenceRun,
  ImageRun,
  LevelFormat,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Exhibit } from '../exhibit';
import type { Block, PaperOf } from '../papers';
import { STICKER_FILL } from '../stickers';
import { body, foot, head, heading1, heading2, INCH, PAPER, portrait, STYLES, tableOf } from './word-parts';

/** A picture as PNG with its size in px. */
export interface Png {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A picture in a paper; what it is to who cannot see it, where it is no timeline. */
type Drawing = Png & { readonly alt?: string };
type Parts = (Paragraph | Table)[];
type Notes = Record<string, { children: Paragraph[] }>;

/**
 * A paper as a Word file: caption, headings, numbered paragraphs that each end in their cite, proofs in footnotes, tables
 * whose header stands on every page. @param pictures none where the paper draws nothing; several where one would be too small to read
 */
export async function wordOf(
  exhibit: Exhibit,
  paper: PaperOf,
  pictures: readonly Drawing[],
): Promise<Uint8Array> {
  const notes: Notes = {};
  const children: Parts = [
    ...(paper.filed ? [] : stickerOf(exhibit)),
    ...captionOf(exhibit, paper),
    ...partsOf(paper, notes, () => pictures.flatMap((p) => pictureOf(p, exhibit, paper))),
  ];
  const sticker = paper.filed ? '' : `${exhibit.sticker.says} ${exhibit.sticker.mark}`.trim();
  const mark = [exhibit.stamp, sticker].filter(Boolean).join(' · ');
  const bears = { ...exhibit, bates: paper.filed ? '' : exhibit.bates, mark };
  const file = new Document({
    title: paper.title,
    subject: [exhibit.caption.parties, exhibit.caption.number].filter(Boolean).join(', '),
    creator: 'Stopline',
    description: paper.filed ? '' : exhibit.offered,
    styles: STYLES,
    numbering: {
      config: [
        {
          reference: 'facts',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 0, firstLine: 0.5 * INCH } } },
            },
          ],
        },
      ],
    },
    footnotes: notes,
    sections: [
      paper.filed
        ? portrait(bears, children)
        : {
            properties: {
              // docx turns width and height round itself where a page lies on its side.
              page: {
                size: { ...PAPER, orientation: PageOrientation.LANDSCAPE },
                margin: { top: 0.8 * INCH, bottom: 0.8 * INCH, left: 0.8 * INCH, right: 0.8 * INCH },
              },
            },
            headers: { default: head(bears) },
            footers: { default: foot(bears) },
            children,
          },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

/** Twentieths of a point between the margins. */
const roomOf = (paper: PaperOf): number => (paper.filed ? 6.5 : 9.4) * INCH;

function partsOf(paper: PaperOf, notes: Notes, picture: () => Parts): Parts {
  return paper.blocks.flatMap((b, i) => partOf(b, paper.blocks[i + 1], paper, notes, picture));
}

function partOf(
  b: Block,
  next: Block | undefined,
  paper: PaperOf,
  notes: Notes,
  picture: () => Parts,
): Parts {
  switch (b.t) {
    case 'heading':
      return [b.level === 1 ? heading1(b.text) : heading2(b.text)];
    case 'text': {
      return [
        new Paragraph({
          style: b.small ? 'SmallText' : 'BodyText',
          children: [new TextRun(b.text), ...(next?.t === 'proof' ? [noteOf(notes, next.lines)] : [])],
        }),
      ];
    }
    case 'proof':
      return [];
    case 'numbered':
      return [
        new Paragraph({
          style: 'NumberedParagraph',
          numbering: { reference: 'facts', level: 0 },
          children: [
            new TextRun(`${b.text.replace(/\s*\n\s*/g, ' ')}${b.cite === '' ? '' : ` (${b.cite}.)`}`),
          ],
        }),
      ];
    case 'bullet':
      return [body(b.text, { bullet: { level: 0 }, spacing: { after: 60 } })];
    case 'law':
      return [
        new Paragraph({
          style: 'BodyText',
          spacing: { before: 60, after: 60 },
          children: authority(b.cite, b.says),
        }),
      ];
    case 'picture':
      return picture();
    case 'table': {
      const room = roomOf(paper);
      return [
        tableOf(
          b.shares.map((s) => Math.round(s * room)),
          b.head,
          b.rows,
        ),
      ];
    }
    case 'lines':
      return b.text.split('\n').map((line, k, all) =>
        body(line, {
          spacing: { before: k === 0 ? 300 : 0, after: 0 },
          keepLines: true,
          keepNext: k < all.length - 1,
        }),
      );
  }
}

function noteOf(notes: Notes, lines: readonly string[]): FootnoteReferenceRun {
  const n = Object.keys(notes).length + 1;
  notes[n] = {
    children: lines.map((t) => new Paragraph({ style: 'FootnoteText', children: [new TextRun(t)] })),
  };
  return new FootnoteReferenceRun(n);
}

/** The exhibit tag, upper right on the first page: side, mark and case number on its colour. */
function stickerOf(e: Exhibit): (Paragraph | Table)[] {
  if (e.sticker.mark === '') return [];
  const line = (text: string, size: number): Paragraph =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold: true, size })] });
  const edge = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
  return [
    new Table({
      alignment: AlignmentType.RIGHT,
      width: { size: 2300, type: WidthType.DXA },
      columnWidths: [2300],
      borders: {
        top: edge,
        bottom: edge,
        left: edge,
        right: edge,
        insideHorizontal: edge,
        insideVertical: edge,
      },
      rows: [
        new TableRow({
          children: [
            new TableCell({
              width: { size: 2300, type: WidthType.DXA },
              shading: { fill: STICKER_FILL[e.sticker.colour].slice(1) },
              margins: { top: 60, bottom: 60, left: 80, right: 80 },
              children: [
                line(e.sticker.says, 15),
                line(e.sticker.mark, 30),
                ...(e.caption.number === '' ? [] : [line(e.caption.number, 14)]),
              ],
            }),
          ],
        }),
      ],
    }),
    body(''),
  ];
}

function captionOf(e: Exhibit, paper: PaperOf): Paragraph[] {
  const line = (text: string, bold = false): Paragraph =>
    new Paragraph({ style: 'CaptionText', children: [new TextRun({ text, bold, allCaps: bold })] });
  return [
    ...(e.caption.court === '' ? [] : [line(e.caption.court, true)]),
    ...(e.caption.parties === '' ? [] : [line(e.caption.parties)]),
    ...(e.caption.number === '' ? [] : [line(`Case No. ${e.caption.number.replace(/^no\.\s*/i, '')}`)]),
    new Paragraph({
      style: 'CaptionText',
      spacing: { before: 240, after: 240 },
      children: [new TextRun({ text: paper.title, bold: true, allCaps: paper.filed })],
    }),
  ];
}

/** The case name in italics, as Bluebook citations in court papers bear it. */
function authority(cite: string, holding: string): TextRun[] {
  const name = /^(.+? v\. .+?|In re .+?), \d/.exec(cite)?.[1];
  return name
    ? [new TextRun({ text: name, italics: true }), new TextRun(`${cite.slice(name.length)}: ${holding}`)]
    : [new TextRun(`${cite}: ${holding}`)];
}

/** px of the landscape page within its margins at 96 to the inch. */
export const ROOM = { width: 9.4 * 96, height: 5.4 * 96 };
/** The same of an upright one. */
const UPRIGHT = { width: 6.5 * 96, height: 4 * 96 };

function pictureOf(picture: Drawing, e: Exhibit, paper: PaperOf): Paragraph[] {
  const room = paper.filed ? UPRIGHT : ROOM;
  const k = Math.min(room.width / picture.width, room.height / picture.height);
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [
        new ImageRun({
          type: 'png',
          data: picture.bytes,
          transformation: { width: Math.round(picture.width * k), height: Math.round(picture.height * k) },
          altText: {
            name: e.title,
            title: e.title,
            description: picture.alt ?? 'Timeline. The table that follows says the same, entry by entry.',
          },
        }),
      ],
    }),
  ];
}
