import { TextInput } from '@mantine/core';
import { printDays, readDays } from '../time/days';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hint?: string | undefined;
  /** What stands in it while nothing is typed: an example, or the day that counts then. */
  readonly placeholder?: string;
  readonly autoFocus?: boolean | undefined;
}

/** A field for a day as it was written: below it stands what was understood, or why not, with what it could mean. */
export function DaysField({ label, value, onChange, hint, placeholder = '2026-03-14', autoFocus }: Props) {
  const read = value.trim() === '' ? null : readDays(value);
  const asks = read && !read.ok ? read.asks : [];
  return (
    <div>
      <TextInput
        label={label}
        value={value}
        placeholder={placeholder}
        onChange={(e) => onChange(e.currentTarget.value)}
        error={read && !read.ok ? read.why : undefined}
        description={read?.ok ? printDays(read.days) : hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoFocus={autoFocus}
      />
      {asks.map((c) => (
        <button key={c.text} type="button" className="cite-link" onClick={() => onChange(c.text)}>
          {c.text}
        </button>
      ))}
    </div>
  );
}
