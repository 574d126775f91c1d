import { TextInput, type TextInputProps } from '@mantine/core';
import { parseTime } from '../time/grammar/parse';
import { printWritten } from '../time/grammar/print';
import { resolveReading } from '../time/grammar/resolve';
import type { Written } from '../time/grammar/written';
import { clockOf, dayOf, localOf } from '../time/grammar/zones';

/** What a typed time was understood to mean, or why it was not. `zone` and `date` are those of the row. */
export function understoodTime(
  text: string,
  date: string,
  zone: string,
  refs: ReadonlySet<string>,
): { ok: boolean; says: string } {
  if (text.trim() === '') return { ok: false, says: 'no time is written here' };
  const parsed = parseTime(text);
  if (!parsed.ok) return { ok: false, says: parsed.why };
  const w = parsed.written;
  if (w.form === 'reading' || w.form === 'open') {
    const r = resolveReading(w, { date, zone, approximate: 300_000 });
    if (!r.ok) return { ok: false, says: r.why };
    return { ok: true, says: readingSays(w, r.interval.min, r.interval.max, zone, r.interval.doubled) };
  }
  if (w.form === 'after-previous') return { ok: true, says: `${printWritten(w)} after the row before it` };
  if (!refs.has(w.ref)) return { ok: false, says: `@${w.ref} names no row` };
  return { ok: true, says: printWritten(w) };
}

function readingSays(
  w: Written & { form: 'reading' | 'open' },
  min: number,
  max: number,
  zone: string,
  doubled: boolean,
): string {
  const stamp = w.form === 'reading' ? w.from : w.stamp;
  if (stamp.clock === 'media') return `on the recording’s counter: ${printWritten(w)}`;
  const at = (t: number): string => `${dayOf(localOf(t, zone))} ${clockOf(t, zone, true)}`;
  const twice = doubled
    ? ' (this hour happened twice that night; both are kept until something settles it)'
    : '';
  if (!Number.isFinite(min)) return `no later than ${at(max)}${twice}`;
  if (!Number.isFinite(max)) return `no earlier than ${at(min)}${twice}`;
  return `${at(min)} to ${clockOf(max, zone, true)}${twice}`;
}

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly value: string;
  readonly date: string;
  readonly zone: string;
  readonly refs: ReadonlySet<string>;
  readonly optional?: boolean;
  readonly onChange: (text: string) => void;
}

/** The quick time field: `1427`, `2:27p`, `12:27 or 12:28`, `~1430 +-3m`, `+45s`, `@warning +7 or 8 min`; what was understood stands below it. */
export function TimeField({ value, date, zone, refs, optional = false, onChange, ...rest }: Props) {
  const empty = value.trim() === '';
  const { ok, says } = understoodTime(value, date, zone, refs);
  const error = empty && optional ? undefined : ok || empty ? undefined : says;
  return (
    <div>
      <TextInput
        {...rest}
        value={value}
        onChange={(e) => onChange(e.currentTarget.value)}
        error={error}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        classNames={{ input: 'mono' }}
        autoComplete="off"
        spellCheck={false}
      />
      <div className="understood" aria-live="polite">
        {ok && !empty ? says : ''}
      </div>
    </div>
  );
}
