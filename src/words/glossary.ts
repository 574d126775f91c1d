/** A word of the app, and what it says to somebody who meets it for the first time: one or two sentences. */
export interface Term {
  readonly word: string;
  readonly says: string;
}

/** Every word that the app explains where it stands, in the order of the alphabet. One more is one entry here. */
export const GLOSSARY = {
  'as written': 'The time in the words and digits of the paper, before anything is worked out from it.',
  assumption:
    'Something about a clock that no paper states, taken for granted until you switch it off under Clocks. Every proof that rests on one says so.',
  bound:
    'The least or the most that a length of time can be, given everything the record states. It is never narrower than the truth.',
  claimed:
    'A time that a paper states and another record is set against. It is printed as claimed, never corrected.',
  clock:
    'Whatever stamped a time: dispatch, a camera, a watch behind a report. Each may be off; the app keeps them apart.',
  contested: 'The other side can point to something in the record, or to law that binds and is against you.',
  counter: 'The time of a recording from its first frame, written v 3:15.',
  custodian: 'Whoever holds an item of evidence, as the custody form says.',
  exhibit: 'What is handed over: facts of the record that you chose, and none of your notes.',
  finding:
    'What one rule of law or of record keeping makes of the record, with its bounds, its proof and its authority.',
  folded: 'Time in which nothing happened and that the sheet leaves out. Its length is written on it.',
  'hole in the record': 'Time within the stop that no camera which was there shows, or shows without sound.',
  'its own clock':
    'Nothing ties this clock to the others, so its times can be compared only with one another.',
  margin: 'How wrong an assumption may be before a finding falls.',
  mission:
    'What the stop was for: the ordinary tasks of a traffic stop. When they are done or should be, the stop is to end.',
  offset: 'By how much a clock differs from the reference clock: a range, with the reason for it.',
  open: 'The record allows it and does not decide it: true under some of the times that it allows, and not under others.',
  proof: 'The lines of the record, each with its page, that together give a bound. They add up.',
  'reference clock':
    'The clock in which all times are shown. Choose another under Clocks, and everything is read in that.',
  'ruled out': 'By the times in the record it did not happen.',
  'shown by the record': 'True under every time that the record and its assumptions allow.',
  'sync point':
    'One moment seen on two clocks, such as a radio call heard on a camera. It ties the two together.',
  'T+': 'Time since the seizure began: the whole range that the record proves, and empty where nothing bounds it.',
  uncontested: 'Nothing in the record, and no binding law, is there for the other side to point to.',
  whisker: 'The dashed line beside a mark: the moment may lie anywhere along it.',
  'work product': 'Your notes, theories and plans. They leave in no exhibit and are on no projector.',
} as const satisfies Readonly<Record<string, string>>;

export type Word = keyof typeof GLOSSARY;

/** The glossary as a list, by the alphabet. */
export const TERMS: readonly Term[] = Object.entries(GLOSSARY).map(([word, says]) => ({ word, says }));
