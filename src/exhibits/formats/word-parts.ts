import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Exhibit } from '../exhibit';

/** Twentieths of a point: Letter paper with margins of one inch. */
export const INCH = 1440;
export const PAPER = { width: 8.5 * INCH, height: 11 * INCH };
const MARGIN = { top: INCH, bottom: INCH, left: INCH, right: INCH };
const FONT = 'Times New Roman';

/** Plain styles under the names that firms give them, so that text drops into a brief. */
export const STYLES = {
  default: {
    document: { run: { font: FONT, size: 24 } },
    heading1: {
      run: { font: FONT, size: 24, bold: true, allCaps: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 360, after: 180 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 24, bold: true },
      paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      next: 'BodyText',
      quickFormat: true,
      paragraph: { spacing: { after: 160 } },
    },
    {
      id: 'NumberedParagraph',
      name: 'Numbered Paragraph',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { after: 160, line: 300 } },
    },
    {
      id: 'CaptionText',
      name: 'Caption Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 60 } },
    },
    { id: 'TableText', name: 'Table Text', basedOn: 'Normal', quickFormat: true, run: { size: 18 } },
    {
      id: 'SmallText',
      name: 'Small Text',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 19 },
      paragraph: { spacing: { before: 120, after: 120 } },
    },
    {
      id: 'FootnoteText',
      name: 'footnote text',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { spacing: { after: 40 } },
    },
  ],
};

export function body(text: string, more: Partial<IParagraphOptions> = {}): Paragraph {
  return new Paragraph({ style: 'BodyText', ...more, children: [new TextRun(text)] });
}
export const heading1 = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(text)] });
export const heading2 = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(text)] });

/** What the head and foot of a paper bear. */
export type Bears = Pick<Exhibit, 'madeUp' | 'caption' | 'bates'> & { readonly mark: string };

/** Pages upright, with head and foot. */
export function portrait(of: Bears, children: (Paragraph | Table)[]): ISectionOptions {
  return {
    properties: { page: { size: { ...PAPER }, margin: MARGIN } },
    headers: { default: head(of) },
    footers: { default: foot(of) },
    children,
  };
}

export function head(of: Bears): Header {
  const made = of.madeUp ? 'MADE UP: no such case, no such people. ' : '';
  return new Header({
    children: [
      new Paragraph({
        style: 'TableText',
        alignment: AlignmentType.RIGHT,
        children: [new TextRun(`${made}${of.mark}`)],
      }),
    ],
  });
}

export function foot(of: Bears): Footer {
  const before = [of.caption.number, of.bates].filter(Boolean).join(' · ');
  return new Footer({
    children: [
      new Paragraph({
        style: 'TableText',
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: [
              before === '' ? '' : `${before} · `,
              'page ',
              PageNumber.CURRENT,
              ' of ',
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });
}

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '9AA3B2' };

/** A table whose header stands on every page; a row that is one text goes across. */
export function tableOf(
  widths: readonly number[],
  headings: readonly string[],
  rows: readonly (readonly string[] | string)[],
): Table {
  const cell = (text: string, width: number, header = false, span = 1): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      columnSpan: span,
      ...(header || span > 1 ? { shading: { fill: 'E9EDF3' } } : {}),
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: text.split('\n').map(
        (t) =>
          new Paragraph({
            style: 'TableText',
            children: [new TextRun({ text: t, bold: header || span > 1 })],
          }),
      ),
    });
  const whole = widths.reduce((a, b) => a + b, 0);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: whole, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: {
      top: EDGE,
      bottom: EDGE,
      left: EDGE,
      right: EDGE,
      insideHorizontal: EDGE,
      insideVertical: EDGE,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: headings.map((h, i) => cell(h, widths[i] as number, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children:
              typeof row === 'string'
                ? [cell(row, whole, false, widths.length)]
                : row.map((t, i) => cell(t, widths[i] as number)),
          }),
      ),
    ],
  });
}
