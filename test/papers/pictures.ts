import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';

/** A picture of lines of text, black on white. */
export function textPicture(lines: readonly string[], width = 1240, height = 500) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  context.font = '34px sans-serif';
  for (const [i, line] of lines.entries()) context.fillText(line, 60, 90 + 80 * i);
  const { data } = context.getImageData(0, 0, width, height);
  const black = (x: number, y: number): number =>
    x >= 0 && x < width && y >= 0 && y < height && (data[4 * (y * width + x)] as number) < 128 ? 1 : 0;
  return { width, height, black, png: canvas.toBuffer('image/png') };
}
type Picture = ReturnType<typeof textPicture>;

/** Qe, the next state after the likely symbol, after the other one, and whether the two change places (ITU-T T.88, table E.1). */
const STATES: readonly (readonly [number, number, number, number])[] = [
  [0x5601, 1, 1, 1],
  [0x3401, 2, 6, 0],
  [0x1801, 3, 9, 0],
  [0x0ac1, 4, 12, 0],
  [0x0521, 5, 29, 0],
  [0x0221, 38, 33, 0],
  [0x5601, 7, 6, 1],
  [0x5401, 8, 14, 0],
  [0x4801, 9, 14, 0],
  [0x3801, 10, 14, 0],
  [0x3001, 11, 17, 0],
  [0x2401, 12, 18, 0],
  [0x1c01, 13, 20, 0],
  [0x1601, 29, 21, 0],
  [0x5601, 15, 14, 1],
  [0x5401, 16, 14, 0],
  [0x5101, 17, 15, 0],
  [0x4801, 18, 16, 0],
  [0x3801, 19, 17, 0],
  [0x3401, 20, 18, 0],
  [0x3001, 21, 19, 0],
  [0x2801, 22, 19, 0],
  [0x2401, 23, 20, 0],
  [0x2201, 24, 21, 0],
  [0x1c01, 25, 22, 0],
  [0x1801, 26, 23, 0],
  [0x1601, 27, 24, 0],
  [0x1401, 28, 25, 0],
  [0x1201, 29, 26, 0],
  [0x1101, 30, 27, 0],
  [0x0ac1, 31, 28, 0],
  [0x09c1, 32, 29, 0],
  [0x08a1, 33, 30, 0],
  [0x0521, 34, 31, 0],
  [0x0441, 35, 32, 0],
  [0x02a1, 36, 33, 0],
  [0x0221, 37, 34, 0],
  [0x0141, 38, 35, 0],
  [0x0111, 39, 36, 0],
  [0x0085, 40, 37, 0],
  [0x0049, 41, 38, 0],
  [0x0025, 42, 39, 0],
  [0x0015, 43, 40, 0],
  [0x0009, 44, 41, 0],
  [0x0005, 45, 42, 0],
  [0x0001, 45, 43, 0],
  [0x5601, 46, 46, 0],
];

/** The arithmetic coder of T.88, annex E. */
class Coder {
  private readonly states = new Uint8Array(65536);
  private readonly likely = new Uint8Array(65536);
  private readonly out: number[] = [0];
  private a = 0x8000;
  private c = 0;
  private ct = 12;

  put(context: number, bit: number): void {
    const [qe, next, other, turn] = STATES[this.states[context] as number] as (typeof STATES)[number];
    this.a -= qe;
    if (bit === this.likely[context]) {
      if (this.a & 0x8000) {
        this.c += qe;
        return;
      }
      if (this.a < qe) this.a = qe;
      else this.c += qe;
      this.states[context] = next;
    } else {
      if (this.a < qe) this.c += qe;
      else this.a = qe;
      if (turn) this.likely[context] = 1 - bit === 1 ? 0 : 1;
      this.states[context] = other;
    }
    do {
      this.a = (this.a << 1) & 0xffff;
      this.c *= 2;
      if (--this.ct === 0) this.byte();
    } while (!(this.a & 0x8000));
  }

  private byte(): void {
    const last = this.out.length - 1;
    if (this.out[last] !== 0xff && this.c >= 0x8000000) {
      this.out[last] = (this.out[last] as number) + 1;
      this.c -= 0x8000000;
    }
    const full = this.out[last] === 0xff;
    const size = full ? 20 : 19;
    this.out.push(Math.floor(this.c / 2 ** size));
    this.c %= 2 ** size;
    this.ct = full ? 7 : 8;
  }

