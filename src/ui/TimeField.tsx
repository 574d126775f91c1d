import { TextInput, type TextInputProps } from '@mantine/core';
import { meaningOf } from '../time/grammar/meaning';
import type { Choice } from '../time/grammar/parse';
import { statementsOf } from '../time/grammar/written';
import { clockOf, dayOf, localOf } from '../time/grammar/zones';

/** What a typed time was understood to mean, or why it was not; `asks` holds the meanings it can have. */
export interface Understood {
  readonly ok: boolean;
  readonly says: string;
  readonly asks: readonly Choice[];
}

const not = (says: string, asks: readonly Choice[] = []): Understood => ({ ok: false, says, asks });

/**
 * What a typed time means on its row. `zone` and `date` are those of the row; `refs` the ids of the rows that it may name.
 * @param approximate what “about” means in the case, ms
 */
export function understoodTime(
  text: string,
  date: string,
  zone: string,
  refs: ReadonlySet<string>,
  approximate: number,
): Understood {
  if (text.trim() === '') return not('no time is written here');
  const given = {
    zone,
    fresh: true,
    isRow: (ref: string) => refs.has(ref),
    ...(date === '' ? {} : { day: date, near: date }),
  };
  const m = meaningOf(text, { date, zone, approximate }, null, given);
  if (!m.ok) return not(m.why, m.asks);
  const all = statementsOf(m.written);
  const lost = all.find((w) => (w.form === 'tied' || w.form === 'ordered') && !refs.has(w.ref));
  if (lost && 'ref' in lost) return not(`@${lost.ref} names no row`);
  const note = m.note === '' ? '' : ` (${m.note})`;
  if (all.some((w) => w.form === 'after-previous'))
    return { ok: true, says: `${m.text} after the row before it${note}`, asks: [] };
  if (all.length > 1 || !m.interval) return { ok: true, says: `${m.text}${note}`, asks: [] };
  const [w] = all;
  if (w && (w.form === 'reading' ? w.from : w.form === 'open' ? w.stamp : null)?.clock === 'media')
    return { ok: true, says: `on the recording’s counter: ${m.text}${note}`, asks: [] };
  return { ok: true, says: `${intervalSays(m.interval, zone)}${note}`, asks: [] };
}

function intervalSays(
  { min, max, doubled }: { min: number; max: number; doubled: boolean },
  zone: string,
): string {
  const at = (t: number): string => `${dayOf(localOf(t, zone))} ${clockOf(t, zone, true)}`;
  const twice = doubled
    ? ' (this hour happened twice that night; both are kept until something settles it)'
    : '';
  if (!Number.isFinite(min)) return `no later than ${at(max)}${twice}`;
  if (!Number.isFinite(max)) return `no earlier than ${at(min)}${twice}`;
  const oneDay = dayOf(localOf(min, zone)) === dayOf(localOf(max, zone));
  return `${at(min)} to ${oneDay ? clockOf(max, zone, true) : at(max)}${twice}`;
}

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly value: string;
  readonly date: string;
  readonly zone: string;
  readonly refs: ReadonlySet<string>;
  /** What “about” means in the case, ms. */
  readonly approximate: number;
  readonly optional?: boolean;
  readonly onChange: (text: string) => void;
}

/** The quick time field: `1427`, `2:27p`, `12:27 or 12:28`, `~1430 +-3m`, `+45s`, `@warning +7 or 8 min`; what was understood stands below it. */
export function TimeField({
  value,
  date,
  zone,
  refs,
  approximate,
  optional = false,
  onChange,
  ...rest
}: Props) {
  const empty = value.trim() === '';
  const { ok, says } = understoodTime(value, date, zone, refs, approximate);
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
