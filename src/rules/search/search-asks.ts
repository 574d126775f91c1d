import type { Premise } from '../finding';
import type { RuleContext } from '../rule';
import { settingsOf } from '../settings';

/** What every search asks beside the clock: who may complain of it, and where the car stood. */
export function searchAsks({ record }: RuleContext): Premise[] {
  const { accused } = settingsOf(record.case);
  const who = accused === 'unset' ? 'The accused' : `The accused (${accused})`;
  return [
    {
      says: `${who} may contest the stop; whether he may complain of the search is another question. Was the car to be towed, under what policy, decided when? Where did it stand?`,
      row: null,
    },
  ];
}
