import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { clipCite } from '../../src/exhibits/cites';
import { stillsPdfOf } from '../../src/exhibits/formats/stills-pdf';
import { stillsWordOf } from '../../src/exhibits/formats/stills-word';
import type { Still } from '../../src/exhibits/still';
import { marginOf } from '../../src/places/footage/still-of';
import { record } from '../make';
import { bytesWithin } from './decompressed';

const r = record({
  sources: [{ id: 'cam', name: 'Ortiz camera', exhibit: 'Ex. 3', kind: 'camera', file: 'ortiz.mp4' }],
  clocks: [{ id: 'wall', zone: 'UTC', reference: true }],
  events: [
    {
      ref: 'rec',
      kind: 'recording',
      sourceId: 'cam',
      clockId: 'wall',
      start: '14:03:20.5',
      end: '14:20',
      date: '2024-03-14',
    },
    { ref: 'mark', kind: 'note', sourceId: 'cam', clockId: 'wall', start: 'v 0:05', date: '2024-03-14' },
  ],
});
const [source] = r.sources;
const hash = 'ab'.repeat(32);

it('the margin of a still names its cite, frame, counter, overlay, case time with its bounds, and the hash of its file', () => {
  if (!source) throw new Error('no source');
  const read = { record: r, analysis: analyze(r) };
  const { cite, lines } = marginOf(read, source, hash, { frame: 29, ms: 967, of: 900 });
  const value = Object.fromEntries(lines);
  expect(cite).toBe('Ex. 3 (Ortiz camera) at 00:00:00 (frame 29)');
  expect(value['Frame']).toBe('29 of 900, counted from 0');
  expect(value['Counter']).toBe('0:00.967');
  // Read to the tenth: [20.5, 20.6), so at 0.967 s from 21.467 to 21.567, and never 14:03:20.
  expect(value['Overlay']).toMatch(/^2024-03-14, 14:03:21 \(/);
  expect(value['Case time']).toMatch(/09:03:21\.4 – 09:03:21\.6 \(America/);
  expect(value['sha-256']).toBe(hash);
  expect(clipCite(source, 1000, 9200, { from: 30, to: 276 }, 'full')).toBe(
    'Ex. 3 (Ortiz camera) at 00:00:01–00:00:09 (frames 30–276)',
  );
});

it('pages of stills bear each frame as it is, with all that stands in its margin', async () => {
  const png = new Uint8Array(readFileSync('test/pictures/timeline.png'));
  const still = (n: number): Still => ({
    png,
    width: 1200,
    height: 600,
    cite: `Ex. 3 (Ortiz camera) at 00:00:0${n} (frame ${n})`,
    lines: [
      ['Frame', String(n)],
      ['sha-256', hash],
    ],
  });
  const pages = {
    caption: { court: 'District Court', parties: 'State v. Doe', number: '24-1' },
    madeUp: true,
    stamp: '',
    stills: [1, 2, 3].map(still),
  };
  const docx = unzipSync(await stillsWordOf(pages));
  const xml = new TextDecoder().decode(docx['word/document.xml']);
  for (const n of [1, 2, 3]) expect(xml).toContain(`00:00:0${n} (frame ${n})`);
  expect(xml.split(hash)).toHaveLength(4);
  expect(Object.keys(docx).some((k) => k.startsWith('word/media/'))).toBe(true);
  const font = (path: string): Uint8Array => new Uint8Array(readFileSync(`node_modules/${path}`));
  const pdf = await stillsPdfOf(pages, {
    regular: font('@fontsource/public-sans/files/public-sans-latin-400-normal.woff'),
    bold: font('@fontsource/public-sans/files/public-sans-latin-700-normal.woff'),
    wide: font('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    wideBold: font('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  });
  const text = Buffer.from(pdf).toString('latin1');
  expect(text.startsWith('%PDF-1.7')).toBe(true);
  expect((text.match(/\/S \/Figure/g) ?? []).length).toBe(3);
  expect((await bytesWithin(pdf)).length).toBeGreaterThan(3);
});
