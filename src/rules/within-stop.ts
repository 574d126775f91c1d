import type { EventRow } from '../record/event';
import type { KindClass } from '../record/kind';
import { classOf } from '../record/vocabulary';
import type { Finding } from '../rules/finding';
import { says } from '../rules/make-finding';
import { type RuleContext, startOf } from '../rules/rule';

/** What may come before a stop and still speak of it. */
const OF_BEFORE = new Set<KindClass>(['claim', 'suspicion', 'coverage', 'warrant', 'seizure']);

/**
 * What may have happened before the seizure is no certain part of it: a finding of the stop that rests on such an act is
 * arguable at most.
 */
export function withinStop(context: RuleContext, findings: readonly Finding[]): Finding[] {
  const subjects = new Set(findings.flatMap((f) => (f.status === 'established' ? f.subjects : [])));
  if (subjects.size === 0) return [...findings];
  const early = earlyAmong(context, subjects);
  if (early.size === 0) return [...findings];
  return findings.map((f) => {
    const e = f.status === 'established' ? f.subjects.flatMap((s) => early.get(s) ?? [])[0] : undefined;
    if (!e) return f;
    return {
      ...f,
      status: 'arguable',
      premises: [...f.premises, { says: `It may have come before the seizure: ${says(e)}`, row: e.id }],
    };
  });
}

/** Those of these acts that may come before the stop to which they are counted; none where a record begins no seizure. */
function earlyAmong(
  { record, solved, stops }: RuleContext,
  subjects: ReadonlySet<string>,
): Map<string, EventRow> {
  const found = new Map<string, EventRow>();
  for (const { begins, places } of stops) {
    if (!begins) continue;
    for (const i of places) {
      const e = record.events[i] as EventRow;
      if (
        subjects.has(e.id) &&
        !OF_BEFORE.has(classOf(e.kind)) &&
        solved.bounds(startOf(begins), startOf(e)).min < 0
      )
        found.set(e.id, e);
    }
  }
  return found;
}
