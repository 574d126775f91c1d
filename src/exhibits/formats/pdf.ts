import PDFDocument from 'pdfkit';
import { type Exhibit, leftOutSays } from '../exhibit';
import { isDrawn, type Look, paperScene, sheetOf, stretchOf } from '../picture';
import { longDay } from '../plain';
import { oneFileHash } from './one-file';
import { type FontFiles, Fonts } from './pdf-fonts';
import { type Doc, EDGE, Paper } from './pdf-paper';
import { paintPdf } from './pdf-scene';

/** Points, lying on their side. */
const SHEETS = { letter: [792, 612], legal: [1008, 612], tabloid: [1224, 792] } as const;
/** Points for each px of the screen. */
const PX = 0.75;
/** Entries of one stretch beyond which it is drawn over several sheets, joined by match lines. */
const ON_ONE_SHEET = 60;

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
  pictures(paper);
  minutes(paper);
  findings(paper);
  custody(paper);
  index(paper);
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

/** The picture, and after it each stretch that needs sheets of its own. */
function pictures(paper: Paper): void {
  paper.page();
  const { exhibit } = paper;
  if (exhibit.offered !== '') paper.paragraph(exhibit.offered, 8.5);
  if (exhibit.madeUp) paper.paragraph('MADE UP: no such case, no such people.', 9.5, 0, true);
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
  // A tall sheet is drawn on more px and made smaller, until it stands on the page.
  let scene = paperScene(paper.exhibit, look, paper.room / PX, stretch);
  let k: number = PX;
  const room = paper.bottom - paper.y;
  for (let tries = 0; tries < 6 && scene.height * k > room; tries++) {
    k *= Math.max(0.6, Math.min(0.97, room / (scene.height * k)));
    scene = paperScene(paper.exhibit, look, paper.room / k, stretch);
  }
  k = Math.min(k, room / scene.height);
  const alt = `Timeline${more}. The minute-by-minute table in this document says the same, entry by entry.`;
  paper.tag('Figure', () => paintPdf(paper.doc, paper.fonts, scene, EDGE, paper.y, k), { alt });
  paper.y += scene.height * k + 8;
}

function minutes(paper: Paper): void {
  paper.page();
  paper.heading('Minute by minute');
  const rows: (readonly string[] | string)[] = [];
  let day: string | null = null;
  for (const f of paper.exhibit.facts) {
    if (f.day !== day) {
      day = f.day;
      rows.push(day === '' ? 'Not dated by the record' : longDay(day));
    }
    rows.push([
      f.clock,
      f.elapsed,
      f.doubt === '' ? f.what : `${f.what}\n(${f.doubt})`,
      f.who,
      f.readings === '' ? f.cite : `${f.cite}\n[${f.readings}]`,
    ]);
  }
  paper.paragraph(leftOutSays(paper.exhibit), 9.5, 0, true);
  if (rows.length === 0) paper.paragraph('The record as chosen holds no entries.');
  else paper.table([0.15, 0.07, 0.36, 0.14, 0.28], ['Clock', 'T+', 'Event', 'Who', 'Source and cite'], rows);
}

function findings(paper: Paper): void {
  if (paper.exhibit.findings.length === 0) return;
  paper.heading('What the record proves');
  for (const f of paper.exhibit.findings) {
    paper.need(70);
    paper.paragraph(`${f.number}. ${f.title}`, 11, 0, true, 'H2');
    paper.paragraph(
      f.bounds === '' ? f.status : `${f.status} ${f.bounds.slice(0, 1).toUpperCase()}${f.bounds.slice(1)}.`,
      10,
    );
    for (const p of f.premises) paper.paragraph(`• ${p.says}${p.cite === '' ? '' : ` (${p.cite})`}`, 9, 10);
    for (const p of f.proofs) {
      p.lines.forEach((l, i) => {
        paper.paragraph(`${i + 1}. ${l.says}${l.cite === '' ? '' : ` (${l.cite})`}`, 8.5, 22);
      });
      paper.paragraph(p.concludes, 9, 22);
    }
    for (const a of f.authorities) paper.paragraph(`${a.cite}: ${a.holding} (${a.standing})`, 8.5, 10);
    paper.y += 6;
  }
}

function custody(paper: Paper): void {
  if (paper.exhibit.custody.length === 0) return;
  paper.heading('Custody');
  paper.table(
    [0.16, 0.2, 0.2, 0.12, 0.14, 0.18],
    ['Item', 'Released by', 'Received by', 'Seal', 'Quantities', 'Cite'],
    paper.exhibit.custody.map((h) => [h.item, h.released, h.received, h.seal, h.quantities, h.cite]),
  );
}

function index(paper: Paper): void {
  paper.heading('Index of underlying records');
  if (paper.exhibit.underlying.length === 0) paper.paragraph('None is named.');
  else
    paper.table(
      [0.26, 0.1, 0.14, 0.2, 0.3],
      ['Record', 'Exhibit', 'Bates', 'File', 'sha-256'],
      paper.exhibit.underlying.map((u) => [u.name, u.exhibit, u.bates, u.file, u.sha256]),
    );
  if (paper.exhibit.drawnFrom !== '') paper.paragraph(paper.exhibit.drawnFrom, 8.5);
  paper.paragraph(paper.exhibit.verify, 8.5);
  paper.paragraph(
    `The same exhibit as one file, to be opened in any browser: sha-256 ${oneFileHash(paper.exhibit)}.`,
    8.5,
  );
}

const letter = (i: number): string => String.fromCharCode(65 + (i % 26));
