import type { KindClass } from '../record/kind';
import { classOf, EVENT_KINDS, type EventKind, KINDS } from '../record/vocabulary';

/** The kinds that logs of stops hold most: they stand first. */
const OFTEN: readonly EventKind[] = [
  'note',
  'seizure-begins',
  'approach',
  'documents-received',
  'records-check',
  'writing',
  'warning-issued',
  'documents-returned',
  'off-mission-questions',
  'told-to-wait',
  'dog-requested',
  'dog-arrives',
  'sniff',
  'alert',
  'search',
  'found',
  'arrest',
  'seizure-ends',
];

const GROUP_NAMES: Readonly<Record<KindClass, string>> = {
  seizure: 'The stop itself',
  mission: 'Business of the stop',
  completion: 'Its business is done',
  'off-mission': 'Beyond its business',
  open: 'Courts disagree on it',
  canine: 'The dog',
  suspicion: 'Suspicion',
  consent: 'Consent',
  search: 'Search',
  arrest: 'Arrest and custody',
  warrant: 'Warrants',
  coverage: 'Cameras and their holes',
  claim: 'What papers claim',
  other: 'Other',
};

interface Choice {
  readonly value: EventKind;
  readonly label: string;
}
interface ChoiceGroup {
  readonly group: string;
  readonly items: Choice[];
}

const choice = (value: EventKind): Choice => ({ value, label: KINDS[value].label });

/** Every kind once, in groups; the commonest before all others. */
export const KIND_GROUPS: readonly ChoiceGroup[] = [
  { group: 'Most often', items: OFTEN.map(choice) },
  ...(Object.keys(GROUP_NAMES) as KindClass[])
    .map((of) => ({
      group: GROUP_NAMES[of],
      items: EVENT_KINDS.filter((k) => classOf(k) === of && !OFTEN.includes(k)).map(choice),
    }))
    .filter((g) => g.items.length > 0),
];

/** How well typed letters name a kind, 0 for best; null where they do not. */
function rank(kind: EventKind, typed: string): number | null {
  const { label, synonyms } = KINDS[kind];
  const names = [label.toLowerCase(), ...synonyms];
  const places = names.map((name, i) => {
    const at = name.indexOf(typed);
    if (at < 0) return null;
    const starts = at === 0 ? 0 : name[at - 1] === ' ' ? 2 : 4;
    return starts + (i === 0 ? 0 : 1);
  });
  const found = places.filter((p) => p !== null);
  return found.length === 0 ? null : Math.min(...found);
}

/** The kinds that typed letters name, by their label or by a word that logs use, the best first. */
export function kindsFor(typed: string): Choice[] {
  const plain = typed.trim().toLowerCase();
  const all = KIND_GROUPS.flatMap((g) => g.items);
  if (plain === '') return all;
  return all
    .flatMap((c) => {
      const r = rank(c.value, plain);
      return r === null ? [] : [{ c, r }];
    })
    .sort((a, b) => a.r - b.r)
    .map(({ c }) => c);
}
