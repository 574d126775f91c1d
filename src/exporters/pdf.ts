import PDFDocument from 'pdfkit';
import type { Exhibit } from './exhibit';
import { oneFileHash } from './one-file';
import { type FontFiles, Fonts } from './pdf-fonts';
import { paintPdf } from './pdf-scene';
import { isDrawn, type Look, paperScene, sheetOf, stretchOf } from './picture';
import { longDay, oneLine } from './plain';
import { STICKER_FILL } from './stickers';

type Doc = InstanceType<typeof PDFDocument>;

/** Points, lying on their side. */
const SHEETS = { letter: [792, 612], legal: [1008, 612], tabloid: [1224, 792] } as const;
const EDGE = 36;
const HEAD = 74;
const FOOT = 30;
/** Points for each px of the screen. */
const PX = 0.75;
/** Entries of one stretch beyond which it is drawn over several sheets, joined by match lines. */
const ON_ONE_SHEET = 60;
const INK = '#171b24';
const MUTED = '#4a5362';
const LINE = '#9aa3b2';

/**
 * The exhibit as PDF: vectors, faces embedded, tagged, with title and language. Pictures first, over several sheets with
 * match lines where one is not enough; then the minute-by-minute table, findings with their proofs, custody, and the index.
 */
export async function pdfOf(exhibit: Exhibit, files: FontFiles): Promise<Uint8Array> {
  const [width, height] = SHEETS[exhibit.sheet];
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
      Title: exhibit.title,
      Subject: [exhibit.caption.parties, exhibit.caption.number].filter(Boolean).join(', '),
      Creator: 'Stopline',
      Producer: 'Stopline',
    },
  });
  const bytes = bytesOf(doc);
  const paper = new Paper(doc, new Fonts(doc, files), exhibit, width, height);
  paper.pictures();
  paper.minutes();
  paper.findings();
  paper.custody();
  paper.index();
  paper.finish();
  return bytes;
}

