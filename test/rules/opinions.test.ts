import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { type AnalysisReport, reportOf } from '../../src/analysis/report';
import { recordFromFiles } from '../../src/intake/assemble';

/** Stops, searches and chains of published opinions, and small logs that once came out wrong: what must come out of each. */
const CASES = 'test/fixtures/opinions/cases';
const SMALL = 'test/fixtures/opinions/small';

type Found = AnalysisReport['findings'][number];

interface Expectation {
  readonly rule: string;
  readonly status?: string;
  readonly standing?: string;
  readonly bounds?: { readonly min?: number; readonly max?: number };
  readonly quantity?: {
    readonly from: string;
    readonly to: string;
    readonly min?: number;
    readonly max?: number;
  };
}

const is = (wanted: string | undefined, got: string): boolean =>
  wanted === undefined || wanted.split('|').includes(got);
const same = (wanted: number | undefined, got: number | null | undefined): boolean =>
  wanted === undefined || wanted === got;

const fits = (f: Found, e: Expectation): boolean =>
  is(e.rule, f.rule) &&
  is(e.status, f.status) &&
  is(e.standing, f.standing) &&
  (!e.bounds || (same(e.bounds.min, f.bounds?.min) && same(e.bounds.max, f.bounds?.max))) &&
  (!e.quantity ||
    f.quantities.some(
      (q) =>
        is(e.quantity?.from, q.from) &&
        is(e.quantity?.to, q.to) &&
        same(e.quantity?.min, q.min) &&
        same(e.quantity?.max, q.max),
    ));

async function reported(paths: readonly string[]): Promise<AnalysisReport & { refused: number }> {
  const files = paths.map((path) => ({
    name: path.split('/').at(-1) as string,
    bytes: new Uint8Array(readFileSync(path)),
  }));
  const { record, refused } = await recordFromFiles(files, '');
  return { ...reportOf(record, analyze(record)), refused: refused.length };
}

const brief = (f: Found): string => `${f.rule} ${f.status} ${f.standing} ${f.bounds?.min}..${f.bounds?.max}`;

describe('published opinions', () => {
  const ids = readdirSync(CASES).filter((d) => existsSync(`${CASES}/${d}/expected.json`));
  it.each(ids)('%s', async (id) => {
    const e = JSON.parse(readFileSync(`${CASES}/${id}/expected.json`, 'utf8')) as {
      files: string[];
      must: Expectation[];
      mustNot: Expectation[];
    };
    const r = await reported(e.files.map((f) => `${CASES}/${id}/${f}`));
    expect([r.refused, r.unplaced, r.contradictions]).toEqual([0, [], []]);
    for (const must of e.must)
      expect(
        r.findings.some((f) => fits(f, must)),
        `${JSON.stringify(must)} in ${r.findings.map(brief).join('; ')}`,
      ).toBe(true);
    for (const not of e.mustNot) expect(r.findings.filter((f) => fits(f, not)).map(brief)).toEqual([]);
  });
  it('are all here', () => expect(ids.length).toBe(19));
});

/** `m03` alone, as one record. */
const small = async (m: string): Promise<Found[]> => {
  const file = readdirSync(SMALL).find((f) => f.startsWith(`${m}-`)) as string;
  return [...(await reported([`${SMALL}/${file}`])).findings];
};
const of = (list: readonly Found[], rule: string): string[] => list.filter((f) => f.rule === rule).map(brief);
const hours = (h: number, ms = 0): number => h * 3_600_000 + ms;

