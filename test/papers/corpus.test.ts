import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { paperSetting } from '../../src/cli/paper-setting';
import { understand } from '../../src/intake/readers/index';
import { readPaper } from '../../src/papers/index';
import type { Paper } from '../../src/papers/paper';

const FOLDER = 'test/fixtures/papers';
const setting = paperSetting(false);

interface Scored {
  readonly wrong: number;
  readonly invented: number;
  readonly holesRead: number;
  readonly times: number;
  readonly found: number;
  readonly why: string[];
}
type Score = (truth: object, got: object) => Scored;
const { scorePaper } = (await import(pathToFileURL(resolve(FOLDER, 'score.mjs')).href)) as {
  scorePaper: Score;
};

interface Truth {
  readonly file: string;
  readonly pages: number;
  readonly scanOf?: string;
  readonly expect?: { readonly state: string };
}
const truths = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.truth.json'))
  .map((name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Truth);

const read = (file: string, folder = FOLDER): Promise<Paper> =>
  readPaper(new Uint8Array(readFileSync(`${folder}/${file}`)), file, setting);

/** What `npm run read` prints of a paper and its members. */
function printed(
  paper: Paper,
  path = '',
): { entries: object[]; unread: object[]; custody: object[]; coverage: object[] } {
  const got = understand(paper, { dateOrder: 'mdy' });
  const inside = paper.members.map((m) => printed(m, path === '' ? m.file : `${path}!/${m.file}`));
  const at = path === '' ? {} : { in: path };
  const all = <K extends 'entries' | 'unread' | 'custody' | 'coverage'>(key: K): object[] => [
    ...(got?.[key] ?? []).map((x) => ({ ...x, ...at })),
    ...inside.flatMap((m) => m[key]),
  ];
  return {
    entries: all('entries'),
    unread: all('unread'),
    custody: all('custody'),
    coverage: all('coverage'),
  };
}

describe('papers with their truth', () => {
  it.each(truths.filter((t) => !t.scanOf && (t.expect?.state ?? 'reads') === 'reads'))(
    'reads nothing wrong and nearly everything in $file',
    async (truth) => {
      const r = scorePaper(truth, { file: truth.file, ...printed(await read(truth.file)) });
      expect(r.why.filter((w) => /^(WRONG|INVENTED|HOLE)/.test(w))).toEqual([]);
      expect([r.wrong, r.invented, r.holesRead]).toEqual([0, 0, 0]);
      expect(r.found).toBeGreaterThanOrEqual(Math.floor(r.times * (truth.expect ? 0.66 : 0.95)));
    },
  );

  it.each(truths.filter((t) => t.expect))('says what $file is', async (truth) => {
    const paper = await read(truth.file);
    expect(paper.state).toBe(truth.expect?.state);
    expect(paper.pages.length).toBe(
      ['reads', 'unreadable-text', 'doubtful-text', 'picture-only'].includes(paper.state) ? truth.pages : 0,
    );
    if (paper.state !== 'reads' && paper.state !== 'inventory')
      expect(paper.says.join(' ')).toMatch(/[a-z]\./);
  });

  it('does not take the text of a picture for certain', async () => {
    const got = understand(await read('host-12-bad-ocr-layer.pdf'), { dateOrder: 'mdy' });
    expect(got?.entries.filter((e) => e.certain)).toEqual([]);
  });

  it.skipIf(!existsSync('../shared/data/papers/made/host-04-600-pages.pdf'))('reads 600 pages', async () => {
    const truth = JSON.parse(
      readFileSync('../shared/data/papers/made/host-04-600-pages.truth.json', 'utf8'),
    ) as Truth;
    const r = scorePaper(truth, {
      file: truth.file,
      ...printed(await read(truth.file, '../shared/data/papers/made')),
    });
    expect([r.found, r.wrong, r.invented]).toEqual([600, 0, 0]);
  });

  it('stops between pages and keeps those that are done', async () => {
    const stop = new AbortController();
    const paper = await readPaper(new Uint8Array(readFileSync(`${FOLDER}/host-05-rotated.pdf`)), 'r.pdf', {
      ...setting,
      signal: stop.signal,
      onPage: (done) => done === 2 && stop.abort(),
    });
    expect(paper.pages.map((p) => p.number)).toEqual([1, 2]);
    expect(paper.says.join(' ')).toContain('Stopped after page 2 of 3');
  });
});
