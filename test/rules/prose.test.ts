import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { recordFromFiles } from '../../src/importers/assemble';
import type { MomentRef } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import type { Bounds } from '../../src/time/duration';
import { reasonKey } from '../../src/time/reason';
import { BUSY } from './busy';

/**
 * What the rules say of whole records, word for word, kept in `test/pictures/` and read by a person when it changes, as
 * the pictures are: `UPDATE_PICTURES=1 npx vitest run --project node test/rules`.
 */
function prose(r: CaseRecord): string {
  const a = analyze(r);
  const ref = (id: string): string => r.events.find((e) => e.id === id)?.ref || r.custody.find((c) => c.id === id)?.ref || id;
  const at = (m: MomentRef): string => `${ref(m.id)}${m.edge === 'start' ? '' : `.${m.edge}`}`;
  const ms = (b: Bounds): string => `${b.min} to ${b.max} ms`;
  const lines: string[] = [];
  for (const f of a.findings) {
    lines.push(`## ${f.status}: ${f.title}`, `rule ${f.rule}${f.item ? `, item ${r.items.find((i) => i.id === f.item)?.number}` : ''}`);
    if (f.bounds) lines.push(`${ms(f.bounds)} ${f.measures}`);
    if (f.span) lines.push(`drawn from ${at(f.span.from)} to ${at(f.span.to)}`);
    if (f.subjects.length > 0) lines.push(`about ${f.subjects.map(ref).join(', ')}`);
    for (const p of f.premises) lines.push(`- ${p.says}${p.row ? ` [${ref(p.row)}]` : ''}`);
    for (const q of f.quantities) lines.push(`* ${at(q.from)} to ${at(q.to)}: ${ms(q.bounds)}`);
    for (const rest of f.restsOn) lines.push(`> ${reasonKey(rest).replace(/\brow-\d+\b/g, ref)}`);
    for (const p of a.proofs[f.key] ?? []) lines.push(`= ${p.lines.map((l) => l.says).join(' ')} ${p.concludes}`);
    lines.push('');
  }
  for (const c of a.contradictions) lines.push(`! ${c.by} ms: ${c.entries.map((e) => reasonKey(e).replace(/\brow-\d+\b/g, ref)).join('; ')}`);
  for (const c of a.clocks) lines.push(`clock ${r.clocks.find((k) => k.id === c.id)?.name}: ${c.offset ? ms(c.offset) : 'none'}`);
  for (const h of a.hoursOff) lines.push(`hours: ${h.says}`);
  return `${lines.join('\n')}\n`;
}

function expectProse(name: string, r: CaseRecord): void {
  const path = `test/pictures/${name}.findings.txt`;
  const now = prose(r);
  if (process.env['UPDATE_PICTURES'] === '1') writeFileSync(path, now);
  expect(now, `${path} reads otherwise now: read it, and keep it with UPDATE_PICTURES=1`).toBe(readFileSync(path, 'utf8'));
}

const files = async (...names: string[]): Promise<CaseRecord> => {
  const read = await Promise.all(names.map(async (name) => ({ name: name.split('/').at(-1) as string, bytes: new Uint8Array(await readFile(name)) })));
  return (await recordFromFiles(read, 'America/Chicago')).record;
};

describe('findings as they read', () => {
  it('on a record in which nearly every rule speaks', () => {
    expectProse('busy', BUSY);
    expectProse('busy-assumed', { ...BUSY, syncPoints: [] });
  });
  it('on both samples and the agency’s form', async () => {
    expectProse('rodriguez', await files('public/samples/rodriguez-stop-log.csv'));
    expectProse('roadside', await files('public/samples/roadside-stop-log.csv', 'public/samples/roadside-cameras.csv', 'public/samples/roadside-custody.csv'));
    expectProse('agency', await files('test/fixtures/custody/chain-of-custody.csv', 'test/fixtures/custody/locker-and-lab.csv'));
  });
});
