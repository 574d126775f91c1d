import type { Policies } from '../record/case';
import type { CHOICES } from '../record/choices';

/** A number of the case: how it is called, in what unit it is typed, and what it changes. */
export interface NumberField {
  readonly policy: Exclude<keyof Policies, 'hoursEntered' | 'drift' | 'chosen'>;
  readonly label: string;
  /** ms of one of its unit; 1 for days and hours of the day. */
  readonly unit: number;
  readonly called: string;
  readonly changes: string;
}

/** A choice of the case: what each of its values is called, the first for none. */
export interface ChoiceField {
  readonly choice: keyof typeof CHOICES;
  readonly label: string;
  readonly values: Readonly<Record<string, string>>;
  readonly changes: string;
}

interface Group {
  readonly id: string;
  readonly title: string;
  /** What the group is about, in a sentence or two. */
  readonly says: string;
  readonly fields: readonly (NumberField | ChoiceField)[];
}

const MIN = 60_000;
/** Of a rate of drift. */
export const RATE = 'in a million';
const COUNTS = {
  mission: 'it belongs to the stop',
  detour: 'it does not belong to it',
  open: 'not decided: it can only lengthen the upper end',
};
const HOUR = 60 * MIN;

/** Everything a case decides beyond its names and its court, in groups that say what each changes. */
export const GROUPS: readonly Group[] = [
  {
    id: 'stop',
    title: 'What belongs to a stop',
    says: 'Courts differ on three inquiries. Left as they are, the law of the case’s circuit decides where it was read; in a state’s court, and where nothing was read, they are open.',
    fields: [
      {
        choice: 'travel',
        label: 'Questions about the journey',
        values: { '': 'as the court holds', ...COUNTS },
        changes: 'off the mission',
      },
      {
        choice: 'history',
        label: 'Checks of criminal history',
        values: { '': 'as the court holds', ...COUNTS },
        changes: 'off the mission',
      },
      {
        choice: 'passenger',
        label: 'Checks of passengers',
        values: { '': 'open everywhere', ...COUNTS },
        changes: 'off the mission',
      },
      {
        choice: 'observations',
        label: 'What an officer observes',
        values: { contest: 'contests a finding', listed: 'is listed, and contests nothing' },
        changes: 'every finding of the stop: its second mark, never its status',
      },
      {
        policy: 'routineRelease',
        label: 'A routine release takes',
        unit: MIN,
        called: 'min',
        changes: 'held beyond the mission: silent where only the release follows within this',
      },
      {
        policy: 'unaccounted',
        label: 'A silence worth naming',
        unit: MIN,
        called: 'min',
        changes: 'minutes that nobody accounts for',
      },
      {
        policy: 'paperTime',
        label: 'Writing a ticket takes',
        unit: MIN,
        called: 'min',
        changes: 'should have ended: asked where all was in hand for longer',
      },
      {
        policy: 'longStop',
        label: 'A long stop',
        unit: MIN,
        called: 'min',
        changes: 'an arrest in fact: asked for its length alone',
      },
    ],
  },
  {
    id: 'arrest',
    title: 'The arrest, the dog, the warrant',
    says: 'What the papers of the case say and no log does. Left unknown, a finding that needs it stays open.',
    fields: [
      {
        choice: 'accused',
        label: 'The accused was',
        values: {
          '': 'not said',
          driver: 'the driver',
          passenger: 'a passenger',
          owner: 'the owner',
          neither: 'neither',
        },
        changes: 'what every search asks: who may complain of it',
      },
      {
        choice: 'offenceOfArrest',
        label: 'Arrested for',
        values: {
          '': 'unknown',
          traffic: 'traffic',
          warrant: 'a warrant',
          drugs: 'drugs',
          weapon: 'a weapon',
          other: 'something else',
        },
        changes: 'searched incident to arrest too late',
      },
      {
        choice: 'dogTrainedOn',
        label: 'The dog is trained on',
        values: { '': 'unknown', 'marijuana too': 'marijuana too', not: 'other drugs alone' },
        changes: 'sniffs in Colorado',
      },
      {
        choice: 'drugWarrant',
        label: 'A warrant for drugs',
        values: { '': 'unknown', yes: 'yes', no: 'no' },
        changes: 'the hours of a warrant: in federal court one for drugs has none',
      },
      {
        choice: 'warrantHours',
        label: 'The warrant allows',
        values: { '': 'unsaid', daytime: 'daytime', any: 'any hour' },
        changes: 'the hours of a warrant',
      },
      {
        policy: 'warrantDays',
        label: 'A warrant is executed within',
        unit: 1,
        called: 'days',
        changes: 'the days of a warrant; Rule 41: at most 14, states differ',
      },
      {
        policy: 'dayFrom',
        label: 'Daytime begins',
        unit: 1,
        called: 'h',
        changes: 'the hours of a warrant; Rule 41: 6',
      },
      {
        policy: 'dayUntil',
        label: 'Daytime ends',
        unit: 1,
        called: 'h',
        changes: 'the hours of a warrant; Rule 41: 22',
      },
      {
        policy: 'phoneDays',
        label: 'A warrant for a phone is asked for within',
        unit: 1,
        called: 'days',
        changes: 'a phone held: asked what was done meanwhile',
      },
    ],
  },
  {
    id: 'custody',
    title: 'Custody and the laboratory',
    says: 'Breaks usually go to weight. At a hearing on suppression nothing is said of who must testify.',
    fields: [
      {
        choice: 'hearing',
        label: 'What is prepared',
        values: { '': 'not said', suppression: 'a hearing on suppression', trial: 'the trial' },
        changes: 'tested by one, told by another: silent for suppression',
      },
      {
        policy: 'handOver',
        label: 'A hand-over takes at most',
        unit: MIN,
        called: 'min',
        changes: 'gaps, two hands, openings',
      },
      {
        policy: 'lateBooking',
        label: 'An item is booked within',
        unit: HOUR,
        called: 'h',
        changes: 'booked late',
      },
    ],
  },
  {
    id: 'clocks',
    title: 'Clocks that nothing ties down',
    says: 'Each is an assumption; a finding that rests on one says so, and each can be switched off under Clocks.',
    fields: [
      {
        policy: 'approximate',
        label: '“About” means within',
        unit: MIN,
        called: 'min',
        changes: 'times written as about, where no tolerance is',
      },
      {
        policy: 'machineClock',
        label: 'A machine’s clock is within',
        unit: MIN,
        called: 'min',
        changes: 'how far it may be from the reference clock',
      },
      {
        policy: 'personClock',
        label: 'A person’s watch is within',
        unit: MIN,
        called: 'min',
        changes: 'how far it may be from the reference clock',
      },
      {
        policy: 'machineDrift',
        label: 'A machine’s clock drifts by at most',
        unit: 1,
        called: RATE,
        changes: 'what a comparison is worth hours later: 100 is 0.36 s an hour',
      },
      {
        policy: 'personDrift',
        label: 'A person’s watch drifts by at most',
        unit: 1,
        called: RATE,
        changes: 'the same of a watch: 250 is 0.9 s an hour',
      },
    ],
  },
];

/** Every number of them. */
export const NUMBERS: readonly NumberField[] = GROUPS.flatMap((g) => g.fields.filter((f) => 'policy' in f));

/** What is wrong with a number as it is typed; undefined where nothing is. */
export function numberFault({ unit, called }: NumberField, typed: string): string | undefined {
  const text = typed.trim();
  if (unit > 1) return /^\d+(\.\d+)?$/.test(text) ? undefined : 'a number, such as 2 or 0.5';
  if (!/^\d+$/.test(text)) return 'a whole number';
  const x = Number(text);
  if (called === 'days') return x >= 1 && x <= 365 ? undefined : '1 to 365';
  if (called === RATE) return x <= 100_000 ? undefined : '0 to 100000';
  return x > 24 ? '0 to 24' : undefined;
}
