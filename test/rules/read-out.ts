import { expect } from 'vitest';
import { type Analysis, analyze } from '../../src/analysis/analyze';
import type { MomentRef } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import type { Bounds } from '../../src/time/duration';
import { reasonKey } from '../../src/time/solver/reason';

/** What the rules say of a record, word for word, to be read by a person when it changes, as the pictures are; with each proof as it is read aloud, or without. */
export function readOut(r: CaseRecord, a: Analysis = analyze(r), withProofs = true): string {
  const ref = (id: string): string =>
    r.events.find((e) => e.id === id)?.ref || r.custody.find((c) => c.id === id)?.ref || id;
  const at = (m: MomentRef): string => `${ref(m.id)}${m.edge === 'start' ? '' : `.${m.edge}`}`;
  const ms = (b: Bounds): string => `${b.min} to ${b.max} ms`;
  const lines: string[] = [];
  for (const f of a.findings) {
    lines.push(
      `## ${f.status}: ${f.title}`,
      `rule ${f.rule}${f.item ? `, item ${r.items.find((i) => i.id === f.item)?.number}` : ''}`,
    );
    if (f.bounds) lines.push(`${ms(f.bounds)} ${f.measures}`);
    if (f.span) lines.push(`drawn from ${at(f.span.from)} to ${at(f.span.to)}`);
    if (f.subjects.length > 0) lines.push(`about ${f.subjects.map(ref).join(', ')}`);
    for (const p of f.premises) lines.push(`- ${p.says}${p.row ? ` [${ref(p.row)}]` : ''}`);
    for (const q of f.quantities) lines.push(`* ${at(q.from)} to ${at(q.to)}: ${ms(q.bounds)}`);
    for (const rest of f.restsOn) lines.push(`> ${reasonKey(rest).replace(/\brow-\d+\b/g, ref)}`);
    if (withProofs)
      for (const p of a.proofs[f.key] ?? [])
        lines.push(`= ${p.lines.map((l) => l.says).join(' ')} ${p.concludes}`);
    lines.push('');
  }
  for (const c of a.contradictions)
    lines.push(`! ${c.by} ms: ${c.entries.map((e) => reasonKey(e).replace(/\brow-\d+\b/g, ref)).join('; ')}`);
  for (const c of a.clocks)
    lines.push(`clock ${r.clocks.find((k) => k.id === c.id)?.name}: ${c.offset ? ms(c.offset) : 'none'}`);
  for (const h of a.hoursOff) lines.push(`hours: ${h.says}`);
  return `${lines.join('\n')}\n`;
}

/**
 * The analysis of a table test's record, kept word for word beside the test under the test's own name, which says the
 * facts in a line (`npx vitest run --project node -u test/rules` keeps a new reading).
 */
export function judged(r: CaseRecord): Analysis {
  const a = analyze(r);
  expect(readOut(r, a, false)).toMatchSnapshot();
  return a;
}
