import type { EventRow, MomentRef } from '../../record/event';
import type { EventKind } from '../../record/vocabulary';
import type { Stop } from '../../stops/stops';
import type { Finding, Premise, Status } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { mayBelong } from '../order';
import { distinct, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';

/** Findings that are violations with a moment from which what follows may be tainted. */
const VIOLATIONS = [
  'stop-before-cause',
  'mission-complete',
  'sniff-adds-time',
  'frisk-without-danger',
  'search-before-cause',
  'search-after-withdrawal',
  'sniff-at-home',
  'unwarned-questions',
];

export const fruit: Rule = {
  id: 'fruit',
  section: 'search',
  name: 'What came after it',
  finds:
    'Evidence, statements and consent that come after a violation, with the time between and what came between.',
  bounds: 'from the violation to each thing that came of it',
  authorities: ['wongSun', 'brown', 'strieff'],
  answer: 'The link was broken: time passed, a warrant was found, or it would have been found anyway.',
  settledBy: 'Footage from the violation to the finding, and who decided what in between.',
  builds: VIOLATIONS,
  run: (context, earlier) => context.stops.flatMap((stop) => judge(context, stop, earlier)),
};

const FRUIT: readonly EventKind[] = [
  'found',
  'field-test',
  'consent-given',
  'custodial-questions',
  'phone-seized',
];

/** Those of these findings that are about acts of this stop. */
function ofStop({ record, stops }: RuleContext, stop: Stop, findings: readonly Finding[]): Finding[] {
  if (stops.length === 1 || findings.length === 0) return [...findings];
  const subjects = new Set(findings.flatMap((f) => f.subjects));
  const own = new Set<string>(stop.begins ? [stop.begins.id] : []);
  for (const i of stop.places) {
    const id = record.events[i]?.id ?? '';
    if (subjects.has(id)) own.add(id);
  }
  return findings.filter((f) => f.subjects.some((s) => own.has(s)));
}

/** From the strongest violation of the stop, the earliest of those that are alike. */
function judge(context: RuleContext, stop: Stop, earlier: readonly Finding[]): Finding[] {
  const { solved } = context;
  const violations = earlier.filter(
    (f) => VIOLATIONS.includes(f.rule) && f.status !== 'foreclosed' && f.span,
  );
  const mine = ofStop(context, stop, violations);
  const goods = FRUIT.flatMap((k) => stop.kind(k));
  if (goods.length === 0) return [];
  const found = mine.flatMap((v) => {
    const from = v.span?.from as MomentRef;
    const after = goods
      .filter((e) => e.id !== from.id && !v.subjects.includes(e.id))
      .map((e) => ({ e, bounds: solved.bounds(from, startOf(e)) }));
    const later = after.filter((x) => x.bounds.max > 0);
    return later.length > 0 ? [{ v, from, later }] : [];
  });
  if (found.length === 0) return [];
  const strength = (x: (typeof found)[number]): number =>
    x.v.status === 'established' && x.later.some((l) => l.bounds.min > 0) ? 1 : 0;
  const best = found.reduce((a, b) => (strength(b) > strength(a) ? b : a));
  return [describe(context, stop, best.v, best.from, best.later)];
}

function describe(
  context: RuleContext,
  stop: Stop,
  violation: Finding,
  from: MomentRef,
  later: readonly { e: EventRow; bounds: { min: number; max: number } }[],
): Finding {
  const { solved } = context;
  const first = later.reduce((a, b) => (b.bounds.min < a.bounds.min ? b : a));
  const last = later.reduce((a, b) => (b.bounds.max > a.bounds.max ? b : a));
  const between = mayBelong(context, stop, [
    'warnings-given',
    'warrant-issued',
    'seizure-ends',
    'consent-given',
  ]).filter(
    (e) =>
      solved.bounds(from, startOf(e)).max > 0 &&
      solved.bounds(startOf(e), startOf(last.e)).max > 0 &&
      !later.some((l) => l.e.id === e.id),
  );
  const broken = between.some((e) => e.kind === 'warrant-issued' || e.kind === 'seizure-ends');
  const certain = violation.status === 'established' && later.some((l) => l.bounds.min > 0);
  const status: Status = certain && !broken ? 'established' : 'arguable';
  const premises: Premise[] = [
    { says: `The violation: ${violation.title}`, row: from.id },
    ...later.map((l) => premise(l.e, 'After it')),
    ...between.map((e) => premise(e, 'In between')),
    ...(between.length === 0
      ? [{ says: 'The record has nothing in between: no warnings, no release, no warrant.', row: null }]
      : []),
    { says: 'How flagrant the violation was is no matter of time.', row: null },
  ];
  return makeFinding('fruit', stop.key, {
    status,
    title: 'What came after it',
    bounds: { min: Math.max(0, first.bounds.min), max: first.bounds.max },
    measures: `from “${violation.title.toLowerCase()}” to the first that came of it`,
    quantities: later.map((l) => ({ from, to: startOf(l.e), bounds: l.bounds })),
    span: { from, to: startOf(last.e) },
    subjects: later.map((l) => l.e.id),
    premises,
    restsOn: distinct([
      ...violation.restsOn,
      ...reasonsFor(
        solved,
        later.map((l) => [from, startOf(l.e)] as const),
      ),
    ]),
  });
}
