import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import type { Scene } from '../../src/drawing/scene/scene';
import { asWord } from '../../src/exhibits/documents/paper';
import { exhibitOf, firstPlan } from '../../src/exhibits/exhibit';
import { pdfOf } from '../../src/exhibits/formats/pdf';
import { ROOM } from '../../src/exhibits/formats/word';
import { paperOf } from '../../src/exhibits/papers';
import { STICKERS } from '../../src/exhibits/stickers';
import { wordsOf } from '../browser/printed';
import { bigCase } from '../drawing/big-case';

const face = (path: string) => new Uint8Array(readFileSync(`node_modules/${path}`));
const fonts = () => ({
  regular: face('@fontsource/public-sans/files/public-sans-latin-400-normal.woff'),
  bold: face('@fontsource/public-sans/files/public-sans-latin-700-normal.woff'),
  wide: face('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  wideBold: face('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
});
const hasPdftotext = spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;

describe.skipIf(!hasPdftotext)('(needs pdftotext) the picture of an exhibit as PDF', () => {
  it('of the big case takes several pages, and no word of it is under six points', async () => {
    const record = bigCase();
    const read = { record, analysis: analyze(record) };
    const { sticker } = STICKERS[0] as (typeof STICKERS)[number];
    const plan = firstPlan(read, 'x', sticker, new Map());
    const e = exhibitOf(read, plan, '2026-11-27', new Map());
    const bytes = await pdfOf(e, paperOf(e, 'summary'), fonts());
    const path = join(mkdtempSync(join(tmpdir(), 'stopline-pdf-')), 'exhibit.pdf');
    writeFileSync(path, bytes);
    const words = wordsOf(path);
    const named = words.filter((w, i) => w.text === 'Picture' && words[i + 2]?.text === 'of');
    expect(named.length).toBeGreaterThan(1);
    const pages = [(named[0]?.page ?? 0) - 1, ...named.map((w) => w.page)];
    const of = words.filter((w) => pages.includes(w.page) && /[\p{L}\d]/u.test(w.text));
    expect(of.length).toBeGreaterThan(200);
    // What is turned by a right angle is read by a letter or two, each lying.
    const size = (w: (typeof of)[number]): number =>
      w.text.length < 3 ? Math.max(w.x1 - w.x0, w.y1 - w.y0) : w.y1 - w.y0;
    expect(of.filter((w) => size(w) < 6 * 1.15).map((w) => `${w.text} ${size(w).toFixed(1)}`)).toEqual([]);
    // Every item has its lane on one of them.
    const text = of.map((w) => w.text).join(' ');
    for (const item of record.items) expect(text).toContain(`Item ${item.number}:`);
  });
});

describe('the picture of an exhibit in Word', () => {
  it('of the big case is several, and none has a letter under six points where it stands', async () => {
    const record = bigCase();
    const read = { record, analysis: analyze(record) };
    const { sticker } = STICKERS[0] as (typeof STICKERS)[number];
    const e = exhibitOf(read, firstPlan(read, 'x', sticker, new Map()), '2026-11-27', new Map());
    const drawn: Scene[] = [];
    const word = await asWord(e, paperOf(e, 'summary'), {
      progress: () => {},
      fonts: () => Promise.reject(new Error('no faces in Word')),
      picture: (scene) => {
        drawn.push(scene);
        return Promise.resolve({ bytes: new Uint8Array(1), width: scene.width, height: scene.height });
      },
    });
    expect(word.length).toBeGreaterThan(1000);
    expect(drawn.length).toBeGreaterThan(2);
    for (const scene of drawn) {
      const letters = Math.min(...scene.shapes.flatMap((s) => (s.t === 'text' ? [s.size] : [])));
      const k = Math.min(ROOM.width / scene.width, ROOM.height / scene.height);
      expect(letters * k * 0.75).toBeGreaterThanOrEqual(5.99);
    }
    const names = drawn.flatMap((scene) => scene.shapes.flatMap((s) => (s.t === 'text' ? [s.text] : [])));
    for (const item of record.items)
      expect(names.some((n) => n.startsWith(`Item ${item.number}:`))).toBe(true);
  });
});
