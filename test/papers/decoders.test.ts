import { describe, expect, it } from 'vitest';
import { paperSetting } from '../../src/cli/paper-setting';
import { readPaper } from '../../src/papers';
import { LIMITS } from '../../src/papers/limits';
import { openPdf } from '../../src/papers/pdf';
import { hasFfmpeg } from '../media/making';
import { jbig2, jpx, pdfOf, textPicture } from './pictures';

const { places } = paperSetting(false);
const PICTURE = textPicture(['Dispatched 22:14:05', 'On scene 22:31:40', 'Cleared 23:02:11']);

/** How many dots of the page, drawn at the size of the picture, are not those of the picture. */
async function compared(bytes: Uint8Array): Promise<{ ink: number; other: number }> {
  const pdf = await openPdf(bytes, places, LIMITS);
  try {
    const drawn = await pdf.draw(1, 150);
    let [ink, other] = [0, 0];
    for (let y = 0; y < PICTURE.height; y += 2)
      for (let x = 0; x < PICTURE.width; x += 2) {
        const at =
          4 *
          (Math.floor((y * drawn.height) / PICTURE.height) * drawn.width +
            Math.floor((x * drawn.width) / PICTURE.width));
        const black = (drawn.pixels[at] as number) < 128 ? 1 : 0;
        ink += black;
        if (black !== PICTURE.black(x, y)) other++;
      }
    return { ink, other };
  } finally {
    await pdf.close();
  }
}

describe('pages that are pictures', () => {
  it('of JBIG2 are drawn dot for dot, and not blank', async () => {
    const bytes = pdfOf(PICTURE, 'JBIG2Decode', jbig2(PICTURE));
    const { ink, other } = await compared(bytes);
    expect(ink).toBeGreaterThan(300);
    expect(other).toBeLessThan(ink / 4);
    const paper = await readPaper(bytes, 'scan.pdf', { places });
    expect([paper.state, paper.pages[0]?.picture]).toEqual(['picture-only', true]);
  });

  it.skipIf(!hasFfmpeg)('of JPEG 2000 are drawn dot for dot, and not blank (ffmpeg)', async () => {
    const { ink, other } = await compared(pdfOf(PICTURE, 'JPXDecode', jpx(PICTURE)));
    expect(ink).toBeGreaterThan(300);
    expect(other).toBeLessThan(ink / 4);
  });
});
