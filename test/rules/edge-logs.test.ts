import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { type AnalysisReport, reportOf } from '../../src/analysis/report';
import { readCall, withSaid } from '../../src/cli/settings';
import { recordFromFiles } from '../../src/intake/assemble';

/** Small logs at the edges of the doctrine, each read with the settings of a court: what must come out, and what must not. */
const LOGS = 'test/fixtures/opinions/edges';

type Found = AnalysisReport['findings'][number];

interface Wanted {
  readonly rule: string;
  /** One, or several with `|` between them; absent for any. */
  readonly status?: string;
  readonly standing?: string;
  readonly bounds?: { readonly min?: number; readonly max?: number };
}

interface Edge {
  readonly log: string;
  readonly why: string;
  readonly args: readonly string[];
  readonly must: readonly Wanted[];
  readonly mustNot: readonly Wanted[];
}

const EDGES = JSON.parse(readFileSync(`${LOGS}/expected.json`, 'utf8')) as readonly Edge[];

const is = (wanted: string | undefined, got: string): boolean =>
  wanted === undefined || wanted.split('|').includes(got);

const fits = (f: Found, w: Wanted): boolean =>
  f.rule === w.rule &&
  is(w.status, f.status) &&
  is(w.standing, f.standing) &&
  (w.bounds?.min === undefined || w.bounds.min === f.bounds?.min) &&
  (w.bounds?.max === undefined || w.bounds.max === f.bounds?.max);

const brief = (f: Found): string => `${f.rule} ${f.status} ${f.standing} ${f.bounds?.min}..${f.bounds?.max}`;

describe('logs at the edges of the doctrine', () => {
  it.each(EDGES.map((e) => [`${e.log} ${e.args.join(' ')}`.trim(), e.why, e] as const))(
    '%s: %s',
    async (_name, _why, { log, args, must, mustNot }) => {
      const bytes = new Uint8Array(readFileSync(`${LOGS}/${log}.csv`));
      const read = await recordFromFiles([{ name: `${log}.csv`, bytes }], '');
      const record = { ...read.record, case: withSaid(read.record.case, readCall(args)).case };
      const { findings, unplaced, contradictions } = reportOf(record, analyze(record));
      expect([read.refused, unplaced, contradictions]).toEqual([[], [], []]);
      const all = findings.map(brief).join('; ');
      for (const w of must)
        expect(
          findings.some((f) => fits(f, w)),
          `${JSON.stringify(w)} in ${all}`,
        ).toBe(true);
      for (const w of mustNot) expect(findings.filter((f) => fits(f, w)).map(brief), all).toEqual([]);
    },
  );
  it('are all read', () => {
    const named = new Set(EDGES.map((e) => `${e.log}.csv`));
    expect(readdirSync(LOGS).filter((f) => f.endsWith('.csv') && !named.has(f))).toEqual([]);
  });
});
