import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { paperSetting } from '../../src/cli/paper-setting';
import { bounded } from '../../src/cli/pdf-worker';
import { readPaper } from '../../src/papers/index';
import { LIMITS } from '../../src/papers/limits';
import type { Paper } from '../../src/papers/paper';
import type { Path } from '../../src/papers/rules';
import { HELVETICA, pageOf, stream, WORDS } from './hostile-pdf';

const read = (bytes: Uint8Array, limits = LIMITS): Promise<Paper> =>
  readPaper(bytes, 'paper.pdf', { ...paperSetting(false), limits });
const textOf = (paper: Paper): string => paper.pages.map((p) => p.lines.map((l) => l.text).join('\n')).join();

const mapped = (map: string): Uint8Array =>
  pageOf('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >>', [
    stream('', `begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${map} endcmap end`),
  ]);

/** A font of two bytes a letter, with widths as told. */
const wide = (dict: string, encoding: string): Uint8Array =>
  pageOf(
    `<< /Type /Font /Subtype /Type0 /BaseFont /ABC /Encoding /${encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABC /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ${dict} /FontDescriptor << /Type /FontDescriptor /FontName /ABC /Flags 4 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /StemV 1 >> >>] >>`,
  );

/** The words, and a picture as wide as the page. */
const pictured = (dict: string): Uint8Array =>
  pageOf(HELVETICA, [stream(`/Type /XObject /Subtype /Image ${dict}`, 'x'.repeat(100))], {
    before: 'q 600 0 0 700 0 0 cm /I Do Q ',
    resources: '/XObject << /I 5 0 R >>',
  });

