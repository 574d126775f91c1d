import type { EventRow, MomentRef } from '../../record/event';
import type { Finding } from '../finding';
import { statusOf } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { endOf, leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { isLaboratory, isOf, itemName, receivedAt, releasedAt } from './chain';
import { testsOf } from './seal-break';

export const labOrder: Rule = {
  id: 'lab-order',
  section: 'custody',
  name: 'The laboratory’s order',
  finds:
    'An item tested before the laboratory received it, reported before it was tested, or tested while it was out of the laboratory.',
  bounds: 'the inversion',
  settledBy: 'The laboratory’s bench notes and the instrument’s own log.',
  answers: 'entry, not act; an export, another method / the instrument’s log, the original’s hash',
  run,
};

function run(context: RuleContext): Finding[] {
  const { solved } = context;
  const found: Finding[] = [];
  for (const [item, chain] of context.chains) {
    const tests = testsOf(context, item);
    const reports = [...context.ofKind('lab-report'), ...context.ofKind('test-result')].filter(
      isOf(context, item),
    );
    const into = chain.filter(
      (e) => (isLaboratory(e.receivedBy) || isLaboratory(e.place)) && solved.placed(receivedAt(e)),
    );
    const outOf = chain.filter((e) => isLaboratory(e.releasedBy) && solved.placed(releasedAt(e)));
    const add = (
      what: string,
      from: MomentRef,
      all: readonly MomentRef[],
      subjects: readonly EventRow[],
      says: string,
    ): void => {
      if (all.length === 0) return;
      // How long the first of them comes after what it should precede.
      const each = all.map((m) => ({ m, bounds: solved.bounds(from, m) }));
      const bounds = leastOf(each.map((x) => x.bounds));
      if (bounds.max <= 0) return;
      const to = each.reduce((a, b) => (b.bounds.min < a.bounds.min ? b : a)).m;
      found.push(
        makeFinding('lab-order', `${what} ${subjects.map((s) => s.id).join(' ')} ${item}`, {
          status: statusOf(bounds),
          title: `${itemName(context, item)}: ${says}`,
          bounds: { min: Math.max(0, bounds.min), max: bounds.max },
          measures: 'the wrong way round',
          quantities: each.map((x) => ({ from, to: x.m, bounds: x.bounds })),
          span: { from, to },
          subjects: subjects.map((s) => s.id),
          item,
          premises: [
            ...subjects.map((s) => premise(s)),
            { says: 'A break in the chain usually goes to weight, not admissibility.', row: null },
          ],
          restsOn: reasonsFor(
            solved,
            each.map((x) => [from, x.m] as const),
          ),
        }),
      );
    };
    for (const t of tests) {
      add('received', startOf(t), into.map(receivedAt), [t], 'tested before the laboratory received it');
      for (const r of reports)
        add('report', startOf(r), [startOf(t)], [r, t], 'reported before it was tested');
      const back = outOf.filter((o) => !into.some((i) => solved.mayBefore(releasedAt(o), receivedAt(i))));
      for (const o of back)
        if (!solved.openEnd(t.id))
          add(`out ${o.id}`, releasedAt(o), [endOf(t)], [t], 'tested when it had left the laboratory');
    }
  }
  return found;
}