  end(): Uint8Array {
    const most = this.c + this.a;
    this.c = Math.floor(this.c / 65536) * 65536 + 0xffff;
    if (this.c >= most) this.c -= 0x8000;
    for (let i = 0; i < 2; i++) {
      this.c *= 2 ** this.ct;
      this.byte();
    }
    return Uint8Array.from([...this.out.slice(1), 0xff, 0xac]);
  }
}

const u32 = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];

/** A picture as the JBIG2 stream that a PDF holds: a page of one generic region, template 0. */
export function jbig2({ width, height, black }: Picture): Uint8Array {
  const coder = new Coder();
  const near = [
    ...[-1, 0, 1].map((x) => [x, -2]),
    ...[-2, -1, 0, 1, 2].map((x) => [x, -1]),
    ...[-4, -3, -2, -1].map((x) => [x, 0]),
  ] as [number, number][];
  // In the order of the bits of a context: the row two above with its adaptive dots, the row above, the row itself.
  const order: [number, number][] = [
    [-2, -2],
    ...near.slice(0, 3),
    [2, -2],
    [-3, -1],
    ...near.slice(3, 8),
    [3, -1],
    ...near.slice(8),
  ];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let context = 0;
      for (const [dx, dy] of order) context = (context << 1) | black(x + dx, y + dy);
      coder.put(context, black(x, y));
    }
  const coded = coder.end();
  const adaptive = [3, -1, -3, -1, 2, -2, -2, -2].map((n) => n & 255);
  const region = [...u32(width), ...u32(height), ...u32(0), ...u32(0), 0, 0, ...adaptive, ...coded];
  const page = [...u32(width), ...u32(height), ...u32(0), ...u32(0), 0, 0, 0];
  const segment = (n: number, type: number, data: number[]): number[] => [
    ...u32(n),
    type,
    0,
    1,
    ...u32(data.length),
    ...data,
  ];
  return Uint8Array.from([...segment(0, 48, page), ...segment(1, 38, region)]);
}

/** A picture as JPEG 2000, by ffmpeg. */
export function jpx({ png }: Picture): Uint8Array {
  const dir = mkdtempSync(join(tmpdir(), 'stopline-jpx-'));
  writeFileSync(join(dir, 'a.png'), png);
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-i',
    join(dir, 'a.png'),
    '-pix_fmt',
    'gray',
    '-c:v',
    'jpeg2000',
    '-q:v',
    '1',
    join(dir, 'a.jp2'),
  ]);
  return new Uint8Array(readFileSync(join(dir, 'a.jp2')));
}

/** A PDF of one page that is this picture. */
export function pdfOf(picture: Picture, filter: 'JBIG2Decode' | 'JPXDecode', bytes: Uint8Array): Uint8Array {
  const { width, height } = picture;
  const [w, h] = [width * 0.48, height * 0.48];
  const draw = `q ${w} 0 0 ${h} 0 0 cm /I Do Q`;
  const bits = filter === 'JBIG2Decode' ? 1 : 8;
  const objects: (readonly [string, Uint8Array | null])[] = [
    ['<< /Type /Catalog /Pages 2 0 R >>', null],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>', null],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>`,
      null,
    ],
    [`<< /Length ${draw.length} >>`, Buffer.from(draw)],
    [
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent ${bits} /Filter /${filter} /Length ${bytes.length} >>`,
      bytes,
    ],
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const at: number[] = [];
  const size = (): number => parts.reduce((n, p) => n + p.length, 0);
  objects.forEach(([head, stream], i) => {
    at.push(size());
    parts.push(Buffer.from(`${i + 1} 0 obj\n${head}\n`));
    if (stream) parts.push(Buffer.from('stream\n'), Buffer.from(stream), Buffer.from('\nendstream\n'));
    parts.push(Buffer.from('endobj\n'));
  });
  const xref = size();
  const rows = at.map((n) => `${String(n).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 6\n0000000000 65535 f \n${rows}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
