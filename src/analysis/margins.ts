import { isAssumption, type Reason, reasonKey } from '../time/solver/reason';
import type { WhatIf } from '../time/solver/what-if';
import type { Steps } from '../time/steps';

/** By how much one assumption may be wrong before what rests on it falls. */
export interface Margin {
  readonly key: string;
  readonly says: string;
  /** ms by which it may be wider at both ends and the conclusion still hold; 0 for one that has no width: it is so, or it is not. */
  readonly holdsWithin: number;
}

/** No clock is wrong by more: ten years. */
const FAR = 10 * 365 * 86_400_000;

/**
 * The assumptions on which a conclusion truly rests: those under which it falls when they are wide enough. How wrong one
 * may be is found by doubling, then halving: a wider assumption never strengthens anything, so there is one threshold.
 * @param holds whether the conclusion holds under a question
 */
export function* margins(
  restsOn: readonly Reason[],
  holds: (whatIf: WhatIf) => Steps<boolean>,
): Steps<Margin[]> {
  const found: Margin[] = [];
  for (const [key, reason] of new Map(restsOn.filter(isAssumption).map((r) => [reasonKey(r), r]))) {
    if (reason.kind === 'assumption' && reason.row === 'one-at-a-time') {
      found.push({ key, says: reason.says, holdsWithin: 0 });
      continue;
    }
    const within = (ms: number): Steps<boolean> => holds({ slack: new Map([[key, ms]]) });
    if (yield* within(FAR)) continue;
    const says =
      reason.kind === 'assumption' ? reason.says : 'the tolerance of “about” is the case’s default';
    found.push({ key, says, holdsWithin: yield* largest(within) });
  }
  return found;
}

/** The largest whole ms at which `holds`, given that it holds at 0 and not for ever, and never again once it has failed. */
function* largest(holds: (ms: number) => Steps<boolean>): Steps<number> {
  let hi = 1000;
  while (yield* holds(hi)) hi *= 2;
  let lo = hi === 1000 ? 0 : hi / 2;
  while (hi - lo > 1) {
    const mid = Math.floor((lo + hi) / 2);
    if (yield* holds(mid)) lo = mid;
    else hi = mid;
  }
  return lo;
}
