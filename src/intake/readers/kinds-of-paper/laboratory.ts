import type { Paper } from '../../../papers/paper';
import { blocksOf } from '../blocks';
import { custodyWithin } from '../custody';
import { laboratoryRows } from '../laboratory-rows';
import { headOf, says, textOf } from '../looks';
import { readNarrative } from '../narrative';
import type { Proposals, ReadContext, Reader } from '../reader';

export const laboratory: Reader = {
  id: 'laboratory',
  name: 'Laboratory report',
  sure: (p) =>
    Math.min(
      1,
      says(headOf(p), /laborator|forensic (?:center|science|services)|crime lab|toxicolog/i) * 0.72 +
        says(
          headOf(p),
          /report of|analysis|examination|biology|chemistry|toxicology report|firearms report/i,
        ) *
          0.1 +
        says(textOf(p), /analyst|reviewer|examiner/i, /received|condition/i) * 0.12,
    ),
  read,
};

/** A laboratory report is prose and tables of days, and an end of the chain. */
function read(paper: Paper, context: ReadContext): Proposals {
  const blocks = blocksOf(paper);
  const custody = [...laboratoryRows(blocks, context), ...custodyWithin(paper, context)];
  return { ...readNarrative(paper, context, true), custody };
}
