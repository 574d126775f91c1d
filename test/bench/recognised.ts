import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { paperSetting } from '../../src/cli/paper-setting';
import { LIMITS } from '../../src/papers/limits';
import { type Drawn, openPdf } from '../../src/papers/pdf';
import { DPI } from '../../src/papers/recogniser';
import { cpu, type Print, ratioOf } from './cpu';

const PAPER = 'test/fixtures/papers/scan-cad-03.pdf';
const ROUNDS = 5;

/** Whether the tesseract program is on this machine. */
function hasTesseract(): boolean {
  try {
    execFileSync('tesseract', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A picture in shades of gray as programs take it (PGM). */
function grayOf({ width, height, pixels }: Drawn): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const out = new Uint8Array(head.length + width * height);
  out.set(head);
  for (let i = 0; i < width * height; i++)
    out[head.length + i] = Math.round(
      0.299 * (pixels[4 * i] ?? 0) + 0.587 * (pixels[4 * i + 1] ?? 0) + 0.114 * (pixels[4 * i + 2] ?? 0),
    );
  return out;
}

/** ms of processor time of a program, as the shell that waits for it tells. */
function cpuOf(command: string): number {
  const told = execFileSync('bash', ['-c', `${command} >/dev/null 2>&1; times`], { encoding: 'utf8' });
  const [, children = ''] = told.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (ms, [, m, s]) => ms + Number(m) * 60_000 + Number(s) * 1000,
    0,
  );
}

/**
 * A scanned page read as the app reads it (straightened, its ruling taken out, recognized in WebAssembly) beside the native program
 * with the same data on one thread. Skipped by name where the program is missing. ms of processor time.
 */
export async function printRecognised(print: Print): Promise<void> {
  if (!hasTesseract()) {
    process.stdout.write('a page recognised / the native tesseract: skipped, tesseract is not installed\n');
    return;
  }
  const setting = paperSetting(true);
  const folder = mkdtempSync(join(tmpdir(), 'stopline-tesseract-'));
  try {
    const pdf = await openPdf(new Uint8Array(readFileSync(PAPER)), setting.places, LIMITS);
    const drawn = await pdf.draw(1, DPI);
    await pdf.close();
    const english = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
    writeFileSync(
      join(folder, 'eng.traineddata'),
      gunzipSync(readFileSync(join(english, '4.0.0_best_int/eng.traineddata.gz'))),
    );
    writeFileSync(join(folder, 'page.pgm'), grayOf(drawn));
    const native = `OMP_THREAD_LIMIT=1 tesseract ${join(folder, 'page.pgm')} - --tessdata-dir ${folder} --oem 1 --psm 11 --dpi ${DPI}`;
    const { a, b } = await ratioOf(
      ROUNDS,
      () => cpu(() => setting.recogniser?.words(drawn)),
      async () => cpuOf(native),
    );
    print('a page recognised / the native tesseract', 1, a, b, 'at most 2.5');
  } finally {
    await setting.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
