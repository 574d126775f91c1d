import type { EventRow } from '../../record/event';
import { mayBeOneName } from '../../record/names';
import type { Finding } from '../finding';
import { makeFinding, premise } from '../make-finding';
import type { Rule, RuleContext } from '../rule';
import { isNamedIn, plainName } from '../words';
import { itemName } from './chain';

export const substituteAnalyst: Rule = {
  id: 'substitute-analyst',
  section: 'custody',
  name: 'Tested by one, told by another',
  finds: 'An item tested by one person, about which another testifies.',
  bounds: '',
  settledBy:
    'The name of the analyst who tested it, the bench notes, the raw data, and the notice or demand that was served.',
  answers: 'his own opinion from raw data / notes are no testimony / notice given, none demanded',
  run: (context) =>
    context.record.case.choices.hearing === 'suppression'
      ? []
      : thingsOf(context).flatMap((thing) => {
          const { number } = thing;
          const own = (e: EventRow): boolean => e.item.toLowerCase() === number.toLowerCase();
          const tests = context.ofKind('lab-test').filter((t) => own(t) && t.actor.trim() !== '');
          const told = context
            .ofKind('testimony')
            .filter(
              (e) =>
                e.actor.trim() !== '' &&
                (own(e) || (e.item === '' && isNamedIn(plainName(`item ${number}`), e.description))),
            );
          return tests.length === 0 || told.length === 0 ? [] : judge(thing, tests, told);
        }),
};

/** A thing that was tested; `id` null where only entries name it, and no form of custody. */
interface Thing {
  readonly id: string | null;
  readonly number: string;
  readonly name: string;
}

function thingsOf(context: RuleContext): Thing[] {
  const { items } = context.record;
  const known = new Set(items.map((i) => i.number.toLowerCase()));
  const named = new Map<string, string>();
  for (const { item } of context.ofKind('lab-test')) {
    const key = item.toLowerCase();
    if (item !== '' && !known.has(key) && !named.has(key)) named.set(key, item);
  }
  return [
    ...items.map((i) => ({ id: i.id, number: i.number, name: itemName(context, i.id) })),
    ...[...named.values()].map((number) => ({ id: null, number, name: `Item ${number}` })),
  ];
}

/** A name without what its bearer is: `Analyst Birch` and `J. Birch` may be one. */
const withoutRole = (name: string): string =>
  name.replace(/\b(analyst|chemist|criminalist|examiner|forensic|scientist)\b/gi, ' ');

/** established where no tester testifies and no witness tested; arguable where a witness tested too, or a name may be either's. */
function judge(
  { id, number, name }: Thing,
  tests: readonly EventRow[],
  told: readonly EventRow[],
): Finding[] {
  const same = (a: EventRow, b: EventRow): boolean =>
    a.actor.trim().toLowerCase() === b.actor.trim().toLowerCase();
  const absent = tests.filter((t) => !told.some((w) => same(t, w)));
  if (absent.length === 0) return [];
  const both = told.filter((w) => tests.some((t) => same(t, w)));
  const maybe = told.filter(
    (w) => !both.includes(w) && absent.some((t) => mayBeOneName(withoutRole(t.actor), withoutRole(w.actor))),
  );
  const testers = [...new Set(absent.map((t) => t.actor))];
  const witnesses = [...new Set(told.map((w) => w.actor))];
  return [
    makeFinding('substitute-analyst', `${id ?? number} ${absent.map((t) => t.id).join(' ')}`, {
      status: both.length + maybe.length === 0 ? 'established' : 'arguable',
      title: `${name}: tested by ${testers.join(' and ')}, told by ${witnesses.join(' and ')}`,
      subjects: [...absent, ...told].map((e) => e.id),
      item: id,
      premises: [
        ...absent.map((t) => premise(t, `Tested by ${t.actor}`)),
        ...told.map((w) => premise(w, `Testimony of ${w.actor}`)),
        ...(both.length > 0
          ? [
              {
                says: 'Who testifies tested it too: then it is the chain to him that is asked about.',
                row: null,
              },
            ]
          : []),
        ...(maybe.length > 0
          ? [{ says: 'Two of the names may be one person: ask before it is called another.', row: null }]
          : []),
        { says: 'No entry of this case states that the tester testifies.', row: null },
        { says: 'It concerns the trial; at a hearing on suppression it says nothing.', row: null },
        { says: 'A break in the chain usually goes to weight, not admissibility.', row: null },
      ],
    }),
  ];
}
