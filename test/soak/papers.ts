import { readdirSync, readFileSync } from 'node:fs';
import { paperSetting } from '../../src/cli/paper-setting';
import { understand } from '../../src/intake/readers/index';
import { readPaper, type Setting } from '../../src/papers/index';
import { LIMITS } from '../../src/papers/limits';
import type { Paper } from '../../src/papers/paper';

const FOLDER = 'test/fixtures/papers';
const FORMATS: Readonly<Record<string, RegExp>> = {
  pdf: /^(?:acc|cad|cust|nar|trail|host)-.*\.pdf$/,
  word: /\.docx$/,
  text: /\.txt$/,
  mail: /\.eml$/,
  archive: /\.zip$/,
};
/** ms of this process after which a reading hangs: no paper of the corpus takes a tenth of it. */
const HANG = 1000;

/** Every line is in an entry, or is named as unread: by its page and its number. */
function lostLine(paper: Paper): string | null {
  const got = understand(paper, { dateOrder: 'mdy' });
  if (!got) return null;
  const named = new Set<string>();
  for (const p of [...got.entries, ...got.unread, ...got.custody, ...got.coverage])
    for (let line = p.lines[0]; line <= p.lines[1]; line++) named.add(`${p.page}:${line}`);
  for (const page of paper.pages)
    for (const [i, line] of page.lines.entries())
      if (line.words.length > 0 && !named.has(`${page.number}:${i}`))
        return `page ${page.number}: “${line.text}”`;
  return null;
}

/** Bytes of a paper with a few of them changed, cut out, doubled, or with the end gone. */
function spoilt(bytes: Uint8Array, int: (below: number) => number): Uint8Array {
  let out = bytes.slice();
  for (let k = 0; k <= int(6); k++) {
    const at = int(out.length);
    const way = int(5);
    if (way === 0) out[at] = int(256);
    else if (way === 1) out = out.slice(0, Math.max(1, at));
    else if (way === 2) out = new Uint8Array([...out.subarray(0, at), ...out.subarray(at + 1 + int(64))]);
    else if (way === 3)
      out = new Uint8Array([...out.subarray(0, at), ...out.subarray(int(at + 1), at), ...out.subarray(at)]);
    else for (let n = 0; n < 8 && at + n < out.length; n++) out[at + n] = 48 + int(75);
  }
  return out.length === 0 ? new Uint8Array([int(256)]) : out;
}

/**
 * Spoilt papers of each format, `rounds` of each: none crashes, none hangs by the clock of this process, and no line of what was
 * read is lost without being named.
 */
export async function papers(
  rounds: number,
  int: (below: number) => number,
  fail: (round: number, why: string) => never,
): Promise<string> {
  const setting: Setting = {
    places: paperSetting(false).places,
    limits: { ...LIMITS, pageTime: HANG },
  };
  const said: string[] = [];
  for (const [format, shape] of Object.entries(FORMATS)) {
    const files = readdirSync(FOLDER).filter((name) => shape.test(name));
    // What is loaded once is not the paper's time.
    for (const file of files.slice(0, 2))
      await readPaper(new Uint8Array(readFileSync(`${FOLDER}/${file}`)), file, setting);
    const read = { reads: 0, slowest: 0 };
    for (let round = 0; round < rounds; round++) {
      const file = files[int(files.length)] as string;
      const bytes = spoilt(new Uint8Array(readFileSync(`${FOLDER}/${file}`)), int);
      const before = process.cpuUsage();
      const paper = await readPaper(bytes, file, setting).catch((e: unknown) =>
        fail(round, `${file} crashed: ${e}`),
      );
      const lost = lostLine(paper) ?? paper.members.map(lostLine).find((x) => x !== null);
      const used = process.cpuUsage(before);
      const ms = (used.user + used.system) / 1000;
      if (lost) fail(round, `${file}: a line was lost: ${lost}`);
      if (ms > HANG) fail(round, `${file}: ${Math.round(ms)} ms`);
      if (paper.state !== 'reads' && paper.state !== 'inventory' && paper.says.length === 0)
        fail(round, `${file}: ${paper.state} without a sentence`);
      read.slowest = Math.max(read.slowest, ms);
      if (paper.state === 'reads') read.reads++;
    }
    said.push(`${format} ${rounds} (${read.reads} still read, slowest ${Math.round(read.slowest)} ms)`);
  }
  return `papers: spoilt files of each format, none crashes, hangs or loses a line unnamed: ${said.join(', ')}`;
}
