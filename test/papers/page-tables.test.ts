import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { acceptDrafts } from '../../src/actions/intake';
import { paperSetting } from '../../src/cli/paper-setting';
import { guessMapping, layoutOf, withHeader } from '../../src/intake';
import { contextFor } from '../../src/intake/assemble';
import { confirmed, UNDECIDED } from '../../src/intake/confirm';
import { withPassages } from '../../src/intake/readers/page-table';
import { tablesOnPages } from '../../src/intake/readers/page-tables';
import { readPaper } from '../../src/papers';
import { linesOf } from '../../src/papers/lines';
import type { Page } from '../../src/papers/paper';
import { applyChanges } from '../../src/record/apply';
import { idMaker } from '../../src/record/ids';
import { record as caseOf } from '../make';

const { places } = paperSetting(false);
const tablesOf = async (file: string) =>
  tablesOnPages(
    await readPaper(new Uint8Array(readFileSync(`test/fixtures/${file}`)), file.split('/').at(-1) ?? '', {
      places,
    }),
  );
/** A page of words of five points a letter: where each run stands, and what it says. */
const pageOf = (number: number, runs: readonly (readonly [number, number, string])[]): Page => ({
  number,
  width: 612,
  height: 792,
  turned: 0,
  picture: false,
  lines: linesOf(
    runs.map(([x, y, text]) => ({ text, x, y, w: text.length * 5, h: 10 })),
    'text',
  ),
});
const HEAD = (y: number) =>
  [
    [40, y, 'Date'],
    [120, y, 'Time'],
    [190, y, 'Unit'],
    [250, y, 'Remarks'],
  ] as const;

