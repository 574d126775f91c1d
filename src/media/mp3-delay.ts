/** What an MP3 encoder put before and after the sound, ms: players skip it, and so does the counter. */
export interface Mp3Delay {
  readonly before: number;
  readonly after: number;
}

const NONE: Mp3Delay = { before: 0, after: 0 };

/** Samples by which every decoder of MP3 is late by itself. */
const DECODER = 529;
/** Samples a second by version of MPEG (2.5, none, 2, 1) and the two bits of the header. */
const RATES = [[11_025, 12_000, 8000], [], [22_050, 24_000, 16_000], [44_100, 48_000, 32_000]] as const;
/** Encoders whose tag says by how much they are late; of others players assume nothing, as FFmpeg does, and Chromium with it. */
const TAGGED = new Set(['LAME', 'Lavf', 'Lavc']);
/** The first frame is looked for so far behind what stands before it, bytes. */
const NEAR = 4096;

/**
 * How much of an MP3's first and last frames is no sound of the recording, as the tag of its encoder says (`Xing` or `Info` with
 * LAME's fields): 1105 samples are 138 ms of a call at 8 kHz. Nothing where no tag says so, or the file is no MP3.
 */
export async function mp3Delay(file: Blob): Promise<Mp3Delay> {
  const start = await afterId3(file);
  const view = new DataView(await file.slice(start, start + NEAR).arrayBuffer());
  const text = (at: number, n: number): string =>
    at + n > view.byteLength
      ? ''
      : String.fromCharCode(...Array.from({ length: n }, (_, i) => view.getUint8(at + i)));
  for (let at = 0; at + 4 <= view.byteLength; at++) {
    const head = view.getUint32(at);
    // Eleven bits of frame sync, and layer III.
    if (head >>> 21 !== 0x7ff || ((head >>> 17) & 3) !== 1) continue;
    const version = (head >>> 19) & 3;
    const rate = RATES[version]?.[(head >>> 10) & 3];
    if (rate === undefined) continue;
    const mono = ((head >>> 6) & 3) === 3;
    const tag = at + 4 + (version === 3 ? (mono ? 17 : 32) : mono ? 9 : 17);
    if (text(tag, 4) !== 'Xing' && text(tag, 4) !== 'Info') return NONE;
    const flags = view.getUint32(tag + 4);
    const encoder =
      tag + 8 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0);
    if (!TAGGED.has(text(encoder, 4)) || encoder + 24 > view.byteLength) return NONE;
    const pads = view.getUint32(encoder + 20) & 0xffffff;
    const ms = (samples: number): number => (1000 * samples) / rate;
    return { before: ms((pads >>> 12) + DECODER), after: ms(Math.max(0, (pads & 0xfff) - DECODER)) };
  }
  return NONE;
}

/** Where the frames begin: behind the tag of names and pictures that stands first in many MP3s. */
async function afterId3(file: Blob): Promise<number> {
  const head = new Uint8Array(await file.slice(0, 10).arrayBuffer());
  if (head.length < 10 || String.fromCharCode(...head.slice(0, 3)) !== 'ID3') return 0;
  const size = head.slice(6).reduce((n, b) => n * 128 + (b & 127), 0);
  return 10 + size + ((head[5] as number) & 16 ? 10 : 0);
}
