import type { EventRow } from '../record/event';
import { KINDS } from '../record/vocabulary';
import { type Finding, type Premise, standingOf } from './finding';

/** A finding with what most of them leave empty; its standing follows from its premises. `key` follows the rule's id. */
export function makeFinding(
  rule: string,
  key: string,
  part: Pick<Finding, 'status' | 'title' | 'premises'> &
    Partial<Omit<Finding, 'key' | 'rule' | 'status' | 'standing' | 'title' | 'premises'>>,
): Finding {
  return {
    key: `${rule} ${key}`,
    rule,
    bounds: null,
    measures: '',
    quantities: [],
    span: null,
    subjects: [],
    item: null,
    restsOn: [],
    ...part,
    standing: standingOf(part.premises),
  };
}

/** What an event is, in the words of the record where it has any. */
export const says = (e: EventRow): string => e.description || KINDS[e.kind].label;

/** An event as a premise: `Search: trunk opened`. */
export const premise = (e: EventRow, before = KINDS[e.kind].label): Premise => ({
  says: `${before}: ${says(e)}`,
  row: e.id,
});
