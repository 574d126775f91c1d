import type { Paper } from '../../../papers/paper';
import { headOf, rowShare, says, textOf } from '../looks';
import type { Proposals, ReadContext, Reader } from '../reader';
import { rowsOnly } from '../rows';

export const access: Reader = {
  id: 'access',
  name: 'Access or keypad log',
  sure: (p) =>
    Math.min(
      1,
      says(
        headOf(p),
        /access (?:log|report|control|event)|keypad|locker (?:activity|log)|door (?:\d+ )?(?:log|history|controller|report|event|activity)|room door|alarm panel|badge reader|card reader|entry log/i,
      ) *
        0.75 +
        says(textOf(p), /\b(?:opened|open|granted|denied|unlock\w*)\b/i) * 0.2 +
        (rowShare(p) > 0.3 ? 0.2 : 0),
    ),
  read,
};

/** Each opening of a door is an access; closing, motion and tests are notes. */
function read(paper: Paper, context: ReadContext): Proposals {
  return rowsOnly(paper, context, {
    span: true,
    kind: (b, _, m) => {
      const opens =
        /^open/i.test(m.label) ||
        /^\S+ in\b|\b(?:open(?:ed)?|granted|unlock\w*|valid|enter(?:ed)?|entry|access|retrieve|deposit|scan)\b/i.test(
          b.text,
        );
      return opens &&
        !/\b(?:closed?(?! door)|motion|held|propped|forced|denied|invalid|locked)\b/i.test(
          b.cells.length > 5 ? '' : b.text,
        )
        ? 'access'
        : 'note';
    },
  });
}
