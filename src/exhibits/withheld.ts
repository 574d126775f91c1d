import type { Demand, ExhibitPlan } from '../record/paper';
import type { DisclosurePlan } from '../record/work-product';

/** Findings that the attorney's plan keeps back, by key, each with that word and nothing else of the plan. */
export type Withheld = ReadonlyMap<string, 'on hold' | 'dismissed'>;

/** What the disclosure plans of a case keep back. Why stays behind. */
export const withheldOf = (plans: readonly DisclosurePlan[]): Withheld =>
  new Map(
    plans
      .filter((p) => p.dismissed !== '' || p.plan === 'hold')
      .map((p) => [p.about, p.dismissed !== '' ? 'dismissed' : 'on hold']),
  );

/** The findings of an exhibit as the plan binds them: what is kept back stands in it only where it was taken in by name. */
export function boundFindings(
  plan: Pick<ExhibitPlan, 'findings' | 'despite'>,
  withheld: Withheld,
): { readonly shown: string[]; readonly keptBack: string[]; readonly despite: string[] } {
  const byName = new Set(plan.despite);
  const held = plan.findings.filter((key) => withheld.has(key));
  return {
    shown: plan.findings.filter((key) => !withheld.has(key) || byName.has(key)),
    keptBack: held.filter((key) => !byName.has(key)),
    despite: held.filter((key) => byName.has(key)),
  };
}

/** The demands of a letter as the plan binds them: one that came of a finding kept back stands in it only by name. */
export const boundDemands = (demands: readonly Demand[], withheld: Withheld): Demand[] =>
  demands.filter((d) => d.despite === true || !withheld.has(d.about));
