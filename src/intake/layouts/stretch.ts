import { printWritten } from '../../time/grammar/print';
import type { Drafts } from '../drafts';
import { linesSaid } from '../formats/table';
import type { TimeCell } from './cell';
import type { Mapping } from './layout';

/** The question of stretches, in the answers of a mapping. */
export const STRETCH = 'stretch';

/** `2216 - 2220`, as its two ends; null for one time. */
export function stretchOf({ written }: TimeCell): readonly [string, string] | null {
  if (written.form !== 'reading' || written.to === null || written.from.clock !== 'wall') return null;
  const { to } = written;
  return [printWritten({ ...written, to: null }), printWritten({ ...written, from: to, to: null })];
}

/** `2216 - 2220` beside an act that lasts, in a log without ends: one moment somewhere in it, or all of it. Asked once. */
export function askStretches(drafts: Drafts, lines: readonly number[], answers: Mapping['answers']): void {
  if (lines.length === 0) return;
  const taken = answers[STRETCH] ?? 'moment';
  drafts.asks.push({
    id: STRETCH,
    lines,
    says: `Two times stand in one cell on line ${linesSaid(lines)}: did it last from the one to the other?`,
    choices: [
      { value: 'moment', says: 'It began somewhere between the two' },
      { value: 'span', says: 'It lasted from the first to the second' },
    ],
    taken,
  });
  if (taken === 'moment')
    drafts.notices.push(
      `Two times stand in one cell on line ${linesSaid(lines)}: they are taken as one moment between the two, until you say that it lasted.`,
    );
}
