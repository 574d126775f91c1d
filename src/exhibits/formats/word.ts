import {
  AlignmentType,
  BorderStyle,
  Document,
  FootnoteReferenceRun,
  ImageRun,
  type ISectionOptions,
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
import { type Exhibit, type Fact, leftOutSays, type Shown } from '../exhibit';
import { longDay } from '../plain';
import { STICKER_FILL } from '../stickers';
import {
  body,
  chainTable,
  foot,
  head,
  heading1,
  heading2,
  INCH,
  PAPER,
  portrait,
  STYLES,
  tableOf,
} from './word-parts';

/** A picture as PNG with its size in px. */
export interface Png {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * The statement of facts as a Word file: caption, numbered paragraphs that each end in their cite, findings with their
 * proofs in footnotes, the picture and the minute-by-minute table on landscape pages, custody, and the index of records.
 * @param picture null where the exhibit draws nothing
 */
export async function wordOf(exhibit: Exhibit, picture: Png | null): Promise<Uint8Array> {
  const notes: Record<string, { children: Paragraph[] }> = {};
  const note = (lines: readonly string[]): FootnoteReferenceRun => {
    const n = Object.keys(notes).length + 1;
    notes[n] = {
      children: lines.map((t) => new Paragraph({ style: 'FootnoteText', children: [new TextRun(t)] })),
    };
    return new FootnoteReferenceRun(n);
  };
  const bears = { ...exhibit, mark: `${exhibit.sticker.says} ${exhibit.sticker.mark}`.trim() };
  const sections: ISectionOptions[] = [
    portrait(bears, [
      ...stickerOf(exhibit),
      ...captionOf(exhibit),
      ...factsOf(exhibit),
      ...findingsOf(exhibit, note),
    ]),
    {
      properties: {
        // docx turns width and height round itself where a page lies on its side.
        page: {
          size: { ...PAPER, orientation: PageOrientation.LANDSCAPE },
          margin: { top: 0.8 * INCH, bottom: 0.8 * INCH, left: 0.8 * INCH, right: 0.8 * INCH },
        },
      },
      headers: { default: head(bears) },
      footers: { default: foot(bears) },
      children: [...pictureOf(picture, exhibit), ...minutesOf(exhibit)],
    },
    portrait(bears, [
      ...custodyOf(exhibit),
      ...indexOf(exhibit),
      body(exhibit.verify, { style: 'SmallText' }),
    ]),
  ];
  const file = new Document({
    title: exhibit.title,
    subject: [exhibit.caption.parties, exhibit.caption.number].filter(Boolean).join(', '),
    creator: 'Stopline',
    description: exhibit.offered,
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
    sections,
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
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

function captionOf(e: Exhibit): Paragraph[] {
  const line = (text: string, bold = false): Paragraph =>
    new Paragraph({ style: 'CaptionText', children: [new TextRun({ text, bold, allCaps: bold })] });
  return [
    ...(e.caption.court === '' ? [] : [line(e.caption.court, true)]),
    ...(e.caption.parties === '' ? [] : [line(e.caption.parties)]),
    ...(e.caption.number === '' ? [] : [line(`Case No. ${e.caption.number.replace(/^no\.\s*/i, '')}`)]),
    new Paragraph({
      style: 'CaptionText',
      spacing: { before: 240, after: 240 },
      children: [new TextRun({ text: e.title, bold: true })],
    }),
    ...(e.offered === '' ? [] : [body(e.offered)]),
    body(
      `All times are local time in ${e.zone} unless a clock is named. A time given as a range is all that the record allows; no time is rounded in anybody’s favor.`,
    ),
  ];
}

/** Paragraphs, each ending in its cite and readings. */
function factsOf(e: Exhibit): Paragraph[] {
  if (e.facts.length === 0)
    return [heading1('Statement of facts'), body('The record as chosen holds no entries.')];
  let day = '';
  return [
    heading1('Statement of facts'),
    ...e.facts.map((f) => {
      const dated = f.day !== '' && f.day !== day ? `On ${longDay(f.day)}, ` : '';
      day = f.day || day;
      return new Paragraph({
        style: 'NumberedParagraph',
        numbering: { reference: 'facts', level: 0 },
        children: sentence(f, dated).map((t) => new TextRun(t)),
      });
    }),
  ];
}

function sentence(f: Fact, dated: string): { text: string; italics?: boolean; break?: number }[] {
  const when = f.day === '' ? 'At a time the record does not give' : capital(`${dated}${spoken(f.clock)}`);
  const what = f.what.replace(/\s*[.;]\s*$/, '');
  return [
    { text: `${when}${f.who === '' ? '' : `, ${f.who}`}: ${what.replace(/\s*\n\s*/g, ' ')}. ` },
    ...(f.doubt === '' ? [] : [{ text: `(This entry ${f.doubt}.) `, italics: true }]),
    { text: `${f.cite}${f.readings === '' ? '' : ` [${f.readings}]`}.` },
  ];
}

/** `at 14:03`, or where one end is open `not before 14:03`, `not after 14:03`. */
const spoken = (clock: string): string =>
  /^from /.test(clock)
    ? clock.replace(/^from /, 'not before ')
    : /^by /.test(clock)
      ? clock.replace(/^by /, 'not after ')
      : `at ${clock}`;
const capital = (s: string): string => s.slice(0, 1).toUpperCase() + s.slice(1);

function findingsOf(e: Exhibit, note: (lines: readonly string[]) => FootnoteReferenceRun): Paragraph[] {
  if (e.findings.length === 0) return [];
  return [heading1('What the record proves'), ...e.findings.flatMap((f) => findingOf(f, note))];
}

function findingOf(f: Shown, note: (lines: readonly string[]) => FootnoteReferenceRun): Paragraph[] {
  // Both ends in one note: two figures side by side would read as one.
  const lines = f.proofs.flatMap((p) => [
    ...p.lines.map((l) => `${l.says}${l.cite === '' ? '' : ` (${l.cite})`}`),
    p.concludes,
  ]);
  return [
    heading2(`${f.number}. ${f.title}`),
    new Paragraph({
      style: 'BodyText',
      children: [
        new TextRun(
          f.bounds === ''
            ? f.status
            : `${f.status} ${f.bounds.slice(0, 1).toUpperCase()}${f.bounds.slice(1)}.`,
        ),
        ...(lines.length > 0 ? [note(lines)] : []),
      ],
    }),
    ...f.premises.map((p) =>
      body(`${p.says.replace(/\.$/, '')}.${p.cite === '' ? '' : ` ${p.cite}.`}`, {
        bullet: { level: 0 },
        spacing: { after: 60 },
      }),
    ),
    ...f.authorities.map(
      (a) =>
        new Paragraph({
          style: 'BodyText',
          spacing: { before: 60, after: 60 },
          children: authority(a.cite, `${a.holding} (${a.standing})`),
        }),
    ),
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
const ROOM = { width: 9.4 * 96, height: 5.9 * 96 };

function pictureOf(picture: Png | null, e: Exhibit): Paragraph[] {
  if (!picture) return [];
  const k = Math.min(ROOM.width / picture.width, ROOM.height / picture.height);
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
            description: `Timeline. The table that follows says the same, entry by entry.`,
          },
        }),
      ],
    }),
  ];
}

