import type PDFDocument from 'pdfkit';
import type { Exhibit } from '../exhibit';
import type { PaperOf } from '../papers';
import { longDay, oneLine } from '../printable';
import { STICKER_FILL } from '../stickers';
import type { Fonts } from './pdf-fonts';

export type Doc = InstanceType<typeof PDFDocument>;

/** Points. */
export const EDGE = 36;
const HEAD = 74;
const FILED = 72;
const FOOT = 30;
const STAMP = 11;
const MADE_UP = 'MADE UP: no such case, no such people.';
const INK = '#171b24';
const MUTED = '#4a5362';
const LINE = '#9aa3b2';

/** What every page of a paper bears. */
export type OnEveryPage = Pick<
  Exhibit,
  'title' | 'caption' | 'sticker' | 'bates' | 'madeUp' | 'stamp' | 'zone' | 'made'
>;

/** Where one is on the paper, and what every page bears. */
export class Paper<E extends OnEveryPage = Exhibit> {
  /** Points down the page to where the next thing stands. */
  y = 0;
  /** Numbered paragraphs so far. */
  count = 0;
  /** The words of a protective order, in lines that the page holds: none of them is cut. */
  private readonly stamped: readonly string[];
  private readonly root: PDFKit.PDFStructureElement;

  constructor(
    readonly doc: Doc,
    readonly fonts: Fonts,
    readonly exhibit: E,
    private readonly of: Pick<PaperOf, 'filed' | 'title'>,
    private readonly width: number,
    private readonly height: number,
  ) {
    this.stamped = this.rowsOf(exhibit.stamp, 8.5);
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  /** Points of margin: an inch on what is filed. */
  get edge(): number {
    return this.of.filed ? 72 : EDGE;
  }
  get room(): number {
    return this.width - 2 * this.edge;
  }
  get bottom(): number {
    return this.height - FOOT - 8 - STAMP * this.stamped.length;
  }

  page(): void {
    this.doc.addPage();
    this.y = this.of.filed ? FILED : HEAD;
  }

  /** Court, parties, number and title, as what is filed bears them on its first page. */
  caption(): void {
    const { court, parties, number } = this.exhibit.caption;
    const lines = [
      court.toUpperCase(),
      parties,
      number === '' ? '' : `Case No. ${number.replace(/^no\.\s*/i, '')}`,
    ];
    for (const l of lines) if (l !== '') this.middle(l, 11, l === court.toUpperCase());
    this.y += 10;
    this.middle(this.of.title.toUpperCase(), 12, true, 'H1');
    this.y += 8;
  }

  private middle(text: string, size: number, bold: boolean, kind = 'P'): void {
    const shown = this.fonts.use(this.doc, text, bold);
    const h = this.doc.fontSize(size).heightOfString(shown, { width: this.room, align: 'center' });
    this.tag(kind, () => {
      this.doc.fillColor(INK).text(shown, this.edge, this.y, { width: this.room, align: 'center' });
    });
    this.y += h + 3;
  }

  need(h: number): void {
    if (this.y + h > this.bottom) this.page();
  }

  tag(kind: string, draw: () => void, options: object = {}): void {
    this.root.add(this.doc.struct(kind as never, options, draw));
  }

  private rowsOf(text: string, size: number): string[] {
    const rows: string[] = [];
    for (const word of oneLine(text).split(' ').filter(Boolean)) {
      const longer = rows.length > 0 ? `${rows.at(-1)} ${word}` : word;
      const shown = this.fonts.use(this.doc, longer, true);
      if (rows.length > 0 && this.doc.fontSize(size).widthOfString(shown) <= this.room)
        rows[rows.length - 1] = longer;
      else rows.push(word);
    }
    return rows;
  }

  private heightOf(text: string, size: number, width: number, bold = false): number {
    const shown = this.fonts.use(this.doc, text, bold);
    return this.doc.fontSize(size).heightOfString(shown === '' ? ' ' : shown, { width, lineGap: 1 });
  }

  private put(
    text: string,
    x: number,
    y: number,
    size: number,
    width: number,
    bold = false,
    colour = INK,
  ): void {
    const shown = this.fonts.use(this.doc, text, bold);
    if (shown !== '') this.doc.fontSize(size).fillColor(colour).text(shown, x, y, { width, lineGap: 1 });
  }

  heading(text: string): void {
    this.need(150);
    this.y += 12;
    this.tag('H1', () => this.put(text, this.edge, this.y, 13, this.room, true));
    this.y += 22;
  }

  paragraph(text: string, size = 9.5, indent = 0, bold = false, kind = 'P'): void {
    if (text === '') return;
    const width = Math.min(this.room - indent, 700);
    const h = this.heightOf(text, size, width, bold);
    this.need(h);
    this.tag(kind, () => this.put(text, this.edge + indent, this.y, size, width, bold));
    this.y += h + 4;
  }

  table(
    shares: readonly number[],
    head: readonly string[],
    rows: readonly (readonly string[] | string)[],
  ): void {
    const widths = shares.map((s) => s * this.room);
    const xs = widths.map((_, i) => this.edge + widths.slice(0, i).reduce((a, b) => a + b, 0));
    const size = 8.5;
    const pad = 3;
    const { doc } = this;
    const table = doc.struct('Table');
    this.root.add(table);
    const line = (
      cells: readonly string[],
      bold: boolean,
      cellTag: 'TH' | 'TD',
      fill: string | null,
    ): void => {
      const spans = cells.length === 1 ? [this.room] : widths;
      const h =
        Math.max(...cells.map((t, i) => this.heightOf(t, size, (spans[i] as number) - 2 * pad, bold))) +
        2 * pad;
      if (this.y + h > this.bottom) {
        this.page();
        if (cellTag === 'TD') line(head, true, 'TH', '#e9edf3');
      }
      const row = doc.struct('TR');
      table.add(row);
      const y = this.y;
      doc.markContent('Artifact');
      if (fill) doc.rect(this.edge, y, this.room, h).fill(fill);
      doc.lineWidth(0.5).rect(this.edge, y, this.room, h).stroke(LINE);
      doc.endMarkedContent();
      cells.forEach((t, i) => {
        row.add(
          doc.struct(cellTag, {}, () =>
            this.put(t, (xs[i] as number) + pad, y + pad, size, (spans[i] as number) - 2 * pad, bold),
          ),
        );
      });
      row.end();
      this.y += h;
    };
    line(head, true, 'TH', '#e9edf3');
    for (const row of rows) {
      if (typeof row === 'string') {
        // A day stands with the first of its rows.
        if (this.y + 50 > this.bottom) {
          this.page();
          line(head, true, 'TH', '#e9edf3');
        }
        line([row], true, 'TD', '#f5f7fa');
      } else line(row, false, 'TD', null);
    }
    table.end();
    this.y += 10;
  }

  /** Caption, title, sticker, numbers: the same on every page, and no part of what is read out. */
  finish(): void {
    const { doc, exhibit } = this;
    this.root.end();
    const { count } = doc.bufferedPageRange();
    for (let i = 0; i < count; i++) {
      doc.switchToPage(i);
      doc.markContent('Artifact', { type: 'Pagination' });
      if (exhibit.madeUp) this.line(MADE_UP, this.edge, 12, 8.5, this.room - 150, true, INK);
      this.stamped.forEach((words, k) => {
        const y = this.height - FOOT - STAMP * (this.stamped.length - k);
        this.line(words, this.edge, y, 8.5, this.room, true, INK);
      });
      if (this.of.filed) {
        const says = [exhibit.caption.number, `page ${i + 1} of ${count}`].filter(Boolean).join(' · ');
        this.line(says, this.edge, this.height - FOOT, 8, this.room, false, MUTED);
        doc.endMarkedContent();
        continue;
      }
      const side = 150;
      const caption = [
        exhibit.caption.court,
        [exhibit.caption.parties, exhibit.caption.number].filter(Boolean).join(', '),
      ]
        .filter(Boolean)
        .join(' · ');
      this.line(caption, this.edge, 26, 8.5, this.room - side, false, MUTED);
      this.line(exhibit.title, this.edge, 40, 14, this.room - side, true, INK);
      this.sticker(this.width - this.edge - 118, 14);
      const foot = [
        exhibit.bates === '' ? '' : bates(exhibit.bates, i),
        `times in ${exhibit.zone}`,
        `made ${longDay(exhibit.made)}`,
        `page ${i + 1} of ${count}`,
      ];
      this.line(foot.filter(Boolean).join(' · '), this.edge, this.height - FOOT, 8, this.room, false, MUTED);
      doc.endMarkedContent();
    }
    doc.end();
  }

  private line(
    text: string,
    x: number,
    y: number,
    size: number,
    width: number,
    bold: boolean,
    colour: string,
  ): void {
    let shown = this.fonts.use(this.doc, oneLine(text), bold);
    this.doc.fontSize(size);
    while (shown.length > 4 && this.doc.widthOfString(shown) > width)
      shown = `${shown.slice(0, -2).trimEnd()}…`;
    if (shown !== '') this.doc.fillColor(colour).text(shown, x, y, { lineBreak: false });
  }

  private sticker(x: number, y: number): void {
    const { sticker, caption } = this.exhibit;
    if (sticker.mark === '') return;
    this.doc.lineWidth(1).rect(x, y, 118, 48).fillAndStroke(STICKER_FILL[sticker.colour], INK);
    const middle = (text: string, at: number, size: number): void => {
      const shown = this.fonts.use(this.doc, text, true);
      this.doc.fontSize(size);
      const w = this.doc.widthOfString(shown);
      const k = Math.min(1, 110 / Math.max(1, w));
      this.doc
        .fontSize(size * k)
        .fillColor(INK)
        .text(shown, x + (118 - w * k) / 2, at, { lineBreak: false });
    };
    middle(sticker.says, y + 5, 7.5);
    middle(sticker.mark, y + 15, 18);
    middle(caption.number, y + 37, 7);
  }
}

/** The Bates number so many pages on: `DOE000120`, 2 to `DOE000122`. */
export function bates(first: string, pages: number): string {
  const m = /^(.*?)(\d+)$/.exec(first);
  return m ? `${m[1]}${String(Number(m[2]) + pages).padStart((m[2] as string).length, '0')}` : first;
}
