import type { MomentRef } from '../record/event';
import type { Finding, Quantity } from '../rules/finding';
import type { Proof } from '../words/proof';

const same = (a: MomentRef, b: MomentRef): boolean => a.id === b.id && a.edge === b.edge;

/**
 * The interval that gives one end of a finding's own bounds, among those that it names; of several the one that its
 * bracket is drawn over. The two ends can come of two intervals, as where the last of several acts counts. Null where no
 * interval of two moments has that end, as with a sum.
 */
export function headlineOf(f: Finding, end: 'min' | 'max'): Quantity | null {
  const { bounds, span } = f;
  if (!bounds) return null;
  const alike = f.quantities.filter((q) => q.bounds[end] === bounds[end]);
  return (
    alike.find((q) => span && same(q.from, span.from) && same(q.to, span.to)) ??
    alike.find((q) => q.bounds.min === bounds.min && q.bounds.max === bounds.max) ??
    alike.find((q) => span && same(q.to, span.to)) ??
    alike[0] ??
    null
  );
}

/** The proofs of both ends of a finding's own interval; an end that nothing bounds has none, and a sum has none of its own. */
export function headlineProofs(f: Finding, proofs: readonly Proof[]): Proof[] {
  return (['min', 'max'] as const).flatMap((end) => {
    const own = headlineOf(f, end);
    const proof = own && proofs.find((p) => p.end === end && same(p.from, own.from) && same(p.to, own.to));
    return proof ?? [];
  });
}
