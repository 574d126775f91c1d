import { CLIENT_KINDS, OUTCOMES } from '../../record/client';
import type { FieldOf } from '../../ui/RowForm';

export const KIND_SAYS: Readonly<Record<(typeof CLIENT_KINDS)[number], string>> = {
  intake: 'Intake',
  session: 'Session',
  screen: 'Screen',
  lapse: 'Lapse',
  work: 'Work',
  school: 'School',
  housing: 'Housing',
  letter: 'Letter',
  life: 'A life before',
  other: 'Other',
};
export const OUTCOME_SAYS: Readonly<Record<(typeof OUTCOMES)[number], string>> = {
  '': 'nobody says',
  planned: 'planned',
  kept: 'kept',
  missed: 'missed',
  excused: 'excused',
  negative: 'negative',
  positive: 'positive',
  pending: 'no result yet',
};

export const CLIENT_FIELDS: readonly FieldOf<'clientEntries'>[] = [
  { name: 'day', label: 'Day', as: 'days' },
  { name: 'kind', label: 'Kind', as: 'choice', choices: CLIENT_KINDS.map((k) => [k, KIND_SAYS[k]] as const) },
  { name: 'what', label: 'What it is', as: 'text', hint: 'the packet’s words, where it is marked' },
  {
    name: 'outcome',
    label: 'What came of it',
    as: 'choice',
    choices: OUTCOMES.map((o) => [o, OUTCOME_SAYS[o]] as const),
    when: (f) => ['session', 'screen', 'intake', 'other'].includes(f.kind),
  },
  { name: 'who', label: 'With whom', as: 'text' },
  { name: 'screen', label: 'Kind of screen', as: 'text', when: (f) => f.kind === 'screen' },
  { name: 'laboratory', label: 'Laboratory', as: 'text', when: (f) => f.kind === 'screen' },
  { name: 'until', label: 'Last day', as: 'days', hint: 'where it lasts' },
  { name: 'document', label: 'Document that shows it', as: 'text', hint: 'empty: undocumented' },
  { name: 'paper', label: 'Paper of the case', as: 'paper' },
  { name: 'page', label: 'Page', as: 'text' },
  { name: 'askedOf', label: 'Document asked of', as: 'text' },
  { name: 'askedOn', label: 'Asked on', as: 'days' },
  { name: 'marked', label: 'May stand in the packet', as: 'flag' },
  { name: 'note', label: 'Note', as: 'long', hint: 'never leaves' },
];
