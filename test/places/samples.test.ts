import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { exhibitOf } from '../../src/exhibits/exhibit';
import { inspect, readFrames } from '../../src/media/inspect';
import { SAMPLES } from '../../src/places/cases/sample-list';
import { samplePlan, sampleRecord } from '../../src/places/cases/sample-record';
import { isShown } from '../../src/places/hearing/steps';
import { FACT_TABLES, TABLES } from '../../src/record/tables';

const bytesOf = async (file: string): Promise<Uint8Array> =>
  new Uint8Array(readFileSync(`public/samples/${file}`));

it.each(SAMPLES)(
  '$title comes with an exhibit and a hearing whose every step can be shown',
  async (sample) => {
    const record = await sampleRecord(sample, sample.id, 0, bytesOf);
    const plan = samplePlan(sample, record, 'x');
    const exhibit = exhibitOf({ record, analysis: analyze(record) }, plan, '2026-11-25', new Map());
    expect(exhibit.facts.length).toBeGreaterThan(10);
    expect(exhibit.findings.length).toBeGreaterThan(0);
    expect(plan.steps.slice(0, 3).map((s) => s.show)).toEqual(['minute', 'stop', 'finding']);
    expect(plan.steps.filter((s) => !isShown(exhibit, s))).toEqual([]);
    expect(plan.steps.filter((s) => s.show === 'finding').length).toBeGreaterThanOrEqual(1);
  },
);

it('the clip is the file that the sample names, and its marks stand on frames of it, within the entries beside them', async () => {
  const sample = SAMPLES.find((s) => s.clip);
  const clip = sample?.clip;
  if (!sample || !clip) throw new Error('no sample has a clip');
  const bytes = await bytesOf(clip.file);
  expect(bytes.length).toBeLessThan(300_000);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(clip.sha256);
  const file = new File([bytes as Uint8Array<ArrayBuffer>], clip.file);
  const frames = await readFrames(
    file,
    () => undefined,
    () => false,
  );
  const { media } = await inspect(file);
  expect({ ...media, frames: frames?.times.length, variable: frames?.variable }).toEqual(clip.media);
  for (const m of clip.marks) expect(frames?.times[m.filmed?.frame ?? -1]).toBeCloseTo(m.at, 3);

  const record = await sampleRecord(sample, sample.id, 0, bytesOf);
  const { contradictions, findings, unplaced, positions } = analyze(record);
  // The clip agrees with the form: no contradiction beside the report's own, and a camera of an evidence room is none of the stop.
  expect(contradictions).toHaveLength(1);
  expect(unplaced).toEqual([]);
  expect(findings.filter((f) => f.title.startsWith(clip.source))).toEqual([]);
  const rows = record.events.flatMap((e, i) => (e.filmed ? [2 * i] : []));
  const from = Date.parse('2024-03-18T14:10:00Z');
  for (const m of rows) {
    expect(positions.min[m]).toBeGreaterThan(from);
    expect(positions.max[m]).toBeLessThan(from + 60_000);
    expect((positions.max[m] as number) - (positions.min[m] as number)).toBeLessThan(1500);
  }
  expect(rows).toHaveLength(clip.marks.length);
});

it('a finding that is ruled out carries no title that asserts it', async () => {
  const sample = SAMPLES.find((s) => s.madeUp);
  if (!sample) throw new Error('no sample is made up');
  const { findings } = analyze(await sampleRecord(sample, sample.id, 0, bytesOf));
  const out = findings.filter((f) => f.status === 'foreclosed');
  expect(out.map((f) => f.title)).toEqual(['Ruled out: Item 1 (powder): seal S-101 becomes S-103']);
});

it('what the opinion says in order is drawn in that order, the violation before the stop', async () => {
  const sample = SAMPLES.find((s) => s.id === 'sample-rodriguez');
  if (!sample) throw new Error('it is gone');
  const record = await sampleRecord(sample, sample.id, 0, bytesOf);
  const { positions } = analyze(record);
  const at = record.events.map((_, i) => positions.at[2 * i] as number);
  // Its rows stand as the opinion tells them; what is told as one moment may share a place.
  expect(at.slice(0, 3)).toEqual([...at.slice(0, 3)].sort((a, b) => a - b));
  expect(new Set(at.slice(0, 3)).size).toBe(3);
  for (const [i, t] of at.entries()) if (i > 0) expect(t).toBeGreaterThanOrEqual(at[i - 1] as number);
});

it.each(SAMPLES)('$title holds no field that a case file would leave out', async (sample) => {
  const record = await sampleRecord(sample, sample.id, 0, bytesOf);
  // A row with one more field than its schema comes back from its case file as one that somebody changed.
  for (const table of FACT_TABLES) {
    const rows = (record as unknown as Record<string, readonly object[]>)[table] ?? [];
    for (const row of rows) expect(v.parse(TABLES[table].schema, row), table).toEqual(row);
  }
});
