import { describe, expect, it } from 'vitest';
import { understand } from '../../src/intake/readers/index';
import { type Page, type Paper, typedPage } from '../../src/papers/paper';

/** What a recognition makes of a figure or a colon. */
const TAKEN_FOR: Readonly<Record<string, readonly string[]>> = {
  '0': ['O', 'o', 'D', 'Q', '()', 'U', 'C', ''],
  '1': ['l', 'I', '|', '!', 'i', '', ']'],
  '2': ['Z', 'z', '?', ''],
  '3': ['B', 's', ''],
  '4': ['A', 'a', ''],
  '5': ['S', 's', '$', ''],
  '6': ['G', 'b', ''],
  '7': ['T', '/', '?', ''],
  '8': ['B', '&', ''],
  '9': ['g', 'q', ''],
  ':': [';', '.', ' ', '', 'i', ',', '-', ': ', ' :'],
};
const SHAPES: readonly ((time: string) => string)[] = [
  (t) => `3A14 S01 ARV 11/09/2024 ${t} OPER1`,
  (t) => `Call Arrival Time : ${t}`,
  (t) => `11/09/2024   ${t}   3A14   Arrived   on scene`,
  (t) => `On scene   ${t}`,
  (t) => `${t}   2B14   ENR`,
  (t) => `At approximately ${t} hours on 11/09/2024 I observed the vehicle at the corner.`,
];
const two = (n: number): string => String(n).padStart(2, '0');
/** The page as if it was read off a picture. */
const seen = (text: string, confidence: (word: string) => number = () => 93): Page => {
  const page = typedPage(text, 1);
  const lines = page.lines.map((l) => ({
    ...l,
    how: 'recognised' as const,
    words: l.words.map((w) => ({ ...w, confidence: confidence(w.text) })),
  }));
  return { ...page, lines };
};
const paperOf = (page: Page): Paper => ({
  file: 'scan.pdf',
  sha256: '',
  bytes: 1,
  kind: 'pdf',
  state: 'picture-only',
  pages: [page],
  members: [],
  says: [],
});
const read = (page: Page) => {
  const got = understand(paperOf(page), { dateOrder: 'mdy' });
  if (!got) throw new Error('no reader takes it');
  return got;
};
const around = (row: string): string =>
  `CAD INCIDENT DETAIL\nCall Created : 11/09/2024 23:52:10\nUNIT                      STATUS                      DATE                      TIME\n${row}\n3A14   CLR   11/09/2024   23:59:00\n`;

describe('a recognized time with garbage in it', () => {
  it('is read as it was or listed as unread, and is never another time', () => {
    let seed = 11;
    const random = (n: number): number => {
      seed = (seed * 1664525 + 1013904223) >>> 0;
      return Math.floor((seed / 4294967296) * n);
    };
    const wrong: string[] = [];
    let tried = 0;
    while (tried < 1200) {
      const clean = `${two(random(24))}:${two(random(60))}${random(4) > 0 ? `:${two(random(60))}` : ''}`;
      let text = clean;
      for (let k = random(2); k >= 0; k--) {
        const at = random(text.length);
        const choice = TAKEN_FOR[text[at] as string] ?? ['?'];
        text = `${text.slice(0, at)}${choice[random(choice.length)]}${text.slice(at + 1)}`;
      }
      // A clean other time cannot be told from a true one by its looks: its confidence has to say so.
      if (/^\d\d:\d\d(?::\d\d)?$/.test(text.trim())) continue;
      tried++;
      const row = (SHAPES[random(SHAPES.length)] as (t: string) => string)(text);
      for (const e of read(seen(around(row))).entries)
        if (e.lines[0] === 3 && e.start !== '' && e.start.replace(/^about /, '') !== clean)
          wrong.push(`${clean} as “${text}” gave ${e.start} in: ${row}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(['00:00:00', '0:00:00', '00:00'])('is no midnight where no day stands beside %s', (zero) => {
    const got = read(seen(around(`Call Clear Time : ${zero}`)));
    expect(got.entries.map((e) => e.start)).toEqual(['23:52:10', '23:59:00']);
    expect(got.unread.some((u) => u.quote.includes(zero))).toBe(true);
  });

  it('is midnight beside its day where both were read without doubt, and else is listed', () => {
    const row = '3A14   LOG   11/10/2024   00:00:00   WANTS';
    expect(read(seen(around(row))).entries.map((e) => `${e.date} ${e.start}`)).toContain(
      '2024-11-10 00:00:00',
    );
    const doubted = read(seen(around(row), (w) => (w === '00:00:00' ? 60 : 93)));
    expect(doubted.entries.map((e) => e.start)).not.toContain('00:00:00');
    expect(doubted.unread.some((u) => u.quote.includes('00:00:00'))).toBe(true);
  });
});

it('a time under the threshold says which word is in doubt, and is not certain', () => {
  const got = read(seen(around('3A14   ARV   11/09/2024   23:54:26'), (w) => (w === '23:54:26' ? 61 : 93)));
  const entry = got.entries.find((e) => e.start === '23:54:26');
  expect(entry?.unsure).toEqual(['23:54:26']);
  expect(got.entries.every((e) => !e.certain)).toBe(true);
  expect(got.entries.find((e) => e.start === '23:59:00')?.unsure).toBeUndefined();
});
