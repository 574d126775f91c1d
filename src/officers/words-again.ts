/** A report by its pages and lines, as it is searched for words used again. */
export interface Narrative {
  readonly id: string;
  readonly pages: readonly { readonly number: number; readonly lines: readonly string[] }[];
}

/** Where a run of words stands: from a word of a line to another, both counted from 0. */
export interface RunPlace {
  readonly report: string;
  readonly page: number;
  readonly from: { readonly line: number; readonly word: number };
  readonly to: { readonly page: number; readonly line: number; readonly word: number };
}

/** Words that stand alike in several reports. */
export interface Run {
  /** As they stand at the first place. */
  readonly text: string;
  readonly words: number;
  /** Reports that have it, each once. */
  readonly reports: number;
  readonly places: readonly RunPlace[];
}

/** Runs of fewer words stand in any two reports. */
export const LEAST_WORDS = 8;

/** The words of all reports as numbers, with where each stands. */
interface Words {
  readonly id: Int32Array;
  readonly report: Int32Array;
  readonly page: Int32Array;
  readonly line: Int32Array;
  readonly word: Int32Array;
  readonly n: number;
}

const SIGNS = /[^\p{L}\p{N}]+/gu;

/** A word without its signs, small; a word of signs alone is empty, and skipped. */
const plain = (word: string): string => {
  const small = word.toLowerCase();
  return /^[a-z0-9]*$/.test(small) ? small : small.replace(SIGNS, '');
};

function wordsOf(reports: readonly Narrative[]): Words {
  let room = 1;
  for (const r of reports) for (const p of r.pages) for (const l of p.lines) room += l.length / 2 + 1;
  const array = (): Int32Array => new Int32Array(Math.ceil(room));
  const words = { id: array(), report: array(), page: array(), line: array(), word: array(), n: 0 };
  const known = new Map<string, number>();
  const plains = new Map<string, string>();
  let n = 0;
  reports.forEach((r, report) => {
    r.pages.forEach((p, page) => {
      p.lines.forEach((text, line) => {
        let word = 0;
        for (const token of text.split(' ')) {
          if (token === '') continue;
          let bare = plains.get(token);
          if (bare === undefined) {
            bare = plain(token);
            plains.set(token, bare);
          }
          if (bare !== '') {
            let id = known.get(bare);
            if (id === undefined) {
              id = known.size + 1;
              known.set(bare, id);
            }
            words.id[n] = id;
            words.report[n] = report;
            words.page[n] = page;
            words.line[n] = line;
            words.word[n] = word;
            n++;
          }
          word++;
        }
      });
    });
  });
  return { ...words, n };
}

/**
 * Every run of at least so many words that stands alike in two reports or more, the longest and most frequent first. Exact:
 * shingles of `least` words are hashed, and each that is found is compared word by word; a run grows to both sides as long as
 * all of its places go on alike. Whatever shingle several reports share lies in a run that names all of its places.
 */
export function runsAgain(reports: readonly Narrative[], least = LEAST_WORDS): Run[] {
  const w = wordsOf(reports);
  const { next, first } = shingles(w, least);
  const runs: Run[] = [];
  const done = new Set<string>();
  // Places that were taken into a run together with all the others of their shingle.
  const covered = new Uint8Array(w.n);
  for (let p = 0; p < w.n; p++) {
    if (first[p] !== p || next[p] === -1 || covered[p] === 1) continue;
    const places: number[] = [];
    for (let q = p; q !== -1; q = next[q] as number) places.push(q);
    if (places.every((q) => w.report[q] === w.report[p])) continue;
    const { back, length } = grown(w, places, least);
    // All shingles of the run with exactly these places are this run.
    for (let k = 0; k + least <= length; k++) {
      const at = p - back + k;
      if (first[at] === at && sizeOf(next, at, places.length) === places.length) covered[at] = 1;
    }
    const key = `${places.map((q) => q - back).join()} ${length}`;
    if (done.has(key)) continue;
    done.add(key);
    runs.push(
      runOf(
        reports,
        w,
        places.map((q) => q - back),
        length,
      ),
    );
  }
  return runs.sort((a, b) => b.reports * b.words - a.reports * a.words || b.words - a.words);
}

function sizeOf(next: Int32Array, from: number, most: number): number {
  let n = 0;
  for (let q = from; q !== -1 && n <= most; q = next[q] as number) n++;
  return n;
}