/** The minute-by-minute table: its header is repeated on every page. */
function minutesOf(e: Exhibit): (Paragraph | Table)[] {
  let day: string | null = null;
  const rows: (string[] | string)[] = [];
  for (const f of e.facts) {
    if (f.day !== day) {
      day = f.day;
      rows.push(day === '' ? 'Not dated by the record' : longDay(day));
    }
    rows.push([
      f.clock,
      f.elapsed,
      `${f.what}${f.doubt === '' ? '' : `\n(${f.doubt})`}`,
      f.who,
      `${f.cite}${f.readings === '' ? '' : `\n[${f.readings}]`}`,
    ]);
  }
  const short = leftOutSays(e);
  return [
    heading1('Minute by minute'),
    ...(short === '' ? [] : [body(short)]),
    tableOf([1900, 900, 5300, 1900, 3500], ['Clock', 'T+', 'Event', 'Who', 'Source and cite'], rows),
  ];
}

function custodyOf(e: Exhibit): (Paragraph | Table)[] {
  return e.custody.length === 0 ? [] : [heading1('Custody'), chainTable(e.custody)];
}

function indexOf(e: Exhibit): (Paragraph | Table)[] {
  return [
    heading1('Index of underlying records'),
    ...(e.underlying.length === 0
      ? [body('None is named.')]
      : [
          tableOf(
            [2600, 1300, 1700, 3760],
            ['Record', 'Exhibit', 'Bates', 'File and sha-256'],
            e.underlying.map((u) => [
              u.name,
              u.exhibit,
              u.bates,
              [u.file, u.sha256].filter(Boolean).join('\n'),
            ]),
          ),
        ]),
    ...(e.drawnFrom === '' ? [] : [body(e.drawnFrom)]),
  ];
}