describe('tables on the pages of a paper', () => {
  it('are found in columns, with what stands above as their title and each row on its page', async () => {
    const [first, second, ...more] = await tablesOf('papers/trail-02.pdf');
    expect([second, ...more]).toEqual([undefined]);
    expect(first?.sheet.rows[2]?.cells).toEqual(['Time', 'Event', 'Detail', 'Battery']);
    expect(first?.sheet.rows).toHaveLength(22);
    // Firmware 1.14.27 above it is no day that its rows could fall back on.
    expect(first && withHeader(first.sheet, first.headerLine).day).toBe('');
    expect(first?.at[3]?.quote).toBe('2024-03-15 21:49:58Z Undocked Dock D-12 100% 4.20V');
    const chain = (await tablesOf('papers/cust-01.pdf')).at(-1);
    expect(chain?.sheet.rows.at(-1)?.cells).toEqual([
      '1',
      '05/06/2024',
      '13:02',
      'Det. Coe',
      'SIGNED',
      'Prop. Clerk Roe',
      'SIGNED',
      'Storage',
    ]);
  });

  it('that go on over a page are one, their repeated head set aside and said', async () => {
    const found = await tablesOf('papers/cust-05.pdf');
    expect(found).toHaveLength(1);
    const { sheet, at, headerLine } = found[0] as (typeof found)[number];
    expect(headerLine).toBe(1);
    expect(sheet.sheet).toBe('pages 1 to 2');
    expect(sheet.notices.join(' ')).toMatch(/head stands again on one page/);
    expect(sheet.rows.filter((r) => /\d\d:\d\d:\d\d/.test(r.cells[1] ?? ''))).toHaveLength(10);
    expect(at.map((p) => p.page)).toEqual([...Array(8).fill(1), ...Array(4).fill(2)]);
  });

  it('join the rest of a cell to its row, without ruling and over the end of a page; a foot is no row', () => {
    const pages = [
      pageOf(1, [
        [40, 60, 'Sample County dispatch'],
        ...HEAD(90),
        [40, 110, '03/14/2024'],
        [120, 110, '22:14:05'],
        [190, 110, '2B14'],
        [250, 110, 'gray Honda stopped at the'],
        [250, 122, 'gas station, two occupants'],
        [40, 142, '03/14/2024'],
        [120, 142, '22:22:30'],
        [190, 142, 'K94'],
        [250, 142, 'en route from the north'],
        [40, 780, 'Form 12 rev. 3'],
      ]),
      pageOf(2, [
        [250, 60, 'end of town'],
        [40, 80, '03/15/2024'],
        [120, 80, '00:02:11'],
        [190, 80, '2B20'],
        [250, 80, 'arrived'],
        [40, 120, 'The undersigned certifies that the foregoing is a true copy of the log of this county.'],
      ]),
    ];
    const found = tablesOnPages({ file: 'log.pdf', pages });
    expect(found).toHaveLength(1);
    const [table] = found;
    expect(table?.sheet.rows.map((r) => r.cells.join('|'))).toEqual([
      'Sample County dispatch',
      'Date|Time|Unit|Remarks',
      '03/14/2024|22:14:05|2B14|gray Honda stopped at the gas station, two occupants',
      '03/14/2024|22:22:30|K94|en route from the north end of town',
      '03/15/2024|00:02:11|2B20|arrived',
    ]);
    expect(table?.at[2]).toEqual({
      page: 1,
      lines: [2, 3],
      quote: '03/14/2024 22:14:05 2B14 gray Honda stopped at the gas station, two occupants',
    });
    expect(table?.sheet.notices.join(' ')).toContain('“Form 12 rev. 3” (page 1)');
  });

  it('a line with a time of its own is a row, though its first columns are empty', () => {
    const [table] = tablesOnPages({
      file: 'log.pdf',
      pages: [
        pageOf(1, [
          ...HEAD(90),
          [40, 110, '03/14/2024'],
          [120, 110, '22:14:05'],
          [250, 110, 'stopped'],
          [120, 122, '22:15:09'],
          [250, 122, 'ran the license'],
        ]),
      ],
    });
    expect(table?.sheet.rows.map((r) => r.cells.join('|')).slice(1)).toEqual([
      '03/14/2024|22:14:05||stopped',
      '|22:15:09||ran the license',
    ]);
  });

  it('refuses the row of which it is not certain what belongs together, by name', async () => {
    const found = await tablesOf('wrapped/dispatch-no-rules.pdf');
    expect(found.flatMap((t) => t.refused.map((r) => r.why)).join(' ')).toMatch(
      /not certain: read it off the page \(page 2: “/,
    );
  });

  it('prose, forms of boxes and press logs are no tables', async () => {
    for (const file of ['nar-02.pdf', 'nar-09.pdf', 'nar-10.pdf', 'cad-01.pdf'])
      expect([file, await tablesOf(`papers/${file}`)]).toEqual([file, []]);
  });

  it('become rows of the case that keep page and passage, and are not doubled by what was accepted from the page', async () => {
    const tables = await tablesOf('papers/cust-01.pdf');
    const chain = tables.at(-1);
    if (!chain) throw new Error('no table');
    const record = caseOf({ clocks: [], sources: [] });
    const table = withHeader(chain.sheet, chain.headerLine);
    const mapping = { ...guessMapping(table), source: 'cust-01.pdf' };
    expect(mapping.layout).toBe('custody-form');
    const made = layoutOf(mapping.layout).read(
      table,
      mapping,
      contextFor(record, 'ab'.repeat(32), idMaker()),
    );
    const drafts = withPassages(made, chain, 'paper-1');
    const first = drafts.custody[0];
    expect(first?.page).toBe('1');
    expect(first?.passage).toMatchObject({ paper: 'paper-1', page: 1 });
    expect(first?.passage?.quote).toMatch(/^1-2 03\/16\/2024 00:25 Ofc. A. Doe/);
    // The third line was accepted from the page before, in other words: it is skipped, not put in twice.
    const one = drafts.custody.find((c) => c.passage?.quote.includes('To lab'));
    if (!one) throw new Error('no such row');
    const act = acceptDrafts(record, { ...drafts, custody: [{ ...one, purpose: 'taken to the lab' }] }, 'x');
    const after = applyChanges(record, act.edits);
    const again = withPassages(
      layoutOf(mapping.layout).read(table, mapping, contextFor(after, 'ab'.repeat(32), idMaker())),
      chain,
      'paper-1',
    );
    const done = confirmed(after, again, UNDECIDED);
    expect(done.drafts.custody).toHaveLength(drafts.custody.length - 1);
    expect(done.met.map((m) => m.way)).toEqual(['skip']);
  });
});