describe('small logs that came out wrong', () => {
  it.each(['m01', 'm03'])(
    '%s: 96 hours without a judge, no seizure needed, a search warrant no excuse',
    async (m) => {
      expect(of(await small(m), 'probable-cause-hearing')).toEqual([
        `probable-cause-hearing established uncontested ${hours(96) - 60_000 + 1}..${hours(96) + 60_000}`,
      ]);
    },
  );
  it('m04: an arrest seven hours after the seizure', async () => {
    expect(of(await small('m04'), 'probable-cause-hearing')).toEqual([
      `probable-cause-hearing established uncontested ${hours(88.5) - 60_000 + 1}..${hours(88.5) + 60_000}`,
    ]);
  });
  it('m06: suspicion that arises in a stop is not its cause, and no violation was entered', async () => {
    const list = await small('m06');
    expect([...of(list, 'stop-before-cause'), ...of(list, 'fruit')]).toEqual([]);
  });
  it('m08: a wait known by a relation has its figure', async () => {
    const list = await small('m08');
    expect(
      list.filter((f) =>
        fits(f, {
          rule: 'sniff-adds-time',
          quantity: { from: 'call', to: 'dog', min: 75 * 60_000, max: 76 * 60_000 },
        }),
      ).length,
    ).toBe(1);
  });
  it('m09: the search for the license runs beside the question', async () => {
    expect(of(await small('m09'), 'off-mission-detour')).toEqual([
      'off-mission-detour foreclosed uncontested 0..1',
    ]);
  });
  it('m10: nineteen seconds to call a dog', async () => {
    const [f] = (await small('m10')).filter((x) => x.rule === 'off-mission-detour');
    expect([f?.status, f?.bounds?.min]).toEqual(['established', 18_001]);
  });
  it('m11: a comma before exactly three digits is a thousand, and nothing is missing', async () => {
    const file = readdirSync(SMALL).find((f) => f.startsWith('m11-')) as string;
    const r = await reported([`${SMALL}/${file}`]);
    expect([r.refused, of([...r.findings], 'quantity-drift')]).toEqual([0, []]);
  });
  it('m22: pounds and grams are understood, and what is told of them is told with its uncertainty', async () => {
    const file = readdirSync(SMALL).find((f) => f.startsWith('m22-')) as string;
    const r = await reported([`${SMALL}/${file}`]);
    expect(r.refused).toBe(0);
    const drift = r.findings.filter((f) => f.rule === 'quantity-drift');
    expect(drift.length).toBeGreaterThan(0);
    expect(drift.filter((f) => f.status === 'established').map(brief)).toEqual([]);
  });
  it('m14: consent after the release', async () => {
    const list = await small('m14');
    expect([
      ...of(list, 'consent-in-extension'),
      ...of(list, 'fruit'),
      ...of(list, 'mission-complete'),
    ]).toEqual([]);
  });
  it('m18: a search after a ticket', async () => {
    const list = await small('m18');
    expect(of(list, 'search-before-cause').map((x) => x.split(' ')[1])).toEqual(['established']);
    expect(of(list, 'search-incident-late').map((x) => x.split(' ')[1])).toEqual(['arguable']);
  });
  it('m19: by order, no length is proved', async () => {
    const record = await small('m19');
    expect(of(record, 'mission-complete').length).toBe(1);
    const { record: r } = await recordFromFiles(
      [
        {
          name: 'm19.csv',
          bytes: new Uint8Array(
            readFileSync(`${SMALL}/${readdirSync(SMALL).find((f) => f.startsWith('m19')) as string}`),
          ),
        },
      ],
      '',
    );
    const f = analyze(r).findings.find((x) => x.rule === 'mission-complete');
    expect(f?.measures).toContain('by order; no length is proved');
  });
  it('m23: no sum is longer than the seizure', async () => {
    const [f] = (await small('m23')).filter((x) => x.rule === 'off-mission-detour');
    expect(f?.bounds?.max).toBeLessThanOrEqual(601_000);
  });
  it('m24: clipped to the seizure, and established', async () => {
    const [f] = (await small('m24')).filter((x) => x.rule === 'off-mission-detour');
    expect([f?.status, f?.bounds?.min]).toEqual(['established', 180_001]);
  });
  it('m27: released in the next minute; the silence is named by the acts around it', async () => {
    const list = await small('m27');
    expect(of(list, 'mission-complete')).toEqual([]);
    const quiet = list.filter((f) => f.rule === 'unaccounted-minutes');
    expect(quiet.map((f) => f.quantities.map((q) => `${q.from} to ${q.to}`)[0])).toEqual(['stop to warning']);
  });
});
