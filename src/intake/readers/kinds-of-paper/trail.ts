import { headOf, says, textOf } from '../looks';
import type { Reader } from '../reader';
import { readTrail } from '../trail';

export const trail: Reader = {
  id: 'trail',
  name: 'Audit or device trail',
  sure: (p) =>
    Math.min(
      1,
      says(
        headOf(p),
        /audit (?:trail|log)|device (?:event |activity |audit )?(?:trail|log|history)|evidence history|trail report|activity trail/i,
      ) *
        0.6 +
        says(
          textOf(p),
          /record(?:ing)? (?:started|stopped|start|stop)|recorded on|buffering|mute (?:on|off)/i,
          /serial|uuid|camera|firmware|evidence/i,
        ) *
          0.2,
    ),
  read: readTrail,
};
