import { Button, TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import type { Bounds } from '../time/duration';
import { meaningOf } from '../time/grammar/meaning';
import type { Choice } from '../time/grammar/parse';
import { pastMidnight } from '../time/grammar/past-midnight';
import { type Statement, spanBounds, statementsOf } from '../time/grammar/written';
import { clockOf, dayOf, localOf } from '../time/grammar/zones';

/** Where other rows stand, as far as the record says: the instants (ms) of the row with that id, or of the row before (null). */
export type PlaceOf = (ref: string | null) => Bounds | null;

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
  place: PlaceOf = () => null,
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
  const [only] = all;
  const at = all.length === 1 && only ? relatedSays(only, place, approximate, zone) : '';
  if (all.some((w) => w.form === 'after-previous'))
    return { ok: true, says: `${m.text} after the row before it${at}${note}`, asks: [] };
  if (at !== '') return { ok: true, says: `${m.text}${at}${note}`, asks: [] };
  if (all.length > 1 || !m.interval) return { ok: true, says: `${m.text}${note}`, asks: [] };
  const [w] = all;
  if (w && (w.form === 'reading' ? w.from : w.form === 'open' ? w.stamp : null)?.clock === 'media')
    return { ok: true, says: `on the recording’s counter: ${m.text}${note}`, asks: [] };
  return { ok: true, says: `${intervalSays(m.interval, zone)}${note}`, asks: [] };
}

/** The minute that a distance from a known row means: `: 2024-03-14 14:20:00 to 14:20:59`. */
function relatedSays(w: Statement, place: PlaceOf, approximate: number, zone: string): string {
  if ((w.form !== 'after-previous' && w.form !== 'tied') || w.span?.days) return '';
  const from = place(w.form === 'tied' ? w.ref : null);
  if (!from || (w.form === 'tied' && w.edge === 'end')) return '';
  const span = w.span ? spanBounds(w.span, approximate) : { min: 0, max: 0 };
  const [min, max] = [from.min + span.min, from.max + span.max];
  return Number.isFinite(min) || Number.isFinite(max)
    ? `: ${intervalSays({ min, max, doubled: false }, zone)}`
    : '';
}

/** A choice that moves its row to another day: its time without that day, and the day. */
interface Moved extends Choice {
  readonly bare: string;
  readonly day: string;
}

/** What a time can mean that falls behind the one before it: past midnight, it is of the next day. None where it does not fall. */
export function nextDayOf(
  text: string,
  date: string,
  before: { readonly date: string; readonly text: string } | null,
): Moved[] {
  if (!before || date === '' || text.trim() === '') return [];
  return pastMidnight([before, { date, text }]).flatMap((fall) =>
    fall.ways.flatMap((way) => {
      const moved = way.changes.find((c) => c.row === 1);
      return moved && moved.date !== date
        ? [{ text: `${moved.date} ${moved.text}`, says: way.says, bare: moved.text, day: moved.date }]
        : [];
    }),
  );
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
  if (at(min) === at(max)) return `${at(min)}${twice}`;
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
  readonly place?: PlaceOf;
  /** The entry before this one, as written: a time that falls behind it has passed midnight, which is asked. */
  readonly before?: { readonly date: string; readonly text: string } | null;
  readonly onChange: (text: string) => void;
  /** Takes the day of a time past midnight into a field of its own; without it the day is written before the time. */
  readonly onMoved?: (text: string, day: string) => void;
  /** Midnight was not passed: the time stands as it is written, out of its order. */
  readonly onAsWritten?: () => void;
}

/**
 * The quick time field: `1427`, `2:27p`, `12:27 or 12:28`, `~1430 +-3m`, `+45s`, `@warning +7 or 8 min`. What was understood
 * stands below it, or why it was not; where it is asked, the meanings, which the down arrow and Enter pick.
 */
export function TimeField({
  value,
  date,
  zone,
  refs,
  approximate,
  optional = false,
  place,
  before = null,
  onChange,
  onMoved,
  onAsWritten,
  ...rest
}: Props) {
  const field = useRef<HTMLInputElement>(null);
  const choices = useRef<HTMLDivElement>(null);
  const empty = value.trim() === '';
  const { ok, says, asks } = understoodTime(value, date, zone, refs, approximate, place);
  const error = empty && optional ? undefined : ok || empty ? undefined : says;
  const nights = ok ? nextDayOf(value, date, before) : [];
  const offered: (Choice & Partial<Moved>)[] = empty ? [] : ok ? nights : [...asks];
  const pick = (c: Choice & Partial<Moved>): void => {
    if (onMoved && c.bare !== undefined && c.day !== undefined) onMoved(c.bare, c.day);
    else onChange(c.text);
    field.current?.focus();
  };
  const step = (e: KeyboardEvent<HTMLElement>): void => {
    if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp') return;
    const all = [...(choices.current?.querySelectorAll('button') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLButtonElement) + (e.key === 'ArrowDown' ? 1 : -1);
    const to = at < 0 ? field.current : all[at];
    if (!to || all.length === 0) return;
    e.preventDefault();
    to.focus();
  };
  return (
    <div>
      <TextInput
        {...rest}
        ref={field}
        value={value}
        onChange={(e) => onChange(e.currentTarget.value)}
        onKeyDown={step}
        error={error}
        aria-required={!optional}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        classNames={{ input: 'mono' }}
        autoComplete="off"
        spellCheck={false}
      />
      <div className="understood" aria-live="polite">
        {ok && !empty ? says : ''}
      </div>
      {offered.length > 0 && (
        <div ref={choices} role="group" aria-label="Which is meant?" onKeyDown={step}>
          {offered.map((c) => (
            <Button
              key={c.text}
              size="compact-xs"
              variant="default"
              tabIndex={-1}
              mr={4}
              mb={4}
              title={c.says}
              onClick={() => pick(c)}
            >
              <span className="mono">{c.text}</span>
              {`\u00a0${c.says}`}
            </Button>
          ))}
          {nights.length > 0 && onAsWritten && (
            <Button
              size="compact-xs"
              variant="default"
              tabIndex={-1}
              mb={4}
              onClick={() => {
                onAsWritten();
                field.current?.focus();
              }}
            >
              <span className="mono">
                {date} {value}
              </span>
              {'\u00a0as written, out of order'}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
