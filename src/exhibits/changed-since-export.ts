import type { ExhibitPlan } from '../record/paper';
import type { Exhibit } from './exhibit';
import { oneLine } from './printable';

/** The lines that tell whether an exhibit has changed since it was handed over. */
export function linesOf(exhibit: Exhibit): {
  facts: Record<string, string>;
  findings: Record<string, string>;
} {
  return {
    facts: Object.fromEntries(
      exhibit.facts.map((f) => [
        f.id,
        oneLine(`${f.day} ${f.clock} ${f.who === '' ? '' : `${f.who}: `}${f.what} (${f.cite})`, 400),
      ]),
    ),
    findings: Object.fromEntries(
      exhibit.findings.map((f) => [f.key, oneLine(`${f.title}: ${f.bounds} ${f.status}`, 400)]),
    ),
  };
}

/** What is different now from what was handed over, in sentences; empty where nothing is. */
export function changedSinceExport(exported: ExhibitPlan['exported'], exhibit: Exhibit): string[] {
  if (!exported) return [];
  const now = linesOf(exhibit);
  const says: string[] = [];
  for (const [kind, before, after] of [
    ['Finding', exported.findings, now.findings],
    ['Entry', exported.facts, now.facts],
  ] as const) {
    for (const [id, text] of Object.entries(after)) {
      const was = before[id];
      if (was === undefined) says.push(`${kind} added: ${text}`);
      else if (was !== text) says.push(`${kind} changed: was “${was}”, is “${text}”`);
    }
    for (const [id, was] of Object.entries(before))
      if (!(id in after)) says.push(`${kind} no longer in it: ${was}`);
  }
  return says;
}
