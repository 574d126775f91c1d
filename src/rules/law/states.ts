import type { AuthorityId } from './authorities';

/** What a state's own law changes in a rule; a field left out changes nothing. */
export interface StateLaw {
  /** A sniff of a car needs a ground of this weight before it; Colorado asks it of a dog trained on marijuana too. */
  readonly sniffNeeds?: 'suspicion' | 'cause, if trained on marijuana too' | 'purpose or ground';
  /** A dog in a shared hallway at an apartment is a search. */
  readonly hallway?: true;
  /** A dog that touches or enters the car makes a search. */
  readonly sniffEntersCar?: true;
  /** The smell of marijuana alone is no ground to search; in Illinois only that of burnt cannabis. */
  readonly odorAlone?: 'no ground' | 'burnt no ground';
  /** Asking for consent needs a ground before it. */
  readonly askingNeeds?: 'suspicion' | 'purpose or ground';
  /** Every inquiry needs the purpose of the stop or its own ground, time added or none. */
  readonly everyInquiry?: true;
  /** A car needs cause and an emergency. */
  readonly carNeedsEmergency?: true;
  /** What its camera statute gives where a recording is missing. */
  readonly camera?: { readonly statute: AuthorityId; readonly gives: string };
  /** Its statute on reports drafted by a program. */
  readonly aiReport?: AuthorityId;
  readonly for: readonly AuthorityId[];
  readonly against: readonly AuthorityId[];
}

/** What only one state holds (`doctrine.md`, "states"); it binds in that state's courts. */
export const STATE_LAW: Readonly<Record<string, StateLaw>> = {
  CA: { aiReport: 'penal13663', for: ['penal13663'], against: [] },
  UT: { aiReport: 'utah180', for: ['utah180'], against: [] },
  CO: {
    sniffNeeds: 'cause, if trained on marijuana too',
    camera: {
      statute: 'crs902',
      gives:
        'misconduct may be inferred, and what the officer would relate from it is presumed inadmissible; the State may rebut',
    },
    for: ['mcknight', 'crs902'],
    against: ['havens'],
  },
  ID: {
    sniffEntersCar: true,
    for: ['karst', 'linze', 'randall', 'howard', 'dorff'],
    against: [],
  },
  IL: {
    odorAlone: 'burnt no ground',
    camera: {
      statute: 'ilcs30',
      gives:
        'what was intentionally not made, destroyed or altered is weighed against the State unless it gives a reasonable justification',
    },
    for: ['redmond', 'ilcs30'],
    against: ['molina'],
  },
  KS: { for: ['jimenez'], against: ['wilson'] },
  MI: { odorAlone: 'no ground', for: ['armstrong'], against: [] },
  MN: {
    odorAlone: 'no ground',
    sniffNeeds: 'suspicion',
    for: ['torgerson', 'wiegand', 'alt'],
    against: [],
  },
  MT: { sniffNeeds: 'suspicion', for: ['tackitt'], against: [] },
  NH: { sniffNeeds: 'suspicion', for: ['pellicci'], against: [] },
  NJ: {
    askingNeeds: 'suspicion',
    camera: {
      statute: 'nj118',
      gives: 'it is presumed, rebuttably, that evidence for the accused was destroyed or not captured',
    },
    for: ['carty', 'nj118', 'jonesNj'],
    against: ['seligman'],
  },
  NY: {
    sniffNeeds: 'suspicion',
    hallway: true,
    for: ['devone', 'blandford', 'dunn', 'ballard', 'torresNy'],
    against: ['rodriguezNy', 'larkin'],
  },
  OR: {
    everyInquiry: true,
    sniffNeeds: 'purpose or ground',
    askingNeeds: 'purpose or ground',
    for: ['arreola', 'sotoNavarro', 'escudero'],
    against: [],
  },
  PA: {
    odorAlone: 'no ground',
    sniffNeeds: 'suspicion',
    carNeedsEmergency: true,
    for: ['barr', 'rogers', 'alexander'],
    against: [],
  },
  NV: { for: ['beckman'], against: [] },
  TN: { for: ['huddleston'], against: [] },
  TX: { for: ['ibanez'], against: [] },
  MA: { for: [], against: ['grimshaw'] },
  MD: { for: [], against: ['chase'] },
  ND: { for: [], against: ['vetter'] },
  NE: { for: [], against: ['wellsNeb'] },
  WY: { for: [], against: ['guandong'] },
};
