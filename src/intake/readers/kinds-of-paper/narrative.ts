import { custodyWithin } from '../custody';
import { headOf, proseShare, says } from '../looks';
import { readNarrative } from '../narrative';
import type { Reader } from '../reader';

export const narrative: Reader = {
  id: 'narrative',
  name: 'Report in prose',
  sure: (p) =>
    Math.min(
      0.95,
      proseShare(p) * 0.9 +
        says(headOf(p), /narrative|supplement|incident report|offense report|arrest report|statement/i) *
          0.25,
    ),
  read: (p, c) => ({ ...readNarrative(p, c), custody: custodyWithin(p, c) }),
};
