import type { Paper } from '../../papers/paper';
import { type Block, blocksOf } from './blocks';
import { Builder } from './build';
import { actsIn } from './kinds';
import { timingOf } from './moments';
import type { Proposals, ReadContext } from './reader';
import { sentencesOf } from './sentences';

/** A line of a hearing: its number, and Q., A. or who speaks. */
const SPOKEN = /^\s*(?:\d{1,2}\s+)?(?:(Q|A)[.:]?\s|((?:THE )?(?:COURT|WITNESS)|(?:MR|MS|MRS)\. [A-Z]+):)/;

const ANSWER = /^\s*(?:\d{1,2}\s+)?A[.:]?\s/;

/** How surely a paper is the record of a hearing: lines of question and answer. */
export function testimonyShare(paper: Paper): number {
  const lines = paper.pages.flatMap((p) => p.lines).filter((l) => l.text !== '');
  const spoken = lines.filter((l) => SPOKEN.test(l.text));
  return spoken.length < 4 ? 0 : spoken.length / lines.length;
}

/**
 * The record of a hearing: each line with a time is a claim of whoever answers. The day of the hearing is no day of what was
 * told there, so a time has one only where it stands beside it.
 */
export function readTestimony(paper: Paper, context: ReadContext): Proposals {
  const blocks = spokenBlocks(blocksOf(paper));
  const timing = timingOf(blocks, context.dateOrder, 'letter');
  const builder = new Builder();
  blocks.forEach((b, i) => {
    const own = timing.moments.filter((m) => m.block === i);
    if (own.length === 0) return;
    const answer = ANSWER.test(b.text);
    const sentences = b.prose ? sentencesOf(b.text) : [{ text: b.text, at: 0 }];
    sentences.forEach((s, k) => {
      const until = sentences[k + 1]?.at ?? b.text.length + 1;
      const moments = own.filter((m) => m.at >= s.at && m.at < until);
      const acts = answer ? actsIn(s.text) : [];
      // Of several times and acts in one breath each has its own only where there are as many.
      const kinds = acts.length === moments.length || moments.length === 1 ? acts : [];
      for (const [n, m] of moments.entries())
        builder.put(b, m, {
          kind: m.role === 'paper' ? 'note' : (kinds[n]?.kind ?? 'note'),
          actor: answer ? 'the witness' : '',
          quote: s.text,
          why: answer ? 'said by the witness' : 'said in a question, which is no testimony',
        });
    });
  });
  return builder.done(blocks, timing);
}

/** Each turn as prose, with the lines that go on from it. */
function spokenBlocks(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const b of blocks) {
    const last = out.at(-1);
    const goesOn = /^\s*\d{1,2}\s{1,}[a-z]/.test(b.text) || /^[a-z]/.test(b.text);
    const turn = SPOKEN.test(b.text);
    if (last && goesOn && !turn && last.prose && last.page === b.page) {
      const text = `${last.text} ${b.text.replace(/^\s*\d{1,2}\s+/, '')}`;
      out[out.length - 1] = {
        ...last,
        text,
        lines: [last.lines[0], b.lines[1]],
        cells: [{ text, x: 0, end: 1, at: 0 }],
      };
    } else
      out.push(
        turn
          ? {
              ...b,
              prose: true,
              cells: [{ text: b.text, x: 0, end: 1, at: 0 }],
              labels: [''],
              columns: [-1],
              headRow: [],
            }
          : b,
      );
  }
  return out;
}
