import { rowById } from '../../record/rows';
import type { Finding } from '../finding';
import { says } from '../make-finding';
import type { RuleContext } from '../rule';
import { handOver } from './chain';

/**
 * The findings of one rule, those on items of evidence with titles that tell them apart: where two have the same, each names
 * its hand-over, the last that it is about, or the entry of the log.
 */
export function apart({ record }: RuleContext, findings: readonly Finding[]): Finding[] {
  const times = new Map<string, number>();
  for (const f of findings) times.set(f.title, (times.get(f.title) ?? 0) + 1);
  return findings.map((f) => {
    if (f.item === null || (times.get(f.title) ?? 0) < 2) return f;
    const last = f.subjects.at(-1) ?? null;
    const [line, entry] = [rowById(record.custody, last), rowById(record.events, last)];
    const which = line ? handOver(line) : entry ? `${says(entry)}, ${entry.start}` : '';
    return which === '' || f.title.includes(which) ? f : { ...f, title: `${f.title} (${which})` };
  });
}
