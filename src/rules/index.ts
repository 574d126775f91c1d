import { custodyGap } from './custody/custody-gap';
import { custodyMismatch } from './custody/custody-mismatch';
import { missingHand } from './custody/missing-hand';
import { twoPlaces } from './custody/two-places';
import type { Rule } from './rule';
import { cameraHole } from './sources/camera-hole';
import { missionComplete } from './stop/mission-complete';
import { offMissionDetour } from './stop/off-mission-detour';
import { sniffAddsTime } from './stop/sniff-adds-time';
import { unaccountedMinutes } from './stop/unaccounted-minutes';

/** Every rule, in the order in which findings are listed. */
export const RULES: readonly Rule[] = [
  missionComplete,
  sniffAddsTime,
  offMissionDetour,
  unaccountedMinutes,
  cameraHole,
  custodyGap,
  custodyMismatch,
  twoPlaces,
  missingHand,
];

const byId = new Map(RULES.map((r) => [r.id, r]));

/** The rule behind a finding. @throws when no rule has that id */
export function ruleOf(id: string): Rule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`there is no rule ${id}`);
  return rule;
}
