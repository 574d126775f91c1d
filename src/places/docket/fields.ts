import { ANSWERS, DATE_KINDS, DATE_STATES } from '../../record/docket';
import type { FieldOf } from '../../ui/RowForm';

export const DATE_SAYS: Readonly<Record<(typeof DATE_KINDS)[number], string>> = {
  hearing: 'Hearing',
  deadline: 'Deadline',
  'plea-cutoff': 'Plea cut-off',
  trial: 'Trial',
  other: 'Other',
};

export const ANSWER_SAYS: Readonly<Record<(typeof ANSWERS)[number], string>> = {
  '': 'not answered',
  accepted: 'accepted',
  refused: 'refused',
  countered: 'countered',
  lapsed: 'lapsed',
  withdrawn: 'withdrawn',
};

const named = <K extends string>(keys: readonly K[], says: Readonly<Record<K, string>>) =>
  keys.map((k) => [k, says[k]] as const);

export const DATE_FIELDS: readonly FieldOf<'dates'>[] = [
  { name: 'title', label: 'What it is', as: 'text', hint: 'stays here' },
  { name: 'kind', label: 'Kind', as: 'choice', choices: named(DATE_KINDS, DATE_SAYS) },
  { name: 'day', label: 'Day', as: 'days' },
  { name: 'hour', label: 'Hour', as: 'hour' },
  { name: 'where', label: 'Court and room', as: 'text' },
  {
    name: 'state',
    label: 'State',
    as: 'choice',
    choices: DATE_STATES.map((s) => [s, s === '' ? 'open' : s] as const),
  },
  { name: 'met', label: 'Met on', as: 'days', when: (f) => f.state === 'met' },
  {
    name: 'calendar',
    label: 'Words for the calendar file',
    as: 'text',
    hint: 'the only words of yours that leave in it',
  },
  { name: 'paper', label: 'Paper it stands in', as: 'paper' },
  { name: 'page', label: 'Page', as: 'text' },
  { name: 'note', label: 'Note', as: 'long' },
];

export const OFFER_FIELDS: readonly FieldOf<'offers'>[] = [
  { name: 'name', label: 'Offer', as: 'text' },
  { name: 'by', label: 'Made by', as: 'text' },
  { name: 'made', label: 'Made on', as: 'days' },
  { name: 'told', label: 'Told to the client on', as: 'days' },
  { name: 'ends', label: 'Ends on', as: 'days' },
  { name: 'endsAt', label: 'Ends at', as: 'hour' },
  { name: 'answer', label: 'Answer', as: 'choice', choices: named(ANSWERS, ANSWER_SAYS) },
  { name: 'answered', label: 'Answered on', as: 'days', when: (f) => f.answer !== '' },
  { name: 'count', label: 'Count and statute', as: 'long' },
  { name: 'facts', label: 'Agreed facts, word by word', as: 'long' },
  { name: 'range', label: 'Range or minimum', as: 'long' },
  { name: 'recommendation', label: 'Recommendation', as: 'long' },
  { name: 'conditions', label: 'Conditions', as: 'long' },
  { name: 'paper', label: 'Paper it stands in', as: 'paper' },
  { name: 'page', label: 'Page', as: 'text' },
  { name: 'note', label: 'Note', as: 'long' },
];

export const CLOCK_FIELDS: readonly FieldOf<'dayClocks'>[] = [
  { name: 'name', label: 'Name', as: 'text' },
  { name: 'what', label: 'What starts it', as: 'text' },
  { name: 'starts', label: 'Starts on', as: 'days' },
  { name: 'startCounts', label: 'That day is counted itself', as: 'flag' },
  { name: 'limit', label: 'Limit, days', as: 'count' },
  { name: 'stops', label: 'Stopped on', as: 'days', hint: 'empty while it runs' },
  { name: 'authority', label: 'Authority', as: 'text' },
  { name: 'paper', label: 'Paper it stands in', as: 'paper' },
  { name: 'page', label: 'Page', as: 'text' },
  { name: 'note', label: 'Note', as: 'long' },
];

export const EXCLUSION_FIELDS: readonly FieldOf<'exclusions'>[] = [
  { name: 'reason', label: 'Reason', as: 'text' },
  { name: 'from', label: 'First day', as: 'days' },
  { name: 'to', label: 'Last day', as: 'days', hint: 'empty while it goes on' },
  { name: 'firstCounts', label: 'The first day is excluded too', as: 'flag' },
  { name: 'lastCounts', label: 'The last day is excluded too', as: 'flag' },
  { name: 'authority', label: 'Authority', as: 'text' },
  { name: 'paper', label: 'Paper it stands in', as: 'paper' },
  { name: 'page', label: 'Page', as: 'text' },
];
