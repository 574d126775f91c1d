import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { exhibitOf, firstPlan } from '../../src/exhibits/exhibit';
import { custodySummaryOf } from '../../src/exhibits/formats/custody-summary';
import { oneFileOf } from '../../src/exhibits/formats/one-file';
import { xlsxOf } from '../../src/exhibits/formats/tables';
import { wordOf } from '../../src/exhibits/formats/word';
import { mayStand } from '../../src/exhibits/never';
import { paperOf } from '../../src/exhibits/papers';
import { STICKERS } from '../../src/exhibits/stickers';
import type { Passage } from '../../src/record/passage';
import { record } from '../make';

const MARK = '(recognized from a picture: compare the page)';

/** The words of an office file, by paragraph or cell. */
const said = (bytes: Uint8Array): string[] =>
  Object.values(unzipSync(bytes)).flatMap((part) =>
    new TextDecoder()
      .decode(part)
      .replace(/<\/(?:w:p|si|is|c)>/g, '\n')
      .replace(/<[^>]+>/g, '')
      .split('\n'),
  );

it('a time that was recognized with doubt and accepted is marked wherever it leaves, and no other', async () => {
  const passage = (unsure?: string[]): Passage => ({
    paper: 'p',
    page: 1,
    from: 0,
    to: 0,
    quote: '22:14 stop',
    ...(unsure ? { unsure } : {}),
  });
  const r = record({
    events: [
      { ref: 'a', start: '22:14', kind: 'seizure-begins', page: '1', passage: passage(['22:14']) },
      { ref: 'b', start: '22:20', page: '2', passage: passage() },
      { ref: 'c', start: '22:24', page: '3' },
    ],
    custody: [
      { id: 'h', page: '4', releasedBy: 'Doe', receivedBy: 'Lowe', passage: passage(['01:55']) },
      { id: 'i', page: '5', releasedBy: 'Lowe', receivedBy: 'Lab', passage: passage() },
    ],
  });
  const read = { record: r, analysis: analyze(r) };
  const sticker = (STICKERS[0] as (typeof STICKERS)[number]).sticker;
  const e = exhibitOf(read, firstPlan(read, 'x', sticker, new Map()), '2026-11-25', new Map());
  expect(e.facts.map((f) => f.cite.endsWith(MARK))).toEqual([true, false, false]);
  expect(e.custody.map((c) => c.cite.endsWith(MARK))).toEqual([true, false]);
  const marked = (texts: readonly string[], page: string): boolean[] =>
    texts.filter((t) => t.includes(`at ${page}`)).map((t) => t.includes(MARK));
  for (const texts of [
    said(await wordOf(e, paperOf(e, 'summary'), [])),
    said(await wordOf(e, paperOf(e, 'statement'), [])),
    said(await custodySummaryOf(e)),
    said(await xlsxOf(e)),
  ]) {
    const first = texts.filter((t) => t.includes(MARK));
    expect(first.length).toBeGreaterThan(0);
    for (const page of ['2', '3', '5']) expect(marked(texts, `${page}`)).not.toContain(true);
  }
  expect(new TextDecoder().decode(oneFileOf(e))).toContain(MARK);
  expect(mayStand(`Dispatch log at 1 ${MARK}`)).toBe(true);
});
