import { apart } from './custody/apart';
import { custodyGap } from './custody/custody-gap';
import { custodyMismatch } from './custody/custody-mismatch';
import { hashMismatch } from './custody/hash-mismatch';
import { labOrder } from './custody/lab-order';
import { lateBooking } from './custody/late-booking';
import { missingHand } from './custody/missing-hand';
import { quantityDrift } from './custody/quantity-drift';
import { sampling } from './custody/sampling';
import { sealBreak } from './custody/seal-break';
import { substituteAnalyst } from './custody/substitute-analyst';
import { twoPlaces } from './custody/two-places';
import { unloggedAccess } from './custody/unlogged-access';
import type { Finding } from './finding';
import { contestedByLaw } from './law/contest';
import type { Rule, RuleContext } from './rule';
import { consentInExtension } from './search/consent-in-extension';
import { fruit } from './search/fruit';
import { phoneWithoutWarrant } from './search/phone-without-warrant';
import { presentmentDelay } from './search/presentment-delay';
import { probableCauseHearing } from './search/probable-cause-hearing';
import { searchAfterWithdrawal } from './search/search-after-withdrawal';
import { searchBeforeCause } from './search/search-before-cause';
import { searchIncidentLate } from './search/search-incident-late';
import { sniffAtHome } from './search/sniff-at-home';
import { sniffEntersCar } from './search/sniff-enters-car';
import { unwarnedQuestions } from './search/unwarned-questions';
import { waitForWarrant } from './search/wait-for-warrant';
import { warrantClock } from './search/warrant-clock';
import { aiReport, withoutDrafted } from './sources/ai-report';
import { cameraHole } from './sources/camera-hole';
import { clockOff } from './sources/clock-off';
import { contradiction } from './sources/contradiction';
import { lateLoss } from './sources/late-loss';
import { neverProduced } from './sources/never-produced';
import { claimAgainstFootage } from './stop/claim-against-footage';
import { deFactoArrest } from './stop/de-facto-arrest';
import { friskWithoutDanger } from './stop/frisk-without-danger';
import { missionComplete } from './stop/mission-complete';
import { offMissionDetour } from './stop/off-mission-detour';
import { shouldHaveEnded } from './stop/should-have-ended';
import { slowMission } from './stop/slow-mission';
import { sniffAddsTime } from './stop/sniff-adds-time';
import { stopBeforeCause } from './stop/stop-before-cause';
import { suspicionLate } from './stop/suspicion-late';
import { unaccountedMinutes } from './stop/unaccounted-minutes';

/** Every rule, in the order of `README.md`, in which findings are listed; those that build on others come after them. */
export const RULES: readonly Rule[] = [
  missionComplete,
  sniffAddsTime,
  offMissionDetour,
  shouldHaveEnded,
  unaccountedMinutes,
  slowMission,
  stopBeforeCause,
  claimAgainstFootage,
  suspicionLate,
  friskWithoutDanger,
  deFactoArrest,
  consentInExtension,
  sniffEntersCar,
  searchBeforeCause,
  searchAfterWithdrawal,
  sniffAtHome,
  searchIncidentLate,
  phoneWithoutWarrant,
  warrantClock,
  waitForWarrant,
  probableCauseHearing,
  presentmentDelay,
  unwarnedQuestions,
  fruit,
  cameraHole,
  lateLoss,
  neverProduced,
  aiReport,
  contradiction,
  clockOff,
  custodyGap,
  custodyMismatch,
  twoPlaces,
  missingHand,
  lateBooking,
  unloggedAccess,
  sealBreak,
  quantityDrift,
  labOrder,
  hashMismatch,
  sampling,
  substituteAnalyst,
];

const byId = new Map(RULES.map((r) => [r.id, r]));

/** The rule behind a finding. @throws when no rule has that id */
export function ruleOf(id: string): Rule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`there is no rule ${id}`);
  return rule;
}

/** The rules whose findings this one builds on, in the order of the list. */
export const behind = (rule: Rule): readonly Rule[] =>
  rule.builds === undefined
    ? []
    : RULES.filter((r) => r !== rule && (r.taints === 'grounds' || r.taints === rule.builds));

/** The findings of one rule, with those that it builds on worked out first. */
export function findingsOf(rule: Rule, context: RuleContext): Finding[] {
  const earlier = behind(rule).flatMap((r) => findingsOf(r, context));
  return runRule(rule, context, earlier);
}

/** Each with a key of its own, by which plans, exhibits and hearings know it: what a rule finds of one row in two stops is two. */
function keyed(findings: readonly Finding[]): Finding[] {
  const times = new Map<string, number>();
  return findings.map((f) => {
    const n = (times.get(f.key) ?? 0) + 1;
    times.set(f.key, n);
    return n === 1 ? f : { ...f, key: `${f.key} ${n}` };
  });
}

/** Runs one rule; what a program drafted establishes nothing, law that is against us and binds contests, and no two hand-overs have one title. */
export const runRule = (rule: Rule, context: RuleContext, earlier: readonly Finding[]): Finding[] =>
  apart(
    context,
    contestedByLaw(
      rule,
      context.record.case,
      keyed(
        rule.ofSources ? rule.run(context, earlier) : withoutDrafted(context, rule.run(context, earlier)),
      ),
    ),
  );
