import type { Clock } from '../../record/clock';
import { type Bounds, printLengthOf, printUpTo } from '../../time/duration';
import type { Finding } from '../finding';
import { makeFinding } from '../make-finding';
import type { Rule, RuleContext } from '../rule';

export const clockOff: Rule = {
  id: 'clock-off',
  section: 'sources',
  name: 'A clock is off',
  finds: 'A clock that sync points show to run ahead of or behind the reference clock.',
  bounds: 'how far it is off',
  settledBy: 'The device’s time log, and another moment seen on both clocks.',
  answers: 'rounding, two clocks / the order is the same / the witness will reconcile',
  hole: true,
  ofSources: true,
  run,
};

/** Less than this is what a clock may be off without anybody minding, in ms. */
const SLIGHT = 1000;

function run({ record, solved }: RuleContext): Finding[] {
  return record.clocks.flatMap((c) => {
    const points = record.syncPoints.filter((s) => s.clockA === c.id || s.clockB === c.id);
    if (c.reference || points.length === 0) return [];
    const offset = solved.clockOffset(c.id);
    if (!offset || (offset.min <= SLIGHT && offset.max >= -SLIGHT)) return [];
    return [describe(c, offset, points)];
  });
}

function describe(
  clock: Clock,
  offset: Bounds,
  points: readonly { what: string; readingA: string; readingB: string }[],
): Finding {
  const ahead = offset.max < 0;
  const bounds = ahead ? { min: -offset.max, max: -offset.min } : { min: offset.min, max: offset.max };
  return makeFinding('clock-off', clock.id, {
    status: 'established',
    title: `${clock.name} runs ${ahead ? 'ahead' : 'behind'}`,
    bounds,
    measures: `${ahead ? 'ahead of' : 'behind'} the reference clock`,
    premises: [
      ...points.map((p) => ({
        says: `Sync (${p.what}): ${p.readingA} on one clock is ${p.readingB} on the other`,
        row: null,
      })),
      {
        says: clock.offset
          ? `It was taken to be ${takenToBe(clock.offset)}.`
          : 'Until then it was only assumed to be near the reference clock.',
        row: null,
      },
    ],
  });
}

/** What the case had entered of a clock: `ahead by 41 s to 43 s`. */
export function takenToBe({ min, max }: Bounds): string {
  if (max <= 0) return `ahead by ${printLengthOf(-max)} to ${printUpTo(-min)}`;
  if (min >= 0) return `behind by ${printLengthOf(min)} to ${printUpTo(max)}`;
  return `no more than ${printUpTo(-min)} ahead, and no more than ${printUpTo(max)} behind`;
}
