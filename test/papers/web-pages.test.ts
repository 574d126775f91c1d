import { expect, it } from 'vitest';
import { understand } from '../../src/intake/readers/index';
import { readPaper, type Setting } from '../../src/papers/index';

const page = (body: string): Uint8Array =>
  new TextEncoder().encode(
    `<!DOCTYPE html>\n<html><head><title>Audit</title><style>td{}</style></head><body>${body}</body></html>`,
  );

it('a saved web page is read line by line, row by row, and what is no text of it is left out', async () => {
  const rows = [
    ['Monday, 06/03/2024', ''],
    ['07:58:11', 'Access granted'],
    ['Tuesday, 06/04/2024', ''],
    ['23:47:02', 'Access granted <!-- 12:00:00 > x -->'],
  ];
  const html = `<h3>VAULT - KEYPAD AUDIT</h3><script>at("09:09:09")</script><table>${rows.map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table><p>Exit < 5 min<br>a > b`;
  const paper = await readPaper(page(html), 'audit.html', {} as Setting);
  expect(paper.pages[0]?.lines.map((l) => l.text).filter((t) => t !== '')).toEqual([
    'VAULT - KEYPAD AUDIT',
    'Monday, 06/03/2024',
    '07:58:11 Access granted',
    'Tuesday, 06/04/2024',
    '23:47:02 Access granted',
    'Exit < 5 min',
    'a > b',
  ]);
  expect(paper.says).toEqual([
    'This is a web page: its words and tables are read, its pictures, styles and scripts left out.',
  ]);
  const got = understand(paper, { dateOrder: 'mdy' });
  expect(got?.entries.map((e) => `${e.date} ${e.start}`)).toEqual([
    '2024-06-03 07:58:11',
    '2024-06-04 23:47:02',
  ]);
});

it('a web page or a mail of signs that close nothing is read at once', async () => {
  const paper = await readPaper(page('<'.repeat(200_000)), 'signs.html', {} as Setting);
  expect(paper.pages).toHaveLength(1);
});
