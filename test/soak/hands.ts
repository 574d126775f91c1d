import { contextOf } from '../../src/analysis/analyze';
import type { CustodyEntry } from '../../src/record/custody';
import type { CaseRecord } from '../../src/record/record';
import { findingsOf, RULES } from '../../src/rules';
import type { Finding } from '../../src/rules/finding';
import { stopsOf } from '../../src/stops/stops';
import { solveRecord } from '../../src/time/solver/solve';
import { record } from '../make';
import { type Told, told } from './told';

type Int = (below: number) => number;
type Miss = (round: number, why: string) => never;
const DAY = Date.UTC(2024, 2, 14, 8);
const MINUTE = 60_000;

/** What one rule says of a record. */
export function saysOf(rule: string, r: CaseRecord): Finding[] {
  const solved = solveRecord(r);
  const context = contextOf(r, solved, stopsOf(r, solved));
  return RULES.filter((x) => x.id === rule).flatMap((x) => findingsOf(x, context));
}

/**
 * Random chains of custody over days on one clock, a machine's or a person's, written to the minute, second or tenth: each
 * hand-over is named exactly where its gap may be longer than the case allows, is established exactly where it must be, with
 * the bounds that the two readings alone give, and the truth within them.
 */
export function custodyGaps(total: number, int: Int, miss: Miss): string {
  let [handed, established] = [0, 0];
  for (let round = 0; round < total; round++) {
    const kind = (['dispatch', 'person'] as const)[int(2)] as 'dispatch' | 'person';
    const allowed = [0, MINUTE, 5 * MINUTE, 30 * MINUTE][int(4)] as number;
    let t = DAY + int(12 * 60) * MINUTE;
    let holder = 'Ortiz';
    const truth = new Map<string, { from: Told; to: Told; gap: number; two: boolean }>();
    const custody = Array.from({ length: 1 + int(5) }, (_, i): Partial<CustodyEntry> & { id: string } => {
      t += int(40 * 60) * MINUTE + int(MINUTE);
      const gap = [0, int(MINUTE), int(10 * MINUTE), int(3 * 60 * MINUTE), allowed + int(3 * MINUTE)][
        int(5)
      ] as number;
      const [from, to] = [told(t, int), told(t + gap, int)];
      const receiver = ['Lee', 'Moss', 'Evidence room', holder][int(4)] as string;
      truth.set(`h${i}`, { from, to, gap, two: receiver !== holder });
      const entry = {
        ...{ id: `h${i}`, releasedBy: holder, receivedBy: receiver, line: i + 2, order: i },
        ...{ releasedDate: from.date, releasedAt: from.text, receivedDate: to.date, receivedAt: to.text },
      };
      [t, holder] = [t + gap, receiver];
      return entry;
    });
    const r = record({
      clocks: [{ kind, zone: 'UTC' }],
      items: [{ id: 'i1', caseId: 'c', number: '1', description: '', sampling: null }],
      custody,
    });
    const of = { ...r.case, zone: 'UTC', policies: { ...r.case.policies, handOver: allowed } };
    const found = new Map(saysOf('custody-gap', { ...r, case: of }).map((f) => [f.subjects[0], f]));
    for (const [id, { from, to, gap, two }] of truth) {
      handed++;
      const say = (): string =>
        `${from.date} ${from.text} to ${to.date} ${to.text}, ${kind}, allowed ${allowed}`;
      // A thing is not received before it was released.
      const [min, max] = [Math.max(0, to.from - from.until), to.until - from.from];
      const f = found.get(id);
      if ((f !== undefined) !== max > allowed)
        miss(round, `${f ? 'a gap that is none' : 'a gap is not named'}: ${say()}`);
      if (!f) continue;
      const { bounds } = f;
      if (bounds?.min !== min || bounds.max !== max)
        miss(round, `${bounds?.min} to ${bounds?.max}, brute force ${min} to ${max}: ${say()}`);
      if (gap < min || gap > max) miss(round, `the truth ${gap} lies outside ${min} to ${max}: ${say()}`);
      const apart = kind === 'person' && two ? of.policies.personClock : 0;
      if ((f.status === 'established') !== min > allowed + apart) miss(round, `${f.status}: ${say()}`);
      if (f.status === 'established') established++;
    }
  }
  return `${total} random chains of custody: ${handed} hand-overs, ${established} established gaps, none falsely, none missed; every bound equals brute force and contains the truth`;
}
