import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paperSetting } from '../../src/cli/paper-setting';
import { understand } from '../../src/intake/readers/index';
import { readPaper } from '../../src/papers/index';
import { linesOf } from '../../src/papers/lines';
import { looseRows } from '../../src/papers/loose';
import { type Line, typedPaper } from '../../src/papers/paper';
import { ruledRows } from '../../src/papers/wrapped';

const { places } = paperSetting(false);
async function read(name: string) {
  const bytes = new Uint8Array(readFileSync(`test/fixtures/wrapped/${name}.pdf`));
  const got = understand(await readPaper(bytes, `${name}.pdf`, { places }), { dateOrder: 'mdy' });
  if (!got) throw new Error('no reader takes it');
  return got;
}
type Read = Awaited<ReturnType<typeof read>>;
const times = (p: Read): string[] => p.entries.map((e) => `${e.date} ${e.start}`);

/** Words of five points a letter, letters ten high: where they stand, and what they say. */
const linesFrom = (words: readonly (readonly [number, number, string])[]): Line[] =>
  linesOf(
    words.map(([x, y, text]) => ({ text, x, y, w: text.length * 5, h: 10 })),
    'text',
  );
const rule = (at: number, from: number, to: number) => ({ at, from, to });
/** A head and one row, of three columns of the given sides. */
const ruled = (...sides: number[]) => ({
  across: [0, 15, 60].map((y) => rule(y, sides[0] as number, sides.at(-1) as number)),
  down: sides.map((x) => rule(x, 0, 60)),
});
const HEAD = [
  [2, 12, 'Date'],
  [42, 12, 'Unit'],
  [82, 12, 'Note'],
] as const;

const DISPATCH = [
  '2024-03-14 22:14:05',
  '2024-03-14 22:14:05',
  '2024-03-15 00:41:00',
  '2024-03-14 22:22:30',
  '2024-03-14 22:22:41',
  '2024-03-14 22:33:19',
  '2024-03-15 00:05:12',
  '2024-03-15 00:02:11',
  '2024-03-15 00:09:40',
  '2024-03-15 00:52:00',
];

describe('tables whose narrow cells wrap', () => {
  it('are read row by row where they are ruled', async () => {
    const got = await read('dispatch');
    expect(times(got)).toEqual([
      ...DISPATCH,
      '2024-03-14 22:14:30',
      '2024-03-14 22:21:40',
      '2024-03-15 00:02:11',
    ]);
    expect(got.unread.find((u) => u.quote.includes('11:30'))?.why).toContain('a.m. or p.m.');
    expect(times(await read('cad'))).toEqual([
      '2024-05-02 23:38:12',
      '2024-05-02 23:44:50',
      '2024-05-03 00:03:09',
      '2024-05-03 00:41:00',
    ]);
  });

  it('are read without ruling where every cell has one middle, and else left unread', async () => {
    const got = await read('dispatch-no-rules');
    expect(times(got)).toEqual(DISPATCH);
    expect(got.unread.filter((u) => u.why.includes('which row they belong to'))).toHaveLength(9);
  });

  it('keep the lines of a chain of custody, each with both ends', async () => {
    const got = await read('custody');
    expect(got.custody.map((c) => [c.item, c['releasedBy'], c['receivedBy'], c['releasedDate']])).toEqual([
      ['1, 2', 'A. Doe', 'L. Lowe', '2024-03-15'],
      ['1', 'L. Lowe', 'C. Poe, State Lab', '2024-03-19'],
      ['1', 'C. Poe, State Lab', 'L. Lowe', '2024-04-02'],
    ]);
  });

  it('keep the rows of a trail whole, in the clock they were written in', async () => {
    const got = await read('trail');
    expect(times(got).slice(1)).toEqual([
      '2024-03-14 22:13:35',
      '2024-03-15 00:40:02',
      '2024-03-15 02:19:40',
      '2024-04-02 09:22:10',
    ]);
    expect(got.coverage.map((c) => [c.of, c.date, c.start, c.endDate, c.end])).toEqual([
      ['recording', '2024-03-14', '22:13:35', '2024-03-15', '00:40:02'],
    ]);
  });

  it('join a day over two lines, and mark a row torn where a number cut in two could be two', () => {
    const day = linesFrom([...HEAD, [2, 27, '03/15/'], [2, 38, '2024'], [42, 27, '2B14'], [82, 27, 'Sent']]);
    expect(ruledRows(day, ruled(0, 40, 80, 120)).map((l) => l.text)).toEqual([
      'Date Unit Note',
      '03/15/2024 2B14 Sent',
    ]);
    const cut = linesFrom([
      ...HEAD,
      [2, 27, '03/15/'],
      [2, 38, '2024'],
      [42, 27, '2400881'],
      [42, 38, '2'],
      [82, 27, 'Sent'],
    ]);
    const rows = ruledRows(cut, ruled(0, 40, 80, 120));
    expect(rows.map((l) => l.torn === undefined)).toEqual([true, false]);
  });

  it('leave a printout of one line a row as it is', () => {
    const lines = linesFrom([
      [2, 12, '22:14:05'],
      [60, 12, '2B14'],
      [120, 12, 'Sent'],
      [2, 24, '22:15:10'],
      [60, 24, '2B14'],
      [2, 36, '22:16:00'],
      [60, 36, '2B15'],
    ]);
    expect(looseRows(lines)).toEqual(lines);
  });
});

describe('a row of a printout whose words go on below it', () => {
  const rows = (text: string) =>
    understand(typedPaper(`CAD INCIDENT DETAIL 03/15/2024\n${text}`, 'x.txt'), {
      dateOrder: 'mdy',
    })?.entries.map((e) => `${e.kind} ${e.start} ${e.lines.join('-')} ${e.quote}`);
  it('is quoted to its end', () => {
    expect(
      rows(
        '23:19:47 OP131 1A12 ADV CITATION ISSUED\n                  PRIOR TO K9\n23:30:41 1B07 TRANSPORTING ONE TO JAIL',
      ),
    ).toContain('citation-issued 23:19:47 1-2 23:19:47 OP131 1A12 ADV CITATION ISSUED PRIOR TO K9');
  });
  it('takes in no line with a time, a label or an edge of its own', () => {
    for (const below of ['23:20 OTHER', 'DISPOSITION: ARREST', 'REMARKS BY OP131'])
      expect(
        rows(`23:19:47 OP131 STATUS CHECK 1A12\n${below}\n23:30:41 1B07 AT JAIL`)?.[0],
        below,
      ).not.toContain(below);
  });
  it('and one that changes another row tells no act, at neither of its times', () => {
    expect(
      rows('22:38:12 K9-1 ARRIVED\n23:52:06 OP131 PER SGT 1105 CHANGE K9 ARRIVAL TO 22:35')?.map((r) =>
        r.split(' ').slice(0, 2).join(' '),
      ),
    ).toEqual(['dog-arrives 22:38:12', 'note 23:52:06', 'note 22:35']);
  });
});