/** What one number of a file makes pdf.js do sixteen million times, or two thousand million times: none of it is done. */
describe('a PDF whose numbers say too much', () => {
  it('is read with a bounded pdf.js, whose bounds are all found in this version of it', () => {
    const source = readFileSync(
      createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs'),
      'utf8',
    );
    expect(bounded(source)).not.toContain('2 ** 24');
    expect(() => bounded(source.replace('2 ** 24 - 1', '2 ** 25 - 1'))).toThrow(/stands in it 0 times/);
    expect(() => bounded(bounded(source))).toThrow(/is not bounded/);
  });

  it.each([
    ['letters', '1 beginbfrange <0000> <FFFFFF> <0041> endbfrange'],
    ['letters of four bytes', '1 beginbfrange <00000000> <7FFFFFFF> <0041> endbfrange'],
  ])('a map of %s is left', async (_, map) => {
    expect(textOf(await read(mapped(map)))).toBe(WORDS);
  });

  it('a map of all letters of two bytes is followed', async () => {
    const map = `1 beginbfrange <0000> <FFFF> <0000> endbfrange`;
    expect(textOf(await read(mapped(map)))).toBe(WORDS);
  });

  it.each([
    ['widths', '/W [0 2147483647 500]', 'Identity-H'],
    ['widths from far below', '/W [-2147483647 2147483647 500]', 'Identity-H'],
    ['heights', '/W2 [0 2147483647 500 0 1]', 'Identity-V'],
  ])('%s of two thousand million letters', async (_, dict, encoding) => {
    expect((await read(wide(dict, encoding))).pages).toHaveLength(1);
  });

  it('colors of a thousand million samples', async () => {
    const bytes = pageOf(
      HELVETICA,
      [
        stream(
          '/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [1073741824] /BitsPerSample 8',
          'abcabc',
        ),
      ],
      {
        // The picture makes the page be looked at as it is drawn.
        before: '/C cs 0.5 scn BI /W 1 /H 1 /BPC 8 /CS /G ID x EI ',
        resources: '/ColorSpace << /C [/Separation /A /DeviceRGB 5 0 R] >>',
      },
    );
    expect(textOf(await read(bytes))).toBe(WORDS);
  });

  it('a list of objects whose entries have no bytes', async () => {
    const whole = Buffer.from(pageOf(HELVETICA)).toString('latin1');
    const at = whole.indexOf('xref\n');
    const list = stream('/Type /XRef /Size 5 /Root 1 0 R /W [0 0 0] /Index [0 2147483647]', '');
    const bytes = Buffer.from(
      `${whole.slice(0, at)}9 0 obj\n${list}\nendobj\nstartxref\n${at}\n%%EOF\n`,
      'latin1',
    );
    expect(textOf(await read(new Uint8Array(bytes)))).toBe(WORDS);
  });

  it('a page that unpacks to 300 MB is said to be unreadable', async () => {
    const packed = deflateSync(deflateSync(Buffer.alloc(300_000_000, ' ')));
    const contents = stream('/Filter [/FlateDecode /FlateDecode]', packed.toString('latin1'));
    const paper = await read(pageOf(HELVETICA, [], { contents }));
    expect(paper).toMatchObject({ state: 'broken', says: ['page 1 could not be read.'] });
  });

  it.each([
    ['of two thousand million dots a side', '/Width 2147483647 /Height 2147483647 /BitsPerComponent 8'],
    ['of four hundred million dots', '/Width 20000 /Height 20000 /BitsPerComponent 1'],
  ])('a picture %s is not unpacked, and said to be there', async (_, dict) => {
    const paper = await read(pictured(`${dict} /ColorSpace /DeviceGray`));
    expect(paper.state).toBe('picture-only');
    expect(textOf(paper)).toBe(WORDS);
  });

  it('a picture of one dot over a page is its ground', async () => {
    const paper = await read(pictured('/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray'));
    expect(paper.state).toBe('reads');
  });

  it('forms that draw ten forms that draw ten are not all looked into, and the page says so', async () => {
    const form = (n: number): string =>
      stream(
        `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 ${HELVETICA} >> /XObject << /X ${n + 1} 0 R >> >>`,
        n === 14 ? 'BT /F1 12 Tf (a) Tj ET' : '/X Do '.repeat(10),
      );
    const forms = Array.from({ length: 10 }, (_, i) => form(5 + i));
    const paper = await read(
      pageOf(HELVETICA, forms, { before: '/X Do ', resources: '/XObject << /X 5 0 R >>' }),
    );
    expect(textOf(paper)).toContain(WORDS);
    expect(paper.says).toEqual([expect.stringMatching(/^Page 1 is drawn of more pieces .* may be missing/)]);
  });

  it('a page whose packed content is damaged midway is read so far, and says so', async () => {
    const packed = Buffer.concat([
      deflateSync(`BT /F1 12 Tf 72 700 Td (${WORDS}) Tj 0 -40 Td (He left at 15:2) Tj ET q Q q Q `, {
        finishFlush: constants.Z_SYNC_FLUSH,
      }),
      // No block of what is packed begins so.
      Buffer.from([0xff, 0xff, 0xff, 0xff]),
      deflateSync('BT /F1 12 Tf 72 600 Td (0 hours.) Tj ET').subarray(2),
    ]);
    const contents = stream('/Filter /FlateDecode', packed.toString('latin1'));
    const paper = await read(pageOf(HELVETICA, [], { contents }));
    expect(textOf(paper)).toBe(`${WORDS}\nHe left at 15:2`);
    expect(paper.pages[0]?.lines.map((l) => l.torn)).toEqual([undefined, expect.stringContaining('damaged')]);
    expect(paper.says).toEqual([expect.stringMatching(/^Page 1 is damaged: .* may be missing/)]);
    // What is filled in below it comes from elsewhere in the file: the line of the words is the torn one.
    const field = '<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /Rect [72 500 300 516] /V (24-1188) >>';
    const form = await read(pageOf(HELVETICA, [field], { contents, resources: '>> /Annots [5 0 R] /Z <<' }));
    expect(form.pages[0]?.lines.map((l) => [l.text, l.torn !== undefined])).toEqual([
      [WORDS, false],
      ['He left at 15:2', true],
      ['24-1188', false],
    ]);
  });

  it('fewer pages than none', async () => {
    const paper = await read(pageOf(HELVETICA, [], { kids: '[3 0 R 3 0 R]', count: '-1' }));
    expect(paper).toMatchObject({ state: 'no-pages', says: [expect.stringContaining('no pages')] });
  });

  it('more letters on a page than are read are said to be left', async () => {
    const paper = await read(pageOf(HELVETICA, [], { before: `BT /F1 9 Tf 72 600 Td (${WORDS}) Tj ET ` }), {
      ...LIMITS,
      characters: 40,
    });
    expect(paper.says).toEqual([expect.stringMatching(/^Only the first 40 letters of page 1 were read/)]);
  });

  it.each([
    ['read', 0, false],
    ['drawn', -1, true],
  ])('where it is %s a font is made ready to draw with only then', async (_, maxImageSize, made) => {
    const { places } = paperSetting(false);
    const { worker, ...urls } = places;
    const lib = await import('pdfjs-dist/legacy/build/pdf.mjs');
    await worker();
    const task = lib.getDocument({ data: pageOf(HELVETICA), ...urls, maxImageSize, verbosity: 0 });
    const { fnArray } = await (await (await task.promise).getPage(1)).getOperatorList();
    expect(fnArray.includes(lib.OPS.setFont)).toBe(made);
    expect(fnArray.includes(lib.OPS.showText)).toBe(made);
    await task.destroy();
  });

  it('the lines that it draws come with its words, each in its frame; what is drawn with nothing is none', async () => {
    const before = 'q 1 0 0 1 10 20 cm 0 0 m 100 0 l S 5 5 50 0.5 re f 0 0 9 9 re n Q 0 0 m 0 40 l 9 40 l s ';
    const { worker, ...urls } = paperSetting(false).places;
    const lib = await import('pdfjs-dist/legacy/build/pdf.mjs');
    await worker();
    const read = async (maxImageSize: number, drawn: string) => {
      const task = lib.getDocument({
        data: pageOf(HELVETICA, [], { before: drawn }),
        ...urls,
        maxImageSize,
        verbosity: 0,
      });
      const { items } = await (await (await task.promise).getPage(1)).getTextContent();
      await task.destroy();
      return (items as unknown as (Path | { type?: undefined })[]).filter((i) => i.type === 'path');
    };
    const { stroke, fill, closeStroke } = lib.OPS;
    expect(
      (await read(0, before)).map(({ paint, path, at }) => ({ paint, path: [...path], at: [...at] })),
    ).toEqual([
      { paint: stroke, path: [0, 0, 0, 1, 100, 0], at: [1, 0, 0, 1, 10, 20] },
      { paint: fill, path: [0, 5, 5, 1, 55, 5, 1, 55, 5.5, 1, 5, 5.5, 4], at: [1, 0, 0, 1, 10, 20] },
      { paint: closeStroke, path: [0, 0, 0, 1, 0, 40, 1, 9, 40, 4], at: [1, 0, 0, 1, 0, 0] },
    ]);
    expect(await read(-1, before)).toEqual([]);
    // Six numbers a line: what is beyond a million is left.
    expect((await read(0, '0 0 m 9 0 l S '.repeat(170_000))).length).toBe(Math.floor(1e6 / 6));
  });
});
