import { Select } from '@mantine/core';
import { type Choices, CIRCUITS, STATE_NAMES } from '../record/choices';
import { CIRCUIT_LAW } from '../rules/law/circuits';

type Court = Pick<Choices, 'forum' | 'circuit' | 'state'>;

const COURTS = [
  {
    group: 'Federal court',
    items: [
      { value: 'federal', label: 'Federal court, circuit not chosen' },
      ...CIRCUITS.map((c) => ({ value: `federal ${c}`, label: `Federal court, ${CIRCUIT_LAW[c].name}` })),
    ],
  },
  {
    group: 'State court',
    items: [...STATE_NAMES].map(([code, name]) => ({
      value: `state ${code}`,
      label: `State court, ${name}`,
    })),
  },
];

/** The court of the case in one field: whose law binds there. The circuit of a state's case, and the state of a federal one, stay as they are. */
export function WhoseLaw({
  of,
  label,
  description,
  onChange,
  size,
}: {
  of: Court;
  label: string;
  description?: string;
  onChange: (court: Court) => void;
  size?: string;
}) {
  const value =
    of.forum === 'federal'
      ? `federal${of.circuit === '' ? '' : ` ${of.circuit}`}`
      : of.forum === 'state' && of.state !== ''
        ? `state ${of.state}`
        : null;
  return (
    <Select
      label={label}
      description={description}
      placeholder="not chosen"
      clearable
      searchable
      {...(size ? { size } : {})}
      data={COURTS}
      value={value}
      onChange={(chosen) => {
        const [forum, which = ''] = (chosen ?? '').split(' ');
        if (forum === 'federal') onChange({ ...of, forum, circuit: CIRCUITS.find((c) => c === which) ?? '' });
        else if (forum === 'state') onChange({ ...of, forum, state: which });
        else onChange({ ...of, forum: '' });
      }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}
