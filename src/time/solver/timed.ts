import type { EventRow } from '../../record/event';
import type { CaseRecord } from '../../record/record';

/** What of an entry no time hangs on: whoever writes it anew leaves the solution as it is. */
const WORDS = [
  'actor',
  'description',
  'item',
  'page',
  'line',
  'passage',
  'about',
  'view',
] as const satisfies readonly (keyof EventRow)[];

/** An entry without its words: all of it that the solver may read. */
export type TimedEvent = Omit<EventRow, (typeof WORDS)[number]>;

const TABLES = [
  'case',
  'clocks',
  'sources',
  'syncPoints',
  'relations',
  'custody',
] as const satisfies readonly (keyof CaseRecord)[];

/** The part of a record that the solver reads. */
export interface Timed extends Pick<CaseRecord, (typeof TABLES)[number]> {
  readonly events: readonly TimedEvent[];
}

const isWord: ReadonlySet<string> = new Set(WORDS);

/** Whether two records say the same of time, as far as that is seen at a glance: the same tables, and entries that differ in words alone. */
export function sameTimes(now: Timed, then: Timed): boolean {
  return (
    TABLES.every((t) => now[t] === then[t]) &&
    now.events.length === then.events.length &&
    now.events.every((e, i) => e === then.events[i] || sameTime(e, then.events[i] as TimedEvent))
  );
}

/** A field that the list of words does not name counts as time. */
function sameTime(a: TimedEvent, b: TimedEvent): boolean {
  const fields = Object.keys({ ...a, ...b }) as (keyof TimedEvent)[];
  return fields.every((field) => isWord.has(field) || a[field] === b[field]);
}
