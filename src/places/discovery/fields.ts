import { DEMAND_STATES } from '../../record/paper';
import type { FieldOf } from '../../ui/RowForm';

export const DEMAND_FIELDS: readonly FieldOf<'demands'>[] = [
  { name: 'asks', label: 'Asks for', as: 'long' },
  { name: 'why', label: 'Why', as: 'long' },
  { name: 'mentioned', label: 'Where it is mentioned', as: 'text' },
  { name: 'sent', label: 'Sent', as: 'date' },
  { name: 'by', label: 'By which paper', as: 'text', hint: 'letter of September 15' },
  { name: 'due', label: 'Due', as: 'date' },
  {
    name: 'answer',
    label: 'Answer',
    as: 'long',
    hint: '“no such record exists” is an answer, and may be entered in the record',
  },
  { name: 'answered', label: 'Answered on', as: 'date' },
  {
    name: 'state',
    label: 'State',
    as: 'choice',
    choices: DEMAND_STATES.map((s) => [s, s] as const),
    hint: 'follows from the days; refused is said here',
  },
  { name: 'received', label: 'Received on', as: 'date' },
  { name: 'receivedAs', label: 'Received as', as: 'paper' },
  {
    name: 'despite',
    label: 'In the letter although its finding is kept back',
    as: 'flag',
    when: (f) => f.about !== '',
  },
];

export const PRODUCTION_FIELDS: readonly FieldOf<'productions'>[] = [
  { name: 'name', label: 'Production', as: 'text' },
  { name: 'day', label: 'Came on', as: 'days' },
  { name: 'packet', label: 'Archive it came in', as: 'text' },
  { name: 'batesFrom', label: 'Bates from', as: 'text' },
  { name: 'batesTo', label: 'Bates to', as: 'text' },
  { name: 'letter', label: 'Its letter says', as: 'long' },
  { name: 'paper', label: 'The letter, among the papers', as: 'paper' },
  { name: 'page', label: 'Page', as: 'text' },
];

export const ORDER_FIELDS: readonly FieldOf<'protectiveOrders'>[] = [
  { name: 'name', label: 'Order', as: 'text' },
  { name: 'entered', label: 'Entered on', as: 'days' },
  { name: 'covers', label: 'What it covers', as: 'long' },
  { name: 'who', label: 'Who may see it', as: 'long' },
  { name: 'until', label: 'In force until', as: 'days', hint: 'empty: until it is lifted' },
  { name: 'destroyBy', label: 'Destroy by', as: 'days' },
  { name: 'stamp', label: 'Words on what leaves', as: 'text', hint: 'on each page' },
  { name: 'paper', label: 'The order, among the papers', as: 'paper' },
  { name: 'page', label: 'Page', as: 'text' },
];
