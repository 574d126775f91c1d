import type { Still } from '../../exhibits/still';

/** px: letters of the margin, its edge, and how narrow the whole may be: a hash stands on one line. */
const LETTERS = 15;
const EDGE = 14;
const LEAST = 720;
const LINE = LETTERS * 1.45;
const NAMES = 90;

const context = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => {
  const c = canvas.getContext('2d');
  if (!c) throw new Error('This browser cannot draw here.');
  return c;
};

async function pngBytes(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('This browser made no PNG of the frame.');
  return new Uint8Array(await blob.arrayBuffer());
}

/** The frame that an element shows, in its own pixels. */
export function frameOn(video: HTMLVideoElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
  context(canvas).drawImage(video, 0, 0);
  return canvas;
}

/** A still of a frame that was taken. */
export async function stillFrom(
  frame: HTMLCanvasElement,
  margin: Pick<Still, 'cite' | 'lines'>,
): Promise<Still> {
  return { png: await pngBytes(frame), width: frame.width, height: frame.height, ...margin };
}

/** Frame and margin as one PNG: the frame in its own pixels, the text below it. @param bears what each page of the case bears: the words of a protective order, and that it is made up */
export async function pngWithMargin(
  frame: HTMLCanvasElement,
  { cite, lines }: Pick<Still, 'cite' | 'lines'>,
  bears: readonly string[],
): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  const c = context(canvas);
  const face = getComputedStyle(document.body).fontFamily;
  const font = (bold: boolean): string => `${bold ? '700 ' : ''}${LETTERS}px ${face}`;
  canvas.width = Math.max(frame.width, LEAST);
  // A canvas that is given a size forgets its font.
  c.font = font(true);
  const rowsOf = (text: string): string[] =>
    wrapped(text.split(' '), (t) => c.measureText(t).width, canvas.width - 2 * EDGE);
  const [cited, below] = [rowsOf(cite), bears.flatMap(rowsOf)];
  canvas.height = Math.ceil(frame.height + 2 * EDGE + LINE * (cited.length + lines.length + below.length));
  c.fillStyle = '#fff';
  c.fillRect(0, 0, canvas.width, canvas.height);
  c.drawImage(frame, 0, 0);
  c.fillStyle = '#171b24';
  c.textBaseline = 'top';
  let y = frame.height + EDGE;
  const put = (rows: readonly string[]): void => {
    c.font = font(true);
    for (const row of rows) {
      c.fillText(row, EDGE, y);
      y += LINE;
    }
  };
  put(cited);
  c.font = font(false);
  for (const [name, value] of lines) {
    c.fillText(name, EDGE, y);
    c.fillText(value, EDGE + NAMES, y, canvas.width - NAMES - 2 * EDGE);
    y += LINE;
  }
  put(below);
  return pngBytes(canvas);
}

function wrapped(words: readonly string[], width: (text: string) => number, room: number): string[] {
  const rows: string[] = [];
  for (const word of words) {
    const longer = rows.length > 0 ? `${rows.at(-1)} ${word}` : word;
    if (rows.length > 0 && width(longer) <= room) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}
