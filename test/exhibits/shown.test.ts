import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze, type Read } from '../../src/analysis/analyze';
import { type Shown, shown } from '../../src/exhibits/shown';
import { SAMPLES } from '../../src/places/cases/sample-list';
import { sampleRecord } from '../../src/places/cases/sample-record';
import type { Finding } from '../../src/rules/finding';
import { printAtLeast, printAtMost } from '../../src/time/duration';
import { isAssumption } from '../../src/time/solver/reason';
import { wholeCase } from '../browser/whole-case';
import { madeUp } from '../rules/made-up';

const PLAN: Parameters<typeof shown>[3] = { cites: 'exhibit', meets: [] };
const bytesOf = async (file: string): Promise<Uint8Array> =>
  new Uint8Array(readFileSync(`public/samples/${file}`));

/** Every finding of the samples, of the case that has everything, and of records in which anything meets anything, as it is printed. */
async function all(): Promise<{ name: string; f: Finding; s: Shown }[]> {
  const samples = await Promise.all(
    SAMPLES.map(async (x) => [x.id, await sampleRecord(x, x.id, 0, bytesOf)] as const),
  );
  const records = [
    ...samples,
    ['the whole case', wholeCase().record] as const,
    ...Array.from({ length: 150 }, (_, n) => [`made-up ${n}`, madeUp(n)] as const),
  ];
  return records.flatMap(([name, record]) => {
    const read: Read = { record, analysis: analyze(record) };
    return read.analysis.findings.map((f) => ({
      name: `${name}: ${f.key}`,
      f,
      s: shown(read, f, 'A', PLAN),
    }));
  });
}
const printed = all();

/** The ends of a finding's figure that say something, as they are printed. */
function saidOf({ bounds }: Finding): string[] {
  if (!bounds || bounds.max <= 0) return [];
  return [
    ...(bounds.min >= 1000 ? [printAtLeast(bounds.min)] : []),
    ...(Number.isFinite(bounds.max) ? [printAtMost(bounds.max)] : []),
  ];
}

const length = (said: string): string => said.replace(/^(at least|at most|less than|more than) /, '');

describe('a finding as it is printed', () => {
  it('has the figure that its proof proves, or says how it comes of it', async () => {
    const wrong: string[] = [];
    let proved = 0;
    for (const { name, f, s } of await printed) {
      const said = saidOf(f);
      if (s.proofs.length === 0 || said.length === 0) continue;
      const ends = s.proofs.map((p) => p.concludes.slice(p.concludes.lastIndexOf(': ') + 2));
      const least = f.bounds !== null && f.bounds.min >= 1000;
      const most = f.bounds !== null && Number.isFinite(f.bounds.max);
      const holds =
        said.every((x) => ends.some((e) => e.includes(x) || e === `${length(x)}.`)) &&
        // An end of which the figure says nothing, and the proof does, is taken off as well.
        (least || !ends.some((e) => /^(at least|more than|\d)(?! 0 s)/.test(e))) &&
        (most || !ends.some((e) => /(at most|less than) /.test(e)));
      if (holds) proved++;
      // Nothing is taken off or added where one of its intervals is the figure: that one is to be proved.
      const own = f.quantities.some((q) => q.bounds.min === f.bounds?.min && q.bounds.max === f.bounds.max);
      if (holds === (s.reconciles === '') && !(own && !holds)) continue;
      wrong.push(`${name}: ${s.bounds} | ${s.reconciles} | ${s.proofs.map((p) => p.concludes).join(' | ')}`);
    }
    expect(wrong).toEqual([]);
    expect(proved).toBeGreaterThan(100);
  });

  it('has no proof below it that proves nothing of a figure', async () => {
    const empty = (await printed)
      .filter(({ f, s }) => f.bounds !== null && Number.isFinite(f.bounds.max) && s.proofs.length > 0)
      .filter(({ s }) => s.proofs.every((p) => / the second does not come first\.$/.test(p.concludes)));
    expect(empty.map((x) => x.name)).toEqual([]);
  });
  it('names what it assumes, and says that its proof does only where it does', async () => {
    const wrong: string[] = [];
    let assumed = 0;
    for (const { name, f, s } of await printed) {
      const proof = s.proofs.flatMap((p) => p.lines.map((l) => l.says)).join(' ');
      const inProof = /assumed/i.test(proof);
      const told = /its proof marks/.test(s.status);
      const named = /Assumed(?: besides)?: \S/.test(s.status);
      const rests = f.restsOn.some(isAssumption);
      if (rests) assumed++;
      if (told !== inProof || (rests && !told && !named) || (!rests && named))
        wrong.push(`${name}: ${s.status} | ${proof}`);
    }
    expect(wrong).toEqual([]);
    expect(assumed).toBeGreaterThan(100);
  });

  it('is told from every other of its record by its heading and the line below it', async () => {
    const seen = new Set<string>();
    const twice: string[] = [];
    for (const { name, f, s } of await printed) {
      // In records that a program made, two acts have the same words and times, and contradictions name theirs below.
      if (f.item === null && !name.startsWith('sample')) continue;
      const says = `${name.split(': ')[0]}: ${s.title} | ${s.status} ${s.bounds}`;
      if (seen.has(says)) twice.push(says);
      seen.add(says);
    }
    expect(twice).toEqual([]);
  });
});
