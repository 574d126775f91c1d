import type { Word } from './paper';
import { DPI, type Recogniser, UNSURE } from './recogniser';
import { inkOf, pgm, withoutRules } from './ruling';
import { leanOf, straightened } from './skew';

/** Where the recogniser finds its worker, its core and its English: all on the own origin, or on disk. */
export interface RecogniserPlaces {
  readonly workerPath: string;
  readonly corePath: string;
  readonly langPath: string;
}

/** What a speck, or the rest of a ruled line, is taken for. */
const isSpeck = (text: string, confidence: number): boolean =>
  !/[A-Za-z0-9]/.test(text) ? confidence < UNSURE : confidence < 10 && text.length <= 3;

/** A recogniser on this machine (tesseract, English), started when the first picture comes; nothing is fetched from elsewhere. */
export function localRecogniser(places: RecogniserPlaces): Recogniser {
  let started: Promise<import('tesseract.js').Worker> | null = null;
  const start = async (): Promise<import('tesseract.js').Worker> => {
    const { createWorker, OEM, PSM } = await import('tesseract.js');
    const paths = Object.fromEntries(Object.entries(places).filter(([, path]) => path !== ''));
    const worker = await createWorker('eng', OEM.LSTM_ONLY, {
      ...paths,
      workerBlobURL: false,
      gzip: true,
      cacheMethod: 'none',
    });
    await worker.setParameters({
      tessedit_pageseg_mode: PSM.SPARSE_TEXT,
      user_defined_dpi: String(DPI),
      preserve_interword_spaces: '1',
    });
    return worker;
  };
  return {
    async words(picture) {
      started ??= start();
      const worker = await started;
      const ink = inkOf(picture);
      const lean = leanOf(ink);
      const image = pgm(withoutRules(straightened(ink, lean), DPI));
      const { data } = await worker.recognize(
        image as unknown as Parameters<typeof worker.recognize>[0],
        {},
        { blocks: true, text: false },
      );
      return (data.blocks ?? []).flatMap((b) =>
        b.paragraphs.flatMap((p) =>
          p.lines.flatMap((l) =>
            l.words.flatMap(({ text, confidence, bbox: { x0, y0, x1, y1 } }): Word[] =>
              isSpeck(text, confidence)
                ? []
                : [{ text, confidence, box: { x: x0, y: y0, w: x1 - x0, h: y1 - y0 } }],
            ),
          ),
        ),
      );
    },
    async close() {
      if (started) await (await started).terminate();
    },
  };
}
