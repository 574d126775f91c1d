import * as v from 'valibot';
import type { Finding } from '../rules/finding';
import { printBounds } from '../time/duration';
import { LABELS } from '../words/label';

const end = v.nullable(v.number());

/** A finding as it stood when somebody last read it. */
export const ReadSchema = v.object({
  at: v.number(),
  status: v.picklist(['established', 'arguable', 'foreclosed'] as const),
  /** Absent in what was read before there were two marks. */
  standing: v.optional(v.picklist(['uncontested', 'contested'] as const)),
  /** ms; null for an end that is open, or where the finding has no bounds. */
  min: end,
  max: end,
  premises: v.array(v.string()),
});
export type Read = v.InferOutput<typeof ReadSchema>;

const finite = (n: number | undefined): number | null => (n !== undefined && Number.isFinite(n) ? n : null);

/** What is kept of a finding that is being read. */
export function readOf(f: Finding, at: number): Read {
  return {
    at,
    status: f.status,
    standing: f.standing,
    min: finite(f.bounds?.min),
    max: finite(f.bounds?.max),
    premises: f.premises.map((p) => p.says),
  };
}

/** What changed since then, in sentences; empty where nothing did. */
export function changedSince(before: Read, f: Finding): string[] {
  const now = readOf(f, 0);
  const said: string[] = [];
  if (before.status !== now.status)
    said.push(`It was ${LABELS[before.status]}, and is ${LABELS[now.status]}.`);
  if (before.standing && before.standing !== now.standing)
    said.push(`It was ${before.standing}, and is ${now.standing}.`);
  if (before.min !== now.min || before.max !== now.max) {
    const text = (r: Read): string =>
      r.min === null && r.max === null
        ? 'without bounds'
        : printBounds({ min: r.min ?? Number.NEGATIVE_INFINITY, max: r.max ?? Number.POSITIVE_INFINITY });
    said.push(`Its bounds were ${text(before)}, and are ${text(now)}.`);
  }
  for (const p of now.premises) if (!before.premises.includes(p)) said.push(`New: ${p}`);
  for (const p of before.premises) if (!now.premises.includes(p)) said.push(`No longer: ${p}`);
  return said;
}
