import { headlineOf } from '../analysis/headline';
import type { MomentRef } from '../record/event';
import type { Finding, Quantity } from '../rules/finding';
import type { Proof } from '../words/proof';

const same = (a: MomentRef, b: MomentRef): boolean => a.id === b.id && a.edge === b.edge;

/** The proofs that a paper prints under a finding. */
export interface ProvedBelow {
  readonly proofs: readonly Proof[];
  /** Why the figure is not that of the proofs; empty where it is. */
  readonly reconciles: string;
}

/** So many proofs stand under one finding. */
const PRINTED = 4;

/**
 * What proves a finding's figure: the interval whose ends it has; where two intervals have one end each, the one end of both;
 * where none has, the stretch that the finding is about, with how the figure comes of it. A second that may even come first
 * is counted as none, and needs no such word.
 * @param all the finding's proofs, both ends of each of its intervals
 */
export function provedBelow(f: Finding, all: readonly Proof[]): ProvedBelow {
  const of = (q: Quantity, end?: Proof['end']): Proof[] =>
    all.filter((p) => same(p.from, q.from) && same(p.to, q.to) && (end === undefined || p.end === end));
  const own = f.quantities.find((q) => difference(f, q) === '' && provesBoth(f, of(q)));
  if (own) return { proofs: of(own), reconciles: '' };
  const [least, most] = [headlineOf(f, 'min'), headlineOf(f, 'max')];
  const ends = least && most ? [...of(least, 'min'), ...of(most, 'max')] : [];
  if (ends.length === 2) return { proofs: ends, reconciles: '' };
  const { span } = f;
  const spanned = span && f.quantities.find((q) => same(q.from, span.from) && same(q.to, span.to));
  const tells = ({ bounds: b }: Quantity): boolean => !f.bounds || said(b.min) > 0 || Number.isFinite(b.max);
  const proved = f.quantities.filter((q) => tells(q) && provesBoth(q, of(q)));
  const about = [most, least, spanned, ...proved].find((q) => q && proved.includes(q));
  // What is none of the intervals, and differs from none of them, comes of an act without an end: no span proves it.
  if (!about || (f.bounds && difference(f, about) === '')) return { proofs: [], reconciles: '' };
  const adds = f.bounds !== null && difference(f, about) === ADDED;
  return {
    proofs: (adds || (f.bounds === null && !spanned) ? proved : [about])
      .flatMap((q) => of(q))
      .slice(0, PRINTED),
    reconciles: difference(f, about),
  };
}

/** Whether each end of which a figure says something is among these. */
const provesBoth = ({ bounds }: Pick<Finding, 'bounds'>, proofs: readonly Proof[]): boolean =>
  bounds !== null &&
  proofs.length > 0 &&
  (said(bounds.min) === 0 || proofs.some((p) => p.end === 'min')) &&
  (!Number.isFinite(bounds.max) || proofs.some((p) => p.end === 'max'));

/** A least, ms: none where it is below zero, or less than is ever printed. */
const said = (min: number): number => (min < 1000 ? 0 : min);

const TAKEN =
  'The figure above is less than the span proved below: what may have run beside it, gone on into it, or lain outside the stop, is taken off.';
const ADDED = 'The figure above adds several spans; the longest of them are proved below.';

/** How a figure comes of one interval: empty where it is that interval, a least below zero counted as none. */
function difference({ bounds }: Finding, q: Quantity): string {
  if (!bounds) return '';
  const [min, max] = [said(q.bounds.min), Math.max(0, q.bounds.max)];
  if (said(bounds.min) === min && bounds.max === max) return '';
  return said(bounds.min) > min || bounds.max > max ? ADDED : TAKEN;
}
