import { classOf, EVENT_KINDS, type EventKind, KINDS } from '../record/vocabulary';

/** How a kind on which circuits disagree counts: a task of the mission, a detour, or open (it raises the upper end only). */
export type OpenKind = 'mission' | 'detour' | 'open';

/** How each of the three open kinds counts in a case. */
export interface OpenKinds {
  readonly travel: OpenKind;
  readonly history: OpenKind;
  readonly passenger: OpenKind;
}

/** Off the mission everywhere. */
const SURE: readonly EventKind[] = [
  'off-mission-questions',
  'off-mission-check',
  'dog-requested',
  'consent-asked',
  'waiting',
];

const OPEN = [
  ['travel-questions', 'travel'],
  ['history-check', 'history'],
  ['passenger-check', 'passenger'],
] as const;

const TASKS = EVENT_KINDS.filter((k) => KINDS[k].class === 'mission' && KINDS[k].span);

const openAs = (how: OpenKind, open: OpenKinds): EventKind[] =>
  OPEN.flatMap(([kind, field]) => (open[field] === how ? [kind] : []));

/** The ordinary inquiries incident to the stop that take time, by what the case holds of travel, history and passengers. */
export const taskKinds = (open: OpenKinds): EventKind[] => [...TASKS, ...openAs('mission', open)];

/** Kinds that are off the mission: everywhere, or in this case. */
export const sureKinds = (open: OpenKinds): EventKind[] => [...SURE, ...openAs('detour', open)];

/** Kinds that may be off the mission and are never counted as surely so. */
export const openKinds = (open: OpenKinds): EventKind[] => openAs('open', open);

/** What may give an officer a ground: it contests, and never changes what the clock proves. */
export const DOUBTS: readonly EventKind[] = [
  'suspicion-articulated',
  'observation',
  'odour',
  'plain-view',
  'danger-stated',
  'alert',
  'found',
];

/** What an officer only states or sees. It is no act: it ends no span, fills no silence and says of nobody what he did. */
export const isStated = (kind: EventKind): boolean =>
  classOf(kind) === 'claim' || classOf(kind) === 'suspicion' || kind === 'danger-stated';

/** What ends a bare stop, or gives a new ground for holding somebody. */
export const NEW_GROUND: readonly EventKind[] = [
  ...DOUBTS,
  'consent-given',
  'arrest',
  'arrest-warrant',
  'released',
  'seizure-ends',
];

/** Section A of the doctrine counts up to the first of these. */
export const AFTER_ARREST: readonly EventKind[] = ['arrest', 'alert', 'found'];