/** Chains of places with the same shingle: `first` of each place, and from each place the next. */
function shingles(w: Words, least: number): { next: Int32Array; first: Int32Array } {
  const { id, report, n } = w;
  const next = new Int32Array(n).fill(-1);
  const first = new Int32Array(n).fill(-1);
  let size = 1;
  while (size < 2 * n + 2) size *= 2;
  // Open addressing: a place of the first shingle of its kind, plus 1.
  const table = new Int32Array(size);
  const last = new Int32Array(n);
  const base = 0x01000193;
  let top = 1;
  for (let i = 1; i < least; i++) top = Math.imul(top, base);
  let hash = 0;
  let run = 0;
  for (let i = 0; i < n; i++) {
    if (i > 0 && report[i] !== report[i - 1]) {
      hash = 0;
      run = 0;
    }
    if (run === least) hash = (hash - Math.imul((id[i - least] as number) + 7, top)) | 0;
    else run++;
    hash = (Math.imul(hash, base) + (id[i] as number) + 7) | 0;
    if (run < least) continue;
    const at = i - least + 1;
    let slot = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
    slot = (slot ^ (slot >>> 13)) & (size - 1);
    for (;;) {
      const found = (table[slot] as number) - 1;
      if (found < 0) {
        table[slot] = at + 1;
        first[at] = at;
        last[at] = at;
        break;
      }
      if (same(id, found, at, least)) {
        first[at] = found;
        next[last[found] as number] = at;
        last[found] = at;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return { next, first };
}

function same(id: Int32Array, a: number, b: number, least: number): boolean {
  for (let k = 0; k < least; k++) if (id[a + k] !== id[b + k]) return false;
  return true;
}

/** How far a run goes back and on while all of its places go on alike, each within its report. */
function grown(w: Words, places: readonly number[], least: number): { back: number; length: number } {
  const [p] = places as [number];
  const alike = (by: number): boolean => {
    const id = w.id[p + by];
    for (const q of places) {
      const at = q + by;
      if (at < 0 || at >= w.n || w.report[at] !== w.report[q] || w.id[at] !== id) return false;
    }
    return true;
  };
  let back = 0;
  while (alike(-back - 1)) back++;
  let length = back + least;
  while (alike(length - back)) length++;
  return { back, length };
}

function runOf(reports: readonly Narrative[], w: Words, starts: readonly number[], length: number): Run {
  const place = (start: number): RunPlace => {
    const end = start + length - 1;
    const report = reports[w.report[start] as number] as Narrative;
    const page = (at: number): number => report.pages[w.page[at] as number]?.number ?? 0;
    return {
      report: report.id,
      page: page(start),
      from: { line: w.line[start] as number, word: w.word[start] as number },
      to: { page: page(end), line: w.line[end] as number, word: w.word[end] as number },
    };
  };
  return {
    text: textOf(reports, w, starts[0] as number, length),
    words: length,
    reports: new Set(starts.map((s) => w.report[s])).size,
    places: starts.map(place),
  };
}

function textOf(reports: readonly Narrative[], w: Words, start: number, length: number): string {
  const out: string[] = [];
  for (let i = start; i < start + length; i++) {
    const line = reports[w.report[i] as number]?.pages[w.page[i] as number]?.lines[w.line[i] as number] ?? '';
    out.push(line.split(' ').filter((t) => t !== '')[w.word[i] as number] ?? '');
  }
  return out.join(' ');
}

/** What is looked for in every report as an observation; the beginning of a word stands for all of its endings. */
export const OBSERVATIONS = [
  'nervous',
  'furtive',
  'odor',
  'avoided eye contact',
  'shaking',
  'high crime',
  'consent',
  'evasive',
] as const;

/** In how many of the reports each observation stands, as it begins. */
export function observationsIn(
  reports: readonly Narrative[],
  words: readonly string[],
): { readonly what: string; readonly n: number; readonly of: number; readonly reports: readonly string[] }[] {
  const texts = reports.map((r) => ({
    id: r.id,
    text: ` ${r.pages
      .flatMap((p) => p.lines)
      .join(' ')
      .toLowerCase()
      .replace(SIGNS, ' ')} `,
  }));
  return words.map((what) => {
    const bare = ` ${what.toLowerCase().replace(SIGNS, ' ').trim()}`;
    const found = bare === ' ' ? [] : texts.filter((t) => t.text.includes(bare));
    return { what, n: found.length, of: reports.length, reports: found.map((t) => t.id) };
  });
}
