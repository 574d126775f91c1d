import type { EventKind } from '../../src/record/vocabulary';
import { record } from '../make';
import { saysOf } from './hands';
import { type Told, told } from './told';

type Int = (below: number) => number;
type Miss = (round: number, why: string) => never;
const START = Date.UTC(2024, 2, 14, 14);
/** Ways in which the times of one record may stand, drawn for each. */
const SAMPLES = 30;

interface Span {
  readonly off: boolean;
  readonly onCamera: boolean;
  readonly from: Told;
  readonly to: Told;
  readonly truth: readonly [number, number];
}

/** ms of these spans beside which none of those runs, within a stretch; overlaps count once. */
function alone(
  spans: readonly (readonly [number, number])[],
  beside: readonly (readonly [number, number])[],
  within: readonly [number, number],
): number {
  const cuts = [...spans, ...beside, within].flat().sort((a, b) => a - b);
  let sum = 0;
  for (let i = 1; i < cuts.length; i++) {
    const [a, b] = [cuts[i - 1] as number, cuts[i] as number];
    const in_ = ([x, y]: readonly [number, number]): boolean => x <= a && b <= y;
    if (b > a && in_(within) && spans.some(in_) && !beside.some(in_)) sum += b - a;
  }
  return sum;
}

/**
 * Random stops on a dispatch clock and a camera whose offset is known within a range: questions off the mission, and tasks of
 * two officers that may run beside them. What they truly add, and what they add in each of many ways in which the times of
 * the record may stand, lies within the bounds of the finding; established is what adds something in all of them.
 */
export function offMissionSums(total: number, int: Int, miss: Miss): string {
  let [found, established, samples] = [0, 0, 0];
  for (let round = 0; round < total; round++) {
    const range = { min: -int(90) * 1000, max: int(90) * 1000 };
    const offset = range.min + int(range.max - range.min + 1);
    const begins = START + int(600_000);
    const ends = begins + 2_400_000 + int(600_000);
    const spans = Array.from({ length: 2 + int(5) }, (_, i): Span => {
      const onCamera = int(3) === 0;
      const a = begins + 60_000 + int(1_800_000);
      const b = a + 60_000 + int([60_000, 600_000][int(2)] as number);
      const shown = (t: number): Told => told(onCamera ? t - offset : t, int);
      return { off: i === 0 || int(2) === 0, onCamera, from: shown(a), to: shown(b), truth: [a, b] };
    });
    const [first, last] = [told(begins, int), told(ends, int)];
    const off = ['off-mission-questions', 'off-mission-check'] as const satisfies readonly EventKind[];
    const tasks = ['writing', 'records-check'] as const satisfies readonly EventKind[];
    const r = record({
      clocks: [
        { zone: 'UTC' },
        {
          id: 'cam',
          name: 'Camera',
          kind: 'camera',
          zone: 'UTC',
          reference: false,
          offset: { ...range, why: 'by hand' },
        },
      ],
      events: [
        { ref: 'begins', kind: 'seizure-begins', start: first.text, date: first.date },
        ...spans.map((s, i) => ({
          ...{
            ref: `e${i}`,
            kind: (s.off ? off : tasks)[int(2)] as EventKind,
            start: s.from.text,
            end: s.to.text,
          },
          ...{
            date: s.from.date,
            clockId: s.onCamera ? 'cam' : 'dispatch',
            actor: `officer ${'AB'[int(2)]}`,
          },
        })),
        { ref: 'ends', kind: 'seizure-ends', start: last.text, date: last.date },
      ],
    });
    const f = saysOf('off-mission-detour', { ...r, case: { ...r.case, zone: 'UTC' } })[0];
    const say = (): string =>
      JSON.stringify([range, r.events.map((e) => [e.kind, e.clockId, e.start, e.end])]);
    if (!f?.bounds) return miss(round, `time off the mission is not named: ${say()}`);
    found++;
    const { min, max } = f.bounds;
    const check = (
      at: readonly (readonly [number, number])[],
      within: readonly [number, number],
      what: string,
    ): void => {
      const sum = alone(
        at.filter((_, i) => spans[i]?.off),
        at.filter((_, i) => !spans[i]?.off),
        within,
      );
      samples++;
      if (sum < min || sum > max) miss(round, `${what}: ${sum} lies outside ${min} to ${max}: ${say()}`);
    };
    check(
      spans.map((s) => s.truth),
      [begins, ends],
      'the truth',
    );
    const somewhere = (x: Told): number =>
      [x.from, x.until, x.from + int(x.until - x.from + 1)][int(3)] as number;
    for (let k = 0; k < SAMPLES; k++) {
      const shift = [range.min, range.max, range.min + int(range.max - range.min + 1)][int(3)] as number;
      const at = spans.map((s): [number, number] => {
        const by = s.onCamera ? shift : 0;
        const [a, b] = [somewhere(s.from) + by, somewhere(s.to) + by];
        return a <= b ? [a, b] : [s.from.from + by, s.to.until + by];
      });
      check(at, [somewhere(first), somewhere(last)], 'one way in which the times may stand');
    }
    if (f.status === 'established') established++;
    if ((f.status === 'established') !== min > 0) miss(round, `${f.status} of at least ${min}: ${say()}`);
  }
  return `${total} random stops: ${found} sums of time off the mission, ${established} established; ${samples} ways in which the times may stand, each within the bounds`;
}
