import { added, changed, removed } from '../record/change';
import type { Demand, ExhibitPlan, HearingStep } from '../record/paper';
import type { Act } from './act';

export const addExhibit = (plan: ExhibitPlan): Act => ({
  caseId: plan.caseId,
  says: `Exhibit planned: ${plan.title}`,
  edits: [added('exhibits', plan)],
});

/** @param seen the exhibit as it was when typing began */
export const changeExhibit = (seen: ExhibitPlan, patch: Partial<ExhibitPlan>): Act => ({
  caseId: seen.caseId,
  says: `Exhibit changed: ${seen.title}`,
  edits: [changed('exhibits', seen, patch)],
});

export const removeExhibit = (plan: ExhibitPlan): Act => ({
  caseId: plan.caseId,
  says: `Exhibit taken out: ${plan.title}`,
  edits: [removed('exhibits', plan)],
});

/** The steps of a hearing, in their order. */
export const orderSteps = (plan: ExhibitPlan, steps: readonly HearingStep[]): Act => ({
  caseId: plan.caseId,
  says: 'Steps of the hearing',
  edits: [changed('exhibits', plan, { steps: [...steps] })],
});

export const addDemands = (caseId: string, demands: readonly Demand[]): Act => ({
  caseId,
  says: demands.length === 1 ? 'Demand added to the letter' : `${demands.length} demands added to the letter`,
  edits: demands.map((d) => added('demands', d)),
});

/** @param seen the demand as it was when typing began */
export const changeDemand = (seen: Demand, patch: Partial<Demand>): Act => ({
  caseId: seen.caseId,
  says: 'Demand changed',
  edits: [changed('demands', seen, patch)],
});

export const removeDemand = (demand: Demand): Act => ({
  caseId: demand.caseId,
  says: 'Demand taken out',
  edits: [removed('demands', demand)],
});