function bytesOf(doc: Doc): Promise<Uint8Array> {
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

/** Where one is on the paper, and what every page bears. */
class Paper {
  private y = 0;
  private readonly root: PDFKit.PDFStructureElement;

  constructor(
    private readonly doc: Doc,
    private readonly fonts: Fonts,
    private readonly exhibit: Exhibit,
    private readonly width: number,
    private readonly height: number,
  ) {
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  private get room(): number {
    return this.width - 2 * EDGE;
  }
  private get bottom(): number {
    return this.height - FOOT - 8;
  }

  private page(): void {
    this.doc.addPage();
    this.y = HEAD;
  }

  private need(h: number): void {
    if (this.y + h > this.bottom) this.page();
  }

  private tag(kind: string, draw: () => void, options: object = {}): void {
    this.root.add(this.doc.struct(kind as never, options, draw));
  }

  private heightOf(text: string, size: number, width: number, bold = false): number {
    const shown = this.fonts.use(this.doc, text, bold);
    return this.doc.fontSize(size).heightOfString(shown === '' ? ' ' : shown, { width, lineGap: 1 });
  }

  private put(text: string, x: number, y: number, size: number, width: number, bold = false, colour = INK): void {
    const shown = this.fonts.use(this.doc, text, bold);
    if (shown !== '') this.doc.fontSize(size).fillColor(colour).text(shown, x, y, { width, lineGap: 1 });
  }

  private heading(text: string): void {
    this.need(150);
    this.y += 12;
    this.tag('H1', () => this.put(text, EDGE, this.y, 13, this.room, true));
    this.y += 22;
  }

  private paragraph(text: string, size = 9.5, indent = 0, bold = false, kind = 'P'): void {
    if (text === '') return;
    const width = Math.min(this.room - indent, 700);
    const h = this.heightOf(text, size, width, bold);
    this.need(h);
    this.tag(kind, () => this.put(text, EDGE + indent, this.y, size, width, bold));
    this.y += h + 4;
  }

  /** The picture, and after it each stretch that needs sheets of its own. */
  pictures(): void {
    this.page();
    const { exhibit } = this;
    if (exhibit.offered !== '') this.paragraph(exhibit.offered, 8.5);
    if (exhibit.madeUp) this.paragraph('MADE UP: no such case, no such people.', 9.5, 0, true);
    if (!isDrawn(exhibit)) {
      this.paragraph('The record as chosen holds nothing that can be drawn.');
      return;
    }
    this.picture({ show: 'whole', id: '' }, undefined, '');
    const stop = stretchOf(sheetOf(exhibit), { show: 'stop', id: '' });
    const parts = this.partsOf(stop);
    if (parts.length < 2) return;
    parts.forEach((part, i) => {
      this.page();
      const says = [
        `Sheet ${i + 1} of ${parts.length} of the stop.`,
        i > 0 ? `Left edge: match line ${letter(i - 1)}.` : '',
        i < parts.length - 1 ? `Right edge: match line ${letter(i)}.` : '',
      ];
      this.paragraph(says.filter(Boolean).join(' '), 8.5);
      this.picture({ show: 'stop', id: '' }, part, `, sheet ${i + 1} of ${parts.length}`);
    });
  }

  /** Stretches of as many entries each as a sheet bears, by where the entries are drawn. */
  private partsOf([from, to]: readonly [number, number]): (readonly [number, number])[] {
    const { axis, record, analysis, momentAt } = sheetOf(this.exhibit);
    const at = record.events
      .map((e) => axis.toU(analysis.positions.at[momentAt(e.id, 'start')] ?? Number.NaN))
      .filter((u) => u >= from && u <= to)
      .sort((a, b) => a - b);
    if (at.length <= ON_ONE_SHEET) return [[from, to]];
    const sheets = Math.min(20, Math.ceil(at.length / (ON_ONE_SHEET * 0.6)));
    const cuts = Array.from({ length: sheets - 1 }, (_, k) => at[Math.floor(((k + 1) * at.length) / sheets)] as number);
    const ends = [from, ...cuts, to];
    return ends.slice(1).flatMap((b, k) => (b > (ends[k] as number) ? [[ends[k] as number, b] as const] : []));
  }

  private picture(look: Look, stretch: readonly [number, number] | undefined, more: string): void {
    // A tall sheet is drawn on more px and made smaller, until it stands on the page.
    let scene = paperScene(this.exhibit, look, this.room / PX, stretch);
    let k: number = PX;
    const room = this.bottom - this.y;
    for (let tries = 0; tries < 6 && scene.height * k > room; tries++) {
      k *= Math.max(0.6, Math.min(0.97, room / (scene.height * k)));
      scene = paperScene(this.exhibit, look, this.room / k, stretch);
    }
    k = Math.min(k, room / scene.height);
    const alt = `Timeline${more}. The minute-by-minute table in this document says the same, entry by entry.`;
    this.tag('Figure', () => paintPdf(this.doc, this.fonts, scene, EDGE, this.y, k), { alt });
    this.y += scene.height * k + 8;
  }

  minutes(): void {
    this.page();
    this.heading('Minute by minute');
    const rows: (readonly string[] | string)[] = [];
    let day: string | null = null;
    for (const f of this.exhibit.facts) {
      if (f.day !== day) {
        day = f.day;
        rows.push(day === '' ? 'Not dated by the record' : longDay(day));
      }
      rows.push([f.clock, f.elapsed, f.doubt === '' ? f.what : `${f.what}\n(${f.doubt})`, f.who, f.readings === '' ? f.cite : `${f.cite}\n[${f.readings}]`]);
    }
    if (rows.length === 0) this.paragraph('The record as chosen holds no entries.');
    else this.table([0.15, 0.07, 0.36, 0.14, 0.28], ['Clock', 'T+', 'Event', 'Who', 'Source and cite'], rows);
  }

  findings(): void {
    if (this.exhibit.findings.length === 0) return;
    this.heading('What the record proves');
    for (const f of this.exhibit.findings) {
      this.need(70);
      this.paragraph(`${f.number}. ${f.title}`, 11, 0, true, 'H2');
      this.paragraph(f.bounds === '' ? f.status : `${f.status} ${f.bounds.slice(0, 1).toUpperCase()}${f.bounds.slice(1)}.`, 10);
      for (const p of f.premises) this.paragraph(`• ${p.says}${p.cite === '' ? '' : ` (${p.cite})`}`, 9, 10);
      for (const p of f.proofs) {
        p.lines.forEach((l, i) => {
          this.paragraph(`${i + 1}. ${l.says}${l.cite === '' ? '' : ` (${l.cite})`}`, 8.5, 22);
        });
        this.paragraph(p.concludes, 9, 22);
      }
      for (const a of f.authorities) this.paragraph(`${a.cite}: ${a.holding}`, 8.5, 10);
      this.y += 6;
    }
  }

  custody(): void {
    if (this.exhibit.custody.length === 0) return;
    this.heading('Custody');
    this.table(
      [0.16, 0.2, 0.2, 0.12, 0.14, 0.18],
      ['Item', 'Released by', 'Received by', 'Seal', 'Quantities', 'Cite'],
      this.exhibit.custody.map((h) => [h.item, h.released, h.received, h.seal, h.quantities, h.cite]),
    );
  }

  index(): void {
    this.heading('Index of underlying records');
    if (this.exhibit.underlying.length === 0) this.paragraph('None is named.');
    else
      this.table(
        [0.26, 0.1, 0.14, 0.2, 0.3],
        ['Record', 'Exhibit', 'Bates', 'File', 'sha-256'],
        this.exhibit.underlying.map((u) => [u.name, u.exhibit, u.bates, u.file, u.sha256]),
      );
    this.paragraph(this.exhibit.verify, 8.5);
    this.paragraph(`The same exhibit as one file, to be opened in any browser: sha-256 ${oneFileHash(this.exhibit)}.`, 8.5);
  }

  private table(shares: readonly number[], head: readonly string[], rows: readonly (readonly string[] | string)[]): void {
    const widths = shares.map((s) => s * this.room);
    const xs = widths.map((_, i) => EDGE + widths.slice(0, i).reduce((a, b) => a + b, 0));
    const size = 8.5;
    const pad = 3;
    const { doc } = this;
    const table = doc.struct('Table');
    this.root.add(table);
    const line = (cells: readonly string[], bold: boolean, cellTag: 'TH' | 'TD', fill: string | null): void => {
      const spans = cells.length === 1 ? [this.room] : widths;
      const h = Math.max(...cells.map((t, i) => this.heightOf(t, size, (spans[i] as number) - 2 * pad, bold))) + 2 * pad;
      if (this.y + h > this.bottom) {
        this.page();
        if (cellTag === 'TD') line(head, true, 'TH', '#e9edf3');
      }
      const row = doc.struct('TR');
      table.add(row);
      const y = this.y;
      doc.markContent('Artifact');
      if (fill) doc.rect(EDGE, y, this.room, h).fill(fill);
      doc.lineWidth(0.5).rect(EDGE, y, this.room, h).stroke(LINE);
      doc.endMarkedContent();
      cells.forEach((t, i) => {
        row.add(doc.struct(cellTag, {}, () => this.put(t, (xs[i] as number) + pad, y + pad, size, (spans[i] as number) - 2 * pad, bold)));
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
      const side = 150;
      const caption = [exhibit.caption.court, [exhibit.caption.parties, exhibit.caption.number].filter(Boolean).join(', ')].filter(Boolean).join(' · ');
      this.line(caption, EDGE, 26, 8.5, this.room - side, false, MUTED);
      this.line(exhibit.title, EDGE, 40, 14, this.room - side, true, INK);
      this.sticker(this.width - EDGE - 118, 14);
      const foot = [
        exhibit.bates === '' ? '' : bates(exhibit.bates, i),
        `times in ${exhibit.zone}`,
        `made ${longDay(exhibit.made)}`,
        `page ${i + 1} of ${count}`,
      ];
      this.line(foot.filter(Boolean).join(' · '), EDGE, this.height - FOOT, 8, this.room, false, MUTED);
      doc.endMarkedContent();
    }
    doc.end();
  }

  private line(text: string, x: number, y: number, size: number, width: number, bold: boolean, colour: string): void {
    let shown = this.fonts.use(this.doc, oneLine(text), bold);
    this.doc.fontSize(size);
    while (shown.length > 4 && this.doc.widthOfString(shown) > width) shown = `${shown.slice(0, -2).trimEnd()}…`;
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

const letter = (i: number): string => String.fromCharCode(65 + (i % 26));

/** The Bates number so many pages on: `DOE000120`, 2 to `DOE000122`. */
export function bates(first: string, pages: number): string {
  const m = /^(.*?)(\d+)$/.exec(first);
  return m ? `${m[1]}${String(Number(m[2]) + pages).padStart((m[2] as string).length, '0')}` : first;
}
