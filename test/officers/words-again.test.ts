import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST_WORDS, type Narrative, observationsIn, runsAgain } from '../../src/officers/words-again';

const report = (id: string, words: readonly string[], wide = 11): Narrative => {
  const lines: string[] = [];
  for (let i = 0; i < words.length; i += wide) lines.push(words.slice(i, i + wide).join(' '));
  return {
    id,
    pages: [
      { number: 1, lines: lines.slice(0, Math.ceil(lines.length / 2)) },
      { number: 2, lines: lines.slice(Math.ceil(lines.length / 2)) },
    ],
  };
};

const bare = (w: string): string => w.toLowerCase().replace(/[^a-z0-9]+/g, '');
const wordsIn = (r: Narrative): string[] =>
  r.pages.flatMap((p) => p.lines.flatMap((l) => l.split(' '))).filter((w) => bare(w) !== '');

/** The place of a run as a count of words from the beginning of its report. */
function offset(r: Narrative, page: number, line: number, word: number): number {
  let n = 0;
  for (const p of r.pages)
    for (const [i, l] of p.lines.entries()) {
      if (p.number > page || (p.number === page && i >= line)) continue;
      n += l.split(' ').length;
    }
  return n + word;
}

/** Every run stands at every place it names, and every shingle that two reports share lies in a run with all of its places. */
function check(reports: readonly Narrative[]): void {
  const runs = runsAgain(reports);
  const words = new Map(reports.map((r) => [r.id, wordsIn(r).map(bare)]));
  const covers = new Map<string, Set<string>>();
  for (const run of runs) {
    const text = run.text.split(' ').map(bare);
    expect(text).toHaveLength(run.words);
    expect(run.words).toBeGreaterThanOrEqual(LEAST_WORDS);
    expect(run.reports).toBeGreaterThanOrEqual(2);
    const starts = run.places.map((p) => {
      const r = reports.find((x) => x.id === p.report) as Narrative;
      const at = offset(r, p.page, p.from.line, p.from.word);
      expect(words.get(p.report)?.slice(at, at + run.words)).toEqual(text);
      expect(offset(r, p.to.page, p.to.line, p.to.word)).toBe(at + run.words - 1);
      return [p.report, at] as const;
    });
    for (let k = 0; k + LEAST_WORDS <= run.words; k++) {
      const key = text.slice(k, k + LEAST_WORDS).join(' ');
      const set = covers.get(key) ?? new Set();
      for (const [id, at] of starts) set.add(`${id} ${at + k}`);
      covers.set(key, set);
    }
  }
  const shingles = new Map<string, Set<string>>();
  for (const [id, list] of words)
    for (let i = 0; i + LEAST_WORDS <= list.length; i++) {
      const key = list.slice(i, i + LEAST_WORDS).join(' ');
      shingles.set(key, (shingles.get(key) ?? new Set()).add(`${id} ${i}`));
    }
  for (const [key, places] of shingles)
    if (new Set([...places].map((p) => p.split(' ')[0])).size >= 2)
      expect([...(covers.get(key) ?? [])].sort(), key).toEqual([...places].sort());
}

describe('words used again', () => {
  it('are all found and none invented, whatever is repeated in whatever', () => {
    const word = fc.constantFrom('the', 'car', 'Stopped,', 'dog', 'I', 'saw', 'him', '—', 'reach');
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 5, maxLength: 60 }), { minLength: 2, maxLength: 5 }),
        (all) =>
          check(
            all.map((w, i) =>
              report(
                `r${i}`,
                w.filter((x) => x !== '—'),
              ),
            ),
          ),
      ),
      { numRuns: 200 },
    );
  });

  it('planted in 200 reports of 800 words stand with every place', () => {
    let seed = 7;
    const draw = (n: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return seed % n;
    };
    const planted = Array.from({ length: 18 }, (_, k) => ({
      words: Array.from({ length: 8 + k }, (__, i) => `planted${k}x${i}`),
      in: new Set(Array.from({ length: 2 + (k % 9) }, () => draw(200))),
    })).filter((p) => p.in.size >= 2);
    const reports = Array.from({ length: 200 }, (_, r) => {
      const words = Array.from({ length: 800 }, () => `w${draw(3000)}`);
      planted.forEach((p, k) => {
        if (p.in.has(r)) words.splice(42 * k, p.words.length, ...p.words);
      });
      return report(`r${r}`, words);
    });
    const runs = runsAgain(reports);
    expect(runs).toHaveLength(planted.length);
    for (const p of planted) {
      const run = runs.find((x) => x.text === p.words.join(' '));
      expect(run?.places.map((x) => x.report).sort()).toEqual([...p.in].map((r) => `r${r}`).sort());
    }
  });

  it('do not run from one report into the next, nor count one report as two', () => {
    const ten = 'one two three four five six seven eight nine ten'.split(' ');
    expect(runsAgain([report('a', [...ten, ...ten])])).toEqual([]);
    const [run] = runsAgain([report('a', ten), report('b', [...ten, 'x', ...ten])]);
    expect(run).toMatchObject({ words: 10, reports: 2 });
    expect(run?.places).toHaveLength(3);
    check([report('a', [...ten, ...ten]), report('b', [...ten, ...ten])]);
  });

  it('observations are counted by reports, and a beginning stands for its endings', () => {
    const found = observationsIn(
      [report('a', ['He', 'was', 'Nervously,', 'shaking']), report('b', ['unnervous'])],
      ['nervous', 'shaking', 'odor', ' '],
    );
    expect(found.map((f) => [f.n, f.of, f.reports.join()])).toEqual([
      [1, 2, 'a'],
      [1, 2, 'a'],
      [0, 2, ''],
      [0, 2, ''],
    ]);
  });
});
